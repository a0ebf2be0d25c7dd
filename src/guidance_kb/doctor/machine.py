"""The machine: the files that came with the program, and free space."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from guidance_kb import paths
from guidance_kb.doctor.check import INSTALL_AGAIN, Check, same, state
from guidance_kb.doctor.shipped import missing
from guidance_kb.language import Text

ENOUGH_SPACE: Final = 200_000_000
"""Bytes of free space below which printing, backups and building may fail."""


def checks() -> Iterator[Check]:
    """Looks at files and space."""
    gone = missing()
    name = Text("Lettertypen, pictogrammen, vertaling en woordenlijsten", "Fonts, icons, translation and word lists")
    where = paths.tilde(str(paths.RESOURCES))
    yield Check("resources", name, state(well=not gone), same(" – ".join([where, *gone])), INSTALL_AGAIN)
    yield _space()


def _space() -> Check:
    folders = (paths.data_folder(), Path.home(), Path(tempfile.gettempdir()))
    free = min((shutil.disk_usage(folder).free for folder in folders if folder.exists()), default=0)
    advice = Text(
        "Maak ruimte vrij op de schijf: bewaren, reservekopieën en afdrukken kunnen anders mislukken.",
        "Free some disk space: keeping, backups and printing may fail otherwise.",
    )
    name = Text("Vrije ruimte", "Free space")
    return Check(
        "space", name, state(well=free >= ENOUGH_SPACE, otherwise="note"), same(f"{free / 1e9:.1f} GB"), advice
    )
