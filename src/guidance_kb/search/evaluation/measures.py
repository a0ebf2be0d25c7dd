"""Measures of an answer, and their means over the queries of a half and a kind."""

import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from math import log2
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from guidance_kb.help.articles import texts
from guidance_kb.search.evaluation.judgements import Half, JudgedQuery
from guidance_kb.search.query.plan import Closeness
from guidance_kb.search.ranking.score import Weights
from guidance_kb.search.results.answer import SAYABLE
from guidance_kb.search.searcher import Searcher

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
        say: Whether a graded hit with something to say in a conversation is among the first three.
    """

    ndcg: float
    mrr: float
    first: float
    say: float = 0.0


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


def measured(
    name: str, judged: Sequence[JudgedQuery], answers: Sequence[Sequence[str]], sayable: Collection[str] = ()
) -> Measured:
    """Measure the answers of one engine.

    Args:
        name: The engine, or the mechanism left out of ours.
        judged: The queries.
        answers: The ids found for each query, the best first.
        sayable: The ids of what has something to say in a conversation.
    """
    scored = [(one, measure(answer, one.grades, sayable)) for one, answer in zip(judged, answers, strict=True)]
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


def measure(ranked: Sequence[str], grades: Mapping[str, int], sayable: Collection[str] = ()) -> Score:
    """Measure one answer: ids, the best first, against grades by id; `sayable` are the ids with something to say."""
    gains = [grades.get(found, 0) for found in ranked[:DEPTH]]
    ideal = _discounted(sorted(grades.values(), reverse=True)[:DEPTH])
    first = next((rank for rank, grade in enumerate(gains, start=1) if grade), 0)
    return Score(
        ndcg=_discounted(gains) / ideal if ideal else 0.0,
        mrr=1 / first if first else 0.0,
        first=float(0 < first <= FIRST),
        say=float(any(grades.get(found, 0) and found in sayable for found in ranked[:FIRST])),
    )


def _discounted(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1.0) / log2(rank + 1) for rank, grade in enumerate(grades, start=1))


# Queries with bad answers, for work on the search.


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


# Answers of our search to judged queries.


def sayable(database: Path) -> frozenset[str]:
    """Return the ids of what has something to say in a conversation: barriers, drives, needs and items."""
    kinds = ", ".join(f"'{kind}'" for kind in SAYABLE)
    with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        return frozenset(id_ for (id_,) in connection.execute(f"SELECT id FROM document WHERE kind IN ({kinds})"))  # noqa: S608


def answers(
    database: Path, judged: Sequence[JudgedQuery], weights: Weights | None = None, *, with_help: bool = False
) -> list[list[str]]:
    """Return the ids that our search finds for each query, the best first, at most `DEPTH`.

    `with_help` includes the help, as in the window, to show whether it displaces knowledge. A hit with a score of 0 counts as not found:
    that is how a weight of 0 removes the other language.
    """
    with closing(Searcher(database, weights, help_texts=texts if with_help else None)) as searcher:
        found = (searcher.search(one.query, one.language, limit=DEPTH).hits for one in judged)
        return [[hit.id for hit in hits if hit.score > 0] for hits in found]


# Ablation: the measures of the search without each of its mechanisms.


_ALL_ON: Final = Weights()


def _unsearched(*closeness: Closeness) -> Weights:
    return replace(_ALL_ON, closeness=MappingProxyType({**_ALL_ON.closeness, **dict.fromkeys(closeness, 0.0)}))


MECHANISMS: Final[Mapping[str, Weights]] = MappingProxyType(
    {
        "stems": _unsearched(Closeness.STEM),
        "compounds": _unsearched(Closeness.COMPOUND, Closeness.PARTS, Closeness.PART),
        "thesaurus": _unsearched(Closeness.SYNONYM),
        "phrasings": replace(_ALL_ON, phrasings=0.0, phrased=0.0, likely=0.0),
        "phrasings as a whole": replace(_ALL_ON, phrased=0.0),
        "how people say it": replace(_ALL_ON, likely=0.0),
        "to say first": replace(_ALL_ON, to_say=9.0, to_say_of_term=9.0),
        "neighbours": replace(_ALL_ON, linked=0.0),
        "prefix": _unsearched(Closeness.PREFIX),
        "title weight": replace(_ALL_ON, title=_ALL_ON.body, keywords=_ALL_ON.body),
        "phrase": replace(_ALL_ON, adjacent=0.0),
        "fallback": replace(_ALL_ON, fallback=False),
        "spelling": replace(_ALL_ON, spelling=False),
        "other language": replace(_ALL_ON, other_language=0.0),
    }
)
"""The weights without each mechanism, by name."""


def ablation(database: Path, judged: Sequence[JudgedQuery]) -> list[Measured]:
    """Measure our search without each mechanism in turn."""
    return [measured(name, judged, answers(database, judged, weights)) for name, weights in MECHANISMS.items()]


# --- The measures as Markdown, and the failing queries as text


def by_kind(ours: Measured) -> str:
    """Return our measures as a table: a row for each half and kind."""
    rows = [[row.half, row.kind, str(row.queries), *_three(row.score), _figure(row.score.say)] for row in ours.rows]
    return _table(["half", "kind"], ["queries", "nDCG@10", "MRR", "hits@3", "to say@3"], rows)


def by_engine(engines: Sequence[Measured]) -> str:
    """Return all engines in one table: for each half a row for each engine, with nDCG@10 by kind and all measures overall."""
    halves = _kinds(engines[0])
    kinds = [kind for kind in halves[ALL] if kind != ALL]
    rows = [
        [
            half,
            engine.name,
            *(_figure(engine.score(half, kind).ndcg) if kind in inside else "" for kind in kinds),
            *_three(engine.score(half)),
        ]
        for half, inside in halves.items()
        for engine in engines
    ]
    return _table(["half", "engine"], [*kinds, "nDCG@10", "MRR", "hits@3"], rows)


def by_mechanism(ours: Measured, without: Sequence[Measured]) -> str:
    """Return nDCG@10 in each half without each mechanism, and the difference from all mechanisms on."""
    halves = list(_kinds(ours))
    columns = [column for half in halves for column in (half, "difference")]
    rows = [["(all on)", *(cell for half in halves for cell in (_figure(ours.score(half).ndcg), ""))]]
    for one in without:
        pairs = [(one.score(half).ndcg, ours.score(half).ndcg) for half in halves]
        rows.append(
            [one.name, *(cell for less, all_on in pairs for cell in (_figure(less), _difference(less, all_on)))]
        )
    return _table(["without"], columns, rows)


def by_mechanism_and_kind(ours: Measured, without: Sequence[Measured]) -> str:
    """Return the difference in nDCG@10 of each kind, in both halves together, without each mechanism."""
    kinds = _kinds(ours)[ALL]
    rows = [
        [one.name, *(_difference(one.score(ALL, kind).ndcg, ours.score(ALL, kind).ndcg) for kind in kinds)]
        for one in without
    ]
    return _table(["without"], kinds, rows)


def as_text(failures: Sequence[FailedQuery], queries: int) -> str:
    """Return the failing queries as text: each with its first hits and the missed documents."""
    lines = [f"{len(failures)} of {queries} queries below nDCG@10 {ENOUGH}."]
    return "\n".join([*lines, *(line for failure in failures for line in _lines(failure))])


def _lines(failure: FailedQuery) -> Iterator[str]:
    where = ", ".join(filter(None, (failure.kind, failure.half)))
    yield f"\n{failure.query}  ({where}; nDCG@10 {_figure(failure.ndcg)})"
    yield f"  first:  {_named(failure.first)}"
    yield f"  missed: {_named(failure.missed)}"


def _named(documents: Sequence[Graded]) -> str:
    """Return each document with its grade, and its rank if it is low."""
    named = (f"{one.id}={one.grade}" + (f" (rank {one.rank})" if one.rank > SHOWN else "") for one in documents)
    return " · ".join(named) or "–"


def _kinds(measured: Measured) -> dict[str, list[str]]:
    """Return the kinds of each half, in order."""
    kinds: dict[str, list[str]] = {}
    for row in measured.rows:
        kinds.setdefault(row.half, []).append(row.kind)
    return kinds


def _three(score: Score) -> list[str]:
    return [_figure(value) for value in score[:3]]


def _figure(value: float) -> str:
    return f"{value:.3f}"


def _difference(less: float, all_on: float) -> str:
    """Return a signed difference; a value rounded to zero has no sign."""
    rounded = round(less - all_on, 3)
    return f"{rounded:+.3f}".replace("-", "−") if rounded else "0"


def _table(names: Sequence[str], figures: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table with left-aligned columns of names and right-aligned columns of figures."""
    lines = [[*names, *figures], *rows]
    ruler = "|" + "---|" * len(names) + "---:|" * len(figures)
    texts = ["| " + " | ".join(line) + " |" for line in lines]
    return "\n".join([texts[0], ruler, *texts[1:]])
