"""How long to wait after wrong tries: rising, remembered by the vault and over a restart.

Remembered in a small file of its own, `casebook.tries`, that holds how often and when last, and nothing else. Not in the key file: that one
is worth too much to be rewritten at every slip of the finger. Who deletes the small file is rid of the delay, and so is who copies
the key file; against them Argon2id stands, not this. The delay is for a person at an unwatched desk.
"""

import contextlib
import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from guidance_kb.casebook.atomic_write import write_durably

_LONGEST: Final = 60.0  # seconds


class Tries:
    """The wrong tries since the last right one."""

    def __init__(self, path: Path, clock: Callable[[], datetime]) -> None:
        self._path = path
        self._clock = clock
        self._failures, self._last = _read(path)

    @property
    def wait(self) -> float:
        """Seconds to wait before the next try."""
        now = self._clock()
        if self._last is None:
            return 0.0
        if self._last > now:  # the clock was put back, perhaps by years: the delay starts now, once
            self._last = now
            self._save()
        return max(0.0, delay_after(self._failures) - (now - self._last).total_seconds())

    def failed(self) -> float:
        """Counts a wrong try and returns the seconds to wait before the next."""
        self._failures += 1
        self._last = self._clock()
        self._save()
        return delay_after(self._failures)

    def _save(self) -> None:
        last = self._last.isoformat() if self._last else None
        with contextlib.suppress(OSError):  # in a folder that cannot be written the vault still remembers
            write_durably(self._path, json.dumps({"failures": self._failures, "last": last}).encode())

    def succeeded(self) -> None:
        """Forgets the wrong tries."""
        self._failures, self._last = 0, None
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)


def delay_after(failures: int) -> float:
    """Returns the seconds to wait after so many wrong tries: 1, 2, 4 … up to 60."""
    return min(_LONGEST, 2.0 ** min(failures - 1, 10)) if failures > 0 else 0.0


def _read(path: Path) -> tuple[int, datetime | None]:
    """What the file says; nothing, if it is not there or not ours."""
    try:
        whole = json.loads(path.read_bytes()[:1000])
        failures, last = whole["failures"], datetime.fromisoformat(whole["last"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return 0, None
    return (failures, last) if type(failures) is int and failures > 0 and last.tzinfo is not None else (0, None)
