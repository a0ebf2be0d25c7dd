"""Definitions shared by building and reading the knowledge database."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Final

SCHEMA = "6"
"""The version of db/knowledge.sql; a database with another version is not opened."""

AddIndex = Callable[[sqlite3.Connection], object]
"""Adds the search index, within the transaction of the build. It is passed in, because this package does not import `search`."""

_MEANT: Final = str.maketrans({"%": "%25", "?": "%3f", "#": "%23"})
"""Characters with a meaning in a file URI, percent-encoded. `Path.as_uri` would import much more."""


def read_only(database: Path) -> sqlite3.Connection:
    """Connect to a knowledge database, read-only and immutable, without reading from it.

    Raises:
        sqlite3.Error: The file does not exist.
    """
    path = database.resolve().as_posix().translate(_MEANT)
    return sqlite3.connect(f"file://{path if path.startswith('/') else f'/{path}'}?mode=ro&immutable=1", uri=True)
