"""Where the program finds its own files, from source, installed or packaged, and where it keeps those of the user.

The user's own go where the system keeps such things. With a file `portable.txt` beside the program they go into `data/` beside it, and
travel with the folder: on a stick, say. The folder that the program is started from never matters.
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
"""The environment variable in which a launcher says which folder it stands in: Python itself is elsewhere then."""

MARKER: Final = "portable.txt"
"""The file beside the program that makes it portable; what is in it does not matter."""

_NAME: Final = "guidance-kb"


def _root() -> Path:
    """The folder that holds `resources/` and `db/`."""
    bundle = getattr(sys, "_MEIPASS", None)  # PyInstaller unpacks data files beside the program
    if bundle is not None:
        return Path(bundle)
    here = Path(__file__).resolve().parent
    return here if (here / "resources").is_dir() else here.parents[1]


ROOT = _root()
RESOURCES = ROOT / "resources"
SQL = ROOT / "db"


class DataPlace(NamedTuple):
    """A file or folder that a user may want to find; `id` is for tools."""

    id: str
    name: Text
    path: Path


def knowledge_database() -> Path:
    """The knowledge database: beside the resources in a package, under `build/` when run from source."""
    shipped = ROOT / "knowledge.db"
    from_source = (ROOT / "pyproject.toml").is_file()
    return ROOT / "build" / "knowledge.db" if from_source and not shipped.exists() else shipped


def program_folder() -> Path:
    """The folder that the user sees the program in."""
    launched = Path(os.environ.get(PROGRAM, ""))
    if launched.is_absolute():  # any other would depend on where the program was started
        return launched
    if hasattr(sys, "_MEIPASS"):
        return Path(sys.executable).resolve().parent  # a link to it may stand elsewhere, in /usr/bin
    return ROOT


def portable_folder() -> Path | None:
    """The folder `data/` beside the program, if `portable.txt` is there; None otherwise."""
    folder = program_folder()
    return folder / "data" if (folder / MARKER).is_file() else None


def data_folder() -> Path:
    """The folder for the user's data, in the place that the system has for it; it may not be there yet."""
    named = os.environ.get(DATA)
    if named:
        return Path(named)
    return portable_folder() or user_data_path(_NAME, appauthor=False)


def settings_folder() -> Path:
    """The folder for the settings; it may not be there yet."""
    return portable_folder() or user_config_path(_NAME, appauthor=False)


def casebook_folder() -> Path:
    """The folder of the client records."""
    return data_folder() / "casebook"


def packs_folder() -> Path:
    """The folder of the knowledge packs that the user added."""
    return data_folder() / "packs"


def personal_database() -> Path:
    """The database of what the user keeps of their own in the knowledge: bookmarks. Never anything of a client."""
    return data_folder() / "personal.db"


def error_file() -> Path:
    """The file of the technical reports of recent errors. Never anything of a client."""
    return data_folder() / "errors.jsonl"


def all_places() -> tuple[DataPlace, ...]:
    """Every place that a user may want to find, in the order in which to show them."""
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
    """Returns `text` without the home folder, which holds the user's name: for what is copied or sent."""
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > 1 else text
