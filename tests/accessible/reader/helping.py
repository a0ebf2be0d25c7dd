"""Looks for help: the sheet of keys from where one is, narrowed and put away; then an article, read, and back."""

from reader.screenreader import ScreenReader


def play(reader: ScreenReader) -> None:
    """Does it."""
    say = reader.choose
    reader.press("F1", say("Zoek een toets", "Find a key"))
    reader.type("F9", say("! 1 toets", "! 1 key"))
    reader.press_until("Tab", say("Toetsen, ", "Keys, "))
    reader.read(reader.at)
    reader.press("Escape", say("Zoek een toets", "Find a key"))
    reader.press("Escape", say("Zoeken, ", "Search, "))
    reader.press("Alt+7", say("Hulpteksten", "Help articles"))
    reader.press("Down", say("regel", "list item"))
    reader.press("Enter", say("Hulp, ", "Help, "))
    reader.press("Down")
    reader.press_until("Down", "“")
