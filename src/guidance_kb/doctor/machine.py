"""Checks of the files shipped with the program and of free disk space."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from guidance_kb import paths
from guidance_kb.doctor.check import INSTALL_AGAIN, Check, same, state
from guidance_kb.doctor.package_files import missing
from guidance_kb.language import Text

ENOUGH_SPACE: Final = 200_000_000
"""Free space (bytes) below which printing, backups and building may fail."""

_FOLDERS: Final[tuple[Callable[[], Path], ...]] = (
    paths.data_folder,
    Path.home,
    lambda: Path(tempfile.gettempdir()),  # it tries to write, and raises on a full disk
)


def checks() -> Iterator[Check]:
    """Check files and disk space."""
    gone = missing()
    name = Text("Lettertypen, pictogrammen, vertaling en woordenlijsten", "Fonts, icons, translation and word lists")
    where = paths.tilde(str(paths.RESOURCES))
    yield Check("resources", name, state(well=not gone), same(" – ".join([where, *gone])), INSTALL_AGAIN)
    yield _space()


def _space() -> Check:
    free = min(_free(), default=0)
    advice = Text(
        "Maak ruimte vrij op de schijf: bewaren, reservekopieën en afdrukken kunnen anders mislukken.",
        "Free some disk space: keeping, backups and printing may fail otherwise.",
    )
    name = Text("Vrije ruimte", "Free space")
    return Check(
        "space", name, state(well=free >= ENOUGH_SPACE, otherwise="note"), same(f"{free / 1e9:.1f} GB"), advice
    )


def _free() -> Iterator[int]:
    """Yield the free bytes of each disk that the program uses, where the system can tell."""
    for folder in _FOLDERS:
        with suppress(OSError, RuntimeError):  # `Path.home` raises RuntimeError if the user is unknown
            yield shutil.disk_usage(folder()).free
