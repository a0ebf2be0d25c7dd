"""Prints the sizes of the parts of a package, as a table in Markdown: sizes.py FOLDER [DIST].

FOLDER is the unpacked program, DIST the folder with the packages made from it, for the sizes of the downloads.
"""

import sys
from pathlib import Path
from typing import Final

from weighing import table, weigh

GROUPS: Final = (
    ("ICU (text of Dutch and English)", r"libicu"),
    ("Qt and PySide", r"PySide6|shiboken6|libQt6|libpyside|libshiboken"),
    ("Knowledge and other content", r"knowledge\.db$|resources/(?!fonts|icons|styles)|^(db|docs)/"),
    ("Fonts, icons and styles", r"resources/(fonts|icons|styles|program)"),
    ("Encryption (SQLCipher, cryptography)", r"sqlcipher3|cryptography|_cffi_backend"),
    (
        "Python and SQLite",
        r"libpython|lib-dynload|base_library|libsqlite3|python3\.|libmpdec|libffi|libexpat|libuuid|libbz2|liblzma",
    ),
    (
        "Our code and the libraries in Python",
        r"^guidance-kb$|pydantic|Stemmer|\.dist-info|zxcvbn|icalendar|dateutil|whoosh",
    ),
    ("Licences", r"licences|LICENSE"),
    ("Menu entry, icon, manual, completion", r"^share/"),
)

OTHER: Final = "Libraries of the system (X11, fonts, GLib, C++)"


def main() -> None:
    """Print the table and the sizes of the downloads."""
    lines = table(weigh(Path(sys.argv[1]), GROUPS, OTHER, within="_internal/"))
    if len(sys.argv) > 2:  # noqa: PLR2004
        packages = [path for path in sorted(Path(sys.argv[2]).iterdir()) if path.name.endswith((".tar.xz", ".deb"))]
        lines += [f"| download: `{path.name}` | {path.stat().st_size / 1e6:.1f} |" for path in packages]
    print("\n".join(lines))  # noqa: T201


if __name__ == "__main__":
    main()
