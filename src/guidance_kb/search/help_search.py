"""Search in the help from the same search box, with an index of its own, so that it does not affect hits of the knowledge.

Hits of the help follow those of the knowledge, except when the help was clearly asked for: the whole query is the title of a help text or
one of its synonyms.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from guidance_kb import paths
from guidance_kb.help.articles import HelpText
from guidance_kb.language import Language
from guidance_kb.search.index.index import add_index
from guidance_kb.search.language.folding import words
from guidance_kb.search.language.stems import stemming
from guidance_kb.search.query.plan import Field, Mode
from guidance_kb.search.ranking.score import Weights
from guidance_kb.search.results.answer import Count, Hit, SearchAnswer
from guidance_kb.search.results.choice import SearchChoice, SortOrder
from guidance_kb.search.searcher import Engine, Request

HELP: Final = "help"
"""The kind of everything in the help."""

ASKED: Final = 3
"""Maximum number of help hits before the knowledge."""

WEIGHTS: Final = Weights(few=1, near=0, linked=0.0)
"""No widening for so few texts: all words must match, or some of them if no text has all."""


def make_database(texts: Iterable[HelpText]) -> sqlite3.Connection:
    """Build the index of the help in memory: a few dozen texts, with no file that could get out of step with the program."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.executescript((paths.SQL / "knowledge.sql").read_text("utf-8"))
    connection.execute(
        "INSERT INTO section (name, position, title_nl, title_en, pack) VALUES (?, 1, 'Hulp', 'Help', NULL)", (HELP,)
    )
    rows = (
        (
            text.id,
            language,
            HELP,
            HELP,
            *(part.say(language) for part in (text.title, text.keywords, text.body, text.said)),
        )
        for text in texts
        for language in Language
    )
    connection.executemany(
        "INSERT INTO document (id, lang, kind, section, title, keywords, body, phrasings) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
    add_index(connection)
    connection.commit()
    return connection


class HelpSearch:
    """Searches the help and adds its hits to answers of the knowledge."""

    def __init__(self, texts: Sequence[HelpText]) -> None:
        self._connection = make_database(texts)
        self._engine = Engine(self._connection, WEIGHTS)
        self._asked = HelpAsked(texts)

    def add(self, answer: SearchAnswer, request: Request) -> SearchAnswer:
        """Return an answer to `request` with the hits of the help added."""
        asked = self._asked.ids(request.query)
        if answer.plan.long and answer.hits and not asked:
            return answer  # no help text has all of so many words
        return with_help(answer, self._engine.search(request), asked, request.limit)

    def knows(self, request: Request) -> bool:
        """Return whether a help text has all the words of a request as typed: then none of them is a typing error."""
        helped = self._engine.search(replace(request, corrects=False))
        return bool(helped.hits) and helped.plan.mode is Mode.ALL

    def close(self) -> None:
        """Close the index."""
        self._connection.close()


class HelpAsked:
    """Recognises queries that clearly ask for a help text."""

    def __init__(self, texts: Sequence[HelpText]) -> None:
        self._ids: dict[frozenset[str], list[str]] = {}
        for text in texts:
            for language in Language:
                names = (part.say(language) for part in (text.title, text.said))
                for name in (line for part in names for line in part.splitlines()):
                    self._ids.setdefault(_key(name, language), []).append(text.id)

    def ids(self, query: str) -> list[str]:
        """Return the ids of the help texts that a query asks for, in the order of the help; empty for any other query."""
        found = (identifier for language in Language for identifier in self._ids.get(_key(query, language), ()))
        return list(dict.fromkeys(found)) if words(query) else []


def _key(text: str, language: Language) -> frozenset[str]:
    """Return the stems of a name in any order, stop words included: "is this a test" is not the same question as "test"."""
    return frozenset(stemming(language).stems(words(text)))


def with_help(answer: SearchAnswer, helped: SearchAnswer, asked: Sequence[str], limit: int) -> SearchAnswer:
    """Merge the answers of the knowledge and of the help to the same request.

    Args:
        answer: The answer of the knowledge.
        helped: The answer of the help.
        asked: Ids that the query clearly asks for.
        limit: The maximum number of hits.
    """
    shuts_out = _has_none(answer) or not (_fits(answer, helped) or asked)
    facets = _counted(answer.facets, 0 if shuts_out else helped.unfiltered, answer.choice)
    if shuts_out or not helped.total:
        return replace(answer, facets=facets)
    first, then = _parted(helped.hits, asked if answer.choice.order is SortOrder.RELEVANCE else ())
    return replace(
        answer,
        hits=(*first, *answer.hits, *then)[:limit],
        counts={**answer.counts, HELP: helped.total},
        facets=facets,
        unfiltered=answer.unfiltered + helped.unfiltered,
        nearest=(),
        missing=answer.missing if answer.hits else helped.missing,
        suggestion="" if first else answer.suggestion if answer.hits else helped.suggestion,
        helped=helped.plan,
    )


def _has_none(answer: SearchAnswer) -> bool:
    """Return whether the filters exclude the help: it has no country, theme, barrier or drive."""
    chosen = {field for field, _ in answer.choice.facets} | {condition.field for condition in answer.plan.filters}
    return bool(chosen - {Field.KIND}) or bool(answer.plan.unknown)


def _fits(answer: SearchAnswer, helped: SearchAnswer) -> bool:
    """Return whether the help hits are worth showing: all words match as typed, or the knowledge has no hits."""
    if not answer.hits and not answer.unfiltered:
        return True
    return helped.plan.mode is Mode.ALL and len(helped.plan.corrections) <= len(answer.plan.corrections)


def _parted(hits: Sequence[Hit], asked: Sequence[str]) -> tuple[tuple[Hit, ...], tuple[Hit, ...]]:
    """Split the hits into those clearly asked for and the rest."""
    by_id = {hit.id: hit for hit in hits}
    first = tuple(by_id[identifier] for identifier in asked if identifier in by_id)[:ASKED]
    return first, tuple(hit for hit in hits if hit not in first)


def _counted(
    facets: Mapping[Field, tuple[Count, ...]], found: int, choice: SearchChoice
) -> Mapping[Field, tuple[Count, ...]]:
    """Return the facet counts with the help's count among the kinds."""
    chosen = (Field.KIND, HELP) in choice.facets
    kinds = tuple(
        replace(count, count=found, chosen=chosen) if count.value.id == HELP else count
        for count in facets.get(Field.KIND, ())
    )
    return {**facets, Field.KIND: kinds} if kinds else facets
