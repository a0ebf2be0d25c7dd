"""The casebook service: it runs all reads and writes of the views on one worker, which alone accesses the store.

A view reads with `query` (stale results are dropped) and writes with `execute` (in order, never dropped). Each call has an owner: a result
is not delivered to an owner that was deleted. `changed` is emitted with the kinds of data that changed. On locking, pending writes are
still executed, then the vault is closed; no results are delivered from then on, so no client data returns to a cleared screen.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from enum import Enum, Flag, auto
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from guidance_kb.casebook.storage.files import DATABASE, KEY_FILE
from guidance_kb.errors import BugError, KnownError
from guidance_kb.preferences.options import Option, RecordsSettings
from guidance_kb.ui.core.clear_on_lock import ClientData, ClientDataRegister
from guidance_kb.ui.core.jobs import Jobs

if TYPE_CHECKING:  # the first paint needs none of it
    from guidance_kb.casebook.backup.backups import Backups
    from guidance_kb.casebook.storage.store import Store
    from guidance_kb.casebook.vault.vault import Vault

_T = TypeVar("_T")

CONFIRMED = "recovery_confirmed"
"""Key of the setting in the casebook that is set once the user has typed two groups of the printed recovery key."""


class CasebookState(Enum):
    """The state of the casebook: none exists, it exists and is locked, or it is open."""

    NONE = auto()
    LOCKED = auto()
    OPEN = auto()


class Changes(Flag):
    """The kinds of data that may have changed; `STATE` is the state of the casebook itself."""

    STATE = auto()
    CLIENTS = auto()
    SESSIONS = auto()
    STEPS = auto()
    FOLLOW_UPS = auto()
    NOTES = auto()
    SETTINGS = auto()
    BACKUPS = auto()
    RECORDS = CLIENTS | SESSIONS | STEPS | FOLLOW_UPS | NOTES


class CasebookService(QObject):
    """The casebook of a window, as `Services.casebook`. All methods are called on the GUI thread; `work` runs on the worker.

    Attributes:
        folder: The folder of the casebook, which may not exist yet.
        state: Whether a casebook exists, and whether it is open.
        settings: The settings that the open casebook stores.
        recovery_confirmed: Whether the user has typed the recovery key of the open casebook from paper.
        client_data: The register of objects that hold client data; all are cleared on locking.

    Signals:
        changed (Changes): Data were written, or the state changed. `client_data` was cleared before, unless the casebook is open.
        about_to_lock: Emitted before locking, so that drafts can be saved; an `execute` in the slot still runs.
        all_written: Emitted after `about_to_lock`, when all writes were submitted: the last moment to submit a backup.
        erased (int): The client with this id was erased; no object may keep data about it.
        failed (KnownError): A read or write failed and its caller does not show the error, or data were lost before opening.
    """

    changed = Signal(object)
    about_to_lock = Signal()
    all_written = Signal()
    erased = Signal(int)
    failed = Signal(object)

    def __init__(
        self, folder: Path, make: "Callable[[Path], Vault] | None" = None, parent: QObject | None = None
    ) -> None:
        """Check whether a casebook exists; do not open it.

        Args:
            folder: The folder of the casebook.
            make: Creates the vault on first use.
            parent: The Qt parent.
        """
        super().__init__(parent)
        self.folder = folder
        self.client_data = ClientDataRegister()
        self.settings = RecordsSettings()
        self.recovery_confirmed = True
        self._make = make or _vault
        self._vault: Vault | None = None
        self._store: Store | None = None  # used by the worker only
        self._unkept = False  # used by the worker only: a casebook was created and not kept yet
        self._opening = 0  # incremented on locking, so that results of an earlier opening are dropped
        self._jobs = Jobs(self)
        self._jobs.failed.connect(self.failed)
        self.state = CasebookState.LOCKED if _is_there(folder) else CasebookState.NONE

    @property
    def vault(self) -> "Vault":
        """The vault; slow calls and disk access belong on the worker (`with_vault`)."""
        if self._vault is None:
            self._vault = self._make(self.folder)
        return self._vault

    def clear_on_lock(self, what: ClientData, clear: Callable[[], object]) -> None:
        """Register `clear`, a method of the holder of `what`, to be called on locking and whenever the casebook turns out to be closed."""
        self.client_data.add(what, clear)

    # ── reads and writes ────────────────────────────────────────────────────────────────────────

    def query(self, owner: QObject, key: str, work: "Callable[[Store], _T]", done: Callable[[_T], object]) -> None:
        """Read from the store; only the latest query of each `key` gets its result. Do nothing unless the casebook is open.

        Args:
            owner: The object that asks; if it is deleted meanwhile, the result is dropped.
            key: Identifies queries that replace each other.
            work: Runs on the worker.
            done: Receives the result, unless the casebook was locked meanwhile.
        """
        if self.state is CasebookState.OPEN:
            self._jobs.run(key, lambda: work(self._opened()), self._if_wanted(owner, done))

    def execute(
        self,
        owner: QObject,
        work: "Callable[[Store], _T]",
        done: Callable[[_T], object] | None = None,
        failed: Callable[[KnownError], object] | None = None,
        *,
        changes: Changes = Changes.RECORDS,
    ) -> None:
        """Write to the store, after all earlier calls.

        Args:
            owner: The object that writes; the write runs even if it is deleted meanwhile.
            work: Runs on the worker.
            done: Receives the result, unless the casebook was locked or the owner deleted meanwhile.
            failed: Receives the error if the caller shows it; otherwise the window shows it.
            changes: The kinds of data that `work` may change.

        Raises:
            BugError: The casebook is not open.
        """
        if self.state is not CasebookState.OPEN:
            raise BugError("written to a casebook that is not open")

        wanted = None if done is None else self._if_wanted(owner, done)

        def arrived(result: _T) -> None:
            """Emit `changed`, then deliver the result."""
            self.changed.emit(changes)
            if wanted is not None:
                wanted(result)

        self._jobs.do(lambda: work(self._opened()), self._if_wanted(self, arrived), self._told(owner, failed))

    def with_vault(
        self,
        owner: QObject,
        work: "Callable[[Vault], _T]",
        done: Callable[[_T], object] | None = None,
        failed: Callable[[KnownError], object] | None = None,
    ) -> None:
        """Run `work` with the vault (keys, restoration, quarantine) on the worker, and update the state afterwards."""
        vault = self.vault

        def arrived(outcome: tuple[_T, bool]) -> None:
            """Update the state, then deliver the result if it is still wanted."""
            result, exists = outcome
            self._settle(exists=exists)
            if still_wanted is not None:
                still_wanted(result)

        still_wanted = None if done is None else self._if_wanted(owner, done)
        self._jobs.do(lambda: (work(vault), vault.exists), arrived, self._told(owner, failed))

    def look(self) -> None:
        """Update the state: files of the casebook may have appeared or disappeared."""
        self.with_vault(self, lambda _vault: None)

    # ── creating ────────────────────────────────────────────────────────────────────────────────

    def create(
        self,
        passphrase: str,
        done: Callable[[str], object],
        failed: Callable[[KnownError], object] | None = None,
    ) -> None:
        """Create an empty casebook; `done` receives its recovery key. The state remains `NONE` until `keep_created`."""
        vault = self.vault

        def work() -> str:
            key = vault.create(passphrase)
            self._unkept = True
            return key

        self._jobs.do(work, self._if_wanted(self, done), self._told(self, failed))

    def keep_created(
        self,
        passphrase: str,
        done: Callable[[], object] | None = None,
        failed: Callable[[KnownError], object] | None = None,
    ) -> None:
        """Open the casebook that `create` made, after the user has typed its recovery key from paper."""

        def way(vault: "Vault", backups: "Backups") -> "Store":
            """Open with the chosen passphrase and record the confirmation; `take_back` has no effect from then on."""
            store = vault.open(passphrase, back_up=backups.make_only)
            self._unkept = False
            store.settings.write(CONFIRMED, _today())
            return store

        self._open(way, done, failed)

    def take_back(self) -> None:
        """Delete a casebook that was created and not kept."""
        if self._vault is None:
            return
        vault = self._vault

        def work() -> None:
            if self._unkept:
                vault.take_back()
                self._unkept = False

        self._jobs.do(work)

    # ── opening and locking ─────────────────────────────────────────────────────────────────────

    def unlock(
        self,
        passphrase: str,
        done: Callable[[], object] | None = None,
        failed: Callable[[KnownError], object] | None = None,
    ) -> None:
        """Open the casebook with its passphrase."""
        self._open(lambda vault, backups: vault.open(passphrase, back_up=backups.make_only), done, failed)

    def _open(
        self,
        way: "Callable[[Vault, Backups], Store]",
        done: Callable[[], object] | None,
        failed: Callable[[KnownError], object] | None,
    ) -> None:
        vault, opening = self.vault, self._opening

        def work() -> tuple[RecordsSettings, bool]:
            from guidance_kb.casebook.backup.backups import Backups  # noqa: PLC0415 - not needed by the first paint

            self._store = store = way(vault, Backups(vault, lambda: datetime.now(UTC)))
            return store.settings.all, bool(store.settings.read(CONFIRMED))

        def arrived(facts: tuple[RecordsSettings, bool]) -> None:
            """Set the state to open, unless the casebook was locked meanwhile."""
            if opening != self._opening:  # locked while it was being opened: the worker closes the vault next
                return
            self.settings, self.recovery_confirmed = facts
            self._become(CasebookState.OPEN)
            if done is not None:
                done()

        self._jobs.do(work, arrived, self._told(self, failed))

    def lock(self) -> None:
        """Lock at once for the views, and close the vault after pending writes. A casebook being created is deleted."""
        if self.state is CasebookState.OPEN:
            self.about_to_lock.emit()
            self.all_written.emit()
        if self._vault is None:
            return
        vault, self._opening = self._vault, self._opening + 1
        self._jobs.drop_all()
        if self.state is not CasebookState.NONE:
            self.state = CasebookState.LOCKED
        self._tell_changed()  # also during opening or creation: views that wait for it start over

        def close() -> None:
            self._store = None
            vault.close()

        self.take_back()
        self._jobs.do(close)

    def lock_and_wait(self) -> None:
        """Lock, and wait until the vault is closed; it can be opened again."""
        if self._vault is not None:
            self.lock()
            self._jobs.wait()

    def close(self) -> None:
        """Lock, and wait until everything is written and the vault is closed; the service cannot be used afterwards."""
        self.lock()
        self._vault = None
        self._jobs.finish()

    def choose(
        self,
        owner: QObject,
        option: Option,
        number: int,
        done: Callable[[], object] = lambda: None,
        failed: Callable[[KnownError], object] | None = None,
    ) -> None:
        """Apply a setting of the records at once and store it in the casebook."""
        self.settings = replace(self.settings, **{option.key: option.within(number)})

        def keep(store: "Store") -> None:
            store.settings.write_number(option, number)

        self.execute(owner, keep, lambda _: done(), failed, changes=Changes.SETTINGS)

    def confirm_recovery(self) -> None:
        """Record in the casebook that the user has its recovery key on paper."""
        self.recovery_confirmed = True
        self.execute(self, lambda store: store.settings.write(CONFIRMED, _today()), changes=Changes.SETTINGS)

    def replace_recovery_key(
        self, passphrase: str, done: Callable[[str], object], failed: Callable[[KnownError], object] | None = None
    ) -> None:
        """Replace the recovery key of the open casebook; `done` receives the new key, which is unconfirmed until the user has typed it."""

        def work(vault: "Vault") -> str:
            """Replace the key; if that fails, restore the confirmation of the old one."""
            settings = self._opened().settings
            before = settings.read(CONFIRMED) or ""
            settings.write(CONFIRMED, "")  # first, so that after a crash the key counts as unconfirmed
            try:
                return vault.replace_recovery_key(passphrase)
            except KnownError:
                settings.write(CONFIRMED, before)
                raise

        def arrived(key: str) -> None:
            self.recovery_confirmed = False
            done(key)

        self.with_vault(self, work, arrived, failed)

    def _opened(self) -> "Store":
        if self._store is None:
            raise BugError("the casebook is not open")
        return self._store

    def _if_wanted(self, owner: QObject, done: Callable[[_T], object]) -> Callable[[_T], object]:
        """Wrap `done` so that it does nothing if the casebook was locked or the owner deleted meanwhile."""
        opening = self._opening
        return lambda result: done(result) if opening == self._opening and isValid(owner) else None

    def _told(self, owner: QObject, failed: Callable[[KnownError], object] | None) -> Callable[[KnownError], object]:
        """Return an error handler: `failed`, or the signal if there is none, the owner was deleted or the casebook locked meanwhile."""
        opening = self._opening

        def say(error: KnownError) -> None:
            if failed is not None and opening == self._opening and isValid(owner):
                failed(error)
            else:
                self.failed.emit(error)

        return say

    def _settle(self, *, exists: bool) -> None:
        if self.state is CasebookState.OPEN and exists:
            return
        self._become(CasebookState.LOCKED if exists else CasebookState.NONE)

    def _become(self, state: CasebookState) -> None:
        if state is not self.state:
            self.state = state
            self._tell_changed()

    def _tell_changed(self) -> None:
        """Clear all client data unless the casebook is open, then emit the change of state. Nothing else does either."""
        errors = [] if self.state is CasebookState.OPEN else self.client_data.clear()
        self.changed.emit(Changes.STATE)
        for error in errors:
            self.failed.emit(error)


def _is_there(folder: Path) -> bool:
    """Return whether the folder has a key file or a database; the vault does the exact check later."""
    try:
        return any((folder / name).exists() for name in (KEY_FILE, DATABASE))
    except OSError:  # no access to the folder: opening the casebook will report it
        return True


def _today() -> str:
    return datetime.now().astimezone().date().isoformat()


def _vault(folder: Path) -> "Vault":
    from guidance_kb.casebook.vault.vault import Vault  # noqa: PLC0415 - half a second of imports

    return Vault(folder)
