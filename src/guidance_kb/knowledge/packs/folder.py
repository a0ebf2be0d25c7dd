"""Reads the files of a pack from a folder: no link is followed, nothing but plain files is opened."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from guidance_kb.knowledge.packs import limits
from guidance_kb.knowledge.packs.files import Collector, Files, refused, unreadable

_OPEN: Final = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""Neither follows a link nor waits at a pipe that took the place of the file since it was looked at."""

_JUNCTION: Final = 0xA0000003
"""What Windows calls a folder that is a link (IO_REPARSE_TAG_MOUNT_POINT)."""


def read_folder(folder: Path) -> Files:
    """Reads the pack in `folder`.

    Raises:
        PackError: It cannot be read, or holds what no pack may hold.
    """
    collector = Collector()
    try:
        for name, path in _files(folder, "", collector):
            collector.take(name, _bytes(path, collector.left))
    except OSError as error:
        raise unreadable(folder, error) from error
    return collector.files()


def _files(folder: Path, above: str, collector: Collector) -> Iterator[tuple[str, Path]]:
    """The files to read, each with its path below the pack."""
    with os.scandir(folder) as entries:
        found = sorted(entry.name for entry in _bounded(entries))
    for child in found:
        name = f"{above}{child}"
        if child.startswith("."):
            continue
        wanted = collector.wants(name)
        state = os.lstat(folder / child)
        if stat.S_ISLNK(state.st_mode) or getattr(state, "st_reparse_tag", 0) == _JUNCTION:
            raise refused(
                name,
                "een verwijzing; zet het bestand zelf in de map",
                "a link; put the file itself into the folder",
            )
        if stat.S_ISDIR(state.st_mode):
            yield from _files(folder / child, f"{name}/", collector)
        elif not stat.S_ISREG(state.st_mode):
            raise refused(name, "geen gewoon bestand", "not a plain file")
        elif wanted:
            yield name, folder / child
        else:
            collector.ignore(name)


def _bounded(entries: Iterator["os.DirEntry[str]"]) -> Iterator["os.DirEntry[str]"]:
    """Stops at a folder with far too many files, before all their names are in memory."""
    for number, entry in enumerate(entries):
        if number > limits.FILES:
            raise refused("", f"te veel bestanden: hoogstens {limits.FILES}", f"too many files: at most {limits.FILES}")
        yield entry


def _bytes(path: Path, most: int) -> bytes:
    """Reads a plain file, one byte more than `most` at the most."""
    number = os.open(path, _OPEN)
    with os.fdopen(number, "rb") as file:
        if not stat.S_ISREG(os.fstat(number).st_mode):
            raise refused(path.name, "geen gewoon bestand", "not a plain file")
        return file.read(most + 1)
