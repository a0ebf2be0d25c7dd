"""What was said: an answer is a state, who said it, and a note."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How an item stands. Not discussed is a gap: never an all-clear and never a signal."""

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
"""An item that was not discussed."""


def name_of_answer(label: str, topic: str, state: State | None) -> str:
    """What an answer is called outside the list.

    Args:
        label: Of its item: a claim, which an answer makes that is “named”.
        topic: Of its item, which claims nothing.
        state: How it stands; None where that is not known.
    """
    return label if state is State.NAMED else topic
