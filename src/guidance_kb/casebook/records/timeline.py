"""The timeline of a client, to read in half a minute: conversations, what changed from one to the next, and what was agreed. Pure."""

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
    """What happened, on one day in this order."""

    OPENED = "opened"  # the record was made
    CONVERSATION = "conversation"
    STEP_AGREED = "step_agreed"
    NOTE = "note"
    STEP_DONE = "step_done"
    ARRIVED = "arrived"  # of a warm hand-over
    STEP_DROPPED = "step_dropped"
    FOLLOWED_UP = "followed_up"
    CLOSED = "closed"  # the guidance ended


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation in the timeline; `comparison` is with the one before it, None for the first."""

    spoken: Spoken
    comparison: SessionComparison | None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a local day, and what it is about."""

    day: date
    what: Happened
    about: Conversation | Step | Note | FollowUp | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """What happened with a client.

    Attributes:
        events: The last first.
        last: The last conversation, or None.
        open_steps: What still has to be done, what is due first, first; without a day last.
        planned: The follow-ups that are to come or due.
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
    """Puts the rows of one client, each kind in its own order, into one order."""
    conversations = [Conversation(first, None) for first in spoken[:1]]
    conversations += [Conversation(later, compare(earlier, later)) for earlier, later in pairwise(spoken)]
    events = [Event(timestamps.day_of(client.opened), Happened.OPENED)]
    events += [
        Event(timestamps.day_of(each.spoken.held.started), Happened.CONVERSATION, each) for each in conversations
    ]
    events += [event for step in steps for event in _of_step(step)]
    events += [Event(timestamps.day_of(note.written), Happened.NOTE, note) for note in notes]
    events += [Event(each.done, Happened.FOLLOWED_UP, each) for each in follow_ups if each.done]
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


def _of_step(step: Step) -> Iterator[Event]:
    yield Event(timestamps.day_of(step.agreed), Happened.STEP_AGREED, step)
    if step.done:
        yield Event(step.done, Happened.ARRIVED if step.terms.handover else Happened.STEP_DONE, step)
    if step.dropped:
        yield Event(step.dropped, Happened.STEP_DROPPED, step)
