"""The first day: searches, creates a casebook, begins a first contact, saves a page as PDF, and quits during the conversation."""

from reader import records, searching
from reader.screenreader import ScreenReader

from scenes.seat import Seat

HEADINGS = 4
"""The number of headings under which a question is answered on this day."""


def play(seat: Seat) -> None:
    """Play the scene."""
    reader = seat.start()
    seat.reach("first paint")
    seat.picture("start")
    searching.play(reader)
    seat.reach("search and read")
    seat.picture("searched")
    records.begin(reader)
    seat.reach("casebook")
    _talk(reader)
    seat.picture("conversation")
    seat.reach("first contact")
    _print(seat, reader)
    seat.reach("page as PDF")
    seat.close()
    seat.reach("quit")


def _talk(reader: ScreenReader) -> None:
    say = reader.choose
    reader.press("Down", say("Niet besproken", "Not discussed"))
    for _ in range(HEADINGS):
        reader.press("1", say("! Genoemd", "! Named"))
        reader.press("PageDown", "! ")


def _print(seat: Seat, reader: ScreenReader) -> None:
    say = reader.choose
    reader.press("Ctrl+Shift+S", say("Afspraken, ", "Agreed, "))
    seat.walk("Tab", say("Opslaan: ", "Save: "))
    reader.press("Space")
    reader.press("Down", say("PDF", "PDF"))
    seat.picture("summary")
    reader.press("Enter", say("estandsnaam", "ile name"))
    reader.type(f"{seat.home_inside}/blad.pdf")
    reader.press("Enter")
    seat.until("the PDF", (seat.home / "blad.pdf").exists)
    seat.come_back()
    reader.press("Ctrl+Shift+S", say("besproken", "iscussed"))
