"""Prints the sizes of the parts of the Windows package, as a table in Markdown: packaging/windows/sizes.py FOLDER.

The rows are those of packaging/sizes.py for the Linux package, as far as Windows has them.
"""

import sys
from pathlib import Path
from typing import Final

from weighing import table, weigh  # in packaging/, which package.sh adds to the path

GROUPS: Final = (
    ("Licences", r"/licences/|LICENSE"),
    ("Qt and PySide", r"lib/(PySide6|shiboken6)/"),
    ("Encryption (SQLCipher, cryptography)", r"lib/(sqlcipher3|cryptography|_cffi_backend)"),
    ("Knowledge and other content", r"guidance_kb/(knowledge\.db$|docs/|db/|resources/(?!fonts|icons|styles|program))"),
    ("Fonts, icons and styles", r"guidance_kb/resources/"),
    ("Our code and the libraries in Python", r"program/(lib|guidance_kb)/|program/(starting|offline)\.pyc"),
    ("Python and SQLite", r"^program/[^/]+$"),
)

OTHER: Final = "The two launchers"


def main() -> None:
    """Print the table."""
    print("\n".join(table(weigh(Path(sys.argv[1]), GROUPS, OTHER))))  # noqa: T201


if __name__ == "__main__":
    main()
