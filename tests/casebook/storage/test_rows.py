"""Rows: together or not at all, and what the machine does wrong is said in a sentence."""

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher
from sqlite_utils import Database

from guidance_kb.casebook.errors import CannotUse, Damaged, FolderInUse
from guidance_kb.casebook.storage import encrypted_connection
from guidance_kb.casebook.storage.migrations import migrate
from guidance_kb.casebook.storage.rows import Rows
from guidance_kb.casebook.storage.store import Store
from guidance_kb.errors import BugError
from guidance_kb.language import Language
from tests.casebook.conftest import Clock
from tests.casebook.people import client, everything
from tests.casebook.stores import KEY


def test_what_is_written_together_is_stored_together(open_casebook: Store) -> None:
    before = everything(open_casebook)

    def half() -> None:
        with open_casebook.rows.writing():
            client(open_casebook, "K-1")
            with open_casebook.rows.writing():
                client(open_casebook, "K-2")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert everything(open_casebook) == before


def test_a_row_that_is_not_there_is_our_mistake(open_casebook: Store) -> None:
    rows = open_casebook.rows
    for wrong in (
        lambda: rows.the("SELECT * FROM note WHERE id = ?", 1),
        lambda: rows.update("note", 1, {"text": "x"}),
        lambda: rows.delete("note", 1),
        lambda: rows.columns("note", 1),
    ):
        with pytest.raises(BugError):
            wrong()
    assert rows.first("SELECT * FROM note") is None


def test_a_full_disk_is_said_and_loses_nothing(open_casebook: Store) -> None:
    """As far as SQLite knows it is full: it may not take another page."""
    person = client(open_casebook)
    kept = open_casebook.notes.write(person, "wat er al was")
    (pages,) = open_casebook.rows.the("PRAGMA page_count")
    open_casebook.database.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(CannotUse) as refused:
        open_casebook.notes.write(person, "woord " * 50_000)
    assert "vol" in refused.value.say(Language.NL)
    assert [note.id for note in open_casebook.notes.of_client(person)] == [kept]
    open_casebook.database.execute(f"PRAGMA max_page_count = {pages + 1000}")
    open_casebook.notes.write(person, "woord " * 5_000)
    assert open_casebook.rows.the("PRAGMA integrity_check") == ("ok",)


def test_a_casebook_that_may_not_be_written_says_so(open_casebook: Store) -> None:
    open_casebook.database.execute("PRAGMA query_only = ON")
    with pytest.raises(CannotUse):
        client(open_casebook)
    assert open_casebook.clients.list().lines == ()


def test_another_writer_is_said(tmp_path: Path) -> None:
    first = Database(sqlcipher.connect(str(tmp_path / "x.db")))
    migrate(first)
    second = Database(sqlcipher.connect(str(tmp_path / "x.db"), timeout=0))
    first.execute("BEGIN EXCLUSIVE")
    with pytest.raises(FolderInUse):
        Rows(second).insert("setting", {"name": "a", "value": "b"})
    first.execute("ROLLBACK")
    first.close()
    second.close()


def test_damage_that_is_met_is_said(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "x.db"
    database = encrypted_connection.create(path, KEY, encrypted_connection.Journal.DELETE)
    migrate(database)
    person = client(Store(database, clock))
    for number in range(200):
        Store(database, clock).notes.write(person, f"notitie {number} " * 20)
    database.close()
    content = bytearray(path.read_bytes())
    database = encrypted_connection.connect(path, KEY)
    for page in range(len(content) // 2, len(content), 4096):
        content[page + 100] ^= 1
    path.write_bytes(content)
    with pytest.raises(Damaged):
        Store(database, clock).notes.of_client(person)
    database.close()


def test_a_mistake_of_ours_stays_one(open_casebook: Store) -> None:
    with pytest.raises(sqlcipher.IntegrityError):
        open_casebook.rows.insert("note", {"client": 404, "written": "", "changed": "", "text": ""})
    with pytest.raises(sqlcipher.OperationalError):
        open_casebook.rows.run("SELECT nothing FROM nowhere")
