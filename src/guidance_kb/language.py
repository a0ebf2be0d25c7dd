"""The two languages of the program, and texts that exist in both."""

from enum import StrEnum
from typing import NamedTuple


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
