"""Writing a file so that a power cut, a full disk or a kill leaves the old one whole or the new one whole."""

import contextlib
import errno
import os
from pathlib import Path


def write_durably(path: Path, data: bytes) -> None:
    """Puts `data` at `path`, readable by this user only: temporary file, fsync, replace, fsync of the folder.

    Raises:
        OSError: It could not be written; what was there is as it was. What is no file (a folder, a device) is not replaced.
    """
    if path.exists() and not path.is_file():
        reason = errno.EISDIR if path.is_dir() else errno.EINVAL
        raise OSError(reason, os.strerror(reason), str(path))
    temporary = path.with_name(path.name + ".new")
    temporary.unlink(missing_ok=True)  # of a write that was cut short
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
    """Makes the content of a closed file last over a power cut."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Makes names in `folder` last over a power cut, where the system can: Windows and some network drives refuse."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
