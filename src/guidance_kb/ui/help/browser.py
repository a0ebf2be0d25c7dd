"""The page of the help: shows pictures too, but only those that came with the guide."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextOption

from guidance_kb.help.articles import guide_folder
from guidance_kb.ui.reading.browser import Browser

_MARGIN = 12
"""Pixels that a picture leaves free, so that it never makes the page scroll sideways."""


class HelpBrowser(Browser):
    """Loads pictures from the folder of the guide, and nothing from anywhere else."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)  # the path of a folder is one long word

    def loadResource(self, kind: int, name: QUrl | str) -> QImage:
        """A picture beside the guide, as wide as the page at most; anything else is an empty image."""
        folder = guide_folder().resolve()
        wanted = Path(folder / (name.toString() if isinstance(name, QUrl) else name)).resolve()
        picture = QImage(str(wanted)) if wanted.is_relative_to(folder) and wanted.is_file() else QImage()
        if picture.isNull():
            return super().loadResource(kind, name)
        widest = max(self.viewport().width() - _MARGIN, 1)
        smooth = Qt.TransformationMode.SmoothTransformation
        return picture.scaledToWidth(widest, smooth) if picture.width() > widest else picture
