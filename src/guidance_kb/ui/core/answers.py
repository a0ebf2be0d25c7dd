"""Answers to items of the checklist in the window, in a conversation and in the search beside it: their keys, and their words."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtGui import QKeyEvent

from guidance_kb.conversation.answers import Answer, State
from guidance_kb.documents.names import ANSWER_LABELS, OBSERVERS
from guidance_kb.help.key_table import BY_NAME
from guidance_kb.ui.core.translation import as_title
from guidance_kb.ui.core.window_shortcuts import sequence_of

_LINE = BY_NAME["talk-named"]

_STATES: Final = {
    key: State(command.replace("-", "_")) for key, command in zip(_LINE.keys, _LINE.commands, strict=True)
}
"""The state of each key; the names of the commands are those of the states."""

ANSWER_KEYS: Final[Mapping[State, str]] = {
    state: key for key, state in _STATES.items() if state is not State.NOT_DISCUSSED
}
"""The digit on the button of each answer."""


def answer_of(event: QKeyEvent) -> State | None:
    """Return the state that a key sets, or None if it is not one of these keys."""
    return _STATES.get(sequence_of(event).toString())


def answer_words(answer: Answer) -> str:
    """Return an answer with who gave it: `Named · Said by the client`; a gap has no second part."""
    state = as_title(ANSWER_LABELS[answer.state])
    return state if answer.state is State.NOT_DISCUSSED else f"{state} · {as_title(OBSERVERS[answer.by])}"
