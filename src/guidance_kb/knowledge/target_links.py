"""Entries linked to a barrier, drive or need, read once when its card is first expanded."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Barrier, Drive, Entry


@dataclass(frozen=True, slots=True)
class Linked:
    """The entries linked to one barrier, drive or need; links made by the report come before ours.

    Attributes:
        practices: Practices of other countries.
        recommendations: Recommendations of the report.
        addresses: Local desks from a knowledge pack.
    """

    practices: tuple[Entry, ...]
    recommendations: tuple[Entry, ...]
    addresses: tuple[Entry, ...]


class TargetLinks:
    """A cache of the linked entries of signal cards, for the database that the library currently reads."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._linked: dict[tuple[Path, str], Linked] = {}

    def target(self, target: str) -> Barrier | Drive:
        """Return the barrier, drive or need with this id."""
        return self.library.barriers.get(target) or self.library.drives[target]

    def linked(self, target: str) -> Linked:
        """Return the entries linked to a barrier, drive or need."""
        key = (self.library.path, target)
        if key not in self._linked:
            links = self.library.links(target)
            inward = sorted((link for link in links if not link.outward), key=lambda link: link.ours)
            entries = self.library.entries(dict.fromkeys(link.id for link in inward))
            self._linked[key] = Linked(*(_of_kind(entries, kind) for kind in ("practice", "recommendation", "address")))
        return self._linked[key]


def _of_kind(entries: Iterable[Entry], kind: str) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.kind == kind)
