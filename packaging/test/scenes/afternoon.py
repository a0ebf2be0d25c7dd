"""After a break: opens the records, goes on where the conversation stopped, holds it to its end and finishes it."""

from reader.records import PASSPHRASE
from reader.screenreader import ScreenReader
from scenes.seat import Seat


def play(seat: Seat) -> None:
    """Does it."""
    reader = seat.start()
    unlock(reader)
    seat.picture("unlocked")
    seat.reach("unlock")
    reader.press("Alt+1", "x")


def unlock(reader: ScreenReader) -> None:
    """Opens the records."""
    say = reader.choose
    reader.press("Alt+5", say("wachtwoordveld", "password field"))
    reader.type(PASSPHRASE, instead="(the passphrase)")
    reader.press("Enter", "K-12")
