"""The installed packs, as they were added, and the name of the database built from them: one small SQLite file.

The packs and the name change in one transaction. A change always builds a new database, because the program may have the
present one open. So if a change fails, the packs and their database stay as they were.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from guidance_kb.errors import KnownError
from guidance_kb.knowledge.model import Pack
from guidance_kb.language import Text

FILE: Final = "packs.db"
BUILT: Final = "knowledge-*.db"
"""The file names of databases with packs."""

_TABLES: Final = (
    """
CREATE TABLE IF NOT EXISTS pack (
    id TEXT PRIMARY KEY,
    about TEXT NOT NULL,
    zip BLOB NOT NULL,
    aside_nl TEXT,
    aside_en TEXT
) WITHOUT ROWID""",
    "CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
)
_KEPT: Final = "SELECT about, zip, aside_nl, aside_en FROM pack ORDER BY id"
_PATIENCE: Final = 5.0
"""Seconds to wait for another window that is changing packs."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An installed pack.

    Attributes:
        pack: Its description.
        zip: Its files.
        aside: The reason why it is not used; None if it is used.
    """

    pack: Pack
    zip: bytes
    aside: Text | None


class PackState(NamedTuple):
    """The present database.

    Attributes:
        database: The name of the database with the packs; empty if no pack is used.
        made_for: The program and content for which it was built (`database.made_for`).
    """

    database: str
    made_for: str


class PackStore:
    """The file in `folder`; each use opens and closes it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._path = folder / FILE

    def state(self) -> PackState | None:
        """Return the present database; None if no pack was ever added.

        Raises:
            KnownError: The file is damaged or cannot be read.
        """
        rows = self._rows("SELECT key, value FROM state")
        found = {str(key): str(value) for key, value in rows}
        return PackState(found.get("database", ""), found.get("made_for", "")) if found else None

    def kept(self) -> list[Kept]:
        """Return the packs, in the order of their ids.

        Raises:
            KnownError: The file is damaged or cannot be read.
        """
        try:
            return [_kept(row) for row in self._rows(_KEPT)]
        except (ValueError, KeyError, TypeError) as error:
            raise self._damaged(error) from error

    def _rows(self, sql: str) -> list[tuple[object, ...]]:
        if not self._path.exists():
            return []
        try:
            # Not `mode=ro`: SQLite must first roll back the changes of a program that was killed.
            with closing(sqlite3.connect(f"{self._path.resolve().as_uri()}?mode=rw", uri=True)) as connection:
                if self._was_only_begun(connection):
                    return []
                return connection.execute(sql).fetchall()
        except sqlite3.Error as error:
            raise self._damaged(error) from error

    def _was_only_begun(self, connection: sqlite3.Connection) -> bool:
        """Return whether adding the first pack was interrupted, by a kill or a full disk: then no database was built either."""
        is_empty = not connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()
        return is_empty and not any(self.folder.glob(BUILT))

    @contextmanager
    def changing(self) -> Iterator["PackChange"]:
        """Yield a change in an exclusive transaction, which is committed if the block ends without an error.

        Raises:
            KnownError: The folder cannot be written, the disk is full, or another window is changing packs.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)) as connection:
                connection.execute("BEGIN IMMEDIATE")
                for table in _TABLES:
                    connection.execute(table)
                try:
                    yield PackChange(connection)
                    connection.execute("COMMIT")
                except BaseException:
                    if connection.in_transaction:  # SQLite has rolled back already on a full disk
                        connection.execute("ROLLBACK")
                    raise
        except (OSError, sqlite3.Error) as error:
            raise self._damaged(error) from error

    def _damaged(self, error: Exception) -> KnownError:
        where = f"{self.folder}: {error}"
        return KnownError(
            f"De geïnstalleerde kennispakketten kunnen niet worden gelezen of gewijzigd ({where}). Er is niets veranderd."
            " Sluit andere vensters of maak ruimte vrij. Helpt dat niet, verwijder dan die map en voeg de pakketten opnieuw toe.",
            f"The installed knowledge packs cannot be read or changed ({where}). Nothing has changed."
            " Close other windows or free some space. If that does not help, remove that folder and add the packs again.",
        )


class PackChange:
    """A change of the installed packs, in a transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def kept(self) -> list[Kept]:
        """Return the packs, in the order of their ids."""
        return [_kept(row) for row in self._connection.execute(_KEPT)]

    def replace(self, packs: list[Kept], state: PackState) -> None:
        """Replace all packs and the state."""
        import json  # noqa: PLC0415 - most have no packs

        self._connection.execute("DELETE FROM pack")
        self._connection.executemany(
            "INSERT INTO pack VALUES (?, ?, ?, ?, ?)",
            [
                (p.pack.id, json.dumps(p.pack._asdict()), p.zip, p.aside and p.aside.nl, p.aside and p.aside.en)
                for p in packs
            ],
        )
        values = [("database", state.database), ("made_for", state.made_for)]
        self._connection.executemany("INSERT OR REPLACE INTO state VALUES (?, ?)", values)


def _kept(row: tuple[object, ...]) -> Kept:
    import json  # noqa: PLC0415

    about, data, nl, en = row
    told = json.loads(str(about))
    pack = Pack(**told | {"name": Text(*told["name"]), "description": Text(*told["description"])})
    return Kept(pack, data if isinstance(data, bytes) else b"", Text(str(nl), str(en)) if nl is not None else None)
