"""The reader's bookmarks, as the window has them: read and written on a worker of their own, shown at once, never lost from memory.

What could not be written (the disk is full, say) stays as it was typed, and is written with the next thing that is.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from guidance_kb.errors import KnownError
from guidance_kb.ui.core.jobs import Jobs

if TYPE_CHECKING:  # the first paint needs none of it
    from guidance_kb.knowledge.bookmarks import Bookmark, Bookmarks
    from guidance_kb.knowledge.outline import OutlinePlace

_ById = Mapping[str, "Bookmark"]
_Work = Callable[["Bookmarks"], object]


class _Outcome(NamedTuple):
    """What came of a job.

    Attributes:
        found: What is in the file now.
        told: That a damaged file was set aside, if it was.
        refused: Why nothing could be written, if nothing could.
    """

    found: list["Bookmark"]
    told: KnownError | None
    refused: KnownError | None


class BookmarkService(QObject):
    """One per window, in `Services.bookmarks`. All of it is called on the GUI thread.

    Attributes:
        kept: The bookmarks by id, those marked last first; empty until `load` has read them.

    Signals:
        changed: They are others than they were, or a note is; also when another window changed them.
        written: What was changed is on the disk.
        failed (KnownError): Something could not be read or written; what was typed is still here.
        closing: The last chance to write what stands under a pen.
    """

    changed = Signal()
    written = Signal()
    failed = Signal(object)
    closing = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        """Reads nothing yet.

        Args:
            path: The database; it need not be there.
            parent: As Qt has it.
        """
        super().__init__(parent)
        self.kept: Mapping[str, Bookmark] = {}
        self._path = path
        self._removed: dict[str, Bookmark] = {}  # marked again, they are as they were
        self._new: dict[str, Bookmark] = {}  # marked, and not on the disk yet
        self._noted: dict[str, Bookmark] = {}  # with a note that is not on the disk yet
        self._under_way = 0
        self._loaded = self._is_closed = False
        self._jobs = Jobs(self)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._look_again)

    def load(self) -> None:
        """Reads them, also after another window may have changed them."""
        self._loaded = True
        self._write()

    # ── changing ────────────────────────────────────────────────────────────────────────────────

    def toggle(self, identifier: str, place: "OutlinePlace | None") -> bool:
        """Marks something, or takes its bookmark away; returns whether it is marked now.

        Args:
            identifier: Of what is marked.
            place: Where it stands; None when it is not in the content any more, and only its bookmark is left.
        """
        if identifier in self.kept:
            self.remove([identifier])
            return False
        from guidance_kb.knowledge.bookmarks import Bookmark  # noqa: PLC0415 - nobody marks anything at the start

        bookmark = self._removed.get(identifier) or (Bookmark.of(place, datetime.now(UTC)) if place else None)
        self.put_back([bookmark] if bookmark else [])
        return bookmark is not None

    def last(self, identifier: str) -> "Bookmark | None":
        """A bookmark, also one that was taken away here."""
        return self.kept.get(identifier) or self._removed.get(identifier)

    def remove(self, identifiers: Iterable[str]) -> list["Bookmark"]:
        """Takes bookmarks away, and returns them: `put_back` has them as they were."""
        gone = {identifier: self.kept[identifier] for identifier in identifiers if identifier in self.kept}
        self._removed |= gone
        for identifier in gone:
            self._new.pop(identifier, None)
            self._noted.pop(identifier, None)
        self._show({each: self.kept[each] for each in self.kept if each not in gone})
        self._write(lambda bookmarks: bookmarks.remove(gone))
        return list(gone.values())

    def put_back(self, bookmarks: Iterable["Bookmark"]) -> None:
        """Keeps bookmarks, among the others by when they were marked."""
        for bookmark in bookmarks:
            self._removed.pop(bookmark.id, None)
            self._new[bookmark.id] = bookmark
        self._show(_ordered([*self.kept.values(), *self._new.values()]))
        self._write()

    def note(self, bookmark: "Bookmark", text: str) -> None:
        """Writes the note of a bookmark, unless it was taken away here; what another window took away is there again."""
        if bookmark.id not in self._removed:
            self._noted[bookmark.id] = bookmark.noted(text, datetime.now(UTC))
            self._show(_ordered([*self.kept.values(), *self._noted.values()]))
            self._write()

    def waits(self, identifier: str) -> bool:
        """Whether the note of a bookmark is not on the disk yet."""
        return identifier in self._noted

    # ── the worker ──────────────────────────────────────────────────────────────────────────────

    def _write(self, work: "_Work | None" = None) -> None:
        """Writes what is not on the disk yet and does some work on it; then shows what there is now."""
        if self._is_closed:
            return
        waiting = dict(self._new), dict(self._noted)
        self._under_way += 1

        def arrived(outcome: _Outcome) -> None:
            """Tells what was written, and shows what the file has once nothing is under way."""
            self._under_way -= 1
            for error in (outcome.told, outcome.refused):
                if error is not None:
                    self.failed.emit(error)
            if outcome.refused is None:
                _drop(self._new, waiting[0])
                _drop(self._noted, waiting[1])
                self.written.emit()
            if not self._under_way:
                self._show(_ordered([*outcome.found, *self._new.values(), *self._noted.values()]))

        def unreadable(error: KnownError) -> None:
            self._under_way -= 1
            self.failed.emit(error)

        self._jobs.do(lambda: self._work(*waiting, work), arrived, unreadable)

    def _work(self, new: "_ById", noted: "_ById", work: "_Work | None") -> _Outcome:
        """On the worker: where a damaged file was set aside, all of it is written once more, to a new one."""
        from guidance_kb.knowledge.bookmarks import Bookmarks, SetAsideError  # noqa: PLC0415 - the start reads none

        bookmarks = Bookmarks(self._path)
        told = None
        for _ in range(2):
            try:
                if new:
                    bookmarks.keep(new.values())
                for bookmark in noted.values():
                    bookmarks.note(bookmark)
                if work is not None:
                    work(bookmarks)
                return _Outcome(bookmarks.all(), told, None)
            except SetAsideError as error:
                told = error
            except KnownError as error:
                return _Outcome(bookmarks.all(), told, error)
        return _Outcome(bookmarks.all(), told, None)

    def _show(self, kept: "Mapping[str, Bookmark]") -> None:
        if list(kept.items()) != list(self.kept.items()):
            self.kept = kept
            self.changed.emit()

    def _look_again(self, state: Qt.ApplicationState) -> None:
        if self._loaded and state is Qt.ApplicationState.ApplicationActive:
            self.load()

    def would_lose(self) -> bool:
        """Writes what stands under a pen, waits for it, and returns whether something could not be written."""
        self.closing.emit()
        if not (self._new or self._noted):
            return False
        self._write()
        self._jobs.wait()
        QCoreApplication.sendPostedEvents(self._jobs)  # what came of it is on its way
        return bool(self._new or self._noted)

    def close(self) -> None:
        """Writes what stands under a pen, and waits until it is written. Nothing is read or written afterwards."""
        if not self._is_closed:
            self.closing.emit()
            if self._new or self._noted:  # perhaps there is room by now
                self._write()
            self._is_closed = True
            self._jobs.finish()


def _ordered(bookmarks: Iterable["Bookmark"]) -> "dict[str, Bookmark]":
    """By id, the last of an id counting; those marked last first, as the file has them."""
    found = {bookmark.id: bookmark for bookmark in bookmarks}
    by_name = sorted(found.values(), key=lambda bookmark: bookmark.id)
    return {each.id: each for each in sorted(by_name, key=lambda bookmark: bookmark.added, reverse=True)}


def _drop(waiting: "dict[str, Bookmark]", written: "Mapping[str, Bookmark]") -> None:
    """Lets go of what was written, unless it is another by now."""
    for identifier, bookmark in written.items():
        if waiting.get(identifier) is bookmark:
            del waiting[identifier]
