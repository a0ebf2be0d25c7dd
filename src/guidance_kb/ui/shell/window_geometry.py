"""Saves and restores the geometry of the main window."""

from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QMargins, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMainWindow

from guidance_kb.ui.core.settings import SettingsFile

_FILLED: Final = QSize(1920, 1200)
"""The largest screen on which the window is maximised at the first start; on larger ones it would be wider than its texts."""

_LARGE: Final = QSize(1600, 1000)
"""The size of the window at the first start on a larger screen."""

_FRAME: Final = QSize(16, 40)
"""The size assumed for borders and title bar before the window has a frame; somewhat larger than on any known desktop."""

_LEAST_FRAME: Final = QMargins(2, 20, 2, 2)
"""The minimum size of borders and title bar: with less space around the window, part of its frame is off the screen."""

_SEEN: Final = 48
"""Pixels of the window's top that must be on a screen, so that the user can drag it."""


class WindowPlace(QObject):
    """The geometry of the main window; that of the client's screen is not saved.

    Qt enlarges a window when its texts need more space; this class restores the former size when they need less again.
    """

    def __init__(self, window: QMainWindow, settings: SettingsFile) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._wanted = window.size()
        self._soon = QTimer(self, singleShot=True, interval=0)  # after the layout has computed its minimum size
        self._soon.timeout.connect(self._give_back)
        window.installEventFilter(self)

    def take(self) -> None:
        """Restore the saved geometry, moved onto the available screen; without one, use the default of the first start."""
        kept, window = self._settings.window_place, self._window
        restored = bool(kept) and window.restoreGeometry(QByteArray(kept))
        if not restored or not (self._fills_a_screen or self._is_seen(window.geometry())):
            self._begin()
        elif not self._fills_a_screen:
            self._pull_in()

    def keep(self) -> None:
        """Save the current geometry."""
        self._settings.window_place = bytes(self._window.saveGeometry().data())

    def _begin(self) -> None:
        available = self._window.screen().availableGeometry()
        room = _without_frame(available)
        self._window.setGeometry(within(QRect(room.topLeft(), _LARGE), room))
        if available.size().boundedTo(_FILLED) == available.size():
            self._window.setWindowState(Qt.WindowState.WindowMaximized)

    def _pull_in(self) -> None:
        """Move a window that is partly off the screen onto the screen that shows most of it."""
        place = self._window.geometry()
        screens = [screen.availableGeometry() for screen in self._window.screen().virtualSiblings()]
        if not any(available.marginsRemoved(_LEAST_FRAME).contains(place) for available in screens):
            most = max(screens, key=lambda available: _area(available.intersected(place)))
            self._window.setGeometry(within(place, _without_frame(most)))

    @property
    def _fills_a_screen(self) -> bool:
        return self._window.isMaximized() or self._window.isFullScreen()

    def _is_seen(self, place: QRect) -> bool:
        top = QRect(place.topLeft(), place.topRight()).adjusted(_SEEN, 0, -_SEEN, _SEEN)
        application_screens = self._window.screen().virtualSiblings()
        return any(screen.availableGeometry().intersects(top) for screen in application_screens)

    # ── wanted size ─────────────────────────────────────────────────────────────────────────────

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Record the sizes that the user gives the window, and restore the latest one when the layout needs less space."""
        if isinstance(event, QResizeEvent) and not self._fills_a_screen:
            least, now, before = self._window.minimumSize(), event.size(), event.oldSize()
            grew_wide = before.width() < now.width() == least.width()
            grew_high = before.height() < now.height() == least.height()
            self._wanted = QSize(
                self._wanted.width() if grew_wide else now.width(),
                self._wanted.height() if grew_high else now.height(),
            )
        elif event.type() == QEvent.Type.LayoutRequest and self._wanted != self._window.size():
            self._soon.start()
        return super().eventFilter(watched, event)

    def _give_back(self) -> None:
        if not self._fills_a_screen:
            wanted = self._wanted
            self._window.resize(wanted.expandedTo(self._window.minimumSize()))
            self._wanted = wanted


def _without_frame(available: QRect) -> QRect:
    """Return the part of a screen that remains for a window inside its frame."""
    edge = _FRAME.width() // 2
    return available.adjusted(edge, _FRAME.height() - edge, -edge, -edge)


def _area(place: QRect) -> int:
    return place.width() * place.height() if place.isValid() else 0


def within(place: QRect, room: QRect) -> QRect:
    """Return `place`, shrunk and moved so that it is inside `room`."""
    size = place.size().boundedTo(room.size())
    x = min(max(place.x(), room.x()), room.x() + room.width() - size.width())
    y = min(max(place.y(), room.y()), room.y() + room.height() - size.height())
    return QRect(QPoint(x, y), size)
