"""Checks of the program's and the user's folders: their paths, and whether they are writable."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from guidance_kb import paths
from guidance_kb.doctor import write_check
from guidance_kb.doctor.check import Check, same, state
from guidance_kb.language import Language, Text
from guidance_kb.preferences.defaults import places, read_defaults

_WRITTEN: Final = ("settings", "data")
"""The places in which the program must be able to write."""

_FULL: Final = Text(
    "De schijf is vol: er kan niets worden bewaard. Maak ruimte vrij.",
    "The disk is full: nothing can be kept. Free some space.",
)
_REFUSED: Final = Text(
    "In deze map kan niets worden bewaard. Geef uzelf schrijfrechten op de map, of zet een draagbaar programma op een plek waar u mag "
    "schrijven.",
    "Nothing can be kept in this folder. Give yourself the right to write in it, or put a portable program where you may write.",
)
_TRAVELS: Final = Text(
    "Uw gegevens, ook de dossiers, staan bij het programma en reizen mee met de map. Bewaar de stick veilig en maak een reservekopie op "
    "een andere plek.",
    "Your data, records included, stand beside the program and travel with the folder. Keep the stick safe and make a backup elsewhere.",
)


def checks() -> Iterator[Check]:
    """Check the places."""
    yield _portable()
    for place in paths.all_places():
        if place.id == "knowledge":  # reported by the check of the knowledge database
            continue
        shown = same(paths.tilde(str(place.path)))
        if place.id in _WRITTEN:
            advice = _advice(place.path if place.id == "data" else place.path.parent)
            yield Check(f"place-{place.id}", place.name, state(well=advice is None), shown, advice)
        else:
            yield Check(f"place-{place.id}", place.name, "ok", shown)
    yield _defaults()


def _portable() -> Check:
    name = Text("Draagbaar", "Portable")
    if paths.portable_folder() is None:
        return Check("portable", name, "ok", Text("nee", "no"))
    return Check("portable", name, "note", Text("ja", "yes"), _TRAVELS)


def _defaults() -> Check:
    """Check the organisation's file of default settings."""
    name = Text("Instellingen van de organisatie", "Settings of the organisation")
    found = read_defaults(places())
    if found.path is None:
        return Check("defaults", name, "ok", Text("geen bestand", "no file"))
    shown = same(paths.tilde(str(found.path)))
    if not found.problems:
        return Check("defaults", name, "ok", shown)
    said = Text(*(" ".join(problem.say(each) for problem in found.problems) for each in Language))
    advice = Text(
        f"Vraag een beheerder het bestand te verbeteren; de rest ervan geldt. {said.nl}",
        f"Ask an administrator to mend the file; the rest of it is in force. {said.en}",
    )
    return Check("defaults", name, "note", shown, advice)


def _advice(folder: Path) -> Text | None:
    refused = write_check.refusal(folder)
    if refused is None:
        return None
    return _FULL if refused.errno in write_check.FULL else _REFUSED
