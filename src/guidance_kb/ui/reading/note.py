"""The note of a bookmark, edited below its page and saved while the user types."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

from guidance_kb.ui.core.pause import Pause
from guidance_kb.ui.core.personal_data import Warned
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.tokens import SPACE
from guidance_kb.ui.widgets.basics import button, column, label, row
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

if TYPE_CHECKING:
    from guidance_kb.knowledge.bookmarks import Bookmark

_PAUSE = 500
"""Milliseconds without input after which the note is saved."""

_MOST_LINES = 5


class BookmarkNoteEdit(QPlainTextEdit):
    """A text box that grows with its text from one line to `_MOST_LINES`, if there is room; Tab moves the focus.

    Signals:
        left: The user pressed Escape.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def sizeHint(self) -> QSize:
        """Return the height of the text, up to `_MOST_LINES`."""
        return self._high(min(max(self._lines(), 1), _MOST_LINES))

    def minimumSizeHint(self) -> QSize:
        return self._high(1)

    def _lines(self) -> int:
        return round(self.document().size().height())  # for plain text the height of the document is in lines

    def _high(self, lines: int) -> QSize:
        around = self.height() - self.viewport().height() + 2 * round(self.document().documentMargin())
        return QSize(160, lines * self.fontMetrics().lineSpacing() + around)

    def _fit(self) -> None:
        """Update the size hint after a change of the text, and show a scroll bar if the box is too low for it."""
        policy = Qt.ScrollBarPolicy
        is_cut = self.viewport().height() < self._lines() * self.fontMetrics().lineSpacing()
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if is_cut else policy.ScrollBarAlwaysOff)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()


class NoteStrip(TranslatedWidget, QFrame):
    """The note of a bookmark; hidden if there is none.

    Attributes:
        pen: The text box.
        saved: The label with the save status.
        all: The button that opens all bookmarks.

    Signals:
        left: The user pressed Escape; the page should get the focus.
        all_wanted: The user asked for all bookmarks.
    """

    left = Signal()
    all_wanted = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.setProperty("role", "pane")
        self._services, self._service = services, services.bookmarks
        self._bookmark: Bookmark | None = None
        self._known = ""  # the note as passed to the service
        self._typing = False  # whether the user typed since this note is shown
        self.pen = BookmarkNoteEdit()
        self.pen.left.connect(self.left)
        self.pen.textChanged.connect(self._typed)
        self.saved = label(role="caption", wrap=False)
        self.all = button("", "more", self.all_wanted.emit)
        self._pause = Pause(_PAUSE, self)
        self._pause.ended.connect(self.flush)
        inside = row(self, spacing=SPACE.md, margins=(SPACE.xxl, SPACE.md, SPACE.md, SPACE.md))
        inside.addWidget(Warned(self.pen, services), 1)
        beside = column(spacing=0)
        beside.addWidget(self.all)
        self.saved.setContentsMargins(0, 0, SPACE.md, 0)
        beside.addWidget(self.saved, 0, Qt.AlignmentFlag.AlignRight)
        beside.addStretch(1)
        add_layout(inside, beside)
        self._service.written.connect(self._say_written)
        self._service.failed.connect(self._say_unwritten)
        self._service.closing.connect(self.flush)
        self.hide()
        self.retranslate()

    @property
    def unwritten(self) -> bool:
        """Whether the text differs from the note that the service has."""
        return self._bookmark is not None and self.pen.toPlainText() != self._known

    def show_of(self, bookmark: "Bookmark | None") -> None:
        """Show the note of a bookmark; save the previous note first. Unsaved text of the same bookmark is kept."""
        same = bookmark is not None and self._bookmark is not None and bookmark.id == self._bookmark.id
        if not same:
            self.flush()
        if bookmark is None:
            self._bookmark = None
        elif not (same and self.unwritten):
            self._take(bookmark, same=same)
        self.setVisible(bookmark is not None)

    def _take(self, bookmark: "Bookmark", *, same: bool) -> None:
        self._bookmark, self._known = bookmark, bookmark.note
        if self.pen.toPlainText() != bookmark.note:
            self.pen.setPlainText(bookmark.note)
        self._pause.stop()  # setPlainText started the timer, but the user did not type
        if not same:
            self._typing = False
            self.saved.clear()

    def flush(self) -> None:
        """Save the note if it changed."""
        self._pause.stop()
        if self._bookmark is not None and self.unwritten:
            self._known = self.pen.toPlainText()
            self._service.note(self._bookmark, self._known)

    def _typed(self) -> None:
        self._typing = True
        self.saved.clear()
        self._pause.start()

    def _say_written(self) -> None:
        bookmark = self._bookmark
        if bookmark is None or not self._typing or self.unwritten or self._service.waits(bookmark.id):
            return
        at = datetime.fromisoformat(bookmark.changed).astimezone()
        self.saved.setText(self.tr("saved {time}").format(time=f"{at:%H:%M}"))

    def _say_unwritten(self) -> None:
        if self._bookmark is not None and self._service.waits(self._bookmark.id):
            self.saved.setText(self.tr("not saved yet"))

    def retranslate(self) -> None:
        self.pen.setAccessibleName(self.tr("Your note with this bookmark"))
        self.pen.setPlaceholderText(self.tr("A note of your own on this text. Nothing about a client."))
        self.all.setText(self.tr("All bookmarks"))
        self.all.setToolTip(self.tr("All bookmarks (Alt+B)"))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.flush()
