"""Notes: the counselor's texts about a client, with or without a session."""

from dataclasses import dataclass

from guidance_kb.casebook.records.undo import Undo, UndoKind
from guidance_kb.casebook.storage import timestamps
from guidance_kb.casebook.storage.rows import Rows
from guidance_kb.casebook.storage.timestamps import Clock


@dataclass(frozen=True, slots=True)
class Note:
    """A note; times as stored. `session` is the session it belongs to, if any."""

    id: int
    client: int
    session: int | None
    written: str
    changed: str
    text: str


class Notes:
    """The notes of one open casebook."""

    def __init__(self, rows: Rows, undo: Undo, clock: Clock) -> None:
        self._rows, self._undo, self._clock = rows, undo, clock

    def write(self, client: int, text: str, session: int | None = None) -> int:
        """Store a new note and return its id."""
        now = timestamps.now(self._clock)
        with self._undo.recording(UndoKind.NOTE_WRITTEN, client) as record:
            values = {"client": client, "session": session, "written": now, "changed": now, "text": text}
            return record.insert("note", values)

    def change(self, note: int, text: str) -> None:
        """Change a note; call it after each pause in typing. Continuous typing is undone at once."""
        before = self.get(note)
        if text == before.text:
            return
        values = {"text": text, "changed": timestamps.now(self._clock)}
        with self._rows.writing():
            if self._undo.typed_on(before.client, "note", note):
                self._rows.update("note", note, values)
                return
            with self._undo.recording(UndoKind.NOTE_CHANGED, before.client) as record:
                record.update("note", note, values)

    def remove(self, note: int) -> None:
        """Remove a note; undo restores it until the end of the day."""
        with self._undo.recording(UndoKind.NOTE_REMOVED, self.get(note).client) as record:
            record.delete("note", note)

    def get(self, note: int) -> Note:
        """Return a note.

        Raises:
            BugError: The id does not exist.
        """
        return Note(*self._rows.the("SELECT id, client, session, written, changed, text FROM note WHERE id = ?", note))

    def of_client(self, client: int) -> list[Note]:
        """Return the notes of a client, oldest first."""
        sql = "SELECT id, client, session, written, changed, text FROM note WHERE client = ? ORDER BY written, id"
        return [Note(*row) for row in self._rows.all(sql, client)]
