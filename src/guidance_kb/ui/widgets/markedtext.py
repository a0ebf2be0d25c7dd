"""A text in a few lines, with pieces of it marked, for the delegates that paint what was found."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QTextCharFormat, QTextLayout

from guidance_kb.ui.tokens import Tokens


def break_lines(layout: QTextLayout, width: int, most: int) -> None:
    """Lays a text out in lines of `width` pixels below each other, at most `most` of them."""
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
