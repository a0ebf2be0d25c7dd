"""Search in the engine, beside raw FTS5 on the same texts in the same run."""

import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from guidance_kb.language import Language
from guidance_kb.search.searcher import Searcher
from tests.benchmarks.figures import Figure, Group, percentile, spread
from tests.benchmarks.queries import QUERIES, as_typed
from tests.benchmarks.raw import RawFts5

_ROUNDS = 7
_P95_MS = 5.0
_LIMITS = (20, 60)

Asked = Sequence[tuple[str, Language]]


def measure(knowledge: Path) -> Group:
    """Times every query warm; of a query the median of the rounds counts."""
    typed = [(text, Language.NL) for text in as_typed()]
    figures: list[Figure] = []
    with (
        TemporaryDirectory() as folder,
        closing(Searcher(knowledge)) as searcher,
        RawFts5(knowledge, Path(folder) / "raw.db") as raw,
    ):
        for limit in _LIMITS:
            for name, asked in (("queries", QUERIES), ("as typed", typed)):
                figures += _compare(f"{name}, {limit} hits", asked, limit, searcher, raw)
    how = (
        f"{len(QUERIES)} queries (words, everyday speech, English, unfinished words, query language), and the {len(typed)} texts"
        " that stand in the box while twelve of them are typed. Warm; with reasons, excerpts and marks. Of a query the median of"
        f" {_ROUNDS} rounds counts, taken in turn with raw FTS5 (unicode61 on title and body, bm25, snippets; one language-blind"
        " index, where ours searches two). The command line asks 20 hits, the window 60."
    )
    return Group("Search in the engine", how, tuple(figures))


def _compare(name: str, asked: Asked, limit: int, searcher: Searcher, raw: RawFts5) -> list[Figure]:
    ours, theirs = [], []
    for query, language in asked:
        mine, other = [], []
        for _ in range(_ROUNDS):
            mine.append(_timed(lambda q=query, of=language: searcher.search(q, of, limit=limit)))
            other.append(_timed(lambda q=query: raw.search(q, limit)))
        ours.append(percentile(mine, 0.5))
        theirs.append(percentile(other, 0.5))
    return [
        *spread(name, ours, _P95_MS),
        Figure(f"{name}: raw FTS5, p95", 1000 * percentile(theirs, 0.95), "ms"),
        Figure(f"{name}: p95 beside raw FTS5", percentile(ours, 0.95) / percentile(theirs, 0.95), "×"),
    ]


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
