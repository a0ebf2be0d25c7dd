"""The style sheet and the code name no colour, size or radius of their own: they stand in `ui/look/tokens.py` and nowhere else."""

import ast
import re
from collections.abc import Iterator
from string import Template

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.paths import ROOT
from guidance_kb.ui.core.settings import SIZES, Scheme
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import LIGHT
from tests.ui.stylesheet import SHEET, Selector, colour, declared

UI = ROOT / "src" / "guidance_kb" / "ui"

_NAME = re.compile(r"\$\w+|\$\{\w+\}")
_COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsl")
_STYLED = re.compile(r"(?:font-size|font-weight|border-radius):\s*(?:[1-9]|\{+px\(\d)")
_SIZED = ("setPixelSize", "setPointSize", "setPointSizeF", "letters", "setWeight")
_SMALLEST = 5
"""Numbers below it count things, and are no size of letters and no corner."""

_ROOM = re.compile(r"px\(\d+\)|spacing=[1-9]|margins=\([^)]*\d")

_OWN = ("widgets", "gallery")
"""The folders where room between things comes from the table too; the views say their own."""


def code() -> Iterator[tuple[str, ast.Module]]:
    """Every file of the window but the table, with what it does: its code without its docstrings."""
    for path in sorted(UI.rglob("*.py")):
        if path.name != "tokens.py":
            tree = ast.parse(path.read_text("utf-8"))
            for node in ast.walk(tree):
                body = getattr(node, "body", None)
                if isinstance(body, list):
                    node.body = [each for each in body if not _is_text(each)] or [ast.Pass()]  # type: ignore[attr-defined]
            yield path.relative_to(UI).as_posix(), tree


def own_looks(tree: ast.Module) -> list[str]:
    """The colours, sizes of letters and corners that some code writes itself."""
    text = ast.unparse(tree)
    found = [*_COLOUR.findall(text), *_STYLED.findall(text)]
    for call in (
        node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    ):
        name = call.func.attr  # type: ignore[attr-defined]
        sizes = call.args[:1] if name in _SIZED else call.args[-2:] if name == "drawRoundedRect" else []
        found += [f"{name}({ast.unparse(each)})" for each in sizes if _has_number(each)]
    return found


def _has_number(node: ast.AST) -> bool:
    """Whether a number is written in it, but for those that only halve or adjust."""
    numbers = [each.value for each in ast.walk(node) if isinstance(each, ast.Constant)]
    return any(isinstance(each, int | float) and each >= _SMALLEST for each in numbers)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def test_the_style_sheet_names_everything() -> None:
    written = _NAME.sub("", re.sub(r"/\*.*?\*/", "", SHEET, flags=re.DOTALL))
    values = re.findall(r":\s*([^;{}]+);", written)
    assert len(values) > 200
    for value in values:
        assert not _COLOUR.search(value), value
        assert not re.search(r"[1-9]", value), value
        for word in value.split():
            assert word == "transparent" or not QColor.isValidColorName(word), value


def test_every_name_of_the_style_sheet_is_known(qapp: QApplication) -> None:
    theme = Theme(qapp)
    theme.apply(Scheme.LIGHT, 100)
    known = {*theme.names(), *LIGHT._fields}
    assert set(Template(SHEET).get_identifiers()) <= known


def test_the_code_names_every_colour_size_of_letters_and_corner() -> None:
    guilty = {name: found for name, tree in code() if (found := own_looks(tree))}
    assert guilty == {}


def test_our_own_widgets_take_their_room_from_the_table() -> None:
    for name, tree in code():
        if name.startswith(_OWN) and name != "widgets/flow.py":
            text = ast.unparse(tree)
            assert not _ROOM.search(text), (name, _ROOM.findall(text))


@pytest.mark.parametrize(
    "text",
    [
        "f'h1 {{ font-size: {px(14)} }}'",
        "x = 'p { font-size: 12px }'",
        "x = 'QFrame { border-radius: 8px }'",
        "QColor('#20262b')",
        "theme.letters(12)",
        "font.setPixelSize(self._theme.px(13))",
        "painter.drawRoundedRect(box, 8, 8)",
    ],
)
def test_the_search_finds_what_is_written_out(text: str) -> None:
    assert own_looks(ast.parse(text))


def test_the_search_leaves_alone_what_comes_from_the_table() -> None:
    tree = ast.parse(
        "painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS.small, RADIUS.small); theme.letters(TYPE.body)"
    )
    assert own_looks(tree) == []


@pytest.mark.parametrize("role", ["", "primary", "chip", "filter", "state", "topic"])
def test_the_tests_read_the_style_sheet_as_qt_does(qapp: QApplication, qtbot: QtBot, role: str) -> None:
    """What is measured is what is seen: the background and the edge of a real button are those that the reader found."""
    theme = Theme(qapp)
    theme.apply(Scheme.LIGHT, 100)
    button = QPushButton()
    button.setProperty("role", role)
    button.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    qtbot.addWidget(button)
    button.resize(200, 60)
    image = button.grab().toImage()
    case = Selector.read(f'QPushButton[role="{role}"]' if role else "QPushButton")
    for place, name in ((QPoint(100, 30), "background"), (QPoint(100, 0), "border")):
        assert image.pixelColor(place).name() == getattr(LIGHT, colour(declared(case, name))), name


@pytest.mark.parametrize("size", SIZES)
def test_chips_are_round_at_every_text_size(qapp: QApplication, qtbot: QtBot, size: int) -> None:
    """Qt draws square corners when a radius is more than half of the height."""
    theme = Theme(qapp)
    theme.apply(Scheme.LIGHT, size)
    for role in ("chip", "tab", "more", "filter", "topic"):
        button = QPushButton("x")
        button.setProperty("role", role)
        qtbot.addWidget(button)
        button.ensurePolished()
        radius = declared(Selector.read(f'QPushButton[role="{role}"]'), "border-radius").strip("${}")
        assert 2 * int(theme.names()[radius].removesuffix("px")) <= button.sizeHint().height(), role


def test_a_button_that_the_tab_key_comes_to_has_one_ring(qapp: QApplication, qtbot: QtBot) -> None:
    """Qt draws a second one of its own inside ours, but only after the Tab key."""
    theme = Theme(qapp)
    theme.apply(Scheme.LIGHT, 100)
    window = QWidget()
    qtbot.addWidget(window)
    button = QPushButton("Undo", window)
    button.resize(200, 60)
    window.show()
    window.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    clicked = button.grab().toImage()
    window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    assert button.grab().toImage() == clicked
