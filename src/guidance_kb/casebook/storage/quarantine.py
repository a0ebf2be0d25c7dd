"""Setting what is damaged aside, in a folder of its own: moved, never overwritten, never removed."""

import contextlib
import shutil
from datetime import datetime
from itertools import count
from pathlib import Path

from guidance_kb.casebook.storage.atomic_write import sync_folder
from guidance_kb.casebook.storage.files import DATABASE, KEY_FILE, with_companions


def set_aside(folder: Path, now: datetime, *, with_key: bool) -> Path:
    """Moves the database of a closed casebook, with what SQLite kept beside it, to a new folder below and returns that.

    Args:
        folder: The casebook's.
        now: For the name of the new folder: `damaged-20261124-140231`, by the clock on the wall.
        with_key: Whether the key file is moved along; otherwise it stays, and a copy goes along.

    Raises:
        OSError: The disk does not let us; every file is in the one folder or the other.
    """
    aside = _new_folder(folder, now)
    for file in with_companions(folder / DATABASE):  # the database first: without its WAL it would lack what came last
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
