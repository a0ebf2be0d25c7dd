"""Checks of the installation: versions of the program, its libraries and the system; its files, and the free disk space."""

import platform
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import metadata, util
from pathlib import Path
from typing import Final

from guidance_kb import __version__, paths
from guidance_kb.casebook.storage.health import cipher_version
from guidance_kb.doctor.check import INSTALL_AGAIN, Check, same, state
from guidance_kb.doctor.package_files import missing
from guidance_kb.knowledge.condition import sqlite
from guidance_kb.language import Text

REQUIRED: Final = {"PySide6": "PySide6-Essentials", "whoosh": "Whoosh-Reloaded", "Stemmer": "PyStemmer"}
"""Libraries of the window and the search: module → distribution."""


def versions() -> Iterator[Check]:
    """Check the versions."""
    python = f"{platform.python_version()} ({platform.python_implementation()})"
    system = f"{platform.system()} {platform.release()} ({platform.machine()})"
    yield Check("program", Text("Programma", "Program"), "ok", same(f"guidance-kb {__version__}"))
    yield Check("python", Text("Python", "Python"), "ok", same(python))
    yield Check("system", Text("Systeem", "System"), "ok", same(system))
    yield _sqlite()
    yield _sqlcipher()
    for module, distribution in REQUIRED.items():
        yield _library(module, distribution)


def _sqlite() -> Check:
    version, full_text = sqlite()
    advice = Text(
        "Deze SQLite heeft geen FTS5. Gebruik een andere Python.", "This SQLite has no FTS5. Use another Python."
    )
    return Check("sqlite", Text("SQLite met FTS5", "SQLite with FTS5"), state(well=full_text), same(version), advice)


def _sqlcipher() -> Check:
    version = cipher_version()
    name = Text("SQLCipher (versleuteling van de dossiers)", "SQLCipher (encryption of the records)")
    return Check("sqlcipher", name, state(well=bool(version)), same(version or "–"), INSTALL_AGAIN)


def _library(module: str, distribution: str) -> Check:
    there = util.find_spec(module) is not None
    name = Text(f"Bibliotheek {distribution}", f"Library {distribution}")
    found = same(_version(distribution) if there else "–")
    return Check(f"library-{distribution.lower()}", name, state(well=there), found, INSTALL_AGAIN)


def _version(distribution: str) -> str:
    """Return the version; a packaged program may contain a library without its metadata."""
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return "?"


# --- Files of the program, and disk space


ENOUGH_SPACE: Final = 200_000_000
"""Free space (bytes) below which printing, backups and building may fail."""

_FOLDERS: Final[tuple[Callable[[], Path], ...]] = (
    paths.data_folder,
    Path.home,
    lambda: Path(tempfile.gettempdir()),  # it tries to write, and raises on a full disk
)


def files_and_space() -> Iterator[Check]:
    """Check that the files of the program are complete, and the free disk space."""
    gone = missing()
    name = Text("Lettertypen, pictogrammen, vertaling en woordenlijsten", "Fonts, icons, translation and word lists")
    where = paths.tilde(str(paths.RESOURCES))
    yield Check("resources", name, state(well=not gone), same(" – ".join([where, *gone])), INSTALL_AGAIN)
    yield _space()


def _space() -> Check:
    free = min(_free(), default=0)
    advice = Text(
        "Maak ruimte vrij op de schijf: bewaren, reservekopieën en afdrukken kunnen anders mislukken.",
        "Free some disk space: keeping, backups and printing may fail otherwise.",
    )
    name = Text("Vrije ruimte", "Free space")
    return Check(
        "space", name, state(well=free >= ENOUGH_SPACE, otherwise="note"), same(f"{free / 1e9:.1f} GB"), advice
    )


def _free() -> Iterator[int]:
    """Yield the free bytes of each disk that the program uses, where the system can tell."""
    for folder in _FOLDERS:
        with suppress(OSError, RuntimeError):  # `Path.home` raises RuntimeError if the user is unknown
            yield shutil.disk_usage(folder()).free
