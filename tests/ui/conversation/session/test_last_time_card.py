"""The card that a second conversation opens with: the goal, how the steps went, what is planned; nothing is carried over by itself."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from guidance_kb.casebook.records.followups import Means, Meeting
from guidance_kb.casebook.records.steps import StepResult, Terms, Who
from guidance_kb.casebook.storage.store import Store
from guidance_kb.conversation.answers import GAP, GOAL_ITEM, State
from guidance_kb.ui.conversation.session.last_time_card import LastTimeCard
from guidance_kb.ui.conversation.view import ConversationView
from tests.hand import hand
from tests.ui.conversation.conftest import Casebook

GOAL = "een diploma in de zorg"
DECLINED = "vraag-geld"


@pytest.fixture
def step(kept: ConversationView, casebook: Casebook) -> int:
    """A first conversation with a goal, an answer, something declined, a step and an appointment; then a second one has begun."""
    kept.controller.set_note(GOAL_ITEM, GOAL)
    kept.controller.set_state(DECLINED, State.DECLINED)
    casebook.settle()
    (session,) = casebook.drafts()
    client = casebook.ask(lambda store: store.sessions.get(session).client)

    def agree(store: Store) -> int:
        store.follow_ups.appoint(client, date(2030, 1, 9), Meeting(None, Means.PHONE, "kamer 3"))
        return store.steps.agree(client, Terms("belt de school", Who.CLIENT), session)

    made = casebook.ask(agree)
    kept.finish()
    casebook.settle()
    kept.start_for(client)
    casebook.settle()
    return made


@pytest.fixture
def card(kept: ConversationView, step: int) -> LastTimeCard:
    assert kept.last_time.isVisible()
    assert step in kept.last_time.reviews
    return kept.last_time


def test_the_goal_has_half_of_the_card(kept: ConversationView, casebook: Casebook) -> None:
    kept.controller.set_note(GOAL_ITEM, GOAL)
    casebook.settle()
    (session,) = casebook.drafts()
    client = casebook.ask(lambda store: store.sessions.get(session).client)
    step = casebook.ask(lambda store: store.steps.agree(client, Terms("belt de school", Who.CLIENT), session))
    kept.finish()
    kept.start_for(client)
    casebook.settle()
    card = kept.last_time
    assert card.reviews[step].mapTo(card, QPoint()).x() > card.width() // 3


def test_the_details_keep_clear_of_the_signals_below_the_card(kept: ConversationView, card: LastTimeCard) -> None:
    kept.items.go_to("vraag-geld")
    for height in (690, 600):
        kept.resize(kept.width(), height)
        QApplication.processEvents()
        assert not kept.items.pane.geometry().intersects(kept.aside.geometry()), height


def test_a_first_conversation_has_no_card(kept: ConversationView) -> None:
    assert not kept.last_time.isVisible()
    assert not kept.last_time.wanted


def test_nothing_is_carried_over_by_itself(kept: ConversationView, card: LastTimeCard) -> None:
    assert kept.controller.session.answers == {}
    assert kept.controller.last_time.goal == GOAL
    assert kept.controller.last_time.declined == (DECLINED,)


def test_the_goal_is_taken_over_with_one_click(kept: ConversationView, card: LastTimeCard, casebook: Casebook) -> None:
    again = card.findChild(object, "goal-again")
    assert again is not None
    hand.click(again)  # type: ignore[arg-type]
    assert kept.controller.session.answer(GOAL_ITEM).note == GOAL
    assert kept.goal.field.text() == GOAL
    kept.controller.undo()
    assert kept.controller.session.answer(GOAL_ITEM) == GAP


@pytest.mark.parametrize("result", StepResult)
def test_how_a_step_went_is_stored_at_once_and_undone(
    card: LastTimeCard, casebook: Casebook, step: int, result: StepResult
) -> None:
    hand.click(hand.reach(card.reviews[step].results[result]))
    casebook.settle()
    assert casebook.ask(lambda store: store.steps.get(step)).result is result
    undo = card.findChild(object, "review-undo")
    assert undo is not None
    hand.click(hand.reach(undo))  # type: ignore[type-var]
    casebook.settle()
    assert casebook.ask(lambda store: store.steps.get(step)).result is None


def test_it_is_closed_and_opened_again_from_the_header(kept: ConversationView, card: LastTimeCard) -> None:
    hand.click(card.leave)
    assert not card.isVisible()
    card.toggle()
    assert card.isVisible()


def test_nothing_of_it_stays_when_the_records_lock(
    kept: ConversationView, card: LastTimeCard, casebook: Casebook
) -> None:
    casebook.service.lock()
    assert not card.isVisible()
    assert card.reviews == {}
    assert kept.controller.last_time.goal == ""


def test_nothing_of_it_reaches_the_conversation_of_another_client(
    kept: ConversationView, card: LastTimeCard, casebook: Casebook
) -> None:
    kept.start_for(casebook.client("2026-008").id)
    casebook.settle()
    assert not card.isVisible()
    assert not card.wanted
    assert not kept.header.last_time.isVisible()
    assert kept.controller.last_time.answers == {}
