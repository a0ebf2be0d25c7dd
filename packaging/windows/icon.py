"""Makes the icon of the Windows program out of the drawing of the app: one .ico with the sizes that Windows asks for."""

import struct
import sys
from pathlib import Path
from typing import Final

from icons import drawn  # of packaging/linux
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage

SIZES: Final = (16, 20, 24, 32, 40, 48, 64, 256)
"""Pixels; the in-between ones are for screens at 125 and 150 %."""


def as_png(image: QImage) -> bytes:
    """Returns an image as a PNG file, as an icon holds its largest."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


def as_bitmap(image: QImage) -> bytes:
    """Returns an image as an icon holds its smaller ones: rows from the bottom up, and a mask that says nothing."""
    size = image.width()
    header = struct.pack("<IiiHHIIiiII", 40, size, size * 2, 1, 32, 0, 0, 0, 0, 0, 0)
    flipped = image.flipped(Qt.Orientation.Vertical)  # a name of its own: its bits go when it goes
    rows = bytes(flipped.constBits())
    mask = bytes((size + 31) // 32 * 4 * size)
    return header + rows + mask


def main() -> None:
    """Writes the icon to the file that is named."""
    application = QGuiApplication(sys.argv[:1])
    images = [drawn(size) for size in SIZES]
    parts = [as_png(image) if image.width() > 64 else as_bitmap(image) for image in images]  # noqa: PLR2004 - larger ones are PNG
    place = 6 + 16 * len(parts)
    index = struct.pack("<HHH", 0, 1, len(parts))
    for size, part in zip(SIZES, parts, strict=True):
        index += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(part), place)
        place += len(part)
    Path(sys.argv[1]).write_bytes(index + b"".join(parts))
    application.quit()


if __name__ == "__main__":
    main()
