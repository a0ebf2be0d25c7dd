"""Undo of actions on a client's record: each action stores its inverse, until the end of the day.

Answers and verdicts are excluded: their changes are their own history (`Sessions.resume`). Erasure is excluded too: it cannot be undone,
and it removes the client's undo entries with the client.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any, Final

from sqlcipher3 import dbapi2 as sqlcipher

from guidance_kb.casebook.storage import timestamps
from guidance_kb.casebook.storage.rows import Rows, Value, Values
from guidance_kb.casebook.storage.timestamps import Clock
from guidance_kb.errors import KnownError
from guidance_kb.language import Text


class UndoKind(StrEnum):
    """Kinds of actions."""

    CLIENT_ADDED = "client_added"
    CLIENT_CHANGED = "client_changed"
    CLIENT_CLOSED = "client_closed"
    CLIENT_REOPENED = "client_reopened"
    CLIENT_KEPT = "client_kept"
    CLIENT_ARCHIVED = "client_archived"
    CLIENT_UNARCHIVED = "client_unarchived"
    SESSION_FINISHED = "session_finished"
    SESSION_DISCARDED = "session_discarded"
    NOTE_WRITTEN = "note_written"
    NOTE_CHANGED = "note_changed"
    NOTE_REMOVED = "note_removed"
    STEP_AGREED = "step_agreed"
    STEP_CHANGED = "step_changed"
    STEP_DONE = "step_done"
    STEP_DROPPED = "step_dropped"
    STEP_REOPENED = "step_reopened"
    STEP_REMOVED = "step_removed"
    FOLLOW_UP_PLANNED = "follow_up_planned"
    FOLLOW_UP_CHANGED = "follow_up_changed"
    FOLLOW_UP_DONE = "follow_up_done"
    FOLLOW_UP_REMOVED = "follow_up_removed"
    STEP_REVIEWED = "step_reviewed"
    SESSION_DATED = "session_dated"
    CONSENT_ASKED = "consent_asked"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    CALL_RECORDED = "call_recorded"


SAID: Final = {
    UndoKind.CLIENT_ADDED: Text("dossier aangemaakt", "record made"),
    UndoKind.CLIENT_CHANGED: Text("dossiergegevens gewijzigd", "details of the record changed"),
    UndoKind.CLIENT_CLOSED: Text("begeleiding afgesloten", "guidance closed"),
    UndoKind.CLIENT_REOPENED: Text("begeleiding hervat", "guidance taken up again"),
    UndoKind.CLIENT_KEPT: Text("bewaartermijn gewijzigd", "retention term changed"),
    UndoKind.CLIENT_ARCHIVED: Text("dossier in het archief gezet", "record put in the archive"),
    UndoKind.CLIENT_UNARCHIVED: Text("dossier uit het archief gehaald", "record taken out of the archive"),
    UndoKind.SESSION_FINISHED: Text("gesprek afgerond", "conversation finished"),
    UndoKind.SESSION_DISCARDED: Text("concept weggegooid", "draft thrown away"),
    UndoKind.NOTE_WRITTEN: Text("notitie geschreven", "note written"),
    UndoKind.NOTE_CHANGED: Text("notitie gewijzigd", "note changed"),
    UndoKind.NOTE_REMOVED: Text("notitie verwijderd", "note removed"),
    UndoKind.STEP_AGREED: Text("stap afgesproken", "step agreed"),
    UndoKind.STEP_CHANGED: Text("stap gewijzigd", "step changed"),
    UndoKind.STEP_DONE: Text("stap afgevinkt", "step ticked off"),
    UndoKind.STEP_DROPPED: Text("stap laten vervallen", "step given up"),
    UndoKind.STEP_REOPENED: Text("stap weer opengezet", "step opened again"),
    UndoKind.STEP_REMOVED: Text("stap verwijderd", "step removed"),
    UndoKind.FOLLOW_UP_PLANNED: Text("nazorg gepland", "follow-up planned"),
    UndoKind.FOLLOW_UP_CHANGED: Text("nazorg gewijzigd", "follow-up changed"),
    UndoKind.FOLLOW_UP_DONE: Text("nazorg afgevinkt", "follow-up ticked off"),
    UndoKind.FOLLOW_UP_REMOVED: Text("nazorg verwijderd", "follow-up removed"),
    UndoKind.STEP_REVIEWED: Text("genoteerd hoe een stap ging", "noted how a step went"),
    UndoKind.SESSION_DATED: Text("datum van het gesprek gewijzigd", "date of the conversation changed"),
    UndoKind.CONSENT_ASKED: Text("toestemming genoteerd", "consent noted"),
    UndoKind.CONSENT_WITHDRAWN: Text("toestemming ingetrokken", "consent withdrawn"),
    UndoKind.CALL_RECORDED: Text("telefoongesprek genoteerd", "call recorded"),
}
"""Names of the actions, shown after “Ongedaan maken:” or “Undo:”."""

ONE_GO: Final = timedelta(minutes=2)
"""Typing with pauses shorter than this is undone at once."""


@dataclass(frozen=True, slots=True)
class Last:
    """The action that undo would reverse, and its time as stored."""

    kind: UndoKind
    at: str

    @property
    def words(self) -> Text:
        """The name of the action."""
        return SAID[self.kind]


class Recorder:
    """Writes rows and records the inverse of each change."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self.inverse: list[tuple[str, str, int, dict[str, Value]]] = []

    def insert(self, table: str, values: Values) -> int:
        """Insert a row and return its id."""
        row = self._rows.insert(table, values)
        self.inverse.append(("delete", table, row, {}))
        return row

    def update(self, table: str, row: int, values: Values) -> None:
        """Update columns of a row; unchanged values are ignored."""
        before = self._rows.columns(table, row)
        changed = {column: value for column, value in values.items() if before[column] != value}
        if changed:
            self._rows.update(table, row, changed)
            self.inverse.append(("update", table, row, {column: before[column] for column in changed}))

    def delete(self, table: str, row: int) -> None:
        """Delete a row and all rows that depend on it."""
        self._remember(table, row)
        self._rows.delete(table, row)

    def _remember(self, table: str, row: int) -> None:
        """Record the dependent rows and then the row itself: the inverse is run backwards, so that it is restored before them."""
        for child, column, on_delete in hanging_on(self._rows, table):
            sql = f"SELECT id FROM {child} WHERE {column} = ? ORDER BY id DESC"  # noqa: S608
            for (found,) in self._rows.all(sql, row):
                if on_delete == "CASCADE":
                    self._remember(child, found)
                else:
                    self.inverse.append(("update", child, found, {column: row}))
        self.inverse.append(("insert", table, row, self._rows.columns(table, row)))


def hanging_on(rows: Rows, table: str) -> list[tuple[str, str, str]]:
    """Return the tables with a foreign key to `table`: name, column, and effect of a deletion (`CASCADE`, `SET NULL`)."""
    sql = (
        'SELECT m.name, f."from", f.on_delete FROM sqlite_schema m, pragma_foreign_key_list(m.name) f'
        " WHERE m.type = 'table' AND f.\"table\" = ? ORDER BY m.rowid"
    )
    return [(child, column, on_delete) for child, column, on_delete in rows.all(sql, table)]


class Undo:
    """The undo history of each client, a stack."""

    def __init__(self, rows: Rows, clock: Clock) -> None:
        self._rows, self._clock = rows, clock

    @contextmanager
    def recording(self, kind: UndoKind, client: int | None = None) -> Iterator[Recorder]:
        """Record the writes in the context as one action, with its inverse.

        Args:
            kind: The kind of the action.
            client: The client whose record it is; None if the first row written is the client.
        """
        with self._rows.writing():
            recorder = Recorder(self._rows)
            yield recorder
            if recorder.inverse:
                inverse = json.dumps(recorder.inverse[::-1], ensure_ascii=False)
                whose = recorder.inverse[0][2] if client is None else client
                self._rows.insert(
                    "action",
                    {"client": whose, "at": timestamps.now(self._clock), "kind": kind.value, "inverse": inverse},
                )

    def last(self, client: int) -> Last | None:
        """Return the action that `take_back` would undo, or None."""
        row = self._rows.first("SELECT kind, at FROM action WHERE client = ? ORDER BY id DESC LIMIT 1", client)
        return None if row is None else Last(UndoKind(row[0]), row[1])

    def take_back(self, client: int) -> Last | None:
        """Undo the last action and return it, or return None if there is none.

        Raises:
            KnownError: It conflicts with a later change (another client now has the code); nothing has changed.
        """
        row = self._rows.first(
            "SELECT id, kind, at, inverse FROM action WHERE client = ? ORDER BY id DESC LIMIT 1", client
        )
        if row is None:
            return None
        number, kind, at, inverse = row
        try:
            with self._rows.writing():
                self._rows.delete("action", number)
                for how, table, place, values in json.loads(inverse):
                    self._reverse(how, table, place, values)
        except sqlcipher.IntegrityError as error:
            raise KnownError(
                "Dit kan niet meer ongedaan worden gemaakt, omdat er iets anders voor in de plaats is gekomen. Er is niets veranderd.",
                "This can no longer be undone, because something else has taken its place. Nothing has changed.",
            ) from error
        return Last(UndoKind(kind), at)

    def typed_on(self, client: int, table: str, row: int) -> bool:
        """Return whether the last action is recent typing in this text, so that more typing belongs to it; if so, renew its time."""
        found = self._rows.first("SELECT id, at, inverse FROM action WHERE client = ? ORDER BY id DESC LIMIT 1", client)
        if found is None or self._clock() - timestamps.read(found[1]) > ONE_GO:
            return False
        changes: list[list[Any]] = json.loads(found[2])
        if [change[1:3] for change in changes] != [[table, row]]:
            return False
        self._rows.update("action", found[0], {"at": timestamps.now(self._clock)})
        return True

    def forget(self, client: int, kind: UndoKind) -> None:
        """Remove actions that can no longer be undone, because later changes depend on them."""
        self._rows.run("DELETE FROM action WHERE client = ? AND kind = ?", client, kind.value)

    def begin_day(self) -> None:
        """Remove the actions from before today; called at the start of the program."""
        self._rows.run("DELETE FROM action WHERE at < ?", timestamps.midnight(self._clock))

    def _reverse(self, how: str, table: str, row: int, values: Values) -> None:
        match how:
            case "insert":
                self._rows.insert(table, values)
            case "update":
                self._rows.update(table, row, values)
            case _:
                self._rows.delete(table, row)
