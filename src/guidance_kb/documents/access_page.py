"""The access copy: all data stored about one client, as a page and as JSON (R6). Both contain every column of every table."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from guidance_kb.casebook.records.session_records import DAYS, JSON, MOMENTS
from guidance_kb.casebook.storage import timestamps
from guidance_kb.casebook.storage.rows import Value
from guidance_kb.casebook.vault.access import Everything, Record
from guidance_kb.conversation.answers import Answer, By, State
from guidance_kb.dates import day_in_words, moment_in_words
from guidance_kb.documents import access_words as words
from guidance_kb.documents.answers import (
    ItemNames,
    answer_in_words,
    how_it_stands,
    names_then,
    names_today,
    quotation,
    subject,
)
from guidance_kb.documents.page import RunningHead, heading, labelled, lines, page, paragraph, table
from guidance_kb.documents.summary import Summary
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language

_MOST_COLUMNS: Final = 7
"""Maximum number of columns of a printed table; a table with more is printed row by row."""

_WIDE: Final = frozenset(
    {"note", "text", "what", "remark", "outcome", "before", "after", "reasons", "inverse", "item", "target"}
)


def access_as_data(everything: Everything) -> dict[str, Any]:
    """Return `{"format", "made", "tables", "checklists"}`: rows by table and column as stored, with JSON columns decoded."""
    return {
        "format": "guidance-kb access 1",
        "made": everything.made,
        "tables": {
            name: [{column: _opened(column, value) for column, value in row.items()} for row in rows]
            for name, rows in everything.tables.items()
        },
        "checklists": {digest: json.loads(document) for digest, document in everything.documents.items()},
    }


def access_page(library: Library, everything: Everything, language: Language) -> str:
    """Return the page: the record, the conversations one by one, then notes and agreements.

    Args:
        library: The names of barriers, drives and entries; items are named by the checklist of their conversation.
        everything: The stored data.
        language: The language of everything but the counselor's own words.
    """
    return _Page(library, everything, language).html()


class _Page:
    def __init__(self, library: Library, everything: Everything, language: Language) -> None:
        self._library, self._everything, self._language = library, everything, language
        self._items = names_then(map(json.loads, everything.documents.values()), library.items, language)

    def html(self) -> str:
        """Return the page: its purpose and the client's rights, then all stored data, conversation by conversation."""
        tables = self._everything.tables
        of_session = [
            name for name in self._tables() if "session" in self._columns(name) and "client" not in self._columns(name)
        ]
        parts = [
            paragraph(words.INTRODUCTION.say(self._language).format(self._moment(self._everything.made))),
            paragraph(words.RIGHTS.say(self._language), small=True),
            heading(self._table_name("client")),
            *self._block("client", self._everything.client),
        ]
        for session in tables["session"]:
            parts += [
                heading(f"{words.CONVERSATION.say(self._language)} {session['id']}"),
                *self._block("session", session),
            ]
            for name in of_session:
                rows = [row for row in tables[name] if row["session"] == session["id"]]
                parts += [heading(self._table_name(name), 3), *self._rows(name, rows, hide="session")] if rows else []
        if not tables["session"]:
            parts += [heading(self._table_name("session")), paragraph(words.NOTHING.say(self._language))]
        for name in self._tables():
            if name not in ("client", "session", *of_session):
                parts += [heading(self._table_name(name)), *self._rows(name, tables[name], hide="client")]
        title, code = words.TITLE.say(self._language), self._everything.code
        return page(title.format(code), parts, self._language, head=RunningHead(title.format("").rstrip(" :"), code))

    def _tables(self) -> list[str]:
        """Return the tables in the order of their display names; tables without one come last."""
        order = list(words.TABLES)
        return sorted(self._everything.tables, key=lambda name: order.index(name) if name in order else len(order))

    def _columns(self, name: str) -> list[str]:
        return list(next(iter(self._everything.tables[name]), ()))

    def _rows(self, name: str, rows: Sequence[Record], *, hide: str) -> list[str]:
        """Return the rows of a table; the column `hide` is in the heading above."""
        if not rows:
            return [paragraph(words.NOTHING.say(self._language))]
        columns = [column for column in rows[0] if column != hide]
        if len(columns) > _MOST_COLUMNS:
            return [part for row in rows for part in self._block(name, row, hide=hide)]
        shares = [_share(column) for column in columns]
        widths = [100 * share // sum(shares) for share in shares]
        head = [self._label(name, column) for column in columns]
        cells = [[lines(self._shown(name, column, row)) for column in columns] for row in rows]
        return [table(widths, head, cells)]

    def _block(self, name: str, row: Record, *, hide: str = "") -> list[str]:
        """Return one row, one line for each column; empty values are marked."""
        shown = [
            labelled(self._label(name, column), self._shown(name, column, row)) for column in row if column != hide
        ]
        return [*shown, "<hr>"]

    def _shown(self, name: str, column: str, row: Record) -> str:
        """Return a value in words; the name of an answer depends on the state in the same row."""
        value = row[column]
        if value is None or value == "":
            return "–"
        said = self._chosen(name, column, value)
        if said:
            return said
        match name, column:
            case "answer", "item":
                return self._subject(str(value), State(str(row["state"])) if row.get("state") else None)
            case "answer_change", "item":
                return self._changed(row)
            case "answer", "note":
                return quotation(str(value))
        return self._by_column(column)(value)

    def _chosen(self, name: str, column: str, value: Value) -> str:
        """Return the words for a value of an enumeration column; empty for other columns."""
        said = words.VALUES.get((name, column), {}).get(str(value))
        return said.say(self._language) if said else ""

    def _by_column(self, column: str) -> Callable[[Value], str]:
        ways: dict[str, Callable[[Value], str]] = {
            "target": self._title,
            "recommendation": self._title,
            "before": self._change,
            "after": self._change,
            "reasons": self._reasons,
            "evidence": self._evidence,
            "place": self._place,
            "inverse": self._inverse,
        }
        if column in MOMENTS:
            return self._moment
        if column in DAYS:
            return self._day
        return ways.get(column, str)

    def _moment(self, value: Value) -> str:
        return moment_in_words(timestamps.read(str(value)), self._language)

    def _day(self, value: Value) -> str:
        return day_in_words(date.fromisoformat(str(value)), self._language)

    def _names(self, item: str) -> ItemNames:
        return self._items.get(item) or names_today(self._library.items, item, self._language)

    def _subject(self, item: str, state: State | None = None) -> str:
        return subject(self._names(item), state, self._language)

    def _changed(self, row: Record) -> str:
        """Return the subject of a change: the topic of an answer, since its state differs before and after; the target of a verdict."""
        item, after = str(row["item"]), json.loads(str(row.get("after") or "null"))
        if row.get("about") == "verdict":
            return self._title(item)
        gone = isinstance(after, dict) and not self._names(item).topic
        return self._subject(item, State(after["state"]) if gone else None)

    def _title(self, value: Value) -> str:
        title = self._library.title(str(value))
        return title.say(self._language) if title else str(value)

    def _change(self, value: Value) -> str:
        found = json.loads(str(value))
        if found is None:
            return "–"
        return self._said(found) if "state" in found else self._verdict(found)

    def _verdict(self, verdict: Mapping[str, str]) -> str:
        parts = (self._chosen("verdict", name, verdict[name]) for name in ("verdict", "reason") if verdict[name])
        return ": ".join(parts)

    def _evidence(self, value: Value) -> str:
        return "\n".join(self._subject(piece.removesuffix("!")) for piece in json.loads(str(value))) or "–"

    def _place(self, value: Value) -> str:
        place: dict[str, object] = json.loads(str(value))
        return "\n".join(f"{key}: {self._placed(key, at)}" for key, at in place.items()) or "–"

    def _placed(self, key: str, at: object) -> str:
        """Return a part of a place; for the summary the agreements and written texts."""
        if key == "item":
            return self._subject(str(at))
        if key != "summary":
            return str(at)
        summary = Summary.from_data(at)
        said = [text for step in summary.steps for text in (step.what, step.said)] + list(summary.words.values())
        return "; ".join(text for text in said if text) or "–"

    def _inverse(self, value: Value) -> str:
        """Return the rows that undo would restore, with their contents; rows that it would remove have none."""
        return "\n".join(self._put_back(table, row, values) for _, table, row, values in json.loads(str(value)))

    def _put_back(self, name: str, row: int, values: Record) -> str:
        said = "; ".join(f"{self._label(name, column)}: {self._shown(name, column, values)}" for column in values)
        return f"{self._table_name(name)} {row}" + (f" ({said})" if said else "")

    def _said(self, answer: Mapping[str, str]) -> str:
        return how_it_stands(Answer(State(answer["state"]), By(answer["by"]), answer["note"]), self._language)

    def _reasons(self, value: Value) -> str:
        return "\n".join(
            answer_in_words(self._names(item), Answer(State(state), By(by)), self._language)
            for item, state, by, _ in json.loads(str(value))
        )

    def _table_name(self, name: str) -> str:
        return words.TABLES[name].say(self._language) if name in words.TABLES else name

    def _label(self, name: str, column: str) -> str:
        text = words.COLUMNS.get((name, column)) or words.COLUMNS.get(("", column))
        return text.say(self._language) if text else column


def _share(column: str) -> int:
    """Return the relative width of a column: narrow for numbers, one line for times, wide for text."""
    if column in ("id", "position", "session"):
        return 2
    return 8 if column in _WIDE else 5 if column in MOMENTS else 4


def _opened(column: str, value: Value) -> object:
    return json.loads(value) if column in JSON and isinstance(value, str) else value
