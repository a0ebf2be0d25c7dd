"""The checklist of one version: its headings, its items, and which items point to which barrier, drive or need."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Evidence, Item, ItemTheme


@dataclass(frozen=True)
class Checklist:
    """The items in the order of the conversation; drives and needs stand before barriers.

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
        """The checklist that the knowledge database holds."""
        return cls(
            library.meta["checklist"],
            library.item_themes,
            library.items,
            tuple(library.drives),
            tuple(library.barriers),
        )

    @cached_property
    def evidence(self) -> Mapping[str, tuple[tuple[Item, Evidence], ...]]:
        """For every drive, need and barrier, in this order, the pieces of evidence that can raise it, in the order of the items."""
        found: dict[str, tuple[tuple[Item, Evidence], ...]] = dict.fromkeys((*self.drives, *self.barriers), ())
        for item in self.items.values():
            for evidence in item.evidence:
                found[evidence.target] = (*found[evidence.target], (item, evidence))
        return found

    def of_theme(self, theme: str) -> tuple[Item, ...]:
        """The items under one heading."""
        return tuple(item for item in self.items.values() if item.theme == theme)
