"""The query plan: the interpretation of a query, as a value that can be printed, compared and explained.

The MATCH text (`match`), the highlights (`marks`), the ranking (`ranking`) and the explanation of the search (`explanation`) all derive
from the plan alone.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, NamedTuple

from guidance_kb.knowledge.names import KINDS
from guidance_kb.language import Language, Text

ANYWHERE: Final = -1
"""`Pattern.spread` of words that may occur anywhere in a document."""


class Closeness(StrEnum):
    """How close a match is to the typed word, the closest first."""

    EXACT = "exact"
    STEM = "stem"
    PREFIX = "prefix"
    SYNONYM = "synonym"
    COMPOUND = "compound"
    """A compound that contains the word: kinderopvang for opvang."""
    PARTS = "parts"
    """All parts of a compound, near each other: les and taal for taalles."""
    PART = "part"
    """One part of a compound: les for taalles."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One form in which a term may occur in a text.

    Attributes:
        closeness: How close this form is to the typed word.
        words: Stems if `stemmed`, folded words otherwise.
        stemmed: Whether the words are stems.
        prefix: Whether the last word is a prefix.
        spread: The number of other words allowed between them: 0 is a phrase in this order, more is any order nearby, `ANYWHERE` is no
            limit.
        label: The synonym as written in the thesaurus, or the compound, or the parts; empty for the term itself.
        share: For a part: its share of the compound's meaning, 0 to 1. The shares of one compound sum to 1.
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
    """The other labels of a concept that a term names, without those that find nothing more than the term."""

    concept: str
    nl: tuple[str, ...]
    en: tuple[str, ...]

    def labels(self, language: Language) -> tuple[str, ...]:
        """Return the labels in `language` that are searched too."""
        return self.nl if language is Language.NL else self.en

    def without(self, term: str, removed: frozenset["Addition"]) -> "Expansion":
        """Return the expansion of `term` without the labels that the user removed."""
        nl, en = (
            tuple(label for label in labels if Addition(term, label) not in removed) for labels in (self.nl, self.en)
        )
        return replace(self, nl=nl, en=en)


class Addition(NamedTuple):
    """An addition to a term that the user may remove: a synonym, a compound, or parts.

    Attributes:
        term: The term as typed.
        label: The synonym, the compound or the parts.
    """

    term: str
    label: str


ADDED: Final = (Closeness.SYNONYM, Closeness.COMPOUND, Closeness.PARTS)
"""The kinds of closeness that are additions."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word, phrase or named concept of the query.

    Attributes:
        text: The term as typed or as corrected.
        nl: The patterns for Dutch text.
        en: The patterns for English text.
        phrase: Whether it was typed between quotation marks.
        prefix: Whether longer words with this prefix match too.
        starred: Whether only prefixes match (`opvang*`), rather than prefixes in addition because the word is still being typed.
        expansions: Labels added by the thesaurus.
        parts: Patterns of each part of a Dutch compound, used if no document matches the term.
        typed: The typed text, if it was corrected.
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
        """Return the patterns for text in `language`."""
        return self.nl if language is Language.NL else self.en

    def additions(self, language: Language) -> dict[Addition, Closeness]:
        """Return the additions in `language`, in the order of the patterns."""
        return {
            Addition(self.text, pattern.label): pattern.closeness
            for pattern in self.patterns(language)
            if pattern.closeness in ADDED
        }

    def widened(self) -> "Term":
        """Return the term with its parts as further patterns."""
        return replace(self, nl=self.nl + self.parts, parts=())

    def without(self, removed: frozenset[Addition]) -> "Term":
        """Return the term without the removed additions; without the pattern of all parts it has no single parts either."""
        term = self.keeping(
            lambda pattern: pattern.closeness not in ADDED or Addition(self.text, pattern.label) not in removed
        )
        split = any(pattern.closeness is Closeness.PARTS for pattern in term.nl)
        expansions = tuple(expansion.without(self.text, removed) for expansion in self.expansions)
        return replace(term, expansions=expansions, parts=self.parts if split else ())

    def keeping(self, keep: Callable[[Pattern], bool]) -> "Term":
        """Return the term with the patterns for which `keep` is true."""
        nl, en, parts = (tuple(filter(keep, patterns)) for patterns in (self.nl, self.en, self.parts))
        return replace(self, nl=nl, en=en, parts=parts)


Clause = tuple[Term, ...]
"""Alternative terms, of which one suffices."""


class Field(StrEnum):
    """The fields that a query may filter on (`land:ierland`)."""

    KIND = "kind"
    COUNTRY = "country"
    CATEGORY = "category"
    """The category of a barrier: dispositional, situational, institutional."""
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
    """A condition on documents: one of the values, or none of them if `excluded`."""

    field: Field
    values: tuple[Value, ...]
    excluded: bool = False


MOST_ASKED: Final = 4
"""Number of clauses above which any of the words suffice from the outset, ranked as a long query."""


class Mode(StrEnum):
    """How many of the clauses a document must match."""

    ALL = "all"
    FEW = "few"
    """Few documents match all clauses, so partial matches follow."""
    ANY = "any"
    """No document matches all clauses: the fallback."""


@dataclass(frozen=True, slots=True)
class Correction:
    """An unknown word, and the word that was searched instead."""

    typed: str
    meant: str


class ViewOffer(NamedTuple):
    """A view of the window that a query asks for.

    Attributes:
        view: The id of the view.
        name: Its name.
        row: The id of the theme that is a row of it; empty without one.
        row_name: The name of that row.
    """

    view: str
    name: Text
    row: str = ""
    row_name: Text = Text("", "")


@dataclass(frozen=True, slots=True)
class Plan:
    """The interpretation of a query.

    Attributes:
        query: The query as typed.
        clauses: All are required, or any of them if `any_word`.
        excluded: Terms that must not occur.
        filters: Conditions on the documents.
        unknown: Filters with an unknown value (`land:atlantis`); they are not applied.
        ignored: Words that were left out because they carry little meaning.
        mode: Whether all clauses are required.
        corrections: Unknown words that were corrected as typing errors.
        removed: The additions that the user removed, of those that would apply.
        nl: The Dutch stems of the whole query, stop words included; empty unless the query is plain words.
        en: The English stems, likewise.
        long: Whether it is ranked as a long query.
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
    long: bool = False

    @property
    def any_word(self) -> bool:
        """Whether a document needs to match only one clause."""
        return self.mode is not Mode.ALL

    @property
    def empty(self) -> bool:
        """Whether there is nothing to search for."""
        return not self.clauses and not self.filters

    @property
    def asks_much(self) -> bool:
        """Whether it has more plain words than a text can be asked to have."""
        return len(self.clauses) > MOST_ASKED and all(
            len(clause) == 1 and not (clause[0].phrase or clause[0].starred) for clause in self.clauses
        )

    def shortened(self) -> "Plan":
        """Return the plan as a long query: with the words as typed, their forms and synonyms of one word only."""
        plan = self.each(lambda term: replace(term.keeping(_counts_in_long), parts=(), prefix=False))
        return replace(plan, long=True)

    @property
    def exact_query(self) -> str:
        """The query for exactly what was typed: with the corrected words between quotation marks."""
        query = self.query
        for correction in self.corrections:
            query = replace_word(query, correction.typed, f'"{correction.typed}"')
        return query

    @property
    def length(self) -> int:
        """The number of words of the query as typed; 0 unless it is plain words."""
        return len(self.query.split()) if self.nl else 0

    @property
    def meant_query(self) -> str:
        """The query with the corrected words in place of those that were typed."""
        query = self.query
        for correction in self.corrections:
            query = replace_word(query, correction.typed, correction.meant)
        return query

    def said(self, language: Language) -> tuple[str, ...]:
        """Return the stems of the whole query, for comparison with phrasings in `language`."""
        return self.nl if language is Language.NL else self.en

    def additions(self, language: Language) -> dict[Addition, Closeness]:
        """Return the additions to all terms in `language`, in the order of the patterns."""
        terms = (term for clause in self.clauses for term in clause)
        return {addition: close for term in terms for addition, close in term.additions(language).items()}

    def without(self, removed: frozenset[Addition]) -> "Plan":
        """Return the plan without these additions."""
        there = [addition for language in Language for addition in self.additions(language) if addition in removed]
        if not there:
            return self
        return replace(self.each(lambda term: term.without(removed)), removed=tuple(dict.fromkeys(there)))

    def each(self, change: Callable[[Term], Term]) -> "Plan":
        """Return the plan with `change` applied to every term."""
        return replace(self, clauses=tuple(tuple(map(change, clause)) for clause in self.clauses))

    def widened(self, mode: Mode) -> "Plan":
        """Return the plan that partial matches satisfy; in the mode `ANY` also by parts of compounds."""
        plan = self.each(Term.widened) if mode is Mode.ANY else self
        return replace(plan, mode=mode if len(self.clauses) > 1 else Mode.ALL)


_IN_LONG: Final = (Closeness.EXACT, Closeness.STEM, Closeness.SYNONYM)


def _counts_in_long(pattern: Pattern) -> bool:
    return pattern.closeness in _IN_LONG and (pattern.closeness is not Closeness.SYNONYM or len(pattern.words) == 1)


def replace_word(query: str, word: str, other: str) -> str:
    """Return `query` with each whole word `word` replaced by `other`."""
    return re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", lambda _: other, query)
