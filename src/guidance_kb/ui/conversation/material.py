"""What the knowledge holds on a barrier, drive or need: read from the library once, at the first unfolding of its card."""

from dataclasses import dataclass

from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Barrier, Drive, Entry


@dataclass(frozen=True, slots=True)
class Linked:
    """What is linked to one barrier, drive or need; the links that the report makes stand before ours.

    Attributes:
        practices: What other countries do.
        recommendations: What the report recommends.
        carriers: The ids of the drives and needs that may carry a barrier.
    """

    practices: tuple[Entry, ...]
    recommendations: tuple[Entry, ...]
    carriers: tuple[str, ...]


class Material:
    """Reads what cards show, and remembers it: the library does not change while the program runs."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._linked: dict[str, Linked] = {}

    def target(self, target: str) -> Barrier | Drive:
        """The barrier, drive or need with this id."""
        return self.library.barriers.get(target) or self.library.drives[target]

    def linked(self, target: str) -> Linked:
        """What is linked to a barrier, drive or need."""
        if target not in self._linked:
            links = self.library.links(target)
            inward = sorted((link for link in links if not link.outward), key=lambda link: link.ours)
            entries = self.library.entries(dict.fromkeys(link.id for link in inward))
            self._linked[target] = Linked(
                tuple(entry for entry in entries if entry.kind == "practice"),
                tuple(entry for entry in entries if entry.kind == "recommendation"),
                tuple(link.id for link in links if link.outward and link.type == "may_carry"),
            )
        return self._linked[target]

    def carrier(self, barrier: str, found: tuple[str, ...]) -> str | None:
        """The drive or need to use with a barrier: one found that may carry it, else any found, else None."""
        fitting = [drive for drive in self.linked(barrier).carriers if drive in found]
        return next(iter([*fitting, *found]), None)
