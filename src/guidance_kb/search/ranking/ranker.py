"""The ranker: finds the first documents of a plan in both languages, by relevance or in report order, and makes hits of them."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Final, NamedTuple

from guidance_kb.language import Language
from guidance_kb.search.index.lookup import CANDIDATES, SENTENCE, DocumentRow, FoundLater, Lookup
from guidance_kb.search.index.occurrences import Occurrence
from guidance_kb.search.index.postings import Documents, documents, in_language, numbers
from guidance_kb.search.language.folding import Range
from guidance_kb.search.query.parser import FilterNames
from guidance_kb.search.query.plan import Field, Plan, PlanFilter
from guidance_kb.search.ranking.long_queries import Fields, LongRanking, candidates_text
from guidance_kb.search.ranking.score import FoundEntry, Neighbour, Ranking, Weights
from guidance_kb.search.results.answer import SAYABLE, Count, Hit, near, of_kind, said, why
from guidance_kb.search.results.choice import SortOrder
from guidance_kb.search.results.excerpt import Excerpt, marks_at, part_excerpt

# --- Facets: filters with counts, from the set of documents of each value.
# All counts of an answer are a few dozen bitwise ands.


FACETS: Final = (Field.KIND, Field.COUNTRY, Field.CATEGORY, Field.DRIVE, Field.THEME)
"""The filters shown with counts. Single barriers are too many to choose from; they can be typed."""


_ABOUT: Final = (
    "SELECT id AS about, id AS target FROM barrier UNION SELECT id, id FROM drive"
    " UNION SELECT source, target FROM link WHERE type IN ('barrier', 'drive') UNION SELECT item, target FROM evidence"
)
"""Things about a barrier or drive: the barrier or drive itself, entries linked to it, and items with evidence for it."""

_HAVING: Final = {
    Field.KIND: "SELECT kind AS value, id FROM document WHERE lang = 'nl'",
    Field.COUNTRY: "SELECT country AS value, id FROM document WHERE lang = 'nl' AND country IS NOT NULL",
    Field.CATEGORY: f"SELECT category AS value, about AS id FROM barrier JOIN ({_ABOUT}) ON target = barrier.id",  # noqa: S608
    Field.BARRIER: f"SELECT target AS value, about AS id FROM barrier JOIN ({_ABOUT}) ON target = barrier.id",  # noqa: S608
    Field.DRIVE: f"SELECT target AS value, about AS id FROM drive JOIN ({_ABOUT}) ON target = drive.id",  # noqa: S608
    Field.THEME: "SELECT theme AS value, entry AS id FROM entry_theme",
}
"""SQL for each filter: its values, each with the ids of the documents that have it."""


class Facets:
    """The documents of each value, read once from a knowledge database."""

    def __init__(self, connection: sqlite3.Connection, names: FilterNames) -> None:
        self._names = names
        self._having = {field: _having(connection, sql) for field, sql in _HAVING.items()}
        self._all = documents(
            number for (number,) in connection.execute("SELECT number FROM document WHERE lang = 'nl'")
        )

    @property
    def everything(self) -> Documents:
        """All documents."""
        return self._all

    @cached_property
    def sayable(self) -> Documents:
        """The documents with something to say in a conversation."""
        return self._any(Field.KIND, SAYABLE)

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


# --- Hits that compute their texts on first access, because most hits of an answer are never scrolled into view.


class Origin(NamedTuple):
    """The data from which a hit computes its texts.

    Attributes:
        plan: The plan of the search.
        found: The occurrences in the document, or the texts to find them in.
        language: The requested language of texts and reasons.
        said: The phrasing of the document that is similar to the query, if there is one.
        beside: The title of the hit that it is linked to, if nothing in it matched.
    """

    plan: Plan
    found: FoundEntry | FoundLater
    language: Language
    said: str
    beside: str


def occurrences_of(found: FoundEntry | FoundLater) -> FoundEntry:
    """Return the occurrences in a document, found now if they were not yet."""
    return found if isinstance(found, FoundEntry) else found.find()


class FoundHit(Hit):
    """A hit with the data for its texts, so that it needs no database access."""

    _body: str
    _retold: int | None
    _origin: Origin

    def __init__(self, row: DocumentRow, found_in: Language, score: float, origin: Origin) -> None:
        self.__dict__.update(
            id=row.id,
            kind=row.kind,
            title=row.title,
            section=row.section,
            country=row.country,
            lang=origin.language,
            found_in=found_in,
            score=score,
            _body=row.body,
            _retold=row.retold,
            _origin=origin,
        )

    @cached_property
    def why(self) -> tuple[str, ...]:
        """The reasons why it was found."""
        plan, _, language, phrasing, beside = self._origin
        found = self._found
        if beside:
            return (near(beside, language),)
        reasons = why(plan, found, self.found_in, language)
        if plan.clauses and not (reasons or phrasing):
            reasons = (of_kind(self.kind, language),)
        return (said(phrasing, language), *reasons) if phrasing else reasons

    @cached_property
    def _found(self) -> FoundEntry:
        return occurrences_of(self._origin.found)

    @cached_property
    def excerpt(self) -> Excerpt:
        """The part of the body that shows the match best."""
        return part_excerpt(self._body, self._marks(self._body, self._found.body), self._retold)

    @cached_property
    def title_marks(self) -> tuple[Range, ...]:
        """Ranges to highlight in the title."""
        return tuple(self._marks(self.title, self._found.title))

    def _marks(self, text: str, found: Sequence[Occurrence]) -> list[Range]:
        """Return the ranges to highlight; none if only the text in the other language matched."""
        return marks_at(text, found) if self.found_in is self.lang else []


_NOTHING: Final = FoundEntry((), (), (), 0)
_SAID: Final = FoundEntry((), (), (), 0, by_speech=True)


MOST_SCORED: Final = 20_000
"""Number of documents that bm25 may score for a long query: the rarest of its words are asked for."""


class Wanted(NamedTuple):
    """The arguments of a ranking: plan, preferred language, additional filters, order, and maximum number of documents."""

    plan: Plan
    language: Language
    conditions: Sequence[PlanFilter]
    order: SortOrder
    limit: int


class Candidate(NamedTuple):
    """A candidate hit in the language of the matching text. The smallest `order` is first.

    `said` is its phrasing that is similar to the query; `near` is the number of the hit that it is linked to, if nothing in it matched.
    """

    order: float
    number: int
    id: str
    lang: Language
    score: float
    found: FoundEntry | FoundLater
    said: str = ""
    near: int = 0


class Ranker:
    """Ranks the documents of one knowledge database.

    Attributes:
        lookup: The database.
        documents: The number of documents in each language.
    """

    def __init__(self, lookup: Lookup, facets: Facets, weights: Weights, documents: Mapping[Language, int]) -> None:
        self._lookup = lookup
        self._facets = facets
        self._ranking = Ranking(weights)
        self._weights = weights
        self.documents = documents

    def first(self, wanted: Wanted) -> list[Candidate]:
        """Return the first documents, one for each id: in the requested language if that matches, else in the other.

        If fewer than `Weights.near` match, those linked to the best of them are added. There may be more of them than `wanted.limit`, so
        that a document that is moved to the front is there whatever number is wanted; without clauses there are not.
        """
        passing = self._passing(wanted)
        if not wanted.plan.clauses:
            listed = islice(numbers(passing, wanted.language), wanted.limit)
            return [Candidate(0.0, number, "", wanted.language, 0.0, _NOTHING) for number in listed]
        first: dict[str, Candidate] = {}
        for lang in (wanted.language, wanted.language.other):
            for candidate in (self._in_long if wanted.plan.long else self._in)(lang, wanted, passing):
                known = first.get(candidate.id)
                if known is None:
                    first[candidate.id] = candidate
                elif candidate.order < known.order:
                    first[candidate.id] = known._replace(order=candidate.order, score=candidate.score)
        if self._weights.linked:
            self._add_neighbours(first, wanted, passing)
        if self._weights.likely:
            self._add_likely(first, wanted, passing)
        return sorted(first.values(), key=lambda candidate: candidate[:2])

    def to_say_first(self, ranked: list[Candidate], plan: Plan) -> list[Candidate]:
        """Return candidates, which are ordered by relevance, with the best thing to say in a conversation in front, if it fits well."""
        sayable, weights = self._facets.sayable, self._weights
        least = weights.to_say if plan.length >= SENTENCE else weights.to_say_of_term
        for place, candidate in enumerate(ranked):
            if candidate.order > least * ranked[0].order:  # both are negative: the lower the better
                break
            if documents([candidate.number]) & sayable:
                return [candidate, *ranked[:place], *ranked[place + 1 :]]
        return ranked

    def _passing(self, wanted: Wanted) -> Documents:
        """Return the documents that pass all filters and match no exclusion."""
        passing = self._facets.passing((*wanted.plan.filters, *wanted.conditions))
        return passing & ~self._lookup.excluded(wanted.plan) if wanted.plan.excluded else passing

    def _in(self, lang: Language, wanted: Wanted, passing: Documents) -> Iterator[Candidate]:
        """Yield the candidates among the documents in one language."""
        plan, own = wanted.plan, lang is wanted.language
        share = 1.0 if own else self._weights.other_language
        most = max(CANDIDATES, wanted.limit)
        matching = self._lookup.best(plan, lang, passing, wanted.order, most)
        phrased = self._lookup.phrased(plan, lang)
        others = [number for number in phrased if number not in matching]
        matching |= self._lookup.these(others, passing)
        found = {number: one.found for number, one in matching.items()}
        worth = self._weights.phrased * (1.0 + self._weights.left_out * len(plan.ignored))
        likeness = {number: worth * one.likeness for number, one in phrased.items()}
        scores = self._ranking.scores(found, len(plan.clauses), self.documents[lang], likeness)
        for number, one in matching.items():
            score = scores[number] * share * (self._weights.summary if one.id in self._lookup.summaries else 1.0)
            place = -score if wanted.order is SortOrder.RELEVANCE else one.place
            phrasing = phrased[number].text if number in phrased else ""
            yield Candidate(place, number, one.id, lang, score, one.found, phrasing)

    def _in_long(self, lang: Language, wanted: Wanted, passing: Documents) -> Iterator[Candidate]:
        """Yield the candidates for a long query among the documents in one language."""
        plan, own = wanted.plan, lang is wanted.language
        holding = self._lookup.holding(plan, lang)
        if not own and sum(map(bool, holding)) <= sum(map(bool, self._lookup.holding(plan, wanted.language))):
            return  # the query is not in this language
        fields = Fields(self.documents[lang], self._lookup.usual(lang))
        ranking = LongRanking(plan, lang, holding, fields, self._weights)
        share = 1.0 if own else self._weights.other_language
        match = candidates_text(plan, lang, holding, MOST_SCORED)
        rows = self._lookup.by_stems(plan, match, lang, passing, max(CANDIDATES, wanted.limit))
        phrased = self._lookup.phrased(plan, lang)
        worth = ranking.whole * self._weights.phrased * (1.0 + self._weights.left_out * len(plan.ignored))
        scored: dict[int, tuple[str, int, float, FoundEntry | FoundLater]] = {
            number: (id_, place, ranking.score(texts.stems), texts) for number, id_, place, texts in rows
        }
        others = [number for number in phrased if number not in scored]
        scored |= {
            number: (one.id, one.place, 0.0, one.found) for number, one in self._lookup.these(others, passing).items()
        }
        for number, (id_, place, by_words, found) in scored.items():
            said = phrased.get(number)
            score = (by_words + (worth * said.likeness if said else 0.0)) * share
            score *= self._weights.summary if id_ in self._lookup.summaries else 1.0
            order = -score if wanted.order is SortOrder.RELEVANCE else place
            yield Candidate(order, number, id_, lang, score, found, said.text if said else "")

    def _add_neighbours(self, first: dict[str, Candidate], wanted: Wanted, passing: Documents) -> None:
        """Add to each hit a share of the scores of hits linked to it; if there are few hits, add documents linked to the best."""
        by_relevance = wanted.order is SortOrder.RELEVANCE
        best = sorted(((one.id, one.score) for one in first.values()), key=lambda pair: -pair[1])
        gains: dict[str, list[Neighbour]] = {}
        few = len(first) < self._weights.near
        for neighbour in self._lookup.neighbours(best, () if few else first) if best else ():
            gains.setdefault(neighbour.id, []).append(neighbour)
        if few:
            new = [identifier for identifier in gains if identifier not in first]
            named = self._lookup.named(new, wanted.language, passing)
            for number, one in named.items():
                of = max(gains[one.id], key=lambda neighbour: neighbour.score).of
                place = 0.0 if by_relevance else one.place
                first[one.id] = Candidate(place, number, one.id, wanted.language, 0.0, _NOTHING, near=first[of].number)
        for identifier, those in gains.items():
            if identifier in first:
                known = first[identifier]
                gain = self._weights.linked * sum(neighbour.score for neighbour in those)
                place = known.order - gain if by_relevance else known.order
                first[identifier] = known._replace(order=place, score=known.score + gain)

    def _add_likely(self, first: dict[str, Candidate], wanted: Wanted, passing: Documents) -> None:
        """Add to each hit what it gains as the query is how people say it, and the few documents that gain most."""
        likely = self._lookup.likely(wanted.plan, wanted.language)
        best = max((one.score for one in first.values()), default=0.0) or 1.0
        by_relevance = wanted.order is SortOrder.RELEVANCE
        there = {one.number for one in first.values()}
        likeliest = [2 * place + 1 for place in self._lookup.likeliest(wanted.plan, wanted.language)]
        new = [in_language(number, wanted.language) for number in likeliest if not {number, number + 1} & there]
        for number, one in self._lookup.these(new, passing).items():
            place = 0.0 if by_relevance else one.place
            first[one.id] = Candidate(place, number, one.id, wanted.language, 0.0, _SAID)
        for identifier, known in first.items():
            if gain := likely.get((known.number - 1) >> 1, 0.0):
                gain *= self._weights.likely * best
                place = known.order - gain if by_relevance else known.order
                first[identifier] = known._replace(order=place, score=known.score + gain)

    def hits(self, candidates: Collection[Candidate], plan: Plan, language: Language) -> Iterator[Hit]:
        """Yield the hits of candidates, in `language` whatever the language of the matching text."""
        shown = {number for candidate in candidates for number in (candidate.number, candidate.near) if number}
        rows = self._lookup.rows(sorted({in_language(number, language) for number in shown}))
        for candidate in candidates:
            beside = rows[in_language(candidate.near, language)].title if candidate.near else ""
            origin = Origin(plan, candidate.found, language, candidate.said, beside)
            row = rows[in_language(candidate.number, language)]
            yield FoundHit(row, candidate.lang, round(candidate.score, 4), origin)
