"""One process at a time in a casebook's folder: a lock that the system drops by itself when a process dies."""

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

    SQLite's own lock guards the database; this one guards the key file too, and the moments before the database is open. On a drive that
    knows no locks it holds nothing, and SQLite decides.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def take(self) -> None:
        """Takes the lock, without waiting.

        Raises:
            Busy: Another process, or another vault in this one, has it.
            OSError: The lock file cannot be made.
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
        """Gives the lock back. The file stays: removing it could take away the lock of whoever came in between."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
