"""What stands around a page and goes with it: the star, the note, the place in the report; and that it was read."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from guidance_kb.knowledge.outline import OutlinePlace
from guidance_kb.ui.bookmarks.note import NoteStrip
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.reading.bar import Bar
from guidance_kb.ui.reading.footer import Footer
from guidance_kb.ui.reading.reading_history import LastRead
from guidance_kb.ui.widgets.announcement import announce

_READ = 6000
"""Milliseconds after which a page that stands counts as read."""


class PageExtras(QObject):
    """Belongs to a reading pane.

    Attributes:
        note, footer: Below the page.
        shown: The id of what is read.
        place: Where it stands; None when nothing is read, or something that is not in the content any more.

    Signals:
        stale: Something is back in the content, or is gone from it: its page has to be written again.
    """

    stale = Signal()

    def __init__(self, view: QWidget, bar: Bar, services: Services) -> None:
        super().__init__(view)
        self._view, self._bar, self._services = view, bar, services
        self.note, self.footer = NoteStrip(services), Footer(services)
        self.shown: str | None = None
        self.place: OutlinePlace | None = None
        self._last_read = LastRead(services.settings)
        self._standing = QTimer(self, singleShot=True, interval=_READ)
        self._standing.timeout.connect(self._count_as_read)
        self.note.left.connect(view.setFocus)
        bar.star_pressed.connect(self.toggle_bookmark)
        services.bookmarks.changed.connect(self._follow)
        services.bookmarks.load()

    def show(self, identifier: str | None) -> None:
        """Shows what goes with a page; None when nothing is read."""
        if identifier != self.shown:
            self.shown = identifier
            self._bar.say()
            self._standing.start()
        self.place = self._services.library.place(identifier) if identifier else None
        kept = self._services.bookmarks.kept.get(identifier or "")
        if kept is None and self.note.isAncestorOf(QApplication.focusWidget() or self._view):
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.note.show_of(kept)
        self.footer.show_place(self.place)
        self._bar.show_actions(page=self.place is not None, marked=kept is not None, markable=bool(kept or self.place))

    def _follow(self) -> None:
        """Shows what became of the bookmarks; of what is not in the content any more, there is no page without one."""
        if self.shown is not None and self.place is None:
            self.stale.emit()
        else:
            self.show(self.shown)

    # ── what one does ───────────────────────────────────────────────────────────────────────────

    def toggle_bookmark(self) -> None:
        """Marks what is shown, or takes its bookmark away; marked again, it has its note as it was."""
        if self.shown is None or self._services.is_help(
            self.shown
        ):  # which is no knowledge, and has no place in the report
            return
        self.note.flush()
        marked = self._services.bookmarks.toggle(self.shown, self.place)
        self.say(self.tr("Bookmarked") if marked else self.tr("Removed; Ctrl+D brings it back"))

    def write_note(self) -> None:
        """Puts the keyboard in the note of what is shown, which is marked for it if it is not."""
        if self.shown is not None and self.shown not in self._services.bookmarks.kept:
            self.toggle_bookmark()
        if not self.note.isHidden():
            self.note.pen.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def say(self, text: str) -> None:
        """Says what was done, beside the buttons and to screen readers."""
        self._bar.say(text)
        announce(self._view, text)

    def _count_as_read(self) -> None:
        if self.place is not None and self._view.isVisible():
            self._last_read.add(self.place.id)
