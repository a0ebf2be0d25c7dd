"""Chooses: finds a setting, changes it, goes back to its default; changes another, resets all, and takes that back."""

from reader.screenreader import ScreenReader


def play(reader: ScreenReader) -> None:
    """Does it."""
    say = reader.choose
    field, undo = say("Zoek een instelling", "Find a setting"), say("Ongedaan maken", "Undo")
    movement = say("Beweging, ", "Movement, ")
    reader.press("Ctrl+,", field)
    reader.type(say("beweging", "movement"), say("! 1 instelling", "! 1 setting"))
    reader.press_until("Tab", movement)
    reader.press("Space", say("uit", "not checked"))
    reader.press_until("Shift+Tab", say("Herstellen: ", "Reset: "))
    reader.press("Enter", movement)
    reader.press("Space", say("uit", "not checked"))
    reader.press("Escape", field)
    reader.press_until("Tab", say("Alles herstellen", "Reset all"))
    reader.press("Enter", undo)
    reader.press("Enter", say("! Uw instellingen zijn terug", "! Your settings are back"))
    reader.type("xqzzy", say("! 0 instellingen", "! 0 settings"))
