"""Writes a note with an answer: what is typed is not talked through."""

from reader.screenreader import ScreenReader

NOTE = "belt vrijdag"


def play(reader: ScreenReader) -> None:
    """Does it."""
    say = reader.choose
    reader.press("Alt+5", say("Niet besproken", "Not discussed"))
    reader.press("1", say("! Genoemd", "! Named"))
    reader.press("Shift+N", say("Notitie bij", "Note on"))
    reader.type(NOTE)
    reader.press("Escape", say("Genoemd", "Named"))
    reader.press("Shift+N", NOTE)
