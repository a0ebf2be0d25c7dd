"""Makes the icon of the Windows program from the SVG: one .ico with the sizes that Windows uses."""

import struct
import sys
from pathlib import Path
from typing import Final

from icons import drawn  # of packaging/linux
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage

SIZES: Final = (16, 20, 24, 32, 40, 48, 64, 256)
"""Pixels; the intermediate sizes are for screens at 125 and 150 %."""


def as_png(image: QImage) -> bytes:
    """Return an image as PNG, the format of the largest image of an icon."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


def as_bitmap(image: QImage) -> bytes:
    """Return an image as a bitmap, the format of the smaller images of an icon: rows from the bottom up, and an empty mask."""
    size = image.width()
    header = struct.pack("<IiiHHIIiiII", 40, size, size * 2, 1, 32, 0, 0, 0, 0, 0, 0)
    flipped = image.flipped(Qt.Orientation.Vertical)  # keeps the image alive, because it owns the bits
    rows = bytes(flipped.constBits())
    mask = bytes((size + 31) // 32 * 4 * size)
    return header + rows + mask


def main() -> None:
    """Write the icon to the given file."""
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
