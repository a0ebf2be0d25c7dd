"""The client's consent to keep a record: asked at the first saving, dated, and withdrawn at any time."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from guidance_kb.casebook.records.undo import Undo, UndoKind
from guidance_kb.casebook.storage import timestamps
from guidance_kb.casebook.storage.rows import Row, Rows, Values
from guidance_kb.casebook.storage.timestamps import Clock
from guidance_kb.errors import BugError


class Reply(StrEnum):
    """What the client said when asked for consent."""

    YES = "yes"
    NO = "no"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Consent:
    """An answer to the question for consent; times as stored. `withdrawn` is None while it holds."""

    id: int
    client: int
    at: str
    reply: Reply
    withdrawn: str | None

    @property
    def holds(self) -> bool:
        """Whether the client consented and did not withdraw it."""
        return self.reply is Reply.YES and self.withdrawn is None


class Consents:
    """The consents of one open casebook."""

    def __init__(self, rows: Rows, undo: Undo, clock: Clock) -> None:
        self._rows, self._undo, self._clock = rows, undo, clock

    def put(self, client: int, reply: Reply) -> int:
        """Store what the client said now and return its id."""
        with self._undo.recording(UndoKind.CONSENT_ASKED, client) as record:
            values: Values = {"client": client, "at": timestamps.now(self._clock), "reply": reply.value}
            return record.insert("consent", values)

    def withdraw(self, client: int) -> None:
        """Withdraw the client's consent.

        Raises:
            BugError: There is none that holds.
        """
        held = self.of_client(client)
        if held is None or not held.holds:
            raise BugError("there is no consent to withdraw")
        with self._undo.recording(UndoKind.CONSENT_WITHDRAWN, client) as record:
            record.update("consent", held.id, {"withdrawn": timestamps.now(self._clock)})

    def of_client(self, client: int) -> Consent | None:
        """Return the last answer of a client, or None if the client was not asked yet."""
        found = self._rows.all(f"{_CONSENT} WHERE client = ? ORDER BY id DESC LIMIT 1", client)
        return _consent(found[0]) if found else None

    def holds(self, client: int) -> bool:
        """Return whether the client's consent holds now."""
        held = self.of_client(client)
        return held is not None and held.holds


_CONSENT: Final = "SELECT id, client, at, reply, withdrawn FROM consent"


def _consent(row: Row) -> Consent:
    number, client, at, reply, withdrawn = row
    return Consent(number, client, at, Reply(reply), withdrawn)
