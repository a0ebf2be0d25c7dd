"""The one way into a casebook database: SQLCipher with the raw key, checked, with every pragma set.

`sqlite_utils.Database("path")` and the standard library's `sqlite3` would open or create a plain file and ignore the key without a word;
so nothing else in the program opens a connection to a casebook or to a backup of one.
"""

import os
from enum import StrEnum
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2 as sqlcipher
from sqlite_utils import Database

from guidance_kb.casebook.errors import CannotUse, Damaged, StoreMissing, told
from guidance_kb.casebook.storage.files import PAGE, PLAIN_HEADER
from guidance_kb.casebook.vault.envelope import STORE_BYTES, DataKey
from guidance_kb.errors import BugError

_WAIT: Final = (
    0.2  # seconds for a lock: another process holds it as long as its window is open, so waiting longer is no use
)


class Journal(StrEnum):
    """How SQLite keeps a change whole."""

    WAL = "wal"
    DELETE = "delete"  # for network drives


def create(path: Path, key: DataKey, journal: Journal = Journal.WAL) -> Database:
    """Creates an empty encrypted database at `path`, readable by this user only, and returns it open.

    Raises:
        CannotUse: The disk does not let us, or something is there.
    """
    with told():
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))  # SQLite gives WAL and journal the same mode
        return _open(path, key, journal)


def connect(path: Path, key: DataKey, journal: Journal = Journal.WAL) -> Database:
    """Opens the database at `path` for one writer, checks every page, and returns it.

    Any thread may use it, one at a time. The pages are checked after the WAL was put in its place: what a power cut tore
    there is whole again by then, and whatever fails the check is damage.

    Raises:
        StoreMissing: There is no such file.
        Damaged: The key does not fit, pages were changed or are missing, or it is not an encrypted database.
        Busy: Another process has it open.
        CannotUse: The disk does not let us.
    """
    _refuse_nothing(path)
    with told():
        database = _open(path, key, journal)
        try:
            if is_checkpointed(database):
                _refuse_faults(database)
        except BaseException:
            database.close()
            raise
    return database


def connect_copy(path: Path, key: DataKey) -> Database:
    """Opens a backup or another copy that nobody writes, checks every page, and returns it; it cannot be changed.

    Raises:
        StoreMissing, Damaged, CannotUse: As `connect`.
    """
    _refuse_nothing(path)
    with told():
        connection = _keyed(path, key)
        try:
            connection.execute("PRAGMA query_only = ON")
            database = _usable(connection)
            _refuse_faults(database)
        except BaseException:
            connection.close()
            raise
    return database


def is_checkpointed(database: Database) -> bool:
    """Puts what the WAL holds in its place and returns whether all of it is; False on a full disk, and nothing is lost by it."""
    try:
        busy, _, _ = database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlcipher.OperationalError:
        return False
    return not busy


def header(path: Path) -> bytes:
    """Returns the first 16 bytes of a database that is closed: its store id.

    Only of one that is closed in this process: closing any file handle on it would drop SQLite's locks
    (section 2.2 of https://sqlite.org/howtocorrupt.html).

    Raises:
        OSError: It cannot be read.
    """
    with path.open("rb") as file:
        return file.read(STORE_BYTES)


def refuse_plain(path: Path) -> None:
    """Checks that the closed database at `path` is not in clear.

    Raises:
        BugError: It is.
    """
    if header(path) == PLAIN_HEADER:
        raise BugError("the casebook was written in clear")


def _open(path: Path, key: DataKey, journal: Journal) -> Database:
    connection = _keyed(path, key)
    try:
        connection.execute(f"PRAGMA journal_mode = {journal}").fetchone()
        connection.execute("PRAGMA synchronous = FULL")
        # Checkpoint after every commit: after a crash the log holds one commit, so damage in it loses no more than that.
        connection.execute("PRAGMA wal_autocheckpoint = 1").fetchone()
        connection.execute("PRAGMA fullfsync = ON")  # macOS: its plain fsync leaves data in the drive's cache
        # Takes the lock that the locking mode then keeps: a second process is refused at its start, not at its first write.
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        return _usable(connection)
    except BaseException:
        connection.close()
        raise


def _keyed(path: Path, key: DataKey) -> sqlcipher.Connection:
    """A connection that is proved to decrypt.

    Raises:
        sqlcipher.Error: The key does not fit, or another process has it.
    """
    connection = sqlcipher.connect(str(path), timeout=_WAIT, check_same_thread=False)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")  # a wrong key would be told on stderr
        connection.execute(f"PRAGMA key = \"x'{key.secret.hex()}{key.store.hex()}'\"")
        _refuse_plain_sqlite(connection)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute("PRAGMA temp_store = MEMORY")  # no temporary file in clear
        # Before the first read: then a WAL needs no shared memory beside it.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_plain_sqlite(connection: sqlcipher.Connection) -> None:
    """A SQLite without SQLCipher takes `PRAGMA key` without a word and writes in clear."""
    if connection.execute("PRAGMA cipher_version").fetchone() is None:
        raise BugError("this SQLite does not encrypt")


def _usable(connection: sqlcipher.Connection) -> Database:
    return Database(connection, execute_plugins=False)  # plugins of sqlite-utils are other people's code


def _refuse_nothing(path: Path) -> None:
    """A missing file would be created, and one of a byte or less be taken for an empty database, whatever the key, and written over."""
    with told():
        if not path.exists():
            raise StoreMissing
        if not path.is_file():
            raise CannotUse
        if path.stat().st_size < PAGE:
            raise Damaged


def _refuse_faults(database: Database) -> None:
    faults = tuple(str(fault) for (fault,) in database.execute("PRAGMA cipher_integrity_check"))
    if faults:
        raise Damaged(faults)
