"""The checks of `guidance-kb doctor`: each one thing, its state, and what to do when it is not well."""

import argparse
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata, util
from pathlib import Path
from typing import Final, Literal

from guidance_kb import __version__, paths
from guidance_kb.cli.opening import database
from guidance_kb.documents.names import TABLES
from guidance_kb.errors import KnownError
from guidance_kb.knowledge.condition import examine, sqlite
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.packs.store import Store
from guidance_kb.language import Language, Text
from guidance_kb.search.searcher import Searcher

State = Literal["ok", "note", "wrong"]

REQUIRED: Final = {"PySide6": "PySide6-Essentials", "whoosh": "Whoosh-Reloaded", "Stemmer": "PyStemmer"}
"""What the window and the search need: module → distribution."""

SHIPPED: Final = (
    "fonts/Inter-Regular.otf",
    "fonts/Inter-Bold.otf",
    "icons",
    "styles",
    "language/dutch.toml",
    "language/english.toml",
)
"""Files and folders of `resources/` that the program reads at run time."""

ENOUGH_SPACE: Final = 200_000_000
"""Bytes of free space below which printing and building may fail."""

_TRIED: Final = "leren"
_INSTALL_AGAIN: Final = Text("Installeer het programma opnieuw.", "Install the program again.")
_BUILD: Final = Text(
    "Bouw de kennisbank opnieuw met “guidance-kb build”, of installeer het programma opnieuw.",
    "Build the knowledge database again with “guidance-kb build”, or install the program again.",
)


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the report; `advice` says what to do when the state is not ok."""

    id: str
    name: Text
    state: State
    value: str
    advice: Text | None = None


def checks(arguments: argparse.Namespace) -> Iterator[Check]:
    """Looks at everything, in the order of the report."""
    yield Check("program", Text("Programma", "Program"), "ok", f"guidance-kb {__version__}")
    yield Check(
        "python", Text("Python", "Python"), "ok", f"{platform.python_version()} ({platform.python_implementation()})"
    )
    yield Check(
        "system", Text("Systeem", "System"), "ok", f"{platform.system()} {platform.release()} ({platform.machine()})"
    )
    yield _sqlite()
    yield from _libraries()
    yield from _knowledge(arguments)
    yield _packs(arguments)
    yield _resources()
    yield _space()
    yield _display()


def _sqlite() -> Check:
    version, full_text = sqlite()
    advice = Text(
        "Deze SQLite heeft geen FTS5. Gebruik een andere Python.", "This SQLite has no FTS5. Use another Python."
    )
    return Check("sqlite", Text("SQLite met FTS5", "SQLite with FTS5"), "ok" if full_text else "wrong", version, advice)


def _libraries() -> Iterator[Check]:
    for module, distribution in REQUIRED.items():
        there = util.find_spec(module) is not None
        yield Check(
            f"library-{distribution.lower()}",
            Text(f"Bibliotheek {distribution}", f"Library {distribution}"),
            "ok" if there else "wrong",
            _version(distribution) if there else "–",
            _INSTALL_AGAIN,
        )


def _version(distribution: str) -> str:
    """The version; a packaged program may hold a library without its metadata."""
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return "?"


def _knowledge(arguments: argparse.Namespace) -> Iterator[Check]:
    name = Text("Kennisbank", "Knowledge database")
    language = Language(arguments.lang)
    try:
        path = database(arguments)
        Library(path).close()  # says when it is of another version
        found = examine(path)
    except KnownError as error:
        yield Check("knowledge", name, "wrong", hidden(error.say(language)), _BUILD)
        return
    yield Check("knowledge", name, "ok" if found.whole else "wrong", hidden(str(path)), _BUILD)
    yield Check(
        "content",
        Text("Inhoud (hash)", "Content (hash)"),
        "ok" if found.content else "wrong",
        found.content[:16],
        _BUILD,
    )
    yield Check(
        "checklist", Text("Checklist", "Checklist"), "ok" if found.checklist else "wrong", found.checklist, _BUILD
    )
    counts = ", ".join(f"{count} {TABLES[table].say(language)}" for table, count in found.counts.items())
    yield Check("counts", Text("Aantallen", "Counts"), "ok" if all(found.counts.values()) else "wrong", counts, _BUILD)
    yield _search(path, language)


def _search(path: Path, language: Language) -> Check:
    """Really searches: it takes the stemmer, the index and the word lists all at once."""
    name = Text("Zoeken", "Search")
    searcher = Searcher(path)
    try:
        total = searcher.search(_TRIED, Language.NL).total
    except (KnownError, OSError, ImportError) as error:
        shown = error.say(language) if isinstance(error, KnownError) else type(error).__name__
        return Check("search", name, "wrong", hidden(shown), _BUILD)
    finally:
        searcher.close()
    return Check("search", name, "ok" if total else "wrong", f"“{_TRIED}”: {total}", _BUILD)


def _packs(arguments: argparse.Namespace) -> Check:
    """The packs that were added; those that no longer fit are named, with the reason."""
    name, language = Text("Kennispakketten", "Knowledge packs"), Language(arguments.lang)
    try:
        kept = Store(paths.packs_folder()).kept()
    except KnownError as error:
        said = (hidden(error.say(each)) for each in Language)
        return Check("packs", name, "wrong", hidden(str(paths.packs_folder())), Text(*said))
    told = ", ".join(f"{one.pack.id} {one.pack.version}" for one in kept) or "–"
    aside = [f"{one.pack.id}: {one.aside.say(language)}" for one in kept if one.aside]
    if aside:
        reasons = "; ".join(aside)
        return Check("packs", name, "note", told, Text(f"Opzijgezet: {reasons}", f"Set aside: {reasons}"))
    return Check("packs", name, "ok", told)


def _resources() -> Check:
    missing = [name for name in SHIPPED if not (paths.RESOURCES / name).exists()]
    name = Text("Lettertypen, pictogrammen en woordenlijsten", "Fonts, icons and word lists")
    if missing:
        return Check(
            "resources", name, "wrong", f"{hidden(str(paths.RESOURCES))} – {', '.join(missing)}", _INSTALL_AGAIN
        )
    return Check("resources", name, "ok", hidden(str(paths.RESOURCES)))


def _space() -> Check:
    free = min(
        shutil.disk_usage(folder).free for folder in (Path.home(), Path(tempfile.gettempdir())) if folder.exists()
    )
    advice = Text(
        "Maak ruimte vrij op de schijf: afdrukken kan anders mislukken.",
        "Free some disk space: printing may fail otherwise.",
    )
    return Check(
        "space",
        Text("Vrije ruimte", "Free space"),
        "ok" if free >= ENOUGH_SPACE else "note",
        f"{free / 1e9:.1f} GB",
        advice,
    )


def _display() -> Check:
    name = Text("Beeldscherm", "Display")
    advice = Text(
        "Zonder beeldscherm opent het venster niet; de opdrachten werken wel.",
        "Without a display the window does not open; the commands do work.",
    )
    if sys.platform in ("win32", "darwin"):
        return Check("display", name, "ok", sys.platform)
    for variable in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"):
        if os.environ.get(variable):
            return Check("display", name, "ok", f"{variable}={os.environ[variable]}")
    return Check("display", name, "note", "–", advice)


def hidden(text: str) -> str:
    """Returns `text` without the home folder, which holds the user's name."""
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > 1 else text
