"""Neighbours: what the knowledge links to the best hits.

Two hits that are linked support each other; and where few texts hold the words, what is linked to the best of them is the next thing that a
counselor would want. Each such hit says whose neighbour it is.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from typing import Final, NamedTuple

BEST: Final = 5
"""Hits whose neighbours are looked at."""

OURS: Final = 0.8
"""What a link of ours counts for beside one that the report makes."""

_SQL: Final = """
    WITH best AS (SELECT value FROM json_each(?1)), among AS (SELECT value FROM json_each(?2))
    SELECT source, target, ours FROM link WHERE type <> 'may_carry'
        AND (source IN best AND (?2 IS NULL OR target IN among) OR target IN best AND (?2 IS NULL OR source IN among))
    UNION SELECT item, target, 0 FROM evidence WHERE state = 'named'
        AND (item IN best AND (?2 IS NULL OR target IN among) OR target IN best AND (?2 IS NULL OR item IN among))
"""


class Neighbour(NamedTuple):
    """What one hit gives to another document that it is linked to."""

    id: str
    of: str
    score: float


def neighbours(
    connection: sqlite3.Connection, best: Sequence[tuple[str, float]], among: Collection[str]
) -> Iterable[Neighbour]:
    """Yields the neighbours of the best hits, given by id with their scores; a document may be the neighbour of several.

    Of `among` only, if there are any: a barrier may have thousands.
    """
    scores = dict(best[:BEST])
    rows = connection.execute(_SQL, (json.dumps(list(scores)), json.dumps(list(among)) if among else None))
    for source, target, ours in rows:
        weight = OURS if ours else 1.0
        if source in scores:
            yield Neighbour(target, source, weight * scores[source])
        if target in scores:
            yield Neighbour(source, target, weight * scores[target])
