"""A card that can be marked with an edge in the accent colour."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame

from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import EDGE, RADIUS


class MarkedCard(QFrame):
    """A card whose property `active` says whether it is marked.

    It paints the mark itself: a style sheet would give the card and all in it their style anew, and have it all laid out again.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._theme = theme

    def mark(self, *, marked: bool) -> None:
        """Mark the card, or remove the mark."""
        if bool(self.property("active")) is not marked:
            self.setProperty("active", marked)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, and its mark over its usual edge."""
        super().paintEvent(event)
        if self.property("active"):
            painter, inset = QPainter(self), EDGE / 2
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._theme.tokens.accent), EDGE))
            inside = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(inside, RADIUS.panel, RADIUS.panel)
