"""What the first visit of a room would wait for, brought in beforehand, while nobody has begun anything yet.

Most of that wait is for Python's modules: these are imported on a thread of their own. The rooms that are used most or take longest are
made too, as long as the start page is as it was shown: piece by piece, each in a moment of its own, so that no key and no click
waits for long.
"""

from collections.abc import Callable, Generator
from importlib import import_module
from threading import Event, Thread
from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from guidance_kb.ui.places import Room

if TYPE_CHECKING:  # the window is what it is done for
    from guidance_kb.ui.window import MainWindow

_MODULES: Final = (
    "search.view",
    "conversation.view",
    "countries.view",
    "map.view",
    "casebook.room",
    "help.view",
    "summary.view",
    "rules.view",
    "bookmarks.view",
    "preferences.view",
    "practice.view",
)
"""In `guidance_kb.ui`, the first wanted first; `views` imports them when it makes a view."""

_ROOMS: Final = (
    Room.SEARCH,
    Room.CONVERSATION,
    Room.COUNTRIES,
    Room.MAP,
    Room.SETTINGS,
    Room.SUMMARY,
    Room.RECORDS,
    Room.BOOKMARKS,
    Room.PRACTICE,
)

_BETWEEN: Final = 60
"""Milliseconds between two pieces, so that a key or a click comes first."""

_PIECE: Final = 0.015
"""Seconds after which it is enough for one moment, where there is a choice."""

_DONE: Final = object()


class Ahead(QObject):
    """Belongs to a window; `begin` is called once the window has been painted and the search is being made ready.

    Attributes:
        ready: Whether all is made.
    """

    _imported = Signal()

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.ready = False
        self._over = Event()
        self._thread = Thread(target=_import_all, args=(self._over, self._imported.emit), name="guidance-kb-ahead")
        self._pieces = self._make_rooms()
        self._soon = QTimer(self, singleShot=True, interval=_BETWEEN)
        self._soon.timeout.connect(self._make_next)
        self._imported.connect(self._soon.start)

    def begin(self) -> None:
        """Begins, and returns at once."""
        self._thread.start()

    def stop(self) -> None:
        """Ends it, and waits for the module that is being imported."""
        self._over.set()
        self._soon.stop()
        if self._thread.is_alive():
            self._thread.join()

    def _make_next(self) -> None:
        window = self._window
        if self._over.is_set() or window.here is not Room.START or window.topbar.box.text():
            self._pieces.close()  # it holds on to what it has in hand
            return
        self.ready = next(self._pieces, _DONE) is _DONE
        if not self.ready:
            self._soon.start()

    def _make_rooms(self) -> Generator[None, None, None]:
        """Makes the rooms, and gives them the style and the size that they would get when they are first shown; stops after each piece."""
        offered = self._window.services.settings.read().practice
        for room in _ROOMS:
            if room is Room.PRACTICE and not offered:
                continue
            made = self._window.view(room)
            yield None
            until = perf_counter() + _PIECE
            parts = made.findChildren(QWidget)
            for each in reversed(parts):  # the innermost first: with a widget goes all that is in it
                if perf_counter() > until:
                    yield None
                    until = perf_counter() + _PIECE
                if isValid(each):
                    each.ensurePolished()
            yield None
            made.ensurePolished()
            made.resize(self._window.view(Room.START).size())
            if (layout := made.layout()) is not None:
                layout.activate()
            yield None


def _import_all(over: Event, done: Callable[[], object]) -> None:
    for name in _MODULES:
        if over.is_set():
            return
        import_module(f"guidance_kb.ui.{name}")
    if not over.is_set():
        done()
