"""Zip files with the same bytes for the same content: sorted, with one time, without traces of this machine."""

import os
import time
import zipfile
from pathlib import Path
from typing import Final

_EARLIEST: Final = 315_532_800
"""1 January 1980 in seconds, the earliest time of the zip format."""


def seconds() -> int:
    """Return the time of all files: `SOURCE_DATE_EPOCH`, or the earliest time of the zip format."""
    return max(_EARLIEST, int(os.environ.get("SOURCE_DATE_EPOCH", "0")))


def write_zip(target: Path, files: dict[str, bytes]) -> None:
    """Write `files`, path to content, atomically."""
    making = target.with_name(f"{target.name}.new")
    moment = time.gmtime(seconds())[:6]
    with zipfile.ZipFile(making, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            member = zipfile.ZipInfo(name, moment)  # type: ignore[arg-type] # its stub wants a tuple of six
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o100644 << 16
            archive.writestr(member, files[name])
    making.replace(target)
