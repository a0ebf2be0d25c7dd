"""Readability in figures: sentences, words, syllables and the two Dutch formulas based on them (docs/plain-language.md).

The formulas are meant for texts of a hundred words and more. They are only reported; `plain_language` decides what is refused.
"""

import re
from dataclasses import dataclass
from typing import Final

from guidance_kb.language import Language

SLOT: Final = "Xx"
"""Replacement for a placeholder in a text: one word, one syllable."""

_SLOTS: Final = re.compile(r"\[[^\]]*\]|\{[^}]*\}")
_SENTENCE_END: Final = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][\"'”’)]))\s+(?:-\s+)?|\s*\n+\s*(?:-\s+)?")
_WORD: Final = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of a text, or sums of several texts.

    Attributes:
        sentences: Sentences, and members of a list.
        words: Words; a placeholder counts as one.
        syllables: Syllables, by the vowels of the written word.
    """

    sentences: int = 0
    words: int = 0
    syllables: int = 0

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(self.sentences + other.sentences, self.words + other.words, self.syllables + other.syllables)

    @property
    def words_a_sentence(self) -> float:
        """Mean number of words in a sentence; 0 for an empty text."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def syllables_a_word(self) -> float:
        """Mean number of syllables in a word; 0 for an empty text."""
        return self.syllables / self.words if self.words else 0.0

    def reading_ease(self, language: Language) -> float:
        """Return Flesch's reading ease, higher is easier: for Dutch by Douma (1960), for English Flesch's own (1948)."""
        if language is Language.NL:
            return 206.84 - 0.93 * self.words_a_sentence - 77 * self.syllables_a_word
        return 206.835 - 1.015 * self.words_a_sentence - 84.6 * self.syllables_a_word

    @property
    def reading_index(self) -> float:
        """Leesindex A of a Dutch text, higher is easier (Brouwer 1963)."""
        return 195 - 2 * self.words_a_sentence - 200 / 3 * self.syllables_a_word


def measure(text: str, language: Language) -> Figures:
    """Count the sentences, words and syllables of `text`."""
    found = [words(sentence) for sentence in sentences(text)]
    each = [word for sentence in found for word in sentence]
    return Figures(len(found), len(each), sum(syllables(word, language) for word in each))


def sentences(text: str) -> list[str]:
    """Return the sentences and list items of a text; placeholders (`[…]`, `{…}`) become `SLOT`."""
    filled = _SLOTS.sub(SLOT, text)
    return [sentence for part in _SENTENCE_END.split(filled) if words(sentence := part.strip())]


def words(sentence: str) -> list[str]:
    """Return the words of a sentence without punctuation."""
    return _WORD.findall(sentence)


def syllables(word: str, language: Language) -> int:
    """Count the syllables of a word by rule; some loanwords are counted wrong."""
    count = _dutch(word.lower()) if language is Language.NL else _english(word.lower())
    return max(1, count)


_ACCENTS: Final = str.maketrans("áàâãéèêíìîóòôõúùûýç", "aaaaeeeiiioooouuuyc")
_NEW_VOWEL: Final = {"ä": "|a", "ë": "|e", "ï": "|i", "ö": "|o", "ü": "|u"}
"""A diaeresis begins a new syllable: ideeën, beïnvloeden."""

_DUTCH_VOWELS: Final = re.compile(
    r"aai|ooi|oei|eeu|ieu|eau|aa|ai|au|ee|ei|eu|ie|ij|oe|oo|ou|ui|uu|[aeiou]|y(?![aeiou])"
)


def _dutch(word: str) -> int:
    plain = word.translate(_ACCENTS)
    for letter, begun in _NEW_VOWEL.items():
        plain = plain.replace(letter, begun)
    return len(_DUTCH_VOWELS.findall(plain))


_ENGLISH_VOWELS: Final = re.compile(r"[aeiouy]+")
_ENGLISH_TWO: Final = re.compile(
    r"[^q]ua|(?<![tcsg])i[ao](?!u)(?<![ln]io)|(?<![tcxg])iou|(?<![tc])ie(?=nc|nt|t)|^sci(?=e)|eo(?!u)(?<!peo)|eas?$|[eouy]ing|ism$|cre(?=at)|re(?=act)"
)
"""Adjacent vowels that form two syllables (radio, science, idea, going)."""

_ENGLISH_SILENT: Final = re.compile(
    r"[^aeiouyl]e$|[aeiouy]le$|[^aeioutdy]ed$|(?<!sh)(?<!ch)(?<=[^aeiouscgxz])es$"
    r"|(?<=[a-z][^aeiou])e(?=(?:ful|ly|less|ment|where|thing)$)|(?<=som)e(?=\w)|(?<=ev)e(?=r[yt])|(?<=bus)i(?=ness)"
)
"""A silent e (time, called, makes, useful)."""


def _english(word: str) -> int:
    plain = word.translate(_ACCENTS).replace("’", "'")
    heard = 1 if plain.endswith(("dn't", "sn't")) else 0
    parts = re.split(r"['.-]", re.sub(r"'(?:s|re|ve|ll|d|m|t)$", "", plain))
    return heard + sum(max(1, _english_part(part)) for part in parts if part)


def _english_part(part: str) -> int:
    found = [len(pattern.findall(part)) for pattern in (_ENGLISH_VOWELS, _ENGLISH_TWO, _ENGLISH_SILENT)]
    return found[0] + found[1] - found[2]
