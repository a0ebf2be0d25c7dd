"""Paints the rows of the map's lists: a heading, or a title with what is said of it below, as wide as the list."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from guidance_kb.ui.map.link_list import Heading, LinkLine, ListingModel
from guidance_kb.ui.theme import Theme
from guidance_kb.ui.tokens import RADIUS, RING, SPACE, TYPE

Index = QModelIndex | QPersistentModelIndex

_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_SIDE, _ABOVE, _BETWEEN = SPACE.xl, 5, 1
"""Pixels: beside the words at every text size, as beside what stands over the list; above and between them at 100 %."""


class RowDelegate(QStyledItemDelegate):
    """Paints rows of a `ListingModel`."""

    def __init__(self, model: ListingModel, theme: Theme, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._model, self._theme, self._list = model, theme, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's arguments
        """As wide as the list, and as high as the words need then."""
        width = self._list.viewport().width()
        row = self._model.rows[index.row()]
        if isinstance(row, Heading):
            words = f"{row.words} · {row.count}"
            return QSize(width, self._height(words, width, TYPE.caption, strong=True) + self._theme.px(16))
        below = self._height(row.below, width, TYPE.caption) + self._theme.px(_BETWEEN) if row.below else 0
        return QSize(width, self._height(row.title, width, TYPE.small) + below + 2 * self._theme.px(_ABOVE) + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints a heading or a line."""
        painter.save()
        row = self._model.rows[index.row()]
        if isinstance(row, Heading):
            self._paint_heading(painter, option.rect, f"{row.words} · {row.count}")
        else:
            self._paint_line(painter, option, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, words: str) -> None:
        px = self._theme.px
        painter.setFont(self._theme.letters(TYPE.caption, strong=True))
        painter.setPen(QColor(self._theme.tokens.soft_ink))
        painter.drawText(rect.adjusted(_SIDE, px(11), -_SIDE, 0), _WRAPPED, words)

    def _paint_line(self, painter: QPainter, option: QStyleOptionViewItem, line: LinkLine) -> None:
        px, tokens, rect, state = self._theme.px, self._theme.tokens, option.rect, option.state
        box = rect.adjusted(px(4), 1, -px(4), -1)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.tint if selected else tokens.raised))
            painter.drawRoundedRect(box, RADIUS.inner, RADIUS.inner)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.focus), RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS.inner, RADIUS.inner)
        words = rect.adjusted(_SIDE, px(_ABOVE) + 1, -_SIDE, 0)
        painter.setFont(self._theme.letters(TYPE.small))
        painter.setPen(QColor(tokens.ink))
        painter.drawText(words, _WRAPPED, line.title)
        words.setTop(words.top() + self._height(line.title, rect.width(), TYPE.small) + px(_BETWEEN))
        painter.setFont(self._theme.letters(TYPE.caption))
        painter.setPen(QColor(tokens.soft_ink))
        painter.drawText(words, _WRAPPED, line.below)

    def _height(self, words: str, width: int, size: int, *, strong: bool = False) -> int:
        room = QRect(0, 0, max(width - 2 * _SIDE, 80), 10_000)
        return QFontMetrics(self._theme.letters(size, strong=strong)).boundingRect(room, _WRAPPED, words).height()
