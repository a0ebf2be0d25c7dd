"""What a conversation finds of the contacts before it: answers, open steps, planned moments and consent."""

from dataclasses import dataclass

from guidance_kb.casebook.records.consents import Consent
from guidance_kb.casebook.records.followups import FollowUp
from guidance_kb.casebook.records.session_records import SessionRecord
from guidance_kb.casebook.records.steps import Step
from guidance_kb.casebook.records.undo import UndoKind
from guidance_kb.casebook.storage.store import Store
from guidance_kb.conversation.last_time import LastTime


@dataclass(frozen=True, slots=True)
class Earlier:
    """The contacts of a client before one conversation.

    Attributes:
        number: The number of the conversation among those of the client by day, from 1.
        held: The conversation itself; None if nothing of it is stored yet.
        last_time: The latest answers of the conversations before.
        steps: The steps agreed before that are open, and those that were asked about since it began, in the order of their days.
        planned: The open follow-ups, with the next appointment.
        consent: What the client said about the record; None if that was not asked.
        reviewed_last: Whether the last change of the record is how a step went, so that undo takes that back.
    """

    number: int
    held: SessionRecord | None
    last_time: LastTime
    steps: tuple[Step, ...]
    planned: tuple[FollowUp, ...]
    consent: Consent | None
    reviewed_last: bool


def earlier(store: Store, client: int, session: int | None) -> Earlier:
    """Return what there is of a client before a conversation.

    Args:
        store: The open casebook.
        client: The client.
        session: The conversation; None if nothing of it is stored yet.
    """
    conversations = store.sessions.of_client(client)
    ids = [each.id for each in conversations]
    place = ids.index(session) if session in ids else len(ids)
    held = conversations[place] if session in ids else None
    since = held.day if held is not None else store.today
    last = store.undo.last(client)
    steps = [step for step in store.steps.of_client(client) if session is None or step.session != session]
    return Earlier(
        place + 1,
        held,
        LastTime.of((each.day, store.sessions.answers(each.id)) for each in conversations[:place]),
        tuple(step for step in steps if step.open or (step.reviewed is not None and step.reviewed >= since)),
        tuple(each for each in store.follow_ups.of_client(client) if each.done is None),
        store.consents.of_client(client),
        last is not None and last.kind is UndoKind.STEP_REVIEWED,
    )
