"""What holds for the checklist as a whole: what evidence points to, and which question comes after which."""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from guidance_kb.knowledge.authoring.content import Content
from guidance_kb.knowledge.authoring.models import Item
from guidance_kb.knowledge.authoring.problems import Problem
from guidance_kb.language import Text

_Fault = tuple[Item, str, Text]
"""An item, the field, and what is expected of it."""


def check(content: Content) -> Iterator[Problem]:
    """Yields what is wrong with the items; a link to what is not there is passed over, `checks` tells of it."""
    for rule in (_evidence, _opening, _circles):
        for item, field, expected in rule(content):
            yield Problem(content.file_of(item), f"item {item.id}", field, expected)


def _evidence(content: Content) -> Iterator[_Fault]:
    for item in content.item:
        for evidence in item.evidence:
            if (evidence.barrier is None) == (evidence.drive is None):
                yield item, "evidence", _ONE_OF_TWO


def _opening(content: Content) -> Iterator[_Fault]:
    """An item of the ten-minute list is always there, and nothing opens it; every other one follows on something."""
    for item in content.item:
        if item.core == bool(item.opens_after):
            yield item, "opens_after", _CORE if item.core else _DEEPER


def _circles(content: Content) -> Iterator[_Fault]:
    """An item that could only be opened by itself would never open."""
    items = {item.id: item for item in content.item}
    sorter = TopologicalSorter({item.id: [name for name in item.opens_after if name in items] for item in content.item})
    try:
        sorter.prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        if len(circle) > 2:  # noqa: PLR2004 - one that names itself is told by `checks`
            yield items[min(circle)], "opens_after", _circle(circle)


def _circle(circle: list[str]) -> Text:
    found = " → ".join(circle)
    return Text(
        f"deze vragen openen elkaar in een kring: {found}", f"these questions open each other in a circle: {found}"
    )


_ONE_OF_TWO = Text(
    "verwacht: een belemmering of een drijfveer, een van beide", "expected a barrier or a drive, one of the two"
)
_DEEPER = Text(
    "verwacht: ten minste één vraag waarna deze zin heeft",
    "expected at least one item after which this one is worthwhile",
)
_CORE = Text(
    "een vraag van de kernlijst staat er altijd: niets hoeft haar te openen",
    "an item of the ten-minute list is always there: nothing opens it",
)
