"""What the first visit of a room would wait for, brought in beforehand, while nobody has begun anything yet.

Python's modules are imported, and the rooms that are used most or take longest are made, as long as the start page is as it was shown:
piece by piece, each in a moment of its own, so that no key and no click waits for long. All of it on the GUI thread: PySide makes its
types when they are first asked for, and nothing says that two threads may ask at once.
"""

import linecache
from collections.abc import Generator
from importlib import import_module
from pkgutil import walk_packages
from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from guidance_kb.ui.core.places import ViewId
from guidance_kb.ui.shell.gc_timer import keep_all

if TYPE_CHECKING:  # the window is what it is done for
    from guidance_kb.ui.shell.window import MainWindow

_PACKAGES: Final = (
    "search",
    "reading",
    "conversation",
    "countries",
    "map",
    "records.vault",
    "help",
    "summary",
    "rules",
    "bookmarks",
    "preferences",
    "practice",
)
"""In `guidance_kb.ui`, the first wanted first; `views` imports of them what it needs when it makes a view."""

_ROOMS: Final = (
    ViewId.SEARCH,
    ViewId.CONVERSATION,
    ViewId.COUNTRIES,
    ViewId.MAP,
    ViewId.SETTINGS,
    ViewId.SUMMARY,
    ViewId.RECORDS,
    ViewId.BOOKMARKS,
    ViewId.PRACTICE,
)

_BETWEEN: Final = 40
"""Milliseconds between two turns, so that pending input is handled first."""

_TURN: Final = 0.015
"""Seconds after which no further step starts in one turn."""


class Ahead(QObject):
    """Belongs to a window; `begin` is called once the window has been painted and the search is being made ready.

    Attributes:
        ready: Whether all is made.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.ready = False
        self._steps = self._all_steps()
        self._soon = QTimer(self, singleShot=True, interval=_BETWEEN)
        self._soon.timeout.connect(self._take_turn)

    def begin(self) -> None:
        """Begins, and returns at once."""
        self._soon.start()

    def stop(self) -> None:
        """Ends it."""
        self._soon.stop()
        self._steps.close()

    def _take_turn(self) -> None:
        window, until = self._window, perf_counter() + _TURN
        if window.here is not ViewId.START or window.topbar.box.text():
            self._steps.close()  # it holds on to what it has in hand
            return
        for _ in self._steps:
            if perf_counter() > until:
                self._soon.start()
                return
        self.ready = True
        keep_all()  # looking through nine rooms takes long enough to be felt while typing

    def _all_steps(self) -> Generator[None, None, None]:
        """Import the modules, then make the views and give them style and size; yield after each step."""
        for name in _PACKAGES:
            package = import_module(f"guidance_kb.ui.{name}")
            for each in walk_packages(package.__path__, f"{package.__name__}."):
                import_module(each.name)
                yield
        linecache.clearcache()  # as after the start: PySide looked in their sources, and Python keeps those
        offered = self._window.services.settings.read().practice
        for room in _ROOMS:
            if room is ViewId.PRACTICE and not offered:
                continue
            made = self._window.view(room)
            yield
            for part in reversed(
                made.findChildren(QWidget)
            ):  # the innermost first: with a widget goes all that is in it
                if isValid(part):
                    part.ensurePolished()
                yield
            made.ensurePolished()
            made.resize(self._window.view(ViewId.START).size())
            if (layout := made.layout()) is not None:
                layout.activate()
            yield
