"""Keeps records: makes a casebook, adds a client by code, holds a conversation with them and finishes it."""

import re

from reader.screenreader import ScreenReader

PASSPHRASE = "lantaarn fiets waterval groen"  # noqa: S105 - of a casebook that goes with the test
CODE = "K-12"


def play(reader: ScreenReader) -> None:
    """Does it."""
    say = reader.choose
    begin(reader)
    reader.press("Down", say("Niet besproken", "Not discussed"))
    reader.press("1", say("! Nieuw: ", "! New: "))
    reader.press("Ctrl+Shift+S", say("Afspraken, ", "Agreed, "))
    reader.press_until("Shift+Tab", say("Afronden, ", "Finish, "))
    reader.press("Enter", say("! afgerond", "! finished"))
    reader.press("Ctrl+L", say("! De dossiers zijn op slot", "! The records are locked"))


def begin(reader: ScreenReader) -> None:
    """A casebook, in it a client, and the first question of a conversation with them."""
    say = reader.choose
    make_casebook(reader)
    reader.press("Enter", "Code, ")
    reader.type(CODE)
    reader.press("Enter", f"! {CODE}")
    reader.press_until("Shift+Tab", say("Gesprek beginnen", "Start a conversation"))
    reader.press("Enter", say("Niet besproken", "Not discussed"))


def make_casebook(reader: ScreenReader) -> None:
    """Makes a casebook through the three steps, with the recovery key read from the screen and two of its groups typed over."""
    say = reader.choose
    reader.press("Alt+6", "Begin")
    reader.press("Enter", say("wachtwoordveld", "password field"))
    reader.type(PASSPHRASE, instead="(the passphrase)")
    reader.press("Tab", say("wachtwoordveld", "password field"))
    reader.type(PASSPHRASE, instead="(the passphrase)")
    reader.press("Enter", say("Afdrukken", "Print"))
    key = _key(reader)
    reader.press_until("Tab", say("Hij staat op papier", "It is on paper"))
    for _ in range(2):
        reader.press("Enter", say("Groep", "Group"))
        reader.type(key[_number(reader)], instead="(that group)")
    reader.press("Enter", say("Nieuwe cliënt", "New client"))


def _key(reader: ScreenReader) -> dict[str, str]:
    """The groups of the recovery key, by their number, as they are spelled out."""
    named = (re.fullmatch(r"(\d+): ([0-9A-Z](?: [0-9A-Z])*)", each.get_name() or "") for each in reader.all())
    return {found[1]: found[2].replace(" ", "") for found in named if found}


def _number(reader: ScreenReader) -> str:
    """Which group the field that has the keyboard asks for."""
    found = re.search(r"\d+", reader.at.get_name() if reader.at else "")
    if found is None:
        raise AssertionError("nothing asks for a group of the key")
    return found[0]
