"""The word lists of the plain-language check, read from `resources/language/plain-….toml`."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from guidance_kb.language import Language
from guidance_kb.paths import RESOURCES

FILES: Final[Mapping[Language, str]] = {Language.NL: "plain-dutch.toml", Language.EN: "plain-english.toml"}
"""The file of each language in `resources/language/`."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Maximum values: words of a sentence, mean words of the sentences of a text, letters and syllables of a word."""

    sentence: int
    mean: int
    word: int
    syllables: int


@dataclass(frozen=True, slots=True)
class Phrases:
    """Words and phrases to find in a text, each with its plain alternative; a phrase that ends in * matches any ending."""

    pattern: re.Pattern[str]
    instead: Mapping[str, str]

    @classmethod
    def of(cls, instead: Mapping[str, str]) -> "Phrases":
        """Return the phrases of a table `phrase = instead`."""
        return cls(_either(instead), {phrase.lower(): plain for phrase, plain in instead.items()})

    def plainer(self, found: str) -> str:
        """Return the plain alternative for a match of the pattern."""
        exact = " ".join(found.lower().split())
        if exact in self.instead:
            return self.instead[exact]
        stems = [phrase for phrase in self.instead if "*" in phrase and _fits(phrase, exact)]
        return self.instead[max(stems, key=len)]


@dataclass(frozen=True, slots=True)
class Excepted:
    """An accepted violation, with the reason."""

    rule: str
    found: str
    reason: str


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of one language.

    Attributes:
        hard: Hard words and phrases.
        abbreviations: Abbreviations without dots, in lower case, with their plain alternatives.
        long: Long words that are accepted as plain.
        parts: Words that may be joined in pairs to a plain long word.
        becoming: Auxiliaries of the passive with which every participle is passive.
        being: Auxiliaries with which a participle is passive unless it is in `no_passive`.
        before: Prefixes that may precede ge- in a participle.
        irregular: Participles that follow no rule.
        friends: Words that only look like a participle.
        no_passive: Participles that with `being` describe an event or a state, not a passive.
        negations: Words that deny.
        denied: Words that contain a denial (onbekend).
        clauses: Words that begin a clause.
        nouns: Nouns derived from a verb that are as plain as any noun.
        excepted: Accepted violations.
    """

    limits: Limits
    hard: Phrases
    abbreviations: Mapping[str, str]
    long: frozenset[str]
    parts: frozenset[str]
    becoming: frozenset[str]
    being: frozenset[str]
    before: tuple[str, ...]
    irregular: frozenset[str]
    friends: frozenset[str]
    no_passive: frozenset[str]
    negations: frozenset[str]
    denied: re.Pattern[str]
    clauses: "Clauses"
    nouns: frozenset[str]
    excepted: tuple[Excepted, ...]


@dataclass(frozen=True, slots=True)
class Clauses:
    """Words that begin a clause: always, before a subject, or after certain words."""

    always: frozenset[str]
    before_a_subject: frozenset[str]
    subjects: frozenset[str]
    after: Mapping[str, frozenset[str]]


@cache
def lists(language: Language) -> Lists:
    """Return the lists of a language."""
    return read((RESOURCES / "language" / FILES[language]).read_text("utf-8"))


def read(text: str) -> Lists:
    """Parse the lists in the text of a file.

    Raises:
        KeyError: A table or field is missing.
    """
    file: dict[str, Any] = tomllib.loads(text)
    passive, clauses = file["passive"], file["clauses"]
    return Lists(
        limits=Limits(**file["limits"]),
        hard=Phrases.of(file["hard"]),
        abbreviations=file["abbreviations"],
        long=_set(file["long"]["words"]),
        parts=_set(file["compounds"]["parts"]),
        becoming=_set(passive["becoming"]),
        being=_set(passive["being"]),
        before=tuple(passive["before"]),
        irregular=_set(passive["irregular"]),
        friends=_set(passive["friends"]),
        no_passive=_set(passive["no_passive"]),
        negations=_set(file["negation"]["words"]),
        denied=_either(file["negation"]["un"]),
        clauses=Clauses(
            _set(clauses["always"]),
            _set(clauses["before_a_subject"]),
            _set(clauses["subjects"]),
            {word: _set(before) for word, before in clauses["after"].items()},
        ),
        nouns=_set(file["nouns"]["plain"]),
        excepted=tuple(Excepted(**each) for each in file.get("exception", [])),
    )


def _set(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


def _fits(phrase: str, found: str) -> bool:
    return re.fullmatch(_as_pattern(phrase.lower()), found) is not None


def _as_pattern(phrase: str) -> str:
    return re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")


def _either(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that matches any of the phrases as whole words, longest first; without phrases it matches nothing."""
    longest_first = sorted(phrases, key=len, reverse=True)
    either = "|".join(_as_pattern(phrase) for phrase in longest_first) or r"(?!)"
    return re.compile(rf"(?<![\w-])(?:{either})(?!\w)", re.IGNORECASE)
