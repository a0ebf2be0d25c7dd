"""Starts where nothing can be kept: the safe window says so, is walked through by keys, and goes on to the program."""

from reader.screenreader import ScreenReader


def play(reader: ScreenReader) -> None:
    """Does it."""
    say = reader.choose
    reader.press("Tab", say("Opnieuw proberen", "Try again"))
    reader.press("Tab", say("Programma controleren", "Check this program"))
    reader.press_until("Tab", say("Wat al bewaard was, is veilig", "What was saved before is safe"))
    reader.press("Tab", say("Zoeken en lezen", "Search and read"))
    reader.press("Enter")
    reader.come_into_the_next()
    reader.type(say("oppas", "babysitter"), say("gevonden", "found"))
