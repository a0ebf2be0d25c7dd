"""The idle lock: it locks the casebook after a time without input, after the computer has slept, and when the screen is locked.

The sources differ by system. Linux reports sleep and the screen lock over D-Bus (a local socket, no network). On Windows, the program
checks every second whether the input desktop can be opened. On every system, a gap of half a minute between two one-second ticks counts
as sleep. A program that hung or was stopped for as long cannot be told apart from sleep, because the monotonic clock runs on (on Windows
also during sleep). It then locks too early, which is safe.
"""

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import SLOT, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from guidance_kb.ui.core.casebook_service import CasebookService, CasebookState, Changes
from guidance_kb.ui.core.window_shortcuts import is_pressed

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

_TICK: Final = 1000
"""The interval between two ticks, in milliseconds."""

_GAP: Final = 30.0
"""The time between two ticks, in seconds, above which the computer is assumed to have slept."""

_MINUTE: Final = 60.0

ALIVE: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)
"""The events that count as user input."""

Clock = Callable[[], float]


class IdleLock(QObject):
    """Locks the casebook when idle. It is active while the casebook is open or while a registered object shows client data.

    There is one per casebook service, returned by `idle_lock_of`.

    Signals:
        hide_pressed: The key of the privacy screen was pressed in a dialog or a popup.
    """

    hide_pressed = Signal()

    def __init__(
        self,
        service: CasebookService,
        parent: QObject,
        *,
        monotonic: Clock = time.monotonic,
        wall: Clock = time.time,
    ) -> None:
        super().__init__(parent)
        self._service, self._monotonic, self._wall = service, monotonic, wall
        self._last = self._ticked = monotonic()
        self._ticked_wall = wall()
        self._system: SystemSignals | None = None
        self._showing: set[QObject] = set()
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self.look)
        service.changed.connect(self._follow_state)

    @property
    def is_on(self) -> bool:
        """Whether the idle lock is active."""
        return self._timer.isActive()

    def watch_over(self, shown: QObject) -> None:
        """Register an object that shows client data while the casebook is locked: stay active until `leave`."""
        self._showing.add(shown)
        self._follow()

    def leave(self, shown: QObject) -> None:
        """Unregister an object that no longer shows client data."""
        self._showing.discard(shown)
        self._follow()

    def stop(self) -> None:
        """Deactivate the idle lock."""
        self._timer.stop()
        _application().removeEventFilter(self)

    def _follow_state(self, what: Changes) -> None:
        if Changes.STATE in what:
            self._follow()

    def _follow(self) -> None:
        if self._service.state is not CasebookState.OPEN and not self._showing:
            self.stop()
            return
        if self._system is None:
            self._system = SystemSignals(self)
            self._system.locked.connect(self._lock)
        self._last = self._ticked = self._monotonic()
        self._ticked_wall = self._wall()
        _application().installEventFilter(self)
        self._timer.start()

    def look(self) -> None:
        """Lock after the configured time without input, or after a sleep."""
        now, wall = self._monotonic(), self._wall()
        slept = now - self._ticked > _GAP or wall - self._ticked_wall > _GAP
        self._ticked, self._ticked_wall = now, wall
        if slept or now - self._last >= self._service.settings.lock_minutes * _MINUTE:
            self._lock()

    def _lock(self) -> None:
        if self._service.state is not CasebookState.NONE or self._showing:
            self._service.lock()  # clears all client data from the screen, also if the casebook is locked already

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Record the time of user input, and handle the hide and lock keys in dialogs and popups."""
        kind = event.type()
        if kind in ALIVE:
            self._last = self._monotonic()
            if (
                kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _in_dialog()
            ):  # shortcuts of the window do not work there
                if is_pressed(event, "hide"):
                    self.hide_pressed.emit()
                    return True
                if is_pressed(event, "lock"):
                    self._service.lock()
                    return True
        return False  # keep this filter cheap: it gets every event of the program


def idle_lock_of(service: CasebookService) -> IdleLock:
    """Return the idle lock of a casebook service, created on first use."""
    return service.findChild(IdleLock) or IdleLock(service, service)


class SystemSignals(QObject):
    """Reports sleep and the screen lock: on Linux from D-Bus, on Windows by polling every second, on macOS not at all.

    Signals:
        locked: The screen is being locked, or the computer is going to sleep.
    """

    locked = Signal()

    def __init__(self, parent: QObject, can_reach: Callable[[], bool] | None = None) -> None:
        """Start listening.

        Args:
            parent: The Qt parent.
            can_reach: Returns whether the input desktop can be opened; None for the default of the system, which only Windows has.
        """
        super().__init__(parent)
        self._can_reach = can_reach or _CAN_REACH_DESKTOP
        if sys.platform.startswith("linux"):
            self._listen()
        if self._can_reach is not None:
            self._could_reach = self._can_reach()
            timer = QTimer(self, interval=_TICK)
            timer.timeout.connect(self.look)
            timer.start()

    def look(self) -> None:
        """Check whether the input desktop can still be opened, and emit `locked` once it no longer can."""
        if self._can_reach is not None:
            could, self._could_reach = self._could_reach, self._can_reach()
            if could and not self._could_reach:
                self.locked.emit()

    def _listen(self) -> None:
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - only there, and only when it is needed

        logind = "org.freedesktop.login1"
        self._hear(QDBusConnection.systemBus(), f"{logind}.Manager", "PrepareForSleep", "on_change(bool)")
        self._hear(QDBusConnection.systemBus(), f"{logind}.Session", "Lock", "on_lock()")
        for desktop in (
            "org.freedesktop.ScreenSaver",
            "org.gnome.ScreenSaver",
            "org.cinnamon.ScreenSaver",
            "org.mate.ScreenSaver",
        ):
            self._hear(QDBusConnection.sessionBus(), desktop, "ActiveChanged", "on_change(bool)")

    def _hear(self, bus: "QDBusConnection", interface: str, name: str, slot: str) -> None:
        if bus.isConnected():
            bus.connect("", "", interface, name, self, SLOT(slot))  # type: ignore[call-overload] # its stub says bytes, it takes a str

    @Slot(bool)
    def on_change(self, begins: bool) -> None:  # noqa: FBT001 - as D-Bus calls it
        """Handle the D-Bus signal that sleep or the screen lock begins or ends."""
        if begins:
            self.locked.emit()

    @Slot()
    def on_lock(self) -> None:
        """Handle the D-Bus signal that the session is to be locked."""
        self.locked.emit()


def _in_dialog() -> bool:
    return QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)  # noqa: S101 - there is no widget without one
    return application


if sys.platform == "win32":
    import ctypes

    _SWITCH_DESKTOP: Final = 0x0100

    def _can_reach_desktop() -> bool:
        """Return whether the input desktop can be opened; it cannot while the screen is locked."""
        desktop = ctypes.windll.user32.OpenInputDesktop(0, 0, _SWITCH_DESKTOP)
        if desktop:
            ctypes.windll.user32.CloseDesktop(desktop)
        return bool(desktop)

    _CAN_REACH_DESKTOP: Callable[[], bool] | None = _can_reach_desktop
else:
    _CAN_REACH_DESKTOP: Callable[[], bool] | None = None
