"""Restoring a backup: copied to a scratch place, opened, verified and compared there, and only then put in the place of the present one.

What was erased stays erased: the tombstones of the present casebook (or, if that cannot be read, of the newest backup that can) are applied
to what comes back. What is replaced is kept: as a backup of its own, or set aside if it is damaged.
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
from guidance_kb.casebook.backup.drives import journal_for
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
from guidance_kb.casebook.storage.encrypted_connection import Journal
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
    """The backup is of one casebook and the folder holds another."""

    says = Text(
        "Deze reservekopie is van andere dossiers dan die hier staan. Er is niets veranderd: zet de dossiers die hier staan eerst apart, "
        "of zet de kopie terug in een lege map.",
        "This backup is of another casebook than the one here. Nothing has changed: set the casebook that is here aside first, "
        "or restore the backup in an empty folder.",
    )


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did.

    Attributes:
        kept: The folder that holds what was replaced, or None if there was nothing.
        erased_again: How many clients that had been erased were erased again.
        slots_of_backup: Whether the key slots came from the backup: the passphrase of its day holds again.
    """

    kept: Path | None
    erased_again: int
    slots_of_backup: bool


class Prepared:
    """A backup in its scratch place, verified; nothing has changed yet. Call `apply` or `discard`, and nothing after it.

    Attributes:
        preview: What `apply` would change.
    """

    def __init__(self, found: Preview, apply: Callable[[ExitStack], Restored], stack: ExitStack) -> None:
        self.preview = found
        self._apply, self._stack = apply, stack

    def apply(self) -> Restored:
        """Puts it in the place of the present casebook; the vault is closed then: open it again, by the passphrase.

        Raises:
            KnownError: The disk is full, say; the present casebook is as it was.
        """
        stack = self._stack
        try:
            return self._apply(stack)
        finally:
            stack.close()

    def discard(self) -> None:
        """Lets go of it; the present casebook is as it was."""
        self._stack.close()


@dataclass(frozen=True, slots=True)
class _Opened:
    """What is at hand between preparing and putting in place.

    Attributes:
        coming: The backup in its scratch place, open.
        present: The present casebook, open; None if there is none that can be read.
        erased: Tombstones: uid → moment.
    """

    backup: Backup
    key: DataKey
    secret: Secret
    scratch: Path
    coming: Database
    present: Database | None
    erased: Mapping[str, str]


class Restoration:
    """Brings backups back."""

    def __init__(self, vault: Vault, backups: Backups, clock: Clock) -> None:
        self._vault, self._backups, self._clock = vault, backups, clock
        self._folder = vault.folder
        self._unlocking = vault.unlocking

    def prepare(self, backup: Backup, secret: Secret, present: Database | None = None) -> Prepared:
        """Copies a backup to a scratch place, opens, verifies and compares it there; changes nothing else.

        Args:
            backup: One of this casebook, here or carried from elsewhere.
            secret: The passphrase or recovery key of the backup's day, or of now.
            present: The database of the open vault; None when the vault is closed: then it stays closed until the end of this.

        Raises:
            WrongPassphrase, WrongRecoveryKey, TooSoon: The secret opens neither the backup nor the casebook.
            UnsoundBackup, TooNew: The backup is of no use.
            OtherCasebook: It is of another casebook than the one here.
            Busy, CannotUse: Another process has the casebook; the disk is full, say.
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
        """Tests a backup: all that `prepare` does, and says how it compares. Leaves nothing behind.

        Raises:
            KnownError: As `prepare`: what is wrong with the backup.
        """
        prepared = self.prepare(backup, secret, present)
        prepared.discard()
        return prepared.preview

    def newest_good(self, secret: Secret) -> Backup | None:
        """Returns the newest backup that the secret opens and that is sound, or None; for a casebook that does not open.

        Raises:
            WrongPassphrase, WrongRecoveryKey, TooSoon: There are backups, and the secret opens none.
        """
        usable = [(backup, envelope) for backup in self._backups.all() if (envelope := _slots_beside(backup))]
        if not usable:
            return None
        distinct = {keyfile.encode(envelope): envelope for _, envelope in usable}  # most have the same slots
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
        """Does what `Prepared.apply` says."""
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
        """The present casebook as a backup; None if it cannot be read to the end, and then its files are kept."""
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
        """The data key, by the slots of the backup's day or by those of now: it is the same."""
        of_present = slots_of(self._vault.key_file, of_backup.store)
        return self._unlocking.unlock(
            secret, *([of_backup] if of_present in (None, of_backup) else [of_backup, of_present])
        )

    def _refuse_other(self, store: bytes) -> None:
        """Nothing of another casebook is replaced; without a key file the header tells, but not that of an open one."""
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
        """The backup in its scratch place, open and brought to the present version of the schema."""
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
        """The present casebook of a closed vault, open; None if there is none, or none that can be read whole: it is set aside then."""
        try:
            database = encrypted_connection.connect(self._vault.database_file, key, journal_for(self._folder))
        except (StoreMissing, Damaged):
            return None
        stack.callback(database.close)
        return database

    def _erased(self, backup: Backup, key: DataKey, present: Database | None) -> dict[str, str]:
        """The tombstones that hold: those of the present casebook, or of the newest backup that can be read."""
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
