"""Neighbours: documents that the knowledge links to the best hits.

Two linked hits support each other. If few documents match, those linked to the best of them are added; each such hit names the one it is
linked to.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from typing import Final, NamedTuple

BEST: Final = 5
"""Number of hits whose links are followed."""

OURS: Final = 0.8
"""Weight of a link of ours, relative to one that the report makes."""

_SQL: Final = """
    WITH best AS (SELECT value FROM json_each(?1)), among AS (SELECT value FROM json_each(?2))
    SELECT source, target, ours FROM link WHERE type <> 'may_carry'
        AND (source IN best AND (?2 IS NULL OR target IN among) OR target IN best AND (?2 IS NULL OR source IN among))
    UNION SELECT item, target, 0 FROM evidence WHERE state = 'named'
        AND (item IN best AND (?2 IS NULL OR target IN among) OR target IN best AND (?2 IS NULL OR item IN among))
"""


class Neighbour(NamedTuple):
    """The score that one hit contributes to a document linked to it."""

    id: str
    of: str
    score: float


def neighbours(
    connection: sqlite3.Connection, best: Sequence[tuple[str, float]], among: Collection[str]
) -> Iterable[Neighbour]:
    """Yield the neighbours of the best hits (id and score); a document may be the neighbour of several.

    They are restricted to `among` if it is not empty: a barrier may have thousands.
    """
    scores = dict(best[:BEST])
    rows = connection.execute(_SQL, (json.dumps(list(scores)), json.dumps(list(among)) if among else None))
    for source, target, ours in rows:
        weight = OURS if ours else 1.0
        if source in scores:
            yield Neighbour(target, source, weight * scores[source])
        if target in scores:
            yield Neighbour(source, target, weight * scores[target])
