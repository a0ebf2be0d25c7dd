"""Writes SHA256SUMS of everything in a folder, as `sha256sum --check` of GNU reads it: python packaging/release/checksums.py dist"""

import hashlib
import sys
from pathlib import Path

NAME = "SHA256SUMS"


def checksums(folder: Path) -> str:
    """Return a line for each file of a folder, sorted by name, except the list itself and its signature."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith(NAME))
    return "".join(f"{digest(file)}  {file.name}\n" for file in files)


def digest(file: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal digits."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


if __name__ == "__main__":
    (Path(sys.argv[1]) / NAME).write_text(checksums(Path(sys.argv[1])), "utf-8", newline="\n")
