"""Prints the Debian packages that the program needs, from the libraries that its files require, as `Depends:` and `Recommends:` lines.

With `--glibc` it prints the oldest C library that the program starts on.
"""

import re
import subprocess
import sys
from pathlib import Path
from typing import Final

PACKAGES: Final = {
    "libxcb.so.1": "libxcb1",
    "libX11.so.6": "libx11-6",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libOpenGL.so.0": "libopengl0",
    "libGLX.so.0": "libglx0",
    "libfontconfig.so.1": "libfontconfig1",
    "libz.so.1": "zlib1g",
}
"""The Debian package of every library that the program does not include."""

OPTIONAL: Final = {
    "libcups.so.2": "libcups2t64 | libcups2",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
"""Libraries of plugins that stay silent without them: printing, and windows on Wayland (X11 is always possible)."""

OF_THE_C_LIBRARY: Final = re.compile(
    r"^(libc|libm|libdl|librt|libpthread|libutil|libresolv|ld-linux-x86-64|libanl)\.so\."
)

ALWAYS: Final = ["fontconfig-config", "tzdata", "xkb-data"]
"""Font substitution (with a font) for letters that Inter lacks, time zones, and keyboards: Qt on Wayland crashes without them."""

HELPFUL: Final = ["at-spi2-core", "fonts-dejavu-core | fonts-noto-core"]
"""Screen readers; fonts for letters and signs of other scripts."""

_NEEDED: Final = re.compile(r"\(NEEDED\).*\[(.+)\]")
_VERSION: Final = re.compile(r"\bGLIBC_(\d+)\.(\d+)")


def programs(folder: Path) -> list[Path]:
    """Return every program file and library of the package, once."""
    with_magic = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sorted(path for path in with_magic if path.open("rb").read(4) == b"\x7fELF")


def read(file: Path, *options: str) -> str:
    """Return the output of readelf (binutils) for a file."""
    return subprocess.run(["readelf", "-W", *options, str(file)], capture_output=True, text=True, check=True).stdout


def glibc(files: list[Path]) -> tuple[int, int]:
    """Return the newest version of the C library that a file requires."""
    return max((int(major), int(minor)) for file in files for major, minor in _VERSION.findall(read(file, "-V")))


def asked(files: list[Path]) -> set[str]:
    """Return the libraries that are required and not included."""
    carried = {file.name for file in files}
    needed = {name for file in files for name in _NEEDED.findall(read(file, "-d"))}
    return {name for name in needed - carried if not OF_THE_C_LIBRARY.match(name)}


def main() -> None:
    """Print the lines for the given folder."""
    files = programs(Path(sys.argv[1]))
    major, minor = glibc(files)
    if "--glibc" in sys.argv:
        print(f"{major}.{minor}")  # noqa: T201
        return
    names = asked(files)
    unknown = names - set(PACKAGES) - set(OPTIONAL)
    if unknown:
        raise SystemExit(f"packaging/linux/depends.py knows no package for: {', '.join(sorted(unknown))}")
    firm = sorted({PACKAGES[name] for name in names if name in PACKAGES} | set(ALWAYS))
    soft = sorted({OPTIONAL[name] for name in names if name in OPTIONAL} | set(HELPFUL))
    print(f"Depends: {', '.join([f'libc6 (>= {major}.{minor})', *firm])}")  # noqa: T201
    print(f"Recommends: {', '.join(soft)}")  # noqa: T201


if __name__ == "__main__":
    main()
