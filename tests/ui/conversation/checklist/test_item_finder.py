"""The box that finds an item by what the client says: keys from the phrase to the tick, its words, and what it leaves behind."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guidance_kb.conversation.answers import State
from guidance_kb.ui.conversation.checklist.item_finder import ItemFinder
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.shell.window import MainWindow
from tests.hand import hand
from tests.ui.conversation.conftest import speak

CARE = "vraag-zorg"


@pytest.fixture
def finder(view: ConversationView) -> ItemFinder:
    """The box, reached with its key from the list."""
    hand.click(view.items.rows["vraag-dichtbij"])
    hand.press("/")
    assert view.finder.hasFocus()
    assert view.finder.text() == ""
    return view.finder


def type_and_wait(qtbot: QtBot, finder: ItemFinder, words: str) -> None:
    hand.keys(words)
    qtbot.waitUntil(lambda: finder.answered == words)


def test_return_selects_the_best_and_return_again_ticks_it(
    qtbot: QtBot, view: ConversationView, finder: ItemFinder
) -> None:
    type_and_wait(qtbot, finder, "geen oppas")
    assert finder.found[0] == CARE
    assert finder.suggestions.isVisible()
    hand.press("Return")
    assert view.controller.current == CARE
    assert view.controller.session.answers == {}
    assert finder.hasFocus()
    assert not finder.suggestions.isVisible()
    hand.press("Return")
    assert view.controller.session.answer(CARE).state is State.NAMED
    assert finder.text() == ""
    assert view.items.rows[CARE].hasFocus()


def test_a_hurried_hand_types_on_before_the_answer_is_there(
    qtbot: QtBot, view: ConversationView, finder: ItemFinder
) -> None:
    hand.keys("geen oppas")
    hand.press("Return")
    hand.press("Return")
    qtbot.waitUntil(lambda: view.controller.session.answer(CARE).state is State.NAMED)


def test_control_return_ticks_and_keeps_the_words_beside_those_that_are_there(
    qtbot: QtBot, view: ConversationView, finder: ItemFinder
) -> None:
    view.controller.set_note(CARE, "oma is ziek")
    type_and_wait(qtbot, finder, "geen oppas")
    hand.press("Ctrl+Return")
    answer = view.controller.session.answer(CARE)
    assert (answer.state, answer.note) == (State.NAMED, "oma is ziek\ngeen oppas")


def test_what_is_ticked_already_stays_ticked(qtbot: QtBot, view: ConversationView, finder: ItemFinder) -> None:
    view.controller.set_state(CARE, State.NAMED)
    type_and_wait(qtbot, finder, "geen oppas")
    assert "Genoemd" in finder.suggestions._model.stringList()[0]
    hand.press("Return")
    hand.press("Return")
    assert view.controller.session.answer(CARE).state is State.NAMED


def test_a_folded_item_unfolds_and_the_arrows_choose_another(
    qtbot: QtBot, view: ConversationView, finder: ItemFinder
) -> None:
    type_and_wait(qtbot, finder, "school")
    second = finder.found[1]
    hand.press("Down")
    hand.press("Return")
    assert view.controller.current == second
    assert view.items.rows[second].isVisible()
    hand.press("Return")
    assert list(view.controller.session.answers) == [second]


def test_a_click_on_a_suggestion_goes_to_its_row_and_ticks_nothing(
    qtbot: QtBot, view: ConversationView, finder: ItemFinder
) -> None:
    type_and_wait(qtbot, finder, "geen oppas")
    rows = finder.suggestions._list
    hand.click_place(rows.viewport().mapToGlobal(rows.visualRect(rows.model().index(0, 0)).center()))
    assert view.controller.current == CARE
    assert view.items.rows[CARE].hasFocus()
    assert view.controller.session.answers == {}


def test_escape_empties_the_box_and_then_leaves_it(qtbot: QtBot, view: ConversationView, finder: ItemFinder) -> None:
    type_and_wait(qtbot, finder, "geen oppas")
    hand.press("Escape")
    assert finder.text() == ""
    assert finder.hasFocus()
    assert not finder.suggestions.isVisible()
    hand.press("Ctrl+Z")
    assert finder.text() == ""
    hand.press("Escape")
    assert view.items.rows["vraag-dichtbij"].hasFocus()


def test_what_no_question_fits_is_said(qtbot: QtBot, view: ConversationView, finder: ItemFinder) -> None:
    speak(view)
    type_and_wait(qtbot, finder, "xqzzy")
    assert finder.suggestions.isVisible()
    assert finder.suggestions._heading.text() == "Geen vraag past hierbij. Probeer een ander woord."
    hand.press("Return")
    hand.press("Ctrl+Return")
    assert view.controller.session.answers == {}


def test_a_finished_conversation_can_be_searched_and_not_ticked(
    qtbot: QtBot, view: ConversationView, finder: ItemFinder
) -> None:
    view.controller.set_mode(read_only=True, kept=True)
    type_and_wait(qtbot, finder, "geen oppas")
    hand.press("Return")
    assert view.controller.current == CARE
    hand.press("Return")
    assert view.controller.session.answers == {}


def test_a_slash_in_a_note_is_a_letter(view: ConversationView) -> None:
    view.items.go_to(CARE)
    hand.press("Shift+N")
    hand.keys("wo/do")
    assert view.controller.session.answer(CARE).note == "wo/do"


def test_nothing_of_it_is_left(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.go_to_room(ViewId.CONVERSATION)
    view = window.view(ViewId.CONVERSATION)
    assert isinstance(view, ConversationView)
    hand.press("Ctrl+F")
    assert QApplication.focusWidget() is view.finder
    type_and_wait(qtbot, view.finder, "geen oppas")
    window.services.casebook.lock()
    view.controller.take()
    assert view.finder.text() == ""
    assert view.finder.found == ()
    assert [file for file in tmp_path.rglob("*") if file.is_file() and b"oppas" in file.read_bytes()] == []
