"""A text browser for generated pages; it loads no files, network resources or images."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QTextBrowser, QTextEdit, QWidget

from guidance_kb.ui.core.window_shortcuts import is_pressed
from guidance_kb.ui.look.tokens import Tokens
from guidance_kb.ui.reading.clipboard import rich, selected_html
from guidance_kb.ui.widgets.announcement import announce

_KEYBOARD = Qt.TextInteractionFlag.TextSelectableByKeyboard


class Browser(QTextBrowser):
    """Shows a page and highlights the search hits, or the text found on the page.

    The arrow keys scroll; with the reading cursor they move by character and line, and select with Shift. F7 toggles the cursor, as in web
    browsers; it is on by default if assistive technology is active, because a screen reader reads the line of the cursor.

    Signals:
        link_opened (str): The user clicked a link to this id.
        beside_wanted (str): The user clicked it with Ctrl, or with the middle button, or pressed Ctrl+Enter on it.
        query_opened (str): The user clicked a link with this query.
        search_requested (str): The user asked to search for the selected text.
        links_wanted (str): The user asked to show this id on the map.
        find_wanted: The user chose to find text on the page, a menu action if `can_find` is set.
        stepped: The user moved to another highlight.
    """

    link_opened = Signal(str)
    beside_wanted = Signal(str)
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
        self._wants_cursor: bool | None = None  # the user's choice; None follows assistive technology
        self.can_find = False
        self.menu_of: Callable[[str, str], QMenu | None] | None = None
        """Makes the menu of a link, by its id and words, and of the page itself, without an id; None: Qt's menu only."""
        self._html = self._sheet = ""
        self._tokens: Tokens | None = None

    def show_html(self, html: str, sheet: str) -> None:
        """Show a page from its top; a page that is already shown is not parsed again, which would be slow while the user types."""
        if (html, sheet) != (self._html, self._sheet):
            self._html, self._sheet = html, sheet
            self.document().setDefaultStyleSheet(sheet)
            super().setHtml(html)
        self.verticalScrollBar().setValue(0)

    def setHtml(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show any HTML and forget the page of `show_html`, so that it is parsed again when requested."""
        self._html = self._sheet = ""
        super().setHtml(text)

    def loadResource(self, _type: int, _name: QUrl | str) -> QImage:
        """Return an empty image, so that Qt does not look for files."""
        return QImage(1, 1, QImage.Format.Format_Mono)

    # --- Reading cursor

    @property
    def has_cursor(self) -> bool:
        """Whether the arrow keys move a cursor through the page."""
        return bool(self.textInteractionFlags() & _KEYBOARD)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._set_cursor(on=QAccessible.isActive() if self._wants_cursor is None else self._wants_cursor)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Toggle the reading cursor with F7."""
        if is_pressed(event, "reading-cursor"):
            self._wants_cursor = not self.has_cursor
            self._set_cursor(on=self._wants_cursor)
            announce(self, self.tr("Reading cursor on") if self._wants_cursor else self.tr("Reading cursor off"))
        elif is_pressed(event, "menu"):
            self._open_menu(self.cursorRect().center(), self.textCursor())
        elif is_pressed(event, "open-beside") and (there := _id_of(self.textCursor().charFormat().anchorHref())):
            self.beside_wanted.emit(there)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: FBT001 - Qt's argument
        """Move between links with Tab before leaving the page, and announce the focused link."""
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
            with_ctrl = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier
            (self.beside_wanted if with_ctrl else self.link_opened).emit(url.path())
        elif url.scheme() == "links":
            self.links_wanted.emit(url.path())
        elif url.scheme() == "find":
            self.query_opened.emit(url.path(QUrl.ComponentFormattingOption.FullyDecoded))

    # --- Highlights

    @property
    def at(self) -> int:
        """The number of the current highlight, from 0; -1 if there is none."""
        return self._at

    def mark(self, ranges: Sequence[tuple[int, int]], tokens: Tokens, *, pointed: bool = False) -> None:
        """Highlight character ranges of the plain text and go to the first.

        Args:
            ranges: Start and end of each range.
            tokens: The colours.
            pointed: Whether to emphasise the first range at once; otherwise none is emphasised before the user moves to another.
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
        """Paint the highlights, with the emphasised one in the accent colour."""
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
        """Return the highlighted texts, in order."""
        return [cursor.selectedText() for cursor in self._marks]

    def go_to_mark(self, step: int) -> None:
        """Scroll to the next (1) or previous (-1) highlight, wrapping around."""
        if self._marks:
            self._pointed = True
            self._step(step)
            if self.has_cursor:  # so that reading continues from there
                place = QTextCursor(self._marks[self._at])
                place.clearSelection()
                self.setTextCursor(place)
            self.stepped.emit()

    @property
    def around(self) -> str:
        """The paragraph of the current highlight."""
        return self._marks[self._at].block().text() if self._marks else ""

    def _step(self, step: int) -> None:
        if self._marks:
            self._at = (self._at + step) % len(self._marks)
            place = QTextCursor(self._marks[self._at])
            place.clearSelection()
            top, height = self.cursorRect(place).top() + self.verticalScrollBar().value(), self.viewport().height()
            on_first_screen = top < height * 2 // 3  # then the page is shown from its top
            self.verticalScrollBar().setValue(0 if on_first_screen else top - height // 3)
        self._paint_marks()

    # --- Selection

    def selected(self) -> str:
        """Return the selected text, on one line."""
        return " ".join(self.textCursor().selectedText().split())

    def search_selected(self) -> None:
        """Emit `search_requested` if text is selected."""
        if words := self.selected():
            self.search_requested.emit(words)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        """Return the selection for Ctrl+C and dragging; on paper, the colours of a dark scheme would be unreadable."""
        return rich(selected_html(self.textCursor()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open a link beside with the middle button."""
        there = _id_of(self.anchorAt(event.position().toPoint()))
        if event.button() is Qt.MouseButton.MiddleButton and there:
            self.beside_wanted.emit(there)
        else:
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            self._open_menu(event.pos(), self._link_at(event.pos()))
        else:
            self._open_menu(self.cursorRect().center(), self.textCursor())

    def _open_menu(self, place: QPoint, link: QTextCursor) -> None:
        menu = self.menu(link)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(place))

    def _link_at(self, place: QPoint) -> QTextCursor:
        """Return a cursor that selects the link at a place; without a link, a cursor that selects nothing."""
        href, cursor = self.anchorAt(place), self.cursorForPosition(place)
        cursor.clearSelection()
        pieces = cursor.block().begin()
        while href and not pieces.atEnd():
            piece = pieces.fragment()
            if (
                piece.charFormat().anchorHref() == href
                and piece.position() <= cursor.position() <= piece.position() + piece.length()
            ):
                return self._cursor(piece.position(), piece.position() + piece.length())
            pieces += 1
        return QTextCursor(self.document())

    def menu(self, link: QTextCursor | None = None) -> QMenu:
        """Return the menu of a link that `link` selects; else Qt's menu, with what can be done with the page."""
        there = _id_of(link.charFormat().anchorHref()) if link is not None else ""
        if (
            there
            and link is not None
            and self.menu_of is not None
            and (menu := self.menu_of(there, link.selectedText()))
        ):
            return menu
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() == "link-copy":  # our links are no addresses
                menu.removeAction(action)
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
        if self.menu_of is not None and (page := self.menu_of("", "")):
            page.setParent(menu)  # it keeps its actions
            menu.addSeparator()
            menu.addActions(page.actions())
        return menu


def _id_of(href: str) -> str:
    """Return the id that a link opens; empty for any other link."""
    url = QUrl(href)
    return url.path() if url.scheme() == "open" else ""


def part_above(page: QTextBrowser) -> float:
    """Return the scroll position of a page as a share of its maximum, from 0 to 1."""
    bar = page.verticalScrollBar()
    return bar.value() / max(bar.maximum(), 1)


def scroll_to_part(page: QTextBrowser, part: float) -> None:
    """Scroll a page to a position returned by `part_above`; it also applies to a text of another length."""
    bar = page.verticalScrollBar()
    bar.setValue(round(part * bar.maximum()))
