"""Neighbours: what the knowledge links to the best hits.

Two hits that are linked support each other; and where few texts hold the words, what is linked to the best of them is the next thing that a
counselor would want. Each such hit says whose neighbour it is.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

BEST: Final = 5
"""Hits whose neighbours are looked at."""

OURS: Final = 0.8
"""What a link of ours counts for beside one that the report makes."""

_SQL: Final = """
    SELECT source, target, ours FROM link WHERE type <> 'may_carry' AND (source IN ({marks}) OR target IN ({marks}))
    UNION SELECT item, target, 0 FROM evidence WHERE state = 'named' AND (item IN ({marks}) OR target IN ({marks}))
"""


class Neighbour(NamedTuple):
    """What one hit gives to another document that it is linked to."""

    id: str
    of: str
    score: float


def neighbours(connection: sqlite3.Connection, best: Sequence[tuple[str, float]]) -> Iterable[Neighbour]:
    """Yields the neighbours of the best hits, given by id with their scores; a document may be the neighbour of several."""
    scores = dict(best[:BEST])
    sql = _SQL.format(marks=", ".join("?" * len(scores)))
    for source, target, ours in connection.execute(sql, (*scores, *scores, *scores, *scores)):
        weight = OURS if ours else 1.0
        if source in scores:
            yield Neighbour(target, source, weight * scores[source])
        if target in scores:
            yield Neighbour(source, target, weight * scores[target])
