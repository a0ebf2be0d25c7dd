"""Sees whenever the GUI thread is busy for too long, and where in the code it was."""

import signal
import time
from functools import cache
from types import FrameType
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer

TOO_LONG: Final = 0.050
"""Seconds that the window may be busy: after more, somebody who types or clicks notices."""

_LOOKS: Final = 0.005
"""Seconds between two looks at the GUI thread."""

_BEAT_MS: Final = 5

_OURS: Final = ("guidance_kb", "tests")
_MOST: Final = 3
"""So many places are told."""


class Stall(NamedTuple):
    """A time without a breath that was too long.

    Attributes:
        seconds: On the clock.
        processor: What the GUI thread used of the processor meanwhile: less, where it waited, or others had the machine.
        places: Where it was when it was looked at, the innermost place in our own code, the most frequent first; empty when it was in none.
        step: What the session was doing.
    """

    seconds: float
    processor: float
    places: tuple[str, ...]
    step: str


class Watchdog(QObject):
    """A heartbeat on the GUI thread, and an alarm that has it tell where it is while the next beat is late.

    Attributes:
        beats: How often the GUI thread had a breath.
        longest: Seconds of the longest time without.
        stalls: The times that were too long.
        step: What the session is doing.
    """

    def __init__(self) -> None:
        super().__init__()
        self.beats = 0
        self.longest = 0.0
        self.stalls: list[Stall] = []
        self.step = ""
        self._seen: dict[str, int] = {}
        self._since, self._processor = time.perf_counter(), time.thread_time()
        self._heart = QTimer(self, interval=_BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._heart.timeout.connect(self._beat)
        self._heart.start()
        signal.signal(signal.SIGALRM, self._look)
        signal.siginterrupt(signal.SIGALRM, False)

    def stop(self) -> None:
        """Stops looking."""
        self._heart.stop()
        signal.setitimer(signal.ITIMER_REAL, 0)

    def _beat(self) -> None:
        now, processor = time.perf_counter(), time.thread_time()
        seconds = now - self._since - _BEAT_MS / 1000
        self.beats += 1
        self.longest = max(self.longest, seconds)
        if seconds > TOO_LONG:
            self.stalls.append(Stall(seconds, processor - self._processor, self._places(), self.step))
        self._seen = {}
        self._since, self._processor = now, processor
        signal.setitimer(signal.ITIMER_REAL, 4 * _LOOKS, _LOOKS)

    def _places(self) -> tuple[str, ...]:
        most = sorted(self._seen.items(), key=lambda one: -one[1])
        return tuple(place for place, _ in most[:_MOST])

    def _look(self, _signal: int, frame: FrameType | None) -> None:
        while frame is not None:
            file = _inside(frame.f_code.co_filename)
            if file:
                place = f"{file}:{frame.f_lineno} {frame.f_code.co_qualname}"
                self._seen[place] = self._seen.get(place, 0) + 1
                return
            frame = frame.f_back


@cache
def _inside(file: str) -> str:
    """Where a file of our own code is in its package; empty for all others. (Remembered: what looks is not to hold anybody up.)"""
    parts = file.replace("\\", "/").split("/")
    package = next((name for name in _OURS if name in parts), None)
    return "" if package is None else "/".join(parts[len(parts) - parts[::-1].index(package) :])
