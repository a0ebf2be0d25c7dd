"""Imports modules and builds views in idle time, so that their first visit is fast.

It runs while the start page is shown and nothing was typed, in short steps, so that input is never delayed for long. It runs on the GUI
thread, because PySide creates its types on first use and does not document that as thread-safe.
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

from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.shell.gc_timer import keep_all
from guidance_kb.ui.shell.view_registry import VIEWS, packages

if TYPE_CHECKING:  # a circular import otherwise
    from guidance_kb.ui.shell.window import MainWindow

_BETWEEN: Final = 40
"""Milliseconds between two turns, so that pending input is handled first."""

_TURN: Final = 0.015
"""Seconds after which no further step starts in one turn."""


class Preloader(QObject):
    """The preloader of a window; `begin` is called after the first paint, when the search is warming up.

    Attributes:
        ready: Whether all steps are done.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.ready = False
        self._steps = self._all_steps()
        self._soon = QTimer(self, singleShot=True, interval=_BETWEEN)
        self._soon.timeout.connect(self._take_turn)

    def begin(self) -> None:
        """Start, and return at once."""
        self._soon.start()

    def stop(self) -> None:
        """Stop for good."""
        self._soon.stop()
        self._steps.close()

    def _take_turn(self) -> None:
        window, until = self._window, perf_counter() + _TURN
        if window.here is not ViewId.START or window.topbar.box.text():
            self._steps.close()  # the suspended generator keeps references to widgets
            return
        for _ in self._steps:
            if perf_counter() > until:
                self._soon.start()
                return
        self.ready = True
        keep_all()  # collecting the objects of nine views would delay typing noticeably

    def _all_steps(self) -> Generator[None, None, None]:
        """Import the modules, then make the views and give them style and size; yield after each step."""
        for name in (name for room in VIEWS for name in packages(room)):
            package = import_module(f"guidance_kb.ui.{name}")
            for each in walk_packages(package.__path__, f"{package.__name__}."):
                import_module(each.name)
                yield
        linecache.clearcache()  # PySide reads the source of each module, and Python caches it
        offered = self._window.services.settings.read().practice
        for room, declared in VIEWS.items():
            if not declared.made_early or (room is ViewId.PRACTICE and not offered):
                continue
            made = self._window.view(room)
            yield
            for part in reversed(
                made.findChildren(QWidget)
            ):  # the innermost first, because a widget polishes all its children in one step
                if isValid(part):
                    part.ensurePolished()
                yield
            made.ensurePolished()
            made.resize(self._window.view(ViewId.START).size())
            if (layout := made.layout()) is not None:
                layout.activate()
            yield
