"""The condition of a knowledge database, for the self-check (`guidance-kb doctor`)."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from guidance_kb.errors import KnownError

COUNTED = ("section", "entry", "work", "country", "theme", "barrier", "drive", "item", "concept")
"""The tables whose rows are counted."""


@dataclass(frozen=True, slots=True)
class Condition:
    """The result of examining a readable database.

    Attributes:
        content: The hash of the content it was built from.
        checklist: The version of the checklist in it.
        counts: Rows by table, in the order of `COUNTED`.
        whole: Whether SQLite's quick check passes.
    """

    content: str
    checklist: str
    counts: dict[str, int]
    whole: bool


def examine(database: Path) -> Condition:
    """Read a whole database and return its condition.

    Raises:
        KnownError: It cannot be read as a knowledge database.
    """
    try:
        with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            meta = dict(connection.execute("SELECT key, value FROM meta"))
            counts = {table: int(_one(connection, f"SELECT count(*) FROM {table}")) for table in COUNTED}  # noqa: S608 - our own names
            whole = _one(connection, "PRAGMA quick_check") == "ok"
    except sqlite3.Error as error:
        raise KnownError(
            f"De kennisbank kan niet worden gelezen: {error}.", f"The knowledge database cannot be read: {error}."
        ) from error
    return Condition(meta.get("content", ""), meta.get("checklist", ""), counts, whole)


def sqlite() -> tuple[str, bool]:
    """Return the version of SQLite, and whether it has FTS5."""
    with closing(sqlite3.connect(":memory:")) as connection:
        options = {name for (name,) in connection.execute("PRAGMA compile_options")}
    return sqlite3.sqlite_version, "ENABLE_FTS5" in options


def _one(connection: sqlite3.Connection, sql: str) -> str:
    return str(connection.execute(sql).fetchone()[0])
