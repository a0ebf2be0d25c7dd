"""When the casebook locks: after a time without a key or the mouse, when the computer slept, when the screen is locked.

What the system tells differs. On Linux it says over D-Bus (a local socket, no network) that it goes to sleep or locks the screen. On
Windows we look every second whether the desktop can be reached. Everywhere a second that took half a minute is taken for sleep. A program
that hung as long looks the same: on Windows the running clock goes on while the computer sleeps, and so it does everywhere for a program
that was stopped. Then it locks too early, which is safe.
"""

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import SLOT, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from guidance_kb.ui.core.casebook_service import CasebookService, CasebookState, Changes
from guidance_kb.ui.core.keys import is_pressed

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

_TICK: Final = 1000
"""Milliseconds between two looks."""

_GAP: Final = 30.0
"""Seconds between two looks after which the computer is taken to have slept."""

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
"""Events that somebody at the desk makes."""

Clock = Callable[[], float]


class IdleLock(QObject):
    """Watches over an open casebook, and over whatever else shows something of a client; without either it does nothing.

    One per desk: get it with `watch_of`.

    Signals:
        hide_pressed: The key for hiding was pressed, in whatever window.
    """

    hide_pressed = Signal()

    def __init__(
        self,
        desk: CasebookService,
        parent: QObject,
        *,
        monotonic: Clock = time.monotonic,
        wall: Clock = time.time,
    ) -> None:
        super().__init__(parent)
        self._desk, self._monotonic, self._wall = desk, monotonic, wall
        self._last = self._ticked = monotonic()
        self._ticked_wall = wall()
        self._system: SystemSignals | None = None
        self._showing: set[QObject] = set()
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self.look)
        desk.changed.connect(self._follow_state)

    @property
    def is_on(self) -> bool:
        """Whether it watches."""
        return self._timer.isActive()

    def watch_over(self, shown: QObject) -> None:
        """Locks when nobody is there also while this shows something of a client and the casebook is closed, until `leave`."""
        self._showing.add(shown)
        self._follow()

    def leave(self, shown: QObject) -> None:
        """What this showed is gone."""
        self._showing.discard(shown)
        self._follow()

    def stop(self) -> None:
        """Watches no longer; the window goes."""
        self._timer.stop()
        _application().removeEventFilter(self)

    def _follow_state(self, what: Changes) -> None:
        if Changes.STATE in what:
            self._follow()

    def _follow(self) -> None:
        if self._desk.state is not CasebookState.OPEN and not self._showing:
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
        """Locks if it is time to."""
        now, wall = self._monotonic(), self._wall()
        slept = now - self._ticked > _GAP or wall - self._ticked_wall > _GAP
        self._ticked, self._ticked_wall = now, wall
        if slept or now - self._last >= self._desk.settings.lock_minutes * _MINUTE:
            self._lock()

    def _lock(self) -> None:
        if self._desk.state is not CasebookState.NONE or self._showing:
            self._desk.lock()  # which tells what shows something to let go of it, also where nothing was open

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notices every sign of somebody at the desk; from within a dialog it hears the keys that hide and lock too."""
        kind = event.type()
        if kind in ALIVE:
            self._last = self._monotonic()
            if (
                kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _in_dialog()
            ):  # where no shortcut of the window comes
                if is_pressed(event, "hide"):
                    self.hide_pressed.emit()
                    return True
                if is_pressed(event, "lock"):
                    self._desk.lock()
                    return True
        return False  # and no more: every event of the program comes by here


def watch_of(desk: CasebookService) -> IdleLock:
    """The one watch of a desk, made when it is first asked for."""
    return desk.findChild(IdleLock) or IdleLock(desk, desk)


class SystemSignals(QObject):
    """What the system says: a Linux desktop over D-Bus, Windows when it is looked at each second; macOS says nothing.

    Signals:
        locked: The screen is being locked, or the computer goes to sleep.
    """

    locked = Signal()

    def __init__(self, parent: QObject, can_reach: Callable[[], bool] | None = None) -> None:
        """Begins to listen.

        Args:
            parent: Goes with it.
            can_reach: Whether the desktop that has the keyboard can be reached; None where that says nothing.
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
        """Looks whether the desktop can still be reached."""
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
        """It begins (to sleep, to be locked), or is over."""
        if begins:
            self.locked.emit()

    @Slot()
    def on_lock(self) -> None:
        """The session is to be locked."""
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
        """Whether the desktop that has the keyboard is ours; it is not while the screen is locked."""
        desktop = ctypes.windll.user32.OpenInputDesktop(0, 0, _SWITCH_DESKTOP)
        if desktop:
            ctypes.windll.user32.CloseDesktop(desktop)
        return bool(desktop)

    _CAN_REACH_DESKTOP: Callable[[], bool] | None = _can_reach_desktop
else:
    _CAN_REACH_DESKTOP: Callable[[], bool] | None = None
