"""The build step that adds the search index to a knowledge database."""

import sqlite3
from collections.abc import Iterator
from typing import Final

from guidance_kb import paths
from guidance_kb.language import Language
from guidance_kb.search.index.features import add_features
from guidance_kb.search.index.phrasings import add_phrasings
from guidance_kb.search.index.postings import Postings, add_posting, matching
from guidance_kb.search.language.folding import fold, words
from guidance_kb.search.language.stems import stemming
from guidance_kb.search.language.vocabulary import add_vocabulary
from guidance_kb.search.query.plan import Closeness, Pattern
from guidance_kb.search.query.thesaurus import NEARBY, label

# Documents that contain a label of several words are found at build time, with the words near each other, as synonyms are searched.
#
# FTS5 takes long to find them, because their words are common and it visits every position of each.

FEWEST: Final = 1000
"""Number of entries below which this is fast without precomputation."""


def add_labels(connection: sqlite3.Connection, entries: int) -> None:
    """Write the documents of each label, also of labels without any, if there are more than `FEWEST` entries."""
    if entries <= FEWEST:
        return
    for language in Language:
        texts = connection.execute("SELECT label FROM concept_label WHERE lang = ?", (language,))
        labels = [label(text, stemming(language)) for (text,) in texts]
        for stems in sorted({found.stems for found in labels if found is not None and len(found.stems) > 1}):
            pattern = Pattern(Closeness.SYNONYM, stems, stemmed=True, spread=NEARBY)
            add_posting(connection, language, stems, matching(connection, [pattern], language))


_TABLES: Final = {language: f"search_{language}" for language in Language}
_COLUMNS: Final = "title, keywords, body, phrasings, title_stems, keywords_stems, body_stems, phrasings_stems"

_BUILDING: Final = 32 * 2**20
_USUAL: Final = 2**20
"""Bytes that FTS5 buffers before it writes; a larger buffer while building makes inserting twice as fast."""


def add_index(connection: sqlite3.Connection) -> None:
    """Index every row of `document`.

    Works inside the transaction of the caller, if there is one, and commits nothing. The same documents give the same bytes.
    """
    for statement in (paths.SQL / "search.sql").read_text("utf-8").split(";\n"):
        connection.execute(statement)
    entries: int = connection.execute("SELECT coalesce(max(number) + 1, 0) / 2 FROM document").fetchone()[0]
    for language in Language:
        _index(connection, language, entries)
    add_phrasings(connection)
    add_vocabulary(connection)
    add_features(connection)
    add_labels(connection, entries)


def _index(connection: sqlite3.Connection, language: Language, entries: int) -> None:
    table = _TABLES[language]
    postings = Postings()
    _configure(connection, table, "hashsize", _BUILDING)
    connection.executemany(
        f"INSERT INTO {table} (rowid, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
        _rows(connection, language, postings),
    )
    connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608
    _configure(connection, table, "hashsize", _USUAL)
    postings.write(connection, language, entries)


def _configure(connection: sqlite3.Connection, table: str, option: str, value: int) -> None:
    connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES (?, ?)", (option, value))  # noqa: S608


def _rows(
    connection: sqlite3.Connection, language: Language, postings: Postings
) -> Iterator[tuple[int, *tuple[str, ...]]]:
    reader = KnowledgeReader(language)
    documents = connection.execute(
        "SELECT number, title, keywords, body, phrasings FROM document WHERE lang = ? ORDER BY number", (language,)
    )
    for number, *texts in documents:
        columns, stems = zip(*map(reader.read, texts), strict=True)
        title, keywords, body, phrasings = (column.split() for column in columns)
        postings.add((number - 1) >> 1, title + keywords, body + phrasings)
        yield (number, *columns, *stems)


class KnowledgeReader:
    """Splits texts into words and stems as `folding` and `stemming` do, but processes each distinct piece between spaces only once."""

    def __init__(self, language: Language) -> None:
        self._stemmed = stemming(language).stems
        self._words: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        self._joined: dict[str, list[str]] = {}

    def read(self, text: str) -> tuple[str, str]:
        """Return the words and the stems of `text`, each separated by spaces."""
        pieces = text.split()
        for piece in set(pieces).difference(self._words):
            self._learn(piece)
        words_, stems = "".join(map(self._words.__getitem__, pieces)), "".join(map(self._stems.__getitem__, pieces))
        if not self._joined.keys().isdisjoint(pieces):
            joined = [word for piece in pieces for word in self._joined.get(piece, ())]
            words_, stems = f"{words_}{' '.join(joined)} ", f"{stems}{' '.join(self._stemmed(joined))} "
        return words_[:-1], stems[:-1]

    def _learn(self, piece: str) -> None:
        """Cache the words and stems of a piece, each with a trailing space, and apart from them its joined forms, which end a text."""
        folded = fold(piece)
        every = words(piece)
        plain = words(folded.replace("-", " ")) if "-" in folded else every
        self._words[piece] = "".join(f"{word} " for word in plain)
        self._stems[piece] = "".join(f"{stem} " for stem in self._stemmed(plain))
        if len(every) > len(plain):
            self._joined[piece] = every[len(plain) :]
