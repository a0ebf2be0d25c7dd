"""Where things stand on the map: of the shipped content, and of graphs that nobody thought of."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance_kb.knowledge.graph import Edge, Graph, Node
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Kind
from guidance_kb.language import Text
from guidance_kb.ui.map import layout as layouts
from guidance_kb.ui.map.layout import COLUMNS, Layout, MapSizes, lay_out
from guidance_kb.ui.map.view import arranged

SIZES = MapSizes((120, 160, 240, 160), 40, 2, 12, 6, 28, 14, 20)


def height(node: Node, width: float) -> float:
    """As if a letter were 7 pixels wide and a line 16 high."""
    return 10 + 16 * -(-len(node.title.nl) * 7 // int(width))


def shipped(library: Library) -> Graph:
    return arranged(library.graph(), library)


def crossings(graph: Graph, made: Layout) -> int:
    """How often two links between the same two columns cross."""
    column = {node: number for number, nodes in enumerate(made.columns) for node in nodes}
    lines: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for edge in graph.edges:
        left, right = sorted((edge.one, edge.other), key=column.__getitem__)
        if column[left] != column[right]:
            ends = made.boxes[left].middle, made.boxes[right].middle
            lines.setdefault((column[left], column[right]), []).append(ends)
    return sum(
        (one[0] - other[0]) * (one[1] - other[1]) < 0
        for beside in lines.values()
        for one, other in combinations(beside, 2)
    )


def overlapping(made: Layout) -> list[tuple[object, object]]:
    boxes = [*made.boxes.items(), *made.headings]
    return [
        (one, other)
        for (one, a), (other, b) in combinations(boxes, 2)
        if a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom
    ]


def test_the_same_content_stands_in_the_same_places(library: Library) -> None:
    graph = shipped(library)
    made = lay_out(graph, height, SIZES)
    assert lay_out(graph, height, SIZES) == made
    shuffled = Graph(graph.nodes, tuple(reversed(graph.edges)))
    assert lay_out(shuffled, height, SIZES) == made


def test_nothing_overlaps_and_everything_is_inside(library: Library) -> None:
    graph = shipped(library)
    made = lay_out(graph, height, SIZES)
    assert set(made.boxes) == {node.id for node in graph.nodes}
    assert not overlapping(made)
    for box in (*made.boxes.values(), *(box for _, box in made.headings)):
        assert min(box.x, box.y) >= SIZES.margin
        assert box.right <= made.width - SIZES.margin
        assert box.bottom <= made.height - SIZES.margin


def test_kinds_stand_in_columns_from_left_to_right(library: Library) -> None:
    graph = shipped(library)
    made = lay_out(graph, height, SIZES)
    for kinds, (left, right) in zip(COLUMNS, made.spans, strict=True):
        boxes = [made.boxes[node.id] for node in graph.nodes if node.kind in kinds]
        assert min(box.x for box in boxes) == left
        assert max(box.right for box in boxes) == right
    assert all(one[1] < other[0] for one, other in pairwise(made.spans))


def test_parts_keep_together_under_their_heading(library: Library) -> None:
    made = lay_out(shipped(library), height, SIZES)
    for part, heading in made.headings:
        boxes = sorted((made.boxes[node] for node in part.nodes), key=lambda box: box.y)
        assert boxes[0].y == heading.bottom
        assert all(other.y - one.bottom == SIZES.gap for one, other in pairwise(boxes))
    keys = [(part.kind, part.key) for part, _ in made.headings]
    assert len(keys) == len(set(keys))


def test_the_lanes_of_practices_are_about_equally_high(library: Library) -> None:
    made = lay_out(shipped(library), height, SIZES)
    lanes = made.columns[2:4]
    lowest = [max(made.boxes[node].bottom for node in lane) for lane in lanes]
    assert len(lanes) == SIZES.lanes
    assert max(lowest) < 1.25 * min(lowest)


def test_the_order_makes_fewer_links_cross(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    graph = shipped(library)
    ordered = crossings(graph, lay_out(graph, height, SIZES))
    monkeypatch.setattr(layouts, "_SWEEPS", 0)
    assert ordered < 0.85 * crossings(graph, lay_out(graph, height, SIZES))


def test_columns_can_stand_in_the_middle(library: Library) -> None:
    graph = shipped(library)
    made = lay_out(graph, height, SIZES, centred=True)
    assert not overlapping(made)
    middles = [
        (made.boxes[column[0]].y + made.boxes[column[-1]].bottom) / 2 for column in (made.columns[0], made.columns[-1])
    ]
    assert all(abs(middle - made.height / 2) < SIZES.heading for middle in middles)


def test_nothing_has_a_place_too() -> None:
    made = lay_out(Graph((), ()), height, SIZES)
    assert not made.boxes
    assert made.height == 2 * SIZES.margin


KIND = st.sampled_from([kind for kinds in COLUMNS for kind in kinds])


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    made: list[tuple[Kind, str]] = draw(st.lists(st.tuples(KIND, st.sampled_from("abc")), max_size=25))
    nodes = tuple(
        Node(str(n), kind, part, Text("x" * draw(st.integers(0, 90)), "")) for n, (kind, part) in enumerate(made)
    )
    pairs = list(combinations(range(len(nodes)), 2)) or [(0, 0)]
    chosen = draw(st.sets(st.sampled_from(pairs), max_size=30)) if nodes and len(nodes) > 1 else set()
    return Graph(nodes, tuple(Edge(str(one), str(other), ours=True) for one, other in sorted(chosen)))


@given(graphs(), st.integers(1, 4), st.booleans())
def test_whatever_is_linked_nothing_overlaps(graph: Graph, lanes: int, centred: bool) -> None:
    sizes = MapSizes(SIZES.widths, 40, lanes, 12, 6, 28, 14, 20)
    made = lay_out(graph, height, sizes, centred=centred)
    assert set(made.boxes) == {node.id for node in graph.nodes}
    assert sorted(node for column in made.columns for node in column) == sorted(made.boxes)
    assert not overlapping(made)
    assert lay_out(graph, height, sizes, centred=centred) == made
