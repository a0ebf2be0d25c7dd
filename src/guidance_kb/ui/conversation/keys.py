"""What the keys of a conversation do: the views ask. What that is in words stands in the table of all keys (`help.keys`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_PLAIN: Final = ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
"""Modifiers with which a key is for the window. Shift is none of them: some keyboards give figures only with it."""


class Does(Enum):
    """What a key does."""

    BEFORE = auto()
    AFTER = auto()
    HEADING_BEFORE = auto()
    HEADING_AFTER = auto()
    FIRST = auto()
    LAST = auto()
    NEXT_OPEN = auto()
    NAMED = auto()
    NOT_AN_ISSUE = auto()
    DECLINED = auto()
    NOT_DISCUSSED = auto()
    BY = auto()
    NOTE = auto()
    CARD = auto()
    MORE = auto()
    GO = auto()
    ASK_NEXT = auto()
    KNOWLEDGE = auto()
    QUIET = auto()
    FREEZE = auto()
    BACK = auto()


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys that belong together: a line of the help.

    Attributes:
        anywhere: Whether they work in all of the conversation, and not only on an item.
    """

    pressed: Mapping[Qt.Key, Does]
    anywhere: bool = False


TABLE: Final = (
    Keys({Qt.Key.Key_Up: Does.BEFORE, Qt.Key.Key_Down: Does.AFTER}),
    Keys(
        {
            Qt.Key.Key_1: Does.NAMED,
            Qt.Key.Key_2: Does.NOT_AN_ISSUE,
            Qt.Key.Key_3: Does.DECLINED,
            Qt.Key.Key_0: Does.NOT_DISCUSSED,
        }
    ),
    Keys({Qt.Key.Key_Return: Does.NEXT_OPEN, Qt.Key.Key_Enter: Does.NEXT_OPEN}),
    Keys({Qt.Key.Key_O: Does.BY}),
    Keys({Qt.Key.Key_N: Does.NOTE}),
    Keys({Qt.Key.Key_C: Does.CARD}),
    Keys({Qt.Key.Key_G: Does.GO}, anywhere=True),
    Keys({Qt.Key.Key_V: Does.ASK_NEXT}, anywhere=True),
    Keys({Qt.Key.Key_K: Does.KNOWLEDGE}, anywhere=True),
    Keys({Qt.Key.Key_Escape: Does.BACK}, anywhere=True),
    Keys({Qt.Key.Key_M: Does.MORE}),
    Keys({Qt.Key.Key_PageUp: Does.HEADING_BEFORE, Qt.Key.Key_PageDown: Does.HEADING_AFTER}),
    Keys({Qt.Key.Key_Home: Does.FIRST, Qt.Key.Key_End: Does.LAST}),
    Keys({Qt.Key.Key_H: Does.QUIET}, anywhere=True),
    Keys({Qt.Key.Key_B: Does.FREEZE}, anywhere=True),
)
"""All of them, in the order of the help. A key stands in it once."""

ANSWERS: Final = {Does.NAMED: "1", Does.NOT_AN_ISSUE: "2", Does.DECLINED: "3"}
"""The figures that stand on the buttons of the answers."""


def pressed(event: QKeyEvent, *, on_item: bool) -> Does | None:
    """What a key does, on an item or elsewhere in the conversation; None if it does nothing there."""
    if event.modifiers() & _PLAIN:
        return None
    key = Qt.Key(event.key())
    return next((line.pressed[key] for line in TABLE if key in line.pressed and (on_item or line.anywhere)), None)


def leaves_note(event: QKeyEvent) -> bool:
    """Whether a key goes from a note back to its item: Escape, or Ctrl+Enter."""
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return event.key() == Qt.Key.Key_Escape or (enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
