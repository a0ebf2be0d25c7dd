"""After a break: opens the records, continues the interrupted conversation, completes and finishes it."""

import re

from reader.program import NotHeardError
from reader.records import CODE, PASSPHRASE
from reader.screenreader import ScreenReader

from scenes.seat import Seat

MOST = 60
"""Maximum number of questions in a conversation."""


def play(seat: Seat) -> None:
    """Play the scene."""
    reader = seat.start()
    unlock(reader)
    seat.reach("unlock")
    reader.press("Alt+1", reader.choose("Gesprek met K-12, 4 antwoorden", "Conversation with K-12, 4 answers"))
    seat.walk("Tab", reader.choose("Gesprek met K-12", "Conversation with K-12"))
    reader.press("Enter", reader.choose("Zorg voor anderen", "Caring for others"))
    seat.reach("resume")
    seat.picture("resumed")
    _to_the_end(reader)
    seat.picture("finished")
    seat.reach("whole contact")
    seat.close()


def unlock(reader: ScreenReader, hears: str = CODE) -> None:
    """Open the records, and wait until the reader announces what follows."""
    say = reader.choose
    reader.press("Alt+6", say("wachtwoordveld", "password field"))
    reader.type(PASSPHRASE, instead="(the passphrase)")
    reader.press("Enter", hears)


def _to_the_end(reader: ScreenReader) -> None:
    """Answer every remaining question with "not an issue", and finish."""
    say = reader.choose
    for _ in range(MOST):
        reader.press("2", say("! Speelt niet", "! Not an issue"))
        if _far(reader):
            break
        reader.press("Enter", say("Niet besproken", "Not discussed"))
    else:
        raise NotHeardError(f"the conversation has more than {MOST} questions")
    reader.press("Ctrl+Shift+S", say("Afspraken, ", "Agreed, "))
    reader.press_until("Shift+Tab", say("Afronden, ", "Finish, "))
    reader.press("Enter", say("! afgerond", "! finished"))


def _far(reader: ScreenReader) -> bool:
    """Return whether all questions of the core list were discussed, by the text at the top of the window."""
    for each in reader.all():
        found = re.match(r"(\d+) (?:van|of) (\d+) (?:kernvragen|core)", each.get_name() or "")
        if found:
            return found[1] == found[2]
    raise NotHeardError("the window does not say how far the conversation is")
