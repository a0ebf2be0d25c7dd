"""Output to a terminal, a pipe or a file: always UTF-8, and silent if the reader has closed it."""

import contextlib
import io
import json
import os
import sys
import textwrap
import unicodedata
from collections.abc import Iterable
from typing import Final

WIDTH: Final = 88
"""Width of text in columns, on a terminal and in a pipe alike."""

_LONGEST: Final = 600
"""Maximum number of characters of a line on stderr: an error names its cause and does not repeat a whole file."""


def prepare() -> None:
    """Make the standard streams UTF-8 whatever the locale. A program without a console has none."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def write(text: str = "") -> None:
    """Write a line without control characters."""
    _put(clean(text))


def write_json(data: object, *, line: bool = False) -> None:
    """Write a JSON value: indented, or on one line that is flushed at once."""
    _put(json.dumps(data, ensure_ascii=False, indent=None if line else 2))
    if line and sys.stdout is not None:
        sys.stdout.flush()


def _put(text: str) -> None:
    if sys.stdout is not None:  # a packaged window has no console
        sys.stdout.write(f"{text}\n")


def wrapped(text: str, indent: str = "", hang: str = "") -> list[str]:
    """Wrap text into lines of `WIDTH` columns, keeping its own line breaks.

    Args:
        text: The text.
        indent: The prefix of every line.
        hang: A further prefix of every line but the first.
    """
    return [
        line
        for part in text.split("\n")
        for line in textwrap.wrap(
            part, WIDTH, initial_indent=indent, subsequent_indent=indent + hang, break_on_hyphens=False
        )
        or [""]
    ]


def complain(lines: Iterable[str]) -> None:
    """Write lines to stderr, each reduced to one line."""
    with contextlib.suppress(OSError, AttributeError):  # AttributeError: a packaged window has no stderr
        for line in lines:
            short = clean(" ".join(line.split()))
            sys.stderr.write((short if len(short) <= _LONGEST else f"{short[:_LONGEST]}…") + "\n")


def clean(text: str) -> str:
    """Remove control characters other than line breaks, and replace surrogates."""
    kept = "".join(character for character in text if character == "\n" or unicodedata.category(character) != "Cc")
    return kept.encode("utf-8", "replace").decode("utf-8")


def stop_writing() -> None:
    """Redirect pending output to the null device, so that Python does not report an error at exit."""
    with contextlib.suppress(OSError, ValueError, AttributeError):  # there may be no stdout, or no file descriptor
        number = sys.stdout.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, number)
        os.close(nowhere)
