"""Where the window stood and how large it was, kept for the next time. Nothing of what was in it."""

from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QMargins, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMainWindow

from guidance_kb.ui.core.settings import SettingsFile

_FILLED: Final = QSize(1920, 1200)
"""The largest screen that the first window fills; on a larger one it would only be wider than its texts."""

_LARGE: Final = QSize(1600, 1000)
"""The size of the first window on a screen that it does not fill."""

_FRAME: Final = QSize(16, 40)
"""What borders and title take, while the window has none yet: somewhat more than of any desktop that we know."""

_LEAST_FRAME: Final = QMargins(2, 20, 2, 2)
"""What they take at least: less room around a window than this, and its frame is not on the screen."""

_SEEN: Final = 48
"""Pixels of the top of a window that have to be on a screen, so that it can be taken hold of."""


class WindowPlace(QObject):
    """The place of the one window of the program; the client's own screen has none that is kept.

    A window grows by itself when its texts grow and need more room; it gets its size back when they need less again.
    """

    def __init__(self, window: QMainWindow, settings: SettingsFile) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._wanted = window.size()
        self._soon = QTimer(self, singleShot=True, interval=0)  # when the layout knows what it needs
        self._soon.timeout.connect(self._give_back)
        window.installEventFilter(self)

    def take(self) -> None:
        """Goes where the window was, as far as the screen that is there has room; where nothing is known, fills what is available."""
        kept, window = self._settings.window_place, self._window
        restored = bool(kept) and window.restoreGeometry(QByteArray(kept))
        if not restored or not (self._fills_a_screen or self._is_seen(window.geometry())):
            self._begin()
        elif not self._fills_a_screen:
            self._pull_in()

    def keep(self) -> None:
        """Keeps where the window is now."""
        self._settings.window_place = bytes(self._window.saveGeometry().data())

    def _begin(self) -> None:
        available = self._window.screen().availableGeometry()
        room = _without_frame(available)
        self._window.setGeometry(within(QRect(room.topLeft(), _LARGE), room))
        if available.size().boundedTo(_FILLED) == available.size():
            self._window.setWindowState(Qt.WindowState.WindowMaximized)

    def _pull_in(self) -> None:
        """Pulls a window that sticks out onto the screen that shows most of it."""
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

    # ── the size that was wanted ────────────────────────────────────────────────────────────────

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notes the sizes that somebody gave the window, and gives them back when it needs less than it grew to."""
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
    """What of a screen is left for a window within its frame."""
    edge = _FRAME.width() // 2
    return available.adjusted(edge, _FRAME.height() - edge, -edge, -edge)


def _area(place: QRect) -> int:
    return place.width() * place.height() if place.isValid() else 0


def within(place: QRect, room: QRect) -> QRect:
    """A place no larger than a room, moved into it where it sticks out."""
    size = place.size().boundedTo(room.size())
    x = min(max(place.x(), room.x()), room.x() + room.width() - size.width())
    y = min(max(place.y(), room.y()), room.y() + room.height() - size.height())
    return QRect(QPoint(x, y), size)
