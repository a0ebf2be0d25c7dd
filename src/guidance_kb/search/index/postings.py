"""Postings: the set of documents for each stem and for frequent prefixes, written with the index.

FTS5 returns the documents of a word one by one, which takes a millisecond for a few thousand. Here the documents of a stem are one blob:
32-bit numbers, or a bit for each document where that is shorter. Only prefixes with many documents are stored, and of prefixes with the
same words (begel, begele, begelei …) only the longest.
"""

import sqlite3
import sys
from array import array
from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import reduce
from itertools import chain, groupby, islice, repeat
from operator import and_, itemgetter
from typing import Final

from guidance_kb.language import Language
from guidance_kb.search.language.stems import stemming
from guidance_kb.search.query.plan import ANYWHERE, Clause, Closeness, Pattern, Plan, Term
from guidance_kb.search.query.thesaurus import NEARBY

# --- Sets of documents: integers with one bit for each document, so that filters and counts are bitwise operations.
# Bit n represents the documents numbered 2n + 1 (Dutch) and 2n + 2 (English): the same entry in both languages.


Documents = int
"""A set of documents."""

_ONE: Final = ord("1")
_FEW: Final = 1000


def documents(numbers: Iterable[int]) -> Documents:
    """Return the set of documents with these numbers, of either language."""
    return documents_at([(number - 1) >> 1 for number in numbers])


def documents_at(places: Sequence[int]) -> Documents:
    """Return the set of documents with these bits."""
    if not places:
        return 0
    if len(places) < _FEW:
        bits = bytearray((max(places) >> 3) + 1)
        for place in places:
            bits[place >> 3] |= 1 << (place & 7)
        return int.from_bytes(bits, "little")
    digits = bytearray(b"0") * (max(places) + 1)  # slower to set up, then twice as fast
    deque(map(digits.__setitem__, places, repeat(_ONE)), maxlen=0)
    digits.reverse()  # the first digit is the most significant
    return int(digits, 2)


def places_of(found: Documents) -> Iterator[int]:
    """Yield the bits of a set, in order."""
    digits = f"{found:b}"[::-1]
    place = digits.find("1")
    while place >= 0:
        yield place
        place = digits.find("1", place + 1)


def numbers(found: Documents, language: Language) -> Iterator[int]:
    """Yield the numbers of documents in `language`, in order."""
    first = 1 if language is Language.NL else 2
    return (2 * place + first for place in places_of(found))


def in_language(number: int, language: Language) -> int:
    """Return the number, in `language`, of the entry that has a document with this number."""
    return ((number - 1) & ~1) + (1 if language is Language.NL else 2)


def with_most(sets: Sequence[Documents], among: Documents) -> Iterator[Documents]:
    """Yield the documents of `among` by how many of `sets` contain them: all, all but one, … none."""
    at_least = [among] + [0] * len(sets)
    for one in sets:
        for many in range(len(sets), 0, -1):
            at_least[many] |= at_least[many - 1] & one
    more = 0
    for having in reversed(at_least):
        yield having & ~more
        more = having


def foremost(
    among: Documents, held: Sequence[Documents], named: Sequence[Documents], language: Language, most: int
) -> list[int]:
    """Return the numbers of up to `most` documents of `among`, those in most sets first.

    Args:
        among: The documents to choose from.
        held: Sets to count membership in.
        named: Sets that break ties; remaining ties go to the first documents.
        language: The language of the numbers.
        most: The maximum number of documents.
    """
    chosen: list[int] = []
    for holding in with_most(held, among):
        for naming in with_most(named, holding) if holding else ():
            chosen += islice(numbers(naming, language), most - len(chosen))
            if len(chosen) == most:
                return chosen
    return chosen


# --- The FTS5 MATCH text of a plan in each language. It contains only folded words, each between quotation marks.


_SURFACE = "{title keywords body phrasings}"
_STEMS = "{title_stems keywords_stems body_stems phrasings_stems}"
_NAMED_SURFACE = "{title keywords}"
_NAMED_STEMS = "{title_stems keywords_stems}"


def match_text(plan: Plan, language: Language) -> str:
    """Return the MATCH text for the words of `plan` in the index of `language`; empty if it has none."""
    operator = " OR " if plan.any_word else " AND "
    return operator.join(_either(patterns_text(term.patterns(language)) for term in clause) for clause in plan.clauses)


def excluded_text(plan: Plan, language: Language) -> str:
    """Return the MATCH text for the exclusions; empty if there are none."""
    return _either(patterns_text(term.patterns(language)) for term in plan.excluded) if plan.excluded else ""


def patterns_text(patterns: Iterable[Pattern], *, named: bool = False) -> str:
    """Return the MATCH text for any of `patterns`: in all columns, or with `named` in the title or keywords."""
    return _either(_pattern(pattern, named=named) for pattern in patterns)


def _either(parts: Iterable[str]) -> str:
    return "(" + " OR ".join(parts) + ")"


def _pattern(pattern: Pattern, *, named: bool) -> str:
    surface, stems = (_NAMED_SURFACE, _NAMED_STEMS) if named else (_SURFACE, _STEMS)
    columns = stems if pattern.stemmed else surface
    quoted = [f'"{word}"' for word in pattern.words]
    if pattern.spread == ANYWHERE:
        return "(" + " AND ".join(f"{columns} : {word}" for word in quoted) + ")"
    if pattern.spread:
        return f"{columns} : NEAR({' '.join(quoted)}, {pattern.spread})"
    return f"{columns} : {' + '.join(quoted)}{' *' if pattern.prefix else ''}"


SHORTEST: Final = 2
"""Minimum length of a prefix, in letters."""

FEWEST: Final = 1000
SHARE: Final = 16
"""A prefix is stored if it has more documents than `FEWEST` and more than one in `SHARE` of all."""

_NUMBERS: Final = "I" if array("I").itemsize == 4 else "L"  # noqa: PLR2004
_BITS: Final = 32

Held = defaultdict[str, "array[int]"]
"""The bits of the documents of each word, in order."""


class Postings:
    """Collects the documents of each word of a language during indexing."""

    def __init__(self) -> None:
        self._anywhere: Held = defaultdict(_places)
        self._named: Held = defaultdict(_places)

    def add(self, place: int, named: Iterable[str], body: Iterable[str]) -> None:
        """Add the words of a document: those of its title and keywords, and those of its body."""
        names = set(named)
        for word in names:
            self._named[word].append(place)
        for word in names.union(body):
            self._anywhere[word].append(place)

    def write(self, connection: sqlite3.Connection, language: Language, entries: int) -> None:
        """Write the postings; `entries` is the number of entries."""
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
    """Return the key in the stem column for several stems near each other."""
    return " ".join(stems)


def are_common(connection: sqlite3.Connection, language: Language, stems: Sequence[str]) -> bool:
    """Return whether any of `stems` has so many documents in `language` that its posting is a bit set."""
    sql = (
        "SELECT count(*) FROM posting WHERE lang = ? AND named = 0 AND bits"  # noqa: S608
        f" AND stem IN ({', '.join('?' * len(stems))})"
    )
    common: int = connection.execute(sql, (language, *stems)).fetchone()[0]
    return common > 0


def add_posting(connection: sqlite3.Connection, language: Language, stems: Sequence[str], found: Documents) -> None:
    """Write the documents with `stems` near each other."""
    places = array(_NUMBERS, places_of(found))
    connection.execute("INSERT INTO posting VALUES (?, 0, ?, 0, ?)", (language.value, key(stems), _blob(places)))


class Stems:
    """The postings of several stems in one language; with `named` only documents that have them in the title or the keywords."""

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
        """Return the documents with any of `stems`."""
        found = 0
        places = _places()
        for stem in stems:
            if stem in self._places:
                places += self._places[stem]
            else:
                found |= self._bits.get(stem, 0)
        return found | documents_at(places)

    def all(self, stems: Iterable[str]) -> Documents:
        """Return the documents with all of `stems`."""
        return reduce(and_, (self.any((stem,)) for stem in stems))


def read_beginning(
    connection: sqlite3.Connection, language: Language, beginning: str, *, named: bool
) -> Documents | None:
    """Return the documents with a word of this prefix if it is stored, else None."""
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


def _from_blob(blob: bytes) -> "array[int]":  # quoted: Python 3.11 has no array[int] at run time
    places = _places()
    places.frombytes(blob)
    if sys.byteorder == "big":
        places.byteswap()
    return places


def _places() -> "array[int]":
    return array(_NUMBERS)


class _Beginnings:
    """The prefixes with many documents.

    Attributes:
        found: Each prefix with its documents, and those that have it in the title or the keywords.
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
        """Find prefixes of `words`, which are sorted and share the first `length` letters; return the documents with any of them."""
        while len(words[0]) > length and words[-1].startswith(words[0][: length + 1]):
            length += 1  # all words share the next letter
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
    """Return the bits of the documents of all of `words`, with duplicates."""
    places = _places()
    for word in words:
        if word in held:
            places += held[word]
    return places


# --- The documents of a clause in one language: single stems and prefixes from the postings, other patterns from FTS5.


_MATCH: Final = {
    language: f"SELECT (rowid - 1) / 2 FROM search_{language} WHERE search_{language} MATCH ?"  # noqa: S608
    for language in Language
}


class PostingsReader:
    """Reads document sets from one knowledge database, cached until `forget` is called."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[tuple[int, Language, bool], tuple[Term, Documents]] = {}

    def forget(self) -> None:
        """Clear the cache before the next query."""
        self._known.clear()

    def any_of(self, terms: Clause, language: Language, *, named: bool = False) -> Documents:
        """Return the documents with any of `terms` in their text in `language`.

        Args:
            terms: The terms of a clause, or the exclusions.
            language: The language of the text.
            named: Whether to count the title and the keywords only, in any order.
        """
        found = 0
        for term in terms:
            key = (id(term), language, named)
            known = self._known.get(key)
            if known is None:  # keeping the term alive ensures that its id is not reused
                known = self._known[key] = (
                    term,
                    self._patterns(_needed(term, language, named=named), language, named=named),
                )
            found |= known[1]
        return found

    def is_common(self, terms: Clause, language: Language) -> bool:
        """Return whether a stem of the terms, also one within a group of words, has very many documents."""
        stems = sorted({word for term in terms for one in term.patterns(language) if one.stemmed for word in one.words})
        return are_common(self._connection, language, stems)

    def _patterns(self, patterns: Iterable[Pattern], language: Language, *, named: bool) -> Documents:
        found = 0
        single: list[str] = []
        several: list[tuple[str, ...]] = []
        near: list[Pattern] = []
        rest: list[Pattern] = []
        for pattern in patterns:
            if pattern.stemmed and len(pattern.words) == 1:
                single += pattern.words
            elif pattern.stemmed and (named or pattern.spread == ANYWHERE):
                several.append(pattern.words)
            elif pattern.stemmed and pattern.spread == NEARBY:
                near.append(pattern)
            elif (beginning := self._beginning(pattern, language, named=named)) is not None:
                found |= beginning
            else:
                rest.append(pattern)
        labels = {key(pattern.words) for pattern in near}
        stems = Stems(self._connection, language, {*single, *chain.from_iterable(several), *labels}, named=named)
        found |= stems.any((*single, *labels))
        rest += [pattern for pattern in near if key(pattern.words) not in stems]
        for words in several:
            found |= stems.all(words)
        return found | matching(self._connection, rest, language, named=named)

    def _beginning(self, pattern: Pattern, language: Language, *, named: bool) -> Documents | None:
        if not pattern.prefix or len(pattern.words) > 1:
            return None
        return read_beginning(self._connection, language, pattern.words[0], named=named)


def matching(
    connection: sqlite3.Connection, patterns: Collection[Pattern], language: Language, *, named: bool = False
) -> Documents:
    """Return the documents in `language` that match any of `patterns` in FTS5."""
    if not patterns:
        return 0
    rows = connection.execute(_MATCH[language], (patterns_text(patterns, named=named),))
    return documents_at(list(map(itemgetter(0), rows)))


def _needed(term: Term, language: Language, *, named: bool) -> Sequence[Pattern]:
    """Return the patterns without redundant exact words: a document with the word has its stem, and a word with its prefix.

    With `named`, words near each other are left out: they take long and decide little.
    """
    patterns = [pattern for pattern in term.patterns(language) if pattern.spread <= 0 or not named]
    if any(pattern.closeness in (Closeness.STEM, Closeness.PREFIX) for pattern in patterns):
        return [pattern for pattern in patterns if pattern.closeness is not Closeness.EXACT]
    return patterns
