"""Queries with bad answers, for work on the search."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from guidance_kb.search.evaluation.judgements import Half, JudgedQuery
from guidance_kb.search.evaluation.measures import measure

ENOUGH: Final = 0.6
"""nDCG@10 below which a query fails."""

SHOWN: Final = 5
"""Number of hits shown for a failing query; graded documents below them count as missed."""


class Graded(NamedTuple):
    """A document with its grade and its rank in the answer; rank 0 means not found."""

    id: str
    grade: int
    rank: int


class FailedQuery(NamedTuple):
    """A query with a bad answer: its first hits, and the graded documents that it missed."""

    query: str
    kind: str
    half: Half | None
    ndcg: float
    first: Sequence[Graded]
    missed: Sequence[Graded]


def failing(judged: Sequence[JudgedQuery], answers: Sequence[Sequence[str]]) -> list[FailedQuery]:
    """Return the queries below `ENOUGH`, the worst first."""
    found: list[FailedQuery] = []
    for one, answer in zip(judged, answers, strict=True):
        ndcg = measure(answer, one.grades).ndcg
        if ndcg < ENOUGH:
            ranks = {identifier: rank for rank, identifier in enumerate(answer, start=1)}
            first = [Graded(each, one.grades.get(each, 0), ranks[each]) for each in answer[:SHOWN]]
            graded = sorted(one.grades.items(), key=lambda judgement: (-judgement[1], judgement[0]))
            missed = [
                Graded(each, grade, ranks.get(each, 0))
                for each, grade in graded
                if grade and each not in answer[:SHOWN]
            ]
            found.append(FailedQuery(one.query, one.kind, one.half, ndcg, first, missed))
    return sorted(found, key=lambda one: one.ndcg)
