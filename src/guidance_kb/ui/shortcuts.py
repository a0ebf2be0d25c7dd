"""The keys that work in the whole window: one table. Those of a view stand with the view."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from guidance_kb.ui.places import Room
from guidance_kb.ui.rail import RAIL

if TYPE_CHECKING:  # the window makes these, and is what they act on
    from guidance_kb.ui.window import MainWindow

_Key = tuple[str, Callable[[], object]]


def _always(window: "MainWindow") -> list[_Key]:
    """What works also while everything is hidden."""
    return [
        ("Ctrl+L", window.lock),
        ("F9", window.curtain.move_it),
        ("Ctrl+Q", window.close),
    ]


def _when_shown(window: "MainWindow") -> list[_Key]:
    """What works as long as the curtain is open."""
    return [
        ("Ctrl+K", window.focus_search),
        ("Ctrl+F", window.find_here),
        ("Alt+Left", window.go_back),
        ("Alt+Right", window.go_forward),
        ("Ctrl+Shift+S", window.conversing.to_summary_and_back),
        ("F8", window.conversing.show_to_client),
        ("Ctrl+Shift+L", window.topbar.choose_other_language),
        ("Ctrl++", partial(window.change_text_size, 1)),
        ("Ctrl+=", partial(window.change_text_size, 1)),
        ("Ctrl+-", partial(window.change_text_size, -1)),
        ("Alt+B", partial(window.go_to_room, Room.BOOKMARKS)),
        ("F1", partial(window.go_to_room, Room.HELP)),
        *((f"Alt+{number}", partial(window.go_to_room, room)) for number, room in enumerate(RAIL, 1)),
    ]


def make_shortcuts(window: "MainWindow") -> None:
    """Gives a window its keys."""
    for sequence, action in _when_shown(window):
        made = _make(window, sequence, action)
        window.curtain.moved.connect(lambda closed, made=made: made.setEnabled(not closed))
    for sequence, action in _always(window):
        _make(window, sequence, action)


def _make(window: "MainWindow", sequence: str, action: Callable[[], object]) -> QShortcut:
    made = QShortcut(QKeySequence(sequence), window)
    made.activated.connect(action)
    return made
