"""Whether something can be kept in a folder, tried for real: rights alone do not say whether a disk is full or may be written."""

import errno
import os
from contextlib import suppress
from pathlib import Path
from typing import Final

_TRIED: Final = ".guidance-kb-tries-to-write"
_ROOM: Final = 64 * 1024
"""Bytes that have to fit: a change of a casebook and its journal are as large."""

FULL: Final = (errno.ENOSPC, errno.EDQUOT)


def refusal(folder: Path) -> OSError | None:
    """Return what keeps us from writing in a folder, or None.

    In a folder that is not there yet nothing is made: whether it could be, its first folder above that is there says.
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
    """The folder, or the first above it that is there.

    Raises:
        NotADirectoryError: A file stands in its place.
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
