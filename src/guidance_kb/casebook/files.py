"""The files of a casebook in its folder."""

from pathlib import Path
from typing import Final

DATABASE: Final = "casebook.db"
KEY_FILE: Final = "casebook.key"
LOCK: Final = "casebook.lock"
TRIES: Final = "casebook.tries"

_BESIDE: Final = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a database


def with_companions(database: Path) -> list[Path]:
    """Returns the database and every file that SQLite may keep beside it, whether they are there or not; they are only whole together."""
    return [database, *(database.with_name(database.name + end) for end in _BESIDE)]
