"""Clients, identified by a code and never by a name, and their list."""

import re
import secrets
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from guidance_kb.casebook.records.undo import Undo, UndoKind
from guidance_kb.casebook.storage import timestamps
from guidance_kb.casebook.storage.rows import Row, Rows, Value
from guidance_kb.casebook.storage.timestamps import Clock
from guidance_kb.errors import KnownError
from guidance_kb.language import by_name

PAGE: Final = 50
"""Number of clients on one page of the list."""

_CODE: Final = re.compile(r"(?=.*[0-9])[A-Za-z0-9](?:[A-Za-z0-9._-]{0,22}[A-Za-z0-9])?")
"""Letters and at least one digit: names have no digit, and file names can contain it."""


@dataclass(frozen=True, slots=True)
class Client:
    """A stored client.

    Attributes:
        uid: A random id, the same in transfers and tombstones.
        opened: When the record was created.
        closed: The day on which the guidance ended, or None.
        keep_until: The last day of the retention term, or None while the guidance lasts.
        keep_reason: The reason of the last extension of that term.
    """

    id: int
    uid: str
    code: str
    remark: str
    opened: str
    closed: date | None
    keep_until: date | None
    keep_reason: str
    archived: bool


class ClientFilter(StrEnum):
    """Filters of the list."""

    CURRENT = "current"  # without archived ones
    DUE = "due"  # with a step or follow-up due today or before
    DRAFTS = "drafts"  # with an unfinished conversation
    PAST_TERM = "past_term"  # past the retention term
    ARCHIVED = "archived"
    ALL = "all"


class ClientOrder(StrEnum):
    """Orders of the list."""

    CODE = "code"
    LAST = "last"  # the latest conversation first
    DUE = "due"  # the earliest due date first


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the list.

    Attributes:
        last: The day on which the last conversation was held, or None.
        due: The earliest due date, or None.
        open_steps: The number of open steps.
        draft: Whether a conversation is unfinished.
    """

    id: int
    code: str
    archived: bool
    keep_until: date | None
    sessions: int
    last: date | None
    due: date | None
    open_steps: int
    draft: bool


@dataclass(frozen=True, slots=True)
class ClientPage:
    """A page of the list; `next` is the argument of `Clients.list(after=…)` for the next page, None at the end."""

    lines: tuple[Listed, ...]
    next: tuple[str, int] | None


_STEP_DUE = "(SELECT min(due) FROM step WHERE client = c.id AND done IS NULL AND dropped IS NULL)"
_FOLLOW_UP_DUE = "(SELECT min(due) FROM follow_up WHERE client = c.id AND done IS NULL)"
_LAST_OF_ALL = "9999"
_LONGEST_COUNTED: Final = 15
"""Length from which a code is not of the form year-number, and too long for SQLite's integers."""
_DUE = f"min(coalesce({_STEP_DUE}, '{_LAST_OF_ALL}'), coalesce({_FOLLOW_UP_DUE}, '{_LAST_OF_ALL}'))"
_DAY_LENGTH: Final = 10
_LAST = (  # the day on which it was held, and then the time, so that conversations of one day have an order
    "coalesce((SELECT max(coalesce(held, date(started, 'localtime')) || started) FROM session WHERE client = c.id), '')"
)

_KEYS: Final = {ClientOrder.CODE: "by_name(c.code)", ClientOrder.LAST: _LAST, ClientOrder.DUE: _DUE}
_WHICH: Final = {
    ClientFilter.CURRENT: "NOT c.archived",
    ClientFilter.DUE: (
        "NOT c.archived AND c.id IN (SELECT client FROM step WHERE due <= :today AND done IS NULL AND dropped IS NULL"
        " UNION ALL SELECT client FROM follow_up WHERE due <= :today AND done IS NULL)"
    ),
    ClientFilter.DRAFTS: "c.id IN (SELECT client FROM session WHERE state = 'draft')",
    ClientFilter.PAST_TERM: "c.keep_until < :today",
    ClientFilter.ARCHIVED: "c.archived",
    ClientFilter.ALL: "1",
}  # fmt: skip
_LINE = f"""
    SELECT c.id, c.code, c.archived, c.keep_until, (SELECT count(*) FROM session WHERE client = c.id), {_LAST}, {_DUE},
        (SELECT count(*) FROM step WHERE client = c.id AND done IS NULL AND dropped IS NULL),
        EXISTS (SELECT 1 FROM session WHERE client = c.id AND state = 'draft'), key
    FROM place JOIN client c USING (id)"""  # noqa: S608 - nothing from outside


class Clients:
    """The clients of one open casebook."""

    def __init__(self, rows: Rows, undo: Undo, clock: Clock) -> None:
        self._rows, self._undo, self._clock = rows, undo, clock
        rows.offer(by_name)

    # --- One client

    def add(self, code: str, remark: str = "") -> Client:
        """Create a record.

        Raises:
            KnownError: The code may be a name, or belongs to another client.
        """
        values: dict[str, Value] = {
            "uid": secrets.token_hex(16), "code": self._free(code), "remark": remark, "opened": timestamps.now(self._clock)
        }  # fmt: skip
        with self._undo.recording(UndoKind.CLIENT_ADDED) as record:
            row = record.insert("client", values)
        return self.get(row)

    def next_code(self) -> str:
        """Return a free code: the year and a number, `2026-014`."""
        year = str(timestamps.today(self._clock).year)
        sql = "SELECT max(CAST(substr(code, 6) AS INTEGER)) FROM client WHERE code GLOB ? || '-[0-9][0-9][0-9]*' AND length(code) < ?"
        last = self._rows.the(sql, year, _LONGEST_COUNTED)[0] or 0
        return f"{year}-{last + 1:03}"

    def get(self, client: int) -> Client:
        """Return a client.

        Raises:
            BugError: The id does not exist.
        """
        return _client(self._rows.the(f"{_CLIENT} WHERE id = ?", client))

    def find(self, code: str) -> Client | None:
        """Return the client with a code (case-insensitive), or None."""
        row = self._rows.first(f"{_CLIENT} WHERE code = ?", code.strip())
        return None if row is None else _client(row)

    def change(self, client: int, *, code: str | None = None, remark: str | None = None) -> None:
        """Change the code or the remark.

        Raises:
            KnownError: As `add`.
        """
        values: dict[str, Value] = {}
        if code is not None:
            values["code"] = self._free(code, client)
        if remark is not None:
            values["remark"] = remark
        with self._undo.recording(UndoKind.CLIENT_CHANGED, client) as record:
            record.update("client", client, values)

    def close(self, client: int, day: date, keep_until: date) -> None:
        """Record that the guidance ended on `day` and the last day of the retention term."""
        with self._undo.recording(UndoKind.CLIENT_CLOSED, client) as record:
            record.update("client", client, {"closed": day.isoformat(), "keep_until": keep_until.isoformat()})

    def reopen(self, client: int) -> None:
        """Resume the guidance; there is no retention term while it lasts."""
        with self._undo.recording(UndoKind.CLIENT_REOPENED, client) as record:
            record.update("client", client, {"closed": None, "keep_until": None, "keep_reason": ""})

    def keep(self, client: int, until: date, reason: str) -> None:
        """Extend the retention term."""
        with self._undo.recording(UndoKind.CLIENT_KEPT, client) as record:
            record.update("client", client, {"keep_until": until.isoformat(), "keep_reason": reason})

    def archive(self, client: int) -> None:
        """Archive the record: it is left out of the list and otherwise unchanged."""
        with self._undo.recording(UndoKind.CLIENT_ARCHIVED, client) as record:
            record.update("client", client, {"archived": 1})

    def unarchive(self, client: int) -> None:
        """Take the record out of the archive."""
        with self._undo.recording(UndoKind.CLIENT_UNARCHIVED, client) as record:
            record.update("client", client, {"archived": 0})

    # --- The list

    def list(
        self,
        which: ClientFilter = ClientFilter.CURRENT,
        order: ClientOrder = ClientOrder.CODE,
        *,
        code: str = "",
        after: tuple[str, int] | None = None,
        limit: int = PAGE,
    ) -> ClientPage:
        """Return a page of the list.

        Args:
            which: The filter.
            order: The order.
            code: Restricts the list to codes that contain this text.
            after: The `next` of the previous page.
            limit: The maximum number of clients.
        """
        key = _KEYS[order]
        down, beyond = ("DESC", "<") if order is ClientOrder.LAST else ("ASC", ">")
        sorted_ = f"ORDER BY key {down}, id {down}"
        sql = (  # select the keys first, so that the counts are computed for this page only
            f"WITH place AS MATERIALIZED (SELECT id, key FROM (SELECT c.id, {key} AS key FROM client c"  # noqa: S608
            f" WHERE {_WHICH[which]} AND instr(lower(c.code), :code))"
            f" WHERE :key IS NULL OR (key, id) {beyond} (:key, :id) {sorted_} LIMIT :limit) {_LINE} {sorted_}"
        )
        last_key, last_id = after or (None, None)
        rows = self._rows.named(
            sql,
            today=timestamps.today(self._clock).isoformat(),
            code=code.lower(),
            key=last_key,
            id=last_id,
            limit=limit + 1,
        )
        more = len(rows) > limit
        rows = rows[:limit]
        return ClientPage(tuple(_listed(row) for row in rows), (rows[-1][-1], rows[-1][0]) if more else None)

    def count(self, which: ClientFilter = ClientFilter.CURRENT) -> int:
        """Return the number of clients of a filter."""
        sql = f"SELECT count(*) FROM client c WHERE {_WHICH[which]}"  # noqa: S608
        found: int = self._rows.named(sql, today=timestamps.today(self._clock).isoformat())[0][0]
        return found

    def _free(self, code: str, client: int | None = None) -> str:
        """Return the normalised code; raise `KnownError` if it may be a name or is taken."""
        code = code.strip()
        if not _CODE.fullmatch(code):
            raise KnownError(
                "Kies een code en geen naam: letters, cijfers, punten en streepjes, met minstens één cijfer en hoogstens 24 tekens.",
                "Choose a code and not a name: letters, digits, dots and dashes, with at least one digit and at most 24 characters.",
            )
        other = self.find(code)
        if other is not None and other.id != client:
            raise KnownError(
                "Deze code is al van een ander dossier. Kies een andere; er is niets veranderd.",
                "Another record has this code already. Choose another; nothing has changed.",
            )
        return code


_CLIENT = "SELECT id, uid, code, remark, opened, closed, keep_until, keep_reason, archived FROM client"


def _client(row: Row) -> Client:
    number, uid, code, remark, opened, closed, keep_until, keep_reason, archived = row
    return Client(
        number,
        uid,
        code,
        remark,
        opened,
        timestamps.day(closed),
        timestamps.day(keep_until),
        keep_reason,
        bool(archived),
    )


def _listed(row: Row) -> Listed:
    number, code, archived, keep_until, sessions, last, due, open_steps, draft, _ = row
    return Listed(
        number, code, bool(archived), timestamps.day(keep_until), sessions, timestamps.day(last[:_DAY_LENGTH] or None),
        None if due == _LAST_OF_ALL else timestamps.day(due), open_steps, bool(draft),
    )  # fmt: skip
