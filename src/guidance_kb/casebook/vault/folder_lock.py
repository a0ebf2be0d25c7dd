"""A lock on the casebook's folder for one process at a time; the operating system releases it if the process dies."""

import errno
import os
import sys
from pathlib import Path

from guidance_kb.casebook.errors import FolderInUse

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_TAKEN = {errno.EAGAIN, errno.EACCES, errno.EWOULDBLOCK, errno.EDEADLK}


class FolderLock:
    """The lock on a folder.

    SQLite's own lock protects the database. This lock also protects the key file, and the time before the database is open. On a drive
    without locks it has no effect, and only SQLite's lock applies.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def take(self) -> None:
        """Take the lock, without waiting.

        Raises:
            FolderInUse: Another process, or another vault in this one, has it.
            OSError: The lock file cannot be created.
        """
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if sys.platform == "win32":
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in _TAKEN:
                os.close(descriptor)
                raise FolderInUse from error
        self._descriptor = descriptor

    def drop(self) -> None:
        """Release the lock. The file stays: removing it could remove the lock of a process that took it meanwhile."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
