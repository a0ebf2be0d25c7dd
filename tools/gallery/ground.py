"""The colours of the scheme."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import EDGE, RADIUS, SIZE, TYPE
from tools.gallery.sheet import GallerySheet


class Swatch(QWidget):
    """A colour with its name below it."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme, self._name = theme, name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: D102 - Qt's name
        return QSize(self._theme.px(SIZE.bar_length), self._theme.px(SIZE.handle + SIZE.line))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the colour and its name."""
        tokens, px = self._theme.tokens, self._theme.px
        painter = QPainter(self)
        patch = self.rect().adjusted(0, 0, -EDGE, -px(SIZE.line) - EDGE)
        painter.setPen(QColor(tokens.strong_line))
        painter.setBrush(QColor(getattr(tokens, self._name)))
        painter.drawRect(patch)
        painter.setFont(self._theme.letters(TYPE.caption))
        painter.setPen(QColor(tokens.soft_ink))
        painter.drawText(0, self.height() - px(RADIUS.small), self._name)


def colours(sheet: GallerySheet) -> None:
    """Add every colour of the scheme."""
    sheet.part("Colours")
    sheet.flow((f"colour {name}", Swatch(sheet.theme, name)) for name in sheet.theme.tokens._asdict())


MAKERS = (colours,)
