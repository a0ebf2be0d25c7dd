"""What the picture of the map is made of: things, links and headings."""

from enum import Enum

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QStaticText
from PySide6.QtWidgets import (
    QGraphicsPathItem,
    QGraphicsRectItem,
    QStyleOptionGraphicsItem,
    QWidget,
)

from guidance_kb.ui.look.tokens import EDGE, RADIUS, RING
from guidance_kb.ui.map.layout import Box
from guidance_kb.ui.map.look import MapLook

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
