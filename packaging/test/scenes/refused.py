"""An older program opens records of a newer one: it shows a readable sentence, and does not change the records."""

from reader.records import PASSPHRASE

from scenes.seat import Seat


def play(seat: Seat) -> None:
    """Play the scene."""
    reader = seat.start()
    say = reader.choose
    reader.press("Alt+6", say("wachtwoordveld", "password field"))
    reader.type(PASSPHRASE, instead="(the passphrase)")
    reader.press("Enter", say("gemaakt met een nieuwere versie", "made by a newer version"))
    seat.until("an end of the painting", seat.screen.rests)
    seat.picture("refused")
    seat.reach("refused")
    reader.press("Ctrl+K", say("Zoeken", "Search"))
    reader.type(say("oppas", "babysitter"), say("gevonden", "found"))
    seat.close()
    seat.reach("quit")
