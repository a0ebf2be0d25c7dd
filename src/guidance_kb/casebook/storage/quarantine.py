"""The quarantine: damaged files are moved to a folder of their own, never overwritten and never removed."""

import contextlib
import shutil
from datetime import datetime
from itertools import count
from pathlib import Path

from guidance_kb.casebook.storage.atomic_write import sync_folder
from guidance_kb.casebook.storage.files import DATABASE, KEY_FILE, with_companions


def set_aside(folder: Path, now: datetime, *, with_key: bool) -> Path:
    """Move the database of a closed casebook, with SQLite's files beside it, to a new subfolder and return the subfolder.

    Args:
        folder: The casebook's folder.
        now: The moment for the name of the subfolder, in local time: `damaged-20261124-140231`.
        with_key: Whether to move the key file too; otherwise it stays and is copied.

    Raises:
        OSError: The disk cannot be read or written; every file is in one of the two folders.
    """
    aside = _new_folder(folder, now)
    # The database first: left without its WAL it would lack the last changes.
    for file in with_companions(folder / DATABASE):
        if file.exists():
            file.replace(aside / file.name)
    key = folder / KEY_FILE
    if key.exists():
        if with_key:
            key.replace(aside / KEY_FILE)
        else:
            shutil.copy2(key, aside / KEY_FILE)
    sync_folder(aside)
    sync_folder(folder)
    return aside


def _new_folder(parent: Path, now: datetime) -> Path:
    name = f"damaged-{now.astimezone():%Y%m%d-%H%M%S}"
    folder = parent / name
    for number in count(2):
        with contextlib.suppress(FileExistsError):
            folder.mkdir(mode=0o700)
            break
        folder = parent / f"{name}-{number}"
    return folder
