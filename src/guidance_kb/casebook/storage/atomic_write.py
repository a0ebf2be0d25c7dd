"""Atomic writing: a power cut, a full disk or a kill leaves either the old or the new file complete."""

import contextlib
import errno
import os
from pathlib import Path


def write_durably(path: Path, data: bytes) -> None:
    """Write `data` to `path`, readable by this user only: temporary file, fsync, replace, fsync of the folder.

    Raises:
        OSError: It could not be written; the existing file has not changed. A folder or device at `path` is never replaced.
    """
    if path.exists() and not path.is_file():
        reason = errno.EISDIR if path.is_dir() else errno.EINVAL
        raise OSError(reason, os.strerror(reason), str(path))
    temporary = path.with_name(path.name + ".new")
    temporary.unlink(missing_ok=True)  # left by an interrupted write
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Flush the content of a closed file to the disk, so that it survives a power cut."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Flush the file names in `folder` to the disk where the system can; Windows and some network drives refuse."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
