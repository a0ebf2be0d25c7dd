"""Access: every column of every table of a client, as the schema has them."""

from pathlib import Path

import pytest

from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.vault.access import everything_of
from guidance_kb.errors import BugError
from tests.casebook.conftest import Clock
from tests.casebook.keeping import CODE, filled
from tests.casebook.people import client


def schema(store: Store) -> dict[str, set[str]]:
    """The columns of every table that is a client's, by SQLite's own account of the foreign keys."""
    tables, found = {"client"}, 0
    while found < len(tables):
        found = len(tables)
        for (name,) in store.rows.all("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'word%'"):
            keys = store.rows.all(f"PRAGMA foreign_key_list({name})")
            if any(key[2] in tables for key in keys):
                tables.add(name)
    return {name: {row[1] for row in store.rows.all(f"PRAGMA table_info({name})")} for name in tables}


def test_every_column_of_every_table(open_casebook: Store, clock: Clock) -> None:
    everything = everything_of(open_casebook, filled(open_casebook), clock)
    assert {name: set(rows[0]) for name, rows in everything.tables.items()} == schema(open_casebook)
    assert everything.code == CODE
    assert everything.made == "2026-11-24T14:02:31Z"


def test_a_column_that_is_added_later_is_in_it(open_casebook: Store, clock: Clock) -> None:
    person = filled(open_casebook)
    open_casebook.rows.run("ALTER TABLE note ADD COLUMN mood TEXT NOT NULL DEFAULT 'nieuw'")
    assert everything_of(open_casebook, person, clock).tables["note"][0]["mood"] == "nieuw"


def test_nothing_of_anybody_else(open_casebook: Store, clock: Clock) -> None:
    filled(open_casebook)
    other = open_casebook.clients.find("K-7")
    assert other is not None
    everything = everything_of(open_casebook, other.id, clock)
    assert "moeder" not in str(everything)
    assert "werkplaats" in str(everything)
    assert everything.tables["session"] == ()
    assert everything.documents == {}


def test_looking_leaves_no_trace(open_casebook: Store, clock: Clock, folder: Path) -> None:
    person = client(open_casebook)
    before = open_casebook.database.conn.total_changes
    everything_of(open_casebook, person, clock)
    assert open_casebook.database.conn.total_changes == before


def test_there_is_no_such_client(open_casebook: Store, clock: Clock) -> None:
    with pytest.raises(BugError):
        everything_of(open_casebook, 99, clock)
