"""The position of a thing in the report: the headings above it and its neighbours. Headings are the report's own."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, Literal

from guidance_kb.knowledge.model import Kind
from guidance_kb.language import Text

HEADINGS: Final[Mapping[str, Text]] = {
    "1": Text("Inleiding", "Introduction"),
    "2": Text("Onderzoekskader", "Research framework"),
    "2.1": Text("Leren gedurende de levensloop", "Learning through the life course"),
    "2.1.1": Text("Dispositionele belemmeringen", "Dispositional barriers"),
    "2.2": Text("Doorzettingsvermogen", "Perseverance"),
    "3": Text("Zicht op de praktijk", "A view of practice"),
    "3.1": Text("Slovenië", "Slovenia"),
    "3.2": Text("Schotland", "Scotland"),
    "3.3": Text("Duitsland", "Germany"),
    "3.4": Text("Vlaanderen", "Flanders"),
    "3.5": Text("Ierland", "Ireland"),
    "4": Text("Conclusie en aanbevelingen", "Conclusion and recommendations"),
    "4.1": Text("Conclusie en samenvatting", "Conclusion and summary"),
    "4.2": Text("Aanbevelingen", "Recommendations"),
}
"""The headings of the report above its sections, by number. The sections themselves are in the knowledge database."""

Sort = Kind | Literal["section"]
"""Kinds of things that can be opened, including whole sections."""

_TABLES: Final[Mapping[str, str]] = {"barrier": "barrier", "drive": "drive", "need": "drive", "item": "item"}
"""The table of a kind; all other kinds are entries."""

_BESIDE: Final = """
    SELECT
        (SELECT {key} FROM {table} WHERE position < me.position ORDER BY position DESC LIMIT 1) AS previous,
        (SELECT {key} FROM {table} WHERE position > me.position ORDER BY position LIMIT 1) AS following,
        (SELECT count(*) FROM {table} WHERE {like} AND position <= me.position) AS number,
        (SELECT count(*) FROM {table} WHERE {like}) AS count
    FROM {table} AS me WHERE {key} = ?
"""

Rows = Callable[[str, Sequence[str]], list[sqlite3.Row]]
"""Runs a query on the knowledge database: SQL and parameters to rows."""


@dataclass(frozen=True, slots=True)
class OutlinePlace:
    """The position of a thing.

    Attributes:
        section: The first section it comes from; for a section its own name.
        previous: The id of the preceding entry in the report, or of the preceding thing of the same kind; None for the first.
        following: The id of the following one, or None.
        number: Its number from 1: for an entry within its section, for anything else within its kind.
        count: The total that `number` counts towards.
    """

    id: str
    kind: Sort
    title: Text
    section: str
    previous: str | None
    following: str | None
    number: int
    count: int


def above(section: str) -> tuple[tuple[str, Text], ...]:
    """Return the headings above a section of the report, outermost first, as (number, heading); none for a section of a pack."""
    parts = section.partition("/")[0].split(".")
    numbers = accumulate(parts, lambda before, part: f"{before}.{part}")
    return tuple((number, HEADINGS[number]) for number in numbers if number in HEADINGS)


def place(rows: Rows, identifier: str) -> OutlinePlace | None:
    """Return the place of an entry, barrier, drive, need, item or section (by its name), or None if it does not exist."""
    found = rows("SELECT kind, section, lang, title FROM document WHERE id = ?", [identifier])
    if found:
        kind, section = found[0]["kind"], found[0]["section"]
        titles = {row["lang"]: row["title"] for row in found}
        title = Text(titles["nl"], titles["en"])
        return OutlinePlace(identifier, kind, title, section, *_beside(rows, _TABLES.get(kind, "entry"), identifier))
    for row in rows("SELECT title_nl, title_en FROM section WHERE name = ?", [identifier]):
        title = Text(row["title_nl"], row["title_en"])
        return OutlinePlace(identifier, "section", title, identifier, *_beside(rows, "section", identifier))
    return None


def _beside(rows: Rows, table: str, identifier: str) -> sqlite3.Row:
    like = "section = me.section" if table == "entry" else "true"
    return rows(_BESIDE.format(table=table, key="name" if table == "section" else "id", like=like), [identifier])[0]
