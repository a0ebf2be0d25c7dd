"""The plan: what a query was taken to mean, as a value that can be printed, compared and explained.

The MATCH text (`match`), the marks (`marks`), the ranking (`ranking`) and the line that says what was searched
(`explanation`) all come from the plan and from nothing else.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, NamedTuple

from guidance_kb.knowledge.names import KINDS
from guidance_kb.language import Language, Text

ANYWHERE: Final = -1
"""`Pattern.spread` of words that may stand anywhere in a document."""


class Closeness(StrEnum):
    """How near a found word is to the word that was typed, the nearest first."""

    EXACT = "exact"
    STEM = "stem"
    PREFIX = "prefix"
    SYNONYM = "synonym"
    COMPOUND = "compound"
    """A compound that has the word as a part: kinderopvang for opvang."""
    PARTS = "parts"
    """All parts of a compound, near each other: les and taal for taalles."""
    PART = "part"
    """One part of a compound: les for taalles."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way in which a term may stand in a text.

    Attributes:
        closeness: How near this is to what was typed.
        words: Stems when `stemmed`, folded words otherwise.
        stemmed: Whether the words are stems.
        prefix: Whether the last word is a beginning of words.
        spread: How many other words may stand between them: 0 is a phrase (in this order), more is any order nearby,
            `ANYWHERE` is no limit.
        label: The synonym as the thesaurus writes it, or the compound, or the parts; empty for the term itself.
        share: Of a part: how much of what the compound says it says, 0 to 1. The parts of one compound make 1.
    """

    closeness: Closeness
    words: tuple[str, ...]
    stemmed: bool
    prefix: bool = False
    spread: int = 0
    label: str = ""
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Expansion:
    """The other labels of a concept that a term names; those that add nothing to the term are left out."""

    concept: str
    nl: tuple[str, ...]
    en: tuple[str, ...]

    def labels(self, language: Language) -> tuple[str, ...]:
        """Returns the labels that are searched too, in `language`."""
        return self.nl if language is Language.NL else self.en

    def without(self, term: str, removed: frozenset["Addition"]) -> "Expansion":
        """Returns the expansion of `term` without the labels that the reader took away."""
        nl, en = (
            tuple(label for label in labels if Addition(term, label) not in removed) for labels in (self.nl, self.en)
        )
        return replace(self, nl=nl, en=en)


class Addition(NamedTuple):
    """What the plan adds to a term of its own accord, and the reader may take away: a synonym, a compound, or parts.

    Attributes:
        term: The term as it was typed.
        label: The synonym, the compound or the parts.
    """

    term: str
    label: str


ADDED: Final = (Closeness.SYNONYM, Closeness.COMPOUND, Closeness.PARTS)
"""The ways of being found that are additions."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word, phrase or named concept of the query.

    Attributes:
        text: As it was typed, or as it was corrected.
        nl: The patterns in Dutch text.
        en: The patterns in English text.
        phrase: Whether it was typed between quotation marks.
        prefix: Whether longer words that begin with it count too.
        starred: Whether only beginnings count (`opvang*`), rather than also beginnings because the word is being typed.
        expansions: What the thesaurus adds.
        parts: Each part of a Dutch compound, for when no document holds the term.
        typed: What was typed, when it was corrected.
    """

    text: str
    nl: tuple[Pattern, ...]
    en: tuple[Pattern, ...]
    phrase: bool = False
    prefix: bool = False
    starred: bool = False
    expansions: tuple[Expansion, ...] = ()
    parts: tuple[Pattern, ...] = ()
    typed: str = ""

    def patterns(self, language: Language) -> tuple[Pattern, ...]:
        """Returns the ways in which the term may stand in a text in `language`."""
        return self.nl if language is Language.NL else self.en

    def additions(self, language: Language) -> dict[Addition, Closeness]:
        """Returns what is added in `language`, in the order of searching."""
        return {
            Addition(self.text, pattern.label): pattern.closeness
            for pattern in self.patterns(language)
            if pattern.closeness in ADDED
        }

    def widened(self) -> "Term":
        """Returns the term that is also found by a part of it."""
        return replace(self, nl=self.nl + self.parts, parts=())

    def without(self, removed: frozenset[Addition]) -> "Term":
        """Returns the term without what the reader took away; without its parts together it is not found by one part either."""
        term = self.keeping(
            lambda pattern: pattern.closeness not in ADDED or Addition(self.text, pattern.label) not in removed
        )
        split = any(pattern.closeness is Closeness.PARTS for pattern in term.nl)
        expansions = tuple(expansion.without(self.text, removed) for expansion in self.expansions)
        return replace(term, expansions=expansions, parts=self.parts if split else ())

    def keeping(self, keep: Callable[[Pattern], bool]) -> "Term":
        """Returns the term with the patterns that `keep` agrees to."""
        nl, en, parts = (tuple(filter(keep, patterns)) for patterns in (self.nl, self.en, self.parts))
        return replace(self, nl=nl, en=en, parts=parts)


Clause = tuple[Term, ...]
"""Terms of which one is enough."""


class Field(StrEnum):
    """What a query may filter on (`land:ierland`)."""

    KIND = "kind"
    COUNTRY = "country"
    CATEGORY = "category"
    """The kind of barrier: dispositional, situational, institutional."""
    BARRIER = "barrier"
    DRIVE = "drive"
    THEME = "theme"


FIELD_NAMES: Final[Mapping[Field, Text]] = {
    Field.KIND: Text("soort", "kind"),
    Field.COUNTRY: Text("land", "country"),
    Field.THEME: Text("thema", "theme"),
    Field.CATEGORY: Text("soort belemmering", "kind of barrier"),
    Field.BARRIER: KINDS["barrier"],
    Field.DRIVE: KINDS["drive"],
}


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a filter: its id and its name."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True)
class PlanFilter:
    """A condition on the documents: one of the values, or none of them when `excluded`."""

    field: Field
    values: tuple[Value, ...]
    excluded: bool = False


class Mode(StrEnum):
    """How many of the clauses a document needs."""

    ALL = "all"
    FEW = "few"
    """Few documents have all, so those with some follow."""
    ANY = "any"
    """No document has all: the fallback."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A word that stands nowhere, and the word that was searched instead."""

    typed: str
    meant: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What a query means.

    Attributes:
        query: As it was typed.
        clauses: Each has to be found, or any of them when `any_word`.
        excluded: Terms that may not occur.
        filters: Conditions on the documents.
        unknown: Filters whose value does not exist (`land:atlantis`); they are not applied.
        ignored: Words that were left out because they say little.
        mode: Whether all clauses have to be found, or what else was done.
        corrections: The words that were taken for typing errors, because they stand nowhere.
        removed: The additions that the reader took away, of those that there would be.
        nl: The stems of all that was typed, small words too, as Dutch; empty when it is more than plain words.
        en: The same as English.
    """

    query: str
    clauses: tuple[Clause, ...] = ()
    excluded: tuple[Term, ...] = ()
    filters: tuple[PlanFilter, ...] = ()
    unknown: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    mode: Mode = Mode.ALL
    corrections: tuple[Correction, ...] = ()
    removed: tuple[Addition, ...] = ()
    nl: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    @property
    def any_word(self) -> bool:
        """Whether one clause is enough for a document to be found."""
        return self.mode is not Mode.ALL

    @property
    def empty(self) -> bool:
        """Whether there is nothing to search for."""
        return not self.clauses and not self.filters

    @property
    def exact_query(self) -> str:
        """The query that searches for exactly what was typed: with the corrected words between quotation marks."""
        query = self.query
        for correction in self.corrections:
            query = replace_word(query, correction.typed, f'"{correction.typed}"')
        return query

    def said(self, language: Language) -> tuple[str, ...]:
        """Returns the stems of all that was typed, to be compared with phrasings in `language`."""
        return self.nl if language is Language.NL else self.en

    def additions(self, language: Language) -> dict[Addition, Closeness]:
        """Returns what is added to the terms in `language`, in the order of searching."""
        terms = (term for clause in self.clauses for term in clause)
        return {addition: close for term in terms for addition, close in term.additions(language).items()}

    def without(self, removed: frozenset[Addition]) -> "Plan":
        """Returns the plan without these additions."""
        there = [addition for language in Language for addition in self.additions(language) if addition in removed]
        if not there:
            return self
        return replace(self.each(lambda term: term.without(removed)), removed=tuple(dict.fromkeys(there)))

    def each(self, change: Callable[[Term], Term]) -> "Plan":
        """Returns the plan with every term changed."""
        return replace(self, clauses=tuple(tuple(map(change, clause)) for clause in self.clauses))

    def widened(self, mode: Mode) -> "Plan":
        """Returns the plan that is met by some of its clauses; when nothing holds all of them, by parts of compounds too."""
        plan = self.each(Term.widened) if mode is Mode.ANY else self
        return replace(plan, mode=mode if len(self.clauses) > 1 else Mode.ALL)


def replace_word(query: str, word: str, other: str) -> str:
    """Returns `query` with `other` for each `word` that stands by itself."""
    return re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", lambda _: other, query)
