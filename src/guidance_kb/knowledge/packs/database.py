"""The choice of the knowledge database: with the user's packs, or the shipped one. It has few imports, because every start reads it."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from guidance_kb.errors import KnownError
from guidance_kb.knowledge.packs.bundle import Shipped, made_for, meta
from guidance_kb.knowledge.packs.store import PackState, PackStore
from guidance_kb.knowledge.schema import SCHEMA, AddIndex
from guidance_kb.language import Text


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
