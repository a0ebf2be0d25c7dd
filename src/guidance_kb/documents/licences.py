"""Third-party software in the program: name, version, licence and its text, as packaged (Help, About)."""

import json
from dataclasses import dataclass
from pathlib import Path

from guidance_kb.language import Text
from guidance_kb.paths import ROOT

INDEX = "index.json"
"""The index beside the texts; `packaging/release/collecting.py` writes both."""


@dataclass(frozen=True, slots=True)
class Licence:
    """One third-party component."""

    name: str
    version: str
    """The version that the component states; empty if it states none."""
    identifier: str
    """The SPDX identifier of the licence: `MIT`, `LGPL-3.0-only`."""
    why: Text
    """The purpose of the component in this program."""
    text: str
    """The full licence as plain text."""


def licences(folder: Path | None = None) -> tuple[Licence, ...]:
    """Return the third-party components, the large parts first, then Python packages and libraries by name.

    It reads the folder of a package, or the one that `make build` creates; without either it returns nothing.
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
