"""The search engine: plan a query, find documents in both languages, rank and describe them. Imported with the first search."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from guidance_kb.language import Language, Text
from guidance_kb.search.index.item_features import ItemFeatures
from guidance_kb.search.index.lookup import Lookup
from guidance_kb.search.index.postings import Documents, documents
from guidance_kb.search.language.compounds import CompoundParts
from guidance_kb.search.language.folding import fold
from guidance_kb.search.language.spelling import Speller
from guidance_kb.search.language.vocabulary import Vocabulary
from guidance_kb.search.query import thesaurus
from guidance_kb.search.query.parser import read_filter_names
from guidance_kb.search.query.plan import (
    Clause,
    Closeness,
    Correction,
    Field,
    Mode,
    Plan,
    PlanFilter,
    Term,
    Value,
    replace_word,
)
from guidance_kb.search.query.planner import MOST as MOST_TOPICS
from guidance_kb.search.query.planner import Planner, Topics
from guidance_kb.search.ranking.ranker import Candidate, Facets, Ranker, Wanted
from guidance_kb.search.ranking.score import Weights
from guidance_kb.search.recommendations import Followed, Follower
from guidance_kb.search.results.answer import Hit, SearchAnswer
from guidance_kb.search.results.choice import SearchChoice

_ALL: Final = 1_000
"""A limit above the number of documents where few are found."""


@dataclass(frozen=True, slots=True)
class Request:
    """The arguments of a search: see `Searcher.search`."""

    query: str
    language: Language
    choice: SearchChoice
    kinds: tuple[str, ...]
    limit: int


class Engine:
    """The search engine of one knowledge database, over an open connection."""

    def __init__(self, connection: sqlite3.Connection, weights: Weights) -> None:
        self._weights = weights
        self._lookup = Lookup(connection)
        self._vocabulary = Vocabulary(connection)
        names = self.names = read_filter_names(connection)
        concepts = thesaurus.read(connection)
        self._planner = Planner(concepts, names, CompoundParts(self._vocabulary))
        self._facets = Facets(connection, names)
        self._ranker = Ranker(self._lookup, self._facets, weights, self._lookup.sizes())
        self._follower = Follower(connection, concepts, self._vocabulary, self._ranker)
        self.items = ItemFeatures(connection, self._vocabulary)
        self._topics = Topics(concepts.concepts)

    @cached_property
    def _speller(self) -> Speller:
        """The speller, created on demand because most queries do not need its word lists."""
        return Speller(self._vocabulary)

    def search(self, request: Request) -> SearchAnswer:
        """Answer a request."""
        self._lookup.forget()
        plan, suggestion = self._meant(request)
        choice = request.choice
        if plan.empty and not choice.facets:
            return SearchAnswer(plan, choice=choice)
        found, first = self._found(plan, request)
        left = found
        for having in self._facets.chosen(choice.facets).values():
            left &= having
        return SearchAnswer(
            plan,
            choice=choice,
            hits=self._hits(plan, request, left, first),
            counts=self._facets.kinds(left),
            facets=self._facets.counts(found, choice.facets),
            unfiltered=found.bit_count(),
            missing=self._missing(plan) if not found or plan.mode is Mode.ANY else (),
            nearest=() if found else self._nearest(plan, request.language),
            suggestion=suggestion,
        )

    def follow(
        self, note: str, language: Language, ticked: Sequence[str], aside: Collection[str], limit: int
    ) -> list[Followed]:
        """Return entries for a note and ticked items; see `Searcher.follow`. Nothing of the note is kept."""
        self._lookup.forget()
        try:
            return self._follower.follow(note, language, ticked, aside, limit)
        finally:
            self._lookup.forget()

    # --- Interpretation of the query

    def _meant(self, request: Request) -> tuple[Plan, str]:
        """Return the plan of a request, corrected or widened if few documents match; and a suggested query."""
        plan = self._plan(request)
        held = self._holding(plan)
        if self._weights.spelling and (not held or any(term.parts for clause in plan.clauses for term in clause)):
            plan = self._corrected(plan, request)
            held = self._holding(plan) if plan.corrections else held
        suggestion = "" if plan.corrections else self._suggestion(plan, held.bit_count(), request)
        few = not held or (held.bit_count() < self._weights.few and len(plan.clauses) > 1)
        if few and self._weights.fallback:
            plan = plan.widened(Mode.FEW if held else Mode.ANY)
        return plan, suggestion

    def _plan(self, request: Request, query: str | None = None, corrections: tuple[Correction, ...] = ()) -> Plan:
        plan = self._planner.plan(request.query if query is None else query, request.language, corrections)
        unwanted = [closeness for closeness in self._weights.closeness if not self._weights.searches(closeness)]
        if unwanted:
            plan = plan.each(lambda term: term.keeping(lambda pattern: pattern.closeness not in unwanted))
        return plan.without(request.choice.removed)

    def _corrected(self, plan: Plan, request: Request) -> Plan:
        """Return the plan with unknown words corrected, including words that match by their parts only; the same plan if there are none.

        A word that is found by its parts only is rather a misspelling of another word, if there is a close one: werkvoer is werkvloer.
        """
        nowhere = [term for clause in plan.clauses if not self._stands(clause) for term in clause]
        corrections = tuple(self._corrections(nowhere, request.language))
        if not corrections:
            return plan
        corrected = self._plan(request, corrections=corrections)
        return corrected if self._holding(corrected.widened(Mode.ANY)) else plan

    def _suggestion(self, plan: Plan, found: int, request: Request) -> str:
        """Return the query with likely corrections if few documents were found; empty without a suggestion."""
        if found >= self._weights.few or not self._weights.spelling:
            return ""
        query = plan.query
        terms = [term for clause in plan.clauses for term in clause]
        for correction in self._corrections(terms, request.language):
            if correction.meant.startswith(fold(correction.typed)):
                continue  # still being typed: it is found as a prefix
            query = replace_word(query, correction.typed, correction.meant)
        if query == plan.query or self._holding(self._plan(request, query)).bit_count() <= found:
            return ""
        return query

    def _corrections(self, terms: Iterable[Term], language: Language) -> Iterator[Correction]:
        for term in terms:
            words = term.nl[0].words
            if len(words) == 1 and not (term.phrase or term.starred or self._vocabulary.has(words[0])):
                meant = self._speller.meant(words[0], language, most=1 if term.parts else 2)
                if meant:
                    yield Correction(term.text, meant)

    def _missing(self, plan: Plan) -> tuple[str, ...]:
        """Return the clauses that no document matches."""
        return tuple(
            " / ".join(" ".join(term.text.split()) for term in clause)
            for clause in plan.clauses
            if not self._stands(clause)
        )

    def _nearest(self, plan: Plan, language: Language) -> tuple[str, ...]:
        """Return topics similar to the terms of a query without results."""
        terms = [term.text for clause in plan.clauses for term in clause]
        return tuple(dict.fromkeys(self._topics.nearest(terms, language)))[:MOST_TOPICS]

    def _stands(self, clause: Clause) -> bool:
        """Return whether any document matches one of the terms, not only by parts, regardless of the other clauses."""
        whole = tuple(term.keeping(lambda pattern: pattern.closeness is not Closeness.PARTS) for term in clause)
        return bool(self._lookup.matching(Plan("", (whole,))))

    # --- Retrieval

    def _holding(self, plan: Plan) -> Documents:
        """Return the documents that match the words and filters of the query, regardless of the user's choice."""
        found = self._lookup.matching(plan) if plan.clauses else self._facets.everything
        return found & self._facets.passing(plan.filters)

    def _found(self, plan: Plan, request: Request) -> tuple[Documents, list[Candidate]]:
        """Return all documents that match the words or have a similar phrasing; if these are few, also documents linked to them.

        If they are few, the second value is their ranking, regardless of the user's choice; it is empty otherwise.
        """
        found = self._holding(plan) | (self._lookup.alike(plan) & self._facets.passing(plan.filters))
        if not found or not plan.clauses or found.bit_count() >= self._weights.near:
            return found, []
        first = self._ranker.first(Wanted(plan, request.language, (), request.choice.order, _ALL))
        return documents(candidate.number for candidate in first), first

    def _hits(self, plan: Plan, request: Request, left: Documents, first: list[Candidate]) -> tuple[Hit, ...]:
        """Return the hits among the documents left by the choice: from the ranking if there is one, else by a new ranking."""
        if not left:
            return ()
        if first:
            shown = left & self._facets.chosen((Field.KIND, kind) for kind in request.kinds).get(Field.KIND, left)
            first = [one for one in first if documents([one.number]) & shown][: request.limit]
        else:
            conditions = _conditions(request)
            first = self._ranker.first(Wanted(plan, request.language, conditions, request.choice.order, request.limit))
        return tuple(self._ranker.hits(first, plan, request.language))


def _conditions(request: Request) -> Sequence[PlanFilter]:
    """Return the filters that the user chose, and the kinds that the caller asks for."""
    chosen: dict[Field, list[str]] = {}
    for field, identifier in sorted(request.choice.facets):
        chosen.setdefault(field, []).append(identifier)
    conditions = [_filter(field, ids) for field, ids in chosen.items()]
    return [*conditions, _filter(Field.KIND, request.kinds)] if request.kinds else conditions


def _filter(field: Field, ids: Sequence[str]) -> PlanFilter:
    return PlanFilter(field, tuple(Value(identifier, Text(identifier, identifier)) for identifier in ids))
