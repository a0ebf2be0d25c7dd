"""What a screen reader is told of an answer, and of a hit."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from guidance_kb.search.results.answer import Hit
from guidance_kb.ui.shell.window import MainWindow
from tests.hand import hand

Search = Callable[[str], None]
DESCRIPTION = Qt.ItemDataRole.AccessibleDescriptionRole


def test_how_many_were_found(window: MainWindow, search: Search) -> None:
    search("oppas")
    answer = window.results.answer
    assert answer is not None
    assert window.results.telling.words == f"{answer.total} gevonden."


def test_that_nothing_was_found_and_what_to_do(window: MainWindow, search: Search) -> None:
    search("xqzzy")
    assert window.results.telling.words.startswith("Niets gevonden. De kennis noemt xqzzy niet. ")


def test_that_another_word_was_searched_for(window: MainWindow, search: Search) -> None:
    search("kinderopvnag")
    told = window.results.telling.words
    assert [offer for offer in window.results.searched.offers if offer in told] == window.results.searched.offers != []


def test_the_words_that_are_marked_in_a_hit(window: MainWindow, search: Search) -> None:
    search("kinderopvang")
    model = window.results.results.model()
    marked = 0
    for number in range(model.rowCount()):
        index = model.index(number, 0)
        hit, said = model.row(index), model.data(index, DESCRIPTION)
        if not isinstance(hit, Hit):
            assert said is None
        elif hit.title_marks or (model.card(hit) is None and model.excerpt(hit).marks):
            assert said.startswith("Gemarkeerd: ")
            marked += 1
        else:
            assert said == ""
    assert marked


def test_enter_goes_to_the_page_of_a_hit(qtbot: QtBot, window: MainWindow, search: Search) -> None:
    search("oppas")
    hand.press("Down")
    hand.press("Return")
    assert window.results.reading.holds_focus


def test_escape_goes_from_the_page_back_to_the_results(qtbot: QtBot, window: MainWindow, search: Search) -> None:
    search("oppas")
    hand.press("Down")
    hand.press("Return")
    hand.press("Ctrl+F")
    hand.press("Esc")  # puts away the bar to find with
    assert window.results.reading.holds_focus
    hand.press("Esc")
    assert window.results.results.hasFocus()


def test_the_empty_list_is_no_stop(window: MainWindow, search: Search) -> None:
    search("oppas")
    assert window.results.results.focusPolicy() is Qt.FocusPolicy.StrongFocus
    search("xqzzy")
    assert window.results.results.focusPolicy() is Qt.FocusPolicy.NoFocus
