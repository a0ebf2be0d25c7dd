"""What the kinds, parts and links of the map are called, in the language now in force."""

from dataclasses import replace
from typing import cast

from PySide6.QtCore import QObject

from guidance_kb.documents.names import CATEGORIES
from guidance_kb.knowledge.graph import Graph, Node
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Category, Kind
from guidance_kb.ui.core.names import KindNames
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.map.layout import COLUMNS, MapPart

_ELSEWHERE = "elsewhere"
"""The part of practices of countries that were not interviewed."""


class MapWords(QObject):
    """Says what things are called; a QObject so that Qt translates it."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._names = KindNames(self)

    def title(self, node: Node) -> str:
        """A thing: its name or title, a recommendation with its number."""
        said = self._services.say(node.title)
        return f"{node.number}. {said}" if node.number else said

    def columns(self) -> list[str]:
        """The names of the columns."""
        return [self._names.kinds(kinds[0]) for kinds in COLUMNS]

    def part(self, kind: Kind, key: str) -> str:
        """A part of a kind: the category of barriers, the country or pack of practices."""
        library = self._services.library
        if kind == "barrier":
            return self._services.say(CATEGORIES[cast("Category", key)]).capitalize()
        if key in library.countries:
            return self._services.say(library.countries[key].name)
        if key in library.packs:
            return self._services.say(library.packs[key].name)
        return self.tr("Other countries") if key == _ELSEWHERE else self._names.kinds(kind)

    def heading(self, part: MapPart) -> str:
        """The heading of a part on the picture; empty where it would repeat the name of the column."""
        said = self.part(part.kind, part.key)
        return "" if said in self.columns() else said

    def whose(self, node: Node) -> str:
        """What sort of thing it is: its kind and part."""
        kind = self._names.kind(node.kind)
        return f"{kind} · {self.part(node.kind, node.part)}" if node.kind in ("barrier", "practice") else kind

    def kinds(self, kind: Kind) -> str:
        """Several things of a kind."""
        return self._names.kinds(kind)

    def reason(self, *, ours: bool) -> str:
        """Who makes a link."""
        return self.tr("our link") if ours else self.tr("the report makes the link")

    def links(self, count: int) -> str:
        """How many links a thing has."""
        if not count:
            return self.tr("no links")
        return self.tr("1 link") if count == 1 else self.tr("%1 links").replace("%1", str(count))


def arranged(graph: Graph, library: Library) -> Graph:
    """The graph with the practices by country, the five that were interviewed first and those of all others together."""
    order = {country.id: place for place, country in enumerate(library.countries.values()) if country.interviewed}

    def settled(node: Node) -> Node:
        elsewhere = node.kind == "practice" and node.part in library.countries and node.part not in order
        return replace(node, part=_ELSEWHERE) if elsewhere else node

    practices = [settled(node) for node in graph.nodes if node.kind == "practice"]
    practices.sort(key=lambda node: order.get(node.part, len(order) + (node.part != _ELSEWHERE)))
    at = iter(practices)
    return replace(graph, nodes=tuple(next(at) if node.kind == "practice" else node for node in graph.nodes))


def around(graph: Graph, identifier: str) -> Graph:
    """One thing of the graph with what it is linked to, and only its own links."""
    edges = tuple(edge for edge in graph.edges if identifier in (edge.one, edge.other))
    kept = {identifier, *(end for edge in edges for end in (edge.one, edge.other))}
    return replace(graph, nodes=tuple(node for node in graph.nodes if node.id in kept), edges=edges)
