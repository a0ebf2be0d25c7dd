"""Filters of a query: from the typed text (`land:ierland`) to values."""

import sqlite3
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from guidance_kb.language import Language, Text
from guidance_kb.search.language.folding import words
from guidance_kb.search.language.stems import stemming
from guidance_kb.search.query.plan import Field, PlanFilter, Value

if TYPE_CHECKING:  # it imports Whoosh, which is deferred to the first search
    from guidance_kb.search.query.parser import QueryCondition

KINDS: Final = {
    "finding": Text("bevinding", "finding"),
    "practice": Text("praktijkvoorbeeld", "practice"),
    "recommendation": Text("aanbeveling", "recommendation"),
    "persona": Text("persona", "persona"),
    "address": Text("adres", "address"),
    "method": Text("onderzoeksmethode", "method"),
    "barrier": Text("belemmering", "barrier"),
    "drive": Text("drijfveer", "drive"),
    "need": Text("basisbehoefte", "basic need"),
    "item": Text("gespreksvraag", "conversation question"),
    "help": Text("hulp", "help"),
}
"""The kinds of documents."""

_NAMES: Final = {
    Field.COUNTRY: "SELECT id, name_nl, name_en FROM country ORDER BY position",
    Field.THEME: "SELECT id, name_nl, name_en FROM theme ORDER BY position",
    Field.BARRIER: (
        "SELECT id, nl.name, en.name FROM barrier JOIN barrier_text nl ON nl.barrier = id AND nl.lang = 'nl'"
        " JOIN barrier_text en ON en.barrier = id AND en.lang = 'en' ORDER BY position"
    ),
    Field.DRIVE: (
        "SELECT id, nl.name, en.name FROM drive JOIN drive_text nl ON nl.drive = id AND nl.lang = 'nl'"
        " JOIN drive_text en ON en.drive = id AND en.lang = 'en' ORDER BY position"
    ),
}

CATEGORIES: Final = {
    "dispositional": Text("dispositioneel", "dispositional"),
    "situational": Text("situationeel", "situational"),
    "institutional": Text("institutioneel", "institutional"),
}
"""The categories of barriers."""

_ABOUT: Final = (
    "SELECT id AS about, id AS target FROM barrier UNION SELECT id, id FROM drive"
    " UNION SELECT source, target FROM link WHERE type IN ('barrier', 'drive') UNION SELECT item, target FROM evidence"
)
"""Things about a barrier or drive: the barrier or drive itself, entries linked to it, and items with evidence for it."""

HAVING: Final = {
    Field.KIND: "SELECT kind AS value, id FROM document WHERE lang = 'nl'",
    Field.COUNTRY: "SELECT country AS value, id FROM document WHERE lang = 'nl' AND country IS NOT NULL",
    Field.CATEGORY: f"SELECT category AS value, about AS id FROM barrier JOIN ({_ABOUT}) ON target = barrier.id",  # noqa: S608
    Field.BARRIER: f"SELECT target AS value, about AS id FROM barrier JOIN ({_ABOUT}) ON target = barrier.id",  # noqa: S608
    Field.DRIVE: f"SELECT target AS value, about AS id FROM drive JOIN ({_ABOUT}) ON target = drive.id",  # noqa: S608
    Field.THEME: "SELECT theme AS value, entry AS id FROM entry_theme",
}
"""SQL for each filter: its values, each with the ids of the documents that have it."""


class FilterNames:
    """The values of each filter, found by any of their names."""

    def __init__(self, values: Mapping[Field, tuple[Value, ...]]) -> None:
        self._values = values

    def of(self, field: Field) -> tuple[Value, ...]:
        """Return all values of a filter, in display order."""
        return self._values.get(field, ())

    def find(self, field: Field, typed: str) -> tuple[Value, ...]:
        """Return the values whose name has exactly the typed words, else those with words that begin with them."""
        wanted = words(typed)
        if not wanted:
            return ()
        values = self.of(field)
        return tuple(value for value in values if _is(value, wanted)) or tuple(
            value for value in values if _begins(value, wanted)
        )


def read(connection: sqlite3.Connection) -> FilterNames:
    """Read the names of countries, themes, barriers and drives from a knowledge database."""
    values = {
        field: tuple(Value(identifier, name) for identifier, name in known.items())
        for field, known in ((Field.KIND, KINDS), (Field.CATEGORY, CATEGORIES))
    }
    for field, sql in _NAMES.items():
        values[field] = tuple(Value(name, Text(nl, en)) for name, nl, en in connection.execute(sql))
    return FilterNames(values)


def resolve(
    conditions: "tuple[QueryCondition, ...]", names: FilterNames
) -> tuple[tuple[PlanFilter, ...], tuple[str, ...]]:
    """Return the filters, and the typed text of unknown values. Repeated fields are combined as alternatives."""
    filters: dict[tuple[Field, bool], dict[str, Value]] = {}
    unknown: list[str] = []
    for condition in conditions:
        field = condition.field
        found = names.find(field, condition.value)
        if not found and field is Field.BARRIER:  # belemmering:institutioneel
            field = Field.CATEGORY
            found = names.find(field, condition.value)
        if found:
            filters.setdefault((field, condition.excluded), {}).update({value.id: value for value in found})
        else:
            unknown.append(condition.value)
    return (
        tuple(PlanFilter(field, tuple(values.values()), excluded) for (field, excluded), values in filters.items()),
        tuple(unknown),
    )


def _is(value: Value, wanted: list[str]) -> bool:
    if wanted == words(value.id):
        return True
    return any(
        set(stemming(language).stems(wanted)) == set(stemming(language).stems(words(value.name.say(language))))
        for language in Language
    )


def _begins(value: Value, wanted: list[str]) -> bool:
    return any(
        all(any(word.startswith(part) for word in name) for part in wanted)
        for name in (words(value.id), words(value.name.nl), words(value.name.en))
    )
