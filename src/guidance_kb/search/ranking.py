"""The order of the hits: all weights, and the one formula.

FTS5 finds the documents and cuts a long list short by its own bm25; what remains is scored here, because bm25 has one weight a column and
none a word: it cannot put a synonym below the word that was typed, and a rare synonym would even come first.
"""

from collections.abc import Mapping, Sequence
from math import log
from typing import Final, NamedTuple

from guidance_kb.search.occurrences import Occurrence
from guidance_kb.search.plan import Closeness

CLOSENESS: Final = {
    Closeness.EXACT: 1.0,
    Closeness.STEM: 0.9,
    Closeness.PREFIX: 0.65,
    Closeness.SYNONYM: 0.5,
    Closeness.COMPOUND: 0.45,
    Closeness.PARTS: 0.4,
    Closeness.PART: 0.2,
}
"""What a word counts for by how near it is to what was typed."""

TITLE: Final = 3.0
KEYWORDS: Final = 2.0
BODY: Final = 1.0
"""What an occurrence counts for by where it stands."""

SATURATION: Final = 1.5
"""How soon more occurrences of a word stop adding (the k1 of bm25)."""

LENGTH: Final = 0.3
"""How much a long body counts against a document, 0 to 1 (the b of bm25)."""

USUAL_LENGTH: Final = 60.0
"""Words of a usual body."""

ADJACENT: Final = 0.6
"""What two words of the query side by side and in order add, as a share of what they are worth; less when further apart."""

PHRASE_REACH: Final = 6
"""Words between two words of the query beyond which nearness adds nothing."""

OTHER_LANGUAGE: Final = 0.85
"""What a text in the other language counts for."""

FEW: Final = 6
"""When fewer documents hold all the words of a query, those that hold some follow (`Mode.FEW`).

On the first judged set this took the paraphrases from nDCG@10 0.39 (1: only when nothing holds all) to 0.55, at no cost elsewhere.
"""

COVERAGE: Final = 1.0
"""When any word is enough: how strongly the share of the words found counts."""

BM25: Final = "bm25(8.0, 4.0, 2.0, 4.0, 2.0, 1.0)"
"""Weights of the six columns when FTS5 cuts a long list: forms before stems, title before keywords before body."""


class Found(NamedTuple):
    """What the plan found in one document, column by column, and the number of words of its body."""

    title: Sequence[Occurrence]
    keywords: Sequence[Occurrence]
    body: Sequence[Occurrence]
    length: int


def scores(found: Mapping[int, Found], clauses: int, documents: int) -> dict[int, float]:
    """Scores the documents of one language.

    Args:
        found: By document number.
        clauses: How many clauses the plan has.
        documents: How many documents there are in this language.
    """
    holding = [0] * clauses
    per_document = {number: _by_clause(one, clauses) for number, one in found.items()}
    for strengths in per_document.values():
        for clause, strength in enumerate(strengths):
            holding[clause] += strength > 0
    rarity = [log(1.0 + (documents - count + 0.5) / (count + 0.5)) + 0.1 for count in holding]
    return {number: _score(found[number], strengths, rarity) for number, strengths in per_document.items()}


def _score(found: Found, strengths: Sequence[float], rarity: Sequence[float]) -> float:
    worth = [strength * rare for strength, rare in zip(strengths, rarity, strict=True)]
    total = sum(worth)
    if len(worth) > 1:
        total += _nearness(found, worth)
        total *= (sum(strength > 0 for strength in strengths) / len(strengths)) ** COVERAGE
    return total


def _by_clause(found: Found, clauses: int) -> list[float]:
    """How strongly a document holds each clause: 0 to 1, by the nearest form, where it stands and how often."""
    nearest = _parts(found, clauses)
    amount = [0.0] * clauses
    for weight, column in ((TITLE, found.title), (KEYWORDS, found.keywords), (BODY, found.body)):
        best: dict[tuple[int, int], float] = {}
        for at in column:
            key = (at.place, at.clause)
            best[key] = max(best.get(key, 0.0), CLOSENESS[at.closeness])
            if at.closeness is not Closeness.PART:
                nearest[at.clause] = max(nearest[at.clause], CLOSENESS[at.closeness])
        for (_, clause), close in best.items():
            amount[clause] += weight * close
    room = SATURATION * (1.0 - LENGTH + LENGTH * found.length / USUAL_LENGTH)
    return [close * much / (much + room) if much else 0.0 for close, much in zip(nearest, amount, strict=True)]


def _parts(found: Found, clauses: int) -> list[float]:
    """How near the parts of a compound are together that a document holds, wherever they stand."""
    shares: dict[tuple[int, str], float] = {}
    for column in (found.title, found.keywords, found.body):
        shares.update({(at.clause, at.label): at.share for at in column if at.closeness is Closeness.PART})
    near = [0.0] * clauses
    for (clause, _), share in shares.items():
        near[clause] += CLOSENESS[Closeness.PART] * share
    return near


def _nearness(found: Found, worth: Sequence[float]) -> float:
    """What neighbouring words of the query add when they are neighbours in the text too."""
    bonus = 0.0
    columns = [_places(column) for column in (found.title, found.keywords, found.body)]
    for clause in range(len(worth) - 1):
        closest = min(
            (
                _distance(places[clause], places[clause + 1])
                for places in columns
                if clause in places and clause + 1 in places
            ),
            default=PHRASE_REACH + 1,
        )
        if closest <= PHRASE_REACH:
            bonus += ADJACENT * min(worth[clause], worth[clause + 1]) / closest
    return bonus


def _places(column: Sequence[Occurrence]) -> dict[int, list[tuple[int, int]]]:
    places: dict[int, list[tuple[int, int]]] = {}
    for at in column:
        places.setdefault(at.clause, []).append((at.place, at.length))
    return places


def _distance(first: Sequence[tuple[int, int]], second: Sequence[tuple[int, int]]) -> int:
    """Steps from the one to the other; one more when they stand the other way round."""
    return min(
        (
            there - here - length + 1 if there > here else here - there + 1
            for here, length in first
            for there, _ in second
            if there != here
        ),
        default=PHRASE_REACH + 1,
    )
