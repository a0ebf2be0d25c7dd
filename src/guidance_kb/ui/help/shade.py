"""What lies under something that covers the window: all the rest in the dark, so that one sees what is in front."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from guidance_kb.ui.theme import Theme

_DARK: Final = 0.45
"""How much of what it covers it takes away: enough to be seen, little enough to know where one was."""


class Shade(QWidget):
    """Covers a widget, and has no other content.

    Signals:
        pressed: It was clicked: what lies over it is to go.
    """

    pressed = Signal()

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._theme, self._over = theme, over
        self.hide()
        theme.changed.connect(self.update)

    def cover(self) -> None:
        """Covers all, as large as it is now."""
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside what is in front is a click on nothing that is covered, and the button is let go on that too."""
        event.accept()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: D102 - Qt's name
        self.pressed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the darkest of what the scheme has for letters and ground, so that the rest shines through."""
        tokens = self._theme.tokens
        dark = min((QColor(tokens.ink), QColor(tokens.canvas)), key=QColor.lightness)
        dark.setAlphaF(_DARK)
        painter = QPainter(self)
        painter.fillRect(self.rect(), dark)
        painter.end()
