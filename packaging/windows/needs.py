"""Prints the requirements of the program on Windows, from requirements.lock: the same versions and hashes, without those of developers.

python packaging/windows/needs.py > needs.txt
"""

import re
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from packaging.markers import Marker

ROOT: Final = Path(__file__).resolve().parents[2]

WINDOWS: Final = {
    "implementation_name": "cpython",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "platform_system": "Windows",
    "os_name": "nt",
    "python_full_version": "3.13.0",
    "python_version": "3.13",
    "sys_platform": "win32",
}
"""The platform of the package."""

UNUSED: Final = ("pip", "setuptools")
"""Dependencies of libraries that only their own commands use."""


@dataclass(frozen=True, slots=True)
class Locked:
    """One package of the lock file.

    Attributes:
        name: As spelled in the lock file.
        text: Its lines, without comments.
        marker: The platforms that need it; empty for all.
        via: The packages that need it.
    """

    name: str
    text: str
    marker: str
    via: frozenset[str]


def locked(lock: str) -> dict[str, Locked]:
    """Return the packages of a lock file by name."""
    found = {}
    for block in re.split(r"\n(?=[A-Za-z0-9])", lock):
        head = re.match(r"([A-Za-z0-9._-]+)(?:\[[^]]*\])?==\S+(?: ; ([^\\\n]+))?", block)
        if head is None:
            continue
        lines = block.splitlines()
        via = frozenset(re.sub(r"^\s+#( via)?\s*", "", line) for line in lines if line.lstrip().startswith("#"))
        text = "\n".join(line for line in lines if not line.lstrip().startswith("#"))
        found[head[1]] = Locked(head[1], text, (head[2] or "").strip(), via)
    return found


def canonical(name: str) -> str:
    """Return a name as spelled in the lock file."""
    return re.sub(r"[-_.]+", "-", name).lower()


def needed(packages: dict[str, Locked], direct: list[str]) -> list[Locked]:
    """Return the packages that `direct` needs on Windows, including itself, sorted by name."""
    names = {canonical(re.split(r"[=<>\[ ;]", one)[0]) for one in direct}
    while more := {one.name for one in packages.values() if one.via & names} - names - set(UNUSED):
        names |= more
    wanted = [packages[name] for name in sorted(names)]
    return [one for one in wanted if not one.marker or Marker(one.marker).evaluate(WINDOWS)]


def main() -> None:
    """Print the requirements."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    packages = locked((ROOT / "requirements.lock").read_text(encoding="utf-8"))
    sys.stdout.write("\n".join(one.text for one in needed(packages, project["dependencies"])) + "\n")


if __name__ == "__main__":
    main()
