"""What the keys of the whole window do; which keys they are stands in the one table (`help.keys`). Those of a view stand with the view."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from guidance_kb.ui.core.keys import bind
from guidance_kb.ui.core.places import ViewId
from guidance_kb.ui.shell.rail import RAIL

if TYPE_CHECKING:  # the window makes these, and is what they act on
    from guidance_kb.ui.shell.window import MainWindow

_Key = tuple[str, Callable[[], object]]


def _always(window: "MainWindow") -> list[_Key]:
    """What works also while everything is hidden."""
    return [
        ("lock", window.lock),
        ("hide", window.curtain.move_it),
        ("quit", window.close),
    ]


def _when_shown(window: "MainWindow") -> list[_Key]:
    """What works as long as the curtain is open."""
    return [
        ("search", window.focus_search),
        ("find", window.find_here),
        ("back", window.go_back),
        ("forward", window.go_forward),
        ("summary", window.conversing.to_summary_and_back),
        ("show-to-client", window.conversing.show_to_client),
        ("language", window.topbar.choose_other_language),
        ("larger", partial(window.change_text_size, 1)),
        ("smaller", partial(window.change_text_size, -1)),
        ("bookmarks", partial(window.go_to_room, ViewId.BOOKMARKS)),
        ("settings", partial(window.go_to_room, ViewId.SETTINGS)),
        ("keys", window.helping.toggle_keys),
        *((f"room-{room}", partial(window.go_to_room, room)) for room in RAIL),
    ]


def make_shortcuts(window: "MainWindow") -> None:
    """Gives a window its keys."""
    for name, action in _when_shown(window):
        for made in bind(name, window, action):
            window.curtain.moved.connect(lambda closed, made=made: made.setEnabled(not closed))
    for name, action in _always(window):
        bind(name, window, action)
