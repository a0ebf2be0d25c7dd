"""Where the window stood and how large it was, kept for the next time. Nothing of what was in it."""

from PySide6.QtCore import QByteArray, QRect
from PySide6.QtWidgets import QMainWindow

from guidance_kb.ui.settings import SettingsFile

_WIDE, _HIGH = 1366, 740
_SEEN = 48
"""Pixels of the top of a window that have to be on a screen, so that it can be taken hold of."""


class WindowPlace:
    """The place of the one window of the program; the client's own screen has none that is kept."""

    def __init__(self, window: QMainWindow, settings: SettingsFile) -> None:
        self._window, self._settings = window, settings

    def take(self) -> None:
        """Goes where the window was; where no screen shows it any more, or nothing is known, it opens as it does the first time."""
        kept, window = self._settings.window_place, self._window
        restored = bool(kept) and window.restoreGeometry(QByteArray(kept))
        fills_a_screen = window.isMaximized() or window.isFullScreen()
        if not restored or not (fills_a_screen or self._is_seen(window.geometry())):
            self._begin()

    def keep(self) -> None:
        """Keeps where the window is now."""
        self._settings.window_place = bytes(self._window.saveGeometry().data())

    def _begin(self) -> None:
        self._window.resize(_WIDE, _HIGH)

    def _is_seen(self, place: QRect) -> bool:
        top = QRect(place.topLeft(), place.topRight()).adjusted(_SEEN, 0, -_SEEN, _SEEN)
        application_screens = self._window.screen().virtualSiblings()
        return any(screen.availableGeometry().intersects(top) for screen in application_screens)
