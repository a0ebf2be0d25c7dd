"""Queries Debian, on which a package was made, about a shared library: its Debian package, the version, the copyright file."""

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(os.environ.get("GUIDANCE_KB_DEBIAN", "/"))
"""The root folder of the Debian that made the package: this machine, or an older one in a folder (packaging/linux/oldest.sh)."""

COPYRIGHT = ROOT / "usr" / "share" / "doc"


def package_of(library: str) -> str | None:
    """Return the Debian package that installed a library; None if none did or this is no Debian."""
    if shutil.which("dpkg-query") is None:
        return None
    said = subprocess.run(
        ["dpkg-query", f"--root={ROOT}", "-S", f"*/{library}"], capture_output=True, text=True, check=False
    ).stdout
    lines = [line for line in said.splitlines() if line.endswith(f"/{library}") and "-cross:" not in line]
    return lines[0].split(":")[0] if lines else None


def version_of(package: str) -> str:
    """Return the installed version of a Debian package."""
    return subprocess.run(
        ["dpkg-query", f"--root={ROOT}", "-W", "-f", "${Version}", package], capture_output=True, text=True, check=True
    ).stdout


def packages(libraries: list[str]) -> list[tuple[str, str]]:
    """Return the Debian packages of these libraries, each with its version."""
    names = {package for library in libraries if (package := package_of(library))}
    return [(name, version_of(name)) for name in sorted(names)]


def record(libraries: list[str]) -> tuple[str, str]:
    """Return the versions of the packages of these libraries, and their copyright files, each text once.

    Raises:
        LookupError: Debian knows none of them, or the copyright file is not on this machine.
    """
    found = packages(libraries)
    files = [COPYRIGHT / name / "copyright" for name, _ in found]
    texts = {file.read_text("utf-8", errors="replace").strip() for file in files if file.exists()}
    if not texts:
        raise LookupError(f"no package of Debian with a copyright file brings {', '.join(libraries)}")
    return ", ".join(sorted({version for _, version in found})), "\n\n".join(sorted(texts)) + "\n"
