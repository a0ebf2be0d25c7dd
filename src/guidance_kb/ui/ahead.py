"""What the first visit of a room would wait for, brought in beforehand, while nobody has begun anything yet.

Most of that wait is for Python's modules: these are imported on a thread of their own. The rooms that are used most or take longest are
made too, each in a moment of its own, as long as the start page is as it was shown.
"""

from collections.abc import Callable
from importlib import import_module
from threading import Event, Thread
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

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
)
"""In `guidance_kb.ui`, the first wanted first; `views` imports them when it makes a view."""

_ROOMS: Final = (Room.SEARCH, Room.CONVERSATION, Room.COUNTRIES, Room.MAP, Room.SETTINGS)

_BETWEEN: Final = 200
"""Milliseconds between two things, so that a key or a click comes first."""


class Ahead(QObject):
    """Belongs to a window; `begin` is called once the window has been painted and the search is being made ready."""

    _imported = Signal()

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._over = Event()
        self._thread = Thread(target=_import_all, args=(self._over, self._imported.emit), name="guidance-kb-ahead")
        self._rooms = list(_ROOMS)
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
        if self._over.is_set() or not self._rooms or window.here is not Room.START or window.topbar.box.text():
            return
        window.view(self._rooms.pop(0))
        self._soon.start()


def _import_all(over: Event, done: Callable[[], object]) -> None:
    for name in _MODULES:
        if over.is_set():
            return
        import_module(f"guidance_kb.ui.{name}")
    if not over.is_set():
        done()
