"""The two languages of the program, texts in both, and the sorting of names."""

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
    """One text in both languages, together, so that neither can be forgotten."""

    nl: str
    en: str

    def say(self, language: Language) -> str:
        """Return the text in `language`."""
        return self.nl if language is Language.NL else self.en

    def title(self, language: Language) -> str:
        """Return the text with a capital, for a button or a heading."""
        said = self.say(language)
        return said[:1].upper() + said[1:]


def figure(number: int, language: Language) -> str:
    """Return a number in the format of a language: `12.000`, `12,000`. The window uses `QLocale`, which has the same format."""
    return f"{number:,}".replace(",", "." if language is Language.NL else ",")


_NUMBER: Final = re.compile("0*([0-9]+)")


def by_name(name: str) -> str:
    """Return the sort key of a name: capitals and accents do not matter, and 2 comes before 10.

    `ij` counts as two letters, as in Dutch word lists. Names that differ only in capitals or accents have a fixed order.
    The key is one string, so that SQL can sort by it too.
    """
    plain = "".join(each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each)).casefold()
    return f"{_NUMBER.sub(_by_length, plain)}\x01{name}"


def _by_length(number: re.Match[str]) -> str:
    """Return a number with its length in front, so that shorter numbers sort first."""
    digits = number[1]
    return f"{len(digits):03}{digits}"
