"""The measures as Markdown, and the failing queries as text."""

from collections.abc import Iterator, Sequence

from guidance_kb.search.evaluation.failures import ENOUGH, SHOWN, FailedQuery, Graded
from guidance_kb.search.evaluation.measures import ALL, Measured, Score


def by_kind(ours: Measured) -> str:
    """Return our measures as a table: a row for each half and kind."""
    rows = [[row.half, row.kind, str(row.queries), *_three(row.score)] for row in ours.rows]
    return _table(["half", "kind"], ["queries", "nDCG@10", "MRR", "hits@3"], rows)


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
    return [_figure(value) for value in score]


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
