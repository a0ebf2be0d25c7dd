"""How hard a text is to read, in figures: sentences, words, syllables and the two Dutch formulas made of them (docs/plain-language.md).

A formula is made for texts of a hundred words and more. It is told as a figure; what is refused is decided by `plain_language`.
"""

import re
from dataclasses import dataclass
from typing import Final

from guidance_kb.language import Language

SLOT: Final = "Xx"
"""What stands for a place that is filled in later: one word, one syllable."""

_SLOTS: Final = re.compile(r"\[[^\]]*\]|\{[^}]*\}")
_SENTENCE_END: Final = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][\"'”’)]))\s+(?:-\s+)?|\s*\n+\s*(?:-\s+)?")
_WORD: Final = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Figures:
    """How much of a text there is; of several texts the sum.

    Attributes:
        sentences: Sentences, and members of a list.
        words: Words; a place to fill in counts as one.
        syllables: Syllables, by the vowels of the written word.
    """

    sentences: int = 0
    words: int = 0
    syllables: int = 0

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(self.sentences + other.sentences, self.words + other.words, self.syllables + other.syllables)

    @property
    def words_a_sentence(self) -> float:
        """Mean words of a sentence; 0 of an empty text."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def syllables_a_word(self) -> float:
        """Mean syllables of a word; 0 of an empty text."""
        return self.syllables / self.words if self.words else 0.0

    def reading_ease(self, language: Language) -> float:
        """Flesch's reading ease, higher is easier: of Dutch by Douma (1960), of English Flesch's own (1948)."""
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
    """Return the sentences of a text, and the members of its lists; places to fill in (`[…]`, `{…}`) become `SLOT`."""
    filled = _SLOTS.sub(SLOT, text)
    return [sentence for part in _SENTENCE_END.split(filled) if words(sentence := part.strip())]


def words(sentence: str) -> list[str]:
    """Return the words as they are written, without what stands around them."""
    return _WORD.findall(sentence)


def syllables(word: str, language: Language) -> int:
    """Count the syllables of a word, by rule: not every loanword comes out right."""
    count = _dutch(word.lower()) if language is Language.NL else _english(word.lower())
    return max(1, count)


_ACCENTS: Final = str.maketrans("áàâãéèêíìîóòôõúùûýç", "aaaaeeeiiioooouuuyc")
_NEW_VOWEL: Final = {"ä": "|a", "ë": "|e", "ï": "|i", "ö": "|o", "ü": "|u"}
"""Two dots say that a new syllable begins: ideeën, beïnvloeden."""

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
"""Vowels side by side that are two syllables (radio, science, idea, going)."""

_ENGLISH_SILENT: Final = re.compile(
    r"[^aeiouyl]e$|[aeiouy]le$|[^aeioutdy]ed$|(?<!sh)(?<!ch)(?<=[^aeiouscgxz])es$"
    r"|(?<=[a-z][^aeiou])e(?=(?:ful|ly|less|ment|where|thing)$)|(?<=som)e(?=\w)|(?<=ev)e(?=r[yt])|(?<=bus)i(?=ness)"
)
"""An e that is written and not heard (time, called, makes, useful)."""


def _english(word: str) -> int:
    plain = word.translate(_ACCENTS).replace("’", "'")
    heard = 1 if plain.endswith(("dn't", "sn't")) else 0
    parts = re.split(r"['.-]", re.sub(r"'(?:s|re|ve|ll|d|m|t)$", "", plain))
    return heard + sum(max(1, _english_part(part)) for part in parts if part)


def _english_part(part: str) -> int:
    found = [len(pattern.findall(part)) for pattern in (_ENGLISH_VOWELS, _ENGLISH_TWO, _ENGLISH_SILENT)]
    return found[0] + found[1] - found[2]
