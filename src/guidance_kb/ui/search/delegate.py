"""Paints a result: title, excerpt and source, with the hits marked; and the heading of a group."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from guidance_kb.search.answer import Hit
from guidance_kb.ui.search.model import Group, ResultModel
from guidance_kb.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Marks = Sequence[tuple[int, int]]
Lines = Sequence[tuple[QTextLayout, int, str]]
"""The parts of a hit as (laid out text, height, colour)."""


class ResultDelegate(QStyledItemDelegate):
    """Paints rows of a `ResultModel`, as wide as the list is."""

    def __init__(self, model: ResultModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._list = parent
        self._laid: dict[tuple[int, int], Lines] = {}
        model.modelAboutToBeReset.connect(self._laid.clear)
        theme.changed.connect(self._laid.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, D102 - Qt's name
        width = self._list.width()
        row = self._model.row(index)
        if isinstance(row, Group):
            return QSize(width, self._theme.px(38))
        return QSize(width, sum(height for _, height, _ in self._lines(index, row, width)) + self._theme.px(22))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: D102
        painter.save()
        rect: QRect = option.rect
        row = self._model.row(index)
        if isinstance(row, Group):
            self._paint_heading(painter, rect, row)
        else:
            self._paint_hit(painter, option, self._lines(index, row, rect.width()))
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, group: Group) -> None:
        px, tokens = self._theme.px, self._theme.tokens
        painter.setFont(self._font(13, bold=True))
        painter.setPen(QColor(tokens.soft_ink))
        inner = rect.adjusted(px(16), px(10), -px(16), -px(4))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, self._model.heading(group))
        if group.folded:
            painter.setPen(QColor(tokens.accent))
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self.tr("Show all"))

    def _paint_hit(self, painter: QPainter, option: QStyleOptionViewItem, lines: Lines) -> None:
        px, tokens = self._theme.px, self._theme.tokens
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        box = rect.adjusted(px(8), px(2), -px(8), -px(2))
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.tint if selected else tokens.raised))
            painter.drawRoundedRect(box, 8, 8)
            if selected and state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QColor(tokens.accent))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)
        at = QPoint(rect.left() + px(18), rect.top() + px(10))
        for layout, height, colour in lines:
            painter.setPen(QColor(colour))
            layout.draw(painter, QPointF(at))
            at.setY(at.y() + height)

    def _lines(self, index: Index, hit: Hit, width: int) -> Lines:
        """The parts of the hit at `index` in a list of `width` pixels; laid out once an answer, since that takes long."""
        key = index.row(), width
        if key not in self._laid:
            self._laid[key] = self._lay_out(hit, max(width - self._theme.px(36), 80))
        return self._laid[key]

    def _lay_out(self, hit: Hit, width: int) -> Lines:
        """Title, excerpt and source, `width` pixels wide."""
        tokens = self._theme.tokens
        title = self._lay(hit.title, hit.title_marks, self._font(15, bold=True), width, 3)
        excerpt = self._lay(hit.excerpt.text, hit.excerpt.marks, self._font(13), width, 3)
        source = self._lay(self._model.source(hit), (), self._font(12), width, 1)
        gap = self._theme.px(3)
        return [
            (title, _height(title) + gap, tokens.ink),
            (excerpt, _height(excerpt) + gap, tokens.soft_ink),
            (source, _height(source), tokens.soft_ink),
        ]

    def _lay(self, text: str, marks: Marks, font: QFont, width: int, most: int) -> QTextLayout:
        """Lays `text` out in at most `most` lines of `width` pixels, with its marks."""
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.setFormats([self._mark(start, end) for start, end in marks])
        layout.beginLayout()
        y = 0.0
        for _ in range(most):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        return layout

    def _mark(self, start: int, end: int) -> QTextLayout.FormatRange:
        form = QTextCharFormat()
        form.setBackground(QColor(self._theme.tokens.mark))
        form.setForeground(QColor(self._theme.tokens.on_mark))
        made = QTextLayout.FormatRange()
        made.start, made.length, made.format = start, end - start, form
        return made

    def _font(self, size: int, *, bold: bool = False) -> QFont:
        font = QFont("Inter")
        font.setPixelSize(self._theme.px(size))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font


def _height(layout: QTextLayout) -> int:
    return round(layout.boundingRect().height())
