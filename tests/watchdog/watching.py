"""Sees whenever the GUI thread is busy for too long, and where in the code it was."""

import signal
import time
from types import FrameType
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer

TOO_LONG: Final = 0.050
"""Seconds that the window may be busy: after more, somebody who types or clicks notices."""

_LOOKS: Final = 0.005
"""Seconds between two looks at the GUI thread."""

_BEAT_MS: Final = 5

_OURS: Final = ("guidance_kb", "tests")
_FRAMES: Final = 3
"""So many places of ours are told, the innermost first."""


class Stall(NamedTuple):
    """A time without a breath that was too long.

    Attributes:
        seconds: On the clock.
        processor: What the GUI thread used of the processor meanwhile: less, where it waited, or others had the machine.
        places: Where the code of ours was, the innermost place first, as often as it was looked at; empty when Qt did it by itself.
        step: What the session was doing.
    """

    seconds: float
    processor: float
    places: tuple[str, ...]
    step: str


class Watchdog(QObject):
    """A heartbeat on the GUI thread, and an alarm that has it tell where it is while the next beat is late.

    (PySide6 survives neither a `QApplication.notify` in Python nor another thread that holds on to frames, and so to a painter in them.)

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
        return tuple(place for place, _ in most[:_FRAMES])

    def _look(self, _signal: int, frame: FrameType | None) -> None:
        for place in _ours(frame)[:1]:
            self._seen[place] = self._seen.get(place, 0) + 1


def _ours(frame: FrameType | None) -> list[str]:
    """The places of a stack that are in our own code, the innermost first."""
    found = []
    while frame is not None:
        parts = frame.f_code.co_filename.replace("\\", "/").split("/")
        package = next((name for name in _OURS if name in parts), None)
        if package is not None:
            inside = "/".join(parts[len(parts) - parts[::-1].index(package) :])
            found.append(f"{inside}:{frame.f_lineno} {frame.f_code.co_qualname}")
        frame = frame.f_back
    return found
