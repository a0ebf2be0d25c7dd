"""The filters of a query: from what was typed (`land:ierland`) to values, and from values to SQL."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from guidance_kb.language import Language, Text
from guidance_kb.search.folding import words
from guidance_kb.search.plan import Field, Filter, Value
from guidance_kb.search.query import Condition
from guidance_kb.search.stemming import stemming

KINDS: Final = {
    "finding": Text("bevinding", "finding"),
    "practice": Text("praktijk", "practice"),
    "recommendation": Text("aanbeveling", "recommendation"),
    "persona": Text("persona", "persona"),
    "method": Text("onderzoeksmethode", "method"),
    "barrier": Text("belemmering", "barrier"),
    "drive": Text("drijfveer", "drive"),
    "need": Text("basisbehoefte", "basic need"),
    "item": Text("gespreksvraag", "conversation question"),
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

_WHERE: Final = {
    Field.KIND: "document.kind IN ({marks})",
    Field.COUNTRY: "document.country IN ({marks})",
    Field.THEME: "document.id IN (SELECT entry FROM entry_theme WHERE theme IN ({marks}))",
    Field.BARRIER: "document.id IN (SELECT id FROM barrier WHERE id IN ({marks}) UNION"
    " SELECT source FROM link WHERE type = 'barrier' AND target IN ({marks}))",
    Field.DRIVE: "document.id IN (SELECT id FROM drive WHERE id IN ({marks}) UNION"
    " SELECT source FROM link WHERE type = 'drive' AND target IN ({marks}))",
}


@dataclass(frozen=True, slots=True)
class Where:
    """A condition in SQL on the table `document`, with its parameters."""

    sql: str
    parameters: tuple[str, ...]


def where(filters: tuple[Filter, ...], kinds: tuple[str, ...] = ()) -> Where:
    """Returns the filters as one SQL condition; `kinds` are those that the caller wants to see, all when empty."""
    if kinds:
        filters = (*filters, Filter(Field.KIND, tuple(Value(kind, Text(kind, kind)) for kind in kinds)))
    conditions: list[str] = []
    parameters: list[str] = []
    for condition in filters:
        pattern = _WHERE[condition.field]
        ids = [value.id for value in condition.values]
        sql = pattern.format(marks=", ".join("?" * len(ids)))
        conditions.append(f"NOT coalesce({sql}, 0)" if condition.excluded else sql)
        parameters += ids * pattern.count("{marks}")
    return Where(" AND ".join(conditions) or "1", tuple(parameters))


class Names:
    """The values that each filter may take, by all the names that a counselor may type."""

    def __init__(self, values: Mapping[Field, tuple[Value, ...]]) -> None:
        self._values = values

    def find(self, field: Field, typed: str) -> tuple[Value, ...]:
        """Returns the values that `typed` names: those with all its words as names, else those with words that begin so."""
        wanted = words(typed)
        if not wanted:
            return ()
        values = self._values.get(field, ())
        return tuple(value for value in values if _is(value, wanted)) or tuple(
            value for value in values if _begins(value, wanted)
        )


def read(connection: sqlite3.Connection) -> Names:
    """Reads the names of countries, themes, barriers and drives from a knowledge database."""
    values = {Field.KIND: tuple(Value(kind, name) for kind, name in KINDS.items())}
    for field, sql in _NAMES.items():
        values[field] = tuple(Value(name, Text(nl, en)) for name, nl, en in connection.execute(sql))
    return Names(values)


def resolve(conditions: tuple[Condition, ...], names: Names) -> tuple[tuple[Filter, ...], tuple[str, ...]]:
    """Returns the filters, and as typed those whose value does not exist. The same field twice is either of the values."""
    filters: dict[tuple[Field, bool], dict[str, Value]] = {}
    unknown: list[str] = []
    for condition in conditions:
        found = names.find(condition.field, condition.value)
        if found:
            filters.setdefault((condition.field, condition.excluded), {}).update({value.id: value for value in found})
        else:
            unknown.append(condition.value)
    return (
        tuple(Filter(field, tuple(values.values()), excluded) for (field, excluded), values in filters.items()),
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
