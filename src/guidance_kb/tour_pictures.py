"""Pictures for the documentation, small: a window has few colours, and a table of 256 holds them."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

_AS_THEY_ARE: Final = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither


def write_small(image: QImage, path: Path) -> None:
    """Writes a picture as PNG, about a fifth of its usual size.

    Raises:
        OSError: It cannot be written.
    """
    if not image.convertToFormat(QImage.Format.Format_Indexed8, _AS_THEY_ARE).save(str(path), quality=0):
        raise OSError(path)
