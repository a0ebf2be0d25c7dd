"""The picture of the map: everything in its place, what is in hand with its links, and the rest faint."""

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QStaticText
from PySide6.QtWidgets import QGraphicsScene

from guidance_kb.knowledge.graph import Graph, Node
from guidance_kb.ui.map.items import HeadingItem, Light, LinkItem, NodeItem
from guidance_kb.ui.map.layout import Layout, MapPart, lay_out
from guidance_kb.ui.map.look import LANES, MapLook


class MapScene(QGraphicsScene):
    """Draws a graph once, and then only shows it otherwise."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)  # a few hundred things, most of them in sight
        self.layout = Layout({}, (), (), (), 0, 0)
        self.nodes: dict[str, NodeItem] = {}
        self._lines: dict[tuple[str, str], LinkItem] = {}
        self.links: Mapping[str, Collection[str]] = {}

    def draw(
        self,
        graph: Graph,
        look: MapLook,
        title: Callable[[Node], str],
        heading: Callable[[MapPart], str],
        *,
        alone: bool = False,
    ) -> None:
        """Draws a graph; what was drawn before goes.

        Args:
            graph: What is drawn.
            look: Colours and sizes.
            title: What stands in the box of a thing.
            heading: What stands above a part.
            alone: Whether it is one thing and its links: these stand beside it, each in one column, so that no line lies under a box.
        """
        self.clear()
        texts: dict[str, QStaticText] = {}

        def height(node: Node, width: float) -> float:
            texts[node.id] = look.text(title(node), width)
            return look.height(texts[node.id])

        self.layout = layout = lay_out(graph, height, look.sizes(1 if alone else LANES), centred=alone)
        self.nodes = {node.id: NodeItem(node.id, layout.boxes[node.id], texts[node.id], look) for node in graph.nodes}
        self._lines = {
            (edge.one, edge.other): LinkItem(layout.boxes[edge.one], layout.boxes[edge.other], look, ours=edge.ours)
            for edge in graph.edges
        }
        self.links = graph.links()
        for part, box in layout.headings:
            self.addItem(HeadingItem(heading(part), box, look))
        for item in (*self._lines.values(), *self.nodes.values()):
            self.addItem(item)
        self.setBackgroundBrush(look.canvas)
        self.setSceneRect(QRectF(0, 0, layout.width, layout.height))

    def light(self, chosen: str | None, marked: str | None, kept: Collection[str]) -> None:
        """Shows what is in hand and what it is linked to; all the rest recedes.

        Args:
            chosen: The thing in hand, or None: then everything is shown alike.
            marked: What the link in hand goes to.
            kept: What the words that were typed leave.
        """
        to = self.links.get(chosen or "", ())
        for node, item in self.nodes.items():
            item.shine(_light(node, chosen, marked, to, kept))
        for (one, other), link in self._lines.items():
            if chosen is None:
                link.rest()
                link.setVisible(one in kept and other in kept)
            elif chosen in (one, other):
                link.stand_out(marked=marked is not None and marked in (one, other))
            else:
                link.hide()

    def at(self, place: QPointF) -> str | None:
        """What stands at a place."""
        found = self.items(place)
        return next((item.id for item in found if isinstance(item, NodeItem)), None)


def _light(node: str, chosen: str | None, marked: str | None, to: Collection[str], kept: Collection[str]) -> Light:
    if node == chosen:
        return Light.CHOSEN
    if node in to:
        return Light.MARKED if node == marked else Light.LINKED
    return Light.PLAIN if chosen is None and node in kept else Light.DIM
