"""Notes: with a conversation or by themselves; typing is taken back by the go."""

from dataclasses import replace

from guidance_kb.casebook.records.undo import UndoKind
from guidance_kb.casebook.storage.store import Store
from tests.casebook.conftest import Clock
from tests.casebook.people import RULES, client


def test_a_note_is_kept_with_its_moments(open_casebook: Store, clock: Clock) -> None:
    person = client(open_casebook)
    session = open_casebook.sessions.begin(person, RULES)
    note = open_casebook.notes.write(person, "belt morgen", session)
    clock.pass_(minutes=10)
    open_casebook.notes.change(note, "belt dinsdag")
    (kept,) = open_casebook.notes.of_client(person)
    assert kept == open_casebook.notes.get(note)
    assert (kept.id, kept.client, kept.session, kept.text) == (note, person, session, "belt dinsdag")
    assert (kept.written, kept.changed) == ("2026-11-24T14:02:31Z", "2026-11-24T14:12:31Z")


def test_typing_is_taken_back_in_one_go(open_casebook: Store, clock: Clock) -> None:
    person = client(open_casebook)
    open_casebook.undo.forget(person, UndoKind.CLIENT_ADDED)
    note = open_casebook.notes.write(person, "e")
    for text in ("een", "een zin", "een zin die lang duurt"):
        clock.pass_(seconds=90)  # longer in all than a go may pause
        open_casebook.notes.change(note, text)
    clock.pass_(minutes=30)
    before = open_casebook.notes.get(note)
    for text in ("een andere", "een andere zin"):
        clock.pass_(seconds=5)
        open_casebook.notes.change(note, text)
    open_casebook.undo.take_back(person)
    assert open_casebook.notes.get(note) == before
    open_casebook.undo.take_back(person)
    assert open_casebook.notes.of_client(person) == []
    assert open_casebook.undo.last(person) is None


def test_something_else_in_between_begins_another_go(open_casebook: Store) -> None:
    person = client(open_casebook)
    first, second = open_casebook.notes.write(person, "a"), open_casebook.notes.write(person, "b")
    open_casebook.notes.change(first, "aa")
    open_casebook.notes.change(second, "bb")
    open_casebook.undo.take_back(person)
    assert [each.text for each in open_casebook.notes.of_client(person)] == ["aa", "b"]


def test_a_note_that_was_removed_and_came_back_is_typed_in_anew(open_casebook: Store) -> None:
    person = client(open_casebook)
    note = open_casebook.notes.write(person, "a")
    kept = open_casebook.notes.get(note)
    open_casebook.notes.remove(note)
    open_casebook.undo.take_back(person)
    assert open_casebook.notes.of_client(person) == [kept]
    open_casebook.notes.change(note, "ab")
    assert open_casebook.notes.get(note) == replace(kept, text="ab")


def test_the_same_text_is_no_change(open_casebook: Store, clock: Clock) -> None:
    person = client(open_casebook)
    note = open_casebook.notes.write(person, "a")
    kept = open_casebook.notes.get(note)
    clock.pass_(days=1)
    open_casebook.notes.change(note, "a")
    assert open_casebook.notes.get(note) == kept
