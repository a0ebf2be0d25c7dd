"""The search: plan a query, find documents in both languages, rank and describe them; the entry point for the program.

It imports Whoosh and the stemmer, so the window imports it with the first search.
"""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from guidance_kb.errors import KnownError
from guidance_kb.language import Language, Text
from guidance_kb.search.index.lookup import Lookup
from guidance_kb.search.index.postings import Documents, documents, documents_at, in_language
from guidance_kb.search.language.compounds import CompoundParts
from guidance_kb.search.language.folding import fold
from guidance_kb.search.language.spelling import Speller, is_abbreviation
from guidance_kb.search.language.vocabulary import Vocabulary
from guidance_kb.search.query import thesaurus
from guidance_kb.search.query.names import Listing, Names
from guidance_kb.search.query.parser import FilterNames, read_filter_names
from guidance_kb.search.query.plan import (
    Clause,
    Closeness,
    Correction,
    Field,
    Mode,
    Pattern,
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
from guidance_kb.search.results.choice import SearchChoice, SortOrder

if TYPE_CHECKING:
    from guidance_kb.help.articles import HelpText
    from guidance_kb.search.help_search import HelpSearch


# --- The engine of one database


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
    corrects: bool = True
    """Whether unknown words may be corrected."""


class Engine:
    """The search engine of one knowledge database, over an open connection."""

    def __init__(self, connection: sqlite3.Connection, weights: Weights) -> None:
        self._weights = weights
        self._vocabulary = Vocabulary(connection)
        self._lookup = Lookup(connection, self._vocabulary)
        names = self.names = read_filter_names(connection)
        self._named = Names(connection, names.of(Field.COUNTRY))
        concepts = thesaurus.read(connection)
        self._planner = Planner(concepts, names, CompoundParts(self._vocabulary))
        self._facets = Facets(connection, names)
        self._ranker = Ranker(self._lookup, self._facets, weights, self._lookup.sizes())
        self._follower = Follower(connection, concepts, self._vocabulary, self._ranker)
        items = connection.execute("SELECT (number - 1) / 2, id FROM document WHERE kind = 'item' AND lang = 'nl'")
        self._items: dict[int, str] = dict(items.fetchall())
        self._topics = Topics(concepts.concepts)

    @cached_property
    def _speller(self) -> Speller:
        """The speller, created on demand because most queries do not need its word lists."""
        return Speller(self._vocabulary)

    def search(self, request: Request) -> SearchAnswer:
        """Answer a request."""
        self._lookup.forget()
        listing = self._named.listing(request.query)
        plan, suggestion = self._meant(request, listing)
        choice = request.choice
        if plan.empty and not choice.facets:
            return SearchAnswer(plan, choice=choice)
        found, first = self._found(plan, request)
        listed = self._named.listed(listing) if listing else []
        found |= documents(listed)
        left = found
        for having in self._facets.chosen(choice.facets).values():
            left &= having
        return SearchAnswer(
            plan,
            choice=choice,
            hits=self._hits(plan, request, left, first, listed),
            counts=self._facets.kinds(left),
            facets=self._facets.counts(found, choice.facets),
            unfiltered=found.bit_count(),
            missing=self._missing(plan) if not found or plan.mode is Mode.ANY else (),
            nearest=() if found else self._nearest(plan, request.language),
            suggestion=suggestion,
            listed=listing.kind if listing and listed else None,
            view=self._named.offer(request.query),
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

    def items(self, text: str, language: Language, limit: int) -> tuple[str, ...]:
        """Return the ids of items; see `Searcher.items`. Nothing of the text is kept."""
        scores = self._lookup.features.scores(text, language)
        found = sorted((-score, self._items[place]) for place, score in scores.items() if place in self._items)
        return tuple(item for _, item in found[:limit])

    # --- Interpretation of the query

    def _meant(self, request: Request, listing: Listing | None) -> tuple[Plan, str]:
        """Return the plan of a request, corrected or widened if few documents match; and a suggested query."""
        if listing:  # "alle negen" is in no text
            return replace(self._plan(request, listing.words), query=request.query), ""
        plan = self._plan(request)
        if plan.asks_much and self._weights.fallback and any(map(self._stands, plan.clauses)):
            plan = plan.shortened()
            return replace(plan, mode=Mode.FEW if self._holding(plan) else Mode.ANY), ""
        held = self._holding(plan)
        if not held or any(term.parts for clause in plan.clauses for term in clause):
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
        """Return the plan with unknown words corrected if nothing is found without; the same plan otherwise.

        Beside words that are found, a correction of one error is carried out, and only if some text then has all the words; others are
        left to `_suggestion`. A word that is found by its parts only is rather a misspelling of another, if there is a close one:
        werkvoer is werkvloer.
        """
        nowhere = [term for clause in plan.clauses if not self._stands(clause) for term in clause]
        alone = len(nowhere) == sum(map(len, plan.clauses))
        corrections = tuple(self._corrections(nowhere, request, most=2 if alone else 1))
        if not corrections:
            return plan
        corrected = self._plan(request, corrections=corrections)
        return corrected if self._holding(corrected.widened(Mode.ANY) if alone else corrected) else plan

    def _suggestion(self, plan: Plan, found: int, request: Request) -> str:
        """Return the query with likely corrections if few documents were found; empty without a suggestion."""
        if found >= self._weights.few:
            return ""
        query = plan.query
        terms = [term for clause in plan.clauses for term in clause]
        for correction in self._corrections(terms, request):
            if correction.meant.startswith(fold(correction.typed)):
                continue  # still being typed: it is found as a prefix
            query = replace_word(query, correction.typed, correction.meant)
        if query == plan.query:
            return ""
        better = self._plan(request, query)
        if not self._holding(better):
            plan, better = plan.widened(Mode.ANY), better.widened(Mode.ANY)
        return query if self._holding(better).bit_count() > self._holding(plan).bit_count() else ""

    def _corrections(self, terms: Iterable[Term], request: Request, most: int = 2) -> Iterator[Correction]:
        """Yield the corrections of unknown words, never of abbreviations, each in the language of the request."""
        if not (self._weights.spelling and request.corrects):
            return
        for term in terms:
            words = term.nl[0].words
            if len(words) > 1 or term.phrase or term.starred or is_abbreviation(term.text):
                continue
            if not self._vocabulary.has(words[0]):
                meant = self._speller.meant(words[0], request.language, most=1 if term.parts else most)
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
        by_parts = any(pattern.closeness is Closeness.PARTS for term in clause for pattern in term.nl)
        whole = tuple(term.keeping(_is_whole) for term in clause) if by_parts else clause
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
        alike = self._lookup.alike(plan) | documents_at(self._lookup.likeliest(plan, request.language))
        found = self._holding(plan) | (alike & self._facets.passing(plan.filters))
        if not found or not plan.clauses or found.bit_count() >= self._weights.near:
            return found, []
        first = self._ranker.first(Wanted(plan, request.language, (), request.choice.order, _ALL))
        return documents(candidate.number for candidate in first), first

    def _hits(
        self, plan: Plan, request: Request, left: Documents, first: list[Candidate], listed: Sequence[int]
    ) -> tuple[Hit, ...]:
        """Return the hits among the documents left by the choice: from the ranking if there is one, else by a new ranking.

        What the query lists by name goes first.
        """
        if not left:
            return ()
        shown = left & self._facets.chosen((Field.KIND, kind) for kind in request.kinds).get(Field.KIND, left)
        if first:
            first = [one for one in first if documents([one.number]) & shown]
        else:
            conditions = _conditions(request)
            first = self._ranker.first(Wanted(plan, request.language, conditions, request.choice.order, request.limit))
        if listed:
            first = self._with_listed(first, listed, shown, request)
        elif plan.clauses and request.choice.order is SortOrder.RELEVANCE:
            first = self._ranker.to_say_first(first, plan)
        return tuple(self._ranker.hits(first[: request.limit], plan, request.language))

    def _with_listed(
        self, found: Sequence[Candidate], listed: Sequence[int], shown: Documents, request: Request
    ) -> list[Candidate]:
        """Return the candidates with those listed by name first; in the order of the report, each in its place."""
        own = [in_language(number, request.language) for number in listed]
        there = self._lookup.these(own, shown)
        known = {candidate.id: candidate for candidate in found}
        bare = [
            Candidate(there[number].place, number, there[number].id, request.language, 0.0, there[number].found)
            for number in own
            if number in there
        ]
        head = [known.get(candidate.id, candidate) for candidate in bare]
        names = {candidate.id for candidate in head}
        every = [*head, *(candidate for candidate in found if candidate.id not in names)]
        return every if request.choice.order is SortOrder.RELEVANCE else sorted(every, key=lambda one: one[:2])


def _is_whole(pattern: Pattern) -> bool:
    return pattern.closeness is not Closeness.PARTS


def _conditions(request: Request) -> Sequence[PlanFilter]:
    """Return the filters that the user chose, and the kinds that the caller asks for."""
    chosen: dict[Field, list[str]] = {}
    for field, identifier in sorted(request.choice.facets):
        chosen.setdefault(field, []).append(identifier)
    conditions = [_filter(field, ids) for field, ids in chosen.items()]
    return [*conditions, _filter(Field.KIND, request.kinds)] if request.kinds else conditions


def _filter(field: Field, ids: Sequence[str]) -> PlanFilter:
    return PlanFilter(field, tuple(Value(identifier, Text(identifier, identifier)) for identifier in ids))


# --- The entry point


_CACHE_KIB: Final = 12_000
"""Page cache in KiB, large enough for the shipped database; SQLite's default of 2,000 is exceeded every few queries.

Memory-mapping the file would be faster, but then removing a USB stick would crash the program instead of raising an error.
"""


class Searcher:
    """Searches a knowledge database, opened read-only with the first search, and the help if its texts are given.

    A searcher is used by one thread at a time; another thread may close it after that one has ended.
    """

    def __init__(
        self,
        database: Path,
        weights: Weights | None = None,
        *,
        help_texts: "Callable[[], Sequence[HelpText]] | None" = None,
    ) -> None:
        self._database = database
        self._weights = weights
        self._connection: sqlite3.Connection | None = None
        self._engine: Engine | None = None
        self._help_texts = help_texts
        self._helper: HelpSearch | None = None

    def search(
        self,
        query: str,
        language: Language,
        *,
        choice: SearchChoice | None = None,
        kinds: Collection[str] = (),
        limit: int = 20,
    ) -> SearchAnswer:
        """Answer `query`. Any text is a valid query.

        Args:
            query: The query as typed; the last word also matches as a prefix.
            language: The preferred language of the hits, and the language of their reasons.
            choice: The user's choice: filters, removed additions, the order.
            kinds: The kinds of documents to return, all if empty. The counts are of all kinds.
            limit: The maximum number of hits.

        Raises:
            KnownError: The knowledge database is missing or damaged.
        """
        with self._readable():
            request = Request(query, language, choice or SearchChoice(), tuple(sorted(kinds)), limit)
            answer = self._ready().search(request)
            if self._help_texts is None:
                return answer
            helper = self._help(self._help_texts)
            if answer.plan.corrections and helper.knows(request):
                answer = self._ready().search(replace(request, corrects=False))
            return helper.add(answer, request)

    def follow(
        self,
        note: str,
        language: Language,
        *,
        ticked: Sequence[str] = (),
        aside: Collection[str] = (),
        limit: int = 5,
    ) -> list[Followed]:
        """Return the entries that fit a running note and ticked questions, the best first, each with its reasons.

        Args:
            note: The text typed in a conversation; its last `recommendations.LONGEST` characters are read, and nothing is kept.
            language: The preferred language of the entries, and the language of the reasons.
            ticked: Ids of items that were answered with "named", the latest last: it counts most.
            aside: Ids of barriers, drives and needs that were dismissed: ticks bring no entries for them.
            limit: The maximum number of entries.

        Raises:
            KnownError: The knowledge database is missing or damaged.
        """
        with self._readable():
            return self._ready().follow(note, language, ticked, aside, limit)

    def items(self, text: str, language: Language, *, limit: int) -> tuple[str, ...]:
        """Return the ids of the items of the checklist that fit what a client says, the best first. Nothing of it is kept.

        Args:
            text: What the client says; the last word may be incomplete.
            language: The language to prefer.
            limit: The maximum number of items.

        Raises:
            KnownError: The knowledge database is missing or damaged.
        """
        with self._readable():
            return self._ready().items(text, language, limit)

    def names(self) -> FilterNames:
        """Return the values of each filter with their names."""
        with self._readable():
            return self._ready().names

    @contextmanager
    def _readable(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise KnownError(
                f"De kennisbank kan niet worden gelezen ({self._database}). Installeer of bouw haar opnieuw.",
                f"The knowledge database cannot be read ({self._database}). Install or build it again.",
            ) from error

    def reopen(self, database: Path) -> None:
        """Search another database from the next search on."""
        self.close()
        self._database = database

    def close(self) -> None:
        """Close the database; a later search opens it again."""
        if self._connection is not None:
            self._connection.close()
        self._connection = self._engine = None
        if self._helper is not None:
            self._helper.close()
            self._helper = None

    def _help(self, texts: "Callable[[], Sequence[HelpText]]") -> "HelpSearch":
        if self._helper is None:
            from guidance_kb.search.help_search import HelpSearch  # noqa: PLC0415 - it searches the help with an engine of this module

            self._helper = HelpSearch(texts())
        return self._helper

    def _ready(self) -> Engine:
        if self._engine is None:
            self.close()  # left by a failed attempt on a damaged database
            address = f"{self._database.resolve().as_uri()}?mode=ro&immutable=1"
            # Another thread may close it when the program ends.
            self._connection = sqlite3.connect(address, uri=True, check_same_thread=False)
            self._connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
            self._engine = Engine(self._connection, self._weights or Weights())
        return self._engine
