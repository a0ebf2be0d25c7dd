"""Where everything stands on the map: columns by kind, in an order in which few links cross. Pure: no Qt; same input, same places."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from guidance_kb.knowledge.graph import Graph, Node
from guidance_kb.knowledge.model import Kind

COLUMNS: Final[tuple[tuple[Kind, ...], ...]] = (("drive", "need"), ("barrier",), ("practice",), ("recommendation",))
"""The kinds from left to right: what moves someone, what stands in the way, what is done elsewhere, what is advised."""

_SWEEPS: Final = 4


@dataclass(frozen=True, slots=True)
class MapSizes:
    """Lengths, in pixels.

    Attributes:
        widths: Of a thing, by the number of its kinds in `COLUMNS`.
        between: Between two kinds.
        lanes: How many columns the practices, which are most, stand in.
        between_lanes: Between those columns.
        gap: Between one thing and the next below it.
        heading: The height of the heading of a part.
        part_gap: Between one part and the heading of the next.
        margin: Around everything.
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
    """A rectangle, in pixels from the upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """How far down its middle is."""
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class MapPart:
    """Things of a kind that stand together under a heading: a category, a country. `key` says which."""

    kind: Kind
    key: str
    nodes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands.

    Attributes:
        boxes: By the id of the thing.
        headings: The parts with the rectangle of their heading, column by column.
        columns: The ids from top to bottom, column by column; the practices have several.
        spans: Left and right of each of `COLUMNS`.
        width: Of everything, with its margin.
        height: Of everything, with its margin.
    """

    boxes: Mapping[str, Box]
    headings: tuple[tuple[MapPart, Box], ...]
    columns: tuple[tuple[str, ...], ...]
    spans: tuple[tuple[float, float], ...]
    width: float
    height: float


def lay_out(graph: Graph, height: Callable[[Node, float], float], sizes: MapSizes, *, centred: bool = False) -> Layout:
    """Returns where everything stands.

    Args:
        graph: What is drawn; parts stand in the order in which they first occur.
        height: How high a thing is when it is this wide.
        sizes: All other lengths.
        centred: Whether the columns stand in the middle of the height rather than at the top.
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
    """Where the columns begin."""
    most = max(heights, default=0.0)
    return [sizes.margin + ((most - height) / 2 if centred else 0.0) for height in heights]


def _parts(nodes: Sequence[Node], kinds: Sequence[Kind]) -> list[MapPart]:
    found: dict[tuple[Kind, str], list[str]] = {}
    for node in nodes:
        if node.kind in kinds:
            found.setdefault((node.kind, node.part), []).append(node.id)
    return [MapPart(kind, key, tuple(ids)) for (kind, key), ids in found.items()]


def _lanes(parts: Sequence[MapPart], heights: Mapping[str, float], sizes: MapSizes) -> list[list[MapPart]]:
    """Shares parts out over lanes that are about equally high: the highest part first, each into the lane that is lowest by then."""
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
    """Sorts every part by the mean place of what its things are linked to (the barycentre), from left to right and back."""
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
    """How far down each thing of a column stands, from 0 to 1."""
    nodes = [node for part in column for node in part.nodes]
    return {node: (number + 0.5) / len(nodes) for number, node in enumerate(nodes)}


def _sorted(part: MapPart, links: Mapping[str, Sequence[str]], places: Mapping[str, float]) -> MapPart:
    def wanted(node: str) -> float:
        to = links[node]
        return sum(places[each] for each in to) / len(to) if to else places[node]

    return MapPart(part.kind, part.key, tuple(sorted(part.nodes, key=wanted)))


def _placed(  # noqa: PLR0913, PLR0917 - what was worked out, once
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


# Where the arrow keys go on the map: within a column, and along the links to the next. Pure: no Qt.


class Way(Enum):
    """A direction, or an end of a column."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    FIRST = "first"
    LAST = "last"


def walk(layout: Layout, here: str | None, way: Way, linked: Iterable[str], shown: Iterable[str]) -> str | None:
    """Returns the thing that a key goes to from `here`; `here` itself where there is no way on, None where nothing is shown.

    Left and Right go to what is linked in the nearest column on that side, of several to the one that is nearest in height; where nothing
    is linked there, to the nearest thing of the column beside this one.

    Args:
        layout: Where everything stands.
        here: The thing in hand; None before any is: then every key goes to the first.
        way: The direction.
        linked: What `here` is linked to.
        shown: What may be gone to.
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


def _aside(  # noqa: PLR0913, PLR0917 - what `walk` knows by then
    layout: Layout, columns: list[list[str]], at: int, here: str, way: Way, linked: set[str]
) -> str | None:
    beside = columns[:at][::-1] if way is Way.LEFT else columns[at + 1 :]
    down = layout.boxes[here].middle
    among = next((found for column in beside if (found := [node for node in column if node in linked])), None)
    among = among or next(iter(beside), [])
    return min(among, key=lambda node: abs(layout.boxes[node].middle - down), default=None)
