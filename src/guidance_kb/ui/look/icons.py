"""Icons: Lucide line drawings (ISC licence, resources/icons/LICENSE), recoloured for their context."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from guidance_kb.paths import RESOURCES

_FOLDER = RESOURCES / "icons"
_RATIO = 2
"""Icons are drawn at twice their size, so that they are sharp on dense screens."""


@lru_cache(maxsize=256)
def pixmap(name: str, colour: str, size: int) -> QPixmap:
    """Return the icon `name` in `colour` (`#rrggbb`), `size` pixels square."""
    with open(f"{_FOLDER}/{name}.svg", "rb") as file:  # noqa: PTH123 - every start opens twenty of these
        drawing = file.read().replace(b"currentColor", colour.encode())
    image = QPixmap(size * _RATIO, size * _RATIO)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(image.rect()))
    painter.end()
    image.setDevicePixelRatio(_RATIO)
    return image


def icon(name: str, colour: str, size: int = 20, checked: str | None = None) -> QIcon:
    """Return an icon for a button, faint while the button is disabled; `checked` is its colour while the button is checked."""
    usual = pixmap(name, colour, size)
    drawn = QIcon(usual)
    faint = QGuiApplication.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    drawn.addPixmap(_in_another(usual, faint), QIcon.Mode.Disabled)  # Qt's own disabled icon stays white on black
    if checked is not None:
        drawn.addPixmap(pixmap(name, checked, size), QIcon.Mode.Normal, QIcon.State.On)
    return drawn


def _in_another(drawn: QPixmap, colour: QColor) -> QPixmap:
    """Return a drawing in another colour; much faster than rendering it again."""
    image = QPixmap(drawn)
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(image.rect(), colour)
    painter.end()
    return image
