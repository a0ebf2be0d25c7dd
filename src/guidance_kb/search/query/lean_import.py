"""Whoosh, without what it brings and never uses here: `asyncio`, and all of HTTP, e-mail and TLS.

Whoosh takes `cached_property` from a package that imports `asyncio`, where `functools` has one too; and it takes `urlretrieve` along for
its own tests. Together that is 12 MB of what the first search takes, and two thirds of its imports in time.

The two modules of Whoosh that ask for these are run here with an `import` of their own, which answers for those two names; it stands in
the `__builtins__` of their namespace, as `exec` documents. Nobody else's import changes: no stand-in is ever in `sys.modules`, so other
threads may import what they like meanwhile. Python runs this module once, under its import lock, and so the two of Whoosh.
"""

import builtins
import sys
from collections.abc import Mapping
from functools import cached_property
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from types import ModuleType, SimpleNamespace
from typing import Any, Final

_TAKEN: Final[Mapping[str, object]] = {
    "cached_property": SimpleNamespace(cached_property=cached_property),
    "urllib.request": SimpleNamespace(urlretrieve=None),
}
"""What is imported from, by name, with all that is taken of it."""

_TAKING: Final = ("whoosh.compat", "whoosh.reading")
"""The modules that take it, in the order in which Whoosh itself imports them."""


def _import(name: str, *how: Any) -> Any:  # noqa: ANN401 - Python's own
    """Python's `__import__`, but for these names."""
    return _TAKEN[name] if name in _TAKEN else builtins.__import__(name, *how)


def _run(name: str) -> None:
    """Import a module of Whoosh with that `import`; when it fails, nothing of it is left."""
    spec = find_spec(name)
    if name in sys.modules or spec is None or spec.loader is None:
        return  # who has imported it before, or has another Whoosh, imports it as always
    module = module_from_spec(spec)
    vars(module)["__builtins__"] = {**vars(builtins), "__import__": _import}
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        sys.modules.pop(name, None)
        raise
    _place(module)


def _place(module: ModuleType) -> None:
    """Make it an attribute of its package, as an import does."""
    package, _, name = module.__name__.rpartition(".")
    setattr(import_module(package), name, module)


for _name in _TAKING:
    _run(_name)

from whoosh import analysis, qparser  # noqa: E402 - after these two
from whoosh.qparser import syntax  # noqa: E402

__all__ = ["analysis", "qparser", "syntax"]
