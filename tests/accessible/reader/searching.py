"""Looks something up: types a word, goes through what is found, opens it, reads it and where it comes from."""

from reader.screenreader import ScreenReader

NOWHERE = "xqzzy"


def play(reader: ScreenReader) -> None:
    """Does it."""
    say = reader.choose
    reader.type(say("oppas", "babysitter"), say("gevonden", "found"))
    reader.press("Down", say("Zorg voor kinderen", "children"))
    reader.press_until("Down", say("Gemarkeerd: ", "Marked: "))
    reader.press("Enter", say("Leesvenster", "Reading pane"))
    reader.press("F3", say("! treffer", "! hit"))
    reader.press_until("Down", say("Bron: ", "Source: "))
    reader.press("Ctrl+Shift+C", say("Gekopieerd", "Copied"))
    reader.press("Tab", ", link")
    reader.press("Ctrl+K", say("Zoeken", "Search"))
    reader.type(NOWHERE, say("Niets gevonden", "Nothing found"))
