"""Runs before the packaged program: replaces two network modules that libraries import but do not use here.

Whoosh imports `urlretrieve` for a function that nothing calls, and `cached_property`, which asks `asyncio` whether a function is a
coroutine. The package has neither `urllib.request` nor `asyncio`, nor the TLS, HTTP and sockets that they need. So it cannot reach a
network.
"""

import sys
from types import ModuleType
from typing import NoReturn


def urlretrieve(*_: object) -> NoReturn:
    """Raise, because the program has no network."""
    raise OSError("there is no network in this program")


def iscoroutinefunction(_: object) -> bool:
    """Return False, because the program has no coroutines."""
    return False


def stand_in(name: str, **names: object) -> None:
    """Register a module `name` that has only `names`."""
    module = ModuleType(name, "Stands in for a module that is not in the package.")
    vars(module).update(names)
    sys.modules[name] = module


stand_in("urllib.request", urlretrieve=urlretrieve)
stand_in("asyncio", iscoroutinefunction=iscoroutinefunction)
