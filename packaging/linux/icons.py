"""Draws the program's icon in the sizes of menus and window lists, from resources/program/guidance-kb.svg."""

import os
import re
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING: Final = Path(__file__).resolve().parents[2] / "resources" / "program" / "guidance-kb.svg"
SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256, 512)

_SMALL: Final = 24
"""Pixels; at this size and below, the lines on the pages would blur, so they are left out."""

_LINES: Final = re.compile(r'<path id="lines"[^>]*/>')


def drawn(size: int) -> QImage:
    """Return the icon, `size` pixels square."""
    text = DRAWING.read_text("utf-8")
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing = _LINES.sub("", text) if size <= _SMALL else text
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def write(hicolor: Path) -> None:
    """Write the SVG and its PNG images into the folder of an icon theme."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication([])
    for size in SIZES:
        folder = hicolor / f"{size}x{size}" / "apps"
        folder.mkdir(parents=True, exist_ok=True)
        drawn(size).save(str(folder / "guidance-kb.png"))
    folder = hicolor / "scalable" / "apps"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "guidance-kb.svg").write_bytes(DRAWING.read_bytes())
    del application
