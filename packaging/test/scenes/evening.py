"""The power fails during a conversation: the saved part is there afterwards, and the program offers to continue."""

from scenes.afternoon import unlock
from scenes.seat import Seat

NOTE = "belt vrijdag terug"


def play(seat: Seat) -> None:
    """Play the scene."""
    reader = seat.start()
    say = reader.choose
    unlock(reader)
    reader.press("Enter", "K-12")
    reader.press_until("Shift+Tab", say("Gesprek beginnen", "Start a conversation"))
    reader.press("Enter", say("Niet besproken", "Not discussed"))
    reader.press("Down", say("Niet besproken", "Not discussed"))
    reader.press("1", say("! Nieuw: ", "! New: "))
    reader.press("N", say("otitie", "ote"))
    reader.type(NOTE)
    reader.press("Escape", say("ieuwsgierig", "urious"))
    seat.until_saved()
    reader.find(say("opgeslagen", "saved"))
    seat.kill()
    seat.reach("killed")
    reader = seat.start()
    unlock(reader, say("Ga ermee verder", "Continue with it"))
    seat.picture("cut-off")
    reader.press("Enter", say("ieuwsgierig", "urious"))
    reader.press("N", NOTE)
    seat.reach("recover")
    reader.press("Escape", say("ieuwsgierig", "urious"))
    seat.close()
