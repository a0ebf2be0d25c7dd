"""The scene of the map: nodes, links and headings; the selected node and its links are emphasised."""

from collections.abc import Callable, Collection, Mapping
from enum import Enum
from typing import Final

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QStaticText,
    QTextOption,
    QTransform,
)
from PySide6.QtWidgets import (
    QGraphicsPathItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QStyleOptionGraphicsItem,
    QWidget,
)

from guidance_kb.knowledge.graph import Graph, Node
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import EDGE, RADIUS, RING, TYPE
from guidance_kb.ui.map.layout import Box, Layout, MapPart, MapSizes, lay_out

# --- Look


_SMALLEST = 11
"""Minimum text size after zooming out, in pixels at 100 %."""

SMALLEST_ZOOM: Final = _SMALLEST / TYPE.small
"""Minimum zoom factor, at which the text is legible."""

_WIDTHS = (126, 168, 242, 163)
_BETWEEN, _BETWEEN_LANES, _GAP, _HEADING, _PART_GAP, _MARGIN = 44, 14, 6, 28, 14, 28
"""Pixels at 100 %, except the margin, which does not scale."""

LANES: Final = 2
"""Number of lanes of practices."""

_SIDE, _ABOVE = 9, 5
"""Padding between the edge of a node and its text, in pixels at 100 %."""

_RECEDING = 0.4
"""Share of the background in the colour of links that are not emphasised, so that they remain visible behind the text."""


class MapLook:
    """Fonts, colours and lengths of the map for the current theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.letters, self.heading = self._letters(), self._letters(strong=True)
        self.side, self.above = theme.px(_SIDE), theme.px(_ABOVE)
        tokens = theme.tokens
        self.ink, self.soft, self.dim = QColor(tokens.ink), QColor(tokens.soft_ink), QColor(tokens.faint)
        self.paper, self.edge, self.line = QColor(tokens.surface), QColor(tokens.line), QColor(tokens.strong_line)
        self.accent, self.tint, self.canvas = QColor(tokens.accent), QColor(tokens.tint), QColor(tokens.canvas)
        self.thread = _toward(self.line, self.canvas, _RECEDING)

    def sizes(self, lanes: int = LANES) -> MapSizes:
        """Return the lengths of the layout, with `lanes` lanes of practices."""
        px = self._theme.px
        widths = tuple(float(px(width)) for width in _WIDTHS)
        return MapSizes(
            widths, px(_BETWEEN), lanes, px(_BETWEEN_LANES), px(_GAP), px(_HEADING), px(_PART_GAP), float(_MARGIN)
        )

    def px(self, size: float) -> int:
        """Scale a length in pixels at 100 % to the current text size."""
        return self._theme.px(size)

    def _letters(self, *, strong: bool = False) -> QFont:
        font = self._theme.letters(TYPE.small, strong=strong)
        # so that text keeps its proportions at every zoom
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def text(self, words: str, width: float) -> QStaticText:
        """Return the wrapped text of a node of this width, prepared for repeated drawing."""
        made = QStaticText(words)
        made.setTextFormat(Qt.TextFormat.PlainText)
        wrapping = QTextOption()
        wrapping.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        made.setTextOption(wrapping)
        made.setTextWidth(width - 2 * self.side)
        made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        made.prepare(QTransform(), self.letters)
        return made

    def height(self, text: QStaticText) -> float:
        """Return the height of a node with this text."""
        return float(round(text.size().height()) + 2 * self.above)

    @property
    def corner(self) -> QPointF:
        """The position of the text in a node."""
        return QPointF(self.side, self.above)


def _toward(one: QColor, other: QColor, share: float) -> QColor:
    """Return the mix of two colours, with `share` of the second."""
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round((1 - share) * first + share * second) for first, second in pairs))


# --- Items


_FAINT, _STRONG, _MARKED = 1.0, 1.6, 3.0
"""Line width of a link in pixels: normal, of the selected node, and the selected link."""

_BEHIND, _THINGS, _LINKS, _LIT, _HEADINGS = range(5)
"""Z values of the items."""

_AROUND = 4
"""Horizontal padding of the background of a heading in pixels."""


class Light(Enum):
    """The emphasis of a node."""

    PLAIN = "plain"
    CHOSEN = "chosen"
    LINKED = "linked"
    MARKED = "marked"
    DIM = "dim"


class NodeItem(QGraphicsRectItem):
    """A node: a box with its title."""

    def __init__(self, identifier: str, box: Box, text: QStaticText, look: MapLook) -> None:
        super().__init__(0, 0, box.width, box.height)
        self.setPos(box.x, box.y)
        self.setZValue(_THINGS)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.id = identifier
        self.light = Light.PLAIN
        self._text, self._look = text, look
        self._box = self.rect().adjusted(1, 1, -1, -1)  # leaves room for the widest edge inside the item

    def shine(self, light: Light) -> None:
        """Set the emphasis."""
        if light is not self.light:
            self.light = light
            self.setZValue(_THINGS if light in (Light.PLAIN, Light.DIM) else _LIT)
            self.update()

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Paint the box and the title."""
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
    """A link: a curve between two nodes; dashed when emphasised if the link is ours."""

    def __init__(self, one: Box, other: Box, look: MapLook, *, ours: bool) -> None:
        super().__init__(path(one, other))
        self._look, self._ours = look, ours
        self.rest()

    def rest(self) -> None:
        """Draw the link without emphasis."""
        self._draw(_FAINT, strong=False)

    def stand_out(self, *, marked: bool = False) -> None:
        """Emphasise the link as one of the selected node, or as the selected link if `marked`."""
        self._draw(_MARKED if marked else _STRONG, strong=True)

    def _draw(self, width: float, *, strong: bool) -> None:
        pen = QPen(self._look.accent if strong else self._look.thread, width)
        if self._ours and strong:
            pen.setDashPattern([5 / width, 4 / width])
        self.setPen(pen)
        self.setZValue(_LINKS if strong else _BEHIND)
        self.setVisible(True)


class HeadingItem(QGraphicsRectItem):
    """The heading of a part, above the links and with a background, so that no link crosses the text."""

    def __init__(self, words: str, box: Box, look: MapLook) -> None:
        """Place the text near the lower edge; it may extend into the gap beside the column and is elided there."""
        metrics = QFontMetricsF(look.heading)
        self._words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width + look.px(32))
        self._look, self._base = look, QPointF(0, box.height - look.px(8))
        over, wide = self._base.y() - metrics.ascent(), metrics.horizontalAdvance(self._words)
        super().__init__(-_AROUND, over, wide + 2 * _AROUND, metrics.height())
        self.setPos(box.x, box.y)
        self.setZValue(_HEADINGS)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Paint the background and the text."""
        painter.fillRect(self.rect(), self._look.canvas)
        painter.setFont(self._look.heading)
        painter.setPen(self._look.soft)
        painter.drawText(self._base, self._words)


def path(one: Box, other: Box) -> QPainterPath:
    """Return the curve between the facing sides of two nodes; within a column, between their right sides."""
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
    """The scene of the map; a selection changes only the emphasis of existing items."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)  # a few hundred items, most of them visible
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
        """Draw a graph, replacing the previous one.

        Args:
            graph: The nodes and links.
            look: Fonts, colours and lengths.
            title: Returns the title of a node.
            heading: Returns the heading of a part.
            alone: Whether the graph is one node with its links: one lane, columns centred, so that no link runs under a node.
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
        """Emphasise the selected node with its links and dim all else.

        Args:
            chosen: The selected node; None shows all nodes alike.
            marked: The node of the selected link.
            kept: The nodes that match the filter.
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
        """Return the id of the node at a position in the scene."""
        found = self.items(place)
        return next((item.id for item in found if isinstance(item, NodeItem)), None)


def _light(node: str, chosen: str | None, marked: str | None, to: Collection[str], kept: Collection[str]) -> Light:
    if node == chosen:
        return Light.CHOSEN
    if node in to:
        return Light.MARKED if node == marked else Light.LINKED
    return Light.PLAIN if chosen is None and node in kept else Light.DIM
