"""Follow-ups at critical times (the first three weeks, a placement), and the list of everything due."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from guidance_kb.casebook.records.undo import Recorder, Undo
from guidance_kb.casebook.records.undo import UndoKind as Did
from guidance_kb.casebook.storage import timestamps
from guidance_kb.casebook.storage.rows import Row, Rows, Value, Values
from guidance_kb.casebook.storage.timestamps import Clock
from guidance_kb.language import Text


class FollowUpKind(StrEnum):
    """The occasion of a follow-up."""

    FIRST_WEEK = "first_week"
    SECOND_WEEK = "second_week"
    THIRD_WEEK = "third_week"
    PLACEMENT = "placement"
    OTHER = "other"


MOMENTS: Final[Mapping[FollowUpKind, Text]] = {
    FollowUpKind.FIRST_WEEK: Text("na de eerste week", "after the first week"),
    FollowUpKind.SECOND_WEEK: Text("na de tweede week", "after the second week"),
    FollowUpKind.THIRD_WEEK: Text("na de derde week", "after the third week"),
    FollowUpKind.PLACEMENT: Text("plaatsing", "placement"),
    FollowUpKind.OTHER: Text("ander moment", "other moment"),
}


FIRST_WEEKS: Final = (FollowUpKind.FIRST_WEEK, FollowUpKind.SECOND_WEEK, FollowUpKind.THIRD_WEEK)
"""Most people who drop out do so in the first three weeks (the report)."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A day on which the counselor asks how things are going; `done` is the day on which that happened."""

    id: int
    client: int
    kind: FollowUpKind
    due: date
    remark: str
    done: date | None
    outcome: str


class FollowUpSubject(StrEnum):
    """The kind of a line of the due list."""

    STEP = "step"
    FOLLOW_UP = "follow_up"


@dataclass(frozen=True, slots=True)
class Due:
    """A line of the due list.

    Attributes:
        about: A step or a follow-up, with its `id`.
        kind: The kind of a follow-up, or who does a step.
        words: The text of a step, or the remark of a follow-up.
        handover: Whether it asks if the client has arrived.
    """

    about: FollowUpSubject
    id: int
    client: int
    code: str
    due: date
    kind: str
    words: str
    handover: bool


class FollowUps:
    """The follow-ups of one open casebook."""

    def __init__(self, rows: Rows, undo: Undo, clock: Clock) -> None:
        self._rows, self._undo, self._clock = rows, undo, clock

    def plan(self, client: int, kind: FollowUpKind, due: date, remark: str = "") -> int:
        """Plan a follow-up and return its id."""
        with self._undo.recording(Did.FOLLOW_UP_PLANNED, client) as record:
            return self.plan_along(record, client, kind, due, remark)

    def plan_along(self, record: Recorder, client: int, kind: FollowUpKind, due: date, remark: str = "") -> int:
        """Plan a follow-up within the recording of another action, and return its id."""
        return record.insert("follow_up", _planned(client, kind, due, remark))

    def plan_first_weeks(self, client: int, start: date) -> tuple[int, ...]:
        """Plan follow-ups for the first three weeks after `start` and return their ids; one undo removes them together."""
        with self._undo.recording(Did.FOLLOW_UP_PLANNED, client) as record:
            return tuple(
                self.plan_along(record, client, kind, start + timedelta(weeks=week))
                for week, kind in enumerate(FIRST_WEEKS, start=1)
            )

    def change(self, follow_up: int, *, due: date | None = None, remark: str | None = None) -> None:
        """Change the day or the remark."""
        values: dict[str, Value] = {}
        if due is not None:
            values["due"] = due.isoformat()
        if remark is not None:
            values["remark"] = remark
        self._update(follow_up, Did.FOLLOW_UP_CHANGED, values)

    def done(self, follow_up: int, outcome: str = "", day: date | None = None) -> None:
        """Mark it as done on `day` or today, with the outcome."""
        ended = day or timestamps.today(self._clock)
        self._update(follow_up, Did.FOLLOW_UP_DONE, {"done": ended.isoformat(), "outcome": outcome})

    def remove(self, follow_up: int) -> None:
        """Remove it; undo restores it until the end of the day."""
        with self._undo.recording(Did.FOLLOW_UP_REMOVED, self.get(follow_up).client) as record:
            record.delete("follow_up", follow_up)

    def get(self, follow_up: int) -> FollowUp:
        """Return a follow-up.

        Raises:
            BugError: The id does not exist.
        """
        return _follow_up(self._rows.the(f"{_FOLLOW_UP} WHERE id = ?", follow_up))

    def of_client(self, client: int) -> list[FollowUp]:
        """Return all follow-ups of a client by due date."""
        return [_follow_up(row) for row in self._rows.all(f"{_FOLLOW_UP} WHERE client = ? ORDER BY due, id", client)]

    def due_list(self, until: date | None = None, limit: int = 100) -> list[Due]:
        """Return the open steps and follow-ups due by `until` (default today), oldest first, without archived clients."""
        day = (until or timestamps.today(self._clock)).isoformat()
        return [
            Due(FollowUpSubject(about), number, client, code, date.fromisoformat(due), kind, words, bool(handover))
            for about, number, client, code, due, kind, words, handover in self._rows.all(_DUE, day, limit)
        ]

    def to_come(self) -> list[Due]:
        """Return all open steps with a due date and all open follow-ups, oldest first, without archived clients."""
        return self.due_list(date.max, limit=_ALL)

    def _update(self, follow_up: int, did: Did, values: Values) -> None:
        with self._undo.recording(did, self.get(follow_up).client) as record:
            record.update("follow_up", follow_up, values)


_ALL: Final = -1  # no LIMIT in SQLite
_FOLLOW_UP: Final = "SELECT id, client, kind, due, remark, done, outcome FROM follow_up"
_DUE: Final = """
    SELECT 'step', s.id, c.id, c.code, s.due AS due, s.who, s.what, s.handover
    FROM step s JOIN client c ON c.id = s.client
    WHERE s.due <= ?1 AND s.done IS NULL AND s.dropped IS NULL AND NOT c.archived
    UNION ALL
    SELECT 'follow_up', f.id, c.id, c.code, f.due, f.kind, f.remark, 0
    FROM follow_up f JOIN client c ON c.id = f.client
    WHERE f.due <= ?1 AND f.done IS NULL AND NOT c.archived
    ORDER BY due, 1, 2 LIMIT ?2"""


def _planned(client: int, kind: FollowUpKind, due: date, remark: str) -> Values:
    return {"client": client, "kind": kind.value, "due": due.isoformat(), "remark": remark}


def _follow_up(row: Row) -> FollowUp:
    number, client, kind, due, remark, done, outcome = row
    return FollowUp(number, client, FollowUpKind(kind), date.fromisoformat(due), remark, timestamps.day(done), outcome)
