"""Restoring a backup: copy it to a scratch folder, open, verify and compare it there, then replace the current casebook.

Erased clients stay erased: the tombstones of the current casebook (or, if that cannot be read, of the newest readable backup) are applied
to the restored one. The replaced casebook is kept: as a backup of its own, or set aside if it is damaged.
"""

import contextlib
import shutil
from collections.abc import Callable, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlite_utils import Database

from guidance_kb.casebook.backup.backups import Backup, Backups
from guidance_kb.casebook.errors import (
    AbsurdParameters,
    CasebookError,
    Damaged,
    KeyFileDamaged,
    KeyFileMissing,
    StoreMissing,
    told,
)
from guidance_kb.casebook.privacy.erasure import erase_again, tombstones
from guidance_kb.casebook.records.differences import Preview, preview
from guidance_kb.casebook.storage import atomic_swap, encrypted_connection
from guidance_kb.casebook.storage.atomic_write import sync_file
from guidance_kb.casebook.storage.encrypted_connection import Journal, journal_for
from guidance_kb.casebook.storage.files import DATABASE, KEY_FILE, LOCK
from guidance_kb.casebook.storage.full_text import register
from guidance_kb.casebook.storage.integrity import UnsoundBackup, check, of_backup
from guidance_kb.casebook.storage.migrations import migrate
from guidance_kb.casebook.storage.quarantine import set_aside
from guidance_kb.casebook.storage.rows import Rows
from guidance_kb.casebook.storage.timestamps import Clock
from guidance_kb.casebook.vault import keyfile
from guidance_kb.casebook.vault.envelope import DataKey, Envelope
from guidance_kb.casebook.vault.folder_lock import FolderLock
from guidance_kb.casebook.vault.unlock import Secret, slots, slots_of
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.errors import BugError
from guidance_kb.language import Text


class OtherCasebook(CasebookError):
    """The backup belongs to another casebook than the folder."""

    says = Text(
        "Deze reservekopie is van andere dossiers dan die hier staan. Er is niets veranderd: zet de dossiers die hier staan eerst apart, "
        "of zet de kopie terug in een lege map.",
        "This backup is of another casebook than the one here. Nothing has changed: set the casebook that is here aside first, "
        "or restore the backup in an empty folder.",
    )


@dataclass(frozen=True, slots=True)
class Restored:
    """The result of a restore.

    Attributes:
        kept: The folder of the replaced casebook, or None if there was none.
        erased_again: The number of earlier erased clients that were erased again.
        slots_of_backup: Whether the key slots came from the backup, so that the passphrase of its day is valid again.
    """

    kept: Path | None
    erased_again: int
    slots_of_backup: bool


class Prepared:
    """A verified backup in its scratch folder; nothing has changed yet. Call `apply` or `discard` once.

    Attributes:
        preview: The effects of `apply`.
    """

    def __init__(self, found: Preview, apply: Callable[[ExitStack], Restored], stack: ExitStack) -> None:
        self.preview = found
        self._apply, self._stack = apply, stack

    def apply(self) -> Restored:
        """Replace the current casebook. The vault is closed afterwards; open it again with the passphrase.

        Raises:
            KnownError: For instance a full disk; the current casebook is unchanged.
        """
        stack = self._stack
        try:
            return self._apply(stack)
        finally:
            stack.close()

    def discard(self) -> None:
        """Remove the scratch folder; the current casebook is unchanged."""
        self._stack.close()


@dataclass(frozen=True, slots=True)
class _Opened:
    """The state between preparation and replacement.

    Attributes:
        coming: The open backup in its scratch folder.
        present: The current casebook, open; None if there is none that can be read.
        erased: Tombstones: uid → time.
    """

    backup: Backup
    key: DataKey
    secret: Secret
    scratch: Path
    coming: Database
    present: Database | None
    erased: Mapping[str, str]


class Restoration:
    """Restores backups."""

    def __init__(self, vault: Vault, backups: Backups, clock: Clock) -> None:
        self._vault, self._backups, self._clock = vault, backups, clock
        self._folder = vault.folder
        self._unlocking = vault.unlocking

    def prepare(self, backup: Backup, secret: Secret, present: Database | None = None) -> Prepared:
        """Copy a backup to a scratch folder, open, verify and compare it there; change nothing else.

        Args:
            backup: A backup of this casebook, here or in another place.
            secret: The passphrase or recovery key of the backup's day, or the current one.
            present: The database of the open vault; None if the vault is closed, in which case the folder is locked meanwhile.

        Raises:
            WrongPassphrase, WrongRecoveryKey, TooSoon: The secret opens neither the backup nor the casebook.
            UnsoundBackup, TooNew: The backup cannot be used.
            OtherCasebook: It belongs to another casebook than the current one.
            Busy, CannotUse: Another process has the casebook open; or for instance a full disk.
        """
        if self._vault.is_open != (present is not None):
            raise BugError("an open vault goes with its database")
        with ExitStack() as stack:
            if present is None:
                self._take_lock(stack)
                atomic_swap.finish(self._folder)
            scratch = atomic_swap.begin(self._folder)
            stack.callback(atomic_swap.discard, self._folder)
            with of_backup():
                envelope = slots(backup.key_file)
            self._refuse_other(envelope.store)
            key = self._key(secret, envelope)
            with of_backup():
                coming = self._copied(backup, key, scratch)
                stack.callback(coming.close)
                contents = check(coming)
            if present is None:
                present = self._present(key, stack)
            erased = self._erased(backup, key, present)
            now = None if present is None else Rows(present)
            found = preview(backup.made, contents, Rows(coming), now, erased.keys())
            opened = _Opened(backup, key, secret, scratch, coming, present, erased)
            kept = stack.pop_all()
        return Prepared(found, partial(self._put_in_place, opened), kept)

    def try_out(self, backup: Backup, secret: Secret, present: Database | None = None) -> Preview:
        """Test a backup: do all of `prepare` and return the comparison. Leaves nothing behind.

        Raises:
            KnownError: As `prepare`: the fault of the backup.
        """
        prepared = self.prepare(backup, secret, present)
        prepared.discard()
        return prepared.preview

    def newest_good(self, secret: Secret) -> Backup | None:
        """Return the newest sound backup that the secret opens, or None; for a casebook that does not open.

        Raises:
            WrongPassphrase, WrongRecoveryKey, TooSoon: There are backups, and the secret opens none.
        """
        usable = [(backup, envelope) for backup in self._backups.all() if (envelope := _slots_beside(backup))]
        if not usable:
            return None
        distinct = {keyfile.encode(envelope): envelope for _, envelope in usable}  # most share the same slots
        self._unlocking.unlock(secret, *distinct.values())
        keys = {written: envelope.unlock(secret.kind, secret.value) for written, envelope in distinct.items()}
        for backup, envelope in usable:
            key = keys[keyfile.encode(envelope)]
            if key is not None:
                with (
                    contextlib.suppress(CasebookError),
                    closing(encrypted_connection.connect_copy(backup.database, key)) as copy,
                ):
                    check(copy)
                    return backup
        return None

    def _put_in_place(self, opened: _Opened, stack: ExitStack) -> Restored:
        """Perform `Prepared.apply`."""
        again = erase_again(opened.coming, opened.erased)
        opened.coming.close()
        sync_file(opened.scratch / DATABASE)
        of_present = slots_of(self._vault.key_file, opened.key.store)
        of_backup = slots(opened.backup.key_file)
        kept = self._kept_copy(opened, of_present or of_backup)
        was_open = self._vault.is_open
        if was_open:
            self._vault.close()
            self._take_lock(stack)
        elif opened.present is not None:
            opened.present.close()
        if kept is None and atomic_swap.is_something(self._folder):
            with told():
                kept = set_aside(self._folder, self._clock(), with_key=False)
        keeps_slots = of_present is not None and (was_open or opened.secret.opens(of_present))
        if not keeps_slots:
            with told():
                keyfile.write(opened.scratch / KEY_FILE, of_backup)
        atomic_swap.decide(self._folder)
        return Restored(kept, again, slots_of_backup=not keeps_slots)

    def _kept_copy(self, opened: _Opened, envelope: Envelope) -> Path | None:
        """Back up the current casebook; return None if it cannot be read completely, in which case its files are kept."""
        if opened.present is None:
            return None
        try:
            return self._backups.write(opened.present, envelope, _opener(opened.key), replaced=True).folder
        except (UnsoundBackup, Damaged):
            return None

    def _take_lock(self, stack: ExitStack) -> None:
        hold = FolderLock(self._folder / LOCK)
        with told():
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            hold.take()
        stack.callback(hold.drop)

    def _key(self, secret: Secret, of_backup: Envelope) -> DataKey:
        """Return the data key, from the slots of the backup's day or the current ones: it is the same key."""
        of_present = slots_of(self._vault.key_file, of_backup.store)
        return self._unlocking.unlock(
            secret, *([of_backup] if of_present in (None, of_backup) else [of_backup, of_present])
        )

    def _refuse_other(self, store: bytes) -> None:
        """Refuse to replace another casebook. Without a key file the header identifies it, except for an open one."""
        here: bytes | None = None
        try:
            here = slots(self._vault.key_file).store
        except (KeyFileMissing, KeyFileDamaged, AbsurdParameters):
            with told():
                if not self._vault.is_open and self._vault.database_file.exists():
                    here = encrypted_connection.header(self._vault.database_file)
        if here not in (None, store):
            raise OtherCasebook

    def _copied(self, backup: Backup, key: DataKey, scratch: Path) -> Database:
        """Return the backup in its scratch folder, open and migrated to the current schema."""
        path = scratch / DATABASE
        with told():
            if not backup.database.is_file():
                raise StoreMissing
            shutil.copyfile(backup.database, path)
            path.chmod(0o600)
        database = encrypted_connection.connect(path, key, Journal.DELETE)
        try:
            migrate(database)
            register(database)
        except BaseException:
            database.close()
            raise
        return database

    def _present(self, key: DataKey, stack: ExitStack) -> Database | None:
        """Return the current casebook of a closed vault, opened; None if there is none or it is damaged, in which case it is set aside."""
        with ExitStack() as undo:
            try:
                database = encrypted_connection.connect(self._vault.database_file, key, journal_for(self._folder))
                undo.callback(database.close)
                check(database)
            except (StoreMissing, Damaged):
                return None
            undo.pop_all()
        stack.callback(database.close)
        return database

    def _erased(self, backup: Backup, key: DataKey, present: Database | None) -> dict[str, str]:
        """Return the tombstones to apply: those of the current casebook, or of the newest readable backup."""
        if present is not None:
            return tombstones(present)
        for other in self._backups.all():
            if other.made <= backup.made:
                break
            with (
                contextlib.suppress(CasebookError),
                closing(encrypted_connection.connect_copy(other.database, key)) as copy,
            ):
                return tombstones(copy)
        return {}


def _slots_beside(backup: Backup) -> Envelope | None:
    with told():
        return slots_of(backup.key_file, encrypted_connection.header(backup.database))


def _opener(key: DataKey) -> Callable[[Path], Database]:
    return lambda path: encrypted_connection.connect_copy(path, key)
