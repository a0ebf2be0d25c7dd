"""The timeline of a client: sessions, differences between consecutive ones, and agreements. Pure functions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from guidance_kb.casebook.records.clients import Client
from guidance_kb.casebook.records.differences import SessionComparison, compare
from guidance_kb.casebook.records.followups import FollowUp
from guidance_kb.casebook.records.notes import Note
from guidance_kb.casebook.records.session_records import Spoken
from guidance_kb.casebook.records.steps import Step
from guidance_kb.casebook.storage import timestamps


class Happened(StrEnum):
    """Kinds of events; events of one day are in this order."""

    OPENED = "opened"  # the record was created
    CONVERSATION = "conversation"
    STEP_AGREED = "step_agreed"
    NOTE = "note"
    STEP_DONE = "step_done"
    ARRIVED = "arrived"  # of a warm hand-over
    STEP_DROPPED = "step_dropped"
    FOLLOWED_UP = "followed_up"
    CALLED = "called"  # spoken to, or an attempt
    CLOSED = "closed"  # the guidance ended


@dataclass(frozen=True, slots=True)
class Conversation:
    """A session in the timeline; `comparison` is with the previous one, None for the first."""

    spoken: Spoken
    comparison: SessionComparison | None


@dataclass(frozen=True, slots=True)
class Event:
    """An event on a local day, with its subject."""

    day: date
    what: Happened
    about: Conversation | Step | Note | FollowUp | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """The events of a client.

    Attributes:
        events: Latest first.
        last: The last session, or None.
        open_steps: Open steps by due date; those without a date are last.
        planned: The open follow-ups.
    """

    client: Client
    events: tuple[Event, ...]
    last: Conversation | None
    open_steps: tuple[Step, ...]
    planned: tuple[FollowUp, ...]


def timeline(
    client: Client,
    spoken: Sequence[Spoken],
    steps: Sequence[Step],
    notes: Sequence[Note],
    follow_ups: Sequence[FollowUp],
) -> Timeline:
    """Merge the rows of one client, each kind in its own order, into one timeline."""
    conversations = [Conversation(first, None) for first in spoken[:1]]
    conversations += [Conversation(later, compare(earlier, later)) for earlier, later in pairwise(spoken)]
    events = [Event(timestamps.day_of(client.opened), Happened.OPENED)]
    events += [Event(each.spoken.held.day, Happened.CONVERSATION, each) for each in conversations]
    entered_later = {each.spoken.held.id: each.spoken.held.day for each in conversations if each.spoken.held.held}
    events += [event for step in steps for event in _of_step(step, entered_later.get(step.session or 0))]
    events += [Event(timestamps.day_of(note.written), Happened.NOTE, note) for note in notes]
    events += [
        Event(each.done, Happened.CALLED if each.result else Happened.FOLLOWED_UP, each)
        for each in follow_ups
        if each.done
    ]
    events += [Event(client.closed, Happened.CLOSED)] if client.closed else []
    order = list(Happened)
    events.sort(key=lambda event: (event.day, order.index(event.what)))
    return Timeline(
        client,
        tuple(reversed(events)),
        conversations[-1] if conversations else None,
        tuple(sorted((step for step in steps if step.open), key=lambda step: step.terms.due or date.max)),
        tuple(each for each in follow_ups if not each.done),
    )


def _of_step(step: Step, agreed: date | None) -> Iterator[Event]:
    """Yield the events of a step; `agreed` is the day of a conversation that was entered later than it was held."""
    yield Event(agreed or timestamps.day_of(step.agreed), Happened.STEP_AGREED, step)
    if step.done:
        yield Event(step.done, Happened.ARRIVED if step.terms.handover else Happened.STEP_DONE, step)
    if step.dropped:
        yield Event(step.dropped, Happened.STEP_DROPPED, step)
