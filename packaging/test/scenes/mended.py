"""The knowledge is gone: the safe window says so, makes it again from the texts of the program, and the program comes up."""

from scenes.seat import Seat


def play(seat: Seat) -> None:
    """Does it."""
    reader = seat.start()
    say = reader.choose
    reader.find(say("De kennisbank kan niet worden geopend", "The knowledge database cannot be opened"))
    seat.picture("safe")
    seat.reach("safe window")
    seat.walk("Tab", say("Kennisbank opnieuw maken", "Make the knowledge database again"))
    reader.press("Enter")
    reader.come_into_the_next()
    reader.type(say("oppas", "babysitter"), say("gevonden", "found"))
    seat.picture("mended")
    seat.reach("mended")
    seat.close()
    seat.reach("quit")
