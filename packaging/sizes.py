"""Says what takes the space in a package, as a table in Markdown: sizes.py FOLDER [DIST].

FOLDER is the unpacked program, DIST the folder with the packages made of it, for the sizes of the downloads.
"""

import re
import sys
from collections import Counter
from pathlib import Path
from typing import Final

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


def group(path: str) -> str:
    """The group that a file belongs to, by its place in the package."""
    inside = path.removeprefix("_internal/")
    return next((name for name, pattern in GROUPS if re.search(pattern, inside)), OTHER)


def sizes(folder: Path) -> Counter[str]:
    """Bytes a group."""
    found: Counter[str] = Counter()
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            found[group(path.relative_to(folder).as_posix())] += path.stat().st_size
    return found


def main() -> None:
    """Prints the table, and what there is to download."""
    found = sizes(Path(sys.argv[1]))
    lines = ["| what | MB |", "|---|---:|"]
    lines += [f"| {name} | {size / 1e6:.1f} |" for name, size in found.most_common()]
    lines.append(f"| **installed** | **{found.total() / 1e6:.1f}** |")
    if len(sys.argv) > 2:  # noqa: PLR2004
        packages = [path for path in sorted(Path(sys.argv[2]).iterdir()) if path.name.endswith((".tar.xz", ".deb"))]
        lines += [f"| download: `{path.name}` | {path.stat().st_size / 1e6:.1f} |" for path in packages]
    print("\n".join(lines))  # noqa: T201


if __name__ == "__main__":
    main()
