"""The vault: a folder with an encrypted database and its key file; nothing else opens, creates or re-keys them.

```
casebook.db      the records, SQLCipher; beside it casebook.db-wal while it is open
casebook.key     the envelope: the database's key, wrapped under the passphrase and under the recovery key
casebook.lock    the lock on the folder while it is open; empty
casebook.tries   the wrong attempts since the last successful one, if any
```
The operations are slow because of Argon2id, but they never sleep for the attempt delay: call them in a worker thread and show `delay`.
"""

import contextlib
import shutil
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path

from sqlite_utils import Database

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
from guidance_kb.casebook.storage.encrypted_connection import Journal, journal_for
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
        folder: The folder of the casebook.
        database_file: The database file; never read, hash or copy it while the vault is open, because closing any file handle on it
            drops SQLite's locks.
        key_file: The key file.
        unlocking: Tries secrets on the slots of the casebook and of its backups.
    """

    def __init__(
        self, folder: Path, *, clock: Clock = utc_now, cost: Cost = STANDARD, journal: Journal | None = None
    ) -> None:
        """Read the number of wrong attempts, and nothing else yet.

        Args:
            folder: The folder; created together with a casebook.
            clock: The time in UTC, also for the store.
            cost: The Argon2id cost of new slots; existing slots have their own.
            journal: SQLite's journal mode; chosen by the kind of drive if not given.
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
        """Whether the folder has any part of a casebook: key file, database, SQLite's files beside it, or a decided restoration."""
        with told():
            files = (self.key_file, *with_companions(self.database_file))
            return any(file.exists() for file in files) or atomic_swap.is_decided(self.folder)

    @property
    def is_open(self) -> bool:
        """Whether this vault is open."""
        return self._database is not None

    @property
    def wait(self) -> float:
        """Seconds until the next attempt is allowed; 0 if it is allowed now."""
        return self.unlocking.wait

    def create(self, passphrase: str) -> str:
        """Create an empty casebook and return the recovery key to print. It is shown only once; the vault stays closed.

        The database is created under a temporary name, then the key file is written, then the database is renamed. If the program is killed
        before the key file exists, there is no casebook and a new creation starts over; if after, the next opening renames the database.

        Raises:
            AlreadyThere: The folder has a casebook, or part of one.
            WeakPassphrase: The passphrase is too easy to guess.
            FolderInUse, CannotUse: Another process uses the folder; the disk cannot be written. No file is left behind.
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
        """Undo a creation that the user cancelled before the recovery key was on paper; the casebook is still empty.

        Raises:
            FolderInUse, CannotUse: The casebook is open; the disk cannot be written.
        """
        with ExitStack() as undo:
            self._take(undo)
            creation.take_back(self.folder)

    def open(self, passphrase: str, *, back_up: Callable[[Database], object] | None = None) -> Store:
        """Open the casebook and return its store.

        Args:
            passphrase: As typed.
            back_up: Called with the open database before a migration; if it fails, nothing is changed.

        Raises:
            WrongPassphrase, TooSoon: The passphrase is wrong; the attempt delay is not over.
            NoCasebook, KeyFileMissing, KeyFileDamaged, AbsurdParameters, OtherStore, StoreMissing, Damaged, TooNew, FolderInUse, CannotUse:
                The casebook cannot be opened, for the reason in the name. Nothing was changed.
        """
        return self._open(Secret.passphrase(passphrase), back_up)

    def open_with_recovery(self, key: str, *, back_up: Callable[[Database], object] | None = None) -> Store:
        """Open the casebook with the recovery key; the caller then asks for a new passphrase: `renew_passphrase`.

        Raises:
            MistypedRecoveryKey: The key has a typing error; it was not tried.
            WrongRecoveryKey: The key does not, or no longer, open this casebook.
            KnownError: As `open`.
        """
        return self._open(Secret.recovery_key(key), back_up)

    def close(self) -> None:
        """Checkpoint the WAL, close the database and drop the key. A closed vault stays closed.

        Python cannot wipe the key from memory; it stays there until the memory is used again.

        Raises:
            BugError: The database file is not encrypted.
        """
        database, self._database, self._key = self._database, None, None
        if database is None:
            return
        try:
            database.close()  # SQLite checkpoints the WAL; if it cannot, as on a full disk, the WAL stays for the next opening
            with told():
                encrypted_connection.refuse_plain(self.database_file)
        finally:
            self._hold.drop()

    def change_passphrase(self, old: str, new: str) -> None:
        """Replace the passphrase, whether the vault is open or closed; the recovery key stays the same.

        A backup keeps the slots of its day, and the database key does not change: an old key file with the old passphrase still opens
        the casebook.

        Raises:
            WrongPassphrase, TooSoon: `old` is wrong; the attempt delay is not over.
            WeakPassphrase: `new` is too easy to guess.
            KnownError: As `open`; the old passphrase is still valid.
        """
        _refuse_weak(new)
        self._rewrap(Secret.passphrase(old), Secret.passphrase(new))

    def renew_passphrase(self, recovery_key: str, new: str) -> None:
        """Replace a forgotten passphrase.

        Raises:
            MistypedRecoveryKey, WrongRecoveryKey, WeakPassphrase, KnownError: As above; nothing was changed.
        """
        _refuse_weak(new)
        self._rewrap(Secret.recovery_key(recovery_key), Secret.passphrase(new))

    def replace_recovery_key(self, passphrase: str) -> str:
        """Create a new recovery key and return it to print; the previous one is no longer valid.

        Raises:
            KnownError: As `change_passphrase`; the previous recovery key is still valid.
        """
        recovery = new_recovery_key()
        self._rewrap(Secret.passphrase(passphrase), Secret.recovery_key(recovery))
        return recovery

    def open_copy(self, path: Path) -> Database:
        """Open a backup of this casebook read-only and check every page.

        Raises:
            Damaged: The backup is damaged, or of another casebook.
            BugError: The vault is closed.
        """
        if self._key is None:
            raise BugError("the vault is closed")
        return encrypted_connection.connect_copy(path, self._key)

    def quarantine(self, *, with_key: bool = False) -> Path:
        """Move a damaged database and SQLite's files beside it to a new folder, and return that folder. Nothing is overwritten.

        Args:
            with_key: Whether to move the key file too, so that an empty casebook can be created; otherwise it is copied and stays, so that
                a backup can be restored.

        Raises:
            FolderInUse: The casebook is open, here or in another process.
            CannotUse: The disk cannot be read or written.
        """
        with ExitStack() as undo, told():
            self._take(undo)
            return set_aside(self.folder, self._clock(), with_key=with_key)

    def _take(self, undo: ExitStack) -> None:
        """Lock the folder until `undo` is unwound, and finish an interrupted restoration.

        Raises:
            FolderInUse: The casebook is open, here or in another process.
            CannotUse: The disk cannot be read or written.
        """
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
        """Unlock with one secret and wrap the key under another."""
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
            raise OtherStore  # the key file was replaced while the casebook was open
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
        """Check all rows and indexes of a copy if a journal was left: a damaged journal can leave intact pages that are inconsistent.

        Opening applies the journal, so the check uses a copy and leaves a refused casebook unchanged. A full disk skips the check.

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
        """Return whether the closed database has the id of another casebook; called only after an error, so a flipped bit does no harm."""
        with told():
            start = encrypted_connection.header(self.database_file) if self.database_file.exists() else b""
        return len(start) == len(store) and start not in (store, PLAIN_HEADER)

    def _journal_here(self) -> Journal:
        return self._journal or journal_for(self.folder)


def _refuse_weak(passphrase: str) -> None:
    strength = estimate(passphrase)
    if not strength.acceptable:
        raise WeakPassphrase(strength.text)
