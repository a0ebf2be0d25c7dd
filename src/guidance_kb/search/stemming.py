"""From a folded word to its stem: what inflected forms have in common.

English is Snowball `english`. Dutch is Snowball `dutch_porter` with repairs; never Snowball `dutch`, which merges begeleiding with beleid
and gezin with zin (notes in docs/search.md). What rules cannot know stands in `resources/language/*.toml`.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from guidance_kb import paths
from guidance_kb.language import Language

_REMEMBERED: Final = 200_000
"""Stems kept in memory before starting afresh; the shipped content has about 10,000 words."""


class _Memory(dict[str, str]):
    """Word → stem, filled as words are met."""

    def __init__(self, work_out: Callable[[str], str]) -> None:
        self._work_out = work_out

    def __missing__(self, word: str) -> str:
        self[word] = stem = self._work_out(word)
        return stem


class Stemming:
    """The stemmer of one language, with its stop words.

    Attributes:
        language: The language.
        stop: Words that a query may leave out when others remain.
        negation: Words that carry meaning in a label ("geen oppas") but need not stand in a text.
    """

    def __init__(self, language: Language, data: Mapping[str, object]) -> None:
        self.language = language
        self.stop = frozenset(_strings(data, "stop"))
        self.negation = frozenset(_strings(data, "negation"))
        self._words = _table(data, "stems")
        self._endings = _table(data, "endings")
        self._longest = max(map(len, self._endings), default=0)
        self._algorithm = _dutch() if language is Language.NL else _snowball("english")
        self._memory = _Memory(self._work_out)

    def stem(self, word: str) -> str:
        """Returns the stem of a folded word."""
        return self.stems([word])[0]

    def stems(self, words: list[str]) -> list[str]:
        """Returns the stems of folded words, in order."""
        if len(self._memory) > _REMEMBERED:
            self._memory = _Memory(self._work_out)  # a fresh one: another thread may be reading the old
        return list(map(self._memory.__getitem__, words))

    def _work_out(self, word: str) -> str:
        known = self._words.get(word)
        if known is not None:
            return known
        for length in range(min(self._longest, len(word)), 2, -1):  # a compound inflects like its last part
            ending = self._endings.get(word[-length:])
            if ending is not None:
                return word[:-length] + ending
        return self._algorithm(word) or word


def _snowball(name: str) -> Callable[[str], str]:
    from Stemmer import Stemmer  # noqa: PLC0415 - nothing of the language is loaded before the first search

    return Stemmer(name).stemWord


def _dutch() -> Callable[[str], str]:
    snowball = _snowball("dutch_porter")
    return lambda word: _repair(snowball(_prepare(word)))


@cache
def stemming(language: Language) -> Stemming:
    """Returns the stemmer of `language`, read once."""
    name = "dutch" if language is Language.NL else "english"
    text = (paths.RESOURCES / "language" / f"{name}.toml").read_text("utf-8")
    return Stemming(language, tomllib.loads(text))


_BEFORE = (
    (re.compile(r"(?<=i)een$"), "e"),  # kopieen → kopie
    (re.compile(r"(?<=ee)en$"), ""),  # ideeen → idee
    (re.compile(r"^ge(?=.{3,}eerde?n?$)"), ""),  # gemotiveerd → motiveerd
    (re.compile(r"(?<=eer)d(en?)?$"), ""),  # motiveerd(e) → motiveer
    (re.compile(r"(?<=.{3})aties?$"), "er"),  # informatie, informeren → informer
    (re.compile(r"(?<=.i)es$"), "e"),  # acties → actie
    (re.compile(r"(?<=.{3}[^aeiou]e)s$"), ""),  # gemeentes → gemeente
    (re.compile(r"(?<=.{2}[^aeiou][aoy])s$"), ""),  # fotos → foto
    (re.compile(r"(?<=.[^aeiou])jes?$"), ""),  # boekje → boek
)
"""What dutch_porter does not know, before it: plurals in -s after a vowel, participles in -eerd, -atie, diminutives."""

_AFTER = (
    (re.compile(r"(?<=..)([bcdfgklmnprst])\1$"), r"\1"),  # lessen → less → les
    (re.compile(r"(?<=..)z$"), "s"),  # reizen → reiz → reis
    (re.compile(r"(?<=..)v$"), "f"),  # motieven → motiev → motief
    (re.compile(r"(?<=...[^aeiouy])t$"), ""),  # werkt → werk; markt and markten both lose it
    (re.compile(r"([^aeiou])([aeou])\2([^aeiou])$"), r"\1\2\3"),  # leert → leer → ler, as in leren
)
"""What dutch_porter leaves apart, after it: doubled consonants, voicing, -t of the verb, long vowels."""


def _prepare(word: str) -> str:
    for pattern, replacement in _BEFORE:
        word = pattern.sub(replacement, word)
    return word


def _repair(stem: str) -> str:
    for pattern, replacement in _AFTER:
        stem = pattern.sub(replacement, stem)
    return stem


def _strings(data: Mapping[str, object], key: str) -> list[str]:
    value = data.get(key, [])
    return [str(word) for word in value] if isinstance(value, list) else []


def _table(data: Mapping[str, object], key: str) -> dict[str, str]:
    value = data.get(key, {})
    return {str(word): str(stem) for word, stem in value.items()} if isinstance(value, dict) else {}
