"""Another version of the program opens the same records."""

from scenes.afternoon import unlock
from scenes.seat import Seat


def play(seat: Seat) -> None:
    """Play the scene."""
    reader = seat.start()
    seat.reach("first paint")
    unlock(reader)
    seat.reach("unlock")
    seat.picture("opened")
    seat.close()
    seat.reach("quit")
