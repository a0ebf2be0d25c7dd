"""What the summary leads with: drives that may carry someone over a barrier (product.md, C7), and what is for the service to do (C12)."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from guidance_kb.conversation.signals import Signal, SignalLevel
from guidance_kb.conversation.verdicts import Judged, dismissed
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Barrier
from guidance_kb.language import Text


def may_carry(library: Library, barrier: str) -> tuple[str, ...]:
    """The ids of the drives and needs that a counselor may lean on when this barrier is there, in the order of the content."""
    linked = {link.id for link in library.links(barrier) if link.outward and link.type == "may_carry"}
    return tuple(drive for drive in library.drives if drive in linked)


def carrying(
    library: Library, barrier: str, signals: Iterable[Signal], verdicts: Mapping[str, Judged] | None = None
) -> tuple[str, ...]:
    """Those of `may_carry` that the answers point to and that were not set aside, in the order of the content; none if none was named."""
    raised = tuple(signals)
    found = {signal.target for signal in raised} - dismissed(verdicts or {}, raised)
    return tuple(drive for drive in may_carry(library, barrier) if drive in found)


class ServiceTask(NamedTuple):
    """What the service may do about something that stands in the way on its side: the barrier, its level, and the step."""

    barrier: Barrier
    level: SignalLevel
    step: Text


def service_tasks(
    library: Library, signals: Iterable[Signal], verdicts: Mapping[str, Judged] | None = None
) -> tuple[ServiceTask, ...]:
    """The institutional barriers that the answers point to and that were not set aside, in the order of the signals."""
    raised = tuple(signals)
    aside = dismissed(verdicts or {}, raised)
    found = (
        (library.barriers[each.target], each.level)
        for each in raised
        if each.target in library.barriers and each.target not in aside
    )
    return tuple(
        ServiceTask(barrier, level, Text(barrier.nl.step_service, barrier.en.step_service))
        for barrier, level in found
        if barrier.category == "institutional"
    )
