"""The disk is full: the safe window says so; somebody makes room, tries again, and the program comes up and keeps what it has to."""

from reader import records

from scenes.seat import Seat


def play(seat: Seat) -> None:
    """Does it."""
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
