"""Creation of the database, under a temporary name until the key file exists.

So an interrupted creation leaves either nothing or a complete casebook.
"""

from pathlib import Path

from guidance_kb.casebook.errors import DiskFull, told
from guidance_kb.casebook.storage import encrypted_connection
from guidance_kb.casebook.storage.atomic_write import sync_folder
from guidance_kb.casebook.storage.encrypted_connection import Journal
from guidance_kb.casebook.storage.files import DATABASE, KEY_FILE, UNFINISHED, with_companions
from guidance_kb.casebook.storage.migrations import migrate
from guidance_kb.casebook.vault.envelope import DataKey


def make(folder: Path, key: DataKey, journal: Journal) -> None:
    """Create the empty database under its temporary name and close it, completely written to disk.

    Raises:
        CannotUse: The disk cannot be read or written.
    """
    remove(folder)  # left by a creation that was interrupted before the key file existed: nobody can open it
    database = encrypted_connection.create(folder / UNFINISHED, key, journal)
    try:
        migrate(database)
        if not encrypted_connection.is_checkpointed(database):
            raise DiskFull
    finally:
        database.close()
    encrypted_connection.refuse_plain(folder / UNFINISHED)


def finish(folder: Path, store: bytes) -> None:
    """Rename the unfinished database of the casebook `store` to its final name, unless a database has that name already.

    Raises:
        CannotUse: The disk cannot be read or written.
    """
    unfinished, finished = folder / UNFINISHED, folder / DATABASE
    with told():
        if not finished.exists() and unfinished.exists() and encrypted_connection.header(unfinished) == store:
            unfinished.replace(finished)
            sync_folder(folder)


def take_back(folder: Path) -> None:
    """Undo a creation, in reverse order: if interrupted at any moment, the casebook is complete or absent.

    Raises:
        CannotUse: The disk cannot be read or written.
    """
    with told():
        (folder / DATABASE).replace(folder / UNFINISHED)
        sync_folder(folder)
        (folder / KEY_FILE).unlink()
        sync_folder(folder)
    remove(folder)


def remove(folder: Path) -> None:
    """Remove the files of a failed creation.

    Raises:
        CannotUse: The disk cannot be read or written.
    """
    with told():
        for file in with_companions(folder / UNFINISHED):
            file.unlink(missing_ok=True)
