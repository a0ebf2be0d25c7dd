"""Folding of text, shared by index, query and highlighting so that every match can be marked.

Folding works on single characters, independently of language: it normalises compatibility forms, case, diacritics and ligatures, drops
invisible characters (soft hyphen, zero-width, direction marks), and replaces everything that is neither a letter nor a digit by a space,
except hyphens and apostrophes, which determine word boundaries:

- a hyphen separates (`drempel-vrij` is two words), and the joined word (`drempelvrij`, `email`) is added;
- `'s` at the end of a word is dropped (`foto's` is `foto`), other short endings are joined (`65'er`, `don't`), and any other
apostrophe separates (`zo'n` must not become `zon`).
"""

import re
import unicodedata
from collections.abc import Collection, Mapping
from itertools import islice

Range = tuple[int, int]
"""Start and end in a text, in characters."""

_HYPHENS = frozenset("-\u2010\u2011\u2043\u2212\ufe63\uff0d")
_APOSTROPHES = frozenset("'`\u00b4\u2018\u2019\u201b\u2032\u02b9\u02bb\u02bc\uff07")
_LETTERS = {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ŋ": "ng", "ħ": "h"}
"""Letters that Unicode does not decompose."""

_PLAIN = re.compile(r"[^ \-]+")
_ENDING = r"'(s|er|ers|tje|tjes|t|ll|re|ve|d)(?![^ '\-])"
_ENDED = re.compile(rf"(?<![^ '\-])([^ '\-]+){_ENDING}")
_WORD = re.compile(rf"[^ '\-]+(?:{_ENDING})?")
_JOINED = re.compile(r"(?<![^ '\-])[^ '\-]+(?:-[^ '\-]+)+")


def fold(text: str) -> str:
    """Return `text` folded, with its spaces, hyphens and apostrophes."""
    return text.translate(_MEMORY)


def words(text: str) -> list[str]:
    """Return the folded words of `text` in order, followed by the joined form of each hyphenated word."""
    folded = fold(text)
    joined: list[str] = []
    if "-" in folded:
        hyphenated = (chunk for chunk in folded.split(" ") if "-" in chunk)
        joined = [match[0].replace("-", "") for chunk in hyphenated for match in _JOINED.finditer(chunk)]
    if "'" in folded:
        folded = _ENDED.sub(_spell, folded).replace("'", " ")
    return folded.replace("-", " ").split() + joined


def ranges(text: str) -> list[Range]:
    """Return the range in the original text of each of `words`, including combining accents of its last letter."""
    folded = fold(text)
    pattern = _WORD if "'" in folded else _PLAIN
    found = [match.span() for match in pattern.finditer(folded)]
    if "-" in folded:
        found += [match.span() for match in _JOINED.finditer(folded)]
    if len(text) == len(folded) and _MEMORY.odd.isdisjoint(text):
        return found
    origin = [place for place, character in enumerate(text) for _ in _MEMORY[ord(character)]]
    origin.append(len(text))
    return [(origin[start], max(origin[end - 1] + 1, origin[end])) for start, end in found]


def ranges_at(text: str, places: Collection[int]) -> Mapping[int, Range]:
    """Return the ranges of the words at some places of `words`; quicker than all ranges, of which a text has hundreds."""
    folded = fold(text)
    if len(text) == len(folded) and _MEMORY.odd.isdisjoint(text):
        last = max(places, default=-1)
        pattern = _WORD if "'" in folded else _PLAIN
        first = enumerate(islice(pattern.finditer(folded), last + 1))
        found = {place: match.span() for place, match in first if place in places}
        if len(found) == len(places):
            return found
    every = ranges(text)  # also where a joined form is asked for, which follows the words
    return {place: every[place] for place in places}


def _spell(match: re.Match[str]) -> str:
    return match[1] if match[2] == "s" else match[1] + match[2]


def _fold_character(character: str) -> str:
    if character in _HYPHENS:
        return "-"
    if character in _APOSTROPHES:
        return "'"
    category = unicodedata.category(character)
    if category == "Cf" or category[0] == "M":  # invisible, or a combining accent
        return ""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", character).casefold())
    folded = "".join(_level(letter) for letter in decomposed if unicodedata.category(letter)[0] != "M")
    return " " if folded.isspace() else folded  # one for one where possible ("…" would be three), for `ranges`


def _level(letter: str) -> str:
    if letter in _APOSTROPHES:
        return "'"
    return _LETTERS.get(letter, letter if letter.isalnum() else " ")


class _Memory(dict[int, str]):
    """Cache of folded characters by code point, filled on demand: `str.translate` then runs in C.

    Attributes:
        odd: Characters so far that do not fold to exactly one, after which offsets in the text differ.
    """

    def __init__(self) -> None:
        self.odd: set[str] = set()

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_character(chr(code))
        if len(folded) != 1:
            self.odd.add(chr(code))
        return folded


_MEMORY = _Memory()
