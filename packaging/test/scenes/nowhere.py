"""Nothing can be kept here: the safe window says so, and goes on to searching and reading."""

from reader import safe

from scenes.seat import Seat


def play(seat: Seat) -> None:
    """Does it."""
    reader = seat.start()
    seat.picture("safe")
    seat.reach("safe window")
    safe.play(reader)
    seat.picture("reading")
    seat.reach("search and read")
    seat.close()
    seat.reach("quit")
