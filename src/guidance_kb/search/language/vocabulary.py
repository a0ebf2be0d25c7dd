"""The words of the content and the thesaurus, written at the end of the build and used for compounds and spelling."""

import sqlite3
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import reduce
from heapq import nsmallest
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

    def stands(self, word: str) -> bool:
        """Return whether a folded word itself is in the content, in either language."""
        sql = "SELECT EXISTS (SELECT 1 FROM word WHERE word = ? AND lang IN ('nl', 'en') AND documents > 0)"
        return bool(self._connection.execute(sql, (word,)).fetchone()[0])

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
