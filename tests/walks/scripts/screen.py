"""What stands on the screen besides the program: a window manager and a panel at the bottom; and what they leave to windows."""

import subprocess
import time
from typing import NamedTuple

from Xlib import X, Xatom
from Xlib.display import Display

PANEL = 40
"""Pixels that the panel is high."""

_PATIENCE = 20.0
"""Seconds that the window manager may take."""


class Box(NamedTuple):
    """A rectangle on the screen, in pixels."""

    x: int
    y: int
    width: int
    height: int

    def holds(self, x: int, y: int) -> bool:
        """Whether a place lies in it."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height

    def common(self, other: "Box") -> "Box":
        """What lies in both; of no width or height where nothing does."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        right = min(self.x + self.width, other.x + other.width)
        bottom = min(self.y + self.height, other.y + other.height)
        return Box(x, y, max(0, right - x), max(0, bottom - y))

    def __str__(self) -> str:
        return f"{self.width}×{self.height} at ({self.x}, {self.y})"


class Screen:
    """The screen, with openbox and a panel on it.

    Attributes:
        area: What windows may take: the screen without the panel.
    """

    def __init__(self) -> None:
        self._display = Display()
        self._root = self._display.screen().root
        geometry = self._root.get_geometry()
        whole = Box(0, 0, geometry.width, geometry.height)
        self._panel = self._dock(whole)  # before there is a window manager, which finds it as it begins
        self._manager = subprocess.Popen(
            ["openbox", "--sm-disable"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self.area = Box(0, 0, whole.width, whole.height - PANEL)
        self._until("_NET_WORKAREA", list(self.area))

    def _atom(self, name: str) -> int:
        return self._display.intern_atom(name)

    def _until(self, name: str, wanted: list[int]) -> None:
        """Waits until the window manager says something of the screen; of its desks the first."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            told = self._root.get_full_property(self._atom(name), X.AnyPropertyType)
            if told is not None and list(told.value[: len(wanted)]) == wanted:
                return
            time.sleep(0.01)
        raise TimeoutError(f"the window manager did not say {name} {wanted}")

    def _dock(self, whole: Box) -> object:
        """A panel: a window of the kind of docks, that keeps its place free of others."""
        panel = self._root.create_window(
            0, whole.height - PANEL, whole.width, PANEL, 0, X.CopyFromParent, background_pixel=0x444444
        )
        kept = [0, 0, 0, PANEL]  # at the left, right, top and bottom
        between = [0, 0, 0, 0, 0, 0, 0, whole.width - 1]
        panel.change_property(
            self._atom("_NET_WM_WINDOW_TYPE"), Xatom.ATOM, 32, [self._atom("_NET_WM_WINDOW_TYPE_DOCK")]
        )
        panel.change_property(self._atom("_NET_WM_STRUT"), Xatom.CARDINAL, 32, kept)
        panel.change_property(self._atom("_NET_WM_STRUT_PARTIAL"), Xatom.CARDINAL, 32, kept + between)
        panel.set_wm_name("panel")
        panel.map()
        self._display.sync()
        return panel

    def close(self) -> None:
        """Ends the window manager; the screen itself goes with its server."""
        self._manager.terminate()
        self._manager.wait()
