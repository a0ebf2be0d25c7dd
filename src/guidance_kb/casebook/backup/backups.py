"""Backups of the open casebook: made, verified and rotated.

```
backups/20261124-140231Z/            the time in UTC; the name holds nothing else
casebook.db  casebook.key        the records, and the key slots of that day
backups/20261124-150000Z-replaced/   the casebook that a restore replaced
```
A backup is a casebook: the same two files in a folder of their own, encrypted with the same data key. So the passphrase of its day or the
recovery key opens it, here or on another computer; it can be copied and checked with the tools of a casebook; and nothing has to be
unpacked. It is complete as soon as `casebook.db` has its name, which is the last step.
"""

import os
import re
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Final

from sqlite_utils import Database

from guidance_kb.casebook.errors import told
from guidance_kb.casebook.privacy.clock_guard import ClockJumped, ClockWatch
from guidance_kb.casebook.storage.atomic_write import sync_file, sync_folder
from guidance_kb.casebook.storage.files import DATABASE, KEY_FILE, UNFINISHED
from guidance_kb.casebook.storage.integrity import Contents, check, counts, of_backup, refuse_unlike
from guidance_kb.casebook.storage.rows import Rows
from guidance_kb.casebook.storage.settings import CasebookSettings
from guidance_kb.casebook.storage.timestamps import Clock
from guidance_kb.casebook.vault import keyfile
from guidance_kb.casebook.vault.envelope import Envelope
from guidance_kb.casebook.vault.recovery import LONGEST, superfluous
from guidance_kb.casebook.vault.unlock import slots
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.errors import BugError

FOLDER: Final = "backups"
_STAMP: Final = "%Y%m%d-%H%M%SZ"
_REPLACED: Final = "-replaced"
_NAME: Final = re.compile(r"(\d{8}-\d{6}Z)(-replaced)?(-\d+)?")
_SHORTEST_MONTH: Final = 28


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup on disk.

    Attributes:
        folder: Its folder, which is a casebook's folder.
        made: The time, in UTC.
        replaced: Whether it is a casebook that a restore replaced.
        size: The size of the database in bytes.
    """

    folder: Path
    made: datetime
    replaced: bool
    size: int

    @property
    def database(self) -> Path:
        """Path of the database."""
        return self.folder / DATABASE

    @property
    def key_file(self) -> Path:
        """Path of the key file."""
        return self.folder / KEY_FILE

    @property
    def name(self) -> str:
        """Its name on the command line."""
        return self.folder.name


class Backups:
    """The backups of one casebook. Making, verifying and rotating need an open vault; listing does not."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self.folder = vault.folder / FOLDER
        self._vault, self._clock = vault, clock
        self._saved: tuple[Database, int] | None = None

    def all(self) -> list[Backup]:
        """Return every backup, newest first, without checking them (see `verify`).

        Raises:
            CannotUse: The folder cannot be read.
        """
        with told():
            folders = list(self.folder.iterdir()) if self.folder.is_dir() else []
            found = [backup for folder in folders if _NAME.fullmatch(folder.name) and (backup := at(folder))]
        return sorted(found, key=lambda backup: (backup.made, backup.name), reverse=True)

    def make(self, database: Database) -> Backup:
        """Make a backup of the open casebook, verify it, and remove those that have expired.

        If the clock cannot be trusted, the backup is made and none is removed.

        Raises:
            NotReadBack: The backup could not be read back and was removed; the casebook itself may be damaged.
            KnownError: For instance a full disk, or a key file of another casebook; earlier backups are unchanged.
        """
        believed = True
        try:
            ClockWatch(Rows(database), self._clock).refuse_jump()
        except ClockJumped:
            believed = False
        made = self.make_only(database)
        self._saved = (database, database.conn.total_changes)
        if believed:
            self._rotate(database)
        return made

    def make_if_changed(self, database: Database) -> Backup | None:
        """Make a backup unless nothing was written since the last one of this opening; for the timer and the exit.

        Raises:
            KnownError: As `make`.
        """
        unchanged = (
            self._saved is not None and self._saved[0] is database and self._saved[1] == database.conn.total_changes
        )
        return None if unchanged else self.make(database)

    def make_only(self, database: Database) -> Backup:
        """Make and verify a backup, and remove none: before a migration (`Vault.open(back_up=…)`), an import, a bulk erasure.

        Raises:
            KnownError: As `make`.
        """
        return self.write(database, slots(self._vault.key_file), self._vault.open_copy)

    def write(
        self, database: Database, envelope: Envelope, open_copy: Callable[[Path], Database], *, replaced: bool = False
    ) -> Backup:
        """Make a backup of an open casebook, whoever opened it.

        Args:
            database: The casebook.
            envelope: Its key slots.
            open_copy: Opens a copy of it for verification.
            replaced: Whether a restore is about to replace it.

        Raises:
            KnownError: As `make`.
        """
        with told():
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._remove_unfinished()
            folder = self._new_folder(replaced=replaced)
            try:
                keyfile.write(folder / KEY_FILE, envelope)
                _copy(database, folder / UNFINISHED)
                refuse_unlike(folder / UNFINISHED, envelope.store, open_copy, counts(Rows(database)))
                (folder / UNFINISHED).replace(folder / DATABASE)
                sync_folder(folder)
                sync_folder(self.folder)
            except BaseException:
                shutil.rmtree(folder, ignore_errors=True)
                raise
            made = at(folder)
        if made is None:
            raise BugError("a backup that was made is not there")
        return made

    def verify(self, backup: Backup) -> Contents:
        """Read every page and row of a backup with the key of the open vault and return its contents.

        Raises:
            UnsoundBackup, CannotUse: It is damaged or cannot be read.
            BugError: The vault is closed.
        """
        with of_backup(), closing(self._vault.open_copy(backup.database)) as copy:
            return check(copy)

    def until(self, backup: Backup, database: Database) -> datetime:
        """Return the time after which a backup is removed, by the next backup made."""
        return backup.made + _limit(database)

    def remove(self, backup: Backup) -> None:
        """Remove a backup.

        Raises:
            CannotUse: The system refuses.
        """
        with told():
            backup.database.unlink(missing_ok=True)  # first: without it the folder is no backup
            shutil.rmtree(backup.folder)
            sync_folder(self.folder)

    def _rotate(self, database: Database) -> None:
        found = self.all()
        now, limit = self._clock(), _limit(database)
        old = superfluous((backup.made for backup in found if not backup.replaced), now, limit)
        for backup in found:
            if (backup.replaced and now - backup.made > limit) or (not backup.replaced and backup.made in old):
                self.remove(backup)

    def _remove_unfinished(self) -> None:
        """Remove unfinished backups; nobody else works in the folder of an open vault."""
        for folder in self.folder.iterdir():
            if _NAME.fullmatch(folder.name) and not (folder / DATABASE).exists():
                shutil.rmtree(folder)

    def _new_folder(self, *, replaced: bool) -> Path:
        name = self._clock().astimezone(UTC).strftime(_STAMP) + (_REPLACED if replaced else "")
        names = (name if number == 1 else f"{name}-{number}" for number in count(1))
        folder = next(self.folder / free for free in names if not (self.folder / free).exists())
        folder.mkdir(mode=0o700)
        return folder


def at(folder: Path) -> Backup | None:
    """Return the backup in a folder, also in another place; None if there is none.

    Raises:
        OSError: The folder cannot be read.
    """
    database = folder / DATABASE
    if not database.is_file():
        return None
    status = database.stat()
    named = _NAME.fullmatch(folder.name)
    try:
        made = datetime.strptime(named[1], _STAMP).replace(tzinfo=UTC) if named else None
    except ValueError:  # digits that are not a date
        made = None
    return Backup(
        folder,
        made or datetime.fromtimestamp(status.st_mtime, UTC),
        replaced=named is not None and named[2] is not None,
        size=status.st_size,
    )


def _copy(database: Database, path: Path) -> None:
    """Write a fresh copy of the open casebook, encrypted with the same key, synced to disk and readable by this user only."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))  # VACUUM INTO accepts an empty file
    database.execute("VACUUM INTO ?", (str(path),))
    sync_file(path)


def _limit(database: Database) -> timedelta:
    months = CasebookSettings(Rows(database)).keep_months
    return min(LONGEST, timedelta(days=_SHORTEST_MONTH * months))
