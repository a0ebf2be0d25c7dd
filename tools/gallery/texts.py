"""Texts of the gallery: everyday ones in both languages, and long ones, because long texts are the ones that clip."""

from typing import Final

from guidance_kb.language import Text

SHORT: Final = Text("Afspreken", "Agree")
LONG: Final = Text(
    "Vraagt het aanvraagformulier voor de bijdrage in de reiskosten aan bij de gemeente, en belt daarna terug",
    "Asks the municipality for the form to apply for a contribution to the travel costs, and calls back afterwards",
)
SENTENCE: Final = Text(
    "De eerste weken zijn het belangrijkst: wie dan wordt gebeld, blijft vaker.",
    "The first weeks matter most: whoever is called then stays more often.",
)
SOURCE: Final = Text("§ 2.2/advies · Quigley 1995", "§ 2.2/advies · Quigley 1995")
OURS: Final = Text("Van ons, niet uit het rapport", "Ours, not from the report")
WORD: Final = Text("schuldhulpverlening", "childcare")
SAVED: Final = Text("De reservekopie is gemaakt en teruggelezen.", "The backup was made and read back.")
FAILED: Final = Text(
    "De schijf is vol. Uw dossiers zijn veilig; maak ruimte vrij en probeer het opnieuw.",
    "The disk is full. Your records are safe; free some space and try again.",
)
UNDO: Final = Text("Ongedaan maken", "Undo")
EMPTY: Final = Text("Nog geen dossiers", "No records yet")
EMPTY_MORE: Final = Text(
    "Wat u met een cliënt bespreekt, komt hier te staan zodra u het bewaart.",
    "What you talk about with a client shows up here as soon as you keep it.",
)
NEW: Final = Text("Nieuw dossier", "New record")
FETCHING: Final = Text("De woorden worden doorzocht…", "Searching the words…")
REFUSED: Final = Text("Dit pakket kan niet worden gelezen", "This pack cannot be read")
NOW: Final = Text("Nu bespreken", "Discuss now")
INFORMATION: Final = Text("Ter informatie", "For information")
ASK: Final = Text("“Hoe ziet een gewone dag er bij u thuis uit?”", "“What does an ordinary day at home look like?”")
OFF: Final = Text("Uit", "Off")
ON: Final = Text("Aan", "On")
NO_KEY: Final = Text("Er is geen toets met die naam.", "There is no such key.")
UPDATED: Final = Text(
    "Het programma is bijgewerkt: dit is versie 0.2.0.", "The program was updated: this is version 0.2.0."
)
NEWS: Final = Text("Wat is er nieuw", "What is new")
