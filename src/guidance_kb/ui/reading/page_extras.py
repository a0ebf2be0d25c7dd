"""What stands around a page and goes with it: the star, the note, the place in the report; and that it was read."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QWidget

from guidance_kb.knowledge.names import PLURALS
from guidance_kb.knowledge.outline import OutlinePlace, Sort
from guidance_kb.language import Text
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.translation import in_sentence
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.look.tokens import SIZE, SPACE
from guidance_kb.ui.reading.bar import Bar
from guidance_kb.ui.reading.note import NoteStrip
from guidance_kb.ui.reading.reading_history import LastRead
from guidance_kb.ui.widgets.announcement import announce
from guidance_kb.ui.widgets.basics import button, icon_only, label, row
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

# Where in the report the page stands, below it: its section, which of how many, and the ways to what comes before and after.


_COUNTED: Mapping[Sort, Text] = {
    "barrier": PLURALS["barrier"],
    "drive": PLURALS["drive"],
    "need": PLURALS["need"],
    "item": PLURALS["item"],
}
"""What has no place in a section: which of its like it is."""


class Footer(TranslatedWidget, QFrame):
    """Shows a place; hidden while nothing is read.

    Attributes:
        here: The section, as a button that opens it.
        previous, following: The ways on.

    Signals:
        opened (str): The id of what is wanted.
    """

    opened = Signal(str)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.setProperty("role", "pane")
        self._services = services
        self._place: OutlinePlace | None = None
        self._said = ""
        self.previous = button("", "quiet", lambda: self.go(-1))
        self.following = button("", "quiet", lambda: self.go(1))
        self.here = button("", "more", self._open_section)
        self._itself = label(role="caption", wrap=False)  # of a section, which needs no way to itself
        across = row(self, spacing=SPACE.xs, margins=(SPACE.xl, SPACE.xs, SPACE.xl, SPACE.xs))
        across.addWidget(self.previous)
        across.addWidget(self.here, 1, Qt.AlignmentFlag.AlignCenter)
        across.addWidget(self._itself, 1, Qt.AlignmentFlag.AlignCenter)
        across.addWidget(self.following)
        services.theme.changed.connect(self.retranslate)
        self.hide()

    def show_place(self, place: OutlinePlace | None) -> None:
        """Shows where something stands; None when there is nothing to say."""
        self._place = place
        self.setVisible(place is not None)
        self.retranslate()

    def go(self, step: int) -> None:
        """Opens what comes before (-1) or after (1), if there is anything."""
        place = self._place
        other = None if place is None else place.following if step > 0 else place.previous
        if other is not None:
            self.opened.emit(other)

    def _open_section(self) -> None:
        if self._place is not None:
            self.opened.emit(self._place.section)

    # ── what it says ────────────────────────────────────────────────────────────────────────────

    def retranslate(self) -> None:
        place = self._place
        if place is None:
            return
        for made, other, name, said in (
            (self.previous, place.previous, "chevron-left", self.tr("Previous in the report: {title} (Alt+Page Up)")),
            (self.following, place.following, "chevron-right", self.tr("Next in the report: {title} (Alt+Page Down)")),
        ):
            self._point(made, other, name, said)
        self._said = self._where(place)
        self.here.setAccessibleName(self._said)
        self.here.setToolTip(self.tr("All that comes from this section"))
        self.here.setVisible(place.kind != "section")
        self._itself.setVisible(place.kind == "section")
        self._share_room()

    def _point(self, made: QPushButton, other: str | None, name: str, said: str) -> None:
        theme = self._services.theme
        size, title = theme.px(SIZE.icon), self._services.library.title(other) if other else None
        if other is not None and title is None and other in self._services.library.sections:
            title = self._services.library.sections[other].title
        icon_only(made, icon(name, theme.tokens.accent if other else theme.tokens.faint, size), size, "")
        text = said.format(title=self._services.say(title) if title else self.tr("nothing"))
        made.setAccessibleName(text)
        made.setToolTip(text)
        made.setEnabled(other is not None)

    def _where(self, place: OutlinePlace) -> str:
        """`§2.1.2 Situational barriers · 3 of 10`; of what has no place in a section, which of its like it is."""
        section = self._services.library.sections[place.section]
        number = "" if section.pack else f"§{section.name} "
        parts = [f"{number}{self._services.say(section.title)}"]
        if place.count > 1:
            which = self.tr("{number} of {count}").format(number=place.number, count=place.count)
            if place.kind in _COUNTED:
                which = f"{in_sentence(_COUNTED[place.kind])}: {which}"
            parts.append(which)
        return " · ".join(parts)

    def _share_room(self) -> None:
        room = self.width() - self.previous.sizeHint().width() - self.following.sizeHint().width() - 8 * SPACE.md
        metrics = self.here.fontMetrics()
        self.here.setText(
            metrics.elidedText(self._said, Qt.TextElideMode.ElideMiddle, max(room, 40)).replace("&", "&&")
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Says the place shorter where there is little room."""
        super().resizeEvent(event)
        self._share_room()


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
