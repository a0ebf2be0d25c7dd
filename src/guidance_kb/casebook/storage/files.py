"""The files of a casebook in its folder."""

from pathlib import Path
from typing import Final

DATABASE: Final = "casebook.db"
KEY_FILE: Final = "casebook.key"
LOCK: Final = "casebook.lock"
TRIES: Final = "casebook.tries"
UNFINISHED: Final = f"{DATABASE}.new"
"""What a database is called while it is being made: it gets its name when it is whole."""

PAGE: Final = 4096
"""Bytes of a page of SQLCipher 4, and so the least that a database of ours takes."""

PLAIN_HEADER: Final = b"SQLite format 3\0"
"""What a database in clear begins with (https://sqlite.org/fileformat.html#the_database_header); none of ours does."""

_BESIDE: Final = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a database


def with_companions(database: Path) -> list[Path]:
    """Returns the database and every file that SQLite may keep beside it, whether they are there or not; they are only whole together."""
    return [database, *(database.with_name(database.name + end) for end in _BESIDE)]
