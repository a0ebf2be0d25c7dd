"""The ways in which a start can fail, with what happened, what is safe and what the user can do.

The texts are here in both languages, because the translation file may be missing.
"""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Final

from guidance_kb.doctor.places import FULL
from guidance_kb.errors import KnownError
from guidance_kb.language import Text


class RemedyOffer(Enum):
    """A remedy that the user can choose; the value is the text of its button."""

    START = Text("Zoeken en lezen", "Search and read")
    WITHOUT_PACKS = Text("Starten zonder kennispakketten", "Start without the knowledge packs")
    OWN = Text("De kennisbank van het programma gebruiken", "Use the program's own knowledge database")
    REBUILD = Text("Kennisbank opnieuw maken", "Make the knowledge database again")
    CHOOSE = Text("Een andere kennisbank kiezen…", "Choose another knowledge database…")
    AGAIN = Text("Opnieuw proberen", "Try again")


@dataclass(frozen=True, slots=True)
class Case:
    """The content of the safe window.

    Attributes:
        title: What happened, in a few words.
        happened: What happened, in a sentence.
        safe: What is safe.
        todo: What the user can do.
        offers: The remedies; the first has the focus.
        folder: The folder to open, if that helps.
        report: The technical report, or an empty string.
        reminder: The message that the main window keeps showing after `RemedyOffer.START`.
    """

    title: Text
    happened: Text
    safe: Text
    todo: Text
    offers: tuple[RemedyOffer, ...]
    folder: Path | None = None
    report: str = ""
    reminder: Text | None = None

    @property
    def text(self) -> Text:
        """All texts as one."""
        parts = zip(self.title, self.happened, self.safe, self.todo, strict=True)
        return Text(*(" ".join(part if part.endswith((".", "?")) else f"{part}." for part in each) for each in parts))


_RECORDS_SAFE: Final = Text("Uw dossiers zijn niet aangeraakt.", "Your records were not touched.")
_NOTHING_CHANGED: Final = Text(
    "Wat al bewaard was, is veilig. Er is niets veranderd.", "What was saved before is safe. Nothing has changed."
)
_READ_ONLY: Final = Text(
    "U kunt wel zoeken en lezen. Dossiers, bladwijzers en instellingen worden nu niet bewaard.",
    "You can search and read. Records, bookmarks and settings are not kept now.",
)

_REMINDER: Final = Text(
    f"Er wordt nu niets bewaard. {_READ_ONLY.nl} Start het programma opnieuw als u weer kunt schrijven.",
    f"Nothing is kept now. {_READ_ONLY.en} Start the program again when you can write.",
)


def cannot_keep(error: OSError, folder: Path, *, portable: bool) -> Case:
    """Return the case that the folder of the user's data is full or not writable."""
    if error.errno in FULL:
        return Case(
            Text("De schijf is vol", "The disk is full"),
            Text("Er kan niets worden bewaard: er is geen ruimte meer.", "Nothing can be kept: there is no room left."),
            _NOTHING_CHANGED,
            Text(
                f"Maak ruimte vrij en probeer het opnieuw. {_READ_ONLY.nl}",
                f"Free some space and try again. {_READ_ONLY.en}",
            ),
            (RemedyOffer.START, RemedyOffer.AGAIN),
            folder,
            reminder=_REMINDER,
        )
    where = Text(
        "in deze draagbare map" if portable else "in uw map",
        "in this portable folder" if portable else "in your folder",
    )
    stick = Text(
        "Staat het slotje van de stick aan, of staat de map op een plek waar u niet mag schrijven? Kopieer de hele map dan naar een andere "
        "plek.",
        "Is the stick locked, or does the folder stand where you may not write? Then copy the whole folder to another place.",
    )
    rights = Text(
        "Vraag uw beheerder om schrijfrechten op de map, en probeer het opnieuw.",
        "Ask your administrator for the right to write in the folder, and try again.",
    )
    todo = stick if portable else rights
    return Case(
        Text("Er kan niets worden bewaard", "Nothing can be kept"),
        Text(
            f"Het programma mag {where.nl} niet schrijven: {folder}", f"The program may not write {where.en}: {folder}"
        ),
        _NOTHING_CHANGED,
        Text(f"{todo.nl} {_READ_ONLY.nl}", f"{todo.en} {_READ_ONLY.en}"),
        (RemedyOffer.START, RemedyOffer.AGAIN),
        folder,
        reminder=_REMINDER,
    )


NO_ANSWER: Final = Case(
    Text("Het programma is al geopend", "The program is open already"),
    Text(
        "Er is al een venster van Guidance KB, misschien van een andere versie, maar het antwoordt niet.",
        "There is a window of Guidance KB already, perhaps of another version, but it does not answer.",
    ),
    Text("Uw dossiers zijn veilig.", "Your records are safe."),
    Text(
        "Wacht even, of sluit dat venster, en probeer het opnieuw. U kunt ook alvast zoeken en lezen; de dossiers blijven zolang van het "
        "andere venster.",
        "Wait a moment, or close that window, and try again. You can also search and read meanwhile; the records stay with the other "
        "window.",
    ),
    (RemedyOffer.AGAIN, RemedyOffer.START),
    reminder=Text(
        "De dossiers zijn van het andere venster. Sluit dat, en start het programma opnieuw om ermee te werken.",
        "The records stay with the other window. Close that one, and start the program again to work with them.",
    ),
)


_REBUILD: Final = Text(
    "Laat de kennisbank opnieuw maken uit de teksten van het programma; dat duurt enkele seconden. Lukt dat niet, installeer het programma "
    "dan opnieuw.",
    "Have the database made again from the texts of the program; it takes a few seconds. If that does not work, install the program again.",
)
_CHOOSE: Final = Text(
    "Gebruik de kennisbank van het programma zelf, of kies een ander bestand.",
    "Use the program's own knowledge database, or choose another file.",
)


def no_knowledge(error: KnownError, database: Path, *, named: bool, packs: bool) -> Case:
    """Return the case that the knowledge database is missing, damaged or of another version.

    Args:
        error: The error that opening it raised.
        database: The file.
        named: Whether the user named the file; otherwise it is the program's own.
        packs: Whether it may be the database that was built with the packs.
    """
    offers = (RemedyOffer.OWN if named else RemedyOffer.REBUILD, RemedyOffer.CHOOSE, RemedyOffer.AGAIN)
    happened = Text(f"Dit bestand ontbreekt: {database}", f"This file is missing: {database}")
    if database.exists():
        happened = Text(
            f"Dit bestand is beschadigd of van een andere versie van het programma: {database}",
            f"This file is damaged, or of another version of the program: {database}",
        )
    return Case(
        Text("De kennisbank kan niet worden geopend", "The knowledge database cannot be opened"),
        happened,
        _RECORDS_SAFE,
        _CHOOSE if named else _REBUILD,
        (RemedyOffer.WITHOUT_PACKS, *offers) if packs else offers,
        database.parent,
        error.report,
    )


def missing_files(names: list[str], folder: Path) -> Case:
    """Return the case that files of the program are missing."""
    gone = ", ".join(names)
    return Case(
        Text("Er ontbreken bestanden van het programma", "Files of the program are missing"),
        Text(f"Deze bestanden zijn er niet: {gone}.", f"These files are not there: {gone}."),
        _RECORDS_SAFE,
        Text(
            "Installeer het programma opnieuw. Uw gegevens blijven staan.",
            "Install the program again. Your data stay where they are.",
        ),
        (RemedyOffer.AGAIN,),
        folder,
    )


def unforeseen(error: KnownError, *, packs: bool) -> Case:
    """Return the case of an unforeseen error."""
    return Case(
        Text("Het programma kon niet starten", "The program could not start"),
        error.text,
        _RECORDS_SAFE,
        Text(
            "Probeer het opnieuw, of laat de kennisbank opnieuw maken. Helpt dat niet, installeer het programma dan opnieuw.",
            "Try again, or have the knowledge database made again. If that does not help, install the program again.",
        ),
        (*((RemedyOffer.WITHOUT_PACKS,) if packs else ()), RemedyOffer.AGAIN, RemedyOffer.REBUILD, RemedyOffer.CHOOSE),
        None,
        error.report,
    )
