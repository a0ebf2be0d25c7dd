"""Checks of versions: the program, its libraries, the system."""

import platform
from collections.abc import Iterator
from importlib import metadata, util
from typing import Final

from guidance_kb import __version__
from guidance_kb.casebook.storage.health import cipher_version
from guidance_kb.doctor.check import INSTALL_AGAIN, Check, same, state
from guidance_kb.knowledge.condition import sqlite
from guidance_kb.language import Text

REQUIRED: Final = {"PySide6": "PySide6-Essentials", "whoosh": "Whoosh-Reloaded", "Stemmer": "PyStemmer"}
"""Libraries of the window and the search: module → distribution."""


def checks() -> Iterator[Check]:
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
