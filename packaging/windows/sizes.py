"""Says what takes the space in the Windows package, as a table in Markdown: packaging/windows/sizes.py FOLDER.

The rows are those of packaging/sizes.py, which tells the same of the Linux package, as far as Windows has them.
"""

import re
import sys
from collections import Counter
from pathlib import Path
from typing import Final

GROUPS: Final = (
    ("Licences", r"/licences/|LICENSE"),
    ("Qt and PySide", r"lib/(PySide6|shiboken6)/"),
    ("Encryption (SQLCipher, cryptography)", r"lib/(sqlcipher3|cryptography|_cffi_backend)"),
    ("Knowledge and other content", r"guidance_kb/(knowledge\.db$|docs/|db/|resources/(?!fonts|icons|styles|program))"),
    ("Fonts, icons and styles", r"guidance_kb/resources/"),
    ("Our code and the libraries in Python", r"program/(lib|guidance_kb)/|program/(starting|offline)\.pyc"),
    ("Python and SQLite", r"^program/[^/]+$"),
)
"""A file belongs to the first that fits its place in the package."""

OTHER: Final = "The two launchers"


def group(path: str) -> str:
    """The group that a file belongs to, by its place in the package."""
    return next((name for name, pattern in GROUPS if re.search(pattern, path)), OTHER)


def sizes(folder: Path) -> Counter[str]:
    """Bytes a group."""
    found: Counter[str] = Counter()
    for path in folder.rglob("*"):
        if path.is_file():
            found[group(path.relative_to(folder).as_posix())] += path.stat().st_size
    return found


def main() -> None:
    """Prints the table."""
    found = sizes(Path(sys.argv[1]))
    lines = ["| what | MB |", "|---|---:|"]
    lines += [f"| {name} | {size / 1e6:.1f} |" for name, size in found.most_common()]
    lines.append(f"| **installed** | **{found.total() / 1e6:.1f}** |")
    print("\n".join(lines))  # noqa: T201


if __name__ == "__main__":
    main()
