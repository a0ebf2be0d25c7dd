"""Weighs a package: what its groups of files take, as a table in Markdown. What the groups are is up to who weighs (`sizes.py`)."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

Groups = Sequence[tuple[str, str]]
"""Names with what a file's place in the package has to fit; a file belongs to the first that it fits."""


def weigh(folder: Path, groups: Groups, other: str, *, within: str = "") -> Counter[str]:
    """Bytes a group; `other` is the group of what fits none. A place is told without `within` before it, links weigh nothing."""
    found: Counter[str] = Counter()
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            place = path.relative_to(folder).as_posix().removeprefix(within)
            found[next((name for name, fits in groups if re.search(fits, place)), other)] += path.stat().st_size
    return found


def table(found: Counter[str]) -> list[str]:
    """The lines of the table, in MB: the heaviest group first, and all of it last."""
    lines = ["| what | MB |", "|---|---:|"]
    lines += [f"| {name} | {size / 1e6:.1f} |" for name, size in found.most_common()]
    return [*lines, f"| **installed** | **{found.total() / 1e6:.1f}** |"]
