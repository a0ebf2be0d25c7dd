"""The files of a casebook in its folder."""

from pathlib import Path
from typing import Final

DATABASE: Final = "casebook.db"
KEY_FILE: Final = "casebook.key"
LOCK: Final = "casebook.lock"
TRIES: Final = "casebook.tries"
UNFINISHED: Final = f"{DATABASE}.new"
"""The temporary name of a database during its creation; it is renamed when it is complete."""

PAGE: Final = 4096
"""The page size of SQLCipher 4 in bytes, and so the minimum size of a database."""

PLAIN_HEADER: Final = b"SQLite format 3\0"
"""The first bytes of an unencrypted database (https://sqlite.org/fileformat.html#the_database_header); no casebook begins with them."""

_BESIDE: Final = ("-wal", "-shm", "-journal")  # the suffixes of SQLite's files beside a database


def with_companions(database: Path) -> list[Path]:
    """Return the database and all files that SQLite may keep beside it, existing or not; they are only complete together."""
    return [database, *(database.with_name(database.name + end) for end in _BESIDE)]
