"""F1: the sheet of all keys, which is made from the table that the keys themselves are made from."""

import re

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.help.key_table import BY_NAME, TABLE
from guidance_kb.paths import RESOURCES
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.window_shortcuts import bind, is_pressed, spoken
from guidance_kb.ui.help.key_sheet import Shade
from guidance_kb.ui.shell.rail import RAIL
from guidance_kb.ui.shell.window import MainWindow
from tests.hand import hand

ESCAPE = QKeySequence(Qt.Key.Key_Escape)


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    hand.press(key)


@pytest.fixture
def active(qtbot: QtBot, window: MainWindow) -> MainWindow:
    qtbot.waitUntil(window.isActiveWindow)
    return window


# ── the table and the window ────────────────────────────────────────────────────────────────────


def test_a_name_stands_in_the_table_once_and_every_key_is_one() -> None:
    assert len(BY_NAME) == len(TABLE)
    for one in TABLE:
        assert one.keys
        for keys in (*one.keys, *one.ends):
            assert QKeySequence(keys).toString() == keys, one.name


def test_no_two_keys_of_the_whole_window_are_the_same() -> None:
    keys = [key for one in TABLE if one.made and one.group.name == "EVERYWHERE" for key in one.keys]
    assert len(keys) == len(set(keys))


def test_what_works_is_on_the_sheet_and_what_is_on_the_sheet_works(window: MainWindow) -> None:
    for room in ViewId:
        window.view(room)
    made = window.findChildren(QShortcut)
    commands = [one for one in made if one.key() != ESCAPE]  # which leaves a form, and is no command
    assert commands
    for one in commands:
        shortcut = next((each for each in TABLE if each.id == one.objectName()), None)
        assert shortcut is not None, one.key().toString()
        assert one.key() in [QKeySequence(keys) for keys in shortcut.keys]
    live = {(one.objectName(), one.key().toString()) for one in commands}
    assert (
        live == {(one.id, QKeySequence(keys).toString()) for one in TABLE if one.made for keys in one.keys} - _later()
    )
    actions = [one.shortcut().toString() for one in window.findChildren(QAction) if not one.shortcut().isEmpty()]
    assert not actions, actions


def _later() -> set[tuple[str, str]]:
    """Keys of the records, which are made when the records are open; their own tests press them."""
    return {("key-call", "Ctrl+T"), ("key-new-client", "Ctrl+N"), ("key-search-notes", "Ctrl+Shift+F")}


_NAMED = re.compile(r"(?:Shift\+)?\bF\d+\b|(?:(?:Ctrl|Alt)\+)(?:Shift\+)?(?:Page (?:Up|Down)|[A-Z][a-z]+|[A-Z,←→])")
"""A key of the program, as the texts of the window name it; that of a field (Shift+Enter) stands on its own button."""

_SPELT = {"Page Up": "PgUp", "Page Down": "PgDown", "←": "Left", "→": "Right"}


def test_every_key_that_a_text_of_the_window_names_is_in_the_table() -> None:
    known = {key for one in TABLE for key in (*one.keys, *one.ends)}
    named = set(_NAMED.findall((RESOURCES / "translations" / "nl.ts").read_text("utf-8")))
    for words, spelling in _SPELT.items():
        named = {key.replace(words, spelling) for key in named}
    assert len(named) > len(_SPELT)
    assert not named - known


def test_an_unknown_name_cannot_be_bound(window: MainWindow) -> None:
    with pytest.raises(KeyError):
        bind("no-such-key", window, window.close)


def test_keys_are_said_as_on_the_keyboard(qapp: QApplication) -> None:
    assert spoken("Ctrl+Shift+C") == "Ctrl+Shift+C"


# ── the sheet ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "room", [ViewId.START, ViewId.COUNTRIES, ViewId.CONVERSATION, ViewId.MAP, ViewId.HELP, ViewId.RULES]
)
def test_f1_shows_all_keys_from_any_view_and_escape_goes_back(qtbot: QtBot, active: MainWindow, room: ViewId) -> None:
    active.go_to_room(room)
    before = QApplication.focusWidget()
    assert before is not None
    press(qtbot, active, Qt.Key.Key_F1)
    sheet = active.helping.sheet
    assert sheet.isVisible()
    assert sheet.filter.hasFocus()
    text = sheet.page.toPlainText()
    assert all(one.does.nl in text for one in TABLE)
    press(qtbot, active, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert QApplication.focusWidget() is before
    assert active.here is room


def test_the_keyboard_goes_straight_back(qtbot: QtBot, active: MainWindow, qapp: QApplication) -> None:
    active.topbar.box.setFocus()
    press(qtbot, active, Qt.Key.Key_F1)
    went: list[QWidget | None] = []
    connection = qapp.focusChanged.connect(lambda _old, now: went.append(now))
    press(qtbot, active, Qt.Key.Key_Escape)
    qapp.disconnect(connection)
    assert went == [active.topbar.box], "a screen reader says everything on the way"


def test_f1_again_puts_it_away(qtbot: QtBot, active: MainWindow) -> None:
    press(qtbot, active, Qt.Key.Key_F1)
    press(qtbot, active, Qt.Key.Key_F1)
    assert not active.helping.sheet.isVisible()
    assert active.topbar.box.hasFocus()


def test_the_keys_are_on_it_every_time_and_not_only_the_first(qtbot: QtBot, active: MainWindow) -> None:
    for time in range(3):
        press(qtbot, active, Qt.Key.Key_F1)
        text = active.helping.sheet.page.toPlainText()
        assert all(one.does.nl in text for one in TABLE), time
        press(qtbot, active, Qt.Key.Key_Escape)


def test_a_filter_that_finds_the_same_keys_shows_them(qtbot: QtBot, active: MainWindow) -> None:
    press(qtbot, active, Qt.Key.Key_F1)
    sheet = active.helping.sheet
    for letters in ("bladwijze", "bladwijzer"):
        sheet.filter.setText(letters)
        assert "bladwijzer" in sheet.page.toPlainText()


def test_what_is_typed_narrows_it_and_escape_first_empties_that(qtbot: QtBot, active: MainWindow) -> None:
    press(qtbot, active, Qt.Key.Key_F1)
    sheet = active.helping.sheet
    hand.write(sheet.filter, "bladwijzer")
    assert {"bookmarks", "bookmark", "bookmark-note", "remove-bookmark"} <= {one.name for one in sheet.shown}
    assert "afdrukken" not in sheet.page.toPlainText()
    press(qtbot, active, Qt.Key.Key_Escape)
    assert sheet.isVisible()
    assert sheet.filter.text() == ""
    hand.write(sheet.filter, "f9")
    assert [one.name for one in sheet.shown] == ["hide"]
    sheet.filter.setText("xqzzy")
    assert not sheet.shown
    assert sheet.page.toPlainText().strip()


def test_another_key_leads_away_from_it(qtbot: QtBot, active: MainWindow) -> None:
    active.go_to_room(ViewId.COUNTRIES)
    press(qtbot, active, Qt.Key.Key_F1)
    hand.press("Ctrl+K")
    assert not active.helping.sheet.isVisible()
    assert active.topbar.box.hasFocus()


def test_the_curtain_hides_it_with_all_the_rest(qtbot: QtBot, active: MainWindow) -> None:
    press(qtbot, active, Qt.Key.Key_F1)
    active.privacy_screen.move_it()
    assert not active.helping.sheet.isVisible()
    press(qtbot, active, Qt.Key.Key_F1)
    assert not active.helping.sheet.isVisible()
    active.privacy_screen.move_it()
    assert active.helping.sheet.isVisible()


def test_the_tab_key_goes_round_on_it(qtbot: QtBot, active: MainWindow) -> None:
    press(qtbot, active, Qt.Key.Key_F1)
    sheet = active.helping.sheet
    stops = []
    for _ in range(4):
        stops.append(QApplication.focusWidget())
        press(qtbot, active, Qt.Key.Key_Tab)
    assert stops == [sheet.filter, sheet.more, sheet.close_button, sheet.page]
    assert sheet.filter.hasFocus()


def test_all_help_leads_to_the_help(qtbot: QtBot, active: MainWindow) -> None:
    press(qtbot, active, Qt.Key.Key_F1)
    hand.click(active.helping.sheet.more)
    assert active.here is ViewId.HELP
    assert not active.helping.sheet.isVisible()


def test_it_fits_at_every_text_size_and_speaks_the_other_language(qtbot: QtBot, active: MainWindow) -> None:
    for size in (100, 150, 200):
        active.services.settings.change(text_size=size)
        active.helping.toggle_keys()
        sheet = active.helping.sheet
        assert active.rect().contains(sheet.geometry())
        assert sheet.page.document().size().width() <= sheet.page.viewport().width()
        active.helping.toggle_keys()
    active.topbar.choose_other_language()
    active.helping.toggle_keys()
    assert "to the search box, from anywhere" in active.helping.sheet.page.toPlainText()


def test_the_reading_cursor_is_asked_of_the_table(qtbot: QtBot, active: MainWindow) -> None:
    none = Qt.KeyboardModifier.NoModifier
    assert is_pressed(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F7, none), "reading-cursor")
    assert not is_pressed(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F6, none), "reading-cursor")


def test_all_the_rest_is_in_the_shade_and_a_click_there_goes_back(qtbot: QtBot, active: MainWindow) -> None:
    active.topbar.box.setFocus()
    press(qtbot, active, Qt.Key.Key_F1)
    sheet = active.helping.sheet
    over = sheet.parentWidget()
    shade = over.findChild(Shade)
    assert shade.isVisible()
    assert shade.geometry() == over.rect()
    beside = QPoint(2, 2)
    assert over.childAt(beside) is shade
    assert sheet.isAncestorOf(over.childAt(sheet.geometry().center()))
    active.resize(1500, 800)
    qtbot.waitUntil(lambda: shade.geometry() == over.rect())
    hand.click(shade, beside)
    assert not sheet.isVisible()
    assert not shade.isVisible()
    assert active.topbar.box.hasFocus()


def test_the_rooms_stand_there_as_on_the_rail() -> None:
    keys = [one.keys for one in TABLE if one.name in {f"room-{room}" for room in RAIL}]
    assert keys == [(f"Alt+{number}",) for number in range(1, len(RAIL) + 1)]
    assert [one.name for one in TABLE if one.keys in keys] == [f"room-{room}" for room in RAIL]
