"""The choice of the knowledge database: with the user's packs, or the shipped one. It has few imports, because every start reads it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from guidance_kb import __version__, paths
from guidance_kb.errors import KnownError
from guidance_kb.knowledge.packs.store import PackState, PackStore
from guidance_kb.knowledge.schema import SCHEMA, AddIndex, read_only
from guidance_kb.language import Text

# --- The shipped knowledge, to which packs are added


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


# --- The choice


class Opened(NamedTuple):
    """The database to open, and messages for the user about the packs, if any."""

    database: Path
    told: tuple[Text, ...] = ()


def opened(folder: Path, shipped: Shipped, indexing: Callable[[], AddIndex]) -> Opened:
    """Return the database to open; rebuild it first if the program or its content has changed. Never raises a `KnownError`.

    Args:
        folder: The folder of the user's packs.
        shipped: The shipped knowledge.
        indexing: Returns the function that adds the search index; called only for a rebuild, which takes seconds.
    """
    store = PackStore(folder)
    try:
        state = store.state()
        if state is None:
            return Opened(shipped.database)
        if state.made_for == made_for(shipped) and _whole(folder, state):
            return Opened(folder / state.database if state.database else shipped.database)
        from guidance_kb.knowledge.packs.manager import Packs  # noqa: PLC0415 - the readers and writers of content wait until needed

        before = {kept.pack.id for kept in store.kept() if kept.aside}
        packs = Packs(folder, shipped, indexing())
        database = packs.rebuild()
        aside = [one for one in packs.installed() if one.pack.id not in before]
        return Opened(database, tuple(_set_aside(one.pack.name, one.aside) for one in aside if one.aside))
    except KnownError as error:
        return Opened(shipped.database, (_without(error.text),))


def _whole(folder: Path, state: PackState) -> bool:
    """Return whether the current database exists and has the present schema; the user may have deleted files."""
    if not state.database:
        return True
    try:
        return meta(folder / state.database).get("schema") == SCHEMA
    except KnownError:
        return False


def _set_aside(name: Text, reason: Text) -> Text:
    return Text(
        f"Het kennispakket “{name.nl}” past niet bij deze versie van het programma en is opzijgezet: {reason.nl}",
        f"The knowledge pack “{name.en}” does not fit this version of the program and was set aside: {reason.en}",
    )


def _without(reason: Text) -> Text:
    return Text(
        f"De kennispakketten zijn er nu niet bij; de kennisbank van het programma zelf wel. {reason.nl}",
        f"The knowledge packs are left out for now; the program's own knowledge is there. {reason.en}",
    )
