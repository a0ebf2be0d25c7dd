"""The plan: what a query was taken to mean, as a value that can be printed, compared and explained.

The MATCH text (`match`), the marks (`marks`), the ranking (`ranking`) and the line that says what was searched
(`explanation`) all come from the plan and from nothing else.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from guidance_kb.language import Language, Text

ANYWHERE: Final = -1
"""`Pattern.spread` of words that may stand anywhere in a document."""


class Closeness(StrEnum):
    """How near a found word is to the word that was typed, the nearest first."""

    EXACT = "exact"
    STEM = "stem"
    PREFIX = "prefix"
    SYNONYM = "synonym"


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
        label: The synonym as the thesaurus writes it; empty for the term itself.
    """

    closeness: Closeness
    words: tuple[str, ...]
    stemmed: bool
    prefix: bool = False
    spread: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True)
class Expansion:
    """The other labels of a concept that a term names; those that add nothing to the term are left out."""

    concept: str
    nl: tuple[str, ...]
    en: tuple[str, ...]

    def labels(self, language: Language) -> tuple[str, ...]:
        """Returns the labels that are searched too, in `language`."""
        return self.nl if language is Language.NL else self.en


@dataclass(frozen=True, slots=True)
class Term:
    """A word, phrase or named concept of the query.

    Attributes:
        text: As it was typed.
        nl: The patterns in Dutch text.
        en: The patterns in English text.
        phrase: Whether it was typed between quotation marks.
        prefix: Whether longer words that begin with it count too.
        expansions: What the thesaurus adds.
    """

    text: str
    nl: tuple[Pattern, ...]
    en: tuple[Pattern, ...]
    phrase: bool = False
    prefix: bool = False
    expansions: tuple[Expansion, ...] = ()

    @property
    def starred(self) -> bool:
        """Whether only beginnings count (`opvang*`), rather than also beginnings because the word is being typed."""
        return self.prefix and all(pattern.closeness is not Closeness.STEM for pattern in self.nl)

    def patterns(self, language: Language) -> tuple[Pattern, ...]:
        """Returns the ways in which the term may stand in a text in `language`."""
        return self.nl if language is Language.NL else self.en


Clause = tuple[Term, ...]
"""Terms of which one is enough."""


class Field(StrEnum):
    """What a query may filter on (`land:ierland`)."""

    KIND = "kind"
    COUNTRY = "country"
    THEME = "theme"
    BARRIER = "barrier"
    DRIVE = "drive"


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a filter: its id and its name."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True)
class Filter:
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
    """

    query: str
    clauses: tuple[Clause, ...] = ()
    excluded: tuple[Term, ...] = ()
    filters: tuple[Filter, ...] = ()
    unknown: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    mode: Mode = Mode.ALL

    @property
    def any_word(self) -> bool:
        """Whether one clause is enough for a document to be found."""
        return self.mode is not Mode.ALL

    @property
    def empty(self) -> bool:
        """Whether there is nothing to search for."""
        return not self.clauses and not self.filters
