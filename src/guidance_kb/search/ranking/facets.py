"""Facets: filters with counts, from the set of documents of each value.

All counts of an answer are a few dozen bitwise ands.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from guidance_kb.search.index.documents import Documents, documents
from guidance_kb.search.query.filters import HAVING, FilterNames
from guidance_kb.search.query.plan import Field, PlanFilter, Value

FACETS: Final = (Field.KIND, Field.COUNTRY, Field.CATEGORY, Field.DRIVE, Field.THEME)
"""The filters shown with counts. Single barriers are too many to choose from; they can be typed."""


@dataclass(frozen=True, slots=True)
class Count:
    """A value of a filter: the number of documents it would leave, and whether it is chosen."""

    value: Value
    count: int
    chosen: bool


class Facets:
    """The documents of each value, read once from a knowledge database."""

    def __init__(self, connection: sqlite3.Connection, names: FilterNames) -> None:
        self._names = names
        self._having = {field: _having(connection, sql) for field, sql in HAVING.items()}
        self._all = documents(
            number for (number,) in connection.execute("SELECT number FROM document WHERE lang = 'nl'")
        )

    @property
    def everything(self) -> Documents:
        """All documents."""
        return self._all

    def passing(self, filters: Iterable[PlanFilter]) -> Documents:
        """Return the documents that pass the filters of a query."""
        left = self._all
        for condition in filters:
            having = self._any(condition.field, (value.id for value in condition.values))
            left &= ~having if condition.excluded else having
        return left

    def chosen(self, choice: Iterable[tuple[Field, str]]) -> dict[Field, Documents]:
        """Return for each field of a choice the documents with one of its values."""
        ids: dict[Field, list[str]] = {}
        for field, identifier in choice:
            ids.setdefault(field, []).append(identifier)
        return {field: self._any(field, of) for field, of in ids.items()}

    def kinds(self, found: Documents) -> dict[str, int]:
        """Return the number of documents of each kind in `found`."""
        counts = {kind: (found & having).bit_count() for kind, having in self._having[Field.KIND].items()}
        return {kind: count for kind, count in counts.items() if count}

    def counts(self, found: Documents, choice: frozenset[tuple[Field, str]]) -> Mapping[Field, tuple[Count, ...]]:
        """Return every value of every filter with the number of documents of `found` it would leave.

        Args:
            found: The documents of the query without the choice.
            choice: The chosen values. A value is counted within the other fields' choices, because values of one field are alternatives.
        """
        chosen = self.chosen(choice)
        counts: dict[Field, tuple[Count, ...]] = {}
        for field in FACETS:
            left = found
            for other, having in chosen.items():
                if other is not field:
                    left &= having
            counts[field] = tuple(
                Count(
                    value,
                    (left & self._having[field].get(value.id, 0)).bit_count(),
                    (field, value.id) in choice,
                )
                for value in self._names.of(field)
            )
        return counts

    def _any(self, field: Field, ids: Iterable[str]) -> Documents:
        having = self._having.get(field, {})
        found = 0
        for identifier in ids:
            found |= having.get(identifier, 0)
        return found


def _having(connection: sqlite3.Connection, sql: str) -> dict[str, Documents]:
    numbers: dict[str, list[int]] = {}
    of_one = "document ON document.id = pair.id AND document.lang = 'nl'"  # one number stands for both languages
    for value, number in connection.execute(f"SELECT value, number FROM ({sql}) pair JOIN {of_one}"):  # noqa: S608
        numbers.setdefault(value, []).append(number)
    return {value: documents(of) for value, of in numbers.items()}
