"""Access to the knowledge database of a command."""

import argparse
import os
import sys
from contextlib import closing
from pathlib import Path
from typing import Final

from guidance_kb import paths
from guidance_kb.cli.output import complain
from guidance_kb.errors import KnownError
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.packs.database import Shipped, opened
from guidance_kb.knowledge.schema import AddIndex
from guidance_kb.language import Language

KNOWLEDGE: Final = "GUIDANCE_KB_KNOWLEDGE"
"""Environment variable with the path of the knowledge database; `--knowledge` takes precedence."""


def database(arguments: argparse.Namespace) -> Path:
    """Return the path of the knowledge database of this command: with the user's packs, unless another is named.

    Raises:
        KnownError: The file does not exist; the message tells how to get one.
    """
    path = chosen(arguments)
    if path is not None:
        if path.exists():
            return path
        raise KnownError(
            f"Er is geen kennisbank op {path}. Controleer het pad achter --knowledge of in {KNOWLEDGE}.",
            f"There is no knowledge database at {path}. Check the path after --knowledge or in {KNOWLEDGE}.",
        )
    path = paths.knowledge_database()
    if path.exists():
        found = opened(paths.packs_folder(), Shipped.ours(), _indexing)
        complain(text.say(Language(arguments.lang)) for text in found.told)
        return found.database
    if from_source():
        raise KnownError(
            f"De kennisbank is nog niet gebouwd: {path}. Bouw haar met “make build” of “guidance-kb build”.",
            f"The knowledge database has not been built yet: {path}. Build it with “make build” or “guidance-kb build”.",
        )
    raise KnownError(
        f"De kennisbank ontbreekt: {path}. Installeer het programma opnieuw.",
        f"The knowledge database is missing: {path}. Install the program again.",
    )


def chosen(arguments: argparse.Namespace) -> Path | None:
    """Return the database named by the user, or None for the program's own."""
    named: Path | None = arguments.knowledge
    if named is None and os.environ.get(KNOWLEDGE):
        named = Path(os.environ[KNOWLEDGE])
    return named


def library(arguments: argparse.Namespace) -> "closing[Library]":
    """Open the knowledge database of this command, for use in a `with` statement.

    Raises:
        KnownError: There is no database, or it is damaged or of another version.
    """
    return closing(Library(database(arguments)))


def _indexing() -> AddIndex:
    from guidance_kb.search.index.index import add_index  # noqa: PLC0415 - only where packs have to be built again

    return add_index


def from_source() -> bool:
    """Return whether the program runs from its source tree, where `make` works."""
    return not hasattr(sys, "_MEIPASS") and (paths.ROOT / "Makefile").exists()
