"""The state of a casebook, seen from outside: without a key, without opening anything, and without facts about clients."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from guidance_kb.casebook.backup.backups import FOLDER, at
from guidance_kb.casebook.errors import CasebookError, FolderInUse, TooNew
from guidance_kb.casebook.storage import atomic_swap
from guidance_kb.casebook.storage.files import DATABASE, KEY_FILE, LOCK, PAGE, PLAIN_HEADER, UNFINISHED, with_companions
from guidance_kb.casebook.vault import keyfile
from guidance_kb.casebook.vault.folder_lock import FolderLock


class Key(Enum):
    """The state of the key file."""

    WHOLE = auto()
    MISSING = auto()
    DAMAGED = auto()
    NEWER = auto()
    UNREADABLE = auto()


class StoreHealth(Enum):
    """The state of the database file; a file in use is not opened, because closing it would drop SQLite's locks."""

    READABLE = auto()
    IN_USE = auto()
    WAITING = auto()  # created or restored, but interrupted before it was renamed: the next opening does that
    MISSING = auto()
    DAMAGED = auto()
    UNREADABLE = auto()


class JournalHealth(Enum):
    """The state of SQLite's files beside the database."""

    EMPTY = auto()
    IN_USE = auto()
    WAITING = auto()
    UNREADABLE = auto()


@dataclass(frozen=True, slots=True)
class Health:
    """The state of a casebook.

    Attributes:
        key: The key file.
        store: The database file.
        journal: SQLite's journal.
        held: Whether a window or a command has the casebook open.
        backups: The number of backups.
        newest: When the last backup was made, in UTC; None without any.
    """

    key: Key
    store: StoreHealth
    journal: JournalHealth
    held: bool
    backups: int
    newest: datetime | None


def look(folder: Path) -> Health | None:
    """Return the state of the casebook in `folder`; None if there is none."""
    files = (folder / KEY_FILE, *with_companions(folder / DATABASE))
    # `lexists` does not raise in a folder that this user may not read.
    if not any(os.path.lexists(file) for file in files) and not _waits(folder):
        return None
    with _held(folder) as held:
        made = _backups(folder / FOLDER)
        store = StoreHealth.IN_USE if held else StoreHealth.WAITING if _waits(folder) else _store(folder / DATABASE)
        journal = JournalHealth.IN_USE if held else _journal(folder / DATABASE)
        return Health(_key(folder / KEY_FILE), store, journal, held, len(made), max(made, default=None))


def cipher_version() -> str:
    """Return the version of SQLCipher; empty if this SQLite does not encrypt."""
    connection = sqlcipher.connect(":memory:")
    try:
        found = connection.execute("PRAGMA cipher_version").fetchone()
    finally:
        connection.close()
    return str(found[0]) if found else ""


@contextmanager
def _held(folder: Path) -> Iterator[bool]:
    """Yield whether another process has the casebook open; if none has, hold the folder lock meanwhile."""
    hold, held = FolderLock(folder / LOCK), False
    with suppress(OSError):  # without permission to write in the folder, the check goes without the lock
        if (folder / LOCK).exists():
            try:
                hold.take()
            except FolderInUse:
                held = True
    try:
        yield held
    finally:
        hold.drop()


def _waits(folder: Path) -> bool:
    """Return whether the next opening will finish an interrupted restoration or creation."""
    try:
        return atomic_swap.is_decided(folder) or (
            (folder / KEY_FILE).exists() and (folder / UNFINISHED).exists() and not (folder / DATABASE).exists()
        )
    except (OSError, CasebookError):
        return False


def _key(file: Path) -> Key:
    try:
        keyfile.read(file)
    except FileNotFoundError:
        return Key.MISSING
    except OSError:
        return Key.UNREADABLE
    except TooNew:
        return Key.NEWER
    except CasebookError:
        return Key.DAMAGED
    return Key.WHOLE


def _store(database: Path) -> StoreHealth:
    try:
        size = database.stat().st_size
        with database.open("rb") as file:
            begins = file.read(PAGE)
    except FileNotFoundError:
        return StoreHealth.MISSING
    except OSError:
        return StoreHealth.UNREADABLE
    is_whole = size > 0 and size % PAGE == 0 and not begins.startswith(PLAIN_HEADER) and any(begins)
    return StoreHealth.READABLE if is_whole else StoreHealth.DAMAGED


def _journal(database: Path) -> JournalHealth:
    try:
        _, log, _, journal = with_companions(database)
        waits = any(file.exists() and file.stat().st_size > 0 for file in (log, journal))
    except OSError:
        return JournalHealth.UNREADABLE
    return JournalHealth.WAITING if waits else JournalHealth.EMPTY


def _backups(folder: Path) -> list[datetime]:
    """Return when each backup was made; an unreadable folder has none."""
    with suppress(OSError):
        return [found.made for each in folder.iterdir() if (found := at(each))]
    return []
