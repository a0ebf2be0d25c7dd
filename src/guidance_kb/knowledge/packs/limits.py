"""How much a pack may be: far more than an organisation needs, far less than what would stop the program."""

from typing import Final

FILES: Final = 500
"""Files and folders of a pack, also those that are not read."""

DEPTH: Final = 5
"""Folders in folders."""

FILE_BYTES: Final = 1_000_000
"""Bytes of one file."""

BYTES: Final = 32_000_000
"""Bytes of all files that are read."""

ZIP_BYTES: Final = 10_000_000
"""Bytes of a zip."""

ZIP_RATIO: Final = 200
"""How many times its packed size a file of a zip may become; text seldom passes 20."""

NESTING: Final = 8
"""Values in values of TOML; the format needs three."""

JOINED: Final = 100
"""Names joined by dots, before the file is parsed."""

TABLES: Final = {"section": 20_000, "work": 20_000, "entry": 20_000, "concept": 5_000}
"""Tables of each kind in a pack."""

LIST: Final = 200
"""Values of one list: links, keywords or labels."""

SECONDS: Final = 60.0
"""How long the checks of a pack may take."""
