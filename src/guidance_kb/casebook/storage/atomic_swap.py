"""Replacement of the casebook by a prepared one, so that a power cut leaves either the old or the new one complete.

```
restoring/casebook.db  casebook.key  the prepared and verified files; without a key file the present one stays
restoring/ready                      from its creation on, the swap is decided
```
The holder of the folder lock calls `finish` before opening a casebook: it completes a decided swap and removes an undecided one.
"""

import shutil
from contextlib import suppress
from pathlib import Path
from typing import Final

from guidance_kb.casebook.errors import CasebookError, told
from guidance_kb.casebook.storage.atomic_write import sync_folder, write_durably
from guidance_kb.casebook.storage.files import DATABASE, KEY_FILE, with_companions
from guidance_kb.errors import BugError

FOLDER: Final = "restoring"
_READY: Final = "ready"


def is_decided(folder: Path) -> bool:
    """Return whether a swap was decided and not finished."""
    with told():
        return (folder / FOLDER / _READY).exists()


def is_something(folder: Path) -> bool:
    """Return whether the folder has a database, or SQLite's files of one."""
    with told():
        return any(file.exists() for file in with_companions(folder / DATABASE))


def begin(folder: Path) -> Path:
    """Return an empty folder in which to prepare the new casebook.

    Raises:
        BugError: A decided swap must be finished first.
        CannotUse: The disk cannot be read or written.
    """
    if is_decided(folder):
        raise BugError("a swap that was decided on is not finished")
    finish(folder)
    with told():
        scratch = folder / FOLDER
        scratch.mkdir(mode=0o700)
    return scratch


def discard(folder: Path) -> None:
    """Remove the prepared files, unless the swap was decided: then the next opening finishes it."""
    with suppress(OSError, CasebookError):
        if not is_decided(folder):
            shutil.rmtree(folder / FOLDER)


def decide(folder: Path) -> None:
    """Replace the casebook by the prepared files, which must be closed and completely written to disk.

    Raises:
        CannotUse: The disk cannot be read or written; the next opening finishes the swap if it was decided, and removes it otherwise.
    """
    with told():
        sync_folder(folder / FOLDER)
        sync_folder(folder)
        write_durably(folder / FOLDER / _READY, b"")
    finish(folder)


def finish(folder: Path) -> None:
    """Finish a decided swap; remove the prepared files of an undecided one.

    Raises:
        CannotUse: The disk cannot be read or written; the next call continues.
    """
    scratch = folder / FOLDER
    with told():
        if not scratch.exists():
            return
        if (scratch / _READY).exists():
            if (scratch / DATABASE).exists():
                for companion in with_companions(folder / DATABASE)[1:]:  # of the replaced database: they fit no other
                    companion.unlink(missing_ok=True)
                (scratch / DATABASE).replace(folder / DATABASE)
            if (scratch / KEY_FILE).exists():
                (scratch / KEY_FILE).replace(folder / KEY_FILE)
            sync_folder(folder)
            (scratch / _READY).unlink()
        shutil.rmtree(scratch)
        sync_folder(folder)
