"""Where the program finds its own files, from source, installed or packaged, and where it keeps those of the user."""

import os
import sys
from pathlib import Path
from typing import Final

from platformdirs import user_data_path

DATA: Final = "GUIDANCE_KB_DATA"
"""The environment variable that names another folder for the user's data."""


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


def knowledge_database() -> Path:
    """The knowledge database: beside the resources in a package, under `build/` when run from source."""
    shipped = ROOT / "knowledge.db"
    return shipped if shipped.exists() else ROOT / "build" / "knowledge.db"


def data_folder() -> Path:
    """The folder for the user's data, in the place that the system has for it; it may not be there yet."""
    named = os.environ.get(DATA)
    return Path(named) if named else user_data_path("guidance-kb", appauthor=False)


def casebook_folder() -> Path:
    """The folder of the client records."""
    return data_folder() / "casebook"


def packs_folder() -> Path:
    """The folder of the knowledge packs that the user added."""
    return data_folder() / "packs"


def personal_database() -> Path:
    """The database of what the user keeps of their own in the knowledge: bookmarks. Never anything of a client."""
    return data_folder() / "personal.db"
