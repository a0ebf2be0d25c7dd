"""A text browser that shows our own pages and nothing else: no files, no network, no images."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QTextBrowser, QTextEdit, QWidget

from guidance_kb.ui.core.keys import is_pressed
from guidance_kb.ui.look.tokens import Tokens
from guidance_kb.ui.widgets.announcement import announce

_KEYBOARD = Qt.TextInteractionFlag.TextSelectableByKeyboard


class Browser(QTextBrowser):
    """Shows a page and marks in it what was searched for, or what is found in the page itself.

    The arrow keys scroll; with the reading cursor they go from letter to letter and line to line, with Shift they select. F7 switches it,
    as in web browsers, and it is on where assistive technology is: a screen reader says the line that it comes to.

    Signals:
        link_opened (str): The id of a link that was clicked.
        query_opened (str): The query of a link that was clicked.
        search_requested (str): The selected words are to be searched for.
        links_wanted (str): The thing with this id is to be seen among its links.
        find_wanted: Something is to be found on the page; offered by the menu where `can_find` is set.
        stepped: The reader went to another mark.
    """

    link_opened = Signal(str)
    query_opened = Signal(str)
    search_requested = Signal(str)
    links_wanted = Signal(str)
    find_wanted = Signal()
    stepped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(self._on_anchor)
        self._marks: list[QTextCursor] = []
        self._at = -1
        self._pointed = False
        self._wants_cursor: bool | None = None  # what the reader said; None follows assistive technology
        self.can_find = False
        self._html = self._sheet = ""
        self._tokens: Tokens | None = None

    def show_html(self, html: str, sheet: str) -> None:
        """Shows a page from its top; one that is shown already is not read again, which takes long while one types."""
        if (html, sheet) != (self._html, self._sheet):
            self._html, self._sheet = html, sheet
            self.document().setDefaultStyleSheet(sheet)
            super().setHtml(html)
        self.verticalScrollBar().setValue(0)

    def setHtml(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Shows any HTML; the page that `show_html` showed is not there any more, and is read again when it is wanted."""
        self._html = self._sheet = ""
        super().setHtml(text)

    def loadResource(self, _type: int, _name: QUrl | str) -> QImage:
        """Loads nothing: an empty image stops Qt from looking for files by itself."""
        return QImage(1, 1, QImage.Format.Format_Mono)

    # ── the reading cursor ──────────────────────────────────────────────────────────────────────

    @property
    def has_cursor(self) -> bool:
        """Whether the arrow keys move a cursor through the page."""
        return bool(self.textInteractionFlags() & _KEYBOARD)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._set_cursor(on=QAccessible.isActive() if self._wants_cursor is None else self._wants_cursor)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F7 switches the reading cursor."""
        if is_pressed(event, "reading-cursor"):
            self._wants_cursor = not self.has_cursor
            self._set_cursor(on=self._wants_cursor)
            announce(self, self.tr("Reading cursor on") if self._wants_cursor else self.tr("Reading cursor off"))
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: FBT001 - Qt's argument
        """The Tab key goes from link to link before it leaves the page; the link that it comes to is said."""
        goes_on = super().focusNextPrevChild(following)
        if self.hasFocus() and (words := self.selected()):
            announce(self, self.tr("%1, link").replace("%1", words))
        return goes_on

    def _set_cursor(self, *, on: bool) -> None:
        if on is not self.has_cursor:
            flags = self.textInteractionFlags()
            self.setTextInteractionFlags(flags | _KEYBOARD if on else flags & ~_KEYBOARD)

    def _on_anchor(self, url: QUrl) -> None:
        if url.scheme() == "open":
            self.link_opened.emit(url.path())
        elif url.scheme() == "links":
            self.links_wanted.emit(url.path())
        elif url.scheme() == "find":
            self.query_opened.emit(url.path(QUrl.ComponentFormattingOption.FullyDecoded))

    # ── marks ───────────────────────────────────────────────────────────────────────────────────

    @property
    def at(self) -> int:
        """The number of the present mark, from 0; -1 when there is none."""
        return self._at

    def mark(self, ranges: Sequence[tuple[int, int]], tokens: Tokens, *, pointed: bool = False) -> None:
        """Marks the character ranges of the page's plain text and goes to the first.

        Args:
            ranges: Starts and ends.
            tokens: The colours.
            pointed: Whether the first is pointed at; otherwise none is before the reader goes to another.
        """
        self._tokens, self._pointed = tokens, pointed
        self._marks, self._at = [self._cursor(start, end) for start, end in ranges], -1
        self._step(1)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _paint_marks(self) -> None:
        """Paints the marks, and the one that is pointed at in the accent colour."""
        tokens = self._tokens
        if tokens is None:
            return
        selections = []
        for number, cursor in enumerate(self._marks):
            selection = QTextEdit.ExtraSelection()
            here = self._pointed and number == self._at
            form = QTextCharFormat()
            form.setBackground(QColor(tokens.accent if here else tokens.mark))
            form.setForeground(QColor(tokens.on_accent if here else tokens.on_mark))
            selection.cursor, selection.format = cursor, form
            selections.append(selection)
        self.setExtraSelections(selections)

    def marked(self) -> list[str]:
        """The marked pieces of text, in order."""
        return [cursor.selectedText() for cursor in self._marks]

    def go_to_mark(self, step: int) -> None:
        """Scrolls to the next (1) or previous (-1) mark, round and round."""
        if self._marks:
            self._pointed = True
            self._step(step)
            if self.has_cursor:  # one reads on from there
                place = QTextCursor(self._marks[self._at])
                place.clearSelection()
                self.setTextCursor(place)
            self.stepped.emit()

    @property
    def around(self) -> str:
        """The paragraph of the present mark."""
        return self._marks[self._at].block().text() if self._marks else ""

    def _step(self, step: int) -> None:
        if self._marks:
            self._at = (self._at + step) % len(self._marks)
            place = QTextCursor(self._marks[self._at])
            place.clearSelection()
            top, height = self.cursorRect(place).top() + self.verticalScrollBar().value(), self.viewport().height()
            on_first_screen = top < height * 2 // 3  # then the page is best read from its beginning
            self.verticalScrollBar().setValue(0 if on_first_screen else top - height // 3)
        self._paint_marks()

    # ── the selection ───────────────────────────────────────────────────────────────────────────

    def selected(self) -> str:
        """The selected words, on one line."""
        return " ".join(self.textCursor().selectedText().split())

    def search_selected(self) -> None:
        """Wants the selected words searched for, when there are any."""
        if words := self.selected():
            self.search_requested.emit(words)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        menu.exec(event.globalPos())
        menu.deleteLater()

    def menu(self) -> QMenu:
        """Qt's own menu of the page, with the search for what is selected, and the way to find in it, above it."""
        menu = self.createStandardContextMenu()
        first = menu.actions()[0] if menu.actions() else None
        ours = []
        if self.selected():
            ours.append(menu.addAction(self.tr("Search for the selected words (Ctrl+E)")))
            ours[-1].triggered.connect(lambda _checked=False: self.search_selected())
        if self.can_find:
            ours.append(menu.addAction(self.tr("Find on this page (Ctrl+F)")))
            ours[-1].triggered.connect(lambda _checked=False: self.find_wanted.emit())
        if ours and first is not None:
            menu.insertActions(first, ours)
            menu.insertSeparator(first)
        return menu


def part_above(page: QTextBrowser) -> float:
    """How far a page is scrolled, as a part of how far it can be."""
    bar = page.verticalScrollBar()
    return bar.value() / max(bar.maximum(), 1)


def scroll_to_part(page: QTextBrowser, part: float) -> None:
    """Scrolls a page as far down as `part_above` said, also where its text is of another length now."""
    bar = page.verticalScrollBar()
    bar.setValue(round(part * bar.maximum()))
