"""Stored sessions as values; times in stored form (`timestamps.read`)."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from guidance_kb.casebook.storage import timestamps
from guidance_kb.conversation.answers import Answer
from guidance_kb.conversation.answers import State as Answered
from guidance_kb.conversation.session import Done, DoneWith
from guidance_kb.conversation.signals import Signal
from guidance_kb.conversation.verdicts import Judged, current_verdicts

# Columns of the schema with times, days and JSON. A name has the same meaning in every table; a test checks this against the SQL.


MOMENTS: Final = frozenset(
    {"opened", "started", "changed", "finished", "at", "undone", "written", "agreed", "erased", "withdrawn"}
)
"""UTC, `2026-11-24T14:02:31Z`."""

DAYS: Final = frozenset({"closed", "keep_until", "due", "done", "dropped", "held", "reviewed"})
"""Local dates, `2026-11-24`."""

JSON: Final = frozenset({"place", "before", "after", "reasons", "inverse", "document", "evidence"})


class SessionState(StrEnum):
    """Whether a session can still be changed."""

    DRAFT = "draft"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Rules:
    """A checklist with its rules: the version, and the document that `guidance-kb checklist --json` prints."""

    version: str
    document: str

    @property
    def digest(self) -> str:
        """The key of the document in the store."""
        return hashlib.sha256(self.document.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """A stored session without its answers; times in stored form.

    Attributes:
        checklist: The version of the checklist.
        in_hand: Whether it is open; at the start of the program, whether it was interrupted.
        seconds: Time during which it was open, without pauses.
        held: The day on which it was held, where that is not the day of `started`; as stored.
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
    held: str | None

    @property
    def day(self) -> date:
        """The local day on which it was held."""
        return date.fromisoformat(self.held) if self.held else timestamps.day_of(self.started)


@dataclass(frozen=True, slots=True)
class Draft:
    """An unfinished session, with data for a list to choose from.

    Attributes:
        answered: The number of items with an answer.
        last_item: The item that was changed last, or None.
    """

    held: SessionRecord
    code: str
    answered: int
    last_item: str | None


@dataclass(frozen=True, slots=True)
class Resumed:
    """A stored session: `Session.restored(checklist, answers, done, verdicts=verdicts)` restores it.

    Attributes:
        done: The undo history of today, oldest first.
        place: The current item and the visible panels, as given to `put_place`.
    """

    held: SessionRecord
    answers: Mapping[str, Answer]
    done: tuple[Done | DoneWith, ...]
    place: Mapping[str, object]
    verdicts: Mapping[str, Judged]


@dataclass(frozen=True, slots=True)
class SignalsThen:
    """The signals of a session, by the rules of its checklist.

    Attributes:
        verdicts: The counselor's verdicts, by target.
    """

    rules: Rules
    signals: tuple[Signal, ...]
    verdicts: Mapping[str, Judged]

    @property
    def current_verdicts(self) -> Mapping[str, Judged]:
        """The verdicts that still applied: new evidence cancels a dismissal."""
        return current_verdicts(self.verdicts, self.signals)


@dataclass(frozen=True, slots=True)
class Spoken:
    """The states of the items and the signals of a session; items not in `states` are gaps."""

    held: SessionRecord
    states: Mapping[str, Answered]
    signals: tuple[Signal, ...]


@dataclass(frozen=True, slots=True)
class ReopenedSession:
    """The trace of a finished session that was reopened; times in stored form."""

    at: str
    finished: str
    reason: str
