"""Photographs of the gallery: taking them, keeping them, and telling where two of them differ. `make looks` takes them anew.

A letter is not drawn by the same pixels everywhere: FreeType comes from the system, and changes with it. So pictures are compared as one
sees them from some distance: both are made small, until a cell of 16 pixels is one colour, and cells are compared. What a rasteriser does
to the edge of a letter hardly changes the colour of a cell; a word that stands elsewhere, another edge or another background does. Colours
themselves are compared on the swatches of the gallery, which hold no letters, and nearly exactly. The figures are in `test_looks.py`.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from guidance_kb.paths import ROOT
from guidance_kb.ui.gallery.view import sheet_in
from guidance_kb.ui.settings import Scheme
from guidance_kb.ui.theme import Theme

KEPT: Final = Path(__file__).parent / "looks"
SHOWN: Final = ROOT / "build" / "looks"

LOOKS: Final = tuple((scheme, size) for scheme in (Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST) for size in (100, 150))

_CELL: Final = 16
"""Pixels of the gallery that become one colour."""

CELL_DIFFERS: Final = 24
"""From this difference on (0 to 255, in the channel that differs most) a cell looks other than it did."""

SWATCH_DIFFERS: Final = 3
"""The same for a colour of the table."""

_COLOURS: Final = 256


@dataclass(frozen=True)
class Photograph:
    """A picture of the gallery, and where in it everything stands."""

    image: QImage
    places: dict[str, QRect]

    def small(self, factor: int) -> QImage:
        """The picture so many times smaller."""
        size = QSize(self.image.width() // factor, self.image.height() // factor)
        return self.image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


def name_of(scheme: Scheme, size: int) -> str:
    """What a look is called: `dark-150`."""
    return f"{scheme.value}-{size}"


def factor_of(size: int) -> int:
    """How many times smaller a picture is kept, so that those of every text size are about as wide."""
    return round(2 * size / 100)


def take(theme: Theme, scheme: Scheme, size: int) -> Photograph:
    """Photographs the gallery in a look; nothing moves, and what stands as if it had the keyboard has it."""
    theme.motion.allow(False)
    theme.apply(scheme, size)
    sheet = sheet_in(theme)
    sheet.show()
    sheet.resize(sheet.width(), sheet.heightForWidth(sheet.width()))
    sheet.activateWindow()
    sheet.setFocus()
    for _ in range(3):
        QApplication.processEvents()
    assert sheet.keyboard.hasFocus()
    image = QImage(sheet.size(), QImage.Format.Format_RGB32)  # one pixel a pixel, whatever the screen is
    image.fill(QColor(theme.tokens.canvas))
    sheet.render(image)
    places = {name: QRect(widget.mapTo(sheet, QPoint()), widget.size()) for name, widget in sheet.shown.items()}
    sheet.close()
    sheet.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return Photograph(image, places)


def keep(photograph: Photograph, path: Path, factor: int) -> None:
    """Keeps a photograph as a small file: made smaller, and in the 256 colours that say most."""
    small = photograph.small(factor)
    counted = Counter(memoryview(small.constBits()).cast("I"))
    groups: dict[int, list[int]] = {}
    for colour, _ in counted.most_common():
        groups.setdefault(colour & 0xF8F8F8, []).append(colour)
    weights = {members[0]: sum(counted[each] for each in members) for members in groups.values()}
    table = sorted(weights, key=lambda colour: -weights[colour])[:_COLOURS]
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    path.parent.mkdir(parents=True, exist_ok=True)
    if not small.convertToFormat(QImage.Format.Format_Indexed8, table, flags).save(str(path), quality=0):
        raise OSError(path)


def differing_cells(kept: QImage, now: QImage, factor: int) -> list[QRect]:
    """Where two pictures of one size differ, in pixels of these pictures."""
    side = _CELL * factor_of(100) // 2 // factor_of(100) if factor else _CELL
    return [QRect(x * side, y * side, side, side) for x, y, by in compared(kept, now, side) if by >= CELL_DIFFERS]


def compared(kept: QImage, now: QImage, side: int) -> Iterator[tuple[int, int, int]]:
    """Each cell of `side` pixels: its column, its row, and by how much it differs."""
    cells = QSize(kept.width() // side, kept.height() // side)
    one, other = (_colours(image, cells) for image in (kept, now))
    for place, (before, after) in enumerate(zip(one, other, strict=True)):
        yield place % cells.width(), place // cells.width(), _difference(before, after)


def _colours(image: QImage, cells: QSize) -> list[int]:
    shrunk = image.convertToFormat(QImage.Format.Format_RGB32).scaled(
        cells, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    return list(memoryview(shrunk.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I"))


def _difference(one: int, other: int) -> int:
    return max(abs((one >> shift & 255) - (other >> shift & 255)) for shift in (0, 8, 16))
