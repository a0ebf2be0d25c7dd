"""Opening, changing the passphrase, backing up and bringing back: a casebook of 25 MB, and plain SQLite in the same run.

Plain SQLite has no passphrase: beside unlocking stands opening the same rows with the same pragmas and a check; beside changing, nothing.
"""

import os
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from statistics import median

from sqlite_utils import Database

from guidance_kb.casebook.backup.backups import Backups
from guidance_kb.casebook.backup.restoration import Restoration
from guidance_kb.casebook.storage.migrations import migrate
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.vault.unlock import Secret
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.knowledge.library import Library
from tests.benchmarks.casebook import plain_database, some_words
from tests.benchmarks.figures import Figure, Group

MB = 25
ROUNDS = 7
UNLOCK_S, CHANGE_S, BACKUP_S = 1.0, 2.0, 2.0
_FIRST, _OTHER = "paard nietje lantaarn 7 wolken", "emmer kaars dakpan 9 vlieger"
_NOTES = 100
"""Notes that are written at a time until it is large enough."""


def measure(knowledge: Path) -> Group:
    """Fills both with the same notes and does the same with both, turn by turn."""
    library = Library(knowledge)
    text = " ".join(entry.nl.body for entry in library.entries()).split()
    library.close()
    with tempfile.TemporaryDirectory() as folder:
        bench = _Bench(Path(folder), text)
        rounds = [bench.round() for _ in range(ROUNDS)]
    took = {what: median(each[what] for each in rounds) for what in rounds[0]}
    figures = [
        Figure("unlock: passphrase, every page checked, store ready", took["unlock"], "s", UNLOCK_S),
        Figure("plain: open and integrity_check", took["plain open"], "s"),
        Figure("passphrase change", took["change"], "s", CHANGE_S),
        Figure("backup and verify", took["backup"], "s", BACKUP_S),
        Figure("plain: VACUUM INTO, fsync, integrity_check", took["plain backup"], "s"),
        Figure("backup, to plain", took["backup"] / took["plain backup"], "×"),
        Figure("restore: looked at and compared", took["look"], "s"),
        Figure("restore: put in place, what was there kept", took["restore"], "s"),
        Figure("size of the file", bench.size, "MB"),
    ]
    how = (
        f"A casebook of {MB} MB at the real cost of Argon2id, opened as the window opens it, and the same rows in plain SQLite with the"
        f" same pragmas. Median of {ROUNDS} rounds."
    )
    return Group("Keeping", how, tuple(figures))


def _now() -> datetime:
    return datetime.now(UTC)


class _Bench:
    def __init__(self, folder: Path, text: list[str]) -> None:
        self._vault = Vault(folder / "casebook")
        self._backups = Backups(self._vault, _now)
        self._restoring = Restoration(self._vault, self._backups, _now)
        self._passphrase, self._next = _FIRST, _OTHER
        self._plain = folder / "plain.db"
        self._vault.create(_FIRST)
        store = self._vault.open(_FIRST)
        with closing(plain_database(self._plain)) as plain:
            migrate(plain)
            other = Store(plain, _now)
            chance = Random(25)  # noqa: S311 - nothing secret
            for each in (store, other):
                each.clients.add("K-1")
            while _megabytes(store) < MB:
                notes = [some_words(chance, text, 60) for _ in range(_NOTES)]
                for each in (store, other):
                    _write(each, notes)
        self.size = _megabytes(store)
        self._vault.close()

    def round(self) -> dict[str, float]:
        """The seconds of everything, once."""
        took: dict[str, float] = {}

        def timed(what: str, work: Callable[[], object]) -> None:
            start = time.perf_counter()
            work()
            took[what] = time.perf_counter() - start

        vault = self._vault
        timed("unlock", lambda: vault.open(self._passphrase))
        timed("plain open", self._open_plain)
        database = vault._database
        assert database is not None
        timed("backup", lambda: self._backups.make_only(database))
        timed("plain backup", self._back_up_plain)
        vault.close()
        timed("change", lambda: vault.change_passphrase(self._passphrase, self._next))
        self._passphrase, self._next = self._next, self._passphrase
        newest = self._backups.all()[0]
        prepared = []
        timed("look", lambda: prepared.append(self._restoring.prepare(newest, Secret.passphrase(self._next))))
        timed("restore", prepared[0].apply)
        self._passphrase, self._next = self._next, self._passphrase  # that of the backup's day holds again
        for backup in self._backups.all():
            self._backups.remove(backup)
        return took

    def _open_plain(self) -> None:
        with closing(plain_database(self._plain)) as plain:
            _check(plain)

    def _back_up_plain(self) -> None:
        copy = self._plain.with_name("copy.db")
        copy.unlink(missing_ok=True)
        with closing(plain_database(self._plain)) as plain:
            plain.execute("VACUUM INTO ?", (str(copy),))
        descriptor = os.open(copy, os.O_RDWR)
        os.fsync(descriptor)
        os.close(descriptor)
        with closing(Database(sqlite3.connect(copy))) as made:
            _check(made)


def _write(store: Store, notes: list[str]) -> None:
    at = "2026-11-24T14:02:31Z"
    with store.rows.writing():
        for note in notes:
            store.rows.insert("note", {"client": 1, "written": at, "changed": at, "text": note})


def _check(database: Database) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def _megabytes(store: Store) -> float:
    ((pages,), (size,)) = store.rows.the("PRAGMA page_count"), store.rows.the("PRAGMA page_size")
    return pages * int(size) / 2**20  # SQLCipher says the size as text
