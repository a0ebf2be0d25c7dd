"""Where the arrow keys go on the map: within a column, and along the links to the next. Pure: no Qt."""

from collections.abc import Iterable
from enum import Enum

from guidance_kb.ui.map.layout import Layout


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
