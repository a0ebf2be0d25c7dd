"""What comes with the program and packs are added to, and what a database with packs has to be built for. Light: read at every start."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from guidance_kb import __version__, paths
from guidance_kb.errors import KnownError
from guidance_kb.knowledge.schema import SCHEMA, read_only


class Shipped(NamedTuple):
    """What comes with the program, and what packs are added to."""

    database: Path
    resources: Path
    schema: Path

    @classmethod
    def ours(cls) -> "Shipped":
        """The program's own."""
        return cls(paths.knowledge_database(), paths.RESOURCES, paths.SQL / "knowledge.sql")


def made_for(shipped: Shipped) -> str:
    """What a database with packs has to be built for: this program, and the content that is shipped with it.

    Raises:
        KnownError: The shipped database cannot be read.
    """
    return f"{__version__} {SCHEMA} {meta(shipped.database).get('content', '')}"


def meta(database: Path) -> dict[str, str]:
    """What a knowledge database says of itself: its schema, its content and more, by name.

    Raises:
        KnownError: It cannot be read.
    """
    try:
        with closing(read_only(database)) as connection:
            return dict(connection.execute("SELECT key, value FROM meta"))
    except sqlite3.Error as error:
        raise KnownError(
            f"De kennisbank {database} kan niet worden gelezen.", f"The knowledge database {database} cannot be read."
        ) from error
