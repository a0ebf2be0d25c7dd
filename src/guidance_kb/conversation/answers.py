"""Answers: a state, who said it, and a note."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class State(StrEnum):
    """The state of an item. Not discussed is a gap: never an all-clear and never a signal."""

    NAMED = "named"
    NOT_AN_ISSUE = "not_an_issue"
    NOT_DISCUSSED = "not_discussed"
    DECLINED = "declined"


class By(StrEnum):
    """Whether the client said it or the counselor observed it."""

    CLIENT = "client"
    OBSERVED = "observed"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer; the default is a gap."""

    state: State = State.NOT_DISCUSSED
    by: By = By.CLIENT
    note: str = ""


GAP = Answer()
"""The answer to an item that was not discussed."""

GOAL_ITEM: Final = "vraag-eigen-doel"
"""The item whose note is the client's goal in the client's own words."""

OTHER_ITEM: Final = "vraag-verder"
"""The item whose note holds what fits no other question; checklists before 2026.4 do not have it."""


def goal_of(answers: Mapping[str, Answer]) -> str:
    """Return the client's goal in the client's own words; empty if none was named."""
    answer = answers.get(GOAL_ITEM, GAP)
    return answer.note.strip() if answer.state is State.NAMED and answer.by is By.CLIENT else ""


def name_of_answer(label: str, topic: str, state: State | None) -> str:
    """Return the name of an answer outside the checklist.

    Args:
        label: The label of the item, a claim; it is used only for the state “named”.
        topic: The topic of the item, which claims nothing.
        state: The state of the item, or None if it is unknown.
    """
    return label if state is State.NAMED else topic
