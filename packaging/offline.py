"""Runs before the packaged program: stands in for the two network modules that libraries name, and do not use here.

Whoosh imports `urlretrieve` for a function that nothing calls, and `cached_property`, which asks `asyncio` whether a function is a
coroutine. The package holds neither `urllib.request` nor `asyncio`, and what these need: TLS, HTTP and sockets. So there is no way out.
"""

import sys
from types import ModuleType
from typing import NoReturn


def urlretrieve(*_: object) -> NoReturn:
    """Refuses, as there is no network in this program."""
    raise OSError("there is no network in this program")


def iscoroutinefunction(_: object) -> bool:
    """Says no, as there are no coroutines in this program."""
    return False


def stand_in(name: str, **names: object) -> None:
    """Puts a module `name` with only `names` where imports look first."""
    module = ModuleType(name, "Stands in for a module that is not in the package.")
    vars(module).update(names)
    sys.modules[name] = module


stand_in("urllib.request", urlretrieve=urlretrieve)
stand_in("asyncio", iscoroutinefunction=iscoroutinefunction)
