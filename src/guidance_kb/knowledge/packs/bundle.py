"""The shipped knowledge, to which packs are added. A module with few imports, because every start reads it."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from guidance_kb import __version__, paths
from guidance_kb.errors import KnownError
from guidance_kb.knowledge.schema import SCHEMA, read_only


class Shipped(NamedTuple):
    """The files shipped with the program, to which packs are added."""

    database: Path
    resources: Path
    schema: Path

    @classmethod
    def ours(cls) -> "Shipped":
        """Return the program's own files."""
        return cls(paths.knowledge_database(), paths.RESOURCES, paths.SQL / "knowledge.sql")


def made_for(shipped: Shipped) -> str:
    """Return the versions for which a database with packs is built: of the program, the schema and the shipped content.

    Raises:
        KnownError: The shipped database cannot be read.
    """
    return f"{__version__} {SCHEMA} {meta(shipped.database).get('content', '')}"


def meta(database: Path) -> dict[str, str]:
    """Return the metadata of a knowledge database by name: its schema, its content and more.

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
