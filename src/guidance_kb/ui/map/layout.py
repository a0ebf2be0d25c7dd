"""Layout of the map: columns by kind, ordered to reduce crossing links. No Qt; deterministic."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from guidance_kb.knowledge.graph import Graph, Node
from guidance_kb.knowledge.model import Kind

COLUMNS: Final[tuple[tuple[Kind, ...], ...]] = (("drive", "need"), ("barrier",), ("practice",), ("recommendation",))
"""The kinds of each column, from left to right."""

_SWEEPS: Final = 4


@dataclass(frozen=True, slots=True)
class MapSizes:
    """The lengths of the layout in pixels.

    Attributes:
        widths: The width of a node in each of `COLUMNS`.
        between: The space between two kinds.
        lanes: The number of lanes over which the practices are distributed; they are the largest kind.
        between_lanes: The space between lanes.
        gap: The vertical space between nodes.
        heading: The height of the heading of a part.
        part_gap: The space between a part and the heading of the next.
        margin: The margin of the layout.
    """

    widths: tuple[float, ...]
    between: float
    lanes: int
    between_lanes: float
    gap: float
    heading: float
    part_gap: float
    margin: float


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, in pixels from the upper left corner of the layout."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """The vertical centre."""
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class MapPart:
    """The nodes of one kind under one heading; `key` is the category, country or pack."""

    kind: Kind
    key: str
    nodes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The positions on the map.

    Attributes:
        boxes: The rectangle of each node, by id.
        headings: The parts with the rectangles of their headings, column by column.
        columns: The node ids from top to bottom, column by column; each lane of practices is a column.
        spans: The left and right edges of each of `COLUMNS`.
        width: The total width with margins.
        height: The total height with margins.
    """

    boxes: Mapping[str, Box]
    headings: tuple[tuple[MapPart, Box], ...]
    columns: tuple[tuple[str, ...], ...]
    spans: tuple[tuple[float, float], ...]
    width: float
    height: float


def lay_out(graph: Graph, height: Callable[[Node, float], float], sizes: MapSizes, *, centred: bool = False) -> Layout:
    """Return the layout of a graph.

    Args:
        graph: The nodes and links; parts keep the order in which they first occur.
        height: Returns the height of a node at a width.
        sizes: All other lengths.
        centred: Whether to centre the columns vertically; they are aligned at the top otherwise.
    """
    wide = {kind: sizes.widths[number] for number, kinds in enumerate(COLUMNS) for kind in kinds}
    heights = {node.id: height(node, wide[node.kind]) for node in graph.nodes}
    spans: list[tuple[float, float]] = []
    columns: list[list[MapPart]] = []
    lefts: list[float] = []
    left = sizes.margin
    for kinds, width in zip(COLUMNS, sizes.widths, strict=True):
        parts = _parts(graph.nodes, kinds)
        lanes = _lanes(parts, heights, sizes) if kinds == ("practice",) else [parts]
        columns += lanes
        lefts += [left + number * (width + sizes.between_lanes) for number in range(len(lanes))]
        spans.append((left, lefts[-1] + width))
        left = lefts[-1] + width + sizes.between
    tops = _tops([sum(_height(part, heights, sizes) for part in lane) for lane in columns], sizes, centred=centred)
    return _placed(_ordered(columns, graph), list(zip(lefts, tops, strict=True)), heights, wide, spans, sizes)


def _tops(heights: Sequence[float], sizes: MapSizes, *, centred: bool) -> list[float]:
    """Return the top of each column."""
    most = max(heights, default=0.0)
    return [sizes.margin + ((most - height) / 2 if centred else 0.0) for height in heights]


def _parts(nodes: Sequence[Node], kinds: Sequence[Kind]) -> list[MapPart]:
    found: dict[tuple[Kind, str], list[str]] = {}
    for node in nodes:
        if node.kind in kinds:
            found.setdefault((node.kind, node.part), []).append(node.id)
    return [MapPart(kind, key, tuple(ids)) for (kind, key), ids in found.items()]


def _lanes(parts: Sequence[MapPart], heights: Mapping[str, float], sizes: MapSizes) -> list[list[MapPart]]:
    """Distribute parts over lanes of similar height: the highest part first, each into the lowest lane."""
    tall = {part: _height(part, heights, sizes) for part in parts}
    lanes: list[list[MapPart]] = [[] for _ in range(max(1, sizes.lanes))]
    for part in sorted(parts, key=tall.__getitem__, reverse=True):
        min(lanes, key=lambda lane: sum(tall[each] for each in lane)).append(part)
    place = {part: number for number, part in enumerate(parts)}
    ordered = [sorted(lane, key=place.__getitem__) for lane in lanes if lane] or [[]]
    return sorted(ordered, key=lambda lane: place[lane[0]] if lane else 0)


def _height(part: MapPart, heights: Mapping[str, float], sizes: MapSizes) -> float:
    return sizes.heading + sum(heights[node] + sizes.gap for node in part.nodes) + sizes.part_gap


def _ordered(columns: Sequence[Sequence[MapPart]], graph: Graph) -> list[list[MapPart]]:
    """Sort the nodes of each part by the mean position of their neighbours (barycentre heuristic), sweeping from left to right and back."""
    links = {node: tuple(to) for node, to in graph.links().items()}
    now = [list(column) for column in columns]
    places: dict[str, float] = {}
    for column in now:
        places |= _places(column)
    for sweep in range(_SWEEPS):
        for column in now if sweep % 2 == 0 else reversed(now):
            column[:] = [_sorted(part, links, places) for part in column]
            places |= _places(column)
    return now


def _places(column: Sequence[MapPart]) -> dict[str, float]:
    """Return the vertical position of each node of a column, from 0 to 1."""
    nodes = [node for part in column for node in part.nodes]
    return {node: (number + 0.5) / len(nodes) for number, node in enumerate(nodes)}


def _sorted(part: MapPart, links: Mapping[str, Sequence[str]], places: Mapping[str, float]) -> MapPart:
    if part.kind == "recommendation":  # they are known by their numbers, so they keep the order of the content
        return part

    def wanted(node: str) -> float:
        to = links[node]
        return sum(places[each] for each in to) / len(to) if to else places[node]

    return MapPart(part.kind, part.key, tuple(sorted(part.nodes, key=wanted)))


def _placed(  # noqa: PLR0913, PLR0917 - the intermediate results of `lay_out`
    columns: Sequence[Sequence[MapPart]],
    corners: Sequence[tuple[float, float]],
    heights: Mapping[str, float],
    wide: Mapping[Kind, float],
    spans: Sequence[tuple[float, float]],
    sizes: MapSizes,
) -> Layout:
    boxes: dict[str, Box] = {}
    headings: list[tuple[MapPart, Box]] = []
    lowest = sizes.margin
    for (left, start), column in zip(corners, columns, strict=True):
        top = start
        for part in column:
            width = wide[part.kind]
            headings.append((part, Box(left, top, width, sizes.heading)))
            top += sizes.heading
            for node in part.nodes:
                boxes[node] = Box(left, top, width, heights[node])
                top += heights[node] + sizes.gap
            top += sizes.part_gap
        lowest = max(lowest, top - sizes.part_gap)
    order = tuple(tuple(node for part in column for node in part.nodes) for column in columns)
    right = spans[-1][1] if spans else 0.0
    return Layout(boxes, tuple(headings), order, tuple(spans), right + sizes.margin, lowest + sizes.margin)


# --- Navigation with the arrow keys


class Way(Enum):
    """A direction, or an end of a column."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    FIRST = "first"
    LAST = "last"


def walk(layout: Layout, here: str | None, way: Way, linked: Iterable[str], shown: Iterable[str]) -> str | None:
    """Return the node to go to from `here`: `here` itself if there is none in that direction, None if nothing is shown.

    Left and Right go to the linked node in the nearest column on that side that has one, choosing the nearest in height; without a linked
    node they go to the nearest node of the adjacent column.

    Args:
        layout: The positions.
        here: The selected node; if None or not shown, every direction goes to the first node.
        way: The direction.
        linked: The nodes linked to `here`.
        shown: The nodes that can be selected.
    """
    there = set(shown)
    columns = [kept for column in layout.columns if (kept := [node for node in column if node in there])]
    at = next((number for number, column in enumerate(columns) if here in column), None)
    if here is None or at is None:
        return columns[0][0] if columns else None
    if way in (Way.LEFT, Way.RIGHT):
        return _aside(layout, columns, at, here, way, set(linked)) or here
    column = columns[at]
    place = {Way.UP: column.index(here) - 1, Way.DOWN: column.index(here) + 1, Way.FIRST: 0, Way.LAST: len(column) - 1}
    return column[min(max(place[way], 0), len(column) - 1)]


def _aside(  # noqa: PLR0913, PLR0917 - the intermediate results of `walk`
    layout: Layout, columns: list[list[str]], at: int, here: str, way: Way, linked: set[str]
) -> str | None:
    beside = columns[:at][::-1] if way is Way.LEFT else columns[at + 1 :]
    down = layout.boxes[here].middle
    among = next((found for column in beside if (found := [node for node in column if node in linked])), None)
    among = among or next(iter(beside), [])
    return min(among, key=lambda node: abs(layout.boxes[node].middle - down), default=None)
