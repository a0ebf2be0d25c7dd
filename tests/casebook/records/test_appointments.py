"""The next appointment, how a step went, the day of a conversation, and consent."""

from datetime import date, time, timedelta

import pytest

from guidance_kb.casebook.records.clients import ClientOrder
from guidance_kb.casebook.records.consents import Reply
from guidance_kb.casebook.records.followups import FollowUpKind, Means, Meeting
from guidance_kb.casebook.records.steps import Step, StepResult, Terms, Who
from guidance_kb.casebook.storage.store import Store
from guidance_kb.errors import BugError
from tests.casebook.conftest import Clock
from tests.casebook.people import RULES, TODAY, client

DAY = date(2026, 12, 9)
AT_TWO = Meeting(time(14, 30), Means.PHONE, "06 12345678")


def test_an_appointment_has_its_time_and_place(open_casebook: Store) -> None:
    person = client(open_casebook)
    made = open_casebook.follow_ups.appoint(person, DAY, AT_TWO)
    held = open_casebook.follow_ups.get(made)
    assert (held.kind, held.due, held.meeting) == (FollowUpKind.APPOINTMENT, DAY, AT_TWO)
    assert [due.kind for due in open_casebook.follow_ups.to_come()] == ["appointment"]


def test_a_client_has_one_open_appointment(open_casebook: Store) -> None:
    person = client(open_casebook)
    first = open_casebook.follow_ups.appoint(person, DAY, AT_TWO)
    later = Meeting(None, Means.HERE)
    assert open_casebook.follow_ups.appoint(person, date(2026, 12, 16), later) == first
    assert [(each.due, each.meeting) for each in open_casebook.follow_ups.of_client(person)] == [
        (date(2026, 12, 16), later)
    ]
    open_casebook.undo.take_back(person)
    held = open_casebook.follow_ups.appointment_of(person)
    assert held is not None
    assert (held.due, held.meeting) == (DAY, AT_TWO)


@pytest.mark.parametrize("result", list(StepResult))
def test_a_step_that_did_not_succeed_stays_open(open_casebook: Store, result: StepResult) -> None:
    person = client(open_casebook)
    step = open_casebook.steps.agree(person, Terms("belt de school", Who.CLIENT, DAY))
    open_casebook.steps.review(step, result, date(2026, 12, 24))
    held = open_casebook.steps.get(step)
    assert held.result is result
    assert held.open is (result is not StepResult.SUCCEEDED)
    assert held.terms.due == (DAY if result is StepResult.SUCCEEDED else date(2026, 12, 24))
    open_casebook.undo.take_back(person)
    assert (open_casebook.steps.get(step).result, open_casebook.steps.get(step).terms.due) == (None, DAY)


def test_a_conversation_that_was_entered_later_stands_on_its_day(open_casebook: Store) -> None:
    person = client(open_casebook)
    first = open_casebook.sessions.begin(person, RULES)
    second = open_casebook.sessions.begin(person, RULES)
    open_casebook.sessions.set_day(second, date(2026, 10, 1))
    assert [each.id for each in open_casebook.sessions.of_client(person)] == [second, first]
    assert [each.held.id for each in open_casebook.sessions.spoken(person)] == [second, first]
    assert open_casebook.sessions.get(second).day == date(2026, 10, 1)


def test_a_day_that_is_typed_is_undone_at_once_and_the_day_of_the_beginning_is_none(
    open_casebook: Store, clock: Clock
) -> None:
    sessions, person = open_casebook.sessions, client(open_casebook)
    session = sessions.begin(person, RULES)
    sessions.finish(session)
    for day in (2, 20):
        sessions.set_day(session, date(2026, 10, day))
    assert sessions.get(session).held == "2026-10-20"
    open_casebook.undo.take_back(person)
    assert (sessions.get(session).held, sessions.get(session).finished is not None) == (None, True)
    sessions.set_day(session, date(2026, 10, 2))
    clock.pass_(minutes=3)
    sessions.set_day(session, TODAY)
    assert sessions.get(session).held is None
    open_casebook.undo.take_back(person)
    assert sessions.get(session).day == date(2026, 10, 2)


def test_a_conversation_that_is_still_to_come_has_no_day(open_casebook: Store) -> None:
    session = open_casebook.sessions.begin(client(open_casebook), RULES)
    with pytest.raises(BugError):
        open_casebook.sessions.set_day(session, TODAY + timedelta(1))
    assert open_casebook.sessions.get(session).held is None


def test_what_was_agreed_stands_on_the_day_on_which_the_conversation_was_held(open_casebook: Store) -> None:
    person = client(open_casebook)
    session = open_casebook.sessions.begin(person, RULES)
    open_casebook.steps.agree(person, Terms("belt de school", Who.CLIENT, DAY), session)
    open_casebook.steps.agree(person, Terms("los hiervan", Who.CLIENT, DAY))
    open_casebook.sessions.set_day(session, date(2026, 10, 1))
    events = {
        (event.day, event.about.terms.what)
        for event in open_casebook.timeline(person).events
        if isinstance(event.about, Step)
    }
    assert events == {(date(2026, 10, 1), "belt de school"), (TODAY, "los hiervan")}


def test_the_list_tells_the_day_on_which_the_last_conversation_was_held(open_casebook: Store) -> None:
    first, second = client(open_casebook, "K-1"), client(open_casebook, "K-2")
    open_casebook.sessions.begin(first, RULES)
    open_casebook.sessions.set_day(open_casebook.sessions.begin(second, RULES), date(2026, 10, 1))
    lines = open_casebook.clients.list(order=ClientOrder.LAST).lines
    assert [(line.code, line.last) for line in lines] == [("K-1", TODAY), ("K-2", date(2026, 10, 1))]


def test_consent_is_the_last_answer_until_it_is_withdrawn(open_casebook: Store) -> None:
    person = client(open_casebook)
    assert open_casebook.consents.of_client(person) is None
    open_casebook.consents.put(person, Reply.LATER)
    assert not open_casebook.consents.holds(person)
    open_casebook.consents.put(person, Reply.YES)
    assert open_casebook.consents.holds(person)
    open_casebook.consents.withdraw(person)
    assert not open_casebook.consents.holds(person)
    with pytest.raises(BugError):
        open_casebook.consents.withdraw(person)
    open_casebook.undo.take_back(person)
    assert open_casebook.consents.holds(person)
