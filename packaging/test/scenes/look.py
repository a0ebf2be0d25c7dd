"""Starts the program, looks something up and reads it, and closes it."""

from reader import searching

from scenes.seat import Seat


def play(seat: Seat) -> None:
    """Does it."""
    reader = seat.start()
    seat.reach("first paint")
    seat.picture("start")
    searching.play(reader)
    seat.reach("search and read")
    seat.picture("searched")
    seat.close()
    seat.reach("quit")
