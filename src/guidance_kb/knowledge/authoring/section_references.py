"""References to sections in our notes: the sources name them by id (`2.2/invloed`), readers by the number and title of the report."""

import re
from collections.abc import Mapping
from typing import Final

from guidance_kb.language import Language, Text

_REFERENCE: Final = re.compile(
    r"(?P<word>\b(?:Section|Paragraaf) )?(?<![\w./])(?P<number>\d(?:\.\d){0,2})/(?P<part>\w+)"
)
_QUESTION: Final = Text("bij vraag {}", "under question {}")
_RECOMMENDATION: Final = Text("bij aanbeveling {}", "under recommendation {}")
_PART: Final = Text("onder ‘{}’", "under ‘{}’")


def in_words(text: str | None, titles: Mapping[str, Text], language: Language) -> str | None:
    """Return a text with `§2.2 onder ‘Invloed op doorzettingsvermogen’`, `§3.1 bij vraag 5a` and the like for the ids of sections.

    Args:
        text: The text of a note; None stays None.
        titles: The titles of the sections by id; other texts that look like one stay as they are.
        language: The language of the text.
    """

    def said(found: re.Match[str]) -> str:
        number, part = found["number"], found["part"]
        title = titles.get(f"{number}/{part}")
        if title is None:
            return found[0]
        where, what = _PART, title.say(language)
        if part[0].isdigit():
            where, what = _RECOMMENDATION if number == "4.2" else _QUESTION, part
        return f"{found['word'] or '§'}{number} {where.say(language).format(what)}"

    return _REFERENCE.sub(said, text) if text else text


def by_number(text: str | None) -> str | None:
    """Return a text with only the numbers of the sections, for the index: titles would make the note match what it is not about."""
    return re.sub(r"(?<![\w./])(\d(?:\.\d){1,2})/[0-9a-z]+\b", r"\1", text) if text else text
