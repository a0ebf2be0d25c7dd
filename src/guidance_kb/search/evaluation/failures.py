"""The queries that are answered badly, for whoever improves the search."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from guidance_kb.search.evaluation.judgements import Half, JudgedQuery
from guidance_kb.search.evaluation.measures import measure

ENOUGH: Final = 0.6
"""nDCG@10 from which a query does not count as failing."""

SHOWN: Final = 5
"""Hits of such a query that are shown; those below count as missed."""


class Graded(NamedTuple):
    """A document of an answer, with its grade and its rank; rank 0 is not found."""

    id: str
    grade: int
    rank: int


class FailedQuery(NamedTuple):
    """A query that is answered badly: what came first, and what should have stood there."""

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
