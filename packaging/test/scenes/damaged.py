"""The settings cannot be read: the window reports that, and works."""

from scenes.seat import Seat


def play(seat: Seat) -> None:
    """Play the scene."""
    reader = seat.start()
    say = reader.choose
    reader.find(say("Het bestand met uw instellingen was beschadigd", "The file of your settings was damaged"))
    seat.picture("told")
    seat.reach("told")
    reader.type(say("oppas", "babysitter"), say("gevonden", "found"))
    seat.reach("search and read")
    seat.close()
