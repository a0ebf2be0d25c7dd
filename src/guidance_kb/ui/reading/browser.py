"""A text browser that shows our own pages and nothing else: no files, no network, no images."""

from collections.abc import Sequence

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QColor, QImage, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget


class Browser(QTextBrowser):
    """Shows a page and marks hits in it.

    Signals:
        link_opened (str): The id of a link that was clicked.
    """

    link_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(self._on_anchor)
        self._marks: list[QTextCursor] = []
        self._at = -1
        self._html = self._sheet = ""

    def show_html(self, html: str, sheet: str) -> None:
        """Shows a page from its top; one that is shown already is not read again, which takes long while one types."""
        if (html, sheet) != (self._html, self._sheet):
            self._html, self._sheet = html, sheet
            self.document().setDefaultStyleSheet(sheet)
            self.setHtml(html)
        self.verticalScrollBar().setValue(0)

    def loadResource(self, _type: int, _name: QUrl | str) -> QImage:
        """Loads nothing: an empty image stops Qt from looking for files by itself."""
        return QImage(1, 1, QImage.Format.Format_Mono)

    def _on_anchor(self, url: QUrl) -> None:
        if url.scheme() == "open":
            self.link_opened.emit(url.path())

    def mark(self, ranges: Sequence[tuple[int, int]], background: str, ink: str) -> None:
        """Marks the character ranges of the page's plain text and goes to the first."""
        form = QTextCharFormat()
        form.setBackground(QColor(background))
        form.setForeground(QColor(ink))
        selections, self._marks, self._at = [], [], -1
        for start, end in ranges:
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection = QTextEdit.ExtraSelection()
            selection.cursor, selection.format = cursor, form
            selections.append(selection)
            self._marks.append(cursor)
        self.setExtraSelections(selections)
        self.go_to_mark(1)

    def marked(self) -> list[str]:
        """The marked pieces of text, in order."""
        return [cursor.selectedText() for cursor in self._marks]

    def go_to_mark(self, step: int) -> None:
        """Scrolls to the next (1) or previous (-1) mark, round and round."""
        if not self._marks:
            return
        self._at = (self._at + step) % len(self._marks)
        place = QTextCursor(self._marks[self._at])
        place.clearSelection()
        top, height = self.cursorRect(place).top() + self.verticalScrollBar().value(), self.viewport().height()
        on_first_screen = top < height * 2 // 3  # then the page is best read from its beginning
        self.verticalScrollBar().setValue(0 if on_first_screen else top - height // 3)
