"""Paints a client in the list: the code, whether a conversation is not finished, and below it what is open."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from guidance_kb.ui.icons import pixmap
from guidance_kb.ui.records.model import ClientModel
from guidance_kb.ui.theme import Theme
from guidance_kb.ui.tokens import SIZE, TYPE
from guidance_kb.ui.widgets.rows import paint_box

Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class ClientDelegate(QStyledItemDelegate):
    """Paints rows of a `ClientModel`; every row is as high as any other, so that a long list scrolls without being measured."""

    def __init__(self, model: ClientModel, theme: Theme, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._model, self._theme = model, theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, D102 - Qt's arguments
        return QSize(0, self._theme.px(64))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints a client."""
        px, tokens = self._theme.px, self._theme.tokens
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        paint_box(painter, rect.adjusted(px(4), 1, -px(4), -1), state, self._theme)
        line = self._model.line(index)
        inner = rect.adjusted(px(14), px(5), -px(14), -px(5))
        third = inner.height() // 3
        top = QRect(inner.left(), inner.top(), inner.width(), third)
        painter.setFont(self._theme.letters(TYPE.body, strong=True))
        painter.setPen(QColor(tokens.ink))
        painter.drawText(
            top, _LEFT, painter.fontMetrics().elidedText(line.code, Qt.TextElideMode.ElideRight, top.width())
        )
        painter.setFont(self._theme.letters(TYPE.caption, strong=True))
        painter.setPen(QColor(tokens.accent))
        if mark := self._model.mark(line):
            painter.drawText(top, _RIGHT, mark)
            size = px(SIZE.icon_small)
            left = top.right() - painter.fontMetrics().horizontalAdvance(mark) - size - px(4)
            painter.drawPixmap(left, top.center().y() - size // 2 + 1, pixmap("pencil-line", tokens.accent, size))
        painter.setFont(self._theme.letters(TYPE.caption))
        painter.setPen(QColor(tokens.soft_ink))
        for number, text in enumerate(self._model.below(line), 1):
            place = top.translated(0, number * third)
            painter.drawText(
                place, _LEFT, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            )
        painter.restore()
