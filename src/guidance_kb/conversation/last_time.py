"""What a client said in earlier conversations, to lie beside the questions of the next one. Nothing is carried over by itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from guidance_kb.conversation.answers import GAP, Answer, State, goal_of


@dataclass(frozen=True, slots=True)
class EarlierAnswer:
    """An answer of an earlier conversation, and the day on which that was held."""

    answer: Answer
    day: date


@dataclass(frozen=True, slots=True)
class LastTime:
    """The latest answer that a client gave to each item before the current conversation.

    Attributes:
        day: The day of the last conversation; None if there was none.
        answers: The latest answers, by item; items that were never discussed are not among them.
    """

    day: date | None = None
    answers: Mapping[str, EarlierAnswer] = field(default_factory=dict)

    @classmethod
    def of(cls, conversations: Iterable[tuple[date, Mapping[str, Answer]]]) -> "LastTime":
        """Return the latest answers of conversations, given with their days, oldest first."""
        last, found = None, dict[str, EarlierAnswer]()
        for day, answers in conversations:
            last = day
            found.update({item: EarlierAnswer(answer, day) for item, answer in answers.items() if answer != GAP})
        return cls(last, found)

    @property
    def goal(self) -> str:
        """What the client wanted, in the client's own words; empty if that was not said."""
        return goal_of({item: said.answer for item, said in self.answers.items()})

    @property
    def declined(self) -> tuple[str, ...]:
        """The items that the client would rather not speak of, in the order in which they came up."""
        return tuple(item for item, said in self.answers.items() if said.answer.state is State.DECLINED)


NOTHING_EARLIER: Final = LastTime()
"""The value for a first conversation."""
