"""The questions put to the database: which documents match a plan, and the best or the first of them with all that the ranking needs."""

import sqlite3
from collections.abc import Sequence
from typing import Final, NamedTuple

from guidance_kb.knowledge.model import Kind
from guidance_kb.language import Language
from guidance_kb.search import filters
from guidance_kb.search.choice import Order
from guidance_kb.search.facets import Documents, documents
from guidance_kb.search.filters import Where
from guidance_kb.search.match import excluded_text, match_text
from guidance_kb.search.occurrences import Finder
from guidance_kb.search.plan import Filter, Plan
from guidance_kb.search.ranking import BM25, Found

CANDIDATES: Final = 40
"""Documents of a language, the best by bm25, that are ranked in full."""

_MATCH: Final = {
    language: f"SELECT rowid FROM search_{language} WHERE search_{language} MATCH ?"  # noqa: S608
    for language in Language
}
_PLACE: Final = "(SELECT position FROM section WHERE name = document.section)"


class Matching(NamedTuple):
    """A document that matches: its id, its place in the report, and what was found in it."""

    id: str
    place: int
    found: Found


class Row(NamedTuple):
    """What is shown of a document."""

    id: str
    kind: Kind
    title: str
    section: str
    country: str
    body: str


class Lookup:
    """Asks one knowledge database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def sizes(self) -> dict[Language, int]:
        """Returns how many documents there are in each language."""
        rows: dict[str, int] = dict(self._connection.execute("SELECT lang, count(*) FROM document GROUP BY lang"))
        return {language: rows.get(language, 0) for language in Language}

    def matching(self, plan: Plan) -> Documents:
        """Returns the documents, in either language, that hold the words of `plan` and not those it excludes; filters are not applied."""
        found = self._holding({language: match_text(plan, language) for language in Language})
        if plan.excluded and found:
            found &= ~self._holding({language: excluded_text(plan, language) for language in Language})
        return found

    def _holding(self, texts: dict[Language, str]) -> Documents:
        rows = (row for language, text in texts.items() for row in self._connection.execute(_MATCH[language], (text,)))
        return documents(number for (number,) in rows)

    def best(
        self, plan: Plan, lang: Language, conditions: Sequence[Filter], order: Order, most: int
    ) -> dict[int, Matching]:
        """Returns up to `most` documents in `lang` that match, by number: the best by bm25, or the first in the report."""
        condition = _where(plan, conditions)
        table = f"search_{lang}"
        by = "rank" if order is Order.RELEVANCE else f"{_PLACE}, document.number"
        columns = ", ".join(f"i.{name}, i.{name}_stems" for name in ("title", "keywords", "body", "phrasings"))
        sql = (
            f"SELECT document.number, document.id, {_PLACE}, {columns} FROM {table} i"  # noqa: S608
            f" JOIN document ON document.number = i.rowid"
            f" WHERE {table} MATCH ? AND rank MATCH ? AND {condition.sql} ORDER BY {by} LIMIT ?"
        )
        parameters = (match_text(plan, lang), BM25, *condition.parameters, most)
        find = Finder(plan, lang).find
        matching: dict[int, Matching] = {}
        for number, id_, place, *texts in self._connection.execute(sql, parameters):
            title, keywords, body, phrasings = (find(*texts[at : at + 2]) for at in range(0, len(texts), 2))
            matching[number] = Matching(id_, place, Found(title, keywords, body, texts[4].count(" ") + 1, phrasings))
        return matching

    def listed(self, plan: Plan, lang: Language, conditions: Sequence[Filter], most: int) -> list[int]:
        """Returns the numbers of the documents in `lang` that pass the filters, in report order, when there is no word to search for."""
        condition = _where(plan, conditions)
        sql = f"SELECT number FROM document WHERE lang = ? AND {condition.sql} ORDER BY number LIMIT ?"  # noqa: S608
        return [number for (number,) in self._connection.execute(sql, (lang, *condition.parameters, most))]

    def rows(self, numbers: Sequence[int]) -> dict[int, Row]:
        """Returns what is shown of documents, by number."""
        sql = (
            "SELECT number, id, kind, title, section, coalesce(country, ''), body FROM document"  # noqa: S608
            f" WHERE number IN ({', '.join('?' * len(numbers))})"
        )
        return {row[0]: Row(*row[1:]) for row in self._connection.execute(sql, numbers)}


def _where(plan: Plan, conditions: Sequence[Filter]) -> Where:
    """The filters of the query and those given, and what the plan excludes, in SQL on `document`."""
    condition = filters.where((*plan.filters, *conditions))
    if not plan.excluded:
        return condition
    matches = " UNION ALL ".join(_MATCH[language] for language in Language)
    without = f" AND document.id NOT IN (SELECT id FROM document WHERE number IN ({matches}))"  # noqa: S608
    texts = (excluded_text(plan, language) for language in Language)
    return Where(condition.sql + without, (*condition.parameters, *texts))
