"""Hits that compute their texts on first access, because most hits of an answer are never scrolled into view."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from guidance_kb.language import Language
from guidance_kb.search.index.lookup import DocumentRow
from guidance_kb.search.index.occurrences import Occurrence
from guidance_kb.search.language.folding import Range
from guidance_kb.search.query.plan import Plan
from guidance_kb.search.ranking.ranking import FoundEntry
from guidance_kb.search.results.answer import Hit
from guidance_kb.search.results.excerpt import Excerpt, excerpt, marks_at
from guidance_kb.search.results.explanation import near, said, why


class Origin(NamedTuple):
    """The data from which a hit computes its texts.

    Attributes:
        plan: The plan of the search.
        found: The occurrences in the document.
        language: The requested language of texts and reasons.
        said: The phrasing of the document that is similar to the query, if there is one.
        beside: The title of the hit that it is linked to, if nothing in it matched.
    """

    plan: Plan
    found: FoundEntry
    language: Language
    said: str
    beside: str


class FoundHit(Hit):
    """A hit with the data for its texts, so that it needs no database access."""

    _body: str
    _origin: Origin

    def __init__(self, row: DocumentRow, found_in: Language, score: float, origin: Origin) -> None:
        self.__dict__.update(
            id=row.id,
            kind=row.kind,
            title=row.title,
            section=row.section,
            country=row.country,
            lang=origin.language,
            found_in=found_in,
            score=score,
            _body=row.body,
            _origin=origin,
        )

    @cached_property
    def why(self) -> tuple[str, ...]:
        """The reasons why it was found."""
        plan, found, language, phrasing, beside = self._origin
        if beside:
            return (near(beside, language),)
        reasons = why(plan, found, self.found_in, language)
        return (said(phrasing, language), *reasons) if phrasing else reasons

    @cached_property
    def excerpt(self) -> Excerpt:
        """The part of the body that shows the match best."""
        return excerpt(self._body, self._marks(self._body, self._origin.found.body))

    @cached_property
    def title_marks(self) -> tuple[Range, ...]:
        """Ranges to highlight in the title."""
        return tuple(self._marks(self.title, self._origin.found.title))

    def _marks(self, text: str, found: Sequence[Occurrence]) -> list[Range]:
        """Return the ranges to highlight; none if only the text in the other language matched."""
        return marks_at(text, found) if self.found_in is self.lang else []
