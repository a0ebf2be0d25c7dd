"""Where the program finds its own files, from source, installed or packaged."""

import sys
from pathlib import Path


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
