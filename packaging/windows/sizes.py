"""Prints what takes the space in the Windows package: packaging/windows/sizes.py FOLDER."""

import sys
from collections import Counter
from pathlib import Path
from typing import Final

_FEWEST: Final = 400_000
"""Bytes from which a part has a line of its own."""


def part_of(path: Path) -> str:
    """Returns the part that a file belongs to; `path` is relative to the package."""
    parts = path.parts
    if len(parts) < 3:  # noqa: PLR2004 - launchers, and program/ itself
        return "Python" if parts[0] == "program" else "launchers"
    if parts[1] == "lib":
        return parts[2].split("-")[0].removesuffix(".pyc")
    return "/".join(parts[1:3]) if parts[2] in {"resources", "knowledge.db"} else parts[1]


def main() -> None:
    """Prints a table: megabytes, files, part."""
    folder = Path(sys.argv[1])
    size: Counter[str] = Counter()
    files: Counter[str] = Counter()
    for path in folder.rglob("*"):
        if path.is_file():
            part = part_of(path.relative_to(folder))
            size[part] += path.stat().st_size
            files[part] += 1
    small = [part for part, taken in size.items() if taken < _FEWEST]
    rows = [(taken, files[part], part) for part, taken in size.most_common() if part not in small]
    rows.append((sum(size[part] for part in small), sum(files[part] for part in small), "all else"))
    rows.append((size.total(), files.total(), "together"))
    for taken, count, part in rows:
        print(f"{taken / 1e6:8.1f} MB {count:6d} files  {part}")  # noqa: T201


if __name__ == "__main__":
    main()
