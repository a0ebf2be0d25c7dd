"""Starts the program, searches, reads a result, and closes the program."""

from reader import searching

from scenes.seat import Seat


def play(seat: Seat) -> None:
    """Play the scene."""
    reader = seat.start()
    seat.reach("first paint")
    seat.picture("start")
    searching.play(reader)
    seat.reach("search and read")
    say = reader.choose
    reader.press("Ctrl+A")
    reader.type(say("oppas", "babysitter"), say("gevonden", "found"))
    reader.press("Down", say("Wie voor kinderen moet zorgen", "Having children to look after"))
    reader.press("Enter", say("Leesvenster", "Reading pane"))
    seat.picture("searched")
    seat.close()
    seat.reach("quit")
