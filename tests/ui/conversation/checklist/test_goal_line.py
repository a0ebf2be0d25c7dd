"""The line with the client's goal: it is the note of one item, ticks it, and is on both pages, in the record and in the list."""

import pytest
from PySide6.QtWidgets import QApplication

from guidance_kb.conversation.answers import GAP, GOAL_ITEM, Answer, By, State, goal_of
from guidance_kb.ui.conversation.checklist.goal_line import GoalLine
from guidance_kb.ui.conversation.view import ConversationView
from tests.hand import hand
from tests.ui.conversation.conftest import Casebook

WORDS = "mijn kinderen helpen"


@pytest.fixture
def goal(view: ConversationView) -> GoalLine:
    """The line, reached with its key from the list."""
    hand.click(view.items.rows["vraag-dichtbij"])
    hand.press("Shift+W")
    assert view.goal.field.hasFocus()
    return view.goal


def answer(view: ConversationView) -> Answer:
    return view.controller.session.answer(GOAL_ITEM)


def test_words_in_it_are_the_note_of_the_item_and_answer_it(view: ConversationView, goal: GoalLine) -> None:
    hand.keys(WORDS)
    assert answer(view) == Answer(State.NAMED, By.CLIENT, WORDS)
    assert goal_of(view.controller.session.answers) == WORDS
    hand.press("Return")
    assert view.items.isAncestorOf(QApplication.focusWidget())


def test_what_was_typed_in_one_go_is_undone_at_once(view: ConversationView, goal: GoalLine) -> None:
    hand.keys(WORDS)
    hand.press("Esc")
    hand.press("Ctrl+Z")
    assert answer(view) == GAP
    assert goal.field.text() == ""


def test_an_emptied_line_is_a_gap_again(view: ConversationView, goal: GoalLine) -> None:
    hand.keys("ab")
    hand.press("Backspace", times=2)
    assert answer(view) == GAP
    assert not view.controller.session.can_undo


def test_a_line_emptied_later_is_a_gap_and_can_be_brought_back(view: ConversationView, goal: GoalLine) -> None:
    hand.keys("ab")
    view.controller.set_state("vraag-dichtbij", State.NAMED)
    hand.press("Backspace", times=2)
    assert answer(view) == GAP
    view.controller.undo()
    assert answer(view).note == goal.field.text() == "ab"


def test_a_denial_is_not_overruled_by_a_note(view: ConversationView) -> None:
    view.controller.set_state(GOAL_ITEM, State.NOT_AN_ISSUE)
    view.controller.set_note(GOAL_ITEM, "weet het nog niet")
    assert answer(view).state is State.NOT_AN_ISSUE
    assert goal_of(view.controller.session.answers) == ""


def test_the_note_of_the_item_and_the_line_are_one(view: ConversationView) -> None:
    view.items.go_to(GOAL_ITEM)
    hand.press("Shift+N")
    hand.keys("bakker worden")
    assert view.goal.field.text() == "bakker worden"
    hand.press("Esc")
    hand.press("Shift+W")
    hand.keys(" in Assen")
    assert view.items.details.note.toPlainText() == "bakker worden in Assen"


def test_it_stays_while_the_client_is_watching(view: ConversationView, goal: GoalLine) -> None:
    hand.keys(WORDS)
    hand.press("Esc")
    hand.press("h")
    assert goal.field.isVisible()
    assert goal.field.text() == WORDS


@pytest.mark.parametrize("size", [(1270, 690), (930, 620)])
def test_it_is_in_sight_wherever_the_list_is(view: ConversationView, size: tuple[int, int]) -> None:
    view.resize(*size)
    QApplication.processEvents()
    view.items.go_to(list(view.controller.shown_items())[-1])
    assert view.goal.field.visibleRegion().boundingRect() == view.goal.field.rect()


def test_a_finished_conversation_can_only_be_read(view: ConversationView, goal: GoalLine) -> None:
    view.controller.set_mode(read_only=True, kept=True)
    hand.keys(WORDS)
    assert answer(view) == GAP


def test_it_is_saved_and_comes_back_with_the_conversation(kept: ConversationView, casebook: Casebook) -> None:
    hand.press("Shift+W")
    hand.keys(WORDS)
    hand.press("Return")
    casebook.settle()
    (session,) = casebook.drafts()
    kept.put_down()
    casebook.settle()
    assert kept.goal.field.text() == ""
    person = casebook.ask(lambda store: store.sessions.get(session).client)
    assert casebook.ask(lambda store: store.sessions.goal_of_client(person)) == WORDS
    kept.resume(session)
    casebook.settle()
    assert kept.goal.field.text() == WORDS


def test_nothing_of_it_stays_when_the_records_lock(kept: ConversationView, casebook: Casebook) -> None:
    hand.press("Shift+W")
    hand.keys(WORDS)
    casebook.settle()
    casebook.service.lock()
    assert kept.goal.field.text() == ""
    kept.goal.field.undo()
    assert kept.goal.field.text() == ""
