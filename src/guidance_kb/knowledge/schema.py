"""What building and reading the knowledge database must share."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Final

SCHEMA = "4"
"""The version of db/knowledge.sql; a database with another one is not opened."""

AddIndex = Callable[[sqlite3.Connection], object]
"""Adds the search index, in the transaction of the build (the `search` room's, which this room does not know)."""

_MEANT: Final = str.maketrans({"%": "%25", "?": "%3f", "#": "%23"})
"""The characters that mean something in the address of a file, written so that they mean themselves (`Path.as_uri` imports a lot)."""


def read_only(database: Path) -> sqlite3.Connection:
    """Open a knowledge database, which nobody writes; nothing is read of it yet.

    Raises:
        sqlite3.Error: There is no such file.
    """
    path = database.resolve().as_posix().translate(_MEANT)
    return sqlite3.connect(f"file://{path if path.startswith('/') else f'/{path}'}?mode=ro&immutable=1", uri=True)
