"""Buttons that are filled with the accent: the ring of the keyboard is drawn twice there, dark without and light within."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QApplication, QPushButton

from guidance_kb.ui.tokens import EDGE, RADIUS, RING


class PrimaryButton(QPushButton):
    """What is to be done now, or an answer that is chosen: on the accent one ring alone would hardly be seen."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the button as the style sheet says, and within its ring another in the colour of its words."""
        super().paintEvent(event)
        if not self.hasFocus() or (self.isCheckable() and not self.isChecked()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QApplication.palette().color(QPalette.ColorRole.HighlightedText), EDGE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = RING + EDGE / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS.inner, RADIUS.inner)
