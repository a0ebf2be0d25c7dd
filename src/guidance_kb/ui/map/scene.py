"""The picture of the map: everything in its place, what is in hand with its links, and the rest faint."""

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

# Letters, colours and lengths of the map, all from the theme.


_SMALLEST = 11
"""Pixels at 100 %: the smallest that letters become by zooming out."""

SMALLEST_ZOOM: Final = _SMALLEST / TYPE.small
"""How far the picture may be zoomed out: all that is on it can be read."""

_WIDTHS = (126, 168, 242, 163)
_BETWEEN, _BETWEEN_LANES, _GAP, _HEADING, _PART_GAP, _MARGIN = 44, 14, 6, 28, 14, 28
"""Pixels at 100 %, but for the margin, which is the same at every text size."""

LANES: Final = 2
"""Columns of practices."""

_SIDE, _ABOVE = 9, 5
"""Pixels at 100 % between the edge of a thing and its text."""

_RECEDING = 0.4
"""Of the ground in the colour of the links that are not in hand: they are seen, and stay behind all words."""


class MapLook:
    """How the map looks in the scheme and at the text size now in force."""

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
        """The lengths of the layout, with the practices in so many columns."""
        px = self._theme.px
        widths = tuple(float(px(width)) for width in _WIDTHS)
        return MapSizes(
            widths, px(_BETWEEN), lanes, px(_BETWEEN_LANES), px(_GAP), px(_HEADING), px(_PART_GAP), float(_MARGIN)
        )

    def px(self, size: float) -> int:
        """A length in pixels at 100 %, at the text size now in force."""
        return self._theme.px(size)

    def _letters(self, *, strong: bool = False) -> QFont:
        font = self._theme.letters(TYPE.small, strong=strong)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # letters keep their width at every zoom
        return font

    def text(self, words: str, width: float) -> QStaticText:
        """The text of a thing that is `width` wide, in lines, ready to be drawn again and again."""
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
        """How high a thing with this text is."""
        return float(round(text.size().height()) + 2 * self.above)

    @property
    def corner(self) -> QPointF:
        """Where the text of a thing begins."""
        return QPointF(self.side, self.above)


def _toward(one: QColor, other: QColor, share: float) -> QColor:
    """A colour with a share of another one in it."""
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round((1 - share) * first + share * second) for first, second in pairs))


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
