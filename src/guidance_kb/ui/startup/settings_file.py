"""Checks the settings file before it is read: a damaged file is renamed, and a file of a newer version is copied."""

from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings

from guidance_kb.errors import KnownError
from guidance_kb.language import Text

FORMAT: Final = 1
"""The file format of this version; later formats have their number under the key `format`."""

_LARGEST: Final = 256 * 1024
"""Maximum size in bytes; a normal file has a few hundred."""

_DIGITS: Final = 9
_CONTROL: Final = frozenset(range(32)) - {9, 10, 13}


def put_right(path: Path) -> KnownError | None:
    """Make the settings readable, and return a message if there was a problem."""
    try:
        if not path.exists():
            return None
        if _is_damaged(path):
            return _told_damaged(_set_aside(path))
        if number := _newer(path):
            return _told_newer(_copied(path, number))
    except OSError as error:
        return _unreadable(error)
    return None


def _is_damaged(path: Path) -> bool:
    with path.open("rb") as file:
        content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST or not _CONTROL.isdisjoint(content):
        return True
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return QSettings(str(path), QSettings.Format.IniFormat).status() is QSettings.Status.FormatError


def _newer(path: Path) -> int:
    """Return the number of a format that is newer than `FORMAT`, or else 0."""
    value = QSettings(str(path), QSettings.Format.IniFormat).value("format", "")
    number = (
        int(value) if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < _DIGITS else 0
    )
    return number if number > FORMAT else 0


def _set_aside(path: Path) -> str:
    """Rename the file, and return its new name."""
    name = f"{path.stem}-damaged-{datetime.now().astimezone():%Y%m%d-%H%M%S-%f}{path.suffix}"
    path.replace(path.with_name(name))
    return name


def _copied(path: Path, number: int) -> str:
    """Copy a newer file before this version first writes to it, and return the name of the copy."""
    kept = path.with_name(f"{path.stem}-format-{number}{path.suffix}")
    if not kept.exists():
        kept.write_bytes(path.read_bytes())
    return kept.name


def _told_damaged(name: str) -> KnownError:
    return KnownError(
        f"Het bestand met uw instellingen was beschadigd. Het programma start met de standaardinstellingen; uw dossiers en bladwijzers "
        f"zijn niet aangeraakt. Het beschadigde bestand is bewaard als “{name}”. Kies uw instellingen opnieuw.",
        f"The file of your settings was damaged. The program starts with the default settings; your records and bookmarks were not "
        f"touched. The damaged file was kept as “{name}”. Choose your settings again.",
    )


def _told_newer(name: str) -> KnownError:
    return KnownError(
        f"Uw instellingen zijn van een nieuwere versie van het programma. Wat deze versie kent, wordt gebruikt; het bestand is ook bewaard "
        f"als “{name}”. Werk het programma bij. De kennisbank werkt gewoon.",
        f"Your settings are of a newer version of the program. What this version knows is used; the file was also kept as “{name}”. Update "
        f"the program. The knowledge works as always.",
    )


def _unreadable(error: OSError) -> KnownError:
    text = Text(
        "Het bestand met uw instellingen kan niet worden gelezen. Het programma start met de standaardinstellingen; er is niets veranderd. "
        "Geef uzelf rechten op het bestand, of vraag uw beheerder.",
        "The file of your settings cannot be read. The program starts with the default settings; nothing has changed. Give yourself the "
        "right to read the file, or ask your administrator.",
    )
    told = KnownError(*text)
    told.__cause__ = error
    return told
