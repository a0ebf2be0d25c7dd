"""The two languages of the program, texts that exist in both, and the order of names for readers of either."""

import re
import unicodedata
from enum import StrEnum
from typing import Final, NamedTuple


class Language(StrEnum):
    """A language of the interface and of the content."""

    NL = "nl"
    EN = "en"

    @property
    def other(self) -> "Language":
        """The other language."""
        return Language.EN if self is Language.NL else Language.NL


class Text(NamedTuple):
    """One text in both languages, side by side, so that neither can be forgotten."""

    nl: str
    en: str

    def say(self, language: Language) -> str:
        """Returns the text in `language`."""
        return self.nl if language is Language.NL else self.en

    def title(self, language: Language) -> str:
        """Return the text with a capital, as it stands by itself: on a button, over a list."""
        said = self.say(language)
        return said[:1].upper() + said[1:]


def figure(number: int, language: Language) -> str:
    """A number as it is written in a language: `12.000`, `12,000`. What the window shows, `QLocale` writes in the same way."""
    return f"{number:,}".replace(",", "." if language is Language.NL else ",")


_NUMBER: Final = re.compile("0*([0-9]+)")


def by_name(name: str) -> str:
    """The key to sort a name by: capitals and accents do not matter, and 2 comes before 10.

    `ij` counts as its two letters, as it does in Dutch word lists. Names that differ in capitals or accents only stand in a fixed order.
    It is one string, so that SQL can sort by it too.
    """
    plain = "".join(each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each)).casefold()
    return f"{_NUMBER.sub(_by_length, plain)}\x01{name}"


def _by_length(number: re.Match[str]) -> str:
    """A number after its length, so that the shorter is the smaller."""
    digits = number[1]
    return f"{len(digits):03}{digits}"
