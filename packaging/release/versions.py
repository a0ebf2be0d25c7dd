"""Reads the versions of components without Python metadata from the libraries themselves, in one way for Linux, Windows and macOS.

Each of these libraries has its version as text among its bytes. No library is loaded, because those of Windows cannot be loaded on the
machine that packs them.
"""

import importlib
import importlib.util
import re
import struct
from collections.abc import Iterable
from pathlib import Path

_OPENSSL = re.compile(rb"OpenSSL (\d+\.\d+\.\d+) +\d+ [A-Z][a-z]{2} \d{4}")
_SQLITE = re.compile(rb"(?<![\w.])(3\.\d{1,3}\.\d{1,2})(?=\x00)")
_SQLCIPHER = re.compile(rb"(?<=\x00)(4\.\d{1,2}\.\d{1,2})(?=\x00)")
_CPYTHON = re.compile(rb"(?<=\x00)(3\.\d{1,2}\.\d{1,2})(?=\x00)")
_ICU = re.compile(rb"(?<=\x00)(\d\d\.\d{1,2}(?:\.\d{1,2})?)(?=\x00)")

_CARRIERS = {
    "openssl": ("libcrypto", "_rust.", "_sqlite3."),
    "sqlite": ("libsqlite3", "sqlite3.dll", "_sqlite3."),
    "sqlcipher": ("_sqlite3.",),
    "cpython": ("libpython3", "python3", "Python"),
    "icu": ("libicuuc", "icuuc"),
}
_TEXTS = {"openssl": _OPENSSL, "sqlite": _SQLITE, "sqlcipher": _SQLCIPHER, "cpython": _CPYTHON, "icu": _ICU}


def carriers(part: str, files: Iterable[Path]) -> list[Path]:
    """Return the libraries that contain a part, including all copies in a package."""
    found = [file for file in files if file.name.startswith(_CARRIERS[part]) and b"\x00" in file.read_bytes()[:4096]]
    if part == "sqlcipher":
        return [file for file in found if file.parent.name == "sqlcipher3"]
    return found


def version_in(part: str, file: Path) -> str:
    """Return the version of a part in one library, "" if it has none."""
    data = file.read_bytes()
    said = {match.decode() for match in _TEXTS[part].findall(data)}
    if part == "sqlite":
        said -= {match.decode() for match in _OPENSSL.findall(data)}  # SQLCipher contains OpenSSL 3 too
    return max(said, key=_order, default="")


def of_parts(files: list[Path], resources: Path) -> dict[str, list[tuple[str, Path]]]:
    """Return part → each version with its library. The font's version is in its own table."""
    found = {
        part: [(said, file) for file in carriers(part, files) if (said := version_in(part, file))] for part in _CARRIERS
    }
    font = resources / "fonts" / "Inter-Regular.otf"
    return found | {"inter": [(font_revision(font.read_bytes()), font)]}


def font_revision(data: bytes) -> str:
    """Return the revision of an OpenType font in its `head` table, with three decimals."""
    for index in range(struct.unpack(">H", data[4:6])[0]):
        tag, _, offset, _ = struct.unpack(">4sLLL", data[12 + 16 * index : 28 + 16 * index])
        if tag == b"head":
            return f"{struct.unpack('>L', data[offset + 4 : offset + 8])[0] / 65536:.3f}"
    raise ValueError("no head table")


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def of_environment() -> list[Path]:
    """Return the libraries of the running Python, by their paths on this machine."""
    names = ("PySide6", "cryptography", "sqlcipher3")
    folders = [
        Path(found.origin).parent for name in names if (found := importlib.util.find_spec(name)) and found.origin
    ]
    inside = [file for folder in folders for file in folder.rglob("*") if file.is_file() and ".so" in file.name]
    return inside + _loaded()


def _loaded() -> list[Path]:
    """Return the system libraries that Python's own modules load into this process; Linux lists them."""
    for name in ("ssl", "sqlite3"):
        importlib.import_module(name)
    maps = Path("/proc/self/maps")
    lines = maps.read_text().splitlines() if maps.exists() else []
    return sorted({Path(line.split()[-1]) for line in lines if ".so" in line and "/" in line})
