"""Reading of input: a file, or standard input as `-`."""

import json
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO, Any, Final

from guidance_kb.errors import KnownError

_STANDARD_INPUT: Final = "-"
_LARGEST: Final = 10_000_000
"""Maximum size of a JSON file in bytes; a conversation has a few thousand."""


def opened(name: str) -> AbstractContextManager[IO[bytes]]:
    """Open a file for reading; `-` is standard input, which stays open.

    Raises:
        KnownError: The file does not exist, is a folder or may not be read.
    """
    if name == _STANDARD_INPUT:
        if sys.stdin is None:
            raise KnownError("Er is geen standaardinvoer.", "There is no standard input.")
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(name).open("rb")
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from error


def read_json(name: str) -> object:
    """Read a JSON file.

    Raises:
        KnownError: The file cannot be read, is too large, not UTF-8, not JSON, or has a duplicate key.
    """
    with opened(name) as file:
        try:
            raw = file.read(_LARGEST + 1)
        except OSError as error:
            raise _unreadable(name, error) from error
    if len(raw) > _LARGEST:
        raise KnownError(
            f"“{name}” is te groot: hoogstens {_LARGEST:,} bytes.".replace(",", "."),
            f"“{name}” is too large: at most {_LARGEST:,} bytes.",
        )
    try:
        document: object = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_without_doubles)
    except UnicodeDecodeError as error:
        raise KnownError(
            f"“{name}” is geen UTF-8-tekst (byte {error.start}). Sla het bestand op als UTF-8.",
            f"“{name}” is not UTF-8 text (byte {error.start}). Save the file as UTF-8.",
        ) from error
    except json.JSONDecodeError as error:
        raise KnownError(
            f"“{name}” is geen JSON: regel {error.lineno}, teken {error.colno}: {error.msg}.",
            f"“{name}” is not JSON: line {error.lineno}, character {error.colno}: {error.msg}.",
        ) from error
    except (ValueError, RecursionError) as error:
        raise KnownError(
            f"“{name}” is geen JSON die we kunnen lezen: te diep genest, of een te lang getal.",
            f"“{name}” is not JSON that we can read: nested too deeply, or a number too long.",
        ) from error
    return document


def read_lines(name: str) -> Iterator[str]:
    """Read a text file line by line, without the line ends.

    Raises:
        KnownError: The file cannot be read, or a line is not UTF-8; earlier lines have been yielded.
    """
    with opened(name) as file:
        number = 0
        try:
            for number, line in enumerate(file, 1):
                yield line.rstrip(b"\r\n").decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise KnownError(
                f"Regel {number} van “{name}” is geen UTF-8-tekst. Sla het bestand op als UTF-8.",
                f"Line {number} of “{name}” is not UTF-8 text. Save the file as UTF-8.",
            ) from error
        except OSError as error:
            raise _unreadable(name, error) from error


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a JSON object; refuse duplicate keys, of which one would silently hide the other."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        double = next(name for name in names if names.count(name) > 1)
        raise KnownError(
            f"“{double:.60}” staat twee keer in hetzelfde JSON-object. Laat één antwoord staan.",
            f"“{double:.60}” stands twice in the same JSON object. Keep one answer.",
        )
    return found


def _unreadable(name: str, error: Exception) -> KnownError:
    if isinstance(error, FileNotFoundError):
        return KnownError(f"“{name}” bestaat niet.", f"“{name}” does not exist.")
    if isinstance(error, IsADirectoryError) or Path(name).is_dir():
        return KnownError(f"“{name}” is een map, geen bestand.", f"“{name}” is a folder, not a file.")
    reason = getattr(error, "strerror", None) or type(error).__name__
    return KnownError(f"“{name}” kan niet worden gelezen: {reason}.", f"“{name}” cannot be read: {reason}.")
