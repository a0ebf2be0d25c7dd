"""Stepping through hits, finding on the page and searching for the selection, on the real window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guidance_kb.language import Language
from guidance_kb.search.results.answer import Hit
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.reading.browser import Browser
from guidance_kb.ui.reading.view import ReadingView
from guidance_kb.ui.search.model import ResultModel
from guidance_kb.ui.shell.window import MainWindow
from tests.hand import hand

Search = Callable[[str], None]


@pytest.fixture
def reading(qtbot: QtBot, window: MainWindow, search: Search) -> ReadingView:
    qtbot.waitUntil(window.isActiveWindow)
    search("schaamte")
    return window.results.reading


def page(reading: ReadingView) -> Browser:
    return reading.findChildren(Browser)[0]


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    hand.press(key, modifier)


def test_the_hit_keys_work_from_the_box_and_the_list_and_say_where_one_is(
    qtbot: QtBot, window: MainWindow, reading: ReadingView
) -> None:
    count = len(reading.marked)
    assert count > 2
    assert reading.place == f"treffer 1 van {count}"
    press(qtbot, Qt.Key.Key_F3)
    assert reading.place == f"treffer 2 van {count}"
    window.results.focus_results()
    press(qtbot, Qt.Key.Key_F3)
    assert reading.place == f"treffer 3 van {count}"
    assert window.results.results.hasFocus()
    for _ in range(3):
        press(qtbot, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert reading.place == f"treffer {count} van {count}"


def test_ctrl_f_finds_on_the_page_that_is_read(qtbot: QtBot, window: MainWindow, reading: ReadingView) -> None:
    reading.setFocus()
    press(qtbot, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert reading.findbar.isVisible()
    assert QApplication.focusWidget() is reading.findbar.box
    hand.write(reading.findbar.box, "LEREN")
    count = reading.text().lower().count("leren")
    assert count > 1
    assert [word.lower() for word in reading.marked] == ["leren"] * count
    assert reading.findbar.told.text() == f"1 van {count}"
    press(qtbot, Qt.Key.Key_Return)
    assert reading.findbar.told.text() == f"2 van {count}"
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, Qt.Key.Key_F3)
    assert reading.findbar.told.text() == f"2 van {count}"


def test_what_is_not_on_the_page_is_said_calmly(qtbot: QtBot, reading: ReadingView) -> None:
    reading.open_findbar()
    hand.write(reading.findbar.box, "xqzzy")
    assert reading.findbar.told.text() == "staat niet op deze pagina"
    assert reading.marked == []


def test_escape_closes_the_bar_and_shows_the_hits_again(qtbot: QtBot, reading: ReadingView) -> None:
    hits = reading.marked
    reading.open_findbar()
    hand.write(reading.findbar.box, "leren")
    press(qtbot, Qt.Key.Key_Escape)
    assert not reading.findbar.isVisible()
    assert reading.marked == hits
    assert page(reading).hasFocus()


def test_another_page_closes_the_bar(qtbot: QtBot, window: MainWindow, reading: ReadingView) -> None:
    reading.open_findbar()
    window.open_page("care-duties")
    qtbot.waitUntil(lambda: reading.shown == "care-duties")
    assert not reading.findbar.isVisible()


def test_ctrl_f_elsewhere_goes_to_the_search_box(qtbot: QtBot, window: MainWindow, reading: ReadingView) -> None:
    window.go_to_room(ViewId.COUNTRIES)
    press(qtbot, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.topbar.box.hasFocus()
    assert not reading.findbar.isVisible()


def select(reading: ReadingView, word: str) -> None:
    cursor = QTextCursor(page(reading).document())
    start = reading.text().index(word)
    cursor.setPosition(start)
    cursor.setPosition(start + len(word), QTextCursor.MoveMode.KeepAnchor)
    page(reading).setTextCursor(cursor)


def test_the_selected_words_are_searched_for(qtbot: QtBot, window: MainWindow, reading: ReadingView) -> None:
    select(reading, "taboe")
    reading.setFocus()
    press(qtbot, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.answered == "taboe")
    assert window.topbar.box.text() == "taboe"


def test_a_selection_is_copied_with_its_source_and_plainly_without(window: MainWindow, reading: ReadingView) -> None:
    window.open_page("transport")
    clipboard = QApplication.clipboard()
    select(reading, "kinderopvang")
    hand.press("Ctrl+Shift+C")
    selected, source = clipboard.text().split("\n\n")
    assert selected == "kinderopvang"
    assert source.startswith("Naverteld uit: ")
    assert "#" not in clipboard.mimeData().html()  # no colour of the screen
    hand.press("Ctrl+C")
    assert clipboard.text() == "kinderopvang"
    select(reading, "")
    hand.press("Ctrl+Shift+C")
    assert clipboard.text().startswith("Vervoer naar de les\n")
    assert clipboard.mimeData().html().startswith("<p><b>Vervoer naar de les</b></p>")


def test_without_a_selection_nothing_is_searched_for(qtbot: QtBot, window: MainWindow, reading: ReadingView) -> None:
    reading.setFocus()
    press(qtbot, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert window.topbar.box.text() == "schaamte"


def test_the_menu_of_the_page_searches_for_the_selection(window: MainWindow, reading: ReadingView) -> None:
    select(reading, "taboe")
    menu = page(reading).menu()
    menu.actions()[0].trigger()
    assert window.topbar.box.text() == "taboe"
    page(reading).setTextCursor(QTextCursor(page(reading).document()))
    assert all("Ctrl+E" not in action.text() for action in page(reading).menu().actions())


def test_the_mouse_alone_finds_on_the_page(reading: ReadingView) -> None:
    next(action for action in page(reading).menu().actions() if "Ctrl+F" in action.text()).trigger()
    assert reading.findbar.isVisible()
    assert QApplication.focusWidget() is reading.findbar.box


def test_the_selection_is_what_the_find_bar_begins_with(reading: ReadingView) -> None:
    select(reading, "taboe")
    reading.open_findbar()
    assert reading.findbar.box.text() == "taboe"
    assert {word.lower() for word in reading.marked} == {"taboe"}


@pytest.mark.parametrize("entry", ["help-omgaan-met-goede-en-slechte-ervaringen", "help-het-programma-begrijpen"])
def test_an_entry_whose_id_begins_as_those_of_the_help_do_is_read(
    window: MainWindow, reading: ReadingView, entry: str
) -> None:
    window.open_page(entry)
    assert window.results.isVisible()
    assert reading.shown == entry
    title = window.services.library.title(entry)
    assert title is not None
    assert title.nl in reading.text()
    reading.around.toggle_bookmark()
    assert entry in window.services.bookmarks.kept


def test_a_hit_found_in_the_other_language_is_read_in_the_programs_own(
    qtbot: QtBot, window: MainWindow, search: Search
) -> None:
    window.topbar.choose_other_language()
    search("opnieuw")
    results = window.results
    model = results.results.model()
    assert isinstance(model, ResultModel)
    shown = [model.row(model.index(number)) for number in range(model.rowCount())]
    elsewhere, *_ = [row for row in shown if isinstance(row, Hit) and row.found_in is Language.NL]
    assert "found in the Dutch text" in model.source(elsewhere)
    results.show_page(elsewhere.id)
    assert results.reading.language is Language.EN
    assert elsewhere.title in results.reading.text()
    assert results.reading.marked == []
    assert results.reading.place == "found in the Dutch text"
    results.reading.bar.other_wanted.emit()
    assert results.reading.language is Language.NL
    count = len(results.reading.marked)
    assert count
    assert results.reading.place == f"hit 1 of {count}"
