"""A single window per casebook: a second start raises the first window instead of opening another.

The first window holds a lock file. A second start creates a file next to it, which the first one detects and removes. A local socket
would do the same, but would bring Qt's network library into a program without network access.
"""

import time
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal

_LOCK: Final = "window.lock"
_CALL: Final = "window.call"

_PATIENCE: Final = 3.0
"""Seconds to wait for the answer of the first window."""

_STEP: Final = 0.05


class SingleInstance(QObject):
    """The lock of the only window on a folder.

    Signals:
        called: The program was started again, so this window must come to the front.
    """

    called = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lock = QLockFile(str(folder / _LOCK))
        self._lock.setStaleLockTime(0)  # a lock is stale only if its process has ended, whatever its age
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)

    def take(self) -> bool:
        """Take the lock and return True, unless another window holds it; also return True if the folder is not writable."""
        if self._lock.isLocked():
            return True
        self._folder.mkdir(parents=True, exist_ok=True)
        if not self._lock.tryLock(0):
            return self._lock.error() is not QLockFile.LockError.LockFailedError
        self._call.unlink(missing_ok=True)
        self._watcher.addPath(str(self._folder))
        return True

    def call_first(self) -> bool:
        """Call the first window, and return whether it answered in time."""
        self._call.touch()
        for _ in range(round(_PATIENCE / _STEP)):
            if not self._call.exists():
                return True
            time.sleep(_STEP)
        self._call.unlink(missing_ok=True)
        return False

    def release(self) -> None:
        """Release the lock."""
        self._lock.unlock()

    @property
    def _call(self) -> Path:
        return self._folder / _CALL

    def _look(self) -> None:
        if self._call.exists():
            self._call.unlink(missing_ok=True)
            self.called.emit()
