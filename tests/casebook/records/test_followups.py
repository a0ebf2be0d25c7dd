"""Follow-up: the first three weeks, and the list of what is due."""

from datetime import date, timedelta

import pytest

from guidance_kb.casebook.records.followups import Due, FollowUp, FollowUpKind, FollowUpSubject
from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.casebook.storage.store import Store
from guidance_kb.errors import BugError
from tests.casebook.conftest import Clock
from tests.casebook.people import TODAY, client


def test_the_first_three_weeks_are_planned_together(open_casebook: Store) -> None:
    person = client(open_casebook)
    planned = open_casebook.follow_ups.plan_first_weeks(person, date(2026, 12, 7))
    assert [(each.id, each.kind, each.due) for each in open_casebook.follow_ups.of_client(person)] == [
        (planned[0], FollowUpKind.FIRST_WEEK, date(2026, 12, 14)),
        (planned[1], FollowUpKind.SECOND_WEEK, date(2026, 12, 21)),
        (planned[2], FollowUpKind.THIRD_WEEK, date(2026, 12, 28)),
    ]
    open_casebook.undo.take_back(person)
    assert open_casebook.follow_ups.of_client(person) == []


def test_a_moment_is_planned_moved_and_done(open_casebook: Store) -> None:
    follow_ups, person = open_casebook.follow_ups, client(open_casebook)
    row = follow_ups.plan(person, FollowUpKind.PLACEMENT, TODAY, "eerste werkdag")
    assert follow_ups.get(row) == FollowUp(row, person, FollowUpKind.PLACEMENT, TODAY, "eerste werkdag", None, "")
    follow_ups.change(row, due=date(2026, 12, 1))
    follow_ups.change(row, remark="tweede werkdag")
    follow_ups.done(row, "gaat goed", date(2026, 12, 2))
    expected = FollowUp(
        row, person, FollowUpKind.PLACEMENT, date(2026, 12, 1), "tweede werkdag", date(2026, 12, 2), "gaat goed"
    )
    assert follow_ups.get(row) == expected
    other = follow_ups.plan(person, FollowUpKind.OTHER, TODAY)
    follow_ups.done(other)
    assert follow_ups.get(other).done == TODAY
    follow_ups.remove(row)
    with pytest.raises(BugError):
        follow_ups.get(row)


def test_the_due_list_has_steps_and_follow_ups_the_oldest_first(open_casebook: Store, clock: Clock) -> None:
    store, first, second = open_casebook, client(open_casebook, "K-1"), client(open_casebook, "K-2")
    archived = client(store, "K-3")
    yesterday, tomorrow = TODAY - timedelta(1), TODAY + timedelta(1)
    handover = store.steps.agree(first, Terms("naar het loket", Who.COUNSELOR, TODAY, handover=True))
    week = store.follow_ups.plan(second, FollowUpKind.FIRST_WEEK, yesterday, "bellen")
    late = store.steps.agree(second, Terms("formulier", Who.CLIENT, tomorrow))
    store.steps.agree(first, Terms("zonder dag", Who.CLIENT))
    store.steps.done(store.steps.agree(first, Terms("gedaan", Who.CLIENT, yesterday)))
    store.steps.drop(store.steps.agree(first, Terms("vervallen", Who.CLIENT, yesterday)))
    store.follow_ups.done(store.follow_ups.plan(first, FollowUpKind.OTHER, yesterday))
    store.steps.agree(archived, Terms("archief", Who.CLIENT, yesterday))
    store.follow_ups.plan(archived, FollowUpKind.OTHER, yesterday)
    store.clients.archive(archived)
    expected = [
        Due(FollowUpSubject.FOLLOW_UP, week, second, "K-2", yesterday, "first_week", "bellen", handover=False),
        Due(FollowUpSubject.STEP, handover, first, "K-1", TODAY, "counselor", "naar het loket", handover=True),
        Due(FollowUpSubject.STEP, late, second, "K-2", tomorrow, "client", "formulier", handover=False),
    ]
    assert store.follow_ups.due_list() == expected[:2]
    assert store.follow_ups.due_list(tomorrow) == expected
    assert store.follow_ups.due_list(tomorrow, limit=1) == expected[:1]
    clock.pass_(days=1)
    assert store.follow_ups.due_list() == expected
    store.steps.arrived(handover)
    assert store.follow_ups.due_list() == [expected[0], expected[2]]
