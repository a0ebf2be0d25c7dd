"""Paints a bookmark: its title, what it is, and the beginning of its note."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from guidance_kb.ui.bookmarks.model import BookmarkModel
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import SPACE, TYPE
from guidance_kb.ui.widgets.marked_text import lay_lines
from guidance_kb.ui.widgets.rows import paint_box

Index = QModelIndex | QPersistentModelIndex

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
