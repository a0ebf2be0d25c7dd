"""The time of a conversation, from the first answer until it is paused or closed."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

_TICK_MS = 10_000
"""Interval in milliseconds at which the minutes are checked; a clock that changes every second would distract."""


class Stopwatch(QObject):
    """Counts seconds, and how many of them are not stored yet.

    Signals:
        changed: A new minute began, or the stopwatch was started, paused, stopped or set.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._counted = self._taken = 0.0
        self._since: float | None = None
        self._minutes = 0
        self.paused = False
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def seconds(self) -> int:
        """The total time in seconds."""
        return int(self._counted + (0 if self._since is None else self._clock() - self._since))

    @property
    def running(self) -> bool:
        """Whether it is counting."""
        return self._since is not None

    def set(self, seconds: int, *, written: bool = True) -> None:
        """Stop at `seconds`; `written` is whether these are stored already."""
        self._since = None
        self._counted = float(seconds)
        self._taken = float(seconds) if written else 0.0
        self.paused = False
        self._timer.stop()
        self._tell()

    def start(self) -> None:
        """Start counting, unless it is paused by the user or already counting."""
        if self._since is None and not self.paused:
            self._since = self._clock()
            self._timer.start()
            self._tell()

    def toggle(self) -> None:
        """Pause or resume."""
        if self.running:
            self.stop()
            self.paused = True
        else:
            self.paused = False
            self.start()
        self._tell()

    def stop(self) -> None:
        """Stop counting; `start` continues."""
        self._counted, self._since = float(self.seconds), None
        self._timer.stop()
        self._tell()

    def take(self) -> int:
        """Return the seconds that are not stored yet, and count them as stored."""
        fresh = self.seconds - int(self._taken)
        self._taken += fresh
        return fresh

    def _tick(self) -> None:
        if self.seconds // 60 != self._minutes:
            self._tell()

    def _tell(self) -> None:
        self._minutes = self.seconds // 60
        self.changed.emit()
