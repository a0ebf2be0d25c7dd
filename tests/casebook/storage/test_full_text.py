"""Search in notes: every text is found by its words in any form, and what is deleted leaves nothing."""

from pathlib import Path

import pytest
from hypothesis import strategies as st
from sqlcipher3 import dbapi2 as sqlcipher
from sqlite_utils import Database

from guidance_kb.casebook.records.followups import FollowUpKind
from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.casebook.storage.full_text import FoundText, Source
from guidance_kb.casebook.storage.migrations import migrate
from guidance_kb.casebook.storage.store import Store
from guidance_kb.conversation.answers import Answer, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.search.results.excerpt import Excerpt
from tests.casebook.conftest import Clock
from tests.casebook.people import RULES, TODAY, client, live, restarted
from tests.conversation.rules import for_all


def _found(store: Store, query: str, person: int | None = None) -> list[str]:
    return [found.excerpt.text for found in store.words.search(query, person)]


def _marked(found: FoundText) -> list[str]:
    return [found.excerpt.text[start:end] for start, end in found.excerpt.marks]


def test_every_kind_of_text_is_found_with_where_it_stands(open_casebook: Store, checklist: Checklist) -> None:
    store = open_casebook
    person = store.clients.add("K-1", "schulden bij de woningcorporatie").id
    session = store.sessions.begin(person, RULES)
    held = live(store, checklist, session)
    held.set_note("vraag-schulden", "heeft een schuld van jaren")
    held.set_state("vraag-schulden", State.DECLINED)
    note = store.notes.write(person, "over de schuld gesproken", session)
    step = store.steps.agree(person, Terms("schuldhulp: schulden op een rij", Who.CLIENT, TODAY), session)
    follow_up = store.follow_ups.plan(person, FollowUpKind.OTHER, TODAY, "schulden nagaan")
    store.follow_ups.done(follow_up, "geen schuld meer")
    client(store, "K-2")
    moment = "2026-11-24T14:02:31Z"
    (answer,) = store.rows.the("SELECT id FROM answer")
    hits = {found.source: found for found in store.words.search("schulden")}
    assert {source: found[1:8] for source, found in hits.items()} == {
        Source.CLIENT: (person, person, "K-1", None, "", None, moment),
        Source.ANSWER: (answer, person, "K-1", session, "vraag-schulden", Answer(State.DECLINED), moment),
        Source.NOTE: (note, person, "K-1", session, "", None, moment),
        Source.STEP: (step, person, "K-1", session, "", None, moment),
        Source.FOLLOW_UP: (follow_up, person, "K-1", None, "", None, "2026-11-24"),
    }
    assert hits[Source.ANSWER].excerpt == Excerpt("heeft een schuld van jaren", ((10, 16),))
    assert _marked(hits[Source.FOLLOW_UP]) == ["schulden", "schuld"]


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("Zij solliciteerde bij de opvang.", "solliciteren", ["solliciteerde"]),
        ("two CHILDREN at school", "child school", ["CHILDREN", "school"]),
        ("een drempel-vrij gesprek", "drempelvrij", ["drempel-vrij"]),
        ("een drempelvrij gesprek", "drempel-vrij", ["drempelvrij"]),
        ("de foto’s van José", "foto jose", ["foto’s", "José"]),
        ("begint in de kinderopvang", "kindero", ["kinderopvang"]),
        ("begint in de kinderopvang", "de kinderopvang", ["kinderopvang"]),
        ("naar de", "de", ["de"]),
        ("NOT near OR *", "NOT near", ["NOT", "near"]),
        ("C++ (drempel", '"C++" (drempel*', ["C", "drempel"]),
    ],
)
def test_one_form_finds_another_and_is_marked(open_casebook: Store, text: str, query: str, marked: list[str]) -> None:
    note = open_casebook.notes.write(client(open_casebook), text)
    (found,) = open_casebook.words.search(query)
    assert (found.row, _marked(found)) == (note, marked)


@pytest.mark.parametrize(
    "query", ["", " ", "-", '"', "kindero ", "kinder de", "opvang", "beleid", "kinderopvang schuld"]
)
def test_what_is_not_there_is_not_found(open_casebook: Store, query: str) -> None:
    """A beginning counts only while it is typed; a stem is not that of another word."""
    open_casebook.notes.write(client(open_casebook), "begeleiding bij de kinderopvang")
    assert open_casebook.words.search(query) == []


def test_no_query_ever_fails(open_casebook: Store) -> None:
    open_casebook.notes.write(client(open_casebook), "een notitie")

    def test(query: str) -> None:
        assert isinstance(open_casebook.words.search(query), list)

    for_all(test, st.text() | st.text("ab\"*()-:^{}+' NOTANDR"))


def test_search_within_one_client(open_casebook: Store) -> None:
    first, second = client(open_casebook, "K-1"), client(open_casebook, "K-2")
    for _ in range(3):
        open_casebook.notes.write(first, "zorg voor moeder")
    open_casebook.notes.write(second, "zorg voor vader en moeder")
    assert _found(open_casebook, "zorg", second) == ["zorg voor vader en moeder"]
    assert len(open_casebook.words.search("zorg", first, limit=2)) == 2
    assert len(open_casebook.words.search("zorg", limit=2)) == 2
    assert len(open_casebook.words.search("zorg")) == 4


def test_the_words_follow_the_text(open_casebook: Store) -> None:
    store = open_casebook
    person = client(store)
    note = store.notes.write(person, "fietsen")
    store.notes.change(note, "zwemmen")
    assert (_found(store, "fietsen"), _found(store, "zwemmen")) == ([], ["zwemmen"])
    store.notes.change(note, "")
    assert _found(store, "zwemmen") == []
    store.undo.take_back(person)
    assert store.rows.the("SELECT count(*) FROM word") == (0,)
    step = store.steps.agree(person, Terms("wandelen", Who.CLIENT))
    store.steps.remove(step)
    assert _found(store, "wandelen") == []
    store.undo.take_back(person)
    assert _found(store, "wandelen") == ["wandelen"]
    store.clients.change(person, remark="hardlopen")
    store.rows.delete("client", person)
    assert store.rows.the("SELECT count(*) FROM word") == (0,)


def test_a_connection_without_our_functions_cannot_write_a_text(tmp_path: Path) -> None:
    """Better than a text that nobody finds."""
    database = Database(sqlcipher.connect(str(tmp_path / "scratch.db")))
    migrate(database)
    database.close()
    bare = sqlcipher.connect(str(tmp_path / "scratch.db"))
    with pytest.raises(sqlcipher.OperationalError, match="no such function"):
        bare.execute("INSERT INTO client (uid, code, opened, remark) VALUES ('u', 'K-1', '2026', 'iets')")
    bare.close()


def test_words_are_taken_anew_when_the_analysis_has_changed(open_casebook: Store, clock: Clock) -> None:
    store = open_casebook
    store.notes.write(client(store), "solliciteren")
    assert not store.words.refresh()
    store.rows.run("UPDATE word SET nl = 'iets', en = 'anders'")
    store.settings.write("words", "of an older version")
    assert _found(store, "sollicitatie") == []
    assert _found(restarted(store, clock), "solliciteerde") == ["solliciteren"]
    assert not store.words.refresh()


@pytest.mark.parametrize("anew", [False, True])
def test_deleted_words_leave_nothing_in_the_file(tmp_path: Path, clock: Clock, *, anew: bool) -> None:
    """The pages themselves: of a database in clear, with the store's own schema and writes."""
    path = tmp_path / "clear.db"
    connection = sqlcipher.connect(str(path))
    for pragma in ("foreign_keys = ON", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}")
    database = Database(connection)
    migrate(database)
    store = Store(database, clock)
    keeper = client(store, "K-1")
    for number in range(200):
        store.notes.write(keeper, f"gewone notitie nummer {number}")
    person = client(store, "K-2")
    notes = [store.notes.write(person, f"qzxgeheim qzxgeheimen{number} zijn") for number in range(50)]
    if anew:
        store.settings.write("words", "of an older version")
        store.words.refresh()
    store.notes.change(notes[0], "iets anders")
    assert b"qzxgeheim" in _pages(store, path)
    store.rows.delete("client", person)
    assert b"qzxgeheim" not in _pages(store, path)
    assert len(store.words.search("notitie", limit=500)) == 200
    database.close()


def _pages(store: Store, path: Path) -> bytes:
    """What is on the disk; nothing else has the file open, and it is not in WAL."""
    assert not store.database.conn.in_transaction
    return path.read_bytes()
