"""The ranking formula; with its weights.

FTS5 finds the documents and cuts a long list by its own bm25; the remaining ones are scored here, because bm25 has one weight for each
column and none for each word: it cannot rank a synonym below the typed word, and a rare synonym would even come first.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import log
from types import MappingProxyType
from typing import Final, NamedTuple

from guidance_kb.search.index.occurrences import Occurrence
from guidance_kb.search.query.plan import Closeness

# --- Neighbours: documents that the knowledge links to the best hits.
# Two linked hits support each other. If few documents match, those linked to the best of them are added; each such hit names the one it is
# linked to.


BEST: Final = 5
"""Number of hits whose links are followed."""

OURS: Final = 0.8
"""Weight of a link of ours, relative to one that the report makes."""

_SQL: Final = """
    WITH best AS (SELECT value FROM json_each(?1)), among AS (SELECT value FROM json_each(?2))
    SELECT source, target, ours FROM link WHERE type <> 'may_carry'
        AND (source IN best AND (?2 IS NULL OR target IN among) OR target IN best AND (?2 IS NULL OR source IN among))
    UNION SELECT item, target, 0 FROM evidence WHERE state = 'named'
        AND (item IN best AND (?2 IS NULL OR target IN among) OR target IN best AND (?2 IS NULL OR item IN among))
"""


class Neighbour(NamedTuple):
    """The score that one hit contributes to a document linked to it."""

    id: str
    of: str
    score: float


def neighbours(
    connection: sqlite3.Connection, best: Sequence[tuple[str, float]], among: Collection[str]
) -> Iterable[Neighbour]:
    """Yield the neighbours of the best hits (id and score); a document may be the neighbour of several.

    They are restricted to `among` if it is not empty: a barrier may have thousands.
    """
    scores = dict(best[:BEST])
    rows = connection.execute(_SQL, (json.dumps(list(scores)), json.dumps(list(among)) if among else None))
    for source, target, ours in rows:
        weight = OURS if ours else 1.0
        if source in scores:
            yield Neighbour(target, source, weight * scores[source])
        if target in scores:
            yield Neighbour(source, target, weight * scores[target])


# --- All weights of the ranking and switches of the search, as one value.
# The ablation of `guidance-kb eval` changes them one at a time. docs/search.md gives the reason for each value.


def _closeness() -> Mapping[Closeness, float]:
    return MappingProxyType(
        {
            Closeness.EXACT: 1.0,
            Closeness.STEM: 0.9,
            Closeness.PREFIX: 0.65,
            Closeness.SYNONYM: 0.5,
            Closeness.COMPOUND: 0.45,
            Closeness.PARTS: 0.4,
            Closeness.PART: 0.2,
        }
    )


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of the ranking.

    Attributes:
        closeness: Weight of a match by its closeness to the typed word; 0 means that it is not searched.
        title: Weight of an occurrence in the title.
        keywords: Weight of an occurrence in the keywords.
        body: Weight of an occurrence in the body.
        phrasings: Weight of a word of a phrasing, relative to the body: the text itself does not contain it.
        phrased: Weight of a phrasing that matches the whole query, as a share of the maximum score of its words.
        left_out: Increase of `phrased` for each stop word of the query: phrasings match those too.
        likely: Greatest gain of a document by how people say it, as a share of the best score.
        linked: Share of its score that a hit adds to a hit linked to it.
        near: If fewer documents are found, documents linked to the best of them are added.
        saturation: How soon further occurrences of a word stop adding (the k1 of bm25).
        length: How much a long body counts against a document, 0 to 1 (the b of bm25).
        usual_length: Number of words of a usual body.
        adjacent: Bonus for two adjacent words of the query in order, as a share of their score.
        reach: Number of words between two words of the query beyond which nearness adds nothing.
        other_language: Factor for a text in the other language.
        summary: Factor for an entry of a section that sums up others.
        to_say: Share of the best score from which the best barrier, drive, need or item comes first; above 1 none does.
        to_say_of_term: The same for a query of one or two words, which rather asks for what is known about them.
        few: If fewer documents match all words of a query, partial matches follow (`Mode.FEW`). On the first judged set this raised the
            paraphrases from nDCG@10 0.39 (with 1: only if nothing matches all) to 0.55, at no cost elsewhere.
        fallback: Whether to find partial matches if no or few documents match all words.
        coverage: For partial matches: the exponent of the share of words found.
        spelling: Whether to correct unknown words.
    """

    closeness: Mapping[Closeness, float] = field(default_factory=_closeness)
    title: float = 3.0
    keywords: float = 2.0
    body: float = 1.0
    phrasings: float = 0.5
    phrased: float = 0.5
    left_out: float = 0.1
    likely: float = 0.7
    linked: float = 0.15
    near: int = 10
    saturation: float = 1.5
    length: float = 0.3
    usual_length: float = 60.0
    adjacent: float = 0.6
    reach: int = 6
    other_language: float = 0.85
    summary: float = 0.95
    to_say: float = 0.4
    to_say_of_term: float = 0.75
    few: int = 6
    fallback: bool = True
    coverage: float = 1.0
    spelling: bool = True

    def searches(self, closeness: Closeness) -> bool:
        """Return whether matches of this closeness are searched."""
        return self.closeness[closeness] > 0


BM25: Final = "bm25(8.0, 4.0, 2.0, 2.0, 4.0, 2.0, 1.0, 1.0)"
"""Weights of the eight columns for FTS5's bm25: words before stems; title, then keywords, then body and phrasings."""


_NONE: Final[Mapping[int, float]] = MappingProxyType({})


class FoundEntry(NamedTuple):
    """The occurrences of the plan in one document, by column, and the number of words of its body.

    `by_speech` if it was found only because the query is how people say it.
    """

    title: Sequence[Occurrence]
    keywords: Sequence[Occurrence]
    body: Sequence[Occurrence]
    length: int
    phrasings: Sequence[Occurrence] = ()
    by_speech: bool = False

    @property
    def columns(self) -> tuple[Sequence[Occurrence], ...]:
        """All columns."""
        return self.title, self.keywords, self.body, self.phrasings


class Ranking:
    """Scores documents with one set of weights."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights

    def scores(
        self, found: Mapping[int, FoundEntry], clauses: int, documents: int, likeness: Mapping[int, float] = _NONE
    ) -> dict[int, float]:
        """Score the documents of one language.

        Args:
            found: The occurrences by document number.
            clauses: The number of clauses of the plan.
            documents: The number of documents in this language.
            likeness: By number, a bonus in addition to the occurrences, as a share of the maximum score of the words.
        """
        holding = [0] * clauses
        per_document = {number: self._by_clause(one, clauses) for number, one in found.items()}
        for strengths in per_document.values():
            for clause, strength in enumerate(strengths):
                holding[clause] += strength > 0
        rarity = [log(1.0 + (documents - count + 0.5) / (count + 0.5)) + 0.1 for count in holding]
        whole = sum(rarity)
        return {
            number: self._score(found[number], strengths, rarity) + whole * likeness.get(number, 0.0)
            for number, strengths in per_document.items()
        }

    def _score(self, found: FoundEntry, strengths: Sequence[float], rarity: Sequence[float]) -> float:
        worth = [strength * rare for strength, rare in zip(strengths, rarity, strict=True)]
        total = sum(worth)
        if len(worth) > 1:
            total += self._nearness(found, worth)
            total *= (sum(strength > 0 for strength in strengths) / len(strengths)) ** self._weights.coverage
        return total

    def _by_clause(self, found: FoundEntry, clauses: int) -> list[float]:
        """Return how strongly a document matches each clause: 0 to 1, by closeness, column and frequency."""
        weights = self._weights
        closeness_of = weights.closeness
        nearest, amount = [0.0] * clauses, [0.0] * clauses
        shares: dict[tuple[int, str], float] = {}
        for weight, near, column in (
            (weights.title, 1.0, found.title),
            (weights.keywords, 1.0, found.keywords),
            (weights.body, 1.0, found.body),
            (weights.body, weights.phrasings, found.phrasings),
        ):
            best: dict[tuple[int, int], float] = {}
            for place, _, clause, closeness, label, share in column:
                close = near * closeness_of[closeness]
                if close > best.get((place, clause), 0.0):
                    best[place, clause] = close
                if closeness is Closeness.PART:
                    shares[clause, label] = share
                elif close > nearest[clause]:
                    nearest[clause] = close
            for (_, clause), close in best.items():
                amount[clause] += weight * close
        nearest = [max(close, parts) for close, parts in zip(nearest, self._parts(shares, clauses), strict=True)]
        room = weights.saturation * (1.0 - weights.length + weights.length * found.length / weights.usual_length)
        return [close * much / (much + room) if much else 0.0 for close, much in zip(nearest, amount, strict=True)]

    def _parts(self, shares: Mapping[tuple[int, str], float], clauses: int) -> list[float]:
        """Return by clause the combined closeness of the compound parts in a document."""
        near = [0.0] * clauses
        for (clause, _), share in shares.items():
            near[clause] += self._weights.closeness[Closeness.PART] * share
        return near

    def _nearness(self, found: FoundEntry, worth: Sequence[float]) -> float:
        """Return the bonus for neighbouring words of the query that are near each other in the text."""
        bonus = 0.0
        reach = self._weights.reach
        columns = [_places(column) for column in found.columns if column]
        for clause in range(len(worth) - 1):
            closest = min(
                (
                    _distance(places[clause], places[clause + 1], beyond=reach + 1)
                    for places in columns
                    if clause in places and clause + 1 in places
                ),
                default=reach + 1,
            )
            if closest <= reach:
                bonus += self._weights.adjacent * min(worth[clause], worth[clause + 1]) / closest
        return bonus


def _places(column: Sequence[Occurrence]) -> dict[int, list[tuple[int, int]]]:
    places: dict[int, list[tuple[int, int]]] = {}
    for at in column:
        places.setdefault(at.clause, []).append((at.place, at.length))
    return places


def _distance(first: Sequence[tuple[int, int]], second: Sequence[tuple[int, int]], *, beyond: int) -> int:
    """Return the number of words from one occurrence to the other, at least 1, plus one if the order is reversed.

    Occurrences that share a word (a phrase and a word of it, two synonyms of several words) do not count.
    """
    return min(
        (
            there - here - length + 1 if there > here else here - there + 1
            for here, length in first
            for there, other in second
            if there >= here + length or here >= there + other
        ),
        default=beyond,
    )
