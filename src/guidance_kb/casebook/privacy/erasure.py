"""Erasing clients for real, and the proof: what was searched for afterwards, where, with what result, and which backups still hold it.

Erasing cannot be taken back. What remains is a tombstone: a random id and a moment, by which a restored backup erases again.
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

# Tombstones: what remains of a client that was erased, a random id and a moment, by which a restored backup erases again.


def tombstones(database: Database) -> dict[str, str]:
    """Returns the tombstones of a casebook: uid of the client → moment, as stored."""
    return dict(Rows(database).all("SELECT uid, erased FROM tombstone"))


def remove_client(rows: Rows, client: int) -> None:
    """Removes everything of a client, children first, so that nothing is left to a cascade; inside a transaction."""
    for table in reversed(owned(rows)):
        rows.run(f"DELETE FROM {table.name} WHERE {table.of_client}", client)  # noqa: S608


def erase_again(database: Database, erased: Mapping[str, str]) -> int:
    """Erases what has come back in a casebook though it had been erased, writes the file anew, and returns how many clients."""
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
    """Writes the file anew without what was removed.

    FTS5 keeps words of its own between the pages of its index (`word_idx`), which neither `secure-delete` nor `VACUUM` removes: the index
    is made anew first.

    Raises:
        CannotUse: There is no room for it.
    """
    rows.run("INSERT INTO word (word) VALUES ('rebuild')")
    rows.run("VACUUM")


@dataclass(frozen=True, slots=True)
class BackupWithClient:
    """A backup that still holds the client.

    Attributes:
        backup: Which.
        until: When it is removed at the latest: by the first backup that is made after this moment.
        readable: Whether it could be read; if not, it may hold the client or not.
    """

    backup: Backup
    until: datetime
    readable: bool


@dataclass(frozen=True, slots=True)
class Proof:
    """What was erased, and what a search for it found.

    Attributes:
        code: The client's code, to show; it is kept nowhere.
        erased: The moment, as stored with the tombstone.
        rows: How many rows were removed, by table.
        ids: How many random ids were searched for.
        texts: How many texts.
        words: How many words and stems.
        searched: Every place, with what was found.
        compacted: Whether the file was written anew without what was removed; not on a full disk.
        backups: The backups that still hold it.
        aside: Folders with a casebook that was set aside as damaged: they may hold it, and nothing removes them but the user.
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
        """Whether everything could be searched and nothing was found, the backups left out."""
        return self.compacted and not any(place.found or place.unread for place in self.searched)


class Erasure:
    """Erases clients of the casebook that a vault has open."""

    def __init__(self, vault: Vault, backups: Backups, clock: Clock) -> None:
        self._vault, self._backups, self._clock = vault, backups, clock

    def count(self, store: Store, client: int) -> dict[str, int]:
        """Returns how many rows would be removed, by table; for the question before it."""
        return {
            table.name: store.rows.the(f"SELECT count(*) FROM {table.name} WHERE {table.of_client}", client)[0]  # noqa: S608
            for table in owned(store.rows)
        }

    def erase(self, store: Store, client: int, places: Sequence[TracePlace] = ()) -> Proof:
        """Erases one client and returns the proof.

        Args:
            store: The open casebook.
            client: The id.
            places: Files and folders to search beside the casebook: settings, logs, where exports were put.

        Raises:
            KnownError: The disk is full, say; nothing was erased.
        """
        return self.erase_all(store, [client], places)[0]

    def erase_all(self, store: Store, clients: Sequence[int], places: Sequence[TracePlace] = ()) -> list[Proof]:
        """Erases several clients, all of them or none, and returns a proof of each. Make a backup before it (`Backups.make_only`).

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
        """Makes a new backup, and then removes those that still hold, or may hold, what was erased; returns how many.

        What others had in them is in the new one, as it is now.

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
        """The changes that are not in their place yet: none, after compacting. Its size tells; it is not opened."""
        log = with_companions(self._vault.database_file)[1]
        with told():
            size = log.stat().st_size if log.exists() else 0
        where = Text(
            "Dossiers: wijzigingen die nog op hun plaats moeten komen", "Records: changes still to be put in place"
        )
        return TraceSearch(where, size, (), unread=int(size > 0))

    def _held(self, store: Store, uids: Sequence[str]) -> dict[str, list[BackupWithClient]]:
        """The backups that hold each client."""
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
    """Writes the file anew without what was removed; False when there is no room for it."""
    try:
        compact(store.rows)
    except CannotUse:
        return False
    return encrypted_connection.is_checkpointed(store.database)
