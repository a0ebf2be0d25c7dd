"""Agreed steps: text, who does it and by when. A warm hand-over remains open until the client has arrived."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from guidance_kb.casebook.records.undo import Recorder, Undo, UndoKind
from guidance_kb.casebook.storage import timestamps
from guidance_kb.casebook.storage.rows import Row, Rows, Value, Values
from guidance_kb.casebook.storage.timestamps import Clock
from guidance_kb.errors import BugError
from guidance_kb.language import Text


class Who(StrEnum):
    """The person who takes the step."""

    CLIENT = "client"
    COUNSELOR = "counselor"
    SERVICE = "service"


class StepResult(StrEnum):
    """How a step went, as the client says; a step without a result was not asked about."""

    SUCCEEDED = "succeeded"
    PARTLY = "partly"
    NOT = "not"
    LATER = "later"


STEP_RESULTS: Final[Mapping[StepResult, Text]] = {
    StepResult.SUCCEEDED: Text("gelukt", "worked out"),
    StepResult.PARTLY: Text("deels gelukt", "partly worked out"),
    StepResult.NOT: Text("niet gelukt", "did not work out"),
    StepResult.LATER: Text("later", "later"),
}

TAKERS: Final[Mapping[Who, Text]] = {
    Who.CLIENT: Text("cliënt", "client"),
    Who.COUNSELOR: Text("begeleider", "counselor"),
    Who.SERVICE: Text("dienst", "service"),
}
"""Who takes a step."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a step.

    Attributes:
        due: The due date, or None.
        target: The barrier, drive or need that it is about, or None.
        recommendation: The entry that it follows, or None.
        handover: Whether the client is handed over to somebody else; it is done when the client has arrived there.
    """

    what: str
    who: Who
    due: date | None = None
    target: str | None = None
    recommendation: str | None = None
    handover: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A stored step.

    Attributes:
        session: The conversation in which it was agreed, if any.
        agreed: The time of the agreement, as stored.
        done: The day on which it was done, or on which the client arrived.
        dropped: The day on which it was abandoned.
        result: How it went when that was last asked, on the day `reviewed`; None if it was not asked.
    """

    id: int
    client: int
    session: int | None
    terms: Terms
    agreed: str
    done: date | None
    dropped: date | None
    result: StepResult | None = None
    reviewed: date | None = None

    @property
    def open(self) -> bool:
        """Whether it is neither done nor abandoned."""
        return self.done is None and self.dropped is None


class Steps:
    """The steps of one open casebook."""

    def __init__(self, rows: Rows, undo: Undo, clock: Clock) -> None:
        self._rows, self._undo, self._clock = rows, undo, clock

    def agree(self, client: int, terms: Terms, session: int | None = None) -> int:
        """Store a new step and return its id."""
        with self._undo.recording(UndoKind.STEP_AGREED, client) as record:
            return self.agree_along(record, client, terms, session)

    def agree_along(self, record: Recorder, client: int, terms: Terms, session: int | None) -> int:
        """Store a new step within the recording of another action, and return its id."""
        values = {"client": client, "session": session, **_values(terms), "agreed": timestamps.now(self._clock)}
        return record.insert("step", values)

    def change(self, step: int, terms: Terms) -> None:
        """Change the terms."""
        self._update(step, UndoKind.STEP_CHANGED, _values(terms))

    def done(self, step: int, day: date | None = None) -> None:
        """Mark a step as done on `day` or today.

        Raises:
            BugError: It is a hand-over, which ends with the arrival of the client (`arrived`).
        """
        if self.get(step).terms.handover:
            raise BugError("a hand-over is done when the client has arrived")
        self._end(step, UndoKind.STEP_DONE, "done", day)

    def arrived(self, step: int, day: date | None = None) -> None:
        """Record that the client of a hand-over arrived, on `day` or today.

        Raises:
            BugError: It is not a hand-over.
        """
        if not self.get(step).terms.handover:
            raise BugError("only with a hand-over does somebody arrive")
        self._end(step, UndoKind.STEP_DONE, "done", day)

    def review(self, step: int, result: StepResult, due: date | None = None, day: date | None = None) -> None:
        """Record how a step went, asked on `day` or today.

        A step that succeeded is done; every other one stays open.

        Args:
            step: The step.
            result: How it went.
            due: A new due date for a step that stays open; None keeps the present one.
            day: The day on which it was asked.
        """
        with self._undo.recording(UndoKind.STEP_REVIEWED, self.get(step).client) as record:
            self.review_along(record, step, result, due, day)

    def review_along(
        self, record: Recorder, step: int, result: StepResult, due: date | None = None, day: date | None = None
    ) -> None:
        """Record how a step went within the recording of another action; arguments as `review`."""
        asked = (day or timestamps.today(self._clock)).isoformat()
        values: dict[str, Value] = {"result": result.value, "reviewed": asked, "dropped": None}
        values["done"] = asked if result is StepResult.SUCCEEDED else None
        if due is not None and result is not StepResult.SUCCEEDED:
            values["due"] = due.isoformat()
        record.update("step", step, values)

    def drop(self, step: int, day: date | None = None) -> None:
        """Abandon a step on `day` or today."""
        self._end(step, UndoKind.STEP_DROPPED, "dropped", day)

    def reopen(self, step: int) -> None:
        """Reopen a step that was done or abandoned."""
        self._update(step, UndoKind.STEP_REOPENED, {"done": None, "dropped": None})

    def remove(self, step: int) -> None:
        """Remove a step that was added by mistake; undo restores it until the end of the day."""
        with self._undo.recording(UndoKind.STEP_REMOVED, self.get(step).client) as record:
            record.delete("step", step)

    def get(self, step: int) -> Step:
        """Return a step.

        Raises:
            BugError: The id does not exist.
        """
        return _step(self._rows.the(f"{_STEP} WHERE id = ?", step))

    def of_client(self, client: int) -> list[Step]:
        """Return all steps of a client, oldest first."""
        return [_step(row) for row in self._rows.all(f"{_STEP} WHERE client = ? ORDER BY agreed, id", client)]

    def open_of(self, client: int) -> list[Step]:
        """Return the open steps of a client by due date; those without a date are last."""
        where = "client = ? AND done IS NULL AND dropped IS NULL"
        return [_step(row) for row in self._rows.all(f"{_STEP} WHERE {where} ORDER BY due IS NULL, due, id", client)]

    def _end(self, step: int, kind: UndoKind, column: str, day: date | None) -> None:
        ended = (day or timestamps.today(self._clock)).isoformat()
        self._update(step, kind, {"done": None, "dropped": None} | {column: ended})

    def _update(self, step: int, kind: UndoKind, values: Values) -> None:
        with self._undo.recording(kind, self.get(step).client) as record:
            record.update("step", step, values)


_STEP: Final = (
    "SELECT id, client, session, what, who, due, target, recommendation, handover, agreed, done, dropped,"
    " result, reviewed FROM step"
)


def _step(row: Row) -> Step:
    (
        number,
        client,
        session,
        what,
        who,
        due,
        target,
        recommendation,
        handover,
        agreed,
        done,
        dropped,
        result,
        reviewed,
    ) = row
    terms = Terms(what, Who(who), timestamps.day(due), target, recommendation, bool(handover))
    return Step(
        number, client, session, terms, agreed, timestamps.day(done), timestamps.day(dropped),
        StepResult(result) if result else None, timestamps.day(reviewed),
    )  # fmt: skip


def _values(terms: Terms) -> Values:
    return {
        "what": terms.what, "who": terms.who.value, "due": terms.due.isoformat() if terms.due else None,
        "target": terms.target, "recommendation": terms.recommendation, "handover": int(terms.handover),
    }  # fmt: skip
