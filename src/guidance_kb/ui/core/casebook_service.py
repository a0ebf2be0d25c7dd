"""The casebook's service: every question and every write of the views goes to one worker, which is the only one to touch the store.

A view asks with `query` (stale answers are dropped) and writes with `execute` (in order, never dropped), each on behalf of an owner: no
answer arrives at an owner that is gone. `changed` says what is other than it was. When it locks, what is still under way is carried out,
the vault is closed, and no answer arrives any more: nothing of a client comes back to a screen that was cleared.
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
"""The setting inside the casebook that says that two groups of the recovery key were typed over from its paper."""


class CasebookState(Enum):
    """No casebook yet · there is one, closed · open."""

    NONE = auto()
    LOCKED = auto()
    OPEN = auto()


class Changes(Flag):
    """What may be other than it was: `STATE`, the state of the casebook, or what was written."""

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
    """One per window, in `Services.casebook`. All of it is called on the GUI thread; `work` runs on the worker.

    Attributes:
        folder: Where the casebook is, or will be.
        state: Whether there is one, and whether it is open.
        settings: The settings of the records, as the open casebook says.
        recovery_confirmed: Whether the open casebook's recovery key was typed over from its paper.
        client_data: Who shows or holds something of a client; all of it is cleared when it locks.

    Signals:
        changed (Changes): Something was written, or the state changed. Unless it is open now, `client_data` is cleared by then.
        about_to_lock: The last chance to put drafts into the store; `execute(…)` called in the slot is still carried out.
        all_written: Everything is written: the last moment at which all of it can be read, for a backup.
        erased (int): A client was erased for good: nobody may hold anything of it any more.
        failed (KnownError): A question or a write failed, or something was lost before the opening, and nobody else says so.
    """

    changed = Signal(object)
    about_to_lock = Signal()
    all_written = Signal()
    erased = Signal(int)
    failed = Signal(object)

    def __init__(
        self, folder: Path, make: "Callable[[Path], Vault] | None" = None, parent: QObject | None = None
    ) -> None:
        """Looks whether there is a casebook, and opens nothing.

        Args:
            folder: Of the casebook.
            make: Makes the vault, when it is first needed.
            parent: As Qt has it.
        """
        super().__init__(parent)
        self.folder = folder
        self.client_data = ClientDataRegister()
        self.settings = RecordsSettings()
        self.recovery_confirmed = True
        self._make = make or _vault
        self._vault: Vault | None = None
        self._store: Store | None = None  # the worker's
        self._unkept = False  # the worker's: whether a casebook was created and not kept yet
        self._opening = 0  # counts openings and lockings: an answer of an earlier one does not arrive
        self._jobs = Jobs(self)
        self._jobs.failed.connect(self.failed)
        self.state = CasebookState.LOCKED if _is_there(folder) else CasebookState.NONE

    @property
    def vault(self) -> "Vault":
        """The vault; what takes time or reads the disk is done on the worker: `with_vault`."""
        if self._vault is None:
            self._vault = self._make(self.folder)
        return self._vault

    def clear_on_lock(self, what: ClientData, clear: Callable[[], object]) -> None:
        """Has `clear`, a method of the object that shows or holds `what`, called whenever it locks or turns out to be closed."""
        self.client_data.add(what, clear)

    # ── questions and writes ────────────────────────────────────────────────────────────────────

    def query(self, owner: QObject, key: str, work: "Callable[[Store], _T]", done: Callable[[_T], object]) -> None:
        """Asks the store something; only the newest question of a `key` gets its answer. Without an open casebook there is none.

        Args:
            owner: On whose behalf; gone, there is no answer.
            key: Of all that ask the same.
            work: Runs on the worker.
            done: Gets its result, unless it was locked meanwhile.
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
        """Writes, after everything that was asked before.

        Args:
            owner: On whose behalf; gone, it is written all the same.
            work: Runs on the worker.
            done: Gets its result, unless it was locked meanwhile or the owner is gone.
            failed: Gets the error, if the caller says it; otherwise the window does.
            changes: What `work` may change.

        Raises:
            BugError: The casebook is not open.
        """
        if self.state is not CasebookState.OPEN:
            raise BugError("written to a casebook that is not open")

        wanted = None if done is None else self._if_wanted(owner, done)

        def arrived(result: _T) -> None:
            """Tells that it is stored, and hands on the result."""
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
        """Does something with the vault itself (keys, restoring, setting aside) on the worker; looks afterwards what is there then."""
        vault = self.vault

        def arrived(outcome: tuple[_T, bool]) -> None:
            """Settles whether there is a casebook, and hands on the result if it is still wanted."""
            result, exists = outcome
            self._settle(exists=exists)
            if still_wanted is not None:
                still_wanted(result)

        still_wanted = None if done is None else self._if_wanted(owner, done)
        self._jobs.do(lambda: (work(vault), vault.exists), arrived, self._told(owner, failed))

    def look(self) -> None:
        """Looks once more what is there: a file may have been put back, or a backup."""
        self.with_vault(self, lambda _vault: None)

    # ── creating ────────────────────────────────────────────────────────────────────────────────

    def create(
        self,
        passphrase: str,
        done: Callable[[str], object],
        failed: Callable[[KnownError], object] | None = None,
    ) -> None:
        """Makes an empty casebook; `done` gets its recovery key. For the views there is none yet, until `keep_created`."""
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
        """Opens what `create` made, after its recovery key was typed over from the paper."""

        def way(vault: "Vault", backups: "Backups") -> "Store":
            """Opens with the passphrase that was just chosen; from now on the casebook is kept."""
            store = vault.open(passphrase, back_up=backups.make_only)
            self._unkept = False
            store.settings.write(CONFIRMED, _today())
            return store

        self._open(way, done, failed)

    def take_back(self) -> None:
        """Lets nothing remain of what `create` made and nobody kept."""
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
        """Opens with the passphrase."""
        self._open(lambda vault, backups: vault.open(passphrase, back_up=backups.make_only), done, failed)

    def _open(
        self,
        way: "Callable[[Vault, Backups], Store]",
        done: Callable[[], object] | None,
        failed: Callable[[KnownError], object] | None,
    ) -> None:
        vault, opening = self.vault, self._opening

        def work() -> tuple[RecordsSettings, bool]:
            from guidance_kb.casebook.backup.backups import Backups  # noqa: PLC0415 - the first paint needs none of it

            self._store = store = way(vault, Backups(vault, lambda: datetime.now(UTC)))
            return store.settings.all, bool(store.settings.read(CONFIRMED))

        def arrived(facts: tuple[RecordsSettings, bool]) -> None:
            """Is open, unless it was locked meanwhile."""
            if opening != self._opening:  # locked before it was open: it closes after this
                return
            self.settings, self.recovery_confirmed = facts
            self._become(CasebookState.OPEN)
            if done is not None:
                done()

        self._jobs.do(work, arrived, self._told(self, failed))

    def lock(self) -> None:
        """Locks at once for the views, and closes the vault after the writes that are under way. What is being created is taken back."""
        if self.state is CasebookState.OPEN:
            self.about_to_lock.emit()
            self.all_written.emit()
        if self._vault is None:
            return
        vault, self._opening = self._vault, self._opening + 1
        self._jobs.drop_all()
        if self.state is not CasebookState.NONE:
            self.state = CasebookState.LOCKED
        self._tell_changed()  # also while it is being opened or made: what waits for that begins anew

        def close() -> None:
            self._store = None
            vault.close()

        self.take_back()
        self._jobs.do(close)

    def lock_and_wait(self) -> None:
        """Locks, and waits until the vault is closed; it can be opened again."""
        if self._vault is not None:
            self.lock()
            self._jobs.wait()

    def close(self) -> None:
        """Locks, and waits until everything is written and the vault is closed. Nothing can be asked afterwards."""
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
        """Chooses a setting of the records: it is in force at once, and kept inside the casebook."""
        self.settings = replace(self.settings, **{option.key: option.within(number)})

        def keep(store: "Store") -> None:
            store.settings.write_number(option, number)

        self.execute(owner, keep, lambda _: done(), failed, changes=Changes.SETTINGS)

    def confirm_recovery(self) -> None:
        """Keeps inside the casebook that its recovery key is on paper."""
        self.recovery_confirmed = True
        self.execute(self, lambda store: store.settings.write(CONFIRMED, _today()), changes=Changes.SETTINGS)

    def replace_recovery_key(
        self, passphrase: str, done: Callable[[str], object], failed: Callable[[KnownError], object] | None = None
    ) -> None:
        """Replaces the recovery key of the open casebook; `done` gets the new one, which is not confirmed until it is typed over."""

        def work(vault: "Vault") -> str:
            """Replaces the key; when that is refused, the old one is confirmed as before."""
            settings = self._opened().settings
            before = settings.read(CONFIRMED) or ""
            settings.write(CONFIRMED, "")  # first: cut short, it says that a new one had better be made
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
        """`done`, unless it is locked meanwhile or the owner is gone."""
        opening = self._opening
        return lambda result: done(result) if opening == self._opening and isValid(owner) else None

    def _told(self, owner: QObject, failed: Callable[[KnownError], object] | None) -> Callable[[KnownError], object]:
        """Who says an error: the owner, but the window if the owner is gone or went with what was locked."""
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
        """Clears everything of a client unless it is open, and then says that the state changed: the one place that does either."""
        errors = [] if self.state is CasebookState.OPEN else self.client_data.clear()
        self.changed.emit(Changes.STATE)
        for error in errors:
            self.failed.emit(error)


def _is_there(folder: Path) -> bool:
    """Whether there is a casebook, as far as can be seen at a glance: the vault is asked later."""
    try:
        return any((folder / name).exists() for name in (KEY_FILE, DATABASE))
    except OSError:  # it may not even be looked at: opening it says so
        return True


def _today() -> str:
    return datetime.now().astimezone().date().isoformat()


def _vault(folder: Path) -> "Vault":
    from guidance_kb.casebook.vault.vault import Vault  # noqa: PLC0415 - half a second of imports

    return Vault(folder)
