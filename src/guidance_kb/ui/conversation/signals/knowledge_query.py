"""Reads and changes of a stored conversation, to be run on the casebook's worker."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from guidance_kb.casebook.records.session_records import Resumed, Rules
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Session
from guidance_kb.conversation.signals import Signal
from guidance_kb.conversation.verdicts import Judged
from guidance_kb.errors import KnownError

if TYPE_CHECKING:  # a conversation needs no casebook, and is shown before one is opened
    from guidance_kb.casebook.records.earlier import Earlier
    from guidance_kb.casebook.storage.store import Store


@dataclass(frozen=True, slots=True)
class KnowledgeFound:
    """A stored conversation.

    Attributes:
        resumed: The result of the store.
        code: The client code.
        earlier: What there is of the client before it.
        signals: The stored signals if it is finished; None for a draft, whose signals are computed by today's rules.
    """

    resumed: Resumed
    code: str
    earlier: "Earlier"
    signals: tuple[Signal, ...] | None


def find(store: "Store", session: int, checklist: Checklist, rules: Rules) -> KnowledgeFound:
    """Resume a draft, or read a finished conversation; a draft by older rules is converted to today's."""
    resumed = store.sessions.resume(session)
    code = store.clients.get(resumed.held.client).code
    earlier = earlier_of(store, resumed.held.client, session)
    if resumed.held.finished is not None:
        return KnowledgeFound(resumed, code, earlier, store.sessions.signals_of(session).signals)
    if resumed.held.checklist != rules.version:
        store.sessions.adopt(session, rules, Session.restored(checklist, resumed.answers).signals)
    return KnowledgeFound(resumed, code, earlier, None)


def earlier_of(store: "Store", client: int, session: int | None) -> "Earlier":
    """Return what there is of a client before a conversation; `session` is None while nothing of it is stored."""
    from guidance_kb.casebook.records.earlier import earlier  # noqa: PLC0415 - on the worker, where it is needed first

    return earlier(store, client, session)


def look(
    store: "Store", session: int, client: int, finished: str | None, verdicts: Mapping[str, Judged]
) -> "tuple[str, Earlier, bool] | None":
    """Check a conversation that is on screen.

    Returns:
        The client code, what there is before the conversation, and whether the stored state equals the given one; None if it was removed.
    """
    found = next((each for each in store.sessions.of_client(client) if each.id == session), None)
    if found is None:
        return None
    same = found.finished == finished and store.sessions.signals_of(session).verdicts == verdicts
    return store.clients.get(client).code, earlier_of(store, client, session), same


def take_finish_back(store: "Store", client: int) -> None:
    """Undo the finishing of a conversation, without a trace.

    Raises:
        KnownError: It is not the last change of this client's record.
    """
    last = store.undo.last(client)
    if last is None or last.kind.value != "session_finished":
        raise KnownError(
            "Het afronden kan niet meer ongedaan worden gemaakt, omdat er daarna iets anders is gedaan. Heropen het gesprek.",
            "Finishing can no longer be undone, because something else was done since. Open the conversation again.",
        )
    store.undo.take_back(client)
