"""The bookmarks of the window: shown at once, written on a worker through a write queue, never lost from memory."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from guidance_kb.errors import KnownError
from guidance_kb.ui.core.jobs import Jobs
from guidance_kb.ui.core.write_queue import PendingWrites, WriteQueue

if TYPE_CHECKING:  # the first paint needs none of it
    from guidance_kb.knowledge.bookmarks import Bookmark, Bookmarks
    from guidance_kb.knowledge.outline import OutlinePlace


_REMOVAL = "removal"


class _BookmarkWrite(PendingWrites):
    """One bookmark, note or removal that is not in the file yet.

    Attributes:
        id: The bookmark's id.
        bookmark: The bookmark as it will be; None for a removal.
    """

    def __init__(self, what: str, bookmark: "Bookmark", write: "Callable[[Bookmarks, Bookmark], object]") -> None:
        super().__init__((what, bookmark.id))
        self.id = bookmark.id
        self.bookmark = None if what == _REMOVAL else bookmark
        self.append(lambda bookmarks: write(bookmarks, bookmark))


class BookmarkService(QObject):
    """One per window, in `Services.bookmarks`. All of it is called on the GUI thread.

    Attributes:
        kept: The bookmarks by id, the most recently marked first; empty until `load` has read them.

    Signals:
        changed: `kept` has changed, also by another window.
        removed (list[Bookmark]): Bookmarks were removed here; `put_back` restores them.
        written: A change is on the disk.
        failed (KnownError): Something could not be read or written; what was typed is still in memory.
        closing: The last chance to write a note that is being typed.
    """

    changed = Signal()
    removed = Signal(list)
    written = Signal()
    failed = Signal(object)
    closing = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        """Create the service without reading anything.

        Args:
            path: The database; it need not exist.
            parent: The Qt parent.
        """
        super().__init__(parent)
        self.kept: Mapping[str, Bookmark] = {}
        self._path = path
        self._found: list[Bookmark] = []  # in the file, when it was last read
        self._removed: dict[str, Bookmark] = {}  # restored unchanged when marked again
        self._reads = 0  # under way
        self._loaded = self._is_closed = False
        self._jobs = Jobs(self)
        self._writes = WriteQueue(self._execute, self)
        self._writes.failed.connect(self.failed)
        self._writes.changed.connect(self._show)
        self._writes.written.connect(self._show_written)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._load_again)

    def load(self) -> None:
        """Read the bookmarks, also after another window may have changed them, and send again what was refused."""
        self._loaded = True
        self._writes.try_again()
        self._read()

    # ── changing ────────────────────────────────────────────────────────────────────────────────

    def toggle(self, identifier: str, place: "OutlinePlace | None") -> bool:
        """Mark something or remove its bookmark; return whether it is marked now.

        Args:
            identifier: The id of what is marked.
            place: Its place; None if it is no longer in the content and only its bookmark is left.
        """
        if identifier in self.kept:
            self.remove([identifier])
            return False
        from guidance_kb.knowledge.bookmarks import Bookmark  # noqa: PLC0415 - nobody marks anything at the start

        bookmark = self._removed.get(identifier) or (Bookmark.of(place, datetime.now(UTC)) if place else None)
        self.put_back([bookmark] if bookmark else [])
        return bookmark is not None

    def last(self, identifier: str) -> "Bookmark | None":
        """Return a bookmark, also one that was removed here."""
        return self.kept.get(identifier) or self._removed.get(identifier)

    def remove(self, identifiers: Iterable[str]) -> list["Bookmark"]:
        """Remove bookmarks and return them; `put_back` restores them unchanged. One whose removal is refused is shown again."""
        gone = {identifier: self.kept[identifier] for identifier in identifiers if identifier in self.kept}
        self._removed |= gone
        self._writes.drop(lambda each: isinstance(each, _BookmarkWrite) and each.id in gone)
        for bookmark in gone.values():
            removal = _BookmarkWrite(_REMOVAL, bookmark, lambda file, removed: file.remove([removed.id]))
            self._writes.send(removal, take_back=partial(self._show_again, bookmark))
        self._show()
        if gone:
            self.removed.emit(list(gone.values()))
        return list(gone.values())

    def _show_again(self, bookmark: "Bookmark") -> bool:
        self._removed.pop(bookmark.id, None)
        return True

    def put_back(self, bookmarks: Iterable["Bookmark"]) -> None:
        """Add bookmarks, sorted among the others by the time of marking."""
        for bookmark in bookmarks:
            self._removed.pop(bookmark.id, None)
            self._writes.send(_BookmarkWrite("keep", bookmark, lambda file, kept: file.keep([kept])))
        self._show()

    def note(self, bookmark: "Bookmark", text: str) -> None:
        """Write the note of a bookmark, unless the bookmark was removed here; one that another window removed is added again."""
        if bookmark.id not in self._removed:
            noted = bookmark.noted(text, datetime.now(UTC))
            self._writes.send(_BookmarkWrite("note", noted, lambda file, kept: file.note(kept)))
            self._show()

    def tag(self, bookmark: "Bookmark", tags: Iterable[str]) -> None:
        """Write the tags of a bookmark that is kept."""
        if bookmark.id in self.kept:
            tagged = self.kept[bookmark.id].tagged(tags)
            self._writes.send(_BookmarkWrite("tags", tagged, lambda file, kept: file.tag(kept)))
            self._show()

    def waits(self, identifier: str) -> bool:
        """Return whether the note of a bookmark is not on the disk yet."""
        return any(each.key == ("note", identifier) for each in self._writes.pending)

    # ── the worker ──────────────────────────────────────────────────────────────────────────────

    def _execute(
        self, writes: PendingWrites, done: Callable[[object], object], failed: Callable[[KnownError], object]
    ) -> bool:
        if self._is_closed:
            return False

        def work() -> KnownError | None:
            """Write; a damaged file is set aside, and a new one is written."""
            from guidance_kb.knowledge.bookmarks import Bookmarks, SetAsideError  # noqa: PLC0415 - the start reads none

            bookmarks = Bookmarks(self._path)
            try:
                writes.write(bookmarks)
            except SetAsideError as error:
                writes.write(bookmarks)
                return error
            return None

        def arrived(set_aside: KnownError | None) -> None:
            if set_aside is not None:
                self.failed.emit(set_aside)
            done(None)

        self._jobs.do(work, arrived, failed)
        return True

    def _read(self) -> None:
        def work() -> "tuple[list[Bookmark], KnownError | None]":
            """Read; a damaged file is set aside, and an empty one takes its place."""
            from guidance_kb.knowledge.bookmarks import Bookmarks, SetAsideError  # noqa: PLC0415 - the start reads none

            try:
                return Bookmarks(self._path).all(), None
            except SetAsideError as error:
                return [], error

        def arrived(read: "tuple[list[Bookmark], KnownError | None]") -> None:
            self._reads -= 1
            found, set_aside = read
            if set_aside is not None:
                self.failed.emit(set_aside)
            if not self._reads:
                self._found = found
                self._show()

        def failed(error: KnownError) -> None:
            self._reads -= 1
            self.failed.emit(error)

        if not self._is_closed:
            self._reads += 1
            self._jobs.do(work, arrived, failed)

    def _show_written(self, writes: PendingWrites) -> None:
        self._found = _changed_by([writes], self._found)
        self.written.emit()
        if not self._writes.pending:
            self._read()

    def _show(self) -> None:
        """Show what is in the file, with everything that is not written yet."""
        kept = _ordered(_changed_by(self._writes.pending, self._found))
        if list(kept.items()) != list(self.kept.items()):
            self.kept = kept
            self.changed.emit()

    def _load_again(self, state: Qt.ApplicationState) -> None:
        if self._loaded and state is Qt.ApplicationState.ApplicationActive:
            self.load()

    def would_lose(self) -> bool:
        """Write a note that is being typed, wait for it, and return whether something could not be written."""
        self.closing.emit()
        if not self._writes.pending:
            return False
        self._writes.try_again()
        self._jobs.wait()
        QCoreApplication.sendPostedEvents(self._jobs)  # the outcome is on its way
        return self._writes.waiting > 0

    def close(self) -> None:
        """Write a note that is being typed, and wait until it is written. Nothing is read or written afterwards."""
        if not self._is_closed:
            self.closing.emit()
            self._writes.try_again()  # perhaps there is room by now
            self._is_closed = True
            self._jobs.finish()


def _changed_by(writes: Iterable[PendingWrites], found: Iterable["Bookmark"]) -> list["Bookmark"]:
    """Return the bookmarks of the file as they are after some writes."""
    by_id = {bookmark.id: bookmark for bookmark in found}
    for each in writes:
        if isinstance(each, _BookmarkWrite):
            by_id.pop(each.id, None)
            if each.bookmark is not None:
                by_id[each.id] = each.bookmark
    return list(by_id.values())


def _ordered(bookmarks: Iterable["Bookmark"]) -> "dict[str, Bookmark]":
    """Return bookmarks by id, the most recently marked first, as in the file."""
    by_name = sorted(bookmarks, key=lambda bookmark: bookmark.id)
    return {each.id: each for each in sorted(by_name, key=lambda bookmark: bookmark.added, reverse=True)}
