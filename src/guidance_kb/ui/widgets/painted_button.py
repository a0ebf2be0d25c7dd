"""What the boxes share that paint themselves: where they can be clicked, and the ring that shows where the keyboard is."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QCheckBox

from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import RING


class PaintedBox(QCheckBox):
    """A check box whose `paintEvent` and `sizeHint` are its own."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def minimumSizeHint(self) -> QSize:  # noqa: D102 - Qt's name
        return self.sizeHint()

    def hitButton(self, place: QPoint) -> bool:  # noqa: N802 - Qt's name
        """All of it can be clicked."""
        return self.rect().contains(place)

    def _paint_ring(self, painter: QPainter, radius: float) -> None:
        """Paints the ring around all of it when it has the keyboard; `radius` in pixels."""
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.tokens.focus), RING))
            ring = QRectF(self.rect()).adjusted(RING / 2, RING / 2, -RING / 2, -RING / 2)
            painter.drawRoundedRect(ring, radius, radius)
