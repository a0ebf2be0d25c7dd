"""`docs/knowledge-database.md` tells every table and column, and its queries work."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[2] / "docs" / "knowledge-database.md").read_text("utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
ROWS = {
    name: line
    for line in PAGE.splitlines()
    if line.startswith("| `")
    for name in re.findall(r"`(\w+)`", line.split("|")[1])
}


@pytest.fixture
def connection(knowledge_db: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"{knowledge_db.as_uri()}?mode=ro", uri=True)) as opened:
        yield opened


def _tables(connection: sqlite3.Connection) -> list[str]:
    """The tables of the schema; those in which FTS5 keeps an index have its name before their own."""
    names = [
        name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    ]
    return [name for name in names if not re.match(r"(search|phrasing)_(nl|en)_|sqlite_", name)]


def test_there_are_five_queries() -> None:
    assert len(QUERIES) == 5


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.split("\n")[0][:50])
def test_query_gives_rows(connection: sqlite3.Connection, query: str) -> None:
    rows = connection.execute(query).fetchall()
    assert len(rows) >= 5


def test_every_table_is_told_and_no_other(connection: sqlite3.Connection) -> None:
    assert sorted(ROWS) == _tables(connection)


def test_every_column_is_told(connection: sqlite3.Connection) -> None:
    untold = []
    for table in _tables(connection):
        told = set(re.findall(r"`(\w+)`", ROWS[table].split("|", 2)[2]))
        columns = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
        untold += [f"{table}.{column}" for column in sorted(columns - told)]
    assert untold == []


def test_values_that_are_told_are_those_in_the_database(connection: sqlite3.Connection) -> None:
    columns = "entry.kind answer.state link.type barrier.category drive.kind evidence.strength document.kind meta.key"
    for table, column in (name.split(".") for name in columns.split()):
        values = {value for (value,) in connection.execute(f"SELECT DISTINCT {column} FROM {table}")}  # noqa: S608 - names of this test
        assert values <= set(re.findall(r"`(\w+)`", ROWS[table])), (table, column)
