"""A second start from another folder: it calls the first window; if that does not respond, the second program reports it."""

import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from gi.repository import Atspi
from reader import records
from reader.screenreader import ScreenReader

from scenes.seat import Seat

MUCH = 0.05
"""The share of the screen that changes when a small window opens."""


def play(seat: Seat) -> None:
    """Play the scene."""
    reader = seat.start()
    records.begin(reader)
    with _another(seat) as second:
        _ends_well(seat, second)
    seat.reach("called")
    reader.program.send_signal(signal.SIGSTOP)  # the first program is busy for a while
    before = seat.screen.points()
    with _another(seat) as second:
        seat.until("a window of the second", lambda: seat.screen.differs(before) > MUCH)
        seat.until("an end of the painting", seat.screen.rests)
        seat.picture("no-answer")
        reader.program.send_signal(signal.SIGCONT)
        first = reader.window
        reader.window = _window(reader, reader.choose("al geopend", "open already"))
        seat.reach("no answer")
        seat.come_back()
        reader.press("Enter")
        _ends_well(seat, second)
    seat.reach("again")
    reader.window = first  # it came to the front, with the focus where it was
    seat.close()


@contextmanager
def _another(seat: Seat) -> Iterator["subprocess.Popen[bytes]"]:
    """Yield a second process of the program, started from another folder."""
    *before, _ = seat.command
    program = subprocess.Popen([*before, f"{seat.home_inside}/nog een/guidance-kb/guidance-kb"])
    try:
        yield program
    finally:
        program.kill()
        program.wait()


def _ends_well(seat: Seat, program: "subprocess.Popen[bytes]") -> None:
    seat.until("an end of the second", lambda: program.poll() is not None)
    if program.returncode:
        raise RuntimeError(f"the second start ended with exit code {program.returncode}")


def _window(reader: ScreenReader, words: str) -> Atspi.Accessible:
    """Return the window with these words in its title, of any program."""

    def there() -> Atspi.Accessible | None:
        """Return the window if there is one; asked again each time."""
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        programs = [desktop.get_child_at_index(number) for number in range(desktop.get_child_count())]
        windows = [each.get_child_at_index(number) for each in programs for number in range(each.get_child_count())]
        return next((each for each in windows if words in (each.get_name() or "")), None)

    return reader.until(f"a window with {words} in its title", there)
