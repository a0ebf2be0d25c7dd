"""The paths of the program's own files (from source, installed or packaged) and of the user's files.

The user's files are in the standard folders of the system. With a file `portable.txt` beside the program they are in `data/` beside it, and
move with that folder, for example on a USB stick. The working directory never matters.
"""

import os
import sys
from pathlib import Path
from typing import Final, NamedTuple

from platformdirs import user_config_path, user_data_path

from guidance_kb.language import Text

DATA: Final = "GUIDANCE_KB_DATA"
"""The environment variable that names another folder for the user's data."""

PROGRAM: Final = "GUIDANCE_KB_PROGRAM"
"""The environment variable by which a launcher names its folder, because the Python executable is in another one."""

MARKER: Final = "portable.txt"
"""The file beside the program that makes it portable; its content does not matter."""

_NAME: Final = "guidance-kb"


def _root() -> Path:
    """Return the folder with `resources/` and `db/`."""
    bundle = getattr(sys, "_MEIPASS", None)  # PyInstaller unpacks data files beside the program
    if bundle is not None:
        return Path(bundle)
    here = Path(__file__).resolve().parent
    return here if (here / "resources").is_dir() else here.parents[1]


ROOT = _root()
RESOURCES = ROOT / "resources"
SQL = ROOT / "db"


class DataPlace(NamedTuple):
    """A file or folder that a user may look for; `id` is for tools."""

    id: str
    name: Text
    path: Path


def knowledge_database() -> Path:
    """Return the knowledge database: beside the resources in a package, under `build/` when run from source."""
    shipped = ROOT / "knowledge.db"
    from_source = (ROOT / "pyproject.toml").is_file()
    return ROOT / "build" / "knowledge.db" if from_source and not shipped.exists() else shipped


def program_folder() -> Path:
    """Return the folder of the program, as the user sees it."""
    launched = Path(os.environ.get(PROGRAM, ""))
    if launched.is_absolute():  # a relative path would depend on the working directory
        return launched
    if hasattr(sys, "_MEIPASS"):
        return Path(sys.executable).resolve().parent  # resolved, because a link to it may be elsewhere, as in /usr/bin
    return ROOT


def portable_folder() -> Path | None:
    """Return the folder `data/` beside the program if `portable.txt` exists; None otherwise."""
    folder = program_folder()
    return folder / "data" if (folder / MARKER).is_file() else None


def data_folder() -> Path:
    """Return the folder for the user's data, which may not exist yet: the one of `GUIDANCE_KB_DATA`, the portable or the standard one."""
    named = os.environ.get(DATA)
    if named:
        return Path(named)
    return portable_folder() or user_data_path(_NAME, appauthor=False)


def settings_folder() -> Path:
    """Return the folder for the settings, which may not exist yet."""
    return portable_folder() or user_config_path(_NAME, appauthor=False)


def casebook_folder() -> Path:
    """Return the folder of the client records."""
    return data_folder() / "casebook"


def packs_folder() -> Path:
    """Return the folder of the user's knowledge packs."""
    return data_folder() / "packs"


def personal_database() -> Path:
    """Return the database of the user's bookmarks, which never has data about clients."""
    return data_folder() / "personal.db"


def error_file() -> Path:
    """Return the file of the technical reports of recent errors, which never has data about clients."""
    return data_folder() / "errors.jsonl"


def all_places() -> tuple[DataPlace, ...]:
    """Return all files and folders that a user may look for, in the order in which to show them."""
    return (
        DataPlace("program", Text("Map van het programma", "Folder of the program"), program_folder()),
        DataPlace(
            "knowledge", Text("Kennisbank van het programma", "Knowledge database of the program"), knowledge_database()
        ),
        DataPlace("settings", Text("Instellingen", "Settings"), settings_folder() / "settings.ini"),
        DataPlace("data", Text("Uw gegevens", "Your data"), data_folder()),
        DataPlace("records", Text("Dossiers (versleuteld)", "Records (encrypted)"), casebook_folder()),
        DataPlace(
            "backups", Text("Reservekopieën van de dossiers", "Backups of the records"), casebook_folder() / "backups"
        ),
        DataPlace("packs", Text("Map met kennispakketten", "Folder of knowledge packs"), packs_folder()),
        DataPlace("bookmarks", Text("Bladwijzers", "Bookmarks"), personal_database()),
        DataPlace("errors", Text("Bestand met recente fouten", "File of recent errors"), error_file()),
    )


def tilde(text: str) -> str:
    """Return `text` without the home folder, because its path has the user's name; for texts that are copied or sent."""
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > 1 else text
