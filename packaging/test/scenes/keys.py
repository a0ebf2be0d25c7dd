"""No session bus, so no screen reader: the scene uses only keys and the contents of the screen."""

import subprocess

from gi.repository import Atspi
from reader.keys import press, type_text

from scenes.seat import Seat

MUCH = 0.05
"""The share of the screen that changes when an answer is shown."""


def play(seat: Seat) -> None:
    """Play the scene."""
    program = subprocess.Popen(seat.command)
    try:
        seat.until("something on the screen", seat.screen.is_painted)
        seat.reach("first paint")
        Atspi.generate_mouse_event(300, 3, "b1c")
        seat.until("an end of the painting", seat.screen.rests)
        before = seat.screen.points()
        type_text("oppas")
        seat.until("an answer", lambda: seat.screen.differs(before) > MUCH)
        seat.picture("searched")
        seat.reach("search and read")
        press("Ctrl+Q")
        seat.until("an end", lambda: program.poll() is not None)
    finally:
        program.kill()
        code = program.wait()
    if code:
        raise RuntimeError(f"the program ended with exit code {code}")
    seat.reach("quit")
