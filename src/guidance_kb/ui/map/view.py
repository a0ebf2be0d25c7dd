"""The map view: the picture and the lists, with one selected node."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QSplitter, QWidget

from guidance_kb.knowledge.graph import Graph, Node
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Category, Kind
from guidance_kb.knowledge.names import CATEGORIES, KINDS, PLURALS
from guidance_kb.search.language.folding import fold
from guidance_kb.ui.core.kept_split import KeptSplit
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.translation import as_title
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import TYPE
from guidance_kb.ui.map.layout import COLUMNS, MapPart, Way, walk
from guidance_kb.ui.map.link_panel import LinkPanel, everything, links
from guidance_kb.ui.map.picture import MapPicture
from guidance_kb.ui.map.scene import MapLook, MapScene
from guidance_kb.ui.widgets.announcement import announce
from guidance_kb.ui.widgets.basics import button, card, column, icon_only, label, row
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

# --- Texts


_ELSEWHERE = "elsewhere"
"""The part of practices in countries without interviews."""


class MapWords(QObject):
    """Texts of the map; a QObject for the sake of `tr`."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services

    def title(self, node: Node) -> str:
        """Return the title of a node; recommendations have their number in front."""
        said = self._services.say(node.title)
        return f"{node.number}. {said}" if node.number else said

    def columns(self) -> list[str]:
        """Return the names of the columns."""
        return [as_title(PLURALS[kinds[0]]) for kinds in COLUMNS]

    def part(self, kind: Kind, key: str) -> str:
        """Return the name of a part: the category of barriers, the country or pack of practices."""
        library = self._services.library
        if kind == "barrier":
            return as_title(CATEGORIES[cast("Category", key)])
        if key in library.countries:
            return self._services.say(library.countries[key].name)
        if key in library.packs:
            return self._services.say(library.packs[key].name)
        return self.tr("Other countries") if key == _ELSEWHERE else as_title(PLURALS[kind])

    def heading(self, part: MapPart) -> str:
        """Return the heading of a part in the picture; empty if it equals the name of a column."""
        said = self.part(part.kind, part.key)
        return "" if said in self.columns() else said

    def whose(self, node: Node) -> str:
        """Return the kind of a node, with its part for barriers and practices."""
        kind = as_title(KINDS[node.kind])
        return f"{kind} · {self.part(node.kind, node.part)}" if node.kind in ("barrier", "practice") else kind

    def kinds(self, kind: Kind) -> str:
        """Return the plural of a kind."""
        return as_title(PLURALS[kind])

    def reason(self, *, ours: bool) -> str:
        """Return the origin of a link: the report, or us if `ours`."""
        return self.tr("our link") if ours else self.tr("the report makes the link")

    def links(self, count: int) -> str:
        """Return the text for a number of links."""
        if not count:
            return self.tr("no links")
        return self.tr("1 link") if count == 1 else self.tr("%1 links").replace("%1", str(count))


def arranged(graph: Graph, library: Library) -> Graph:
    """Return the graph with the practices ordered by country: interviewed countries, other countries as one part, then packs."""
    order = {country.id: place for place, country in enumerate(library.countries.values()) if country.interviewed}

    def settled(node: Node) -> Node:
        elsewhere = node.kind == "practice" and node.part in library.countries and node.part not in order
        return replace(node, part=_ELSEWHERE) if elsewhere else node

    practices = [settled(node) for node in graph.nodes if node.kind == "practice"]
    practices.sort(key=lambda node: order.get(node.part, len(order) + (node.part != _ELSEWHERE)))
    at = iter(practices)
    return replace(graph, nodes=tuple(next(at) if node.kind == "practice" else node for node in graph.nodes))


def around(graph: Graph, identifier: str) -> Graph:
    """Return the graph of one node, its links and the linked nodes."""
    edges = tuple(edge for edge in graph.edges if identifier in (edge.one, edge.other))
    kept = {identifier, *(end for edge in edges for end in (edge.one, edge.other))}
    return replace(graph, nodes=tuple(node for node in graph.nodes if node.id in kept), edges=edges)


# --- Column names, which scroll with the picture horizontally only


class ColumnHeads(QWidget):
    """Paints the name above each column of the picture."""

    def __init__(self, picture: MapPicture, theme: Theme) -> None:
        super().__init__()
        self._picture, self._theme = picture, theme
        self._names: Sequence[str] = ()
        self._spans: Sequence[tuple[float, float]] = ()
        picture.moved.connect(self.update)

    def show_names(self, names: Sequence[str], spans: Sequence[tuple[float, float]]) -> None:
        """Show the names of columns; `spans` are their left and right edges in scene coordinates."""
        self._names, self._spans = names, spans
        self.setAccessibleName(", ".join(names))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of a name; the width is free."""
        return QSize(0, self._theme.px(30))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each name at the left edge of its column, elided at its right edge."""
        painter, picture = QPainter(self), self._picture
        painter.setFont(self._theme.letters(TYPE.small, strong=True))
        painter.setPen(QColor(self._theme.tokens.ink))
        edge = picture.x() + picture.viewport().x()
        for name, (left, right) in zip(self._names, self._spans, strict=True):
            start, end = picture.mapFromScene(left, 0).x(), picture.mapFromScene(right, 0).x()
            room = QRect(edge + start, 0, max(end - start + self._theme.px(24), 1), self.height())
            words = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.setPen(QColor(self._theme.tokens.line))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


_LEAST = 420
"""Minimum width in pixels at 100 %."""

_NARROWEST, _WIDE, _WIDEST = 240, 260, 370
"""Width of the lists in pixels: minimum, initial at 100 %, and maximum at every text size."""


class MapView(TranslatedWidget, QWidget):
    """Barriers, drives, practices and recommendations with their links.

    Attributes:
        hand: The id of the selected node, or None.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._words = MapWords(services, self)
        self._graph = Graph((), ())
        self._nodes: dict[str, Node] = {}
        self._links: dict[str, dict[str, bool]] = {}
        self._kept: list[Node] = []
        self._marked: str | None = None
        self._drawn: tuple[object, ...] = ()
        self.hand: str | None = None
        self.scene = MapScene(self)
        self.picture = MapPicture(self.scene)
        self.heads = ColumnHeads(self.picture, services.theme)
        self.aside = LinkPanel(services.theme)
        self._title, self._lead = label(role="title", wrap=False), label(role="soft")
        self.smaller = button("", "quiet", lambda: self.picture.step(-1))
        self.larger = button("", "quiet", lambda: self.picture.step(1))
        self.fit = button("", "quiet", self.picture.fit)
        self.alone = button("", "toggle", self._draw, checkable=True)
        self.alone.setChecked(True)  # all links at once are a tangle
        self._begun = False
        self._lay_out()
        self._connect()
        self._load()

    def _lay_out(self) -> None:
        head = QWidget()
        across = FlowLayout(head, spacing=10)
        zooming = QWidget()
        zoom = row(zooming, spacing=0)
        for each in (self.smaller, self.larger, self.fit):
            zoom.addWidget(each)
        for part in (self._title, self.alone, zooming):
            across.addWidget(part)
        top = column(spacing=4, margins=(24, 14, 12, 4))
        top.addWidget(head)
        top.addWidget(self._lead)
        left = QWidget()
        inside = column(left, spacing=0)
        add_layout(inside, top)
        inside.addWidget(self.heads)
        inside.addWidget(self.picture, 1)
        right: QFrame = card("pane")
        column(right).addWidget(self.aside)
        right.setMinimumWidth(_NARROWEST)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(right)
        split.setStretchFactor(0, 1)
        column(self).addWidget(split)
        self._split = split
        self._kept_split = KeptSplit(split, self._services.settings, "map", 1)

    def _connect(self) -> None:
        picture, aside = self.picture, self.aside
        picture.chosen.connect(lambda identifier: self.choose(identifier or None))
        picture.opened.connect(self._open)
        picture.walked.connect(self._walk)
        picture.typed.connect(aside.look_for)
        picture.left.connect(self.show_everything)
        picture.alone_wanted.connect(self.alone.click)
        aside.chosen.connect(self.choose)
        aside.marked.connect(self._mark)
        aside.opened.connect(self._services.navigator.open_page)
        aside.narrowed.connect(self._narrow)
        aside.left.connect(self.show_everything)
        self._services.theme.changed.connect(self._draw)
        self._services.packs.changed.connect(self._load)

    def _share_room(self) -> None:
        """Adapt the width of the lists to the text size."""
        wide = self._kept_split.width(min(self._services.theme.px(_WIDE), _WIDEST))
        self._split.setSizes([max(self.width(), 2 * wide) - wide, wide])

    def minimumSizeHint(self) -> QSize:
        # At twice the text size, the title is cut so that the window still fits a small screen.
        return QSize(self._services.theme.px(_LEAST), self._services.theme.px(_LEAST // 2))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus to the list; with a focus proxy, Tab would skip the widgets before it."""
        self.aside.things.setFocus(event.reason())

    # --- Content

    def _load(self) -> None:
        """Load the graph from the library."""
        self._graph = arranged(self._services.library.graph(), self._services.library)
        self._nodes = {node.id: node for node in self._graph.nodes}
        self._links = self._graph.links()
        if self.hand not in self._nodes:
            self.hand = None
        self._drawn = ()
        self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the first recommendation and what is linked to it, unless the user came for something else."""
        super().showEvent(event)
        if not self._begun and self.hand is None:
            self.choose(next((node.id for node in self._graph.nodes if node.kind == "recommendation"), None))
        self._begun = True
        self._draw()

    def _draw(self) -> None:
        """Draw the map if the graph, language, theme or text size changed."""
        theme = self._services.theme
        alone = self.hand if self.alone.isChecked() else None
        now = (self._graph, alone, self._services.language, theme.tokens, theme.scale)
        if now == self._drawn:
            return
        if self._drawn[-1:] != now[-1:]:
            self._share_room()
        self._drawn = now
        self._set_texts()
        look, words = MapLook(theme), self._words
        self.picture.dress(theme.tokens)
        graph = self._graph if alone is None else around(self._graph, alone)
        self.scene.draw(graph, look, words.title, words.heading, alone=alone is not None)
        self.heads.show_names(words.columns(), self.scene.layout.spans)
        self.picture.refit()
        self._narrow()
        self._show_hand()
        if self.hand is not None:
            self.picture.reveal(self.hand, middle=True)

    # --- Selection

    def choose(self, identifier: str | None) -> None:
        """Select a node, or none, in the picture and the list."""
        if identifier == self.hand:
            return
        self.hand, self._marked = identifier, None
        self.aside.things.choose(identifier)
        self._show_hand()
        self._draw()
        self._light()
        if identifier is not None:
            self.picture.reveal(identifier)
            if self.picture.hasFocus():
                self._announce()

    def take(self, identifier: str) -> None:
        """Select the node that the user was reading about, if it is on the map; else show everything."""
        self.show_everything()
        if identifier in self._nodes:
            self.choose(identifier)

    def show_everything(self) -> None:
        """Clear the selection and the filter."""
        self.aside.box.clear()
        self.choose(None)

    def _show_hand(self) -> None:
        words, node = self._words, self._nodes.get(self.hand or "")
        self.alone.setEnabled(node is not None)
        if node is None:
            self.aside.show_hand(None, "", "", ())
            return
        to = self._links[node.id]
        rows = links(
            self._graph, to, lambda one: words.kinds(one.kind), words.title, lambda _one, ours: words.reason(ours=ours)
        )
        self.aside.show_hand(node.id, words.title(node), f"{words.whose(node)} · {words.links(len(to))}", rows)

    def _narrow(self) -> None:
        """Apply the filter text."""
        words, wanted = self._words, fold(self.aside.box.text()).split()
        whole = ((node, fold(f"{words.title(node)} {words.whose(node)}")) for node in self._graph.nodes)
        self._kept = [node for node, text in whole if all(word in text for word in wanted)]
        rows = everything(
            self._kept,
            lambda node: words.part(node.kind, node.part),
            words.title,
            lambda node: words.links(len(self._links[node.id])),
        )
        self.aside.show_things(rows, self.hand)
        self._light()

    def _light(self) -> None:
        self.scene.light(self.hand, self._marked, {node.id for node in self._kept})

    def _mark(self, identifier: str) -> None:
        self._marked = identifier
        self._light()
        self.picture.reveal(identifier)

    def _walk(self, way: Way) -> None:
        shown = [node.id for node in self._kept]
        self.choose(walk(self.scene.layout, self.hand, way, self._links.get(self.hand or "", ()), shown))

    def _open(self, identifier: str) -> None:
        if found := identifier or self.hand:
            self._services.navigator.open_page(found)

    def _announce(self) -> None:
        """Announce the selected node to screen readers, because the picture is not accessible."""
        said = f"{self.aside.title.text()}. {self.aside.whose.text()}"
        announce(self.picture, said)

    # --- Texts

    def _set_texts(self) -> None:
        theme = self._services.theme
        self.setAccessibleName(self.tr("Links"))
        self._title.setText(self.tr("Links"))
        lead = self.tr("A full line is a link that the report makes; a dashed line is ours.")
        more = self.tr("%1 entries of packs are not on the map; the search finds them.")
        left_out = self._graph.left_out
        self._lead.setText(f"{lead} {more.replace('%1', str(left_out))}" if left_out else lead)
        self.picture.say(self.tr("Picture of the links; the list beside it says the same"))
        accent, size = theme.tokens.accent, theme.px(18)
        self.alone.setText(self.tr("Only what is linked"))
        self.alone.setToolTip(self.tr("Only what is chosen and its links (space bar)"))
        icon_only(self.smaller, icon("minus", accent, size), size, self.tr("Smaller (−)"))
        icon_only(self.larger, icon("plus", accent, size), size, self.tr("Larger (+)"))
        icon_only(self.fit, icon("maximize", accent, size), size, self.tr("All columns (0)"))

    def retranslate(self) -> None:
        self._draw()
