"""Remembers where the user put the handle between two panes, until after a restart."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QSplitter

from guidance_kb.ui.core.settings import SettingsFile

_PAUSE = 300
"""Milliseconds without a move after which the place is written."""


class KeptSplit(QObject):
    """Keeps the width of one pane of a splitter, which is the one that does not grow with the window.

    Args:
        split: The splitter of two panes.
        settings: The settings.
        name: The name of the splitter in the settings.
        pane: The number of the pane, 0 or 1.
    """

    def __init__(self, split: QSplitter, settings: SettingsFile, name: str, pane: int) -> None:
        super().__init__(split)
        self._split, self._settings, self._name, self._pane = split, settings, name, pane
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self.write)
        split.splitterMoved.connect(lambda _place, _number: self._soon.start())

    def width(self, usual: int) -> int:
        """Return the kept width in pixels; `usual` if the user never moved the handle."""
        return self._settings.split(self._name) or usual

    def write(self) -> None:
        """Write the current width."""
        self._settings.keep_split(self._name, self._split.sizes()[self._pane])
