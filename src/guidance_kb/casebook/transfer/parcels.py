"""The rows of one client as a portable value, renumbered so that the same record is the same parcel in every casebook."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NoReturn

from guidance_kb.casebook.errors import TooNew
from guidance_kb.casebook.privacy.ownership import CLIENT, Owned, of_client, owned
from guidance_kb.casebook.records.session_records import DAYS, JSON, MOMENTS
from guidance_kb.casebook.storage import timestamps
from guidance_kb.casebook.storage.migrations import names
from guidance_kb.casebook.storage.rows import Rows, Value
from guidance_kb.casebook.transfer.sealed_file import NoTransfer, TooLarge
from guidance_kb.language import Language

STAYS: Final = frozenset({"action"})
"""Tables that are not transferred: actions are undone where they were made."""

_FORMAT: Final = 1
MOST_ROWS: Final = {"session": 500, "note": 2000, "step": 1000, "follow_up": 1000, "answer": 5000}
"""Maximum number of rows of a table: several times the result of ten years of weekly sessions."""

MOST_OTHER_ROWS: Final = 20_000
"""Maximum number of rows of every other table."""

LONGEST: Final = 100_000
"""Maximum number of characters of one value."""

MOST_TEXT: Final = 1_000_000
"""Maximum number of characters of all free text, which has to be indexed: about five hundred pages."""

MOST_DOCUMENTS: Final = 50
"""Maximum number of checklists of a record."""

LONGEST_DOCUMENT: Final = 1_000_000
"""Maximum number of characters of a checklist; ours has a tenth of that."""

_COUNTED: Final = JSON | MOMENTS | DAYS
"""Columns with generated values, whose number is bounded by that of the rows."""

_SMALLEST, _LARGEST = -(2**63), 2**63 - 1  # range of SQLite's integers
_UID: Final = re.compile("[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Parcel:
    """A client's record in transit.

    Attributes:
        made: The time of packing, as stored.
        schema: The schema version at packing: the name of its last migration.
        tables: The rows by table, each numbered from 1.
        documents: The checklists of the sessions, by digest.
    """

    made: str
    schema: str
    tables: Mapping[str, tuple[Mapping[str, Value], ...]]
    documents: Mapping[str, str]

    @property
    def client(self) -> Mapping[str, Value]:
        """The row of the client."""
        return self.tables[CLIENT][0]

    @property
    def uid(self) -> str:
        """The client's random id."""
        return str(self.client["uid"])

    @property
    def code(self) -> str:
        """The client's code in the casebook where it was packed."""
        return str(self.client["code"])

    def rows(self, table: str) -> tuple[Mapping[str, Value], ...]:
        """Return the rows of a table; empty if it is not in the parcel."""
        return self.tables.get(table, ())

    def is_like(self, other: "Parcel") -> bool:
        """Return whether it is the same record; the code may differ, because each counselor assigns one."""
        return _without_code(self) == _without_code(other)


def packed(rows: Rows, client: int, made: str) -> Parcel:
    """Return the record of a client as a parcel."""
    numbers: dict[str, dict[Value, int]] = {}
    tables: dict[str, tuple[Mapping[str, Value], ...]] = {}
    for table in owned(rows):
        found = [dict(zip(table.columns, row, strict=True)) for row in of_client(rows, table, client)]
        numbers[table.name] = {row["id"]: number for number, row in enumerate(found, start=1)}
        if table.name not in STAYS:
            tables[table.name] = tuple(_renumbered(row, table, numbers) for row in found)
    sql = "SELECT DISTINCT digest, document FROM rules JOIN session ON rules = digest WHERE client = ?"
    return Parcel(made, names()[-1], tables, dict(rows.all(sql, client)))


def written(parcel: Parcel) -> bytes:
    """Return a parcel as JSON.

    Raises:
        TooLarge: It exceeds the limits for import.
    """
    _refuse_too_many(parcel.tables, parcel.documents)
    for value in (value for rows in parcel.tables.values() for row in rows for value in row.values()):
        if isinstance(value, str):
            _refuse_too_long(value, LONGEST)
    whole = {
        "format": _FORMAT,
        "schema": parcel.schema,
        "made": parcel.made,
        "tables": parcel.tables,
        "documents": parcel.documents,
    }
    return json.dumps(whole, ensure_ascii=False).encode("utf-8")


def read(content: bytes, rows: Rows) -> Parcel:
    """Parse a parcel from untrusted JSON: shapes, names, numbers, dates and nested JSON are all validated.

    Args:
        content: The JSON.
        rows: The rows of the receiving casebook, whose schema it must fit.

    Raises:
        NoTransfer: It is not a parcel.
        TooLarge: It exceeds the limits of a record.
        TooNew: A later version of the program packed it.
    """
    try:
        whole = json.loads(content, parse_constant=_refuse, parse_float=_refuse)
        if type(whole["format"]) is not int or type(whole["schema"]) is not str:
            raise NoTransfer
        if whole["format"] > _FORMAT or whole["schema"] > names()[-1]:
            raise TooNew
        _refuse_too_many(whole["tables"], whole["documents"])
        known = {table.name: table for table in owned(rows) if table.name not in STAYS}
        tables = {name: _rows(known[name], found) for name, found in whole["tables"].items()}
        documents = {_text(digest): _document(digest, document) for digest, document in whole["documents"].items()}
        parcel = Parcel(_moment(whole["made"]), whole["schema"], tables, documents)
        _refuse_unlikely(parcel, known)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        raise NoTransfer from error
    return parcel


def _renumbered(row: Mapping[str, Value], table: Owned, numbers: Mapping[str, Mapping[Value, int]]) -> dict[str, Value]:
    made = dict(row)
    made["id"] = numbers[table.name][row["id"]]
    for column, parent in table.parents.items():
        if row[column] is not None:
            made[column] = numbers[parent][row[column]]
    if "in_hand" in made:
        made["in_hand"] = 0  # nobody has it open at the destination
    return made


def _without_code(parcel: Parcel) -> Mapping[str, tuple[Mapping[str, Value], ...]]:
    client = {column: value for column, value in parcel.client.items() if column != "code"}
    return {**parcel.tables, CLIENT: (client,)}


def _rows(table: Owned, found: object) -> tuple[Mapping[str, Value], ...]:
    if not isinstance(found, list):
        raise ValueError  # noqa: TRY004 - as for all that is wrong with the file
    return tuple(_row(table, row, number) for number, row in enumerate(found, start=1))


def _row(table: Owned, row: object, number: int) -> Mapping[str, Value]:
    if not isinstance(row, dict) or not row.keys() <= set(table.columns) or row.get("id") != number:
        raise ValueError
    return {column: _value(column, value) for column, value in row.items()}


def _value(column: str, value: object) -> Value:
    if value is None:
        return None
    if type(value) is int and _SMALLEST <= value <= _LARGEST:
        return value
    text = _text(value)
    if column in MOMENTS:
        return _moment(text)
    if column in DAYS and date.fromisoformat(text).isoformat() != text:
        raise ValueError
    if column in JSON:
        json.loads(text)
    return text


def _text(value: object, longest: int = LONGEST) -> str:
    if type(value) is not str or "\0" in value:
        raise ValueError
    _refuse_too_long(value, longest)
    value.encode("utf-8")  # a lone surrogate raises UnicodeEncodeError, which is a ValueError
    return value


def _moment(value: object) -> str:
    text = _text(value)
    if timestamps.written(timestamps.read(text)) != text:
        raise ValueError
    return text


def _document(digest: str, document: object) -> str:
    text = _text(document, LONGEST_DOCUMENT)
    if hashlib.sha256(text.encode()).hexdigest() != digest:
        raise ValueError
    (whole,) = _objects([json.loads(text)])
    for item in _objects(whole.get("items", [])):
        _text(item["id"])
        for language in _objects([item[each] for each in Language if each in item]):
            _text(language["label"])
            _text(language.get("topic", ""))
        for evidence in _objects(item.get("evidence", [])):
            for said in evidence.values():
                _text(said)
    return text


def _objects(value: object) -> list[dict[str, object]]:
    """Return a list of objects, as the readers of a checklist document (`documents/rules.py`, `access_page.py`) expect."""
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise ValueError
    return value


def _refuse_too_many(tables: Mapping[str, Sequence[object]], documents: Mapping[str, str]) -> None:
    """Check the numbers of rows and characters, before any value is validated."""
    text = 0
    for name, rows in tables.items():
        if len(rows) > MOST_ROWS.get(name, MOST_OTHER_ROWS):
            raise TooLarge
        for row in rows:
            if isinstance(row, Mapping):
                text += sum(
                    len(value) for column, value in row.items() if type(value) is str and column not in _COUNTED
                )
    if text > MOST_TEXT or len(documents) > MOST_DOCUMENTS:
        raise TooLarge


def _refuse_too_long(text: str, longest: int) -> None:
    if len(text) > longest:
        raise TooLarge


def _refuse_unlikely(parcel: Parcel, known: Mapping[str, Owned]) -> None:
    """Check that there is one client with an id, and that all rows refer to existing rows."""
    (client,) = parcel.tables[CLIENT]
    if not _UID.fullmatch(_text(client["uid"])):
        raise ValueError
    _text(client["code"])
    for name, rows in parcel.tables.items():
        for column, parent in known[name].parents.items():
            count = len(parcel.rows(parent))
            if any(row.get(column) is not None and row[column] not in range(1, count + 1) for row in rows):
                raise ValueError
    for session in parcel.rows("session"):
        if session["rules"] not in parcel.documents or not _UID.fullmatch(_text(session["uid"])):
            raise ValueError


def _refuse(_: str) -> NoReturn:
    raise ValueError
