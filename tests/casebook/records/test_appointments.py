"""The next appointment, the result of a call, how a step went, the day of a conversation, and consent."""

from datetime import date, time

import pytest

from guidance_kb.casebook.records.consents import Reply
from guidance_kb.casebook.records.followups import CallResult, FollowUpKind, Means, Meeting
from guidance_kb.casebook.records.steps import StepResult, Terms, Who
from guidance_kb.casebook.storage.store import Store
from guidance_kb.errors import BugError
from tests.casebook.people import RULES, client

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


def test_who_was_not_reached_stays_to_be_called(open_casebook: Store) -> None:
    person = client(open_casebook)
    call = open_casebook.follow_ups.plan(person, FollowUpKind.FIRST_WEEK, DAY)
    open_casebook.follow_ups.call(call, CallResult.NOT_REACHED, "voicemail", date(2026, 12, 11))
    held = open_casebook.follow_ups.get(call)
    assert (held.done, held.due, held.result, held.outcome) == (
        None,
        date(2026, 12, 11),
        CallResult.NOT_REACHED,
        "voicemail",
    )


def test_who_was_spoken_to_is_done_and_the_next_day_is_planned(open_casebook: Store) -> None:
    person = client(open_casebook)
    call = open_casebook.follow_ups.plan(person, FollowUpKind.FIRST_WEEK, DAY)
    open_casebook.follow_ups.call(call, CallResult.SPOKEN, "gaat goed", date(2026, 12, 20))
    assert open_casebook.follow_ups.get(call).done is not None
    planned = [each for each in open_casebook.follow_ups.of_client(person) if each.done is None]
    assert [(each.kind, each.due) for each in planned] == [(FollowUpKind.OTHER, date(2026, 12, 20))]
    open_casebook.undo.take_back(person)
    assert [each.id for each in open_casebook.follow_ups.of_client(person)] == [call]
    assert open_casebook.follow_ups.get(call).result is None


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
