from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDateEdit,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tools.gallery.states import GalleryState, put

from guidance_kb.ui.core.settings import SIZES, Scheme
from guidance_kb.ui.look.theme import Theme, chosen
from guidance_kb.ui.look.tokens import DARK, EDGE, HIGH_CONTRAST, LIGHT, RADIUS, RING, SPACE, TYPE, Tokens
from guidance_kb.ui.shell.window import MainWindow
from guidance_kb.ui.widgets.basics import button
from guidance_kb.ui.widgets.drop_down import DropDown


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """A theme, which follows nothing any more afterwards."""
    made = Theme(qapp)
    yield made
    made.apply(Scheme.LIGHT, 100)


@pytest.mark.parametrize(
    ("scheme", "dark", "contrast", "expected"),
    [
        (Scheme.LIGHT, True, True, LIGHT),
        (Scheme.DARK, False, True, DARK),
        (Scheme.CONTRAST, False, False, HIGH_CONTRAST),
        (Scheme.SYSTEM, False, False, LIGHT),
        (Scheme.SYSTEM, True, False, DARK),
        (Scheme.SYSTEM, False, True, HIGH_CONTRAST),
        (Scheme.SYSTEM, True, True, HIGH_CONTRAST),
    ],
)
def test_what_was_chosen_goes_before_what_the_system_asks(
    scheme: Scheme, dark: bool, contrast: bool, expected: Tokens
) -> None:
    assert chosen(scheme, dark=dark, contrast=contrast) is expected


def test_light_and_dark_follow_the_system_while_they_are_left_to_it(qapp: QApplication, theme: Theme) -> None:
    """The offscreen platform never asks, so the signals of Qt are sent by hand."""
    asks = qapp.styleHints().colorSchemeChanged
    theme.apply(Scheme.SYSTEM, 125)
    for asked, shown in ((Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT)):
        asks.emit(asked)
        assert theme.tokens is shown
    assert theme.scale == 1.25
    theme.apply(Scheme.LIGHT, 100)
    asks.emit(Qt.ColorScheme.Dark)
    assert theme.tokens is LIGHT


def test_high_contrast_comes_and_goes_as_the_system_asks(qapp: QApplication, theme: Theme) -> None:
    hints = qapp.styleHints()
    theme.apply(Scheme.SYSTEM, 100)
    asks = hints.accessibility().contrastPreferenceChanged
    asks.emit(Qt.ContrastPreference.HighContrast)
    assert theme.tokens is HIGH_CONTRAST
    theme.apply(Scheme.DARK, 100)
    assert theme.tokens is DARK
    theme.apply(Scheme.SYSTEM, 100)
    assert theme.tokens is HIGH_CONTRAST
    asks.emit(Qt.ContrastPreference.NoPreference)
    assert theme.tokens is LIGHT


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST])
def test_sheet_and_palette_are_of_one_scheme(qapp: QApplication, theme: Theme, scheme: Scheme) -> None:
    theme.apply(scheme, 100)
    palette = qapp.palette()
    assert palette.color(QPalette.ColorRole.Window).name() == theme.tokens.canvas
    assert palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text).name() == theme.tokens.faint
    for other in (LIGHT, DARK, HIGH_CONTRAST):
        assert (f"background: {other.canvas}; }}" in qapp.styleSheet()) is (other is theme.tokens)
    assert "$" not in qapp.styleSheet()


@pytest.mark.parametrize("size", SIZES)
def test_text_size_scales_letters_and_room_and_no_hairline(qapp: QApplication, theme: Theme, size: int) -> None:
    theme.apply(Scheme.LIGHT, size)
    names = theme.names()
    assert names["type_body"] == f"{round(TYPE.body * size / 100)}px"
    assert names["space_md"] == f"{round(SPACE.md * size / 100)}px"
    assert (names["edge"], names["ring"]) == ("1px", "2px")
    assert f"font-size: {names['type_body']}" in qapp.styleSheet()
    assert theme.letters(TYPE.body).pixelSize() == qapp.font().pixelSize() == round(TYPE.body * size / 100)


def test_the_bundled_font_is_there(theme: Theme) -> None:
    assert "Inter" in QFontDatabase.families()
    assert theme.letters(TYPE.body, strong=True).weight() == 600


def _button(role: str, _: Theme) -> QWidget:
    return button("Afspreken", role)


def _drop_down(theme: Theme) -> QWidget:
    made = DropDown(theme)
    made.addItem("abc")
    return made


_ROLES = ("", "quiet", "link", "chip", "state", "filter", "tab", "toggle", "more", "topic")
_FIELDS: dict[str, Callable[[Theme], QWidget]] = {
    **{f"button {role}": partial(_button, role) for role in _ROLES},
    "line": lambda _: QLineEdit("abc"),
    "notes": lambda _: QPlainTextEdit("abc"),
    "drop-down": _drop_down,
    "day": lambda _: QDateEdit(),
    "check box": lambda _: QCheckBox("abc"),
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", _FIELDS)
def test_nothing_grows_or_moves_its_words_when_the_keyboard_comes(
    qtbot: QtBot, theme: Theme, name: str, size: int
) -> None:
    """The ring is wider than the edge, and takes its room from the padding: what is within is the same, pixel by pixel."""
    theme.apply(Scheme.LIGHT, size)
    seen = []
    for state in (GalleryState.NORMAL, GalleryState.FOCUS):
        made = _FIELDS[name](theme)
        keyboard = QWidget(focusPolicy=Qt.FocusPolicy.StrongFocus)
        for each in (made, keyboard):
            qtbot.addWidget(each)
        keyboard.show()
        keyboard.activateWindow()
        keyboard.setFocus()
        qtbot.waitUntil(keyboard.hasFocus)
        put(made, state, keyboard)
        assert made.hasFocus() is (state is GalleryState.FOCUS)
        made.resize(made.sizeHint())
        image = made.grab().toImage()
        side, over = theme.px(RADIUS.pill_high), RING + EDGE  # the corners are of the ring
        seen.append((made.sizeHint(), image, image.copy(image.rect().adjusted(side, over, -side, -over))))
    assert seen[0][0] == seen[1][0]
    assert seen[0][1] != seen[1][1]
    assert seen[0][2] == seen[1][2]


def test_a_window_has_the_style_itself_and_what_opens_from_it_too(qapp: QApplication, window: MainWindow) -> None:
    """Qt takes much longer to change the style of an application."""
    theme = window.services.theme
    menu, dialog = QMenu(window), QDialog(window)
    text = QLabel("text", dialog)
    for scheme, tokens in ((Scheme.DARK, DARK), (Scheme.LIGHT, LIGHT)):
        theme.apply(scheme, 150)
        for shown in (window.topbar.box, menu, text):
            shown.ensurePolished()
            assert shown.palette().color(shown.foregroundRole()).name() == tokens.ink
            assert shown.fontInfo().pixelSize() > TYPE.body
    assert not qapp.styleSheet()


def test_a_window_that_went_is_dressed_no_more(qapp: QApplication, theme: Theme) -> None:
    window = QWidget()
    theme.dress(window)
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    theme.apply(Scheme.DARK, 100)
    assert theme.tokens is DARK
    assert not qapp.styleSheet()
