"""The settings cannot be read: the window says so, and works."""

from scenes.seat import Seat


def play(seat: Seat) -> None:
    """Does it."""
    reader = seat.start()
    say = reader.choose
    reader.find(say("Het bestand met uw instellingen was beschadigd", "The file of your settings was damaged"))
    seat.picture("told")
    seat.reach("told")
    reader.type(say("oppas", "babysitter"), say("gevonden", "found"))
    seat.reach("search and read")
    seat.close()
