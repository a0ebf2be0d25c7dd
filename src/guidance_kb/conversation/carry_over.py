"""Lead of the summary: drives that may carry someone over a barrier (product.md, C7), and tasks for the service (C12)."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from guidance_kb.conversation.signals import Signal, SignalLevel
from guidance_kb.conversation.verdicts import Judged, dismissed
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Barrier
from guidance_kb.language import Text


def may_carry(library: Library, barrier: str) -> tuple[str, ...]:
    """Return the ids of the drives and needs that the content links to a barrier by `may_carry`, in the order of the content."""
    linked = {link.id for link in library.links(barrier) if link.outward and link.type == "may_carry"}
    return tuple(drive for drive in library.drives if drive in linked)


def carrying(
    library: Library, barrier: str, signals: Iterable[Signal], verdicts: Mapping[str, Judged] | None = None
) -> tuple[str, ...]:
    """Return those of `may_carry` that have a signal which was not dismissed, in the order of the content."""
    raised = tuple(signals)
    found = {signal.target for signal in raised} - dismissed(verdicts or {}, raised)
    return tuple(drive for drive in may_carry(library, barrier) if drive in found)


class ServiceTask(NamedTuple):
    """A step that the service may take about an institutional barrier, with the level of its signal."""

    barrier: Barrier
    level: SignalLevel
    step: Text


def service_tasks(
    library: Library, signals: Iterable[Signal], verdicts: Mapping[str, Judged] | None = None
) -> tuple[ServiceTask, ...]:
    """Return tasks for the institutional barriers that have a signal which was not dismissed, in the order of the signals."""
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
