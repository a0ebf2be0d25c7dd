"""Which documents hold which stem, and which hold a word that begins so: written with the index, for whoever wants the whole set.

FTS5 lists the documents of a word one by one, which takes a millisecond for a few thousand. Here the places of a stem stand together in
one blob: as numbers of 32 bits, or where that is shorter as a bit a document. Of beginnings only those that many documents hold are
here, and of those that all the same words go on from (begel, begele, begelei …) only the longest.
"""

import sqlite3
import sys
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import reduce
from itertools import groupby
from operator import and_
from typing import Final

from guidance_kb.language import Language
from guidance_kb.search.index.documents import Documents, documents_at, places_of
from guidance_kb.search.language.stems import stemming

SHORTEST: Final = 2
"""Letters of a beginning."""

FEWEST: Final = 1000
SHARE: Final = 16
"""A beginning is written down when more documents hold it than `FEWEST`, and more than one in so many."""

_NUMBERS: Final = "I" if array("I").itemsize == 4 else "L"  # noqa: PLR2004
_BITS: Final = 32

Held = defaultdict[str, "array[int]"]
"""The places of the documents that hold each word, in order."""


class Postings:
    """The documents of each word of a language, collected while they are indexed."""

    def __init__(self) -> None:
        self._anywhere: Held = defaultdict(_places)
        self._named: Held = defaultdict(_places)

    def add(self, place: int, named: Iterable[str], body: Iterable[str]) -> None:
        """Takes the words of a document: those of its title and keywords, and those of its body."""
        names = set(named)
        for word in names:
            self._named[word].append(place)
        for word in names.union(body):
            self._anywhere[word].append(place)

    def write(self, connection: sqlite3.Connection, language: Language, entries: int) -> None:
        """Writes them; `entries` is how many there are."""
        for named, held in enumerate((self._anywhere, self._named)):
            connection.executemany(
                "INSERT INTO posting VALUES (?, ?, ?, ?, ?)",
                ((language.value, named, stem, *blob) for stem, blob in _stems(held, language, entries)),
            )
        beginnings = _Beginnings(self._anywhere, self._named, max(FEWEST, entries // SHARE))
        connection.executemany(
            "INSERT INTO beginning VALUES (?, ?, ?, ?)",
            ((language.value, beginning, *map(_bits, sets)) for beginning, *sets in sorted(beginnings.found)),
        )


def key(stems: Sequence[str]) -> str:
    """Returns what stands in the place of a stem for several of them near each other."""
    return " ".join(stems)


def are_common(connection: sqlite3.Connection, language: Language, stems: Sequence[str]) -> bool:
    """Returns whether any of `stems` stands in so many documents in `language` that they are written as bits."""
    sql = (
        "SELECT count(*) FROM posting WHERE lang = ? AND named = 0 AND bits"  # noqa: S608
        f" AND stem IN ({', '.join('?' * len(stems))})"
    )
    common: int = connection.execute(sql, (language, *stems)).fetchone()[0]
    return common > 0


def add_posting(connection: sqlite3.Connection, language: Language, stems: Sequence[str], found: Documents) -> None:
    """Writes the documents that hold `stems` near each other."""
    places = array(_NUMBERS, places_of(found))
    connection.execute("INSERT INTO posting VALUES (?, 0, ?, 0, ?)", (language.value, key(stems), _blob(places)))


class Stems:
    """Stems with the documents in one language that hold them; `named`: that hold them in the title or the keywords."""

    def __init__(
        self, connection: sqlite3.Connection, language: Language, stems: Collection[str], *, named: bool
    ) -> None:
        self._bits: dict[str, Documents] = {}
        self._places: dict[str, array[int]] = {}
        sql = (
            "SELECT stem, bits, documents FROM posting"  # noqa: S608
            f" WHERE lang = ? AND named = ? AND stem IN ({', '.join('?' * len(stems))})"
        )
        for stem, bits, blob in connection.execute(sql, (language, named, *stems)):
            if bits:
                self._bits[stem] = int.from_bytes(blob, "little")
            else:
                self._places[stem] = _from_blob(blob)

    def __contains__(self, stem: str) -> bool:
        return stem in self._bits or stem in self._places

    def any(self, stems: Iterable[str]) -> Documents:
        """Returns the documents that hold any of `stems`."""
        found = 0
        places = _places()
        for stem in stems:
            if stem in self._places:
                places += self._places[stem]
            else:
                found |= self._bits.get(stem, 0)
        return found | documents_at(places)

    def all(self, stems: Iterable[str]) -> Documents:
        """Returns the documents that hold all of `stems`."""
        return reduce(and_, (self.any((stem,)) for stem in stems))


def read_beginning(
    connection: sqlite3.Connection, language: Language, beginning: str, *, named: bool
) -> Documents | None:
    """Returns the documents with a word that begins so, when it was written down."""
    column = "named" if named else "documents"
    sql = f"SELECT beginning, {column} FROM beginning WHERE lang = ? AND beginning >= ? ORDER BY beginning LIMIT 1"  # noqa: S608
    row = connection.execute(sql, (language, beginning)).fetchone()
    return int.from_bytes(row[1], "little") if row and row[0].startswith(beginning) else None


def _stems(held: Held, language: Language, entries: int) -> Iterator[tuple[str, tuple[int, bytes]]]:
    by_stem: dict[str, list[str]] = {}
    words = sorted(held)
    for word, stem in zip(words, stemming(language).stems(words), strict=True):
        by_stem.setdefault(stem, []).append(word)
    for stem, forms in sorted(by_stem.items()):
        places = held[forms[0]] if len(forms) == 1 else array(_NUMBERS, sorted(set(_together(forms, held))))
        if len(places) * _BITS > entries:
            yield stem, (1, _bits(documents_at(places)))
        else:
            yield stem, (0, _blob(places))


def _bits(held: Documents) -> bytes:
    return held.to_bytes((held.bit_length() + 7) // 8, "little")


def _blob(places: "array[int]") -> bytes:
    if sys.byteorder == "big":
        places = places[:]
        places.byteswap()
    return places.tobytes()


def _from_blob(blob: bytes) -> "array[int]":  # quoted: Python 3.11 has no array[int] while it runs
    places = _places()
    places.frombytes(blob)
    if sys.byteorder == "big":
        places.byteswap()
    return places


def _places() -> "array[int]":
    return array(_NUMBERS)


class _Beginnings:
    """The beginnings of words that many documents hold.

    Attributes:
        found: Each with the documents that hold it, and those that hold it in the title or the keywords.
    """

    def __init__(self, anywhere: Held, named: Held, least: int) -> None:
        self._anywhere = anywhere
        self._named = named
        self._least = least
        self.found: list[tuple[str, Documents, Documents]] = []
        long = (word for word in sorted(anywhere) if len(word) >= SHORTEST)
        for _, words in groupby(long, key=lambda word: word[:SHORTEST]):
            self._find(list(words), SHORTEST)

    def _find(self, words: Sequence[str], length: int) -> tuple[Documents, Documents]:
        """Finds those of `words`, which are in order and share the first `length` letters; returns who holds any of them."""
        while len(words[0]) > length and words[-1].startswith(words[0][: length + 1]):
            length += 1  # all go on the same way, and none ends here
        anywhere = named = 0
        rest: list[str] = []
        for _, longer in groupby(words, key=lambda word: word[: length + 1]):
            going_on = list(longer)
            if len(going_on[0]) > length and sum(len(self._anywhere[word]) for word in going_on) > self._least:
                more = self._find(going_on, length + 1)
                anywhere, named = anywhere | more[0], named | more[1]
            else:
                rest += going_on
        anywhere |= documents_at(_together(rest, self._anywhere))
        named |= documents_at(_together(rest, self._named))
        if anywhere.bit_count() > self._least:
            self.found.append((words[0][:length], anywhere, named))
        return anywhere, named


def _together(words: Iterable[str], held: Held) -> "array[int]":
    """The places of all of `words`, those of several more than once."""
    places = _places()
    for word in words:
        if word in held:
            places += held[word]
    return places
