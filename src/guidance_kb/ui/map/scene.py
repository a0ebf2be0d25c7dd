"""The picture of the map: everything in its place, what is in hand with its links, and the rest faint."""

from collections.abc import Callable, Collection, Mapping
from enum import Enum

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QStaticText
from PySide6.QtWidgets import (
    QGraphicsPathItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QStyleOptionGraphicsItem,
    QWidget,
)

from guidance_kb.knowledge.graph import Graph, Node
from guidance_kb.ui.look.tokens import EDGE, RADIUS, RING
from guidance_kb.ui.map.layout import Box, Layout, MapPart, lay_out
from guidance_kb.ui.map.look import LANES, MapLook

# What the picture of the map is made of: things, links and headings.


_FAINT, _STRONG, _MARKED = 1.0, 1.6, 3.0
"""How thick the line of a link is in pixels: of all, of the thing in hand, and of the link in hand."""

_BEHIND, _THINGS, _LINKS, _LIT, _HEADINGS = range(5)
"""What lies over what."""

_AROUND = 4
"""Pixels of ground on both sides of the words of a heading."""


class Light(Enum):
    """How a thing is shown."""

    PLAIN = "plain"
    CHOSEN = "chosen"
    LINKED = "linked"
    MARKED = "marked"
    DIM = "dim"


class NodeItem(QGraphicsRectItem):
    """One thing: a box with its title."""

    def __init__(self, identifier: str, box: Box, text: QStaticText, look: MapLook) -> None:
        super().__init__(0, 0, box.width, box.height)
        self.setPos(box.x, box.y)
        self.setZValue(_THINGS)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.id = identifier
        self.light = Light.PLAIN
        self._text, self._look = text, look
        self._box = self.rect().adjusted(1, 1, -1, -1)  # inside the item with all of its widest edge

    def shine(self, light: Light) -> None:
        """Shows it otherwise."""
        if light is not self.light:
            self.light = light
            self.setZValue(_THINGS if light in (Light.PLAIN, Light.DIM) else _LIT)
            self.update()

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draws the box and its title."""
        look, light = self._look, self.light
        edge = {Light.CHOSEN: look.accent, Light.MARKED: look.accent, Light.LINKED: look.line}.get(light, look.edge)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(edge, RING if light in (Light.CHOSEN, Light.MARKED) else EDGE))
        painter.setBrush(look.tint if light is Light.CHOSEN else look.paper)
        painter.drawRoundedRect(self._box, RADIUS.inner, RADIUS.inner)
        painter.setPen(look.dim if light is Light.DIM else look.ink)
        painter.setFont(look.letters)
        painter.drawStaticText(look.corner, self._text)


class LinkItem(QGraphicsPathItem):
    """One link: a line from one thing to the other; dashed where the link is ours and not the report's."""

    def __init__(self, one: Box, other: Box, look: MapLook, *, ours: bool) -> None:
        super().__init__(path(one, other))
        self._look, self._ours = look, ours
        self.rest()

    def rest(self) -> None:
        """Shows it as one of all."""
        self._draw(_FAINT, strong=False)

    def stand_out(self, *, marked: bool = False) -> None:
        """Shows it as one of the thing in hand, or as the link in hand itself."""
        self._draw(_MARKED if marked else _STRONG, strong=True)

    def _draw(self, width: float, *, strong: bool) -> None:
        pen = QPen(self._look.accent if strong else self._look.thread, width)
        if self._ours and strong:
            pen.setDashPattern([5 / width, 4 / width])
        self.setPen(pen)
        self.setZValue(_LINKS if strong else _BEHIND)
        self.setVisible(True)


class HeadingItem(QGraphicsRectItem):
    """The heading of a part: over all lines, on a ground of its own, so that none crosses it out."""

    def __init__(self, words: str, box: Box, look: MapLook) -> None:
        """Places the words near the lower edge, on into the gap beside the column, and cut where that ends."""
        metrics = QFontMetricsF(look.heading)
        self._words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width + look.px(32))
        self._look, self._base = look, QPointF(0, box.height - look.px(8))
        over, wide = self._base.y() - metrics.ascent(), metrics.horizontalAdvance(self._words)
        super().__init__(-_AROUND, over, wide + 2 * _AROUND, metrics.height())
        self.setPos(box.x, box.y)
        self.setZValue(_HEADINGS)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draws the ground and the words."""
        painter.fillRect(self.rect(), self._look.canvas)
        painter.setFont(self._look.heading)
        painter.setPen(self._look.soft)
        painter.drawText(self._base, self._words)


def path(one: Box, other: Box) -> QPainterPath:
    """The line between two things: out of the side that faces the other, and round to one in the same column."""
    if one.x > other.x:
        one, other = other, one
    beside = other.x >= one.right
    start = QPointF(one.right, one.middle)
    end = QPointF(other.x if beside else other.right, other.middle)
    bend = max((end.x() - start.x()) / 2, 24.0) if beside else 36.0
    line = QPainterPath(start)
    line.cubicTo(start + QPointF(bend, 0), end + QPointF(-bend if beside else bend, 0), end)
    return line


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
