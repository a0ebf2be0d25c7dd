"""The client's consent to keep a record: asked at the first saving, dated, and withdrawn at any time."""

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from guidance_kb.casebook.records import session_rows
from guidance_kb.casebook.records.undo import Recorder, Undo, UndoKind
from guidance_kb.casebook.storage import timestamps
from guidance_kb.casebook.storage.rows import Row, Rows, Values
from guidance_kb.casebook.storage.timestamps import Clock
from guidance_kb.conversation.consent import PRIVATE_ITEMS, PRIVATE_TARGETS, kept_place, kept_signals
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
        """Withdraw the client's consent, and remove what is kept with it only; undo restores both until the end of the day.

        Raises:
            BugError: There is none that holds.
        """
        held = self.of_client(client)
        if held is None or not held.holds:
            raise BugError("there is no consent to withdraw")
        with self._undo.recording(UndoKind.CONSENT_WITHDRAWN, client) as record:
            record.update("consent", held.id, {"withdrawn": timestamps.now(self._clock)})
            self._remove_private(record, client)

    def _remove_private(self, record: Recorder, client: int) -> None:
        """Remove the answers about health, debts and the law, and what rests on them, from every conversation of a client."""
        items, targets = (", ".join(f"'{each}'" for each in sorted(ids)) for ids in (PRIVATE_ITEMS, PRIVATE_TARGETS))
        of_client = "session IN (SELECT id FROM session WHERE client = ?)"
        rows = {
            "answer": f"{of_client} AND item IN ({items})",
            "answer_change": f"{of_client} AND item IN ({items}, {targets})",
            "verdict": f"{of_client} AND target IN ({targets})",
            "step": f"client = ? AND target IN ({targets})",
        }
        for table, where in rows.items():
            for (row,) in self._rows.all(f"SELECT id FROM {table} WHERE {where}", client):  # noqa: S608 - ids of ours
                record.delete(table, row)
        for row, target, level, reasons in self._rows.all(
            f"SELECT id, target, level, reasons FROM signal WHERE {of_client}",  # noqa: S608
            client,
        ):
            signal = session_rows.signal(target, level, reasons)
            kept = kept_signals([signal])
            if not kept:
                record.delete("signal", row)
            elif kept[0] != signal:
                values = {"level": kept[0].level.value, "reasons": session_rows.reasons_as_json(kept[0])}
                record.update("signal", row, values)
        for row, evidence in self._rows.all(f"SELECT id, evidence FROM verdict WHERE {of_client}", client):  # noqa: S608
            pieces = [] if evidence is None else json.loads(evidence)
            kept_pieces = [piece for piece in pieces if piece.removesuffix("!") not in PRIVATE_ITEMS]
            if kept_pieces != pieces:
                record.update("verdict", row, {"evidence": json.dumps(kept_pieces)})
        for row, place in self._rows.all("SELECT id, place FROM session WHERE client = ?", client):
            record.update("session", row, {"place": json.dumps(kept_place(json.loads(place)), ensure_ascii=False)})

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
