"""The answer to a query, and why it is the answer: the explanation of the search in one line and the reasons of a hit."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from guidance_kb.knowledge.model import Kind
from guidance_kb.knowledge.names import KINDS
from guidance_kb.language import Language, Text
from guidance_kb.search.index.occurrences import Occurrence
from guidance_kb.search.language.folding import Range
from guidance_kb.search.query.plan import FIELD_NAMES, Closeness, Field, Mode, Plan, PlanFilter, Term, Value, ViewOffer
from guidance_kb.search.ranking.score import FoundEntry
from guidance_kb.search.results.choice import SearchChoice, SortOrder
from guidance_kb.search.results.excerpt import Excerpt

# --- Reasons of a hit


_TITLE: Final = Text("titel", "title")
_KEYWORD: Final = Text("trefwoord", "keyword")
_TEXT: Final = Text("in de tekst", "in the text")
_NEAR: Final = Text("hoort bij: {}", "goes with: {}")
_SAID: Final = Text("zo gezegd: {}", "people say: {}")
_WORDED: Final = Text("past bij hoe mensen dit zeggen", "fits how people say this")
_FORM: Final = Text("vorm van {}", "form of {}")
_BEGINS: Final = Text("begint met {}", "begins with {}")
_WHY_ALSO: Final = Text("ook: {}", "also: {}")
_COMPOUND: Final = Text("deel van {}", "part of {}")
_WHY_PARTS: Final = Text("delen: {}", "parts: {}")
_PART: Final = Text("deel: {}", "part: {}")
_SHARE: Final = Text("{} van {} woorden", "{} of {} words")
_IN_DUTCH: Final = Text("Nederlandse tekst", "Dutch text")
_IN_ENGLISH: Final = Text("Engelse tekst", "English text")
_REASONS: Final = {
    Closeness.STEM: _FORM,
    Closeness.PREFIX: _BEGINS,
    Closeness.SYNONYM: _WHY_ALSO,
    Closeness.COMPOUND: _COMPOUND,
    Closeness.PARTS: _WHY_PARTS,
    Closeness.PART: _PART,
}

_NEAREST: Final = {closeness: rank for rank, closeness in enumerate(Closeness)}


def why(plan: Plan, found: FoundEntry, lang: Language, language: Language) -> tuple[str, ...]:
    """Return the reasons in `language` for a document whose text is in `lang`, the strongest first."""
    return tuple(dict.fromkeys(_reasons(plan, found, lang, language)))


def said(phrasing: str, language: Language) -> str:
    """Return the reason for a document with a phrasing similar to the query."""
    return _SAID.say(language).format(phrasing)


def near(title: str, language: Language) -> str:
    """Return the reason for a document that is only linked to another hit, with the title of that hit."""
    return _NEAR.say(language).format(title)


def of_kind(kind: Kind, language: Language) -> str:
    """Return the reason for a document without a word of the query: the query names its kind or its country."""
    return f"{FIELD_NAMES[Field.KIND].say(language)}: {KINDS[kind].say(language)}"


def _reasons(plan: Plan, found: FoundEntry, lang: Language, language: Language) -> Iterator[str]:
    if found.title:
        yield _TITLE.say(language)
    elif found.keywords:
        yield _KEYWORD.say(language)
    elif found.body:
        yield _TEXT.say(language)
    elif found.phrasings or found.by_speech:
        yield _WORDED.say(language)
    nearest = {**_nearest((*found.keywords, *found.body, *found.phrasings)), **_nearest(found.title)}
    if plan.any_word:
        yield _SHARE.say(language).format(len(nearest), len(plan.clauses))
    for clause in sorted(nearest):
        at = nearest[clause]
        reason = _REASONS.get(at.closeness)
        if reason is not None:
            texts = at.label or " / ".join(" ".join(term.text.split()) for term in plan.clauses[clause])
            yield reason.say(language).format(texts)
    if lang is not language:
        yield (_IN_DUTCH if lang is Language.NL else _IN_ENGLISH).say(language)


def _nearest(occurrences: Sequence[Occurrence]) -> dict[int, Occurrence]:
    nearest: dict[int, Occurrence] = {}
    for at in occurrences:
        known = nearest.get(at.clause)
        if known is None or _NEAREST[at.closeness] < _NEAREST[known.closeness]:
            nearest[at.clause] = at
    return nearest


SHOWN: Final = 4
"""Maximum number of synonyms or compounds of a term in the line; the plan has them all."""

_NOT_MENTIONED: Final = Text("De kennis noemt {} niet.", "The knowledge does not mention {}.")
CLOSEST: Final = Text("Dit komt het dichtst in de buurt.", "This comes closest.")
"""What follows that sentence where other words of the query found something."""

_AND: Final = Text(" en ", " and ")
_OR: Final = Text(" of ", " or ")
_ALSO: Final = Text("ook", "also")
_TYPED: Final = Text("u typte {}", "you typed {}")
_COMPOUNDS: Final = Text("deel van", "part of")
_PARTS: Final = Text("delen", "parts")
_WITHOUT: Final = Text("zonder", "without")
_ANY: Final = Text("één van: ", "any of: ")
_THEN: Final = Text("daarna wat een deel van deze woorden heeft", "then what has some of these words")
_UNKNOWN: Final = Text("onbekend", "unknown")


def explanation(plan: Plan, language: Language) -> str:
    """Return the search of `plan` as one line in `language`; empty if there is nothing to search."""
    clauses = [_OR.say(language).join(_term(term, language) for term in clause) for clause in plan.clauses]
    if plan.mode is Mode.ANY:
        line = _ANY.say(language) + ", ".join(clauses)
    else:
        several = len(clauses) > 1
        line = _AND.say(language).join(
            f"({text})" if several and len(clause) > 1 else text
            for text, clause in zip(clauses, plan.clauses, strict=True)
        )
    parts = [line] if line else []
    if plan.mode is Mode.FEW:
        parts.append(_THEN.say(language))
    if plan.excluded:
        parts.append(f"{_WITHOUT.say(language)} " + _OR.say(language).join(_quoted(term) for term in plan.excluded))
    parts += [_filter(condition, language) for condition in plan.filters]
    parts += [f"{value} ({_UNKNOWN.say(language)})" for value in plan.unknown]
    return "; ".join(parts)


def _quoted(term: Term) -> str:
    text = " ".join(term.text.split())
    return f"“{text}”" if term.phrase else text + ("*" if term.starred else "")


def _term(term: Term, language: Language) -> str:
    synonyms = dict.fromkeys(label for expansion in term.expansions for label in expansion.labels(language))
    notes = [_TYPED.say(language).format(term.typed)] if term.typed else []
    notes += _note(_ALSO.say(language), list(synonyms))
    notes += _note(_COMPOUNDS.say(language), _labels(term, Closeness.COMPOUND))
    notes += _note(_PARTS.say(language), _labels(term, Closeness.PARTS))
    return f"{_quoted(term)} ({'; '.join(notes)})" if notes else _quoted(term)


def _labels(term: Term, closeness: Closeness) -> list[str]:
    """Return the labels of the Dutch patterns, the only ones that have compounds."""
    return [pattern.label for pattern in term.nl if pattern.closeness is closeness]


def _note(name: str, labels: Sequence[str]) -> list[str]:
    if not labels:
        return []
    more = ", …" if len(labels) > SHOWN else ""
    return [f"{name}: {', '.join(labels[:SHOWN])}{more}"]


def _filter(condition: PlanFilter, language: Language) -> str:
    names = _OR.say(language).join(value.name.say(language) for value in condition.values)
    text = f"{FIELD_NAMES[condition.field].say(language)}: {names}"
    return f"{_WITHOUT.say(language)} {text}" if condition.excluded else text


SAYABLE: Final[tuple[Kind, ...]] = ("barrier", "drive", "need", "item")
"""The kinds of documents with a sentence to say in a conversation."""


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
        listed: The kind that the query names and nothing else; all of it goes first. None for any other query.
        view: The view of the window that the query asks for, if it does.
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
    listed: Kind | None = None
    view: ViewOffer | None = None

    @property
    def to_say(self) -> Hit | None:
        """The first hit, if it has something to say in a conversation and the hits are in order of relevance to a query."""
        first = self.hits[0] if self.hits and self.plan.clauses else None
        by_fit = self.choice.order is not SortOrder.SECTION and self.listed is None
        return first if first and by_fit and first.kind in SAYABLE else None

    @property
    def fallback(self) -> bool:
        """Whether any of the words sufficed, because no document has them all."""
        return self.plan.mode is Mode.ANY and bool(self.counts)

    def unknown_words(self, language: Language) -> str:
        """Return the sentence that names the words of the query that the knowledge does not have; empty without any."""
        words = _OR.say(language).join(self.missing)
        return _NOT_MENTIONED.say(language).format(words) if words else ""

    @property
    def total(self) -> int:
        """The number of documents found of all kinds."""
        return sum(self.counts.values())

    def explanation(self, language: Language) -> str:
        """Return the interpretation of the query as one line in `language`."""
        return explanation(self.plan, language)
