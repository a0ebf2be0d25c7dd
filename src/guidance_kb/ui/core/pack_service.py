"""The pack service: it runs all work with knowledge packs on a worker of its own, because it may take a minute."""

from collections.abc import Callable, Sequence
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Never, TypeVar

from PySide6.QtCore import QObject, Signal

from guidance_kb.errors import KnownError
from guidance_kb.knowledge.packs.database import Opened, Shipped, opened
from guidance_kb.language import Text
from guidance_kb.ui.core.jobs import Jobs

if TYPE_CHECKING:  # the readers and writers of content are imported with the first pack
    from guidance_kb.knowledge.packs.manager import Installed, Packs, PacksChanged
    from guidance_kb.knowledge.packs.summary import PackSummary
    from guidance_kb.knowledge.schema import AddIndex

_T = TypeVar("_T")


class Task(Enum):
    """A task that takes a while."""

    LOOKING = auto()
    ADDING = auto()
    REMOVING = auto()
    PUTTING_BACK = auto()
    CATCHING_UP = auto()


class _NotNowError(Exception):
    """Raised instead of a build, which would delay the start."""


class PackService(QObject):
    """The packs of a window, as `Services.packs`. All methods are called on the GUI thread.

    Attributes:
        named: Whether the window reads a database named on the command line; packs are then stored, but not shown in it.
        busy: The running task, or None. Only one task runs at a time.
        removed: The latest removal, if it can be undone, or None.

    Signals:
        busy_changed: A task started or ended.
        switched (Path): The window must read this database and then call `tell_switched`.
        changed: The installed packs changed, and the window reads them now.
        told (KnownError): A message for the user.
    """

    busy_changed = Signal()
    switched = Signal(object)
    changed = Signal()
    told = Signal(object)

    def __init__(self, folder: Path, shipped: Shipped, *, named: bool = False, parent: QObject | None = None) -> None:
        """Create the service; it reads nothing yet.

        Args:
            folder: The folder of the user's packs.
            shipped: The knowledge that comes with the program.
            named: See the attribute.
            parent: The Qt parent.
        """
        super().__init__(parent)
        self.named = named
        self.busy: Task | None = None
        self.removed: PacksChanged | None = None
        self._folder, self._shipped = folder, shipped
        self._behind = False
        self._to_tell: tuple[Text, ...] = ()
        self._packs: Packs | None = None  # used by the worker only
        self._jobs = Jobs(self)
        self._jobs.failed.connect(self.told)

    # ── start of the program ────────────────────────────────────────────────────────────────────

    def database(self) -> Path:
        """Return the database to open now; the shipped one if the one with the packs must be rebuilt first."""

        def not_now() -> Never:
            raise _NotNowError

        try:
            found = opened(self._folder, self._shipped, not_now)
        except _NotNowError:
            self._behind = True
            return self._shipped.database
        self._to_tell = found.told
        return found.database

    def catch_up(self) -> None:
        """Emit the messages of the start, and rebuild a database that is out of date. It is called after the first paint."""
        self._tell(self._to_tell)
        if self._behind:
            self._behind = False
            self._do(Task.CATCHING_UP, lambda: opened(self._folder, self._shipped, _indexing), self._caught_up)

    def _caught_up(self, found: Opened) -> None:
        self._tell(found.told)
        self._switch(found.database)

    def _tell(self, texts: Sequence[Text]) -> None:
        self._to_tell = ()
        if texts:
            self.told.emit(KnownError("\n".join(text.nl for text in texts), "\n".join(text.en for text in texts)))

    # ── inspection and changes ──────────────────────────────────────────────────────────────────

    def ask_installed(self, done: "Callable[[Sequence[Installed]], object]") -> None:
        """Pass the installed packs to `done`."""
        self._jobs.run("installed", lambda: self._manager().installed(), done)

    def inspect(self, path: Path, done: "Callable[[PackSummary], object]") -> None:
        """Inspect the pack in a folder or a zip without adding it."""
        self._do(Task.LOOKING, lambda: self._manager().inspect(path), done)

    def add(
        self, path: Path, done: "Callable[[PacksChanged], object]", failed: Callable[[KnownError], object] | None = None
    ) -> None:
        """Add the pack in a folder or a zip; `failed` receives the error if the caller shows it."""

        def added(change: "PacksChanged") -> None:
            self._take(change, None, done)

        self._do(Task.ADDING, lambda: self._manager().add(path), added, failed)

    def remove(self, identifier: str, done: "Callable[[PacksChanged], object]") -> None:
        """Remove a pack; this can be undone until the next change."""

        def removed(change: "PacksChanged") -> None:
            self._take(change, change, done)

        self._do(Task.REMOVING, lambda: self._manager().remove(identifier), removed)

    def put_back(self, done: "Callable[[PacksChanged], object]") -> None:
        """Undo the latest removal, if possible."""
        removed = self.removed
        if removed is not None:
            self._do(
                Task.PUTTING_BACK,
                lambda: self._manager().put_back(removed),
                lambda change: self._take(change, None, done),
            )

    def _take(
        self, change: "PacksChanged", removed: "PacksChanged | None", done: "Callable[[PacksChanged], object]"
    ) -> None:
        self.removed = removed
        done(change)
        self._switch(change.database)

    def _switch(self, database: Path) -> None:
        if self.named:
            self.tell_switched()
        else:
            self.switched.emit(database)

    def tell_switched(self) -> None:
        """Emit `changed`; the window calls this when it reads the database of `switched`."""
        self.changed.emit()

    # ── the worker ──────────────────────────────────────────────────────────────────────────────

    def _do(
        self,
        task: Task,
        work: Callable[[], _T],
        done: Callable[[_T], object],
        failed: Callable[[KnownError], object] | None = None,
    ) -> None:
        def finished(result: _T) -> None:
            self._be(None)
            done(result)

        def went_wrong(error: KnownError) -> None:
            self._be(None)
            (failed or self.told.emit)(error)

        if self.busy is None:
            self._be(task)
            self._jobs.do(work, finished, went_wrong)

    def _be(self, task: Task | None) -> None:
        self.busy = task
        self.busy_changed.emit()

    def _manager(self) -> "Packs":
        if self._packs is None:
            from guidance_kb.knowledge.packs.manager import Packs  # noqa: PLC0415 - slow to import

            self._packs = Packs(self._folder, self._shipped, _indexing())
        return self._packs

    def close(self) -> None:
        """Wait for the running task, so that no change is made in part."""
        self._jobs.close()


def _indexing() -> "AddIndex":
    from guidance_kb.search.index.index import add_index  # noqa: PLC0415 - only where a database is built

    return add_index
