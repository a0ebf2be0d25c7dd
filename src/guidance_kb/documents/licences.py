"""Whose work the program holds besides ours: name, version, licence and its text, as the package was made with (Help, About)."""

import json
from dataclasses import dataclass
from pathlib import Path

from guidance_kb.language import Text
from guidance_kb.paths import ROOT

INDEX = "index.json"
"""The list beside the texts; `packaging/release/collecting.py` writes both."""


@dataclass(frozen=True, slots=True)
class Licence:
    """One thing of somebody else in the program."""

    name: str
    version: str
    """As the library or package says it itself; empty where it says none."""
    identifier: str
    """The licence as SPDX names it: `MIT`, `LGPL-3.0-only`."""
    why: Text
    """What it does here."""
    text: str
    """The licence in full, as plain text."""


def licences(folder: Path | None = None) -> tuple[Licence, ...]:
    """Return what is of others, the large parts first, then Python packages and libraries by name.

    It reads the folder that lies in a package, or the one that `make build` makes; without either it returns nothing.
    """
    place = folder or next(
        (each for each in (ROOT / "licences", ROOT / "build" / "licences") if (each / INDEX).exists()), None
    )
    if place is None:
        return ()
    rows = json.loads((place / INDEX).read_text("utf-8"))
    return tuple(
        Licence(
            name=row["name"],
            version=row["version"],
            identifier=row["licence"],
            why=Text(row["why_nl"], row["why_en"]),
            text=(place / row["file"]).read_text("utf-8"),
        )
        for row in rows
    )
