"""The words of the content and the thesaurus, written at the end of the build and used for compounds and spelling."""

import sqlite3
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import reduce
from heapq import nsmallest
from math import inf, log2
from operator import or_
from string import ascii_lowercase
from typing import Final, NamedTuple

from guidance_kb.language import Language
from guidance_kb.search.language.compounds import Compounds, compounds
from guidance_kb.search.language.folding import words
from guidance_kb.search.language.stems import stemming

MOST_COMPOUNDS: Final = 24
"""Maximum number of compounds of one part that are stored and searched: those with the most documents."""

MOST_MEANT: Final = 20_000
"""Maximum number of words of a language for spelling correction: those with the most documents. The rarest words of a large content are
mostly misspelled themselves.
"""


class Compound(NamedTuple):
    """A compound of the content: its stem, and its form with the most documents."""

    stem: str
    word: str


class VocabularyWord(NamedTuple):
    """A candidate for spelling correction; `documents` is 0 if it is in the thesaurus only."""

    word: str
    letters: int
    documents: int


class _Compound(NamedTuple):
    """A row of the table `compound`."""

    part: str
    stem: str
    word: str
    documents: int


class Vocabulary:
    """Word data of a knowledge database. It queries the database each time, so that its size costs no memory."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._rules = compounds()

    def has(self, word: str) -> bool:
        """Return whether any form of a folded word is in the content or the thesaurus, in either language."""
        sql = "SELECT EXISTS (SELECT 1 FROM word WHERE lang = ? AND stem = ?)"
        return any(
            self._connection.execute(sql, (language, stemming(language).stem(word))).fetchone()[0]
            for language in Language
        )

    def documents(self, stem: str, language: Language = Language.NL) -> int:
        """Return the number of documents with the most frequent form of a stem."""
        sql = "SELECT coalesce(max(documents), 0) FROM word WHERE lang = ? AND stem = ?"
        found: int = self._connection.execute(sql, (language, stem)).fetchone()[0]
        return found

    def words(self, language: Language) -> list[VocabularyWord]:
        """Return the words of `language` for spelling correction: those of the thesaurus, and the most frequent of the content."""
        sql = (
            "SELECT word, letters, documents FROM word WHERE lang = ?1 AND (documents = 0 OR documents >="
            " coalesce((SELECT documents FROM word WHERE lang = ?1 ORDER BY documents DESC LIMIT 1 OFFSET ?2), 0)) ORDER BY word"
        )
        return [VocabularyWord(*row) for row in self._connection.execute(sql, (language, MOST_MEANT))]

    def compounds(self, word: str) -> list[Compound]:
        """Return the compounds with a folded word as a part, those with the most documents first."""
        if not self._rules.is_part(word):
            return []
        sql = "SELECT stem, word FROM compound WHERE part = ? ORDER BY documents DESC, word LIMIT ?"
        parameters = (stemming(Language.NL).stem(word), MOST_COMPOUNDS)
        return [Compound(*row) for row in self._connection.execute(sql, parameters)]

    def split(self, word: str) -> tuple[str, ...]:
        """Return the parts of a folded word; empty if it is not a compound of known words."""
        if not self._rules.may_have_parts(word):
            return ()
        last = len(word) - self._rules.shortest + 1
        pieces = [
            word[start:end] for start in range(last) for end in range(start + self._rules.shortest, len(word) + 1)
        ]
        ends = [word[start:] for start in range(1, last)]
        stems = stemming(Language.NL).stems(ends)
        found = self._known("stem", stems)
        endings = {end for end, stem in zip(ends, stems, strict=True) if stem in found}
        return self._rules.split(word, self._known("word", pieces), endings)

    def _known(self, column: str, values: Sequence[str]) -> set[str]:
        sql = f"SELECT {column} FROM word WHERE lang = 'nl' AND {column} IN ({', '.join('?' * len(values))})"  # noqa: S608
        return {value for (value,) in self._connection.execute(sql, values)}


_LETTERS: Final = {letter: 1 << place for place, letter in enumerate(ascii_lowercase)}


def letters(word: str) -> int:
    """Return the set of letters a to z in a word, as bits."""
    return reduce(or_, (_LETTERS[letter] for letter in set(word) if letter in _LETTERS), 0)


def add_vocabulary(connection: sqlite3.Connection) -> None:
    """Write the words and the compounds of the indexed documents."""
    for language in Language:
        connection.executemany("INSERT INTO word VALUES (?, ?, ?, ?, ?)", _words(connection, language))
    dutch = {
        word: (stem, documents)
        for word, stem, documents in connection.execute("SELECT word, stem, documents FROM word WHERE lang = 'nl'")
    }
    connection.executemany("INSERT INTO compound VALUES (?, ?, ?, ?)", _most(_compounds(dutch, compounds())))


def _most(rows: Iterable[_Compound]) -> Iterator[_Compound]:
    """Yield for each part the compounds with the most documents, and of each compound its most frequent form."""
    by_part: dict[str, dict[str, _Compound]] = {}
    for row in rows:
        forms = by_part.setdefault(row.part, {})
        forms[row.stem] = min(row, forms.get(row.stem, row), key=_rank)
    for part in sorted(by_part):
        yield from sorted(nsmallest(MOST_COMPOUNDS, by_part[part].values(), key=_rank))


def _rank(row: _Compound) -> tuple[int, str]:
    return -row.documents, row.word


def _words(connection: sqlite3.Connection, language: Language) -> Iterator[tuple[str, str, str, int, int]]:
    found: dict[str, int] = {}
    for (label,) in connection.execute("SELECT label FROM concept_label WHERE lang = ?", (language,)):
        found.update(dict.fromkeys(words(label), 0))
    connection.execute(f"CREATE VIRTUAL TABLE temp.standing USING fts5vocab('main', 'search_{language}', 'col')")
    sql = (
        "SELECT term, max(doc) FROM temp.standing WHERE col IN ('title', 'keywords', 'body', 'phrasings') GROUP BY term"
    )
    found.update(connection.execute(sql).fetchall())
    connection.execute("DROP TABLE temp.standing")
    stem = stemming(language).stem
    return ((language.value, word, stem(word), found[word], letters(word)) for word in sorted(found))


def _compounds(dutch: dict[str, tuple[str, int]], rules: Compounds) -> Iterator[_Compound]:
    """Yield each part of each compound of the content, recursively."""
    endings = _Forms(stem for word, (stem, _) in dutch.items() if rules.is_part(word))
    parts: dict[str, tuple[str, ...]] = {}
    for word, (stem, documents) in dutch.items():
        if documents:
            waiting = [word]
            while waiting:
                whole = waiting.pop()
                if whole not in parts:
                    parts[whole] = rules.split(whole, dutch, endings)
                waiting += parts[whole]
                yield from (_Compound(endings.stem(part), stem, word, documents) for part in parts[whole])


class _Forms(Container[str]):
    """The set of all forms of the words with these stems."""

    def __init__(self, stems: Iterable[str]) -> None:
        self._stems = frozenset(stems)
        self.stem = stemming(Language.NL).stem

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self.stem(word) in self._stems


# --- Spelling correction: the closest word of the content or the thesaurus to an unknown word.
# The distance models typing errors (transposed letters, a neighbouring key, a missing or extra letter) and words that sound alike (d for t,
# ei for ij). Such an error costs less than another letter.


SHORTEST: Final = 4
"""Minimum number of letters of a word that is corrected; shorter ones are close to too many others."""

LONGEST: Final = 40
"""Maximum number of letters of a word that is corrected."""

_TWO_ERRORS: Final = 6
"""Number of letters from which two errors are allowed instead of one."""

_OTHER: Final = 1.0
_MISSING: Final = 0.9
_SWAPPED: Final = 0.5
_NEIGHBOUR: Final = 0.6
_SOUNDS_ALIKE: Final = 0.6
_DOUBLED: Final = 0.5
_FIRST: Final = 0.4
"""Costs of errors; `_FIRST` is added if the first letter is wrong, which people notice at once."""

_FAMILIAR: Final = 0.03
_MOST_DOUBLINGS: Final = 10
_GAIN: Final = _FAMILIAR * _MOST_DOUBLINGS
"""Bonus of a word for each doubling of its documents, the number of doublings that count, and the maximum bonus."""

_OTHER_LANGUAGE: Final = 0.2

_KEYS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SOUNDS: Final = ("dt", "sz", "fv", "ck", "iy", "ij", "ei", "gh", "ae", "bp")


class Speller:
    """Finds corrections among all words of the knowledge database, held in memory."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._by_length: dict[Language, dict[int, list[VocabularyWord]]] = {}
        for language in Language:
            by_length = self._by_length[language] = defaultdict(list)
            for word in vocabulary.words(language):
                if word.word.isalpha():
                    by_length[len(word.word)].append(word)

    def meant(self, word: str, language: Language, most: int = 2) -> str:
        """Return the correction of a folded word, in `language` or else in the other; empty if there is no close word.

        Args:
            word: A folded word.
            language: The language to try first.
            most: The maximum number of errors; a short word may have one.
        """
        if not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
            return ""
        for errors in range(1, min(most, 1 if len(word) < _TWO_ERRORS else 2) + 1):
            best = self._best(word, language, errors)
            if best:
                return best
        return ""

    def _best(self, word: str, language: Language, errors: int) -> str:
        best, limit = "", errors + _GAIN
        for known, handicap in self._near(word, language, errors):
            gain = _FAMILIAR * min(log2(1 + known.documents), _MOST_DOUBLINGS)
            cost = distance(word, known.word, errors, min(limit - handicap + gain, errors))
            if cost <= errors and cost + handicap - gain < limit:
                best, limit = known.word, cost + handicap - gain
        return best

    def _near(self, word: str, language: Language, errors: int) -> Iterator[tuple[VocabularyWord, float]]:
        """Yield the words of similar length and letters: each error removes one letter at most, and adds one."""
        bits = letters(word)
        for each in (language, language.other):
            handicap = 0.0 if each is language else _OTHER_LANGUAGE
            for length in range(max(SHORTEST - 1, len(word) - errors), len(word) + errors + 1):
                for known in self._by_length[each].get(length, ()):
                    differ = known.letters ^ bits
                    if (differ & bits).bit_count() <= errors and (differ & known.letters).bit_count() <= errors:
                        yield known, handicap


def distance(typed: str, word: str, errors: int, most: float) -> float:
    """Return the weighted Damerau distance from `word` to `typed`.

    Args:
        typed: A folded word.
        word: Another folded word.
        errors: The maximum shift of a letter.
        most: The cost above which it stops and returns infinity.
    """
    before: list[float] = []
    last = [0.0]
    for place in range(len(word)):
        last.append(last[-1] + _gap(word, place))
    for row, letter in enumerate(typed):
        line = [inf] * (len(word) + 1)
        if row < errors:
            line[0] = last[0] + _gap(typed, row)
        missing = _gap(typed, row)
        for column in range(max(0, row - errors), min(len(word), row + errors + 1)):
            other = word[column]
            cost = last[column] + (0.0 if letter == other else _instead(letter, other, first=row == column == 0))
            cost = min(cost, last[column + 1] + missing, line[column] + _gap(word, column))
            if row and column and letter == word[column - 1] and typed[row - 1] == other and letter != other:
                cost = min(cost, before[column - 1] + _SWAPPED)
            line[column + 1] = cost
        if min(line) > most and min(last) > most:
            return inf
        before, last = last, line
    return last[-1]


def _gap(word: str, place: int) -> float:
    """Return the cost of an extra or missing letter."""
    if place == 0:
        return _MISSING + _FIRST
    return _DOUBLED if word[place] == word[place - 1] else _MISSING


def _instead(letter: str, other: str, *, first: bool) -> float:
    return _INSTEAD.get(letter + other, _OTHER) + (_FIRST if first else 0.0)


def _cheap() -> Iterator[tuple[str, float]]:
    for upper, lower in zip(_KEYS, (*_KEYS[1:], ""), strict=True):
        for place, key in enumerate(upper):
            beside = upper[place + 1 : place + 2] + lower[max(0, place - 1) : place + 1]
            for neighbour in beside:
                yield key + neighbour, _NEIGHBOUR
                yield neighbour + key, _NEIGHBOUR
    for one, other in _SOUNDS:
        yield one + other, _SOUNDS_ALIKE
        yield other + one, _SOUNDS_ALIKE


_INSTEAD: Final = dict(_cheap())
