"""What is new, in the words of who uses the program: a short list a version (resources/help/news.toml); CHANGELOG.md has all of it."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from guidance_kb.errors import KnownError
from guidance_kb.help.articles import FOLDER
from guidance_kb.language import Text


@dataclass(frozen=True, slots=True)
class Version:
    """What a version brought."""

    number: str
    lines: tuple[Text, ...]


@cache
def news(file: Path = FOLDER / "news.toml") -> tuple[Version, ...]:
    """Reads what each version brought, the newest first.

    Raises:
        KnownError: The file is missing or damaged.
    """
    try:
        found = tomllib.loads(file.read_text("utf-8"))["version"]
        return tuple(
            Version(one["number"], tuple(Text(*pair) for pair in zip(one["nl"], one["en"], strict=True)))
            for one in found
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KnownError(
            "Wat er nieuw is, kan niet worden gelezen. Installeer het programma opnieuw.",
            "What is new cannot be read. Install the program again.",
        ) from error
