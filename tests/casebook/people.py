"""Clients and conversations for the tests of the store."""

from datetime import date

from guidance_kb.casebook.records.session_records import Rules
from guidance_kb.casebook.storage.rows import Row
from guidance_kb.casebook.storage.store import Store
from guidance_kb.conversation.answers import State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Judgement, Session, SessionChange
from tests.casebook.conftest import Clock

RULES = Rules("2026.1", '{"version": "2026.1", "items": []}')
TODAY = date(2026, 11, 24)


def live(store: Store, checklist: Checklist, session: int) -> Session:
    """A conversation in hand, whose changes are saved."""

    def save(change: SessionChange | Judgement) -> None:
        store.sessions.save(session, change)

    resumed = store.sessions.resume(session)
    return Session.restored(checklist, resumed.answers, resumed.done, save, verdicts=resumed.verdicts)


def talk(store: Store, checklist: Checklist, client: int, **states: State) -> int:
    """A finished conversation in which some items were answered; `vraag_zorg` stands for `vraag-zorg`."""
    session = store.sessions.begin(client, RULES)
    held = live(store, checklist, session)
    for item, state in states.items():
        held.set_state(item.replace("_", "-"), state)
    store.sessions.finish(session)
    return session


def client(store: Store, code: str = "K-1") -> int:
    """A client without anything."""
    return store.clients.add(code).id


def restarted(store: Store, clock: Clock) -> Store:
    """The store as it is after the program was closed and started again."""
    return Store(store.database, clock)


_OURS = ("action", "sqlite_sequence", "_sqlite_migrations")


def everything(store: Store) -> dict[str, list[Row]]:
    """Every row of every table, but for what is kept to undo: what has to be equal after it."""
    tables = store.rows.all(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'word_%' ORDER BY name"
    )
    kept = [name for (name,) in tables if name not in _OURS]
    return {name: store.rows.all(f"SELECT * FROM {name} ORDER BY 1") for name in kept}  # noqa: S608
