"""The packages under test, and variants of them: one with an older version, and one of a later program."""

import shutil
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

OLDER: Final = "0.0.9"
LATER: Final = "99.0"

_DEB: Final = "guidance-kb.deb"
_NEEDS_DEB: Final = "needs.deb"

_LATER_SCHEMA: Final = "003-later.sql"
_NEEDS: Final = """\
Package: guidance-kb-needs
Version: 1
Architecture: amd64
Maintainer: The Guidance KB team <guidance-kb@packages.invalid>
Depends: {depends}
Recommends: {recommends}
Description: what the Debian package needs, without it
"""


@dataclass(frozen=True)
class Packages:
    """The package files.

    Attributes:
        deb: The Debian package.
        older: The same, with the version of an earlier release.
        later: The same, with a later version, whose records have a schema unknown to the present one.
        needs: An empty package with the same dependencies and recommendations.
        unpacked: The unpacked folder of the archive; None without an archive.
    """

    deb: Path
    older: Path
    later: Path
    needs: Path
    unpacked: Path | None

    @classmethod
    def found(cls, work: Path) -> "Packages":
        """Return the packages that `prepare` made."""
        archive = work / "archive"
        unpacked = next(archive.iterdir()) if archive.is_dir() else None
        return cls(work / _DEB, work / _named(OLDER), work / _named(LATER), work / _NEEDS_DEB, unpacked)


def prepare(deb: Path, archive: Path | None, work: Path) -> Packages:
    """Make the packages in `work`, where `found` finds them."""
    work.mkdir(parents=True)
    shutil.copy(deb, work / _DEB)
    tree = work / "tree"
    _run("dpkg-deb", "--raw-extract", deb, tree)
    _again(tree, OLDER, work)
    schema = tree / "usr/lib/guidance-kb/_internal/db/casebook" / _LATER_SCHEMA
    schema.write_text("CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;\n", encoding="utf-8")
    _again(tree, LATER, work)
    shutil.rmtree(tree)
    _needs(deb, work)
    if archive is not None:
        unpack(archive, work / "archive")
    return Packages.found(work)


def unpack(archive: Path, place: Path) -> Path:
    """Unpack the archive and return its folder."""
    with tarfile.open(archive) as packed:
        packed.extractall(place, filter="data")
    return next(place.iterdir())


def field(deb: Path, name: str) -> str:
    """Return a field of a Debian package."""
    return _run("dpkg-deb", "--field", deb, name).strip()


def _named(version: str) -> str:
    return f"guidance-kb_{version}_amd64.deb"


def _again(tree: Path, version: str, work: Path) -> None:
    control = tree / "DEBIAN" / "control"
    lines = [
        f"Version: {version}" if line.startswith("Version: ") else line for line in control.read_text().splitlines()
    ]
    control.write_text("\n".join([*lines, ""]))
    _run("dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "--build", tree, work / _named(version))


def _needs(deb: Path, work: Path) -> None:
    tree = work / "needs"
    (tree / "DEBIAN").mkdir(parents=True)
    text = _NEEDS.format(depends=field(deb, "Depends"), recommends=field(deb, "Recommends"))
    (tree / "DEBIAN" / "control").write_text(text, encoding="utf-8")
    _run("dpkg-deb", "--root-owner-group", "--build", tree, work / _NEEDS_DEB)


def _run(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
