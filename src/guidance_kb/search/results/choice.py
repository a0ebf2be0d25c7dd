"""What the reader chose beside the query: filters, additions taken away, and the order."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a window starts with no choice made
    from guidance_kb.search.query.plan import Addition, Field


class SortOrder(StrEnum):
    """The order of the hits."""

    RELEVANCE = "relevance"
    SECTION = "section"
    """As in the report."""


@dataclass(frozen=True, slots=True)
class SearchChoice:
    """A choice, which narrows and orders the answer to any query.

    Attributes:
        facets: Fields with ids of values: any of the values of a field, and all of the fields.
        removed: Additions to this very query that are not wanted.
        order: The order of the hits.
    """

    facets: "frozenset[tuple[Field, str]]" = frozenset()
    removed: "frozenset[Addition]" = frozenset()
    order: SortOrder = SortOrder.RELEVANCE

    def toggled(self, field: "Field", value: str) -> "SearchChoice":
        """Returns the choice with a value of a filter put on, or off where it was on."""
        return replace(self, facets=self.facets ^ {(field, value)})

    def unfiltered(self) -> "SearchChoice":
        """Returns the choice without filters."""
        return replace(self, facets=frozenset())

    def without(self, addition: "Addition") -> "SearchChoice":
        """Returns the choice with one more addition taken away."""
        return replace(self, removed=self.removed | {addition})

    def restored(self) -> "SearchChoice":
        """Returns the choice with all additions back."""
        return replace(self, removed=frozenset())
