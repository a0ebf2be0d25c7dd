"""Steps: agreed, done, given up; a hand-over is done when the client has arrived."""

from datetime import date

import pytest

from guidance_kb.casebook.records.steps import Step, Terms, Who
from guidance_kb.casebook.storage.store import Store
from guidance_kb.errors import BugError
from tests.casebook.people import RULES, TODAY, client, everything

TERMS = Terms("belt de bibliotheek", Who.COUNSELOR, date(2026, 12, 1), "debts", "rec-3.4-1")


def test_a_step_is_kept_as_agreed(open_casebook: Store) -> None:
    person = client(open_casebook)
    session = open_casebook.sessions.begin(person, RULES)
    step = open_casebook.steps.agree(person, TERMS, session)
    expected = Step(step, person, session, TERMS, "2026-11-24T14:02:31Z", None, None)
    assert open_casebook.steps.get(step) == expected
    assert open_casebook.steps.of_client(person) == open_casebook.steps.open_of(person) == [expected]
    other = Terms("mailt", Who.SERVICE)
    open_casebook.steps.change(step, other)
    assert open_casebook.steps.get(step).terms == other


def test_done_given_up_and_open_again(open_casebook: Store) -> None:
    steps = open_casebook.steps
    step = steps.agree(client(open_casebook), TERMS)
    steps.done(step)
    assert (steps.get(step).done, steps.get(step).dropped, steps.get(step).open) == (TODAY, None, False)
    steps.drop(step, date(2026, 11, 20))
    assert (steps.get(step).done, steps.get(step).dropped, steps.get(step).open) == (None, date(2026, 11, 20), False)
    steps.reopen(step)
    assert (steps.get(step).done, steps.get(step).dropped, steps.get(step).open) == (None, None, True)


def test_a_hand_over_stays_open_until_the_client_has_arrived(open_casebook: Store) -> None:
    steps = open_casebook.steps
    handover = steps.agree(client(open_casebook), Terms("naar het Leerwerkloket", Who.COUNSELOR, TODAY, handover=True))
    plain = steps.agree(client(open_casebook, "K-2"), TERMS)
    before = everything(open_casebook)
    with pytest.raises(BugError):
        steps.done(handover)
    with pytest.raises(BugError):
        steps.arrived(plain)
    assert everything(open_casebook) == before
    steps.arrived(handover, date(2026, 11, 23))
    assert (steps.get(handover).done, steps.get(handover).open) == (date(2026, 11, 23), False)


def test_open_steps_are_in_the_order_of_their_days(open_casebook: Store) -> None:
    steps, person = open_casebook.steps, client(open_casebook)
    for what, due in (("ooit", None), ("later", date(2026, 12, 9)), ("eerst", date(2026, 12, 1)), ("klaar", TODAY)):
        step = steps.agree(person, Terms(what, Who.CLIENT, due))
        if what == "klaar":
            steps.done(step)
    assert [each.terms.what for each in steps.open_of(person)] == ["eerst", "later", "ooit"]
    assert [each.terms.what for each in steps.of_client(person)] == ["ooit", "later", "eerst", "klaar"]


def test_a_step_outlives_the_draft_in_which_it_was_agreed(open_casebook: Store) -> None:
    person = client(open_casebook)
    session = open_casebook.sessions.begin(person, RULES)
    step = open_casebook.steps.agree(person, TERMS, session)
    open_casebook.sessions.discard(session)
    assert open_casebook.steps.get(step).session is None
    open_casebook.undo.take_back(person)
    assert open_casebook.steps.get(step).session == session


def test_a_removed_step_is_gone(open_casebook: Store) -> None:
    step = open_casebook.steps.agree(client(open_casebook), TERMS)
    open_casebook.steps.remove(step)
    with pytest.raises(BugError):
        open_casebook.steps.get(step)
