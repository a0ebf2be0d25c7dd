"""Measures of an answer, and their means over the queries of a half and a kind."""

from collections.abc import Mapping, Sequence
from math import log2
from typing import Final, NamedTuple

from guidance_kb.search.evaluation.judgements import Half, JudgedQuery

DEPTH: Final = 10
"""Number of hits of an answer that count."""

FIRST: Final = 3
"""Number of hits that count as "on top"."""

ALL: Final = "all"
"""The name of both halves together, and of all kinds together."""


class Score(NamedTuple):
    """Measures of one answer or their means, each from 0 to 1.

    Attributes:
        ndcg: nDCG@10 with gain 2^grade - 1.
        mrr: The reciprocal rank of the first graded hit; 0 if there is none in the first ten.
        first: Whether a graded hit is among the first three.
    """

    ndcg: float
    mrr: float
    first: float


class Row(NamedTuple):
    """The means over the queries of one half (or `ALL`) and one kind (or `ALL`)."""

    half: str
    kind: str
    queries: int
    score: Score


class Measured(NamedTuple):
    """A measured engine with its rows: by half and then `ALL`, in each by kind and then `ALL`."""

    name: str
    rows: Sequence[Row]

    def score(self, half: str, kind: str = ALL) -> Score:
        """Return the means of a half and a kind.

        Raises:
            KeyError: There are no such queries.
        """
        return {(row.half, row.kind): row.score for row in self.rows}[half, kind]


def measured(name: str, judged: Sequence[JudgedQuery], answers: Sequence[Sequence[str]]) -> Measured:
    """Measure the answers of one engine.

    Args:
        name: The engine, or the mechanism left out of ours.
        judged: The queries.
        answers: The ids found for each query, the best first.
    """
    scored = [(one, measure(answer, one.grades)) for one, answer in zip(judged, answers, strict=True)]
    rows: list[Row] = []
    for half in (*Half, None):
        inside = [(one.kind, score) for one, score in scored if half is None or one.half is half]
        for kind in dict.fromkeys([*(kind for kind, _ in inside), ALL] if inside else []):
            scores = [score for other, score in inside if kind in (other, ALL)]
            rows.append(_row(half or ALL, kind, scores))
    return Measured(name, rows)


def _row(half: str, kind: str, scores: Sequence[Score]) -> Row:
    means = (sum(values) / len(scores) for values in zip(*scores, strict=True))
    return Row(half, kind, len(scores), Score(*means))


def measure(ranked: Sequence[str], grades: Mapping[str, int]) -> Score:
    """Measure one answer: ids, the best first, against grades by id."""
    gains = [grades.get(found, 0) for found in ranked[:DEPTH]]
    ideal = _discounted(sorted(grades.values(), reverse=True)[:DEPTH])
    first = next((rank for rank, grade in enumerate(gains, start=1) if grade), 0)
    return Score(
        ndcg=_discounted(gains) / ideal if ideal else 0.0,
        mrr=1 / first if first else 0.0,
        first=float(0 < first <= FIRST),
    )


def _discounted(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1.0) / log2(rank + 1) for rank, grade in enumerate(grades, start=1))
