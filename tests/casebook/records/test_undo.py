"""Undo: whatever was done to a record is taken back exactly, the last first, until another day begins."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import strategies as st

from guidance_kb.casebook.records.calls import Call, record_call
from guidance_kb.casebook.records.consents import Reply
from guidance_kb.casebook.records.followups import CallResult
from guidance_kb.casebook.records.steps import StepResult, Terms, Who
from guidance_kb.casebook.records.undo import SAID, UndoKind, hanging_on
from guidance_kb.casebook.storage.store import Store
from guidance_kb.errors import KnownError
from guidance_kb.language import Language
from tests.casebook.conftest import Clock
from tests.casebook.people import RULES, TODAY, client, everything, restarted
from tests.conversation.rules import for_all

TERMS = Terms("bellen met de school", Who.CLIENT, TODAY)

Act = Callable[[Store, int], object]


def _first(table: str, act: Callable[[Store, int], object]) -> Act:
    """An act on the first row of a table of the client; nothing if there is none."""

    def on_first(store: Store, person: int) -> None:
        row = store.rows.first(f"SELECT id FROM {table} WHERE client = ?", person)  # noqa: S608
        if row is not None:
            act(store, row[0])

    return on_first


ACTS: dict[UndoKind, Act] = {
    UndoKind.CLIENT_CHANGED: lambda store, person: store.clients.change(person, code=f"N-{person}", remark="andere"),
    UndoKind.CLIENT_CLOSED: lambda store, person: store.clients.close(person, TODAY, TODAY + timedelta(365)),
    UndoKind.CLIENT_REOPENED: lambda store, person: store.clients.reopen(person),
    UndoKind.CLIENT_KEPT: lambda store, person: store.clients.keep(person, date(2030, 1, 1), "loopt nog"),
    UndoKind.CLIENT_ARCHIVED: lambda store, person: store.clients.archive(person),
    UndoKind.CLIENT_UNARCHIVED: lambda store, person: store.clients.unarchive(person),
    UndoKind.NOTE_WRITTEN: lambda store, person: store.notes.write(person, "een notitie"),
    UndoKind.NOTE_CHANGED: _first("note", lambda store, note: store.notes.change(note, "een andere notitie")),
    UndoKind.NOTE_REMOVED: _first("note", lambda store, note: store.notes.remove(note)),
    UndoKind.STEP_AGREED: lambda store, person: store.steps.agree(person, TERMS),
    UndoKind.STEP_CHANGED: _first("step", lambda store, step: store.steps.change(step, Terms("mailen", Who.SERVICE))),
    UndoKind.STEP_DONE: _first("step", lambda store, step: store.steps.done(step)),
    UndoKind.STEP_DROPPED: _first("step", lambda store, step: store.steps.drop(step)),
    UndoKind.STEP_REOPENED: _first("step", lambda store, step: store.steps.reopen(step)),
    UndoKind.STEP_REMOVED: _first("step", lambda store, step: store.steps.remove(step)),
    UndoKind.FOLLOW_UP_PLANNED: lambda store, person: store.follow_ups.plan_first_weeks(person, TODAY),
    UndoKind.FOLLOW_UP_CHANGED: _first(
        "follow_up", lambda store, row: store.follow_ups.change(row, due=TODAY, remark="x")
    ),
    UndoKind.FOLLOW_UP_DONE: _first("follow_up", lambda store, row: store.follow_ups.done(row, "gaat goed")),
    UndoKind.FOLLOW_UP_REMOVED: _first("follow_up", lambda store, row: store.follow_ups.remove(row)),
    UndoKind.STEP_REVIEWED: _first("step", lambda store, step: store.steps.review(step, StepResult.PARTLY, TODAY)),
    UndoKind.SESSION_DATED: _first("session", lambda store, row: store.sessions.set_day(row, date(2026, 10, 1))),
    UndoKind.CONSENT_ASKED: lambda store, person: store.consents.put(person, Reply.YES),
    UndoKind.CONSENT_WITHDRAWN: lambda store, person: (
        store.consents.withdraw(person) if store.consents.holds(person) else None
    ),
    UndoKind.CALL_RECORDED: lambda store, person: record_call(
        store, person, None, Call(CallResult.NOT_REACHED, "voicemail", next_day=TODAY + timedelta(1))
    ),
}
"""What can be done to a record, but for what ends a conversation or begins a record (tested beside these)."""


def test_whatever_was_done_is_taken_back_exactly(open_casebook: Store, clock: Clock) -> None:
    """Every undo brings back the casebook as it was before, row for row, words included."""
    store = open_casebook
    numbers = iter(range(10_000))

    def test(kinds: list[UndoKind]) -> None:
        person = client(store, f"P-{next(numbers)}")
        store.sessions.begin(person, RULES)
        store.sessions.put_down(store.sessions.of_client(person)[0].id)
        states = [everything(store)]
        for kind in kinds:
            clock.pass_(minutes=3)  # another go of typing
            ACTS[kind](store, person)
            now = everything(store)
            if now != states[-1]:
                last = store.undo.last(person)
                assert last is not None
                assert last.kind is kind
                states.append(now)
        for before in reversed(states[:-1]):
            assert store.undo.take_back(person) is not None
            assert everything(store) == before
        assert store.undo.take_back(person) is store.undo.last(person) is None

    for_all(test, st.lists(st.sampled_from(list(ACTS)), max_size=12))


def test_everything_that_can_be_done_is_tried_and_said() -> None:
    beside = {UndoKind.CLIENT_ADDED, UndoKind.SESSION_FINISHED, UndoKind.SESSION_DISCARDED}
    assert set(ACTS) == set(UndoKind) - beside
    assert set(SAID) == set(UndoKind)
    assert len({words.say(language) for words in SAID.values() for language in Language}) == 2 * len(UndoKind)


def test_a_record_made_by_mistake_is_taken_back(open_casebook: Store) -> None:
    before = everything(open_casebook)
    person = client(open_casebook)
    last = open_casebook.undo.last(person)
    assert last is not None
    assert (last.kind, last.words.nl, last.at) == (UndoKind.CLIENT_ADDED, "dossier aangemaakt", "2026-11-24T14:02:31Z")
    open_casebook.undo.take_back(person)
    assert everything(open_casebook) == before


def test_taking_back_a_record_never_takes_a_conversation_along(open_casebook: Store) -> None:
    person = client(open_casebook)
    session = open_casebook.sessions.begin(person, RULES)
    assert open_casebook.undo.take_back(person) is None
    assert open_casebook.sessions.get(session).client == person


def test_each_client_has_an_undo_of_its_own(open_casebook: Store) -> None:
    first, second = client(open_casebook, "K-1"), client(open_casebook, "K-2")
    note = open_casebook.notes.write(first, "van de eerste")
    open_casebook.notes.write(second, "van de tweede")
    open_casebook.undo.take_back(second)
    assert open_casebook.notes.of_client(second) == []
    assert [each.id for each in open_casebook.notes.of_client(first)] == [note]


def test_it_lasts_over_a_restart_and_not_over_the_night(open_casebook: Store, clock: Clock) -> None:
    person = client(open_casebook)
    open_casebook.notes.write(person, "vandaag")
    clock.pass_(hours=3)
    again = restarted(open_casebook, clock)
    assert again.undo.last(person) is not None
    again.undo.take_back(person)
    assert again.notes.of_client(person) == []
    clock.pass_(days=1)
    assert restarted(open_casebook, clock).undo.last(person) is None


def test_what_cannot_be_undone_any_more_changes_nothing(open_casebook: Store) -> None:
    first = client(open_casebook, "K-1")
    open_casebook.clients.change(first, code="K-9")
    client(open_casebook, "K-1")
    before = everything(open_casebook)
    with pytest.raises(KnownError):
        open_casebook.undo.take_back(first)
    assert everything(open_casebook) == before
    last = open_casebook.undo.last(first)
    assert last is not None
    assert last.kind is UndoKind.CLIENT_CHANGED


def test_an_id_is_never_given_twice(open_casebook: Store) -> None:
    person = client(open_casebook)
    note = open_casebook.notes.write(person, "eerste")
    open_casebook.notes.remove(note)
    other = open_casebook.notes.write(person, "tweede")
    assert other != note
    open_casebook.undo.take_back(person)
    open_casebook.undo.take_back(person)
    assert [each.id for each in open_casebook.notes.of_client(person)] == [note]


def test_what_is_kept_to_undo_goes_with_the_client(open_casebook: Store) -> None:
    person = client(open_casebook)
    open_casebook.notes.remove(open_casebook.notes.write(person, "geheim"))
    open_casebook.rows.delete("client", person)
    assert open_casebook.rows.the("SELECT count(*) FROM action") == (0,)


def test_every_table_of_a_client_is_reached_by_its_foreign_keys(open_casebook: Store) -> None:
    """The erasing, the access export and the undo rely on it."""
    reached, waiting = {"client"}, ["client"]
    while waiting:
        children = [child for child, _, _ in hanging_on(open_casebook.rows, waiting.pop())]
        waiting += [child for child in children if child not in reached]
        reached.update(children)
    assert reached == {
        "client", "session", "reopening", "answer", "answer_change", "signal", "verdict", "note", "step", "follow_up", "consent", "action"
    }  # fmt: skip
    others = {"rules", "tombstone", "setting", "_sqlite_migrations", "sqlite_sequence"}
    tables = open_casebook.rows.all("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'word*'")
    assert {name for (name,) in tables} == reached | others
    for name in reached:
        assert open_casebook.rows.all("SELECT 1 FROM pragma_table_info(?) WHERE name = 'id' AND pk = 1", name)
