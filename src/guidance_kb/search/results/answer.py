"""What a search gives back."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from guidance_kb.knowledge.model import Kind
from guidance_kb.language import Language
from guidance_kb.search.language.folding import Range
from guidance_kb.search.query.plan import Field, Mode, Plan
from guidance_kb.search.ranking.facets import Count
from guidance_kb.search.results.choice import SearchChoice
from guidance_kb.search.results.excerpt import Excerpt
from guidance_kb.search.results.explanation import explanation


@dataclass(frozen=True)
class Hit:
    """A document that was found; `hits.FoundHit` works out the last three when they are first looked at.

    Attributes:
        id: Of the entry, barrier, drive, need or item.
        kind: `finding`, `practice`, `recommendation`, `persona`, `method`, `barrier`, `drive`, `need`, `item` or `help`.
        title: In the language `lang`, as all of it.
        section: Its place in the report.
        country: The country's id; empty when it is about no country.
        lang: The language asked.
        found_in: The language of the text that matched: the asked language where that did. Nothing is marked where it is the other.
        score: Higher is better; only to be compared within one answer.
        why: Short reasons in the asked language, the strongest first.
        excerpt: The piece of the body that shows it best.
        title_marks: Ranges to mark in the title.
    """

    id: str
    kind: Kind
    title: str
    section: str
    country: str
    lang: Language
    found_in: Language
    score: float
    why: tuple[str, ...]
    excerpt: Excerpt
    title_marks: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """The answer to a query.

    Attributes:
        plan: What the query was taken to mean; also makes the marks in an opened entry.
        choice: What the reader had chosen beside it.
        hits: The best first, or the first in the report.
        counts: How many were found of each kind, whatever kinds were asked for.
        facets: Every value of every filter, with how many it would leave.
        unfiltered: How many were found before the filters that were chosen beside the query.
        missing: Words of the query that stand nowhere, when not all words were found together.
        nearest: When nothing was found: queries for the nearest topics, the nearest first.
        suggestion: A query that finds more, when little was found and a word looks misspelled; empty when there is none.
        helped: What the query was taken to mean in the help, when something was found there; makes the marks in its articles.
    """

    plan: Plan
    choice: SearchChoice = field(default_factory=SearchChoice)
    hits: tuple[Hit, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    facets: Mapping[Field, tuple[Count, ...]] = field(default_factory=dict)
    unfiltered: int = 0
    missing: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()
    suggestion: str = ""
    helped: Plan | None = None

    @property
    def fallback(self) -> bool:
        """Whether any of the words was enough, because no document has them all."""
        return self.plan.mode is Mode.ANY and bool(self.counts)

    @property
    def total(self) -> int:
        """How many were found of all kinds."""
        return sum(self.counts.values())

    def explanation(self, language: Language) -> str:
        """Returns one line in `language` that says what was searched."""
        return explanation(self.plan, language)
