"""Which Python packages are part of the program: what it asks for in pyproject.toml, and what those ask for in turn."""

from collections.abc import Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROGRAM = "guidance-kb"
UNSHIPPED = frozenset({"pip"})
"""Asked for, and left out of every package: sqlite-utils names pip for a command that we do not use."""


def installed(folder: Path | None = None) -> dict[str, Distribution]:
    """Returns the packages of a site-packages folder, or of the running environment, by name."""
    found = distributions(path=[str(folder)]) if folder else distributions()
    return {canonicalize_name(each.name): each for each in found}


def asked_by(distribution: Distribution, platform: str) -> Iterator[str]:
    """Yields the packages that another one asks for on a platform (as `sys.platform` says it)."""
    for line in distribution.requires or []:
        asked = Requirement(line)
        if asked.marker is None or asked.marker.evaluate({"sys_platform": platform, "extra": ""}):
            yield canonicalize_name(asked.name)


def runtime(present: dict[str, Distribution], asked: list[str], platform: str) -> dict[str, str]:
    """Returns the packages of the program: name → the package that asks for it first, or "" where the program does.

    Raises:
        LookupError: One that is asked for is not there.
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
