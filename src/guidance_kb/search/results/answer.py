"""The answer to a query."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from guidance_kb.knowledge.model import Kind
from guidance_kb.language import Language
from guidance_kb.search.language.folding import Range
from guidance_kb.search.query.plan import Field, Mode, Plan, Value
from guidance_kb.search.results.choice import SearchChoice
from guidance_kb.search.results.excerpt import Excerpt
from guidance_kb.search.results.explanation import explanation


@dataclass(frozen=True, slots=True)
class Count:
    """A value of a filter: the number of documents it would leave, and whether it is chosen."""

    value: Value
    count: int
    chosen: bool


@dataclass(frozen=True)
class Hit:
    """A document that was found; `hits.FoundHit` computes the last three attributes on first access.

    Attributes:
        id: The id of the entry, barrier, drive, need or item.
        kind: `finding`, `practice`, `recommendation`, `persona`, `method`, `barrier`, `drive`, `need`, `item` or `help`.
        title: In the language `lang`, as are the other texts.
        section: Its section in the report.
        country: The country's id; empty if it is about no country.
        lang: The requested language.
        found_in: The language of the matching text: the requested one if that matched. There are no highlights if it is the other.
        score: Higher is better; comparable only within one answer.
        why: Short reasons in the requested language, the strongest first.
        excerpt: The part of the body that shows the match best.
        title_marks: Ranges to highlight in the title.
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
    """An answer with its hits and counts.

    Attributes:
        plan: The interpretation of the query; also used for the highlights in an opened entry.
        choice: The user's choice in addition to the query.
        hits: The best first, or in report order.
        counts: The number of documents found of each kind, whatever kinds were requested.
        facets: Every value of every filter, with the number of documents it would leave.
        unfiltered: The number of documents found before the chosen filters.
        missing: Words of the query that no document has, if not all words were found together.
        nearest: If nothing was found: queries for the nearest topics, the nearest first.
        suggestion: A query that finds more, if few documents were found and a word looks misspelled; empty if there is none.
        helped: The interpretation of the query for the help, if it has hits; used for the highlights in help articles.
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
        """Whether any of the words sufficed, because no document has them all."""
        return self.plan.mode is Mode.ANY and bool(self.counts)

    @property
    def total(self) -> int:
        """The number of documents found of all kinds."""
        return sum(self.counts.values())

    def explanation(self, language: Language) -> str:
        """Return the interpretation of the query as one line in `language`."""
        return explanation(self.plan, language)
