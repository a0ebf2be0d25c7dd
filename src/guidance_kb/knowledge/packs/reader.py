"""From the files of a pack to checked content, or to everything that is wrong with it."""

import time
from collections.abc import Iterable
from pathlib import Path

from guidance_kb.knowledge.authoring import checks, models
from guidance_kb.knowledge.authoring.content import Content
from guidance_kb.knowledge.authoring.pack import ABOUT, About, PackFile
from guidance_kb.knowledge.authoring.problems import PackError, Problem
from guidance_kb.knowledge.authoring.source_files import validated
from guidance_kb.knowledge.packs import limits, toml
from guidance_kb.knowledge.packs.archive import read_zip
from guidance_kb.knowledge.packs.checks import pack_problems
from guidance_kb.knowledge.packs.files import Files, refused, unreadable
from guidance_kb.knowledge.packs.folder import read_folder
from guidance_kb.knowledge.packs.onelanguage import Absent, complete, told_once
from guidance_kb.language import Text


def read_files(path: Path) -> Files:
    """Reads the files of the pack in a folder or a zip, without looking at what they say.

    Raises:
        PackError: There is nothing there, or not a pack that may be read.
    """
    if path.is_dir():
        return read_folder(path)
    if not path.is_file():
        nothing = not path.exists()
        raise refused(
            str(path),
            "hier is niets" if nothing else "verwacht: een map of een zip",
            "nothing is here" if nothing else "expected a folder or a zip",
        )
    try:
        with path.open("rb") as file:
            data = file.read(limits.ZIP_BYTES + 1)
    except OSError as error:
        raise unreadable(path, error) from error
    if not data.startswith(b"PK"):
        raise refused(path.name, "verwacht: een map of een zip", "expected a folder or a zip")
    return read_zip(data)


def read_packs(paths: Iterable[Path], ours: Content) -> list[Content]:
    """Returns the checked contents of packs, in the order of their ids.

    Raises:
        PackError: One of them is refused, or two have the same id.
    """
    contents: dict[str, Content] = {}
    for path in paths:
        content = read_pack(read_files(path), ours)
        name = content.pack.id if content.pack else ""
        if name in contents:
            raise refused(str(path), f"“{name}” is er twee keer", f"“{name}” is there twice")
        contents[name] = content
    return [content for _, content in sorted(contents.items())]


def read_pack(files: Files, ours: Content) -> Content:
    """Returns the checked content of a pack; see `examine`.

    Raises:
        PackError: With every problem found.
    """
    content, problems = examine(files, ours)
    if problems or content is None:
        raise PackError(problems)
    return content


def examine(files: Files, ours: Content) -> tuple[Content | None, tuple[Problem, ...]]:
    """Returns what a pack says, and what is wrong with it.

    Args:
        files: The files of the pack.
        ours: Our content, which the pack may link to and whose names it may not take.

    Returns:
        The content, as far as it could be understood, or None when not even `pack.toml` could; and the problems, sorted.
    """
    deadline = time.monotonic() + limits.SECONDS
    content, problems, absent = _parse(files)
    if content is not None and not problems:
        problems += checks.problems(content, ours, deadline)
        problems += pack_problems(content)
    return content, tuple(sorted(set(told_once(problems, absent))))


def _parse(files: Files) -> tuple[Content | None, list[Problem], Absent]:
    """Returns what the files say, what is wrong with each of them by itself, and what is in one language only."""
    problems: list[Problem] = []
    raw = {name: found for name, data in files.read.items() if (found := toml.read(name, data, problems)) is not None}
    absent = complete(raw)
    about = validated(ABOUT, raw.pop(ABOUT), About, problems) if ABOUT in raw else None
    parts = {name: part for name, found in raw.items() if (part := validated(name, found, PackFile, problems))}
    if about is None:
        return None, problems, absent
    content = Content(pack=about)
    for name, part in parts.items():
        for kind in limits.TABLES:
            tables: list[models.Table] = getattr(part, kind)
            getattr(content, kind).extend(tables)
            content.files.update((id(table), name) for table in tables)
    for kind, most in limits.TABLES.items():
        if len(getattr(content, kind)) > most:
            problems.append(Problem("", "", kind, toml.too_many(most)))
    if not content.entry and not content.concept and not problems:
        problems.append(Problem("", "", "", _EMPTY))
    return content, problems, absent


_EMPTY = Text(
    "verwacht: ten minste één kennisitem of begrip, gevonden: geen",
    "expected at least one entry or concept, found none",
)
