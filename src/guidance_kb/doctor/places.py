"""Checks of the program's and the user's folders: their paths, and whether they are writable."""

import errno
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from guidance_kb import paths
from guidance_kb.doctor.check import Check, same, state
from guidance_kb.language import Language, Text
from guidance_kb.preferences.organisation_defaults import places, read_defaults

# A real attempt to write in a folder: access rights alone do not show a full or read-only disk.


_TRIED: Final = ".guidance-kb-tries-to-write"
_ROOM: Final = 64 * 1024
"""Bytes that must fit: a change of a casebook and its journal are as large."""

FULL: Final = (errno.ENOSPC, errno.EDQUOT)


def refusal(folder: Path) -> OSError | None:
    """Return the error that prevents writing in a folder, or None.

    A missing folder is not created; the access rights of its nearest existing parent decide.
    """
    try:
        above = _nearest(folder)
        if above != folder:
            return None if os.access(above, os.W_OK | os.X_OK) else PermissionError(errno.EACCES, "no right to write")
        _try(folder / f"{_TRIED}-{os.getpid()}")
    except OSError as error:
        return error
    return None


def _nearest(folder: Path) -> Path:
    """Return the folder, or its nearest existing parent.

    Raises:
        NotADirectoryError: A file exists under the name of the folder.
    """
    for each in (folder, *folder.parents):
        if each.exists():
            if not each.is_dir():
                raise NotADirectoryError(errno.ENOTDIR, "a file stands in the place of the folder")
            return each
    return folder


def _try(file: Path) -> None:
    try:
        file.write_bytes(bytes(_ROOM))
    finally:
        with suppress(OSError):
            file.unlink(missing_ok=True)


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
    refused = refusal(folder)
    if refused is None:
        return None
    return _FULL if refused.errno in FULL else _REFUSED
