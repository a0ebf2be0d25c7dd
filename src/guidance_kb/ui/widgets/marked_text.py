"""Text in a limited number of lines with highlighted ranges, for delegates that paint search hits."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle

from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import EDGE, RADIUS, RING, Tokens

# The background of rows that a delegate paints; the same in every list.


def paint_box(painter: QPainter, box: QRect, state: QStyle.StateFlag, theme: Theme) -> None:
    """Paint the background of a selected or hovered row, and a focus ring if the row has the focus."""
    selected = bool(state & QStyle.StateFlag.State_Selected)
    focused = bool(state & QStyle.StateFlag.State_HasFocus)
    pointed = bool(state & QStyle.StateFlag.State_MouseOver)
    if not (selected or focused or pointed):
        return
    tokens = theme.tokens
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if selected or pointed:
        painter.setBrush(QColor(tokens.tint if selected else tokens.raised))
    edge = RING if focused else EDGE if selected else 0
    if edge:
        painter.setPen(QPen(QColor(tokens.focus if focused else tokens.tint_line), edge))
    painter.drawRoundedRect(
        QRectF(box).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2), RADIUS.control, RADIUS.control
    )


_ELLIPSIS = "…"
_NOT_LAST = " \N{NO-BREAK SPACE}\N{LINE SEPARATOR}\n,;:.…"
"""Characters removed before an ellipsis."""


def break_lines(layout: QTextLayout, width: int, most: int) -> None:
    """Lay out a text in at most `most` lines of `width` pixels; end a truncated text with an ellipsis."""
    lay_lines(layout, width, most)
    last = layout.lineAt(layout.lineCount() - 1)
    start, end = last.textStart(), last.textStart() + last.textLength()
    if not last.isValid() or end >= len(layout.text()):
        return
    kept = _ended(layout.text()[start:end], width, QFontMetricsF(layout.font()))
    shown = start + len(kept)
    formats = [each for each in layout.formats() if each.start < shown]
    for each in formats:
        each.length = min(each.length, shown - each.start)
    layout.setText(layout.text()[:shown] + _ELLIPSIS)
    layout.setFormats(formats)
    lay_lines(layout, width, most)


def _ended(text: str, width: int, metrics: QFontMetricsF) -> str:
    """Return the leading words of a line that leave room for an ellipsis; of a single long word, the leading letters."""
    kept = text.rstrip(_NOT_LAST)
    while kept and metrics.horizontalAdvance(kept + _ELLIPSIS) >= width:
        fewer, _, _ = kept.rpartition(" ")
        kept = (fewer or kept[:-1]).rstrip(_NOT_LAST)
    return kept


def lay_lines(layout: QTextLayout, width: int, most: int) -> None:
    """Break a text into at most `most` lines of `width` pixels."""
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


def marked(ranges: Iterable[tuple[int, int]], tokens: Tokens) -> list[QTextLayout.FormatRange]:
    """Return the formats that highlight these ranges (start, end) of a text; `end` is exclusive."""
    form = QTextCharFormat()
    form.setBackground(QColor(tokens.mark))
    form.setForeground(QColor(tokens.on_mark))
    formats = []
    for start, end in ranges:
        made = QTextLayout.FormatRange()
        made.start, made.length, made.format = start, end - start, form
        formats.append(made)
    return formats
