"""Finishing a session together with its agreements, in one transaction and as one undo entry."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence

from guidance_kb.casebook.records.followups import Moment
from guidance_kb.casebook.records.steps import Terms
from guidance_kb.casebook.records.undo import Recorder
from guidance_kb.casebook.storage.store import Store


def finish(
    store: Store,
    session: int,
    steps: Iterable[Terms],
    moments: Iterable[Moment],
    place: Callable[[Sequence[int]], Mapping[str, object]],
) -> None:
    """Finish a draft.

    Args:
        store: The open casebook.
        session: The draft.
        steps: Agreed steps that are not stored yet.
        moments: Follow-ups to plan; an appointment replaces the open one.
        place: Returns the place of the session, as JSON values, for the ids of the stored steps.

    Raises:
        BugError: The session is finished already.
        KnownError: For instance a full disk; nothing has changed.
    """
    client = store.sessions.get(session).client

    def along(record: Recorder) -> None:
        """Write the steps, the follow-ups and the place, in the transaction that finishes the session."""
        kept = [store.steps.agree_along(record, client, terms, session) for terms in steps]
        for moment in moments:
            if moment.meeting is None:
                store.follow_ups.plan_along(record, client, moment)
            else:
                store.follow_ups.appoint_along(record, client, moment.due, moment.meeting)
        record.update("session", session, {"place": json.dumps(place(kept), ensure_ascii=False)})

    store.sessions.finish(session, along)
