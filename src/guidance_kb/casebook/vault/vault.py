"""The vault: a folder with an encrypted database and its key file, and the only way to open, create and re-key them.

```
casebook.db      the records, SQLCipher; beside it casebook.db-wal while it is open
casebook.key     the envelope: the database's key, wrapped under the passphrase and under the recovery key
casebook.lock    whom the folder belongs to while it is open; empty
casebook.tries   wrong tries since the last right one, if any
```
All of it is slow on purpose (Argon2id) and none of it sleeps: call it on a worker, show `delay` in the window.
"""

import contextlib
import shutil
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path

from sqlite_utils import Database

from guidance_kb.casebook.backup.drives import journal_for
from guidance_kb.casebook.errors import (
    AlreadyThere,
    CannotUse,
    Damaged,
    DiskFull,
    NoCasebook,
    OtherStore,
    WeakPassphrase,
    WrongSecret,
    told,
)
from guidance_kb.casebook.storage import atomic_swap, encrypted_connection, integrity
from guidance_kb.casebook.storage.encrypted_connection import Journal
from guidance_kb.casebook.storage.files import DATABASE, KEY_FILE, LOCK, PLAIN_HEADER, with_companions
from guidance_kb.casebook.storage.migrations import migrate
from guidance_kb.casebook.storage.quarantine import set_aside
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.storage.timestamps import Clock, utc_now
from guidance_kb.casebook.vault import creation, keyfile
from guidance_kb.casebook.vault.envelope import STANDARD, Cost, DataKey, Envelope
from guidance_kb.casebook.vault.folder_lock import FolderLock
from guidance_kb.casebook.vault.recovery import new_recovery_key
from guidance_kb.casebook.vault.strength import estimate
from guidance_kb.casebook.vault.unlock import Secret, Unlock, slots
from guidance_kb.errors import BugError


class Vault:
    """One casebook on disk, closed or open; for one thread at a time.

    Attributes:
        folder: Where it is.
        database_file: Its database; never read, hash or copy it while the vault is open: closing a file handle on it
            drops SQLite's locks.
        key_file: Its key file.
        unlocking: Tries what is typed on its slots, and on those of its backups.
    """

    def __init__(
        self, folder: Path, *, clock: Clock = utc_now, cost: Cost = STANDARD, journal: Journal | None = None
    ) -> None:
        """Reads nothing yet but how many tries went wrong.

        Args:
            folder: Made when a casebook is created.
            clock: The time in UTC, also for the store.
            cost: What a guess is made to cost in slots that are written from now on; the ones that are there say so themselves.
            journal: How SQLite keeps a change whole; by the kind of drive if not given.
        """
        self.folder = folder
        self.database_file = folder / DATABASE
        self.key_file = folder / KEY_FILE
        self._clock = clock
        self._cost = cost
        self._journal = journal
        self._hold = FolderLock(folder / LOCK)
        self.unlocking = Unlock(folder, clock)
        self._database: Database | None = None
        self._key: DataKey | None = None

    @property
    def exists(self) -> bool:
        """Whether there is anything of a casebook: key file, database, what SQLite left of one, or one that a restore is to put there."""
        with told():
            files = (self.key_file, *with_companions(self.database_file))
            return any(file.exists() for file in files) or atomic_swap.is_decided(self.folder)

    @property
    def is_open(self) -> bool:
        """Whether it is open, by us."""
        return self._database is not None

    @property
    def wait(self) -> float:
        """Seconds until the next try is allowed; 0 when it is."""
        return self.unlocking.wait

    def create(self, passphrase: str) -> str:
        """Makes an empty casebook and returns the recovery key to print. It is shown this once; the vault stays closed.

        The database is made under another name, then the key file is written, then the database gets its name. Killed before the key file
        is there, nothing exists and the next try begins anew; killed after, the next opening gives the database its name.

        Raises:
            AlreadyThere: Something of a casebook is there.
            WeakPassphrase: It would not protect anything.
            Busy, CannotUse: Another process is at it; the disk does not let us. Nothing is left behind.
        """
        _refuse_weak(passphrase)
        with told():
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with ExitStack() as undo:
            self._take(undo)
            if self.exists:
                raise AlreadyThere
            key, recovery = DataKey.new(), new_recovery_key()
            envelope = Envelope(key.store, ())
            for secret in (Secret.passphrase(passphrase), Secret.recovery_key(recovery)):
                envelope = secret.wrap(key, envelope, self._cost)
            try:
                creation.make(self.folder, key, self._journal_here())
                with told():
                    keyfile.write(self.key_file, envelope)
                creation.finish(self.folder, key.store)
            except BaseException:
                with contextlib.suppress(OSError, CannotUse):
                    self.key_file.unlink(missing_ok=True)
                    creation.remove(self.folder)
                raise
        return recovery

    def take_back(self) -> None:
        """Takes back a creation that the user stopped before the recovery key was on paper: nothing was written in it yet.

        Raises:
            Busy, CannotUse: It is open; the disk does not let us.
        """
        with ExitStack() as undo:
            self._take(undo)
            creation.take_back(self.folder)

    def open(self, passphrase: str, *, back_up: Callable[[Database], object] | None = None) -> Store:
        """Opens the casebook and returns its store.

        Args:
            passphrase: As typed.
            back_up: Called with the open database before it is brought to a newer version; if it fails, nothing is changed.

        Raises:
            WrongPassphrase, TooSoon: Not this passphrase; not yet.
            NoCasebook, KeyFileMissing, KeyFileDamaged, AbsurdParameters, OtherStore, StoreMissing, Damaged, TooNew, Busy, CannotUse: As
                their sentences say. Nothing was changed.
        """
        return self._open(Secret.passphrase(passphrase), back_up)

    def open_with_recovery(self, key: str, *, back_up: Callable[[Database], object] | None = None) -> Store:
        """Opens the casebook with the recovery key; let the user choose a new passphrase then: `renew_passphrase`.

        Raises:
            MistypedRecoveryKey: A typing error; it was not tried.
            WrongRecoveryKey: Not (or no longer) the key of this casebook.
            KnownError: As `open`.
        """
        return self._open(Secret.recovery_key(key), back_up)

    def close(self) -> None:
        """Puts the WAL in its place, closes the database and drops the key. Does nothing when closed.

        Python cannot wipe the key from memory; it is gone when the memory is used again.

        Raises:
            BugError: The database is in clear.
        """
        database, self._database, self._key = self._database, None, None
        if database is None:
            return
        try:
            database.close()  # SQLite puts the WAL in its place; if it cannot, as on a full disk, the WAL stays for the next opening
            with told():
                encrypted_connection.refuse_plain(self.database_file)
        finally:
            self._hold.drop()

    def change_passphrase(self, old: str, new: str) -> None:
        """Replaces the passphrase; open or closed, the recovery key stays as it is.

        A backup keeps the slots of its day, and the database's key is the same: who has an old key file and the old passphrase still has
        a way in.

        Raises:
            WrongPassphrase, TooSoon: `old` is not right; not yet.
            WeakPassphrase: `new` would not protect anything.
            KnownError: As `open`; the old passphrase still holds.
        """
        _refuse_weak(new)
        self._rewrap(Secret.passphrase(old), Secret.passphrase(new))

    def renew_passphrase(self, recovery_key: str, new: str) -> None:
        """Replaces a passphrase that was forgotten.

        Raises:
            MistypedRecoveryKey, WrongRecoveryKey, WeakPassphrase, KnownError: As above; nothing was changed.
        """
        _refuse_weak(new)
        self._rewrap(Secret.recovery_key(recovery_key), Secret.passphrase(new))

    def replace_recovery_key(self, passphrase: str) -> str:
        """Makes a new recovery key and returns it to print; the one before opens nothing any more.

        Raises:
            KnownError: As `change_passphrase`; the recovery key before still holds.
        """
        recovery = new_recovery_key()
        self._rewrap(Secret.passphrase(passphrase), Secret.recovery_key(recovery))
        return recovery

    def open_copy(self, path: Path) -> Database:
        """Opens a backup of this casebook, to look and not to change; checks every page.

        Raises:
            Damaged: It is damaged, or of another casebook.
            BugError: The vault is closed.
        """
        if self._key is None:
            raise BugError("the vault is closed")
        return encrypted_connection.connect_copy(path, self._key)

    def quarantine(self, *, with_key: bool = False) -> Path:
        """Sets a damaged database aside, with what SQLite kept beside it, and returns the new folder that holds it. Nothing is overwritten.

        Args:
            with_key: Whether the key file goes along, so that an empty casebook can be created; if not, it stays for a backup to be
                restored to, and a copy goes along.

        Raises:
            Busy: It is open, here or elsewhere.
            CannotUse: The disk does not let us.
        """
        with ExitStack() as undo, told():
            self._take(undo)
            return set_aside(self.folder, self._clock(), with_key=with_key)

    def _take(self, undo: ExitStack) -> None:
        """Makes the folder ours until `undo` is unwound, and finishes a restore that was cut short; `Busy` if it is another's, or open."""
        with told():
            self._hold.take()
        undo.callback(self._hold.drop)
        atomic_swap.finish(self.folder)

    def _open(self, secret: Secret, back_up: Callable[[Database], object] | None) -> Store:
        with ExitStack() as undo:
            if not self.exists:
                raise NoCasebook
            self._take(undo)
            envelope = slots(self.key_file)
            creation.finish(self.folder, envelope.store)
            key = self._unlock(envelope, secret)
            database = self._connect(key)
            undo.callback(database.close)
            self._database, self._key = database, key
            undo.callback(self._forget)
            migrate(database, (lambda: back_up(database)) if back_up else None)
            store = Store(database, self._clock)
            undo.pop_all()
        return store

    def _forget(self) -> None:
        self._database = self._key = None

    def _rewrap(self, secret: Secret, new: Secret) -> None:
        """Unlocks with one secret and wraps the key under another."""
        with ExitStack() as undo:
            if not self.exists:
                raise NoCasebook
            if not self.is_open:
                self._take(undo)
            envelope = slots(self.key_file)
            key = self._unlock(envelope, secret)
            changed = new.wrap(key, envelope, self._cost)
            with told():
                keyfile.write(self.key_file, changed)

    def _unlock(self, envelope: Envelope, secret: Secret) -> DataKey:
        try:
            key = self.unlocking.unlock(secret, envelope)
        except WrongSecret as wrong:
            if not self.is_open and self._is_of_another(envelope.store):
                raise OtherStore from wrong
            raise
        if self._key not in (None, key):
            raise OtherStore  # the key file was exchanged while the casebook was open
        return key

    def _connect(self, key: DataKey) -> Database:
        """Open the database; after a crash only if a copy of it passes a check of all rows."""
        try:
            self._check_after_crash(key)
            return encrypted_connection.connect(self.database_file, key, self._journal_here())
        except Damaged as damaged:
            if not damaged.faults and self._is_of_another(key.store):
                raise OtherStore from damaged
            raise

    def _check_after_crash(self, key: DataKey) -> None:
        """Check all rows and indexes of a copy if a journal was left: a damaged one can leave intact pages that are inconsistent.

        Opening puts the journal in its place, so the copy keeps a refused casebook as it was found. Without room for it there is no check.

        Raises:
            Damaged: The rows or indexes are inconsistent.
        """
        _, *beside = files = with_companions(self.database_file)
        with told():
            if not any(file.exists() and file.stat().st_size > 0 for file in beside):
                return
        scratch = atomic_swap.begin(self.folder)
        try:
            with contextlib.suppress(DiskFull):
                with told():
                    for file in files:
                        if file.exists():
                            shutil.copyfile(file, scratch / file.name)
                with closing(encrypted_connection.connect(scratch / DATABASE, key, Journal.DELETE)) as copy:
                    integrity.check(copy)
        finally:
            atomic_swap.discard(self.folder)

    def _is_of_another(self, store: bytes) -> bool:
        """Whether the closed database says that it is another's; asked only when something is wrong, a flipped bit there is harmless."""
        with told():
            start = encrypted_connection.header(self.database_file) if self.database_file.exists() else b""
        return len(start) == len(store) and start not in (store, PLAIN_HEADER)

    def _journal_here(self) -> Journal:
        return self._journal or journal_for(self.folder)


def _refuse_weak(passphrase: str) -> None:
    strength = estimate(passphrase)
    if not strength.acceptable:
        raise WeakPassphrase(strength.text)
