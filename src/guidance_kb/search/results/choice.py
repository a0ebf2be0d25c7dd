"""The user's choice in addition to the query: filters, removed additions, and the order."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a window starts without a choice
    from guidance_kb.search.query.plan import Addition, Field


class SortOrder(StrEnum):
    """The order of the hits."""

    RELEVANCE = "relevance"
    SECTION = "section"
    """Report order."""


@dataclass(frozen=True, slots=True)
class SearchChoice:
    """A choice, which narrows and orders the answer to any query.

    Attributes:
        facets: Fields with ids of values: alternatives within a field, all of the fields.
        removed: Additions to this query that are not wanted.
        order: The order of the hits.
    """

    facets: "frozenset[tuple[Field, str]]" = frozenset()
    removed: "frozenset[Addition]" = frozenset()
    order: SortOrder = SortOrder.RELEVANCE

    def toggled(self, field: "Field", value: str) -> "SearchChoice":
        """Return the choice with a value of a filter added, or removed if it was chosen."""
        return replace(self, facets=self.facets ^ {(field, value)})

    def unfiltered(self) -> "SearchChoice":
        """Return the choice without filters."""
        return replace(self, facets=frozenset())

    def without(self, addition: "Addition") -> "SearchChoice":
        """Return the choice with one more addition removed."""
        return replace(self, removed=self.removed | {addition})

    def restored(self) -> "SearchChoice":
        """Return the choice with all additions restored."""
        return replace(self, removed=frozenset())
