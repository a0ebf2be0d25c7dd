"""Hits that work out what is shown of them when it is first looked at: most hits of an answer stand below the window."""

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
    """Where a hit comes from.

    Attributes:
        plan: What was searched.
        found: What of it stands in the text that was found.
        language: The language asked: that of the texts and of the reasons.
        said: The phrasing of the document that is like the query, if there is one.
        beside: The title of the hit that it only comes with, if it does.
    """

    plan: Plan
    found: FoundEntry
    language: Language
    said: str
    beside: str


class FoundHit(Hit):
    """A hit of a search. It keeps what it needs, and asks no database."""

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
        """Why it was found."""
        plan, found, language, phrasing, beside = self._origin
        if beside:
            return (near(beside, language),)
        reasons = why(plan, found, self.found_in, language)
        return (said(phrasing, language), *reasons) if phrasing else reasons

    @cached_property
    def excerpt(self) -> Excerpt:
        """The piece of the body that shows it best."""
        return excerpt(self._body, self._marks(self._body, self._origin.found.body))

    @cached_property
    def title_marks(self) -> tuple[Range, ...]:
        """Ranges to mark in the title."""
        return tuple(self._marks(self.title, self._origin.found.title))

    def _marks(self, text: str, found: Sequence[Occurrence]) -> list[Range]:
        """The ranges to mark; none where the words stand in the text of the other language only."""
        return marks_at(text, found) if self.found_in is self.lang else []
