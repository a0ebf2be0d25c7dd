"""Makes a small ICU: the same library with only the data for Dutch, English and all languages in common.

Qt's own libicudata has 32 MB of data for every language. The program has two languages. Nothing is compiled: the items that stay are copied
unchanged into a new data package, which becomes a library with the same name, symbol and alignment.
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
"""Offset in bytes of the signature."""

_ALIGNMENT: Final = 16

_BY_LANGUAGE: Final = ("", "coll/", "curr/", "lang/", "region/", "unit/", "zone/", "brkitr/")
"""The trees of ICU with one file for each language."""

_ALWAYS: Final = ("res_index.res", "pool.res")
"""The files of a tree that all languages refer to."""

_OF_NO_LANGUAGE: Final = (
    "cnvalias.icu", "coll/ucadata.icu", "currencyNumericCodes.res", "dayPeriods.res", "genderList.res", "grammaticalFeatures.res",
    "icustd.res", "icuver.res", "keyTypeData.res", "langInfo.res", "likelySubtags.res", "metadata.res", "metaZones.res", "nfkc.nrm",
    "nfkc_cf.nrm", "numberingSystems.res", "pluralRanges.res", "plurals.res", "supplementalData.res", "timezoneTypes.res", "uemoji.icu",
    "ulayout.icu", "units.res", "uts46.nrm", "windowsZones.res", "zoneinfo64.res",
    "ibm-5348_P100-1997.cnv", "ibm-954_P101-2007.cnv",
)  # fmt: skip
"""The two converters are Windows-1252, for files of other programs, and one that ICU opens to test itself."""

_BREAKS: Final = ("char", "word", "word_POSIX", "line", "line_normal", "line_strict", "line_loose", "sent", "title")


def stays(name: str) -> bool:
    """Return whether the item `name` (without the name of the package) is needed for Dutch, English or any language."""
    if name in _OF_NO_LANGUAGE:
        return True
    folder, _, file = name.rpartition("/")
    folder = f"{folder}/" if folder else ""
    stem, _, suffix = file.rpartition(".")
    if folder == "brkitr/" and suffix == "brk":
        return stem in _BREAKS
    return folder in _BY_LANGUAGE and suffix == "res" and (file in _ALWAYS or stem in LANGUAGES)


def read(library: bytes) -> tuple[bytes, list[tuple[str, bytes]]]:
    """Return the header of the data in a libicudata, and its items with their names.

    Raises:
        ValueError: The library has no ICU data.
    """
    start = library.index(_MARK) - _MARK_AT
    header_size = struct.unpack_from("<H", library, start)[0]
    base = start + header_size
    count = struct.unpack_from("<I", library, base)[0]
    entries = [struct.unpack_from("<II", library, base + 4 + 8 * index) for index in range(count)]
    items = []
    for index, (name_at, data_at) in enumerate(entries):
        name = library[base + name_at : library.index(b"\0", base + name_at)].decode("ascii")
        # The size of the last item is not stored; to read on into the padding of the library does no harm.
        end = entries[index + 1][1] if index + 1 < count else data_at + 65536
        items.append((name, library[base + data_at : base + end]))
    return library[start:base], items


def pack(header: bytes, items: list[tuple[str, bytes]]) -> bytes:
    """Return the data of `items`, sorted by name as ICU looks them up."""
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
    """Write the library `target` named `name`, which exports `data` as `symbol`. Needs binutils."""
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
    """Replace a libicudata.so.NN by a small one of the same version."""
    version = library.name.rpartition(".")[2]
    header, items = read(library.read_bytes())
    kept = [(name, data) for name, data in items if stays(name.partition("/")[2])]
    if len(kept) < len(items):
        link(pack(header, kept), library.name, f"icudt{version}_dat", library)


def main() -> None:
    """Shrink every libicudata in the given folder; a second run has no effect."""
    for library in Path(sys.argv[1]).rglob("libicudata.so.*"):
        if not library.is_symlink():
            shrink(library)


if __name__ == "__main__":
    main()
