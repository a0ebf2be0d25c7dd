"""A call to a client: what came of it, how the agreed steps went, and the next moment, in one transaction and as one undo entry."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from guidance_kb.casebook.records.followups import CallResult, FollowUp, FollowUpKind, Means, Meeting, Moment
from guidance_kb.casebook.records.steps import StepResult
from guidance_kb.casebook.records.undo import Recorder, UndoKind
from guidance_kb.casebook.storage.store import Store

BY_PHONE: Final = Meeting(None, Means.PHONE)
"""A call without a time."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call of today.

    Attributes:
        result: What came of it.
        line: One line about it, in the counselor's words.
        steps: How the agreed steps went, by id, without those that were not asked about.
        next_day: The day of the next contact, or of the next attempt; None if there is none.
        meeting: The time of that day, and whether the client is called or met.
    """

    result: CallResult
    line: str = ""
    steps: Mapping[int, StepResult] = field(default_factory=dict)
    next_day: date | None = None
    meeting: Meeting = BY_PHONE


def record_call(store: Store, client: int, about: int | None, call: Call) -> None:
    """Record a call of today.

    The follow-up that asked for the call is done, and the next moment is planned: as the appointment of the client, unless there is one.
    While the client was not spoken to and there is a next attempt, that follow-up stays open and moves to its day, so that a calendar
    moves it too; the attempt is a follow-up of its own, done today.

    Args:
        store: The open casebook.
        client: The client.
        about: The follow-up that asked for the call; None if none was planned.
        call: What came of it.
    """
    with store.undo.recording(UndoKind.CALL_RECORDED, client) as record:
        for step, result in call.steps.items():
            store.steps.review_along(record, step, result)
        if about is not None and call.next_day is not None and call.result is not CallResult.SPOKEN:
            _attempt(store, record, client, store.follow_ups.get(about).kind, call)
            store.follow_ups.move_along(record, about, call.next_day, call.meeting)
            return
        if about is None:
            _attempt(store, record, client, FollowUpKind.OTHER, call)
        else:
            store.follow_ups.end_along(record, about, call.result, call.line)
        if call.next_day is not None:
            agreed = call.result is CallResult.SPOKEN and store.follow_ups.appointment_of(client) is None
            kind = FollowUpKind.APPOINTMENT if agreed else FollowUpKind.OTHER
            store.follow_ups.plan_along(record, client, Moment(kind, call.next_day, call.meeting))


def _attempt(store: Store, record: Recorder, client: int, kind: FollowUpKind, call: Call) -> None:
    """Insert a follow-up that is the call itself."""
    made = store.follow_ups.plan_along(record, client, Moment(kind, store.today, BY_PHONE))
    store.follow_ups.end_along(record, made, call.result, call.line)


def attempts(follow_ups: Sequence[FollowUp]) -> tuple[FollowUp, ...]:
    """Return the calls without success since the client was last spoken to by telephone, oldest first."""
    calls = sorted(
        (each for each in follow_ups if each.result is not None and each.done is not None),
        key=lambda each: (each.done or each.due, each.id),
    )
    spoken = [place for place, each in enumerate(calls) if each.result is CallResult.SPOKEN]
    return tuple(calls[spoken[-1] + 1 if spoken else 0 :])
