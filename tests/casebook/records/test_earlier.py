"""What a conversation finds of the contacts before it."""

from datetime import date

import pytest

from guidance_kb.casebook.records.consents import Reply
from guidance_kb.casebook.records.earlier import earlier
from guidance_kb.casebook.records.followups import FollowUpKind
from guidance_kb.casebook.records.steps import StepResult, Terms, Who
from guidance_kb.casebook.storage.store import Store
from guidance_kb.conversation.answers import Answer, State
from guidance_kb.conversation.session import SessionChange
from tests.casebook.people import RULES, client

NAMED = Answer(State.NAMED, note="oma past op")


@pytest.fixture
def person(open_casebook: Store) -> int:
    return client(open_casebook)


def held(store: Store, person: int, day: date, *items: str) -> int:
    """Holds a conversation on a day, with the same answer to these items."""
    session = store.sessions.begin(person, RULES)
    for item in items:
        store.sessions.save(session, SessionChange(item, Answer(), NAMED, ()))
    store.sessions.set_day(session, day)
    return session


def test_a_first_conversation_has_nothing_before_it(open_casebook: Store, person: int) -> None:
    found = earlier(open_casebook, person, None)
    assert (found.number, found.held, found.last_time.day, found.steps, found.planned, found.consent) == (
        1, None, None, (), (), None,
    )  # fmt: skip


def test_a_conversation_entered_later_takes_its_place_by_its_day(open_casebook: Store, person: int) -> None:
    second = held(open_casebook, person, date(2026, 11, 17), "vraag-zorg")
    first = held(open_casebook, person, date(2026, 11, 3), "vraag-reizen")
    numbers = [earlier(open_casebook, person, session).number for session in (first, second, None)]
    assert numbers == [1, 2, 3]
    assert set(earlier(open_casebook, person, first).last_time.answers) == set()
    assert set(earlier(open_casebook, person, second).last_time.answers) == {"vraag-reizen"}
    assert set(earlier(open_casebook, person, None).last_time.answers) == {"vraag-reizen", "vraag-zorg"}


def test_a_step_stays_in_sight_while_the_conversation_asks_how_it_went(open_casebook: Store, person: int) -> None:
    steps = open_casebook.steps
    before = held(open_casebook, person, date(2026, 11, 3), "vraag-zorg")
    asked = steps.agree(person, Terms("belt haar zus", Who.CLIENT), before)
    past = steps.agree(person, Terms("vraagt het rooster", Who.CLIENT), before)
    steps.review(past, StepResult.SUCCEEDED, day=date(2026, 11, 10))
    now = open_casebook.sessions.begin(person, RULES)
    own = steps.agree(person, Terms("komt weer", Who.CLIENT), now)
    assert own not in [step.id for step in earlier(open_casebook, person, now).steps]
    steps.review(asked, StepResult.SUCCEEDED)
    found = earlier(open_casebook, person, now)
    assert [(step.id, step.result) for step in found.steps] == [(asked, StepResult.SUCCEEDED)]
    assert found.reviewed_last
    open_casebook.undo.take_back(person)
    found = earlier(open_casebook, person, now)
    assert [(step.id, step.result) for step in found.steps] == [(asked, None)]
    assert not found.reviewed_last


def test_only_what_is_still_planned_is_found(open_casebook: Store, person: int) -> None:
    done = open_casebook.follow_ups.plan(person, FollowUpKind.FIRST_WEEK, date(2026, 11, 20))
    to_come = open_casebook.follow_ups.plan(person, FollowUpKind.SECOND_WEEK, date(2026, 11, 27))
    open_casebook.follow_ups.done(done)
    open_casebook.consents.put(person, Reply.YES)
    found = earlier(open_casebook, person, None)
    assert [each.id for each in found.planned] == [to_come]
    assert found.consent is not None
    assert found.consent.holds
