"""What the view shows of one client, read in one go on the casebook's worker. Nothing of Qt."""

from collections.abc import Mapping
from dataclasses import dataclass

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
    """One client.

    Attributes:
        timeline: What happened, and what is still to be done.
        steps: Every step, the first agreed first.
        follow_ups: Every follow-up, in the order of their days.
        notes: Every note, the first first.
        drafts: The conversations that are not finished, the last changed first.
        sessions: How many conversations there are.
        verdicts: What was done with the signals of the last conversation, by target, as far as it stands.
        undo: What can be taken back, or None.
        keep_months: How many months a record is kept after the guidance ended.
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

    @property
    def id(self) -> int:
        """The id of the client."""
        return self.timeline.client.id

    @property
    def targets(self) -> tuple[str, ...]:
        """What the last conversation points to and was not set aside: what a step may be about."""
        last = self.timeline.last
        return tuple(signal.target for signal in last.spoken.signals) if last else ()


def read(store: Store, client: int) -> Record | None:
    """Returns a client's record, or None when there is none any more: it was erased, or its making was taken back."""
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
        store.sessions.signals_of(last.spoken.held.id).standing if last else {},
        store.undo.last(client),
        store.settings.keep_months,
    )
