"""The knowledge database is missing: the safe window reports that and rebuilds it from the program's texts, and the program starts."""

from scenes.seat import Seat


def play(seat: Seat) -> None:
    """Play the scene."""
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
