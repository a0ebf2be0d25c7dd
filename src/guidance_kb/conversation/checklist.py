"""The checklist of one version: its headings, its items, and the barrier, drive or need to which each item points."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Evidence, Item, ItemTheme


@dataclass(frozen=True)
class Checklist:
    """The items in the order of the conversation; drives and needs come before barriers.

    Attributes:
        version: The version, as stored with a session (`2026.1`).
        drives: The ids of every drive and need, in the order of the content.
        barriers: The ids of every barrier, in the order of the content.
    """

    version: str
    themes: Mapping[str, ItemTheme]
    items: Mapping[str, Item]
    drives: tuple[str, ...]
    barriers: tuple[str, ...]

    @classmethod
    def of(cls, library: Library) -> "Checklist":
        """Return the checklist of the knowledge database."""
        return cls(
            library.meta["checklist"],
            library.item_themes,
            library.items,
            tuple(library.drives),
            tuple(library.barriers),
        )

    @cached_property
    def evidence(self) -> Mapping[str, tuple[tuple[Item, Evidence], ...]]:
        """The evidence that can raise each drive, need and barrier: the keys in this order, the evidence in the order of the items."""
        found: dict[str, tuple[tuple[Item, Evidence], ...]] = dict.fromkeys((*self.drives, *self.barriers), ())
        for item in self.items.values():
            for evidence in item.evidence:
                found[evidence.target] = (*found[evidence.target], (item, evidence))
        return found

    def of_theme(self, theme: str) -> tuple[Item, ...]:
        """Return the items under one heading."""
        return tuple(item for item in self.items.values() if item.theme == theme)
