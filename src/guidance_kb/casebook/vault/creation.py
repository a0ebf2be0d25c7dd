"""A database in the making: under another name until the key file is there.

So a creation that is cut short leaves nothing, or a whole casebook.
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
    """Makes the empty database under its other name, closed and complete on the disk.

    Raises:
        CannotUse: The disk does not let us.
    """
    remove(folder)  # of a creation that was cut short before there was a key file: nobody could open it
    database = encrypted_connection.create(folder / UNFINISHED, key, journal)
    try:
        migrate(database)
        if not encrypted_connection.is_checkpointed(database):
            raise DiskFull
    finally:
        database.close()
    encrypted_connection.refuse_plain(folder / UNFINISHED)


def finish(folder: Path, store: bytes) -> None:
    """Gives the database of the casebook `store` its name, if one in the making is there and none that is finished.

    Raises:
        CannotUse: The disk does not let us.
    """
    unfinished, finished = folder / UNFINISHED, folder / DATABASE
    with told():
        if not finished.exists() and unfinished.exists() and encrypted_connection.header(unfinished) == store:
            unfinished.replace(finished)
            sync_folder(folder)


def take_back(folder: Path) -> None:
    """Takes a creation back, in the reverse order: killed at any moment, the casebook is there whole or not at all.

    Raises:
        CannotUse: The disk does not let us.
    """
    with told():
        (folder / DATABASE).replace(folder / UNFINISHED)
        sync_folder(folder)
        (folder / KEY_FILE).unlink()
        sync_folder(folder)
    remove(folder)


def remove(folder: Path) -> None:
    """Removes what a creation that failed left behind.

    Raises:
        CannotUse: The disk does not let us.
    """
    with told():
        for file in with_companions(folder / UNFINISHED):
            file.unlink(missing_ok=True)
