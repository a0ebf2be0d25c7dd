"""The Python packages of the program: the requirements in pyproject.toml, and those of the packages in turn."""

from collections.abc import Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROGRAM = "guidance-kb"
UNSHIPPED = frozenset({"pip"})
"""Required, but left out of every package: sqlite-utils requires pip for a command that the program does not use."""


def installed(folder: Path | None = None) -> dict[str, Distribution]:
    """Return the packages of a site-packages folder, or of the running environment, by name."""
    found = distributions(path=[str(folder)]) if folder else distributions()
    return {canonicalize_name(each.name): each for each in found}


def asked_by(distribution: Distribution, platform: str) -> Iterator[str]:
    """Yield the requirements of a package on a platform (as in `sys.platform`)."""
    for line in distribution.requires or []:
        asked = Requirement(line)
        if asked.marker is None or asked.marker.evaluate({"sys_platform": platform, "extra": ""}):
            yield canonicalize_name(asked.name)


def runtime(present: dict[str, Distribution], asked: list[str], platform: str) -> dict[str, str]:
    """Return the packages of the program: name → the first package that requires it, or "" if the program does.

    Raises:
        LookupError: A required package is not installed.
    """
    found: dict[str, str] = {}
    waiting = [(canonicalize_name(Requirement(line).name), "") for line in asked]
    while waiting:
        name, by = waiting.pop(0)
        if name in found or (name in UNSHIPPED and name not in present):
            continue
        if name not in present:
            raise LookupError(f"{by or PROGRAM} asks for {name}, which is not installed")
        found[name] = by
        waiting += [(each, name) for each in asked_by(present[name], platform)]
    return found
