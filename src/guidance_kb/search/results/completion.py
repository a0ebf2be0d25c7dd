"""Completion in the search box: names of filters, and their values."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from guidance_kb.language import Language
from guidance_kb.search.language.folding import words
from guidance_kb.search.query.parser import FIELDS, FilterNames

_DUTCH: Final = ("land", "soort", "thema", "belemmering", "belemmeringssoort", "drijfveer")
_SHORTEST: Final = 3
"""Minimum number of letters for completion of a filter name: fewer may become any word."""

_NOT_A_BEGINNING: Final = frozenset({"the"})
"""Common words that are prefixes of a filter name."""

_LIMIT: Final = 40
_OPENED: Final = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02'
_TYPED: Final = re.compile(
    rf"(?:(?<=^)|(?<=[\s\-]))(?P<name>[a-z]+)(?P<colon>:(?P<value>[{_OPENED}][^{_OPENED}]*|[^\s:{_OPENED}]*))?$",
    re.IGNORECASE,
)
"""The word before the cursor: a name, or a name with a colon and the start of a value."""


@dataclass(frozen=True, slots=True)
class Completion:
    """A way to complete the query.

    Attributes:
        shown: The inserted text, for display: `land:` or `land:ierland`.
        text: The whole completed query.
        cursor: The new cursor position, in characters from the start of `text`.
        whole: Whether a value was completed, so that the word is finished.
    """

    shown: str
    text: str
    cursor: int
    whole: bool


def completions(text: str, cursor: int, names: FilterNames, language: Language) -> tuple[Completion, ...]:
    """Return the completions of the word before the cursor.

    Args:
        text: The query as typed.
        cursor: The cursor position, in characters from the start of `text`.
        names: The values of the filters.
        language: The language of the offered filter names; an existing name may be in either.
    """
    typed = _TYPED.search(text[:cursor])
    rest = text[cursor:]
    if typed is None or (rest and not rest[0].isspace()) or _inside_a_phrase(text[: typed.start()]):
        return ()
    name = typed["name"].lower()
    if typed["colon"] is None:
        made = [f"{field}:" for field in _fields(name, language)]
    else:
        made = [f"{name}:{value}" for value in _values(name, typed["value"], names)]
    if made == [typed[0].lower()]:  # already typed in full
        return ()
    return tuple(_completed(text[: typed.start()], word, rest) for word in made[:_LIMIT])


def written(name: str) -> str:
    """Return the name of a value in query syntax, so that it is read as one value."""
    plain = " ".join("".join(" " if letter in _OPENED else letter for letter in name.lower()).split())
    return f'"{plain}"' if " " in plain or ":" in plain else plain


def _inside_a_phrase(before: str) -> bool:
    return sum(before.count(mark) for mark in _OPENED) % 2 == 1


def _completed(before: str, word: str, rest: str) -> Completion:
    whole = not word.endswith(":")
    if whole and not rest:
        rest = " "
    return Completion(word, before + word + rest, len(before + word) + whole, whole)


def _fields(typed: str, language: Language) -> list[str]:
    """Return the filter names with this prefix, if they are a single name or one name and longer names that begin with it."""
    if len(typed) < _SHORTEST or typed in _NOT_A_BEGINNING:
        return []
    known = _DUTCH if language is Language.NL else tuple(name for name in FIELDS if name not in _DUTCH)
    found = sorted((name for name in known if name.startswith(typed)), key=len)
    return found if all(name.startswith(found[0]) for name in found) else []


def _values(name: str, typed: str, names: FilterNames) -> Iterator[str]:
    """Yield the values with words that begin with each typed word; those that begin with the whole text are first."""
    field = FIELDS.get(name)
    if field is None:
        return
    language = Language.NL if name in _DUTCH else Language.EN
    wanted = words(typed)
    found = [value.name.say(language) for value in names.of(field)]
    fitting = [
        (name, known)
        for name, known in ((name, words(name)) for name in found)
        if all(any(word.startswith(part) for word in known) for part in wanted)
    ]
    fitting.sort(key=lambda each: not " ".join(each[1]).startswith(" ".join(wanted)))
    yield from (written(name) for name, _ in fitting)
