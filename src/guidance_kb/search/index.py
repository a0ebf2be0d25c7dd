"""Adds the search index to a knowledge database: the step of the build that search does (`knowledge.authoring` does the rest)."""

import sqlite3
from collections.abc import Iterator
from typing import Final

from guidance_kb import paths
from guidance_kb.language import Language
from guidance_kb.search.folding import words
from guidance_kb.search.stemming import stemming
from guidance_kb.search.vocabulary import add_vocabulary

_TABLES: Final = {language: f"search_{language}" for language in Language}
_COLUMNS: Final = "title, keywords, body, phrasings, title_stems, keywords_stems, body_stems, phrasings_stems"

_BUILDING: Final = 32 * 2**20
_USUAL: Final = 2**20
"""Bytes that FTS5 collects before it writes; more of them while building makes inserting twice as fast."""


def add_index(connection: sqlite3.Connection) -> None:
    """Indexes every row of `document`.

    Works inside the transaction of the caller, if there is one, and commits nothing. The same documents give the same bytes.
    """
    for statement in (paths.SQL / "search.sql").read_text("utf-8").split(";\n"):
        connection.execute(statement)
    for language in Language:
        _index(connection, language)
    add_vocabulary(connection)


def _index(connection: sqlite3.Connection, language: Language) -> None:
    table = _TABLES[language]
    _configure(connection, table, "hashsize", _BUILDING)
    connection.executemany(
        f"INSERT INTO {table} (rowid, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
        _rows(connection, language),
    )
    connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608
    _configure(connection, table, "hashsize", _USUAL)


def _configure(connection: sqlite3.Connection, table: str, option: str, value: int) -> None:
    connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES (?, ?)", (option, value))  # noqa: S608


def _rows(connection: sqlite3.Connection, language: Language) -> Iterator[tuple[int, *tuple[str, ...]]]:
    stems = stemming(language).stems
    documents = connection.execute(
        "SELECT number, title, keywords, body, phrasings FROM document WHERE lang = ? ORDER BY number", (language,)
    )
    for number, *texts in documents:
        columns = [words(text) for text in texts]
        yield (number, *map(" ".join, columns), *(" ".join(stems(column)) for column in columns))
