"""Backups: made from the open casebook, verified before they count, rotated.

```
backups/20261124-140231Z/            the moment in UTC, and nothing else in the name
    casebook.db  casebook.key        the records, and the key slots of that day
backups/20261124-150000Z-replaced/   what a restore took the place of
```
A backup is a casebook: the same two files in a folder of their own, encrypted with the same data key. So it opens by itself, here or on
another computer, by the passphrase of its day or the recovery key; it can be copied and checked with the tools of a casebook; and nothing
has to be unpacked. It counts from the moment that `casebook.db` has its name, which it gets last.
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
from guidance_kb.casebook.vault import keyfile, rotation
from guidance_kb.casebook.vault.envelope import Envelope
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
        folder: Where it is: a casebook's folder.
        made: When, in UTC.
        replaced: Whether it is what a restore took the place of.
        size: Bytes of the database.
    """

    folder: Path
    made: datetime
    replaced: bool
    size: int

    @property
    def database(self) -> Path:
        """Its records."""
        return self.folder / DATABASE

    @property
    def key_file(self) -> Path:
        """Its key slots."""
        return self.folder / KEY_FILE

    @property
    def name(self) -> str:
        """What to call it on the command line."""
        return self.folder.name


class Backups:
    """The backups of one casebook. Making, verifying and rotating need the vault open; listing does not."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self.folder = vault.folder / FOLDER
        self._vault, self._clock = vault, clock
        self._saved: tuple[Database, int] | None = None

    def all(self) -> list[Backup]:
        """Returns every backup, the newest first; whether it is sound is for `verify` to say.

        Raises:
            CannotUse: The folder cannot be read.
        """
        with told():
            folders = list(self.folder.iterdir()) if self.folder.is_dir() else []
            found = [backup for folder in folders if _NAME.fullmatch(folder.name) and (backup := at(folder))]
        return sorted(found, key=lambda backup: (backup.made, backup.name), reverse=True)

    def make(self, database: Database) -> Backup:
        """Makes a backup of the open casebook, verifies it, and removes those that have had their time.

        When the clock cannot be believed, the backup is made and nothing is removed.

        Raises:
            NotReadBack: What was written could not be read back, and nothing was kept of it; the casebook itself may be damaged.
            KnownError: The disk is full, say, or the key file is not this casebook's; the backups that there were are still there.
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
        """Makes a backup unless nothing was written since the last one that was made of this opening; for the timer and the exit.

        Raises:
            KnownError: As `make`.
        """
        unchanged = (
            self._saved is not None and self._saved[0] is database and self._saved[1] == database.conn.total_changes
        )
        return None if unchanged else self.make(database)

    def make_only(self, database: Database) -> Backup:
        """Makes a backup and verifies it, and removes none: before a migration (`Vault.open(back_up=…)`), an import, a bulk erasing.

        Raises:
            KnownError: As `make`.
        """
        return self.write(database, slots(self._vault.key_file), self._vault.open_copy)

    def write(
        self, database: Database, envelope: Envelope, open_copy: Callable[[Path], Database], *, replaced: bool = False
    ) -> Backup:
        """Makes a backup of an open casebook, whoever has opened it.

        Args:
            database: The casebook.
            envelope: Its key slots.
            open_copy: Opens a copy of it to look.
            replaced: Whether it is about to be replaced.

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
        """Reads every page and row of a backup with the key of the open vault and returns what is in it.

        Raises:
            UnsoundBackup, CannotUse: It cannot be used.
            BugError: The vault is closed.
        """
        with of_backup(), closing(self._vault.open_copy(backup.database)) as copy:
            return check(copy)

    def until(self, backup: Backup, database: Database) -> datetime:
        """Returns the moment up to which a backup stays at most: the first backup that is made after it removes this one."""
        return backup.made + _limit(database)

    def remove(self, backup: Backup) -> None:
        """Removes a backup.

        Raises:
            CannotUse: The disk does not let us.
        """
        with told():
            backup.database.unlink(missing_ok=True)  # first: without it the rest is no backup
            shutil.rmtree(backup.folder)
            sync_folder(self.folder)

    def _rotate(self, database: Database) -> None:
        found = self.all()
        now, limit = self._clock(), _limit(database)
        old = rotation.superfluous((backup.made for backup in found if not backup.replaced), now, limit)
        for backup in found:
            if (backup.replaced and now - backup.made > limit) or (not backup.replaced and backup.made in old):
                self.remove(backup)

    def _remove_unfinished(self) -> None:
        """What was cut short; nobody else is at work in the folder of an open vault."""
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
    """Returns the backup in a folder, also one that was carried elsewhere; None if there is none.

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
    except ValueError:  # digits that are no date
        made = None
    return Backup(
        folder,
        made or datetime.fromtimestamp(status.st_mtime, UTC),
        replaced=named is not None and named[2] is not None,
        size=status.st_size,
    )


def _copy(database: Database, path: Path) -> None:
    """Writes a fresh copy of the open casebook, encrypted with the same key, complete on the disk and for this user only."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))  # VACUUM INTO takes an empty file as it is
    database.execute("VACUUM INTO ?", (str(path),))
    sync_file(path)


def _limit(database: Database) -> timedelta:
    months = CasebookSettings(Rows(database)).keep_months
    return min(rotation.LONGEST, timedelta(days=_SHORTEST_MONTH * months))
