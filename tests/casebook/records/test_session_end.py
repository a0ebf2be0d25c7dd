"""Finishing with what was agreed: steps and moments come into the record together with it, and go together."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import pytest

from guidance_kb.casebook.records.followups import FIRST_WEEKS, Moment
from guidance_kb.casebook.records.session_records import SessionState
from guidance_kb.casebook.records.sessions import finish_with_agreements
from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.casebook.storage.store import Store
from guidance_kb.errors import BugError
from tests.casebook.people import RULES, TODAY, client

STEPS = (
    Terms("vraagt een buurvrouw", Who.CLIENT, date(2026, 12, 9), "care-duties"),
    Terms("belt de opvang", Who.COUNSELOR),
)
MOMENTS = tuple(Moment(kind, TODAY + timedelta(weeks=week)) for week, kind in enumerate(FIRST_WEEKS, start=1))


def place(kept: Sequence[int]) -> Mapping[str, object]:
    return {"item": "vraag-zorg", "summary": list(kept)}


def place_of(store: Store, session: int) -> object:
    return json.loads(store.rows.the("SELECT place FROM session WHERE id = ?", session)[0])


def test_steps_and_moments_come_with_it(open_casebook: Store) -> None:
    person = client(open_casebook)
    session = open_casebook.sessions.begin(person, RULES)
    finish_with_agreements(open_casebook, session, STEPS, MOMENTS, place)
    held = open_casebook.sessions.get(session)
    assert held.state is SessionState.FINISHED
    assert not held.in_hand
    steps = open_casebook.steps.of_client(person)
    assert [(step.terms, step.session) for step in steps] == [(terms, session) for terms in STEPS]
    assert [(each.kind, each.due) for each in open_casebook.follow_ups.of_client(person)] == [
        each[:2] for each in MOMENTS
    ]
    assert place_of(open_casebook, session) == place([step.id for step in steps])


def test_one_undo_takes_all_of_it_back(open_casebook: Store) -> None:
    person = client(open_casebook)
    session = open_casebook.sessions.begin(person, RULES)
    open_casebook.sessions.put_place(session, {"item": "vraag-geld"})
    finish_with_agreements(open_casebook, session, STEPS, MOMENTS, place)
    open_casebook.undo.take_back(person)
    assert open_casebook.sessions.get(session).state is SessionState.DRAFT
    assert open_casebook.steps.of_client(person) == []
    assert open_casebook.follow_ups.of_client(person) == []
    assert place_of(open_casebook, session) == {"item": "vraag-geld"}


def test_what_is_finished_is_not_finished_again_and_nothing_comes(open_casebook: Store) -> None:
    person = client(open_casebook)
    session = open_casebook.sessions.begin(person, RULES)
    open_casebook.sessions.finish(session)
    with pytest.raises(BugError):
        finish_with_agreements(open_casebook, session, STEPS, MOMENTS, place)
    assert open_casebook.steps.of_client(person) == []


def test_a_place_that_cannot_be_written_changes_nothing(open_casebook: Store) -> None:
    person = client(open_casebook)
    session = open_casebook.sessions.begin(person, RULES)
    with pytest.raises(TypeError):
        finish_with_agreements(open_casebook, session, STEPS, MOMENTS, lambda _: {"no": object()})
    assert open_casebook.sessions.get(session).state is SessionState.DRAFT
    assert open_casebook.steps.of_client(person) == []
