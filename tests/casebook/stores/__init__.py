"""Casebooks as released versions of the program wrote them, one a version; tests open them and bring them to the present one.

`python -m tests.casebook.stores` makes the one of the present version, once, before a release; a store that is there is never made again.
"""

from pathlib import Path

from guidance_kb.casebook.vault.envelope import DataKey

STORES = Path(__file__).parent

KEY = DataKey(secret=bytes(range(32)), store=bytes(range(100, 116)))
"""Of all of them; there is nothing of anybody in them."""
