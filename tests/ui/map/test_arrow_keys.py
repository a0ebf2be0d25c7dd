"""The arrow keys on the map."""

import pytest

from guidance_kb.knowledge.library import Library
from guidance_kb.ui.map.layout import Layout, Way, lay_out, walk
from guidance_kb.ui.map.view import arranged
from tests.ui.map.test_layout import SIZES, height


@pytest.fixture
def made(library: Library) -> Layout:
    return lay_out(arranged(library.graph(), library), height, SIZES)


def column_of(made: Layout, node: str) -> int:
    return next(number for number, column in enumerate(made.columns) if node in column)


def test_up_and_down_go_through_a_column_and_stop_at_its_ends(made: Layout) -> None:
    column = made.columns[1]
    here = column[0]
    gone = [here]
    for _ in column:
        here = walk(made, here, Way.DOWN, (), made.boxes) or ""
        gone.append(here)
    assert gone == [*column, column[-1]]
    assert walk(made, column[0], Way.UP, (), made.boxes) == column[0]
    assert walk(made, column[5], Way.FIRST, (), made.boxes) == column[0]
    assert walk(made, column[5], Way.LAST, (), made.boxes) == column[-1]


def test_left_and_right_follow_the_links_to_the_nearest(made: Layout, library: Library) -> None:
    links = library.graph().links()
    for node, to in links.items():
        for way in (Way.LEFT, Way.RIGHT):
            there = walk(made, node, way, to, made.boxes)
            side = -1 if way is Way.LEFT else 1
            wanted = {other for other in to if side * (column_of(made, other) - column_of(made, node)) > 0}
            assert there is not None
            if wanted:
                assert there in wanted
                beside = min(abs(column_of(made, other) - column_of(made, node)) for other in wanted)
                assert abs(column_of(made, there) - column_of(made, node)) == beside


def test_without_a_link_the_nearest_of_the_next_column_is_gone_to(made: Layout) -> None:
    here = made.columns[1][-1]
    there = walk(made, here, Way.LEFT, (), made.boxes)
    down = made.boxes[here].middle
    assert there == min(made.columns[0], key=lambda node: abs(made.boxes[node].middle - down))


def test_at_the_edges_it_stays(made: Layout) -> None:
    assert walk(made, made.columns[0][0], Way.LEFT, made.boxes, made.boxes) == made.columns[0][0]
    assert walk(made, made.columns[-1][0], Way.RIGHT, made.boxes, made.boxes) == made.columns[-1][0]


def test_every_thing_can_be_reached_from_the_first(made: Layout, library: Library) -> None:
    links = library.graph().links()
    reached, ahead = set[str](), [walk(made, None, Way.DOWN, (), made.boxes)]
    while ahead:
        here = ahead.pop()
        if here is not None and here not in reached:
            reached.add(here)
            ahead += [walk(made, here, way, links[here], made.boxes) for way in Way]
    assert reached == set(made.boxes)


def test_what_is_not_shown_is_stepped_over(made: Layout) -> None:
    column = made.columns[1]
    shown = [*column[::2], made.columns[0][1]]
    assert walk(made, column[0], Way.DOWN, (), shown) == column[2]
    assert walk(made, column[0], Way.LEFT, made.columns[0], shown) == made.columns[0][1]
    assert walk(made, column[1], Way.DOWN, (), shown) == made.columns[0][1]
    assert walk(made, column[0], Way.DOWN, (), ()) is None
