"""No data can be saved: the safe window reports that, and continues to searching and reading."""

from reader import safe

from scenes.seat import Seat


def play(seat: Seat) -> None:
    """Play the scene."""
    reader = seat.start()
    seat.picture("safe")
    seat.reach("safe window")
    safe.play(reader)
    seat.picture("reading")
    seat.reach("search and read")
    seat.close()
    seat.reach("quit")
