"""Records for the tour: fictitious clients, whose codes and texts cannot be mistaken for real ones."""

import json
import secrets
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from guidance_kb.casebook.records.followups import FollowUpKind
from guidance_kb.casebook.records.session_records import Rules
from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.transfer.transfers import SUFFIX, Transfers
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.conversation.answers import By, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Session
from guidance_kb.documents.checklist import checklist_as_data
from guidance_kb.language import Text

_REMARK: Final = Text("Oefencliënt: bestaat niet", "Practice client: does not exist")
_NOTE: Final = Text(
    "Oefentekst. Wil na de zomer beginnen; wil eerst een middag meekijken.",
    "Practice text. Wants to begin after the summer, and to sit in for an afternoon first.",
)
_LOOK_ON: Final = Text("Een middag meekijken bij de opleiding", "Sit in on the course for an afternoon")
_CALL: Final = Text("Samen bellen met de kinderopvang", "Call the child care together")
_SHORTER: Final = Text("Navragen of de intake korter kan", "Ask whether the intake can be shorter")
_ARRIVES: Final = Text("Warm overdragen aan het taalhuis", "Warm hand-over to the language centre")


_SAID: Final = (
    ("vraag-dichtbij", State.NAMED),
    ("vraag-zorg", State.NAMED),
    ("vraag-geld", State.NAMED),
    ("vraag-reizen", State.NOT_AN_ISSUE),
)


def fill(store: Store, checklist: Checklist, *, dutch: bool) -> int:
    """Write three clients, one of them with a history of three weeks, and return its id."""

    def say(text: Text) -> str:
        return text.nl if dutch else text.en

    def ago(days: int) -> Store:
        """Return the same casebook with a clock that is this many days behind."""
        return Store(store.database, lambda: datetime.now(UTC) - timedelta(days=days))

    today = datetime.now().astimezone().date()
    begun = ago(21)
    client = begun.clients.add("K-001", say(_REMARK)).id
    first = begun.sessions.begin(client, *_first_contact(checklist))
    begun.sessions.finish(first)
    for text, who, due, handover in (
        (_CALL, Who.COUNSELOR, -14, False),
        (_LOOK_ON, Who.CLIENT, 4, False),
        (_SHORTER, Who.SERVICE, 9, False),
        (_ARRIVES, Who.COUNSELOR, 12, True),
    ):
        begun.steps.agree(client, Terms(say(text), who, today + timedelta(days=due), handover=handover), first)
    begun.steps.done(begun.steps.open_of(client)[0].id, today - timedelta(days=15))
    ago(8).notes.write(client, say(_NOTE))
    store.follow_ups.plan_first_weeks(client, today)
    for code, due in (("K-002", 0), ("K-003", 6)):
        other = ago(5).clients.add(code, say(_REMARK)).id
        store.follow_ups.plan(other, FollowUpKind.PLACEMENT, today + timedelta(days=due))
    return client


def from_a_colleague(folder: Path, checklist: Checklist, *, dutch: bool) -> tuple[Path, str]:
    """Transfer a client of a fictitious colleague; return the file and the spoken code.

    Args:
        folder: The folder for the file and the colleague's casebook.
        checklist: The checklist of the conversation.
        dutch: Whether the texts are in Dutch or in English.
    """
    vault = Vault(folder / "colleague")
    passphrase = secrets.token_hex(16)
    vault.create(passphrase)
    database = vault.open(passphrase).database
    store = Store(database, lambda: datetime.now(UTC) - timedelta(days=9))
    client = store.clients.add("P-014", _REMARK.nl if dutch else _REMARK.en).id
    store.sessions.finish(store.sessions.begin(client, *_first_contact(checklist)))
    store.notes.write(client, _NOTE.nl if dutch else _NOTE.en)
    file = folder / f"P-014{SUFFIX}"
    code = Transfers(store, lambda: datetime.now(UTC)).hand_over(client, file)
    vault.close()
    return file, code


def _first_contact(checklist: Checklist) -> tuple[Rules, Session]:
    session = Session(checklist)
    for item, state in _SAID:
        session.set_state(item, state)
    session.set_by("vraag-geld", By.OBSERVED)
    return Rules(checklist.version, json.dumps(checklist_as_data(checklist), ensure_ascii=False)), session
