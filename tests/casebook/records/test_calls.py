"""Calls to a client: what is stored of them, what stays to be done, and that one undo takes all of it back."""

from datetime import date, time, timedelta

import pytest

from guidance_kb.casebook.records.calls import BY_PHONE, Call, attempts, record_call
from guidance_kb.casebook.records.followups import CallResult, FollowUp, FollowUpKind, Means, Meeting
from guidance_kb.casebook.records.steps import StepResult, Terms, Who
from guidance_kb.casebook.records.timeline import Happened
from guidance_kb.casebook.storage.store import Store
from tests.casebook.conftest import Clock
from tests.casebook.people import TODAY, client, everything

DAY = date(2026, 12, 9)
AT_TWO = Meeting(time(14, 0), Means.PHONE)
WITHOUT_SUCCESS = [CallResult.NOT_REACHED, CallResult.CALL_BACK]


def planned(store: Store, person: int) -> list[FollowUp]:
    return [each for each in store.follow_ups.of_client(person) if each.done is None]


def done(store: Store, person: int) -> list[FollowUp]:
    return [each for each in store.follow_ups.of_client(person) if each.done is not None]


@pytest.mark.parametrize("result", WITHOUT_SUCCESS)
def test_an_attempt_has_its_day_and_its_follow_up_moves_to_the_next(
    open_casebook: Store, clock: Clock, result: CallResult
) -> None:
    store, person = open_casebook, client(open_casebook)
    asked = store.follow_ups.plan(person, FollowUpKind.FIRST_WEEK, DAY, "vraag naar de opvang")
    record_call(store, person, asked, Call(result, "voicemail", next_day=date(2026, 12, 11), meeting=AT_TWO))
    clock.pass_(days=1)
    record_call(store, person, asked, Call(result, next_day=date(2026, 12, 12)))
    (open_one,) = planned(store, person)
    assert (open_one.id, open_one.kind, open_one.due) == (asked, FollowUpKind.FIRST_WEEK, date(2026, 12, 12))
    assert (open_one.remark, open_one.meeting, open_one.result) == ("vraag naar de opvang", BY_PHONE, None)
    assert [(each.done, each.kind, each.result, each.outcome) for each in done(store, person)] == [
        (TODAY, FollowUpKind.FIRST_WEEK, result, "voicemail"),
        (TODAY + timedelta(1), FollowUpKind.FIRST_WEEK, result, ""),
    ]
    assert [event.day for event in store.timeline(person).events if event.what is Happened.CALLED] == [
        TODAY + timedelta(1),
        TODAY,
    ]


@pytest.mark.parametrize("result", WITHOUT_SUCCESS)
def test_without_a_next_attempt_nothing_stays_to_be_called(open_casebook: Store, result: CallResult) -> None:
    person = client(open_casebook)
    asked = open_casebook.follow_ups.plan(person, FollowUpKind.FIRST_WEEK, DAY)
    record_call(open_casebook, person, asked, Call(result))
    assert planned(open_casebook, person) == []
    assert [(each.id, each.result) for each in done(open_casebook, person)] == [(asked, result)]


def test_who_was_spoken_to_is_followed_up_and_the_next_call_is_the_appointment(open_casebook: Store) -> None:
    store, person = open_casebook, client(open_casebook)
    asked = store.follow_ups.appoint(person, DAY, Meeting(time(10, 0), Means.PHONE, "030 123"))
    record_call(store, person, asked, Call(CallResult.SPOKEN, "gaat goed", next_day=date(2026, 12, 20), meeting=AT_TWO))
    held = store.follow_ups.get(asked)
    assert (held.done, held.result, held.outcome, held.due) == (TODAY, CallResult.SPOKEN, "gaat goed", DAY)
    (next_one,) = planned(store, person)
    assert (next_one.kind, next_one.due, next_one.meeting) == (
        FollowUpKind.APPOINTMENT, date(2026, 12, 20), AT_TWO
    )  # fmt: skip
    assert store.follow_ups.appointment_of(person) == next_one


def test_an_appointment_that_was_made_before_stays_beside_the_next_call(open_casebook: Store) -> None:
    store, person = open_casebook, client(open_casebook)
    made = store.follow_ups.appoint(person, DAY, Meeting(time(10, 0), Means.HERE))
    asked = store.follow_ups.plan(person, FollowUpKind.FIRST_WEEK, TODAY)
    record_call(store, person, asked, Call(CallResult.SPOKEN, next_day=date(2026, 12, 3)))
    assert [(each.kind, each.due) for each in planned(store, person)] == [
        (FollowUpKind.OTHER, date(2026, 12, 3)),
        (FollowUpKind.APPOINTMENT, DAY),
    ]
    appointment = store.follow_ups.appointment_of(person)
    assert appointment is not None
    assert appointment.id == made


@pytest.mark.parametrize("result", list(CallResult))
def test_a_call_that_nobody_planned_is_kept_too(open_casebook: Store, result: CallResult) -> None:
    person = client(open_casebook)
    record_call(open_casebook, person, None, Call(result, "belde zelf", next_day=DAY, meeting=AT_TWO))
    (call,) = done(open_casebook, person)
    assert (call.kind, call.due, call.done, call.result, call.outcome) == (
        FollowUpKind.OTHER, TODAY, TODAY, result, "belde zelf"
    )  # fmt: skip
    assert [(each.due, each.meeting) for each in planned(open_casebook, person)] == [(DAY, AT_TWO)]


@pytest.mark.parametrize("about", [True, False])
@pytest.mark.parametrize("result", list(CallResult))
def test_one_undo_takes_the_whole_call_back(open_casebook: Store, result: CallResult, *, about: bool) -> None:
    store, person = open_casebook, client(open_casebook)
    step = store.steps.agree(person, Terms("belt de school", Who.CLIENT, DAY))
    later = store.steps.agree(person, Terms("gaat kijken", Who.CLIENT, DAY))
    asked = store.follow_ups.plan(person, FollowUpKind.FIRST_WEEK, TODAY)
    before = everything(store)
    steps = {step: StepResult.SUCCEEDED, later: StepResult.NOT}
    record_call(store, person, asked if about else None, Call(result, "kort", steps, DAY, AT_TWO))
    assert store.steps.get(step).done == TODAY
    assert (store.steps.get(later).open, store.steps.get(later).result) == (True, StepResult.NOT)
    assert store.undo.take_back(person) is not None
    assert everything(store) == before


def test_the_attempts_since_the_last_talk_are_told(open_casebook: Store, clock: Clock) -> None:
    store, person = open_casebook, client(open_casebook)
    for result in (CallResult.NOT_REACHED, CallResult.SPOKEN, CallResult.NOT_REACHED, CallResult.CALL_BACK):
        record_call(store, person, None, Call(result))
        clock.pass_(days=1)
    store.follow_ups.done(store.follow_ups.plan(person, FollowUpKind.OTHER, TODAY))
    assert [(each.done, each.result) for each in attempts(store.follow_ups.of_client(person))] == [
        (TODAY + timedelta(2), CallResult.NOT_REACHED),
        (TODAY + timedelta(3), CallResult.CALL_BACK),
    ]
