"""Times queries, warm and in turn: the processor time of this process, which other programs on the machine disturb least."""

import gc
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from statistics import median
from typing import Final

from tests.benchmarks.figures import percentile
from tests.benchmarks.scale.engines import Engine
from tests.benchmarks.scale.queries import Asked

_ROUNDS: Final = 5
_BUDGET_S: Final = 0.5
"""Seconds for one query of one engine, after which it is not asked again."""


@dataclass(frozen=True, slots=True)
class Times:
    """The queries of a class on one engine: of a query the median of its rounds counts.

    Attributes:
        p50: In ms.
        p95: In ms.
        longest: In ms.
        hits: How many hits it shows on average.
    """

    p50: float
    p95: float
    longest: float
    hits: float


def time_queries(engines: Mapping[str, Engine], asked: Sequence[Asked]) -> dict[str, Times]:
    """Asks every engine every query once to warm up, and then in turn."""
    taken: dict[str, list[float]] = {name: [] for name in engines}
    shown: dict[str, list[int]] = {name: [] for name in engines}
    gc.collect()
    gc.disable()
    try:
        for query in asked:
            warm: dict[str, float] = {}
            for name, engine in engines.items():
                start = time.process_time()
                shown[name].append(engine.search(query))
                warm[name] = time.process_time() - start
            rounds: dict[str, list[float]] = {name: [] for name in engines}
            for turn in range(_ROUNDS):
                for name, engine in engines.items():
                    if turn * warm[name] < _BUDGET_S:
                        start = time.process_time()
                        engine.search(query)
                        rounds[name].append(time.process_time() - start)
            for name, times in rounds.items():
                taken[name].append(1000 * median(times))
    finally:
        gc.enable()
    return {
        name: Times(
            round(percentile(times, 0.5), 3),
            round(percentile(times, 0.95), 3),
            round(max(times), 3),
            round(sum(shown[name]) / len(shown[name]), 1),
        )
        for name, times in taken.items()
    }


def exponent(sizes: Sequence[tuple[int, int]]) -> float:
    """The exponent of Heaps' law between the first and the last of (words of text, different words)."""
    (text, different), (more_text, more_different) = sizes[0], sizes[-1]
    return log(more_different / different) / log(more_text / text)
