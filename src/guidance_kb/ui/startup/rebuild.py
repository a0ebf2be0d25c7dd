"""Makes the knowledge database again from the texts that came with the program, when a start finds it missing or damaged."""

from pathlib import Path

from guidance_kb import paths
from guidance_kb.errors import KnownError
from guidance_kb.knowledge.authoring.build import build
from guidance_kb.search.index.index import add_index


def rebuilt() -> Path | None:
    """Builds it where it was (and returns None: it is the program's own again), or among the user's data where that cannot be written.

    Raises:
        KnownError: The texts of the program are damaged, or it can be written nowhere.
    """
    elsewhere = paths.data_folder() / "rebuilt" / "knowledge.db"
    for target in (paths.knowledge_database(), elsewhere):
        try:
            build(paths.RESOURCES, paths.SQL / "knowledge.sql", target, add_index)
        except KnownError:
            if target == elsewhere:
                raise
        else:
            return None if target != elsewhere else elsewhere
    return None
