"""Imports Whoosh without what it brings and never uses here: `asyncio`, and all of HTTP, e-mail and TLS.

Whoosh asks the package `cached_property` for what `functools` has too, and that package imports `asyncio`; and it takes `urlretrieve` along
for its own tests. Together that is more than a third of the memory that a search takes, and half of the time until the first.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from types import ModuleType
from typing import Final

_IN_PLACE: Final[dict[str, dict[str, object]]] = {
    "cached_property": {"cached_property": cached_property},
    "urllib.request": {"urlretrieve": None},
}
"""Modules by name, with all that Whoosh takes of them."""


@contextmanager
def sparing() -> Iterator[None]:
    """What is imported meanwhile finds small modules in place of these; afterwards all is as it was."""
    placed = [name for name in _IN_PLACE if name not in sys.modules]
    for name in placed:
        module = ModuleType(name)
        module.__dict__.update(_IN_PLACE[name])
        sys.modules[name] = module
    try:
        yield
    finally:
        for name in placed:
            del sys.modules[name]
