"""Finishing a conversation together with what was agreed in it: all of it or nothing, and one undo takes it back."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from guidance_kb.casebook.records.followups import FollowUpKind
from guidance_kb.casebook.records.steps import Terms
from guidance_kb.casebook.records.undo import Recorder
from guidance_kb.casebook.storage.store import Store


def finish(
    store: Store,
    session: int,
    steps: Iterable[Terms],
    moments: Iterable[tuple[FollowUpKind, date]],
    place: Callable[[Sequence[int]], Mapping[str, object]],
) -> None:
    """Finishes a draft.

    Args:
        store: The open casebook.
        session: The draft.
        steps: What was agreed and is not in the record yet.
        moments: When the counselor will ask how it goes.
        place: The place of the conversation once the steps have these ids, as JSON values.

    Raises:
        BugError: It is finished.
        KnownError: The disk is full, say; nothing has changed.
    """
    client = store.sessions.get(session).client

    def along(record: Recorder) -> None:
        """Writes the steps, the moments and the place, in the transaction that finishes the conversation."""
        kept = [store.steps.agree_along(record, client, terms, session) for terms in steps]
        for kind, due in moments:
            store.follow_ups.plan_along(record, client, kind, due)
        record.update("session", session, {"place": json.dumps(place(kept), ensure_ascii=False)})

    store.sessions.finish(session, along)
