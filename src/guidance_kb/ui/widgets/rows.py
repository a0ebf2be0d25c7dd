"""What lies behind a row of a list that paints its rows itself: the same wash, edge and ring in every list."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle

from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import EDGE, RADIUS, RING


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
