"""The disk is full: the safe window reports that; the user makes room and tries again, and the program starts and can save."""

from reader import records

from scenes.seat import Seat


def play(seat: Seat) -> None:
    """Play the scene."""
    reader = seat.start()
    say = reader.choose
    reader.find(say("De schijf is vol", "The disk is full"))
    seat.picture("safe")
    seat.reach("safe window")
    (seat.home / "films.bin").unlink()
    seat.walk("Tab", say("Opnieuw proberen", "Try again"))
    reader.press("Enter")
    reader.come_into_the_next()
    seat.reach("room")
    records.begin(reader)
    seat.reach("casebook")
    seat.close()
