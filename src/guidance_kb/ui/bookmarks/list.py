"""The list of bookmarks."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem

from guidance_kb.documents.bookmarks import sort_name
from guidance_kb.knowledge.bookmarks import BookmarkStatus, standing
from guidance_kb.search.language.folding import fold
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.translation import as_title
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import SPACE, TYPE
from guidance_kb.ui.widgets.announcement import follow_selection
from guidance_kb.ui.widgets.marked_text import lay_lines, paint_box

# The bookmarks as rows of a list: those marked last first, and only those that hold the words of the filter.


Index = QModelIndex | QPersistentModelIndex


class BookmarkModel(QAbstractListModel):
    """Rows of `Standing`.

    Attributes:
        shown: The rows.
        count: How many bookmarks there are, shown or not.
    """

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._wanted = ""
        self.shown: Sequence[BookmarkStatus] = ()
        self.count = 0

    def filter(self, words: str) -> None:
        """Shows only those in whose title or note each of these words occurs."""
        self._wanted = words
        self.refresh()

    def refresh(self) -> None:
        """Shows what is kept now; rows that are the same rows stay where they are, whatever their notes say."""
        kept = self._services.bookmarks.kept.values()
        self.count = len(kept)
        found = [each for each in standing(self._services.library.place, kept) if self._is_wanted(each)]
        if [each.bookmark.id for each in found] == [each.bookmark.id for each in self.shown]:
            self.shown = found
            if found:
                self.dataChanged.emit(self.index(0), self.index(len(found) - 1))
        else:
            self.beginResetModel()
            self.shown = found
            self.endResetModel()

    def _is_wanted(self, one: BookmarkStatus) -> bool:
        text = fold(" ".join((*one.title, *one.bookmark.title, one.bookmark.note)))
        return all(word in text for word in fold(self._wanted).split())

    def number_of(self, identifier: str) -> int:
        """The row of a bookmark; -1 if it is not shown."""
        return next((n for n, each in enumerate(self.shown) if each.bookmark.id == identifier), -1)

    # ── what a row says ─────────────────────────────────────────────────────────────────────────

    def title(self, one: BookmarkStatus) -> str:
        """What it is called now, or was."""
        return self._services.say(one.title)

    def about(self, one: BookmarkStatus) -> str:
        """What it is and where it stands, or that it is gone; and what it was called when it was marked."""
        parts = [as_title(sort_name(one.kind))]
        if one.place is None:
            parts.append(self.tr("no longer in the content"))
        elif not self._services.library.sections[one.place.section].pack:
            parts.append(f"§{one.place.section}")
        if one.retitled:
            parts.append(self.tr("was called: {title}").format(title=self._services.say(one.bookmark.title)))
        return " · ".join(parts)

    # ── as Qt has it ────────────────────────────────────────────────────────────────────────────

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title; read out, with what it is about and the note. The delegate paints the rest."""
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
    """As wide as its column, one choice, by keyboard and mouse; what is chosen stays in sight."""

    def __init__(self, model: BookmarkModel, theme: Theme) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(BookmarkDelegate(model, theme, self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        model.dataChanged.connect(self.scheduleDelayedItemsLayout)  # a note makes a row higher
        theme.changed.connect(self.scheduleDelayedItemsLayout)
        follow_selection(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():  # the rows are as high as their width makes them
            self.scheduleDelayedItemsLayout()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())


# Paints a bookmark: its title, what it is, and the beginning of its note.


_SIDE, _ABOVE, _BETWEEN = 18, SPACE.lg, 3
"""Pixels at 100 %: beside the words, above them, and between them."""


class _Part(NamedTuple):
    """A text in letters of `size` pixels at 100 %, on at most `most` lines."""

    text: str
    size: int
    most: int
    strong: bool = False


class BookmarkDelegate(QStyledItemDelegate):
    """Paints rows of a `BookmarkModel`, as wide as the list is."""

    def __init__(self, model: BookmarkModel, theme: Theme, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._model, self._theme, self._list = model, theme, parent
        self._wrapping = QTextOption()
        self._wrapping.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's arguments
        """As wide as the list, and as high as the words need then."""
        px, width = self._theme.px, self._list.viewport().width()
        parts = self._parts(index)
        high = sum(round(self._lay_out(part, width).boundingRect().height()) for part in parts)
        return QSize(width, high + (len(parts) - 1) * px(_BETWEEN) + 2 * px(_ABOVE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints a row."""
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
        """Lays a text out in lines; what goes beyond the last is cut with an ellipsis."""
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
