"""One window on a casebook: a second start calls the first window instead of opening its own.

A lock file says that there is one; a small file beside it, which the first watches for and removes, is the call. A local socket would do
the same and bring Qt's network library into a program that has no network.
"""

import time
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal

_LOCK: Final = "window.lock"
_CALL: Final = "window.call"

_PATIENCE: Final = 3.0
"""Seconds in which the first window is to answer."""

_STEP: Final = 0.05


class SingleInstance(QObject):
    """The claim to be the only window on a folder.

    Signals:
        called: The program was started once more; this window is to come to the front.
    """

    called = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lock = QLockFile(str(folder / _LOCK))
        self._lock.setStaleLockTime(0)  # a lock is old when its process is gone, however long that lives
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)

    def take(self) -> bool:
        """Whether this is the only window; it is from now on. A folder that takes no lock file holds nobody back."""
        if self._lock.isLocked():
            return True
        self._folder.mkdir(parents=True, exist_ok=True)
        if not self._lock.tryLock(0):
            return self._lock.error() is not QLockFile.LockError.LockFailedError
        self._call.unlink(missing_ok=True)
        self._watcher.addPath(str(self._folder))
        return True

    def call_first(self) -> bool:
        """Calls the window that there is, and waits for its answer. Returns whether it came."""
        self._call.touch()
        for _ in range(round(_PATIENCE / _STEP)):
            if not self._call.exists():
                return True
            time.sleep(_STEP)
        self._call.unlink(missing_ok=True)
        return False

    def let_go(self) -> None:
        """Another start may open a window."""
        self._lock.unlock()

    @property
    def _call(self) -> Path:
        return self._folder / _CALL

    def _look(self) -> None:
        if self._call.exists():
            self._call.unlink(missing_ok=True)
            self.called.emit()
