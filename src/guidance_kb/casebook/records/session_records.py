"""What the store returns of conversations, as values; moments as they are stored (`moments.read`)."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from guidance_kb.conversation.answers import Answer
from guidance_kb.conversation.answers import State as Answered
from guidance_kb.conversation.session import Done, DoneWith
from guidance_kb.conversation.signals import Signal
from guidance_kb.conversation.verdicts import Judged, standing

# Which columns of the schema hold moments, days and JSON: a name means the same in every table (a test holds it against the SQL).


MOMENTS: Final = frozenset({"opened", "started", "changed", "finished", "at", "undone", "written", "agreed", "erased"})
"""UTC, `2026-11-24T14:02:31Z`."""

DAYS: Final = frozenset({"closed", "keep_until", "due", "done", "dropped"})
"""Local dates, `2026-11-24`."""

JSON: Final = frozenset({"place", "before", "after", "reasons", "inverse", "document", "evidence"})


class SessionState(StrEnum):
    """Whether a conversation can still be changed."""

    DRAFT = "draft"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Rules:
    """A checklist with its rules: the version, and the document that `guidance-kb checklist --json` prints."""

    version: str
    document: str

    @property
    def digest(self) -> str:
        """The name of the document in the store."""
        return hashlib.sha256(self.document.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """A conversation as stored, without what was said; moments as stored.

    Attributes:
        checklist: The version of the checklist.
        in_hand: Whether it was taken up and not put down; at the start of the program: whether it was cut off.
        seconds: Time in hand, pauses left out.
    """

    id: int
    uid: str
    client: int
    checklist: str
    state: SessionState
    in_hand: bool
    started: str
    changed: str
    finished: str | None
    seconds: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A conversation that is not finished, to choose from: whose it is, and what is in it.

    Attributes:
        answered: How many items have an answer.
        last_item: The item that was changed last, or None.
    """

    held: SessionRecord
    code: str
    answered: int
    last_item: str | None


@dataclass(frozen=True, slots=True)
class Resumed:
    """A conversation as it was left: `Session.restored(checklist, answers, done, verdicts=verdicts)` makes the session again.

    Attributes:
        done: What can be taken back: the changes of today, the first first.
        place: Where it stopped: the item in hand, what was shown; as it was given to `put_place`.
    """

    held: SessionRecord
    answers: Mapping[str, Answer]
    done: tuple[Done | DoneWith, ...]
    place: Mapping[str, object]
    verdicts: Mapping[str, Judged]


@dataclass(frozen=True, slots=True)
class SignalsThen:
    """The signals of a conversation as they were, by the rules of its day.

    Attributes:
        verdicts: What the counselor did with them, by target.
    """

    rules: Rules
    signals: tuple[Signal, ...]
    verdicts: Mapping[str, Judged]

    @property
    def standing(self) -> Mapping[str, Judged]:
        """The verdicts that still held: a signal that was set aside may be back by new evidence."""
        return standing(self.verdicts, self.signals)


@dataclass(frozen=True, slots=True)
class Spoken:
    """How the items and signals of a conversation stood; items not in `states` are gaps."""

    held: SessionRecord
    states: Mapping[str, Answered]
    signals: tuple[Signal, ...]


@dataclass(frozen=True, slots=True)
class ReopenedSession:
    """The trace of a finished conversation that was opened again; moments as stored."""

    at: str
    finished: str
    reason: str
