"""Measures a package: the size of its groups of files, as a table in Markdown. The caller defines the groups (`sizes.py`)."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

Groups = Sequence[tuple[str, str]]
"""Names with a pattern for the path of a file in the package; a file belongs to the first group that matches."""


def weigh(folder: Path, groups: Groups, other: str, *, within: str = "") -> Counter[str]:
    """Return the bytes of each group; `other` is the group of unmatched files. Paths are taken relative to `within`; links count as 0."""
    found: Counter[str] = Counter()
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            place = path.relative_to(folder).as_posix().removeprefix(within)
            found[next((name for name, fits in groups if re.search(fits, place)), other)] += path.stat().st_size
    return found


def table(found: Counter[str]) -> list[str]:
    """Return the lines of the table, in MB: the largest group first, the total last."""
    lines = ["| what | MB |", "|---|---:|"]
    lines += [f"| {name} | {size / 1e6:.1f} |" for name, size in found.most_common()]
    return [*lines, f"| **installed** | **{found.total() / 1e6:.1f}** |"]
