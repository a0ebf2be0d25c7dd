"""Time in hand: from the first word until it is paused or put down."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

_TICK_MS = 10_000
"""How often the minutes are looked at; a clock that moves every second would draw the eye."""


class Stopwatch(QObject):
    """Counts seconds, and knows which of them were not written yet.

    Signals:
        changed: Another minute has begun, or it was started, paused or set.
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
        """All the time in hand."""
        return int(self._counted + (0 if self._since is None else self._clock() - self._since))

    @property
    def running(self) -> bool:
        """Whether it counts now."""
        return self._since is not None

    def set(self, seconds: int, *, written: bool = True) -> None:
        """Stands still at `seconds`, which are written already or are still to be."""
        self._since = None
        self._counted = float(seconds)
        self._taken = float(seconds) if written else 0.0
        self.paused = False
        self._timer.stop()
        self._tell()

    def start(self) -> None:
        """Counts on, unless it was paused by hand or counts already."""
        if self._since is None and not self.paused:
            self._since = self._clock()
            self._timer.start()
            self._tell()

    def toggle(self) -> None:
        """Pauses, or goes on."""
        if self.running:
            self.stop()
            self.paused = True
        else:
            self.paused = False
            self.start()
        self._tell()

    def stop(self) -> None:
        """Stands still; the next word starts it again."""
        self._counted, self._since = float(self.seconds), None
        self._timer.stop()
        self._tell()

    def take(self) -> int:
        """The seconds that were not written yet; they count as written from now on."""
        fresh = self.seconds - int(self._taken)
        self._taken += fresh
        return fresh

    def _tick(self) -> None:
        if self.seconds // 60 != self._minutes:
            self._tell()

    def _tell(self) -> None:
        self._minutes = self.seconds // 60
        self.changed.emit()
