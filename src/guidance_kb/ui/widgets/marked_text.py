"""A text in a few lines, with pieces of it marked, for the delegates that paint what was found."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle

from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import EDGE, RADIUS, RING, Tokens

# What lies behind a row of a list that paints its rows itself: the same wash, edge and ring in every list.


def paint_box(painter: QPainter, box: QRect, state: QStyle.StateFlag, theme: Theme) -> None:
    """Paints what lies behind a row that is chosen or pointed at, and a ring around it when the keyboard is there."""
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
"""What does not stand before an ellipsis."""


def break_lines(layout: QTextLayout, width: int, most: int) -> None:
    """Lays a text out in lines of `width` pixels below each other, at most `most` of them; what is cut off ends in an ellipsis."""
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
    """As many of the words at the beginning of a line as leave room for an ellipsis; of a single one, as many letters."""
    kept = text.rstrip(_NOT_LAST)
    while kept and metrics.horizontalAdvance(kept + _ELLIPSIS) >= width:
        fewer, _, _ = kept.rpartition(" ")
        kept = (fewer or kept[:-1]).rstrip(_NOT_LAST)
    return kept


def lay_lines(layout: QTextLayout, width: int, most: int) -> None:
    """Breaks a text into lines of `width` pixels below each other, at `most` so many."""
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
    """The formats that mark these ranges of a text, each from its first place to after its last."""
    form = QTextCharFormat()
    form.setBackground(QColor(tokens.mark))
    form.setForeground(QColor(tokens.on_mark))
    formats = []
    for start, end in ranges:
        made = QTextLayout.FormatRange()
        made.start, made.length, made.format = start, end - start, form
        formats.append(made)
    return formats
