"""Whether a downloaded package is sound and newer: by the list of checksums beside it, and its signature where a key is configured.

Nothing is fetched. A checksum shows damage; only a signature shows who made the package, and the sentences say so (`saying`).
"""

import hashlib
import re
import stat
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Final

from guidance_kb import __version__, paths
from guidance_kb.errors import KnownError
from guidance_kb.help.signature import Signature, signature_of

SUMS: Final = ("SHA256SUMS", "SHA256SUMS.txt")
"""What the list may be called; some browsers add the ending."""

KEY: Final = paths.RESOURCES / "release.pub"
"""The publisher's public key, as minisign writes it; not there while releases are unsigned."""

LARGEST: Final = 1_000_000
"""Bytes of a list that is read."""

_LINE: Final = re.compile(r"^([0-9a-fA-F]{64})[ \t]+\*?(.+)$")
_NAME: Final = re.compile(
    r"^guidance-kb[-_](\d+)\.(\d+)\.(\d+)(?:[-~.]?(a|alpha|b|beta|rc|dev)[.-]?(\d+))?(?=[-_.])(?!\.\d)", re.IGNORECASE
)
_EARLY: Final = ("dev", "a", "b", "rc")
"""What comes before a version itself, in order."""

Number = tuple[int, int, int, int, int]


class PackageVerdict(Enum):
    """What the list says of the file."""

    MATCHES = auto()
    DIFFERS = auto()
    NO_LIST = auto()
    NOT_LISTED = auto()
    UNCLEAR = auto()
    """The list cannot be read, or names the file twice with different sums."""


class Age(Enum):
    """The version in the name of the file, beside that of this program."""

    NEWER = auto()
    SAME = auto()
    OLDER = auto()
    UNKNOWN = auto()


class PackageForm(Enum):
    """What kind of package it is, by the end of its name."""

    DEB = ".deb"
    ARCHIVE = ".tar.xz"
    SETUP = ".exe"
    ZIP = ".zip"
    DISK = ".dmg"
    IMAGE = ".appimage"
    BILL = ".cdx.json"
    OTHER = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """What is known of a file.

    Attributes:
        name: Of the file, with signs that cannot be printed replaced.
        version: That its name says; empty when it says none.
    """

    name: str
    verdict: PackageVerdict
    age: Age
    form: PackageForm
    version: str
    signature: Signature

    @property
    def is_good(self) -> bool:
        """Whether it can be installed: it is what the publisher's list says, of no older version, and no signature is bad."""
        sound = self.verdict is PackageVerdict.MATCHES and self.signature not in (Signature.BAD, Signature.MISSING)
        return sound and self.age in (Age.NEWER, Age.SAME)


def check(file: Path, version: str = __version__, key: Path = KEY) -> Checked:
    """Checks a downloaded file; reads it once, however large it is.

    Args:
        file: The file that somebody chose.
        version: Of the program that runs.
        key: The publisher's public key, which need not be there.

    Raises:
        KnownError: It is no file that can be read, or the list itself.
    """
    _is_file(file)
    name = file.name
    if name.startswith(SUMS[0]):
        raise KnownError(
            f"“{name}” hoort bij de controle zelf. Kies het pakket dat ernaast staat.",
            f"“{name}” is a part of the check itself. Choose the package that is beside it.",
        )
    number, said = _version(name)
    mine = _version(f"guidance-kb-{version}.")[0]
    age = Age.UNKNOWN
    if number and mine:
        age = Age.NEWER if number > mine else Age.SAME if number == mine else Age.OLDER
    sums = next((file.with_name(each) for each in SUMS if file.with_name(each).is_file()), None)
    verdict = PackageVerdict.NO_LIST if sums is None else _compared(file, sums)
    signature = Signature.NOT_CONFIGURED if sums is None else signature_of(sums, key)
    printable = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in name)
    return Checked(printable, verdict, age, _form(name), said, signature)


def _is_file(file: Path) -> None:
    """Refuses what is no file of its own: reading it might wait forever, or read something else later."""
    try:
        mode = file.lstat().st_mode
    except (OSError, ValueError) as error:
        raise _unreadable(file, error) from error
    if stat.S_ISLNK(mode):
        raise KnownError(
            f"“{file.name}” is een koppeling naar een ander bestand. Kies het bestand zelf.",
            f"“{file.name}” is a link to another file. Choose the file itself.",
        )
    if not stat.S_ISREG(mode):
        raise KnownError(f"“{file.name}” is geen bestand.", f"“{file.name}” is not a file.")


def _compared(file: Path, sums: Path) -> PackageVerdict:
    wanted = _sums_of(sums, file.name)
    if wanted is None or len(wanted) > 1:
        return PackageVerdict.UNCLEAR
    if not wanted:
        return PackageVerdict.NOT_LISTED
    try:
        with file.open("rb") as stream:
            found = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise _unreadable(file, error) from error
    return PackageVerdict.MATCHES if found in wanted else PackageVerdict.DIFFERS


def _sums_of(sums: Path, name: str) -> set[str] | None:
    """The sums that a list has for a name; None for a list that is none."""
    try:
        with sums.open("rb") as stream:
            raw = stream.read(LARGEST + 1)
        lines = raw.decode("utf-8-sig").splitlines() if len(raw) <= LARGEST else []
    except (OSError, ValueError):
        return None
    found = [line for line in (_LINE.match(line.strip("\r\n")) for line in lines) if line]
    if not found:
        return None
    return {line[1].lower() for line in found if line[2].removeprefix("./") == name}


def _version(name: str) -> tuple[Number | None, str]:
    """The version that a name says, to be compared and to be read."""
    found = _NAME.match(name)
    if found is None:
        return None, ""
    major, minor, patch = (int(part) for part in found.group(1, 2, 3))
    kind = {"alpha": "a", "beta": "b"}.get((found[4] or "").lower(), (found[4] or "").lower())
    early = _EARLY.index(kind) if kind else len(_EARLY)
    said = f"{major}.{minor}.{patch}" + (f"{kind}{int(found[5])}" if kind else "")
    return (major, minor, patch, early, int(found[5] or 0)), said


def _form(name: str) -> PackageForm:
    return next(form for form in PackageForm if name.lower().endswith(form.value))


def _unreadable(file: Path, error: Exception) -> KnownError:
    if isinstance(error, FileNotFoundError):
        return KnownError(f"“{file.name}” bestaat niet.", f"“{file.name}” does not exist.")
    reason = getattr(error, "strerror", None) or type(error).__name__
    return KnownError(f"“{file.name}” kan niet worden gelezen: {reason}.", f"“{file.name}” cannot be read: {reason}.")
