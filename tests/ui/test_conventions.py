"""What every class of the window keeps to: one way to be retranslated, and a description of each method that its base does not describe."""

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType, ModuleType

from PySide6.QtWidgets import QWidget

import guidance_kb.ui
from guidance_kb.ui.core import translation
from guidance_kb.ui.widgets import translated_widget
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget


def _modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(guidance_kb.ui.__path__, "guidance_kb.ui."):
        yield importlib.import_module(found.name)


def _classes() -> Iterator[type]:
    for module in _modules():
        yield from (one for one in vars(module).values() if isinstance(one, type) and one.__module__ == module.__name__)


def test_language_changes_are_heard_in_one_place() -> None:
    hears = {
        module.__name__
        for module in _modules()
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "LanguageChange"
    }
    assert hears == {translation.__name__, translated_widget.__name__}, "a widget with texts is a TranslatedWidget"


def test_the_mixin_comes_before_the_qt_class() -> None:
    late = []
    for one in _classes():
        mro = one.__mro__
        if TranslatedWidget in mro and one is not TranslatedWidget:
            qt = next(at for at, base in enumerate(mro) if base.__module__.startswith("PySide6."))
            if mro.index(TranslatedWidget) > qt or not issubclass(one, QWidget):
                late.append(one.__qualname__)
    assert not late, "Qt's changeEvent is found first: they would never be retranslated"


def test_methods_are_described() -> None:
    bare = [
        f"{one.__module__}.{method.__qualname__}"
        for one in _classes()
        for name, method in vars(one).items()
        if isinstance(method, FunctionType) and not name.startswith("_") and not method.__doc__
        if not any(name in vars(base) for base in one.__mro__[1:])
    ]
    assert not bare, "describe them; what overrides a base is described there"
