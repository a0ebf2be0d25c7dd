"""Makes the small ICU: the same library with the data of Dutch, English and what belongs to no language.

Qt's own libicudata holds 32 MB: every language of the world. This program speaks two. Nothing is compiled: the items that stay are copied
as they are into a new package of data, which becomes a library with the same name, symbol and alignment.
"""

import struct
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

LANGUAGES: Final = ("root", "nl", "nl_NL", "nl_BE", "en", "en_001", "en_150", "en_US", "en_GB", "en_NL", "en_BE")

_MARK: Final = b"CmnD"
_MARK_AT: Final = 12
"""Bytes from the beginning of the data to its mark."""

_ALIGNMENT: Final = 16

_BY_LANGUAGE: Final = ("", "coll/", "curr/", "lang/", "region/", "unit/", "zone/", "brkitr/")
"""The trees of ICU with one file a language."""

_ALWAYS: Final = ("res_index.res", "pool.res")
"""The files of a tree that every language of it refers to."""

_OF_NO_LANGUAGE: Final = (
    "cnvalias.icu", "coll/ucadata.icu", "currencyNumericCodes.res", "dayPeriods.res", "genderList.res", "grammaticalFeatures.res",
    "icustd.res", "icuver.res", "keyTypeData.res", "langInfo.res", "likelySubtags.res", "metadata.res", "metaZones.res", "nfkc.nrm",
    "nfkc_cf.nrm", "numberingSystems.res", "pluralRanges.res", "plurals.res", "supplementalData.res", "timezoneTypes.res", "uemoji.icu",
    "ulayout.icu", "units.res", "uts46.nrm", "windowsZones.res", "zoneinfo64.res",
    "ibm-5348_P100-1997.cnv", "ibm-954_P101-2007.cnv",
)  # fmt: skip
"""The two converters are Windows-1252, for a file that another program wrote, and one that ICU opens to see whether it works."""

_BREAKS: Final = ("char", "word", "word_POSIX", "line", "line_normal", "line_strict", "line_loose", "sent", "title")


def stays(name: str) -> bool:
    """Whether the item `name` (without the name of the package) is needed for Dutch, English or any language."""
    if name in _OF_NO_LANGUAGE:
        return True
    folder, _, file = name.rpartition("/")
    folder = f"{folder}/" if folder else ""
    stem, _, suffix = file.rpartition(".")
    if folder == "brkitr/" and suffix == "brk":
        return stem in _BREAKS
    return folder in _BY_LANGUAGE and suffix == "res" and (file in _ALWAYS or stem in LANGUAGES)


def read(library: bytes) -> tuple[bytes, list[tuple[str, bytes]]]:
    """Returns the header of the data in a libicudata, and its items with their names.

    Raises:
        ValueError: There is no ICU data in it.
    """
    start = library.index(_MARK) - _MARK_AT
    header_size = struct.unpack_from("<H", library, start)[0]
    base = start + header_size
    count = struct.unpack_from("<I", library, base)[0]
    entries = [struct.unpack_from("<II", library, base + 4 + 8 * index) for index in range(count)]
    items = []
    for index, (name_at, data_at) in enumerate(entries):
        name = library[base + name_at : library.index(b"\0", base + name_at)].decode("ascii")
        # The size of the last is written nowhere: it ends where the padding of the library begins, and more does no harm.
        end = entries[index + 1][1] if index + 1 < count else data_at + 65536
        items.append((name, library[base + data_at : base + end]))
    return library[start:base], items


def pack(header: bytes, items: list[tuple[str, bytes]]) -> bytes:
    """Returns the data of `items`, sorted by name as ICU looks them up."""
    names, places, at = bytearray(), [], 4 + 8 * len(items)
    for name, _ in items:
        places.append(at + len(names))
        names += name.encode("ascii") + b"\0"
    body = bytearray(struct.pack("<I", len(items)) + bytes(8 * len(items)) + names)
    for index, (_, data) in enumerate(items):
        body += bytes(-(len(header) + len(body)) % _ALIGNMENT)
        struct.pack_into("<II", body, 4 + 8 * index, places[index], len(body))
        body += data
    return header + bytes(body)


def link(data: bytes, name: str, symbol: str, target: Path) -> None:
    """Writes the library `target` named `name`, which shows `data` as `symbol`. Needs binutils."""
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        (folder / "data").write_bytes(data)
        (folder / "data.s").write_text(
            f'.section .rodata\n.balign 16\n.global {symbol}\n.type {symbol}, @object\n{symbol}:\n.incbin "data"\n'
            f".size {symbol}, . - {symbol}\n.section .note.GNU-stack\n"
        )
        subprocess.run(["as", "-o", "data.o", "data.s"], cwd=folder, check=True)
        subprocess.run(
            [
                "ld",
                "-shared",
                "-s",
                "-z",
                "noexecstack",
                "--build-id=none",
                "--hash-style=gnu",
                "-soname",
                name,
                "-o",
                "made",
                "data.o",
            ],
            cwd=folder,
            check=True,
        )
        target.write_bytes((folder / "made").read_bytes())


def shrink(library: Path) -> None:
    """Replaces a libicudata.so.NN by the small one of the same version."""
    version = library.name.rpartition(".")[2]
    header, items = read(library.read_bytes())
    kept = [(name, data) for name, data in items if stays(name.partition("/")[2])]
    if len(kept) < len(items):
        link(pack(header, kept), library.name, f"icudt{version}_dat", library)


def main() -> None:
    """Shrinks every libicudata in the folder that is named, once: a second run finds nothing to leave out."""
    for library in Path(sys.argv[1]).rglob("libicudata.so.*"):
        if not library.is_symlink():
            shrink(library)


if __name__ == "__main__":
    main()
