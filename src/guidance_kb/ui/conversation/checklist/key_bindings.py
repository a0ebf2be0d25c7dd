"""What the keys of a conversation do: the views ask. What that is in words stands in the table of all keys (`help.keys`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_PLAIN: Final = ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
"""Modifiers with which a key is for the window. Shift is none of them: some keyboards give figures only with it."""


class Command(Enum):
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

    pressed: Mapping[Qt.Key, Command]
    anywhere: bool = False


TABLE: Final = (
    Keys({Qt.Key.Key_Up: Command.BEFORE, Qt.Key.Key_Down: Command.AFTER}),
    Keys(
        {
            Qt.Key.Key_1: Command.NAMED,
            Qt.Key.Key_2: Command.NOT_AN_ISSUE,
            Qt.Key.Key_3: Command.DECLINED,
            Qt.Key.Key_0: Command.NOT_DISCUSSED,
        }
    ),
    Keys({Qt.Key.Key_Return: Command.NEXT_OPEN, Qt.Key.Key_Enter: Command.NEXT_OPEN}),
    Keys({Qt.Key.Key_O: Command.BY}),
    Keys({Qt.Key.Key_N: Command.NOTE}),
    Keys({Qt.Key.Key_C: Command.CARD}),
    Keys({Qt.Key.Key_G: Command.GO}, anywhere=True),
    Keys({Qt.Key.Key_V: Command.ASK_NEXT}, anywhere=True),
    Keys({Qt.Key.Key_K: Command.KNOWLEDGE}, anywhere=True),
    Keys({Qt.Key.Key_Escape: Command.BACK}, anywhere=True),
    Keys({Qt.Key.Key_M: Command.MORE}),
    Keys({Qt.Key.Key_PageUp: Command.HEADING_BEFORE, Qt.Key.Key_PageDown: Command.HEADING_AFTER}),
    Keys({Qt.Key.Key_Home: Command.FIRST, Qt.Key.Key_End: Command.LAST}),
    Keys({Qt.Key.Key_H: Command.QUIET}, anywhere=True),
    Keys({Qt.Key.Key_B: Command.FREEZE}, anywhere=True),
)
"""All of them, in the order of the help. A key stands in it once."""

ANSWERS: Final = {Command.NAMED: "1", Command.NOT_AN_ISSUE: "2", Command.DECLINED: "3"}
"""The figures that stand on the buttons of the answers."""


def pressed(event: QKeyEvent, *, on_item: bool) -> Command | None:
    """What a key does, on an item or elsewhere in the conversation; None if it does nothing there."""
    if event.modifiers() & _PLAIN:
        return None
    key = Qt.Key(event.key())
    return next((line.pressed[key] for line in TABLE if key in line.pressed and (on_item or line.anywhere)), None)


def leaves_note(event: QKeyEvent) -> bool:
    """Whether a key goes from a note back to its item: Escape, or Ctrl+Enter."""
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return event.key() == Qt.Key.Key_Escape or (enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
