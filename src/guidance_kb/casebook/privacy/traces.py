"""Traces of a client: collected before the erasure, and searched afterwards in the open casebook and in files."""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from guidance_kb.casebook.privacy.ownership import columns, owned
from guidance_kb.casebook.storage.rows import Rows, Value
from guidance_kb.language import Text

_TELLING: Final = 12
"""Minimum number of characters of a text to search for; shorter texts occur by chance."""

_LARGEST: Final = 64 * 2**20
"""Maximum size in bytes of a file that is searched."""

_ENCODINGS: Final = ("utf-8", "utf-16-le", "utf-16-be")


@dataclass(frozen=True, slots=True)
class Traces:
    """The strings to search for.

    Attributes:
        code: The client's code.
        ids: The random ids of the client and the sessions.
        texts: Every text of the client, earlier versions included, that is long enough and occurs for nobody else.
        words: Every word and stem of the index that only this client's texts have.
    """

    code: str
    ids: frozenset[str]
    texts: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class TraceSearch:
    """The result for one place.

    Attributes:
        where: The name of the place.
        looked_at: The number of values, words or files.
        found: The places of matches: table and column with the code of the row's client, or the name of a file.
        unread: The number of files that could not be read.
    """

    where: Text
    looked_at: int
    found: tuple[str, ...]
    unread: int = 0


@dataclass(frozen=True, slots=True)
class TracePlace:
    """A file or folder of the program to search: exports, settings, logs.

    Attributes:
        where: Its name.
        path: The file or folder; it need not exist.
        without: Subfolders to leave out: that of the casebook, whose files are encrypted and open.
    """

    where: Text
    path: Path
    without: tuple[Path, ...] = ()


def traces_of(rows: Rows, client: int) -> Traces:
    """Return the traces of a client; reads the whole casebook once."""
    code, uid = rows.the("SELECT code, uid FROM client WHERE id = ?", client)
    ids = {uid, *(session for (session,) in rows.all("SELECT uid FROM session WHERE client = ?", client))}
    own: set[str] = set()
    others: list[str] = []
    for table in owned(rows):
        for owner, *row in rows.all(table.with_owner):
            texts = [value for value in row if isinstance(value, str)]
            if owner != client:
                others += texts
            else:
                own.update(piece for text in texts for piece in _pieces(text))
    of_others = "\0".join(others)
    return Traces(
        code, frozenset(ids), frozenset(text for text in own if text not in of_others), _words_of(rows, client)
    )


def _pieces(value: str) -> Iterator[str]:
    """Yield the texts in a value that are long enough, whole and line by line; of JSON (earlier answers, undo data) its strings.

    A person's own words contain a space; item ids and times do not.
    """
    for text in _strings(value):
        for piece in (text, *text.split("\n")):
            if len(piece.strip()) >= _TELLING and " " in piece.strip():
                yield piece.strip()


def _strings(value: str) -> Iterator[str]:
    if not value.startswith(("{", "[")):
        yield value
        return
    waiting: list[object] = []
    with suppress(ValueError, RecursionError):  # a text that only looks like JSON
        waiting.append(json.loads(value))
    if not waiting:
        yield value
    while waiting:
        found = waiting.pop()
        if isinstance(found, str):
            yield found
        elif isinstance(found, list):
            waiting += found
        elif isinstance(found, dict):
            waiting += found.values()


def search_store(rows: Rows, traces: Traces) -> list[TraceSearch]:
    """Search the open casebook: all values of all tables, and the word index."""
    return [_values(rows, traces), _index(rows, traces)]


def search_files(place: TracePlace, traces: Traces) -> TraceSearch:
    """Search the names and contents of files for the code, the ids and the texts, in UTF-8 and UTF-16.

    Single words are not searched for: they occur anywhere. Compressed (PDF) or encrypted files can match by name only.
    """
    code, needles = _code(traces.code), traces.ids | traces.texts
    # In a file name anything may be beside it: dossier-K-1.html, K-1_oud.pdf
    named = re.compile(rf"(?<![^\W_]){re.escape(traces.code)}(?![^\W_])", re.IGNORECASE)
    found, unread, looked_at = [], 0, 0
    for file in _files(place):
        looked_at += 1
        content = _read(file)
        if content is None:
            unread += 1
        if named.search(file.name) or any(_holds(text, code, needles) for text in _decoded(content or b"")):
            found.append(file.name)
    return TraceSearch(place.where, looked_at, tuple(found), unread)


def _values(rows: Rows, traces: Traces) -> TraceSearch:
    code, needles = _code(traces.code), traces.ids | traces.texts
    looked_at, found = 0, []
    for table, column in _columns(rows):
        values = [value for (value,) in rows.all(f'SELECT "{column}" FROM "{table}" WHERE "{column}" IS NOT NULL')]  # noqa: S608
        looked_at += len(values)
        texts = [text for value in values for text in _texts(value)]
        if _holds("\0".join(texts), code, needles):  # searching all texts at once is a hundred times faster
            found += _whose(rows, table, column, code, needles) or [f"{table}.{column}"]
    where = Text("Dossiers: alle waarden van alle tabellen", "Records: every value of every table")
    return TraceSearch(where, looked_at, tuple(found))


def _whose(rows: Rows, table: str, column: str, code: re.Pattern[str], needles: Iterable[str]) -> list[str]:
    """Return the codes of the clients whose rows match: `note.text (K-7)`."""
    for each in owned(rows):
        if each.name == table:
            place = each.columns.index(column) + 1
            owners = {row[0] for row in rows.all(each.with_owner) if _holds(str(row[place]), code, needles)}
            codes = sorted(rows.the("SELECT code FROM client WHERE id = ?", owner)[0] for owner in owners)
            return [f"{table}.{column} ({other})" for other in codes]
    return []


def _texts(value: Value | bytes) -> list[str]:
    return _decoded(value) if isinstance(value, bytes) else [str(value)]


def _columns(rows: Rows) -> Iterator[tuple[str, str]]:
    """Yield every column of every table except the tombstones, which contain the client's id on purpose."""
    for (table,) in rows.all(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name <> 'tombstone'"
    ):
        for column in columns(rows, table):
            yield table, column


def _index(rows: Rows, traces: Traces) -> TraceSearch:
    with _vocabulary(rows, "row"):
        terms = {term for (term,) in rows.all("SELECT term FROM temp.vocabulary")}
    found = ("word",) * len(terms & traces.words)
    return TraceSearch(Text("Dossiers: zoekwoorden", "Records: search words"), len(terms), found)


def _words_of(rows: Rows, client: int) -> frozenset[str]:
    """Return the words that the index has from this client's texts only."""
    places = "SELECT place FROM passage WHERE client = ?"
    sql = f"SELECT term FROM temp.vocabulary GROUP BY term HAVING sum(doc NOT IN ({places})) = 0"  # noqa: S608
    with _vocabulary(rows, "instance"):
        return frozenset(term for (term,) in rows.all(sql, client))


@contextmanager
def _vocabulary(rows: Rows, kind: str) -> Iterator[None]:
    """Provide the word index as a table (https://sqlite.org/fts5.html#the_fts5vocab_virtual_table_module)."""
    rows.run(f"CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', 'word', '{kind}')")
    try:
        yield
    finally:
        rows.run("DROP TABLE temp.vocabulary")


def _code(code: str) -> re.Pattern[str]:
    """Return a pattern for a code that is not part of another."""
    return re.compile(rf"(?<![\w.-]){re.escape(code)}(?![\w-]|\.\w)", re.IGNORECASE)


def _holds(text: str, code: re.Pattern[str], needles: Iterable[str]) -> bool:
    return code.search(text) is not None or any(needle in text for needle in needles)


def _decoded(content: bytes) -> list[str]:
    return [content.decode(encoding, "ignore") for encoding in _ENCODINGS]


def _files(place: TracePlace) -> Iterator[Path]:
    """Yield the files of a place, without following links."""
    found = [place.path] if place.path.is_file() else sorted(place.path.rglob("*"))
    for file in found:
        if file.is_file() and not file.is_symlink() and not any(file.is_relative_to(each) for each in place.without):
            yield file


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes() if file.stat().st_size <= _LARGEST else None
    except OSError:
        return None
