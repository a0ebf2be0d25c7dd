"""Holds a first contact: ticks by keys, hears the signals as they come, reads a question and a card whole, and asks on."""

from reader.screenreader import ScreenReader

HEADINGS = 4
"""How many headings it goes on: to what somebody has at home."""


def play(reader: ScreenReader) -> None:
    """Does it."""
    say = reader.choose
    reader.press("Alt+5", say("Niet besproken", "Not discussed"))
    for _ in range(HEADINGS):
        reader.press("PageDown", "! ")
    item = reader.at
    reader.press("1", say("! Nieuw: ", "! New: "))
    if reader.at is not item:
        raise AssertionError("a signal took the keyboard")
    reader.press("Tab", say("Waarom: ", "Why: "))
    reader.press("Escape", say("Genoemd", "Named"))
    reader.press("c", say("Bron: ", "Source: "))
    reader.press("Tab", say("Genoemd", "Named"))
    reader.press("Escape", say("Genoemd", "Named"))
    reader.press("v", say("Vraag nu", "Ask next"))
    reader.press("Enter", say("Genoemd", "Named"))
    reader.press("PageDown", say("Niet besproken", "Not discussed"))
    reader.press("2", say("! Speelt niet", "! Not an issue"))
    reader.press("o", say("! Zelf gezien", "! Observed by you"))
    reader.press("k", say("Omdat ", "Because "))
    reader.press("Escape", say("Speelt niet", "Not an issue"))
    reader.press("h", say(": aan", ": on"))
    reader.press("h", say(": uit", ": off"))
    reader.press("Ctrl+Z", say("! Gezegd door de cliënt", "! Said by the client"))
