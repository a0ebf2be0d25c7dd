"""The files of a pack as bytes, collected within limits: no links, no paths outside the pack."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from guidance_kb.errors import shown
from guidance_kb.knowledge.authoring.pack import ABOUT
from guidance_kb.knowledge.authoring.problems import PackError, Problem
from guidance_kb.knowledge.packs import limits
from guidance_kb.knowledge.packs.limits import odd
from guidance_kb.language import Text

SUFFIX: Final = ".toml"
"""The suffix of the files that are read; others are ignored."""

_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9 ._-]{0,99}")
_WINDOWS = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a pack.

    Attributes:
        read: The TOML files by their path in the pack, sorted by path.
        ignored: The other files, which are not stored.
    """

    read: Mapping[str, bytes]
    ignored: tuple[str, ...] = ()


def refused(file: str, nl: str, en: str) -> PackError:
    """Return the error of a pack with one problem; `file` may be empty, and may have any characters."""
    return PackError([Problem(shown(file), "", "", Text(nl, en))])


class Collector:
    """Collects files one by one, from a folder or a zip, and raises as soon as a limit is exceeded."""

    def __init__(self) -> None:
        self._read: dict[str, bytes] = {}
        self._ignored: list[str] = []
        self._seen: dict[str, str] = {}
        self._bytes = 0

    @property
    def left(self) -> int:
        """Maximum number of bytes of the next file."""
        return min(limits.FILE_BYTES, limits.BYTES - self._bytes)

    def wants(self, name: str) -> bool:
        """Count the file or folder `name` (a path with slashes) and return whether to read it.

        Raises:
            PackError: There are too many, it is too deep, or no pack may use the name.
        """
        path = PurePosixPath(name)
        if name.startswith(("/", "\\")) or ".." in path.parts or "\\" in name or re.match(r"[A-Za-z]:", name):
            raise refused(name, "dit pad leidt buiten het pakket", "this path leads out of the pack")
        if odd(name):
            raise refused(
                name, "deze naam bevat tekens die niet mogen", "this name holds characters that are not allowed"
            )
        if any(part.startswith(".") for part in path.parts):  # .git, .DS_Store and the like are no part of the pack
            return False
        if len(path.parts) > limits.DEPTH + 1:
            raise refused(
                name,
                f"te diep: hoogstens {limits.DEPTH} mappen in elkaar",
                f"too deep: at most {limits.DEPTH} folders in each other",
            )
        folded = name.casefold()
        if folded in self._seen:
            other = shown(self._seen[folded])
            raise refused(name, f"deze naam is er twee keer (“{other}”)", f"this name is there twice (“{other}”)")
        self._seen[folded] = name
        if len(self._seen) > limits.FILES:
            raise refused("", f"te veel bestanden: hoogstens {limits.FILES}", f"too many files: at most {limits.FILES}")
        return path.suffix.lower() == SUFFIX

    def ignore(self, name: str) -> None:
        """Record a file that is not read."""
        if not any(part.startswith(".") for part in PurePosixPath(name).parts):
            self._ignored.append(shown(name))

    def take(self, name: str, data: bytes) -> None:
        """Add a file; `data` may be one byte longer than `left`, as a sign that the file is larger.

        Raises:
            PackError: The file is too large, or all files together are.
        """
        for part in PurePosixPath(name).parts:
            if not _NAME.fullmatch(part) or _WINDOWS.match(part):
                raise refused(
                    name,
                    "verwacht: een naam van letters, cijfers, spaties, punten en streepjes",
                    "expected a name of letters, digits, spaces, dots and hyphens",
                )
        if len(data) > limits.FILE_BYTES:
            raise refused(
                name,
                f"te groot: hoogstens {limits.FILE_BYTES:_} bytes per bestand",
                f"too large: at most {limits.FILE_BYTES:_} bytes a file",
            )
        self._bytes += len(data)
        if self._bytes > limits.BYTES:
            raise refused(
                name,
                f"samen te groot: hoogstens {limits.BYTES:_} bytes",
                f"too large together: at most {limits.BYTES:_} bytes",
            )
        self._read[name] = data

    def files(self) -> Files:
        """Return the collected files.

        Raises:
            PackError: There is no `pack.toml`.
        """
        if ABOUT not in self._read:
            raise refused(
                "",
                f"dit is geen kennispakket: er is geen “{ABOUT}” in",
                f"this is no knowledge pack: it holds no “{ABOUT}”",
            )
        return Files(dict(sorted(self._read.items())), tuple(sorted(self._ignored)))


def unreadable(path: Path | str, error: Exception) -> PackError:
    """Return the error of a file or folder that cannot be read."""
    reason = getattr(error, "strerror", None) or type(error).__name__
    return refused(str(path), f"dit kan niet worden gelezen: {reason}", f"this cannot be read: {reason}")
