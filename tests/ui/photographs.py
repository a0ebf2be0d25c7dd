"""Photographs of the gallery: taking them, keeping them, and telling where two of them differ. `make looks` takes them anew, and those of
the main views (`portraits.py`) with them.

A letter is not drawn by the same pixels everywhere, and a picture that is kept is smaller and has fewer colours than one that is taken. So
they are compared as one sees them from some distance: both are made smaller, until 8 pixels of the gallery, across and down, are one cell
of one colour, and cells are compared. The colours of the table are compared by themselves, on swatches without letters, and nearly exactly.

Measured, as the largest difference of any cell (0 to 255): a second run, FreeType 2.10.2, 2.13.2 and 2.13.3, full hinting with coloured
edges or none in fontconfig, and an X server instead of no screen: 5, which is what keeping takes away. Another edge of a button: 15; a
check mark that is missing: 56; corners of 4 instead of 8 pixels: 45; letters that are not strong: 122; one space twice as wide: 244, or
another height of the whole. Half a step of one colour: 4, and its swatch. A kept picture has 256 colours, and one of them
was 10 off. A cell differs from 12 on, a swatch from 4 on.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication
from tools.gallery.view import sheet_in
from tools.tour.pictures import write_small

from guidance_kb.app import make_application
from guidance_kb.paths import ROOT, knowledge_database
from guidance_kb.ui.core.settings import Scheme
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import Tokens

KEPT: Final = Path(__file__).parent / "looks"
SHOWN: Final = ROOT / "build" / "looks"

LOOKS: Final = tuple((scheme, size) for scheme in (Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST) for size in (100, 150))

_CELL: Final = 4
"""Pixels of a kept picture that become one colour: 8 of the gallery at a text size of 100 %."""

CELL_DIFFERS: Final = 12
"""From this difference on (0 to 255, in the channel that differs most) a cell looks other than it did."""

SWATCH_DIFFERS: Final = 4
"""The same for a colour of the table."""


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
    font = QApplication.font()
    font.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)  # no coloured edges, whatever the system is set to
    QApplication.setFont(font)
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


def keep(photograph: Photograph, path: Path, factor: int, tokens: Tokens) -> None:
    """Keeps a photograph as a small file: made smaller, and in the 256 colours that say most."""
    write_small(photograph.small(factor), path, [QColor(colour).rgb() for colour in tokens])


def differing(kept: QImage, now: QImage) -> list[QRect]:
    """The cells in which two pictures of one size differ."""
    return [QRect(x * _CELL, y * _CELL, _CELL, _CELL) for x, y, by in compared(kept, now) if by >= CELL_DIFFERS]


def compared(kept: QImage, now: QImage) -> Iterator[tuple[int, int, int]]:
    """Each cell: its column, its row, and by how much it differs."""
    across = kept.width() // _CELL
    cells = QSize(across, kept.height() // _CELL)
    for place, (before, after) in enumerate(zip(_colours(kept, cells), _colours(now, cells), strict=True)):
        yield place % across, place // across, _difference(before, after)


def _colours(image: QImage, cells: QSize) -> list[int]:
    full = image.convertToFormat(QImage.Format.Format_RGB32).copy(QRect(QPoint(), cells * _CELL))
    shrunk = full.scaled(cells, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return list(memoryview(shrunk.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I"))


def _difference(one: int, other: int) -> int:
    return max(abs((one >> shift & 255) - (other >> shift & 255)) for shift in (0, 8, 16))


def other_colours(kept: QImage, now: QImage, places: dict[str, QRect], factor: int) -> list[str]:
    """The swatches whose colour is another one, by their names."""
    found = []
    for name, place in places.items():
        if "colour " in name:
            middle = QPoint(place.center().x(), place.top() + place.height() // 4) / factor
            if _difference(kept.pixel(middle), now.pixel(middle)) >= SWATCH_DIFFERS:
                found.append(name)
    return found


def named(cells: list[QRect], places: dict[str, QRect], factor: int) -> list[str]:
    """What stands where cells differ, from top to bottom."""
    differ = {(cell.x() // _CELL, cell.y() // _CELL) for cell in cells}
    found = {name: place for name, place in places.items() if not differ.isdisjoint(_cells_of(place, factor * _CELL))}
    return sorted(found, key=lambda name: (found[name].top(), found[name].left()))


def _cells_of(place: QRect, side: int) -> Iterator[tuple[int, int]]:
    for x in range(place.left() // side, place.right() // side + 1):
        for y in range(place.top() // side, place.bottom() // side + 1):
            yield x, y


def complaint(name: str, photograph: Photograph, factor: int, kept_in: Path = KEPT, shown: Path = SHOWN) -> str:
    """What a developer is told when something looks other than it did; nothing when it looks the same.

    Args:
        name: Of the file that it is kept in.
        photograph: As it is now.
        factor: How many times smaller it is kept.
        kept_in: The folder of the file.
        shown: The folder in which to show the difference.
    """
    kept, now = QImage(str(kept_in / f"{name}.png")), photograph.small(factor)
    if kept.isNull():
        return f"There is no photograph of {name}: take it with `make looks`."
    cells, places = differing(kept, now), photograph.places
    found = list(dict.fromkeys(other_colours(kept, now, places, factor) + named(cells, places, factor)))
    if kept.size() == now.size() and not cells and not found:
        return ""
    picture = shown / f"{name}.png"
    show(kept, now, cells, picture)
    sizes = "" if kept.size() == now.size() else f" It is {now.height() - kept.height():+} pixels higher."
    told = "; ".join(found[:8]) or "nothing that has a name"
    return f"{name} looks other than it did: {told}.{sizes} See {picture}; if it was meant: `make looks`."


def show(kept: QImage, now: QImage, cells: list[QRect], path: Path) -> None:
    """Writes three pictures side by side: as it was, as it is, and where it differs."""
    height = max(kept.height(), now.height())
    sheet = QImage(3 * now.width() + 2 * _CELL, height, QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.gray)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, kept)
    painter.drawImage(now.width() + _CELL, 0, now)
    painter.translate(2 * (now.width() + _CELL), 0)
    painter.setOpacity(0.3)
    painter.drawImage(0, 0, now)
    painter.setOpacity(1)
    painter.setPen(Qt.GlobalColor.red)
    for cell in cells:
        painter.drawRect(cell.adjusted(0, 0, -1, -1))
    painter.end()
    path.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(str(path))


def main() -> int:
    """Takes all photographs anew. Returns the exit code."""
    application = make_application()
    theme = Theme(application)
    for scheme, size in LOOKS:
        path = KEPT / f"{name_of(scheme, size)}.png"
        keep(take(theme, scheme, size), path, factor_of(size), theme.tokens)
        _told(path)
    from tests.ui.portraits import keep_all  # noqa: PLC0415 - they are kept as photographs are

    application.setStyleSheet(
        ""
    )  # the gallery's; in the program a window has its style itself, and none by the application
    for path in keep_all(application, knowledge_database()):
        _told(path)
    return 0


def _told(path: Path) -> None:
    sys.stdout.write(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1000} KB\n")


if __name__ == "__main__":
    sys.exit(main())
