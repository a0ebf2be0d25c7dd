"""The pages of the word index as they are stored: FTS5 does not show what it has only marked as gone, nor what parts the pages.

FTS5 keeps its words in leaves (`word_data`), each word after the first without the letters that it shares with the one before it, and in
`word_idx` the beginning of a word that parts a leaf from the one before it. The format is told in `fts5_index.c` of SQLite
(https://sqlite.org/src/file/ext/fts5/fts5_index.c).
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from guidance_kb.casebook.storage.rows import Rows

_SEGMENT: Final = 1 << 37  # from which id on a row of word_data is a page of words
_SKIPS: Final = 1 << 36  # the bit of the id of a page that only helps to skip
_TELLING: Final = 4
"""Letters from which the beginning of a word may be somebody's: shorter ones begin anybody's."""


@dataclass(frozen=True, slots=True)
class WordPages:
    """What stands in the pages of the word index.

    Attributes:
        words: Every word of every leaf, sorted.
        beginnings: What parts the leaves.
        unread: How many leaves are not as we know them.
    """

    words: tuple[str, ...]
    beginnings: frozenset[str]
    unread: int

    @classmethod
    def read(cls, rows: Rows) -> "WordPages":
        """Reads all of them."""
        leaves = rows.all("SELECT block FROM word_data WHERE id >= ? AND NOT id & ? ORDER BY id", _SEGMENT, _SKIPS)
        parting = rows.all("SELECT term FROM word_idx")
        words, unread = set[str](), 0
        for (leaf,) in leaves:
            try:
                words.update(_words(leaf))
            except ValueError:
                unread += 1
        return cls(tuple(sorted(words)), frozenset(_word(bytes(term)) for (term,) in parting) - {""}, unread)

    def found(self, words: frozenset[str]) -> list[str]:
        """Returns the tables in which one of these words stands, or the beginning of one that begins no other word there is."""
        left = [each for each in self.beginnings if not self._begins_one(each)]
        telling = [each for each in left if each in words or (len(each) >= _TELLING and _begins_any(each, words))]
        return ["word_data"] * (not words.isdisjoint(self.words)) + ["word_idx"] * bool(telling)

    def _begins_one(self, beginning: str) -> bool:
        place = bisect_left(self.words, beginning)
        return place < len(self.words) and self.words[place].startswith(beginning)


def _begins_any(beginning: str, words: frozenset[str]) -> bool:
    return any(word.startswith(beginning) for word in words)


def _words(leaf: bytes) -> Iterator[str]:
    """The words of a leaf: after its content stands where each begins, as distances.

    Raises:
        ValueError: It is none.
    """
    footer, place, term = int.from_bytes(leaf[2:4]), 0, b""
    is_first = True
    while footer < len(leaf):
        distance, footer = _number(leaf, footer)
        place += distance
        shared, begin = (0, place) if is_first else _number(leaf, place)
        length, begin = _number(leaf, begin)
        if shared > len(term) or begin + length > len(leaf):
            raise ValueError
        term = term[:shared] + leaf[begin : begin + length]
        is_first = False
        yield _word(term)


def _word(term: bytes) -> str:
    """A word without the letter before it, which says of which index it is; there is but one."""
    return term[1:].decode("utf-8", "replace")


def _number(content: bytes, place: int) -> tuple[int, int]:
    """A number of SQLite's variable length, and where it ends; those in a leaf are below 2^56."""
    number = 0
    for end, byte in enumerate(content[place : place + 8], start=place + 1):
        number = number << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004 - the bit that says that more follows
            return number, end
    raise ValueError
