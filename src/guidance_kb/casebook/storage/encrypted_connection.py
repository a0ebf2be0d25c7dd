"""Connections to a casebook database: SQLCipher with the raw key, an integrity check, and all pragmas.

`sqlite_utils.Database("path")` and the standard library's `sqlite3` would open or create a plain file and silently ignore the key, so no
other module may open a connection to a casebook or to a backup.
"""

import os
import re
import sys
from enum import StrEnum
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2 as sqlcipher
from sqlite_utils import Database

from guidance_kb.casebook.errors import CannotUse, Damaged, StoreMissing, told
from guidance_kb.casebook.storage.files import PAGE, PLAIN_HEADER
from guidance_kb.casebook.vault.envelope import STORE_BYTES, DataKey
from guidance_kb.errors import BugError

_WAIT: Final = 0.2  # seconds to wait for a lock: another process keeps it as long as its window is open, so waiting longer is useless


class Journal(StrEnum):
    """SQLite's journal mode."""

    WAL = "wal"
    DELETE = "delete"  # for network drives


def create(path: Path, key: DataKey, journal: Journal = Journal.WAL) -> Database:
    """Create an empty encrypted database at `path`, readable by this user only, and return it open.

    Raises:
        CannotUse: The disk cannot be written, or the file exists.
    """
    with told():
        # SQLite gives the WAL and the journal the same permissions.
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        return _open(path, key, journal)


def connect(path: Path, key: DataKey, journal: Journal = Journal.WAL) -> Database:
    """Open the database at `path` for one writer, check every page, and return it.

    Any thread may use it, one at a time. The pages are checked after the WAL was checkpointed: that repairs pages torn by a power cut,
    so any page that fails the check is damaged.

    Raises:
        StoreMissing: There is no such file.
        Damaged: The key is of another database, pages were changed or are missing, or the database is not encrypted.
        FolderInUse: Another process has it open.
        CannotUse: The disk cannot be read or written.
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
    """Open a backup, or another copy that nobody writes, read-only; check every page and return it.

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
    """Checkpoint the WAL and return whether that was complete; False on a full disk, where no data is lost."""
    try:
        busy, _, _ = database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlcipher.OperationalError:
        return False
    return not busy


def header(path: Path) -> bytes:
    """Return the first 16 bytes of a closed database: its store id.

    Never call it for a database that this process has open: closing any file handle on it would drop SQLite's locks
    (section 2.2 of https://sqlite.org/howtocorrupt.html).

    Raises:
        OSError: It cannot be read.
    """
    with path.open("rb") as file:
        return file.read(STORE_BYTES)


def refuse_plain(path: Path) -> None:
    """Check that the closed database at `path` is encrypted.

    Raises:
        BugError: It is not encrypted.
    """
    if header(path) == PLAIN_HEADER:
        raise BugError("the casebook was written in clear")


def _open(path: Path, key: DataKey, journal: Journal) -> Database:
    connection = _keyed(path, key)
    try:
        connection.execute(f"PRAGMA journal_mode = {journal}").fetchone()
        connection.execute("PRAGMA synchronous = FULL")
        # A checkpoint after every commit: after a crash the WAL has one commit, so damage to it loses no more than that.
        connection.execute("PRAGMA wal_autocheckpoint = 1").fetchone()
        connection.execute("PRAGMA fullfsync = ON")  # macOS: its plain fsync leaves data in the drive's cache
        # Takes the lock that the exclusive locking mode keeps: a second process is refused when it starts, not at its first write.
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        return _usable(connection)
    except BaseException:
        connection.close()
        raise


def _keyed(path: Path, key: DataKey) -> sqlcipher.Connection:
    """Return a connection that can decrypt the database.

    Raises:
        sqlcipher.Error: The key is of another database, or another process has the database open.
    """
    connection = sqlcipher.connect(str(path), timeout=_WAIT, check_same_thread=False)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")  # a wrong key would be logged to stderr
        connection.execute(f"PRAGMA key = \"x'{key.secret.hex()}{key.store.hex()}'\"")
        _refuse_plain_sqlite(connection)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute("PRAGMA temp_store = MEMORY")  # no unencrypted temporary file
        # Set before the first read, so that the WAL needs no shared memory file.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_plain_sqlite(connection: sqlcipher.Connection) -> None:
    """Raise if SQLite is without SQLCipher, which would silently ignore `PRAGMA key` and write without encryption."""
    if connection.execute("PRAGMA cipher_version").fetchone() is None:
        raise BugError("this SQLite does not encrypt")


def _usable(connection: sqlcipher.Connection) -> Database:
    return Database(connection, execute_plugins=False)  # plugins of sqlite-utils are third-party code


def _refuse_nothing(path: Path) -> None:
    """Raise if the file is missing or too small: SQLite would create it, or take it for an empty database and overwrite it with any key."""
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


# --- Network drives, on which WAL is not reliable


_NETWORK: Final = {
    "9p", "afs", "ceph", "cifs", "coda", "davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.rclone", "fuse.sshfs", "gfs2", "glusterfs",
    "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "smb3", "smbfs", "vboxsf", "virtiofs",
}  # fmt: skip


def journal_for(folder: Path) -> Journal:
    """Return the journal to use in `folder`: DELETE on a network drive, WAL elsewhere."""
    return Journal.DELETE if is_on_network(folder) else Journal.WAL


def is_on_network(folder: Path) -> bool:
    """Return whether `folder` is on a network drive, as far as the system can tell.

    Linux gives the type of the file system, Windows the type of the drive. Python cannot tell on macOS: every volume mounted beside the
    system's own counts as one, which at worst makes saving slower.
    """
    real = folder.resolve()
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - exists in this form on Windows only

        drive_remote = 4  # https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getdrivetypew
        found = str(real).startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(real.anchor) == drive_remote
    elif sys.platform == "darwin":
        found = any(real.is_relative_to(place) for place in ("/Volumes", "/Network", "/net"))
    else:
        found = file_system_of(real, _mounts()) in _NETWORK
    return found


def _mounts() -> str:
    try:
        return Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


def file_system_of(path: Path, mounts: str) -> str:
    """Return the type of the file system of `path`, from Linux's `/proc/self/mountinfo` (see proc(5)); empty if unknown."""
    best, kind = "", ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) < 5 or not after:  # noqa: PLR2004 - the fifth field is the mount point
            continue
        point = re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), fields[4])  # a space is \040
        if path.is_relative_to(point) and len(point) >= len(best):  # a later mount on the same place hides the earlier
            best, kind = point, after.split(" ")[0]
    return kind
