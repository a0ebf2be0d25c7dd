"""Follow-ups at critical times (the first three weeks, a placement), and the list of everything due."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

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
    APPOINTMENT = "appointment"
    OTHER = "other"


MOMENTS: Final[Mapping[FollowUpKind, Text]] = {
    FollowUpKind.FIRST_WEEK: Text("na de eerste week", "after the first week"),
    FollowUpKind.SECOND_WEEK: Text("na de tweede week", "after the second week"),
    FollowUpKind.THIRD_WEEK: Text("na de derde week", "after the third week"),
    FollowUpKind.PLACEMENT: Text("plaatsing", "placement"),
    FollowUpKind.APPOINTMENT: Text("afspraak", "appointment"),
    FollowUpKind.OTHER: Text("ander moment", "other moment"),
}


FIRST_WEEKS: Final = (FollowUpKind.FIRST_WEEK, FollowUpKind.SECOND_WEEK, FollowUpKind.THIRD_WEEK)
"""Most people who drop out do so in the first three weeks (the report)."""


class Means(StrEnum):
    """Where or how an appointment takes place."""

    HERE = "here"
    PHONE = "phone"
    ELSEWHERE = "elsewhere"


class CallResult(StrEnum):
    """What came of a call."""

    SPOKEN = "spoken"
    NOT_REACHED = "not_reached"
    CALL_BACK = "call_back"


CALL_RESULTS: Final[Mapping[CallResult, Text]] = {
    CallResult.SPOKEN: Text("gesproken", "spoke to the client"),
    CallResult.NOT_REACHED: Text("niet bereikt", "not reached"),
    CallResult.CALL_BACK: Text("later terugbellen", "call back later"),
}


@dataclass(frozen=True, slots=True)
class Meeting:
    """The time and place of an appointment, or of a call.

    Attributes:
        time: Local time, without seconds; None if only the day was agreed.
        location: An address, a room or a telephone number, in the counselor's words.
    """

    time: dt.time | None = None
    means: Means = Means.HERE
    location: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A day on which the counselor asks how things are going; `done` is the day on which that happened.

    An attempt to call that did not succeed is a follow-up of its own, done on the day of the attempt (`calls.record_call`).

    Attributes:
        meeting: The time and place of an appointment, or of a call; None if neither was agreed.
        result: What came of a call; None if nobody called.
    """

    id: int
    client: int
    kind: FollowUpKind
    due: date
    remark: str
    done: date | None
    outcome: str
    meeting: Meeting | None = None
    result: CallResult | None = None

    @property
    def by_phone(self) -> bool:
        """Whether the counselor can call for it: everything but a meeting in person."""
        return by_phone(self.meeting)


def by_phone(meeting: Meeting | None) -> bool:
    """Return whether a follow-up is a call, or may be one, because no place was agreed."""
    return meeting is None or meeting.means is Means.PHONE


class Moment(NamedTuple):
    """A follow-up to plan; `meeting` is given for an appointment or a call."""

    kind: FollowUpKind
    due: date
    meeting: Meeting | None = None


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
        meeting: The time and place of an appointment or a call, if agreed.
    """

    about: FollowUpSubject
    id: int
    client: int
    code: str
    due: date
    kind: str
    words: str
    handover: bool
    meeting: Meeting | None = None


class FollowUps:
    """The follow-ups of one open casebook."""

    def __init__(self, rows: Rows, undo: Undo, clock: Clock) -> None:
        self._rows, self._undo, self._clock = rows, undo, clock

    def plan(self, client: int, kind: FollowUpKind, due: date, remark: str = "") -> int:
        """Plan a follow-up and return its id."""
        with self._undo.recording(Did.FOLLOW_UP_PLANNED, client) as record:
            return self.plan_along(record, client, Moment(kind, due), remark)

    def plan_along(self, record: Recorder, client: int, moment: Moment, remark: str = "") -> int:
        """Plan a follow-up within the recording of another action, and return its id."""
        return record.insert("follow_up", {**_planned(client, moment.kind, moment.due, remark), **_met(moment.meeting)})

    def appoint(self, client: int, day: date, meeting: Meeting, remark: str = "") -> int:
        """Make the next appointment and return its id; an open one of the client is replaced."""
        with self._undo.recording(Did.FOLLOW_UP_PLANNED, client) as record:
            return self.appoint_along(record, client, day, meeting, remark)

    def appoint_along(self, record: Recorder, client: int, day: date, meeting: Meeting, remark: str = "") -> int:
        """Make the next appointment within the recording of another action, and return its id; an open one is replaced."""
        values = {**_planned(client, FollowUpKind.APPOINTMENT, day, remark), **_met(meeting)}
        present = self.appointment_of(client)
        if present is None:
            return record.insert("follow_up", values)
        record.update("follow_up", present.id, values)
        return present.id

    def appointment_of(self, client: int) -> FollowUp | None:
        """Return the open appointment of a client, or None."""
        where = "client = ? AND kind = 'appointment' AND done IS NULL ORDER BY due DESC, id DESC LIMIT 1"
        found = self._rows.all(f"{_FOLLOW_UP} WHERE {where}", client)
        return _follow_up(found[0]) if found else None

    def plan_first_weeks(self, client: int, start: date) -> tuple[int, ...]:
        """Plan follow-ups for the first three weeks after `start` and return their ids; one undo removes them together."""
        with self._undo.recording(Did.FOLLOW_UP_PLANNED, client) as record:
            return tuple(
                self.plan_along(record, client, Moment(kind, start + timedelta(weeks=week)))
                for week, kind in enumerate(FIRST_WEEKS, start=1)
            )

    def move_along(self, record: Recorder, follow_up: int, due: date, meeting: Meeting) -> None:
        """Move a follow-up to another day and time within the recording of another action."""
        record.update("follow_up", follow_up, {"due": due.isoformat(), **_met(meeting)})

    def end_along(self, record: Recorder, follow_up: int, result: CallResult, outcome: str) -> None:
        """Record within another action that a call of today ended a follow-up."""
        today = timestamps.today(self._clock).isoformat()
        record.update("follow_up", follow_up, {"done": today, "result": result.value, "outcome": outcome})

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
            Due(
                FollowUpSubject(about),
                number,
                client,
                code,
                date.fromisoformat(due),
                kind,
                words,
                bool(handover),
                _meeting(at, means, location),
            )
            for about, number, client, code, due, kind, words, handover, at, means, location in self._rows.all(
                _DUE, day, limit
            )
        ]

    def to_come(self) -> list[Due]:
        """Return all open steps with a due date and all open follow-ups, oldest first, without archived clients."""
        return self.due_list(date.max, limit=_ALL)

    def _update(self, follow_up: int, did: Did, values: Values) -> None:
        with self._undo.recording(did, self.get(follow_up).client) as record:
            record.update("follow_up", follow_up, values)


_ALL: Final = -1  # no LIMIT in SQLite
_FOLLOW_UP: Final = "SELECT id, client, kind, due, remark, done, outcome, time, means, location, result FROM follow_up"
_DUE: Final = """
    SELECT 'step', s.id, c.id, c.code, s.due AS due, s.who, s.what, s.handover, NULL, NULL, ''
    FROM step s JOIN client c ON c.id = s.client
    WHERE s.due <= ?1 AND s.done IS NULL AND s.dropped IS NULL AND NOT c.archived
    UNION ALL
    SELECT 'follow_up', f.id, c.id, c.code, f.due, f.kind, f.remark, 0, f.time, f.means, f.location
    FROM follow_up f JOIN client c ON c.id = f.client
    WHERE f.due <= ?1 AND f.done IS NULL AND NOT c.archived
    ORDER BY due, 1, 2 LIMIT ?2"""


def _planned(client: int, kind: FollowUpKind, due: date, remark: str) -> Values:
    return {"client": client, "kind": kind.value, "due": due.isoformat(), "remark": remark}


def _met(meeting: Meeting | None) -> Values:
    if meeting is None:
        return {}
    at = meeting.time.isoformat(timespec="minutes") if meeting.time else None
    return {"time": at, "means": meeting.means.value, "location": meeting.location}


def _meeting(at: str | None, means: str | None, location: str) -> Meeting | None:
    return Meeting(dt.time.fromisoformat(at) if at else None, Means(means), location) if means else None


def _follow_up(row: Row) -> FollowUp:
    number, client, kind, due, remark, done, outcome, at, means, location, result = row
    return FollowUp(
        number, client, FollowUpKind(kind), date.fromisoformat(due), remark, timestamps.day(done), outcome,
        _meeting(at, means, location), CallResult(result) if result else None,
    )  # fmt: skip
