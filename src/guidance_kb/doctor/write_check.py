"""A real attempt to write in a folder: access rights alone do not show a full or read-only disk."""

import errno
import os
from contextlib import suppress
from pathlib import Path
from typing import Final

_TRIED: Final = ".guidance-kb-tries-to-write"
_ROOM: Final = 64 * 1024
"""Bytes that must fit: a change of a casebook and its journal are as large."""

FULL: Final = (errno.ENOSPC, errno.EDQUOT)


def refusal(folder: Path) -> OSError | None:
    """Return the error that prevents writing in a folder, or None.

    A missing folder is not created; the access rights of its nearest existing parent decide.
    """
    try:
        above = _nearest(folder)
        if above != folder:
            return None if os.access(above, os.W_OK | os.X_OK) else PermissionError(errno.EACCES, "no right to write")
        _try(folder / f"{_TRIED}-{os.getpid()}")
    except OSError as error:
        return error
    return None


def _nearest(folder: Path) -> Path:
    """Return the folder, or its nearest existing parent.

    Raises:
        NotADirectoryError: A file exists under the name of the folder.
    """
    for each in (folder, *folder.parents):
        if each.exists():
            if not each.is_dir():
                raise NotADirectoryError(errno.ENOTDIR, "a file stands in the place of the folder")
            return each
    return folder


def _try(file: Path) -> None:
    try:
        file.write_bytes(bytes(_ROOM))
    finally:
        with suppress(OSError):
            file.unlink(missing_ok=True)
