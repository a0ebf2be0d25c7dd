"""Putting a prepared casebook in the place of the present one, so that a power cut leaves the one or the other whole.

```
restoring/casebook.db  casebook.key  what is to come, prepared and verified; without key file the present one stays
restoring/ready                      from the moment that it is there, what is to come is what is
```
`finish` is called before a casebook is opened, by whoever has its lock: it does what is left of a swap that was decided on, and clears away
one that was not.
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
    """Whether a swap was decided on and not finished."""
    with told():
        return (folder / FOLDER / _READY).exists()


def is_something(folder: Path) -> bool:
    """Whether there is a database in the folder, or what SQLite left of one."""
    with told():
        return any(file.exists() for file in with_companions(folder / DATABASE))


def begin(folder: Path) -> Path:
    """Returns an empty folder in which to prepare what is to come.

    Raises:
        BugError: One is to be finished first.
        CannotUse: The disk does not let us.
    """
    if is_decided(folder):
        raise BugError("a swap that was decided on is not finished")
    finish(folder)
    with told():
        scratch = folder / FOLDER
        scratch.mkdir(mode=0o700)
    return scratch


def discard(folder: Path) -> None:
    """Lets go of what was prepared, unless it was decided on: then it is finished at the next opening."""
    with suppress(OSError, CasebookError):
        if not is_decided(folder):
            shutil.rmtree(folder / FOLDER)


def decide(folder: Path) -> None:
    """Makes what is prepared, closed and complete on the disk, the casebook.

    Raises:
        CannotUse: The disk does not let us; it is finished at the next opening if it was decided on, and undone if not.
    """
    with told():
        sync_folder(folder / FOLDER)
        sync_folder(folder)
        write_durably(folder / FOLDER / _READY, b"")
    finish(folder)


def finish(folder: Path) -> None:
    """Finishes a swap that was decided on; removes what was prepared if it was not.

    Raises:
        CannotUse: The disk does not let us; it goes on at the next call.
    """
    scratch = folder / FOLDER
    with told():
        if not scratch.exists():
            return
        if (scratch / _READY).exists():
            if (scratch / DATABASE).exists():
                for companion in with_companions(folder / DATABASE)[1:]:  # of the one before: they fit no other
                    companion.unlink(missing_ok=True)
                (scratch / DATABASE).replace(folder / DATABASE)
            if (scratch / KEY_FILE).exists():
                (scratch / KEY_FILE).replace(folder / KEY_FILE)
            sync_folder(folder)
            (scratch / _READY).unlink()
        shutil.rmtree(scratch)
        sync_folder(folder)
