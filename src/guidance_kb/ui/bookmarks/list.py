"""The list of bookmarks: model, view and delegate."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem

from guidance_kb.documents.bookmarks import sort_name
from guidance_kb.knowledge.bookmarks import BookmarkStatus, bookmark_statuses
from guidance_kb.language import by_name
from guidance_kb.search.language.folding import fold
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.translation import as_title
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import SPACE, TYPE
from guidance_kb.ui.widgets.announcement import follow_selection
from guidance_kb.ui.widgets.marked_text import lay_lines, paint_box

# --- Model


Index = QModelIndex | QPersistentModelIndex


class Order(StrEnum):
    """The orders of the list."""

    DATE = "date"
    TITLE = "title"
    TAG = "tag"


class BookmarkModel(QAbstractListModel):
    """Model of `BookmarkStatus` rows, filtered by words and by a tag, in one of the orders.

    Attributes:
        order: The order.
        tag: The tag that the shown rows have; empty for all rows.
        shown: The rows that match the filter.
        count: The number of bookmarks, regardless of the filter.
    """

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._wanted = ""
        self.order = Order.DATE
        self.tag = ""
        self.shown: Sequence[BookmarkStatus] = ()
        self.count = 0

    def filter(self, words: str) -> None:
        """Show only bookmarks whose title or note contains all words."""
        self._wanted = words
        self.refresh()

    def refresh(self) -> None:
        """Reload the bookmarks; if the ids are unchanged, the model is not reset and the list keeps its position."""
        kept = self._services.bookmarks.kept.values()
        self.count = len(kept)
        if self.tag and self.tag not in self.tags:  # its last bookmark has lost it
            self.tag = ""
        found = [each for each in bookmark_statuses(self._services.library.place, kept) if self._is_wanted(each)]
        if self.order is not Order.DATE:
            found.sort(key=self._place)
        if [each.bookmark.id for each in found] == [each.bookmark.id for each in self.shown]:
            self.shown = found
            if found:
                self.dataChanged.emit(self.index(0), self.index(len(found) - 1))
        else:
            self.beginResetModel()
            self.shown = found
            self.endResetModel()

    @property
    def tags(self) -> list[str]:
        """All tags, in the order of the alphabet."""
        return sorted({tag for each in self._services.bookmarks.kept.values() for tag in each.tags}, key=by_name)

    def _place(self, one: BookmarkStatus) -> tuple[bool, str, str]:
        """Return the sort key of a row; by tag, the rows without one come last."""
        first = min((by_name(tag) for tag in one.bookmark.tags), default="") if self.order is Order.TAG else ""
        return self.order is Order.TAG and not first, first, by_name(self.title(one))

    def _is_wanted(self, one: BookmarkStatus) -> bool:
        if self.tag and self.tag not in one.bookmark.tags:
            return False
        text = fold(" ".join((*one.title, *one.bookmark.title, one.bookmark.note, *one.bookmark.tags)))
        return all(word in text for word in fold(self._wanted).split())

    def number_of(self, identifier: str) -> int:
        """Return the row number of a bookmark, or -1 if it is not shown."""
        return next((n for n, each in enumerate(self.shown) if each.bookmark.id == identifier), -1)

    # --- Texts of a row

    def title(self, one: BookmarkStatus) -> str:
        """Return the current title, or the last known one."""
        return self._services.say(one.title)

    def about(self, one: BookmarkStatus) -> str:
        """Return the kind, the section or that the entry was removed, and the title at the time of bookmarking if it changed."""
        parts = [as_title(sort_name(one.kind))]
        if one.place is None:
            parts.append(self.tr("no longer in the content"))
        elif not (section := self._services.library.sections[one.place.section]).pack:
            parts.append(section.number if one.kind == "section" else section.named(self._services.language))
        parts += [f"#{tag}" for tag in one.bookmark.tags]
        if one.retitled:
            parts.append(self.tr("was called: {title}").format(title=self._services.say(one.bookmark.title)))
        return " · ".join(parts)

    # --- Qt interface

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title; the accessible text includes kind, section and note. The delegate paints the rest."""
        if not index.isValid():
            return None
        one = self.shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.title(one)
            case Qt.ItemDataRole.AccessibleTextRole:
                said = (self.title(one), self.about(one), " ".join(one.bookmark.note.split()))
                return ", ".join(part for part in said if part)
        return None


class BookmarkList(QListView):
    """The list of bookmarks, of which several can be chosen; the current row stays visible, and rows adapt to the width."""

    def __init__(self, model: BookmarkModel, theme: Theme) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(BookmarkDelegate(model, theme, self))
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        model.dataChanged.connect(self.scheduleDelayedItemsLayout)  # a changed note may change the height of a row
        theme.changed.connect(self.scheduleDelayedItemsLayout)
        follow_selection(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():  # the height of a row depends on its width
            self.scheduleDelayedItemsLayout()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())


# --- Delegate


_SIDE, _ABOVE, _BETWEEN = 18, SPACE.lg, 3
"""Padding in pixels at 100 %: horizontal, vertical, and between texts."""


class _Part(NamedTuple):
    """A text of `size` pixels at 100 %, on at most `most` lines."""

    text: str
    size: int
    most: int
    strong: bool = False


class BookmarkDelegate(QStyledItemDelegate):
    """Paints the rows of a `BookmarkModel`: title, kind and section, and the beginning of the note."""

    def __init__(self, model: BookmarkModel, theme: Theme, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._model, self._theme, self._list = model, theme, parent
        self._wrapping = QTextOption()
        self._wrapping.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's arguments
        """Return the width of the list and the height of the wrapped texts."""
        px, width = self._theme.px, self._list.viewport().width()
        parts = self._parts(index)
        high = sum(round(self._lay_out(part, width).boundingRect().height()) for part in parts)
        return QSize(width, high + (len(parts) - 1) * px(_BETWEEN) + 2 * px(_ABOVE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        px, tokens, rect = self._theme.px, self._theme.tokens, option.rect
        painter.save()
        paint_box(painter, rect.adjusted(px(SPACE.md), 1, -px(SPACE.md), -1), option.state, self._theme)
        at = QPointF(rect.left() + px(_SIDE), rect.top() + px(_ABOVE))
        for part in self._parts(index):
            layout = self._lay_out(part, rect.width())
            painter.setPen(QColor(tokens.soft_ink if part.size == TYPE.caption else tokens.ink))
            layout.draw(painter, at)
            at.setY(at.y() + round(layout.boundingRect().height()) + px(_BETWEEN))
        painter.restore()

    def _parts(self, index: Index) -> list[_Part]:
        one = self._model.shown[index.row()]
        parts = [
            _Part(self._model.title(one), TYPE.body, 2, strong=True),
            _Part(self._model.about(one), TYPE.caption, 2),
            _Part(" ".join(one.bookmark.note.split()), TYPE.small, 2),
        ]
        return [part for part in parts if part.text]

    def _lay_out(self, part: _Part, width: int) -> QTextLayout:
        """Break a text into lines and elide the last one if the text is too long."""
        font, room = self._theme.letters(part.size, strong=part.strong), max(width - 2 * self._theme.px(_SIDE), 80)
        layout = self._in_lines(part.text, font, part.most, room)
        last = layout.lineAt(layout.lineCount() - 1)
        if last.textStart() + last.textLength() < len(part.text):
            rest = QFontMetrics(font).elidedText(part.text[last.textStart() :], Qt.TextElideMode.ElideRight, room)
            layout = self._in_lines(part.text[: last.textStart()] + rest, font, part.most, room)
        return layout

    def _in_lines(self, text: str, font: QFont, most: int, room: int) -> QTextLayout:
        layout = QTextLayout(text, font)
        layout.setTextOption(self._wrapping)
        lay_lines(layout, room, most)
        return layout
