"""From a plan to the first documents: found in both languages, ranked or in the order of the report, and made into hits."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from guidance_kb.language import Language
from guidance_kb.search.answer import Hit
from guidance_kb.search.choice import Order
from guidance_kb.search.excerpt import excerpt
from guidance_kb.search.lookup import CANDIDATES, Lookup
from guidance_kb.search.marks import marks_at
from guidance_kb.search.plan import Filter, Plan
from guidance_kb.search.ranking import Found, Ranking
from guidance_kb.search.weights import Weights
from guidance_kb.search.why import why

_NOTHING: Final = Found((), (), (), 0)


class Candidate(NamedTuple):
    """A document that was found, in the language that will be shown. The smallest `order` comes first."""

    order: float
    number: int
    id: str
    lang: Language
    score: float
    found: Found


class Ranker:
    """Ranks what one knowledge database holds.

    Attributes:
        lookup: The database.
        documents: How many documents there are in each language.
    """

    def __init__(self, lookup: Lookup, weights: Weights, documents: Mapping[Language, int]) -> None:
        self._lookup = lookup
        self._ranking = Ranking(weights)
        self._weights = weights
        self.documents = documents

    def first(
        self, plan: Plan, language: Language, conditions: Sequence[Filter], order: Order, limit: int
    ) -> list[Candidate]:
        """Returns the first documents, one an id: in the asked language where that matches, else in the other."""
        if not plan.clauses:
            numbers = self._lookup.listed(plan, language, conditions, limit)
            return [Candidate(0.0, number, "", language, 0.0, _NOTHING) for number in numbers]
        first: dict[str, Candidate] = {}
        for lang in (language, language.other):
            share = 1.0 if lang is language else self._weights.other_language
            most = max(CANDIDATES if lang is language else CANDIDATES // 2, limit)
            matching = self._lookup.best(plan, lang, conditions, order, most)
            found = {number: one.found for number, one in matching.items()}
            scores = self._ranking.scores(found, len(plan.clauses), self.documents[lang])
            for number, one in matching.items():
                score = scores[number] * share
                place = -score if order is Order.RELEVANCE else one.place
                known = first.get(one.id)
                if known is None:
                    first[one.id] = Candidate(place, number, one.id, lang, score, one.found)
                elif place < known.order:
                    first[one.id] = known._replace(order=place, score=score)
        return sorted(first.values(), key=lambda candidate: candidate[:2])[:limit]

    def hits(self, candidates: Collection[Candidate], plan: Plan, language: Language) -> Iterator[Hit]:
        """Returns the hits of candidates, with their reasons in `language`."""
        rows = self._lookup.rows([candidate.number for candidate in candidates])
        for candidate in candidates:
            row = rows[candidate.number]
            yield Hit(
                id=row.id,
                kind=row.kind,
                title=row.title,
                section=row.section,
                country=row.country,
                lang=candidate.lang,
                score=round(candidate.score, 4),
                why=why(plan, candidate.found, candidate.lang, language),
                excerpt=excerpt(row.body, marks_at(row.body, candidate.found.body)),
                title_marks=tuple(marks_at(row.title, candidate.found.title)),
            )
