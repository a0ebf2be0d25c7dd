"""Erasure of clients, with a proof: the places searched afterwards, the results, and the backups that still hold the client.

Erasure cannot be undone. It leaves a tombstone: a random id and a time, by which a restored backup is erased again.
"""

from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from guidance_kb.casebook.backup.backups import Backup, Backups
from guidance_kb.casebook.errors import CannotUse, CasebookError, told
from guidance_kb.casebook.privacy.ownership import owned
from guidance_kb.casebook.privacy.traces import TracePlace, Traces, TraceSearch, search_files, search_store, traces_of
from guidance_kb.casebook.storage import encrypted_connection, timestamps
from guidance_kb.casebook.storage.files import with_companions
from guidance_kb.casebook.storage.rows import Rows
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.storage.timestamps import Clock
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.language import Text

# --- Tombstones


def tombstones(database: Database) -> dict[str, str]:
    """Return the tombstones of a casebook: uid of the client → time, as stored."""
    return dict(Rows(database).all("SELECT uid, erased FROM tombstone"))


def remove_client(rows: Rows, client: int) -> None:
    """Delete all rows of a client, children first, so that none is left to a cascade; within a transaction."""
    for table in reversed(owned(rows)):
        rows.run(f"DELETE FROM {table.name} WHERE {table.of_client}", client)  # noqa: S608


def erase_again(database: Database, erased: Mapping[str, str]) -> int:
    """Erase the clients with a tombstone in a restored casebook, compact the file, and return the number of clients."""
    rows, again = Rows(database), 0
    with rows.writing():
        for uid, at in erased.items():
            for (client,) in rows.all("SELECT id FROM client WHERE uid = ?", uid):
                remove_client(rows, client)
                again += 1
            rows.run("INSERT OR IGNORE INTO tombstone VALUES (?, ?)", uid, at)
    if again:
        compact(rows)
    return again


def compact(rows: Rows) -> None:
    """Rewrite the file without deleted content.

    FTS5 keeps words between the pages of its index (`word_idx`), which neither `secure-delete` nor `VACUUM` removes: the index is rebuilt
    first.

    Raises:
        CannotUse: The disk is full.
    """
    rows.run("INSERT INTO word (word) VALUES ('rebuild')")
    rows.run("VACUUM")


@dataclass(frozen=True, slots=True)
class BackupWithClient:
    """A backup that still contains the client.

    Attributes:
        backup: The backup.
        until: The time after which the next backup made removes it.
        readable: Whether it could be read; if not, it may or may not contain the client.
    """

    backup: Backup
    until: datetime
    readable: bool


@dataclass(frozen=True, slots=True)
class Proof:
    """The erased rows, and the result of a search for traces.

    Attributes:
        code: The client's code, for display; it is not stored.
        erased: The time, as stored with the tombstone.
        rows: The number of deleted rows by table.
        ids: The number of random ids searched for.
        texts: The number of texts searched for.
        words: The number of words and stems searched for.
        searched: Every place searched, with the results.
        compacted: Whether the file was rewritten without deleted content; this fails on a full disk.
        backups: The backups that still contain the client.
        aside: Folders of damaged casebooks that were set aside: they may contain the client, and only the user removes them.
    """

    code: str
    erased: str
    rows: dict[str, int]
    ids: int
    texts: int
    words: int
    searched: tuple[TraceSearch, ...]
    compacted: bool
    backups: tuple[BackupWithClient, ...]
    aside: tuple[str, ...]

    @property
    def nothing_found(self) -> bool:
        """Whether all places could be searched and nothing was found, apart from backups."""
        return self.compacted and not any(place.found or place.unread for place in self.searched)


class Erasure:
    """Erases clients of the open casebook of a vault."""

    def __init__(self, vault: Vault, backups: Backups, clock: Clock) -> None:
        self._vault, self._backups, self._clock = vault, backups, clock

    def count(self, store: Store, client: int) -> dict[str, int]:
        """Return the number of rows to delete, by table; for the confirmation."""
        return {
            table.name: store.rows.the(f"SELECT count(*) FROM {table.name} WHERE {table.of_client}", client)[0]  # noqa: S608
            for table in owned(store.rows)
        }

    def erase(self, store: Store, client: int, places: Sequence[TracePlace] = ()) -> Proof:
        """Erase one client and return the proof.

        Args:
            store: The open casebook.
            client: The id.
            places: Files and folders to search besides the casebook: settings, logs, export folders.

        Raises:
            KnownError: For instance a full disk; nothing was erased.
        """
        return self.erase_all(store, [client], places)[0]

    def erase_all(self, store: Store, clients: Sequence[int], places: Sequence[TracePlace] = ()) -> list[Proof]:
        """Erase several clients, all or none, and return a proof of each. Make a backup first (`Backups.make_only`).

        Raises:
            KnownError: As `erase`.
        """
        rows, erased = store.rows, timestamps.now(self._clock)
        traces = [traces_of(rows, client) for client in clients]
        counted = [self.count(store, client) for client in clients]
        uids = [store.clients.get(client).uid for client in clients]
        with rows.writing():
            for client, uid in zip(clients, uids, strict=True):
                remove_client(rows, client)
                rows.run("INSERT OR REPLACE INTO tombstone VALUES (?, ?)", uid, erased)
            rows.run("DELETE FROM rules WHERE digest NOT IN (SELECT rules FROM session)")
        compacted = _is_compacted(store)
        held = self._held(store, uids)
        return [
            Proof(
                one.code, erased, count, len(one.ids), len(one.texts), len(one.words), self._searched(rows, one, places),
                compacted, tuple(held[uid]), self._set_aside(),
            )
            for one, count, uid in zip(traces, counted, uids, strict=True)
        ]  # fmt: skip

    def clear_backups(self, store: Store, proofs: Sequence[Proof]) -> int:
        """Make a new backup and then remove those that contain, or may contain, erased clients; return their number.

        The new backup has the current state of the other clients.

        Raises:
            KnownError: The new backup could not be made; none was removed.
        """
        self._backups.make(store.database)
        gone = {holding.backup for proof in proofs for holding in proof.backups}
        for backup in gone & set(self._backups.all()):
            self._backups.remove(backup)
        return len(gone)

    def _searched(self, rows: Rows, traces: Traces, places: Sequence[TracePlace]) -> tuple[TraceSearch, ...]:
        return (*search_store(rows, traces), self._write_ahead_log(), *(search_files(each, traces) for each in places))

    def _write_ahead_log(self) -> TraceSearch:
        """Return the result for the write-ahead log, which is empty after compacting. Only its size is checked."""
        log = with_companions(self._vault.database_file)[1]
        with told():
            size = log.stat().st_size if log.exists() else 0
        where = Text(
            "Dossiers: wijzigingen die nog op hun plaats moeten komen", "Records: changes still to be put in place"
        )
        return TraceSearch(where, size, (), unread=int(size > 0))

    def _held(self, store: Store, uids: Sequence[str]) -> dict[str, list[BackupWithClient]]:
        """Return the backups that contain each client."""
        held: dict[str, list[BackupWithClient]] = {uid: [] for uid in uids}
        for backup in self._backups.all():
            until = self._backups.until(backup, store.database)
            there, readable = set(uids), False
            with suppress(CasebookError), closing(self._vault.open_copy(backup.database)) as copy:
                there &= {uid for (uid,) in Rows(copy).all("SELECT uid FROM client")}
                readable = True
            for uid in there:
                held[uid].append(BackupWithClient(backup, until, readable))
        return held

    def _set_aside(self) -> tuple[str, ...]:
        with told():
            return tuple(sorted(folder.name for folder in self._vault.folder.glob("damaged-*") if folder.is_dir()))


def _is_compacted(store: Store) -> bool:
    """Compact the file; return False if the disk is full."""
    try:
        compact(store.rows)
    except CannotUse:
        return False
    return encrypted_connection.is_checkpointed(store.database)
