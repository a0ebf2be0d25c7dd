"""The store as a whole."""

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.casebook.storage.store import Store
from guidance_kb.errors import BugError
from tests.casebook.conftest import Clock
from tests.casebook.people import RULES, client, everything, restarted
from tests.casebook.stores.__main__ import fill


def test_without_foreign_keys_it_refuses_to_work(open_casebook: Store, clock: Clock) -> None:
    open_casebook.database.execute("PRAGMA foreign_keys = OFF")
    with pytest.raises(BugError):
        restarted(open_casebook, clock)


def test_opening_changes_nothing(open_casebook: Store, clock: Clock) -> None:
    fill(open_casebook)
    before = everything(open_casebook)
    changes = open_casebook.database.conn.total_changes
    restarted(open_casebook, clock)
    assert everything(open_casebook) == before
    assert open_casebook.database.conn.total_changes == changes


def test_with_the_client_goes_everything_of_the_client(open_casebook: Store) -> None:
    kept = client(open_casebook, "K-1")
    open_casebook.notes.write(kept, "blijft")
    before = everything(open_casebook)
    fill(open_casebook)
    filled = everything(open_casebook)
    assert all(filled.values())  # one row or more of every table
    for code in ("OEFEN-1", "OEFEN-2"):
        found = open_casebook.clients.find(code)
        assert found is not None
        open_casebook.rows.delete("client", found.id)
    of_nobody = ("rules", "setting", "tombstone")
    after = everything(open_casebook)
    assert {name: rows for name, rows in after.items() if name not in of_nobody} == {
        name: rows for name, rows in before.items() if name not in of_nobody
    }


def test_clients_never_mix(open_casebook: Store) -> None:
    """Whatever a window holds by mistake: nothing of one client is written with a conversation of another."""
    store = open_casebook
    first, second = client(store, "K-1"), client(store, "K-2")
    session = store.sessions.begin(first, RULES)
    note = store.notes.write(second, "een notitie")
    step = store.steps.agree(second, Terms("bellen", Who.CLIENT))
    before = everything(store)
    for wrong in (
        lambda: store.notes.write(second, "x", session),
        lambda: store.steps.agree(second, Terms("x", Who.CLIENT), session),
        lambda: store.rows.update("note", note, {"session": session}),
        lambda: store.rows.update("step", step, {"session": session}),
    ):
        with pytest.raises(sqlcipher.IntegrityError, match="another client"):
            wrong()
    assert everything(store) == before
