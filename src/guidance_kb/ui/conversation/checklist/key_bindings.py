"""The commands of a conversation by key, from the table of keys (`help.key_table`)."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from guidance_kb.conversation.answers import State
from guidance_kb.help.key_table import BY_NAME, TABLE
from guidance_kb.ui.core.window_shortcuts import sequence_of

_SHIFT = Qt.KeyboardModifier.ShiftModifier


class Command(StrEnum):
    """The command of a key; the value is its name in the table."""

    BEFORE = "before"
    AFTER = "after"
    COLUMN_BEFORE = "column-before"
    COLUMN_AFTER = "column-after"
    HEADING_BEFORE = "heading-before"
    HEADING_AFTER = "heading-after"
    FIRST = "first"
    LAST = "last"
    NEXT_OPEN = "next-open"
    FIND_ITEM = "find-item"
    GOAL = "goal"
    NAMED = "named"
    NOT_AN_ISSUE = "not-an-issue"
    DECLINED = "declined"
    NOT_DISCUSSED = "not-discussed"
    BY = "by"
    NOTE = "note"
    CARD = "card"
    MORE = "more"
    WHOLE = "whole"
    GO = "go"
    ASK_NEXT = "ask-next"
    KNOWLEDGE = "knowledge"
    QUIET = "quiet"
    FREEZE = "freeze"
    BACK = "back"


_COMMANDS: Final = {
    QKeySequence(key): (Command(command), line.anywhere)
    for line in TABLE
    if line.commands
    for key, command in zip(line.keys, line.commands, strict=True)
}
"""By key: the command, and whether it applies anywhere in the conversation (True) or on an item only."""

ANSWERS: Final = {
    Command.NAMED: State.NAMED,
    Command.NOT_AN_ISSUE: State.NOT_AN_ISSUE,
    Command.DECLINED: State.DECLINED,
    Command.NOT_DISCUSSED: State.NOT_DISCUSSED,
}

_NOTE_ENDS: Final = frozenset(map(QKeySequence, BY_NAME["talk-note"].ends))


def pressed(event: QKeyEvent, *, on_item: bool) -> Command | None:
    """Return the command of a key, on an item or elsewhere in the conversation; None if it has none there."""
    command, anywhere = _COMMANDS.get(sequence_of(event), (None, False))
    return command if on_item or anywhere else None


def leaves_note(event: QKeyEvent) -> bool:
    """Return whether a key moves the focus from a note back to its item: Escape or Ctrl+Enter."""
    return sequence_of(event) in _NOTE_ENDS


def typed_letter(event: QKeyEvent) -> str:
    """Return the letter that a key types, or an empty text for any other key and with a modifier other than Shift."""
    letter = event.text()
    return letter if letter.isalpha() and event.modifiers() in (Qt.KeyboardModifier.NoModifier, _SHIFT) else ""
