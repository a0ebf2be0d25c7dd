"""The data that the records view shows about one client, read in one query on the worker. It does not use Qt."""

from collections.abc import Mapping
from dataclasses import dataclass

from guidance_kb.casebook.records.consents import Consent
from guidance_kb.casebook.records.followups import FollowUp
from guidance_kb.casebook.records.notes import Note
from guidance_kb.casebook.records.session_records import SessionRecord, SessionState
from guidance_kb.casebook.records.steps import Step
from guidance_kb.casebook.records.timeline import Timeline
from guidance_kb.casebook.records.undo import Last
from guidance_kb.casebook.storage.store import Store
from guidance_kb.conversation.verdicts import Judged


@dataclass(frozen=True, slots=True)
class Record:
    """The record of one client.

    Attributes:
        timeline: The client, the events, the open steps and the planned follow-ups.
        steps: All steps, in the order in which they were agreed.
        follow_ups: All follow-ups, by day.
        notes: All notes, oldest first.
        drafts: The unfinished conversations, last changed first.
        sessions: The number of conversations.
        verdicts: The verdicts on the signals of the last conversation that still apply, by target.
        undo: The action that can be undone, or None.
        keep_months: The retention period after the end of the guidance, in months.
        goal: The goal that the client named last, in the client's own words; empty if none.
        consent: What the client said when asked for consent; None if nobody asked.
    """

    timeline: Timeline
    steps: tuple[Step, ...]
    follow_ups: tuple[FollowUp, ...]
    notes: tuple[Note, ...]
    drafts: tuple[SessionRecord, ...]
    sessions: int
    verdicts: Mapping[str, Judged]
    undo: Last | None
    keep_months: int
    goal: str
    consent: Consent | None

    @property
    def id(self) -> int:
        """The id of the client."""
        return self.timeline.client.id

    @property
    def targets(self) -> tuple[str, ...]:
        """The targets of the signals of the last conversation, which a step may be about."""
        last = self.timeline.last
        return tuple(signal.target for signal in last.spoken.signals) if last else ()


def read(store: Store, client: int) -> Record | None:
    """Return the record of a client; None if the client was erased or its creation undone."""
    if store.rows.first("SELECT 1 FROM client WHERE id = ?", client) is None:
        return None
    timeline = store.timeline(client)
    sessions = store.sessions.of_client(client)
    drafts = [held for held in sessions if held.state is SessionState.DRAFT]
    last = timeline.last
    return Record(
        timeline,
        tuple(store.steps.of_client(client)),
        tuple(store.follow_ups.of_client(client)),
        tuple(store.notes.of_client(client)),
        tuple(sorted(drafts, key=lambda held: held.changed, reverse=True)),
        len(sessions),
        store.sessions.signals_of(last.spoken.held.id).current_verdicts if last else {},
        store.undo.last(client),
        store.settings.keep_months,
        store.sessions.goal_of_client(client),
        store.consents.of_client(client),
    )
