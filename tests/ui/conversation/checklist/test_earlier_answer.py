"""What the client said last time, beside each question: given again, changed or denied with one click, and never by itself."""

import pytest

from guidance_kb.conversation.answers import GAP, Answer, State
from guidance_kb.ui.conversation.checklist.earlier_answer import EarlierAnswerLine
from guidance_kb.ui.conversation.view import ConversationView
from tests.hand import hand
from tests.ui.conversation.conftest import Casebook

NAMED, DENIED, REFUSED, NEVER = "vraag-reizen", "vraag-geld", "vraag-lezen", "vraag-welkom"
NOTE = "de bus stopt om acht uur"


@pytest.fixture
def second(kept: ConversationView, casebook: Casebook) -> ConversationView:
    """A second conversation, after one in which something was named, denied and refused."""
    kept.controller.set_state(NAMED, State.NAMED)
    kept.controller.set_note(NAMED, NOTE)
    kept.controller.set_state(DENIED, State.NOT_AN_ISSUE)
    kept.controller.set_state(REFUSED, State.DECLINED)
    casebook.settle()
    (session,) = casebook.drafts()
    client = casebook.ask(lambda store: store.sessions.get(session).client)
    kept.finish()
    casebook.settle()
    kept.start_for(client)
    casebook.settle()
    kept.last_time.toggle()
    return kept


def line_at(view: ConversationView, item: str) -> EarlierAnswerLine:
    view.items.go_to(item)
    return view.items.details.earlier


def test_a_first_conversation_has_none(kept: ConversationView) -> None:
    assert line_at(kept, NAMED).isHidden()
    assert kept.items.rows[NAMED].sign == ""


def test_the_answer_and_its_note_are_shown_and_not_given(second: ConversationView) -> None:
    line = line_at(second, NAMED)
    assert line.isVisible()
    assert NOTE in line.said.text()
    assert second.controller.session.answer(NAMED) == GAP
    assert second.items.rows[NAMED].sign == "history"
    assert line_at(second, NEVER).isHidden()
    assert second.items.rows[NEVER].sign == ""


def test_still_so(second: ConversationView) -> None:
    hand.click(hand.reach(line_at(second, NAMED).again))
    assert second.controller.session.answer(NAMED) == Answer(State.NAMED, note=NOTE)
    assert second.items.rows[NAMED].sign == ""
    second.controller.undo()
    assert second.controller.session.answer(NAMED) == GAP


def test_changed_asks_for_a_note(second: ConversationView) -> None:
    hand.click(hand.reach(line_at(second, DENIED).changed))
    assert second.items.details.note.hasFocus()
    hand.write(second.items.details.note, "nu toch wel")
    assert second.controller.session.answer(DENIED) == Answer(State.NAMED, note="nu toch wel")


def test_no_longer_is_offered_after_named_only(second: ConversationView) -> None:
    assert line_at(second, DENIED).over.isHidden()
    hand.click(hand.reach(line_at(second, NAMED).over))
    assert second.controller.session.answer(NAMED) == Answer(State.NOT_AN_ISSUE)


def test_what_was_refused_is_left_to_the_client(second: ConversationView) -> None:
    line = line_at(second, REFUSED)
    assert line.isVisible()
    assert all(each.isHidden() for each in line.buttons)


def test_the_words_go_with_the_conversation(second: ConversationView, casebook: Casebook) -> None:
    line = line_at(second, NAMED)
    casebook.service.lock()
    assert NOTE not in line.said.text()
    assert second.items.rows[NAMED].sign == ""
