"""Queries on the database: the documents that match a plan, and the best or first of them with the data for ranking."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import islice
from operator import and_, or_
from typing import Final, NamedTuple

from guidance_kb.knowledge.model import Kind
from guidance_kb.language import Language
from guidance_kb.search.index.features import FeatureIndex
from guidance_kb.search.index.occurrences import Columns, OccurrenceFinder
from guidance_kb.search.index.phrasings import Phrased, Phrasings
from guidance_kb.search.index.postings import Documents, PostingsReader, documents, foremost, match_text, numbers
from guidance_kb.search.language.vocabulary import Vocabulary
from guidance_kb.search.query.plan import Plan
from guidance_kb.search.ranking.long_queries import STEM_BM25
from guidance_kb.search.ranking.score import BM25, FoundEntry, Neighbour, neighbours
from guidance_kb.search.results.choice import SortOrder

CANDIDATES: Final = 60
"""Number of documents of a language, the best by bm25, that are ranked in full, whatever number is asked for.

The hits support each other, so with fewer of them the same query would have another order. The window asks for as many.
"""

MOST_BY_BM25: Final = 1000
"""Number of documents that bm25 may score. It scores all documents of each word, at 1 µs each: if a clause has more, those with the most
clauses in their titles and keywords are ranked in full instead.
"""

MOST_TEXTS: Final = 1000
"""Number of documents whose text is cached for the next query, which is often the same with one more letter; about 15 KB each."""

_PLACE: Final = "(SELECT position FROM section WHERE name = document.section)"


class Matching(NamedTuple):
    """A matching document: its id, its position in the report, and the occurrences in it."""

    id: str
    place: int
    found: FoundEntry


class _Text(NamedTuple):
    """Data of a document for ranking: id, position in the report, number of words of the body, and columns."""

    id: str
    place: int
    length: int
    columns: Columns


class FoundLater:
    """The texts of a document, in which a hit looks for the words when its reasons or its marks are wanted.

    Attributes:
        stems: The stems of each column.
    """

    __slots__ = ("_finder", "_words", "stems")

    def __init__(self, finder: OccurrenceFinder, words: Sequence[str], stems: Sequence[str]) -> None:
        self._finder = finder
        self._words = words
        self.stems = stems

    def find(self) -> FoundEntry:
        """Return what was found in the document."""
        title, keywords, body, phrasings = self._finder.find_words(self._words, self.stems)
        return FoundEntry(title, keywords, body, self.stems[2].count(" ") + 1, phrasings)


class DocumentRow(NamedTuple):
    """Data of a document for display; `retold` is the number of lines of the body, from the first, that retell the report."""

    id: str
    kind: Kind
    title: str
    section: str
    country: str
    body: str
    retold: int | None


_SUMMARIES: Final = "SELECT entry.id FROM entry JOIN section ON section.name = entry.section WHERE section.summary"


LIKELY: Final = 0.6
"""Share of the best score, by how people say it, from which a document gains by it."""

_SURE: Final = 0.5
"""The gain from which a document is found that has none of the words."""

SENTENCE: Final = 3
"""Number of words, stop words included, from which a query may find documents only by how people say it."""

_MOST_LIKELY: Final = 3
"""Maximum number of documents that are found only by how people say it."""

_SHARES: Final = {1: 0.25, 2: 0.67}
"""Share of the gain of a query of one or two words."""


class Lookup:
    """Access to one knowledge database. Caches results until `forget` is called, and the texts of the last rankings.

    Attributes:
        summaries: The ids of the entries of sections that sum up others.
        features: The documents by how people say it.
    """

    def __init__(self, connection: sqlite3.Connection, vocabulary: Vocabulary) -> None:
        self._connection = connection
        self._phrasings = Phrasings(connection)
        self.features = FeatureIndex(connection, vocabulary)
        self._holding = PostingsReader(connection)
        self._entries: int = connection.execute("SELECT coalesce(max(number), 0) / 2 FROM document").fetchone()[0]
        self.summaries = frozenset(id_ for (id_,) in connection.execute(_SUMMARIES))
        self._report_order: list[int] = []
        self._usual: dict[Language, Sequence[float]] = {}
        self._texts: dict[int, _Text] = {}
        self._like: dict[tuple[tuple[str, ...], Language], Mapping[int, Phrased]] = {}
        self._likely: dict[tuple[str, Language], Mapping[int, float]] = {}

    def forget(self) -> None:
        """Clear the cached results before the next query."""
        self._holding.forget()
        self._like.clear()
        self._likely.clear()

    def sizes(self) -> dict[Language, int]:
        """Return the number of documents in each language."""
        rows: dict[str, int] = dict(self._connection.execute("SELECT lang, count(*) FROM document GROUP BY lang"))
        return {language: rows.get(language, 0) for language in Language}

    def matching(self, plan: Plan) -> Documents:
        """Return the documents, in either language, that match the words of `plan` and none of its exclusions; filters are not applied."""
        found = self._matching(plan, Language.NL) | self._matching(plan, Language.EN)
        return found & ~self.excluded(plan) if plan.excluded else found

    def alike(self, plan: Plan) -> Documents:
        """Return the documents, in either language, with a phrasing similar to the whole query."""
        return documents(number for language in Language for number in self.phrased(plan, language))

    def excluded(self, plan: Plan) -> Documents:
        """Return the documents, in either language, that match an exclusion of `plan`."""
        return self._holding.any_of(plan.excluded, Language.NL) | self._holding.any_of(plan.excluded, Language.EN)

    def phrased(self, plan: Plan, lang: Language) -> Mapping[int, Phrased]:
        """Return the documents in `lang` with a phrasing similar to the whole query, by number."""
        said = plan.said(lang)
        if (said, lang) not in self._like:
            self._like[said, lang] = self._phrasings.like(said, lang)
        return self._like[said, lang]

    def likely(self, plan: Plan, language: Language) -> Mapping[int, float]:
        """Return how much documents gain, 0 to 1, as the query is how people say it; by their place in a `Documents` set.

        A word or two gain less: they may be said of many things.
        """
        if not plan.said(language):
            return {}
        key = plan.query, language
        if key not in self._likely:
            scores = self.features.scores(plan.meant_query, language)
            best = max(scores.values(), default=0.0)
            least, whole = LIKELY * best, _SHARES.get(plan.length, 1.0)
            self._likely[key] = {
                place: whole * (score - least) / (best - least) for place, score in scores.items() if score > least
            }
        return self._likely[key]

    def likeliest(self, plan: Plan, language: Language) -> list[int]:
        """Return the places of the few documents that a sentence finds even if they have none of its words, the best first."""
        likely = self.likely(plan, language) if plan.length >= SENTENCE else {}
        sure = (place for place, gain in likely.items() if gain >= _SURE)
        return sorted(sure, key=lambda place: (-likely[place], place))[:_MOST_LIKELY]

    def these(self, numbers: Sequence[int], passing: Documents) -> dict[int, Matching]:
        """Return the documents with these numbers that are in `passing`, without occurrences."""
        return self._unfound("", "number", numbers, passing)

    def named(self, ids: Sequence[str], lang: Language, passing: Documents) -> dict[int, Matching]:
        """Return the documents in `lang` with these ids that are in `passing`, without occurrences."""
        return self._unfound(f"lang = '{lang}' AND ", "id", ids, passing)

    def _unfound(
        self, condition: str, column: str, values: Sequence[int | str], passing: Documents
    ) -> dict[int, Matching]:
        sql = (
            f"SELECT number, id, {_PLACE} FROM document"  # noqa: S608
            f" WHERE {condition}{column} IN ({', '.join('?' * len(values))})"
        )
        rows = self._connection.execute(sql, values) if values else ()
        return {
            number: Matching(id_, place, FoundEntry((), (), (), 0))
            for number, id_, place in rows
            if documents((number,)) & passing
        }

    def neighbours(self, best: Sequence[tuple[str, float]], among: Collection[str]) -> Iterable[Neighbour]:
        """Return the documents linked to the best hits (id and score), restricted to `among` if it is not empty."""
        return neighbours(self._connection, best, among)

    def _matching(self, plan: Plan, language: Language) -> Documents:
        held = (self._holding.any_of(clause, language) for clause in plan.clauses)
        return reduce(or_ if plan.any_word else and_, held)

    def best(self, plan: Plan, lang: Language, passing: Documents, order: SortOrder, most: int) -> dict[int, Matching]:
        """Return up to `most` matching documents of `passing` in `lang`, by number: the best, or the first in the report."""
        found = self._matching(plan, lang) & passing
        if order is SortOrder.SECTION:
            chosen = self._first(found, lang, most)
        elif found.bit_count() <= most:
            chosen = list(numbers(found, lang))
        else:
            chosen = self._best(plan, lang, found, most)
        return self._read(plan, lang, chosen)

    def _best(self, plan: Plan, lang: Language, found: Documents, most: int) -> list[int]:
        held = [self._holding.any_of(clause, lang) for clause in plan.clauses]
        if self._entries > MOST_BY_BM25 and (
            max(one.bit_count() for one in held) > MOST_BY_BM25
            or any(self._holding.is_common(clause, lang) for clause in plan.clauses)
        ):
            named = [self._holding.any_of(clause, lang, named=True) for clause in plan.clauses]
            return foremost(found, held if plan.any_word else (), named, lang, most)
        sql = f"SELECT rowid FROM search_{lang} WHERE search_{lang} MATCH ? AND rank MATCH ? ORDER BY rank"  # noqa: S608
        rows = self._connection.execute(sql, (match_text(plan, lang), BM25))
        left = set(numbers(found, lang))
        return list(islice((number for (number,) in rows if number in left), most))

    def holding(self, plan: Plan, lang: Language) -> list[int]:
        """Return for each clause the number of documents in `lang` that have it."""
        return [self._holding.any_of(clause, lang).bit_count() for clause in plan.clauses]

    def usual(self, lang: Language) -> Sequence[float]:
        """Return the mean number of words of the title, the keywords, the body and the phrasings, from FTS5's own totals."""
        if lang not in self._usual:
            (blob,) = self._connection.execute(f"SELECT block FROM search_{lang}_data WHERE id = 1").fetchone()  # noqa: S608
            rows, *totals = _whole_numbers(blob)
            self._usual[lang] = [total / max(rows, 1) for total in totals[:4]]
        return self._usual[lang]

    def by_stems(
        self, plan: Plan, match: str, lang: Language, passing: Documents, most: int
    ) -> Iterator[tuple[int, str, int, FoundLater]]:
        """Yield up to `most` documents of `passing` that match, the best by the bm25 of their stems: number, id, place and texts."""
        columns = ", ".join(f"i.{name}, i.{name}_stems" for name in ("title", "keywords", "body", "phrasings"))
        sql = (
            f"SELECT document.number, document.id, {_PLACE}, {columns}"  # noqa: S608
            f" FROM search_{lang} i CROSS JOIN document ON document.number = i.rowid"
            f" WHERE search_{lang} MATCH ? AND i.rank MATCH '{STEM_BM25}' ORDER BY i.rank"
        )
        rows = self._connection.execute(sql, (match,)) if match else ()
        finder = OccurrenceFinder(plan, lang)
        found = (
            (number, id_, place, FoundLater(finder, texts[::2], texts[1::2]))
            for number, id_, place, *texts in rows
            if passing >> ((number - 1) >> 1) & 1
        )
        return islice(found, most)

    def _first(self, found: Documents, lang: Language, most: int) -> list[int]:
        """Return the first of `found` in the order of the report."""
        if not self._report_order:
            sql = f"SELECT number FROM document WHERE lang = 'nl' ORDER BY {_PLACE}, number"  # noqa: S608
            self._report_order = [number for (number,) in self._connection.execute(sql)]
        left = set(numbers(found, Language.NL))
        beside = 0 if lang is Language.NL else 1
        return list(islice((number + beside for number in self._report_order if number in left), most))

    def _read(self, plan: Plan, lang: Language, chosen: Sequence[int]) -> dict[int, Matching]:
        if len(self._texts) > MOST_TEXTS:
            self._texts.clear()
        self._texts.update(self._unread([number for number in chosen if number not in self._texts], lang))
        finder = OccurrenceFinder(plan, lang)
        matching: dict[int, Matching] = {}
        for number in sorted(self._texts.keys() & chosen):
            text = self._texts[number]
            title, keywords, body, phrasings = finder.find_in(text.columns)
            matching[number] = Matching(text.id, text.place, FoundEntry(title, keywords, body, text.length, phrasings))
        return matching

    def _unread(self, chosen: Sequence[int], lang: Language) -> Iterator[tuple[int, _Text]]:
        columns = ", ".join(f"i.{name}, i.{name}_stems" for name in ("title", "keywords", "body", "phrasings"))
        sql = (
            f"SELECT document.number, document.id, {_PLACE}, {columns}"  # noqa: S608
            f" FROM search_{lang} i JOIN document ON document.number = i.rowid"
            f" WHERE i.rowid IN ({', '.join('?' * len(chosen))})"
        )
        for number, id_, place, *texts in self._connection.execute(sql, chosen) if chosen else ():
            yield number, _Text(id_, place, texts[4].count(" ") + 1, Columns(texts[::2], texts[1::2]))

    def rows(self, numbers: Sequence[int]) -> dict[int, DocumentRow]:
        """Return the data for display of documents, by number."""
        sql = (
            "SELECT number, id, kind, title, section, coalesce(country, ''), body, retold FROM document"  # noqa: S608
            f" WHERE number IN ({', '.join('?' * len(numbers))})"
        )
        return {row[0]: DocumentRow(*row[1:]) for row in self._connection.execute(sql, numbers)}


def _whole_numbers(blob: bytes) -> Iterator[int]:
    """Yield the numbers of a record of FTS5: seven bits a byte, the highest first; the eighth says that more follow."""
    value = 0
    for byte in blob:
        value = value << 7 | byte & 127
        if byte < 128:  # noqa: PLR2004
            yield value
            value = 0
