"""Reading a pack from a zip within limits, and writing a pack as a zip for storage."""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Final

from guidance_kb.knowledge.authoring.pack import ABOUT
from guidance_kb.knowledge.packs import limits
from guidance_kb.knowledge.packs.files import Collector, Files, refused

_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    IndexError,
    KeyError,
)
"""The exceptions that a damaged zip can raise."""

_ENCRYPTED: Final = 0x1 | 0x40 | 0x2000
_IN_THE_LIST: Final = b"PK\x01\x02"
"""The signature of each member in the central directory of a zip."""

_PIECE: Final = 65_536
_DATE: Final = (1980, 1, 1, 0, 0, 0)


def read_zip(data: bytes) -> Files:
    """Read the pack in a zip, whose files may be in one folder.

    Raises:
        PackError: The zip is unreadable or has content that packs may not have.
    """
    if len(data) > limits.ZIP_BYTES:
        raise refused(
            "",
            f"de zip is te groot: hoogstens {limits.ZIP_BYTES:_} bytes",
            f"the zip is too large: at most {limits.ZIP_BYTES:_} bytes",
        )
    if data.count(_IN_THE_LIST) > 2 * limits.FILES:  # checked before zipfile reads the central directory into memory
        raise refused("", f"te veel bestanden: hoogstens {limits.FILES}", f"too many files: at most {limits.FILES}")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive)
    except _BROKEN as error:
        reason = f"{type(error).__name__}: {error}"[:100]
        raise refused(
            "",
            f"de zip is beschadigd of van een andere soort ({reason})",
            f"the zip is damaged or of another kind ({reason})",
        ) from error


def write_zip(files: Mapping[str, bytes]) -> bytes:
    """Return the files as a zip; the same files give the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name, _DATE), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _read(archive: zipfile.ZipFile) -> Files:
    collector = Collector()
    members = archive.infolist()
    top = _top([info.filename for info in members])
    for info in members:
        _check(info)
        name = info.filename.removeprefix(top)
        if not name or info.is_dir():
            if name:
                collector.wants(name.rstrip("/"))
            continue
        if collector.wants(name):
            collector.take(name, _bytes(archive, info, collector.left))
        else:
            collector.ignore(name)
    return collector.files()


def _top(names: list[str]) -> str:
    """Return the one folder that contains the pack, with its slash; empty if the pack is not in a folder."""
    if ABOUT in names:
        return ""
    tops = {name.split("/")[0] for name in names if not name.startswith((".", "__MACOSX/"))}
    top = f"{next(iter(tops))}/" if len(tops) == 1 else ""
    return top if f"{top}{ABOUT}" in names else ""


def _check(info: zipfile.ZipInfo) -> None:
    """Check the central directory's data about a member.

    Raises:
        PackError: A pack may not have such a member.
    """
    name = info.orig_filename
    if "\0" in name or "\\" in name or info.filename.startswith("/") or ".." in PurePosixPath(info.filename).parts:
        raise refused(name, "dit pad leidt buiten het pakket", "this path leads out of the pack")
    if info.flag_bits & _ENCRYPTED:
        raise refused(name, "versleuteld; een pakket is open", "encrypted; a pack is open")
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind == stat.S_IFLNK:
        raise refused(
            name, "een verwijzing; zet het bestand zelf in de zip", "a link; put the file itself into the zip"
        )
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise refused(name, "geen gewoon bestand", "not a plain file")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise refused(name, "ingepakt op een manier die we niet lezen", "packed in a way that we do not read")


def _bytes(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    """Return the unpacked data of a member; stop within one piece above `most`, whatever size the zip declares."""
    unpacked = bytearray()
    allowed = max(info.compress_size, 1) * limits.ZIP_RATIO
    with archive.open(info) as file:
        while piece := file.read(_PIECE):
            unpacked += piece
            if len(unpacked) > allowed:
                raise refused(
                    info.filename,
                    f"wordt bij uitpakken meer dan {limits.ZIP_RATIO} keer zo groot",
                    f"becomes more than {limits.ZIP_RATIO} times as large when unpacked",
                )
            if len(unpacked) > most:
                break
    return bytes(unpacked)
