"""The graph that the map draws: barriers, drives, practices and recommendations with their links."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from guidance_kb.knowledge.model import Kind
from guidance_kb.language import Text

MOST: Final = 300
"""Maximum number of practices, and of recommendations: packs may bring thousands, which no map could show."""

_ENTRIES: Final = """
    SELECT id, kind, number, coalesce(pack, country, '') AS part, nl.title AS nl, en.title AS en FROM (
        SELECT *, row_number() OVER (PARTITION BY kind ORDER BY position) AS place FROM entry
        WHERE kind IN ('practice', 'recommendation')
    )
    JOIN entry_text AS nl ON nl.entry = id AND nl.lang = 'nl' JOIN entry_text AS en ON en.entry = id AND en.lang = 'en'
    WHERE place <= CAST(?1 AS INTEGER) ORDER BY position
"""
_COUNT: Final = "SELECT count(*) AS number FROM entry WHERE kind IN ('practice', 'recommendation')"
_BARRIERS: Final = """
    SELECT id, 'barrier' AS kind, category AS part, nl.name AS nl, en.name AS en FROM barrier
    JOIN barrier_text AS nl ON nl.barrier = id AND nl.lang = 'nl' JOIN barrier_text AS en ON en.barrier = id AND en.lang = 'en'
    ORDER BY position
"""
_DRIVES: Final = """
    SELECT id, kind, kind AS part, nl.name AS nl, en.name AS en FROM drive
    JOIN drive_text AS nl ON nl.drive = id AND nl.lang = 'nl' JOIN drive_text AS en ON en.drive = id AND en.lang = 'en'
    ORDER BY position
"""
_LINKS: Final = """
    SELECT source, target, ours FROM link WHERE type IN ('barrier', 'drive', 'may_carry')
    UNION ALL SELECT source, target, ours FROM link JOIN entry ON entry.id = source
        WHERE type = 'related' AND entry.kind IN ('practice', 'recommendation')
"""

Rows = Callable[[str, Sequence[str]], list[sqlite3.Row]]
"""Runs a query on the knowledge database: SQL and parameters to rows."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the map.

    Attributes:
        part: The group within its kind: the category of a barrier, the country or pack of a practice, the kind of a drive or need, the pack
            of a recommendation. Empty if there is none.
        number: The number of a recommendation of the report.
    """

    id: str
    kind: Kind
    part: str
    title: Text
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """An undirected link between two nodes; `ours` if the report does not make it."""

    one: str
    other: str
    ours: bool


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes in the order of the content, kind by kind, and their links; `left_out` counts entries of packs beyond `MOST`."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int = 0

    def links(self) -> dict[str, dict[str, bool]]:
        """Return for each node its linked nodes and whether the link is ours, both in the order of the nodes."""
        place = {node.id: number for number, node in enumerate(self.nodes)}
        found: dict[str, dict[str, bool]] = {node.id: {} for node in self.nodes}
        for edge in self.edges:
            found[edge.one][edge.other] = found[edge.other][edge.one] = edge.ours
        return {node: dict(sorted(to.items(), key=lambda one: place[one[0]])) for node, to in found.items()}


def graph(rows: Rows) -> Graph:
    """Return drives and needs, barriers, practices and recommendations, and the links between them."""
    entries = [_node(row, row["number"]) for row in rows(_ENTRIES, [str(MOST)])]
    nodes = (
        *(_node(row) for row in (*rows(_DRIVES, []), *rows(_BARRIERS, []))),
        *(node for node in entries if node.kind == "practice"),
        *(node for node in entries if node.kind == "recommendation"),
    )
    place = {node.id: number for number, node in enumerate(nodes)}
    return Graph(nodes, _edges(rows(_LINKS, []), place), rows(_COUNT, [])[0]["number"] - len(entries))


def _node(row: sqlite3.Row, number: int | None = None) -> Node:
    return Node(row["id"], row["kind"], row["part"], Text(row["nl"], row["en"]), number)


def _edges(rows: Sequence[sqlite3.Row], place: Mapping[str, int]) -> tuple[Edge, ...]:
    """Return each pair once; a pair that the report links is not ours, even if we link it as well."""
    ours: dict[tuple[str, str], bool] = {}
    for row in rows:
        if row["source"] in place and row["target"] in place:
            one, other = sorted((row["source"], row["target"]), key=place.__getitem__)
            ours[one, other] = ours.get((one, other), True) and bool(row["ours"])
    pairs = sorted(ours, key=lambda pair: (place[pair[0]], place[pair[1]]))
    return tuple(Edge(*pair, ours[pair]) for pair in pairs)
