"""Prints the files of the layout for the setup, sorted, so that the same files give the same setup. The launchers come last:
an interrupted setup leaves no new launcher with an old program.
"""

import os
import sys
from itertools import groupby
from pathlib import Path

from archived import seconds


def main() -> None:
    """Give all files the same time, and print `SetOutPath` and `File` lines for NSIS."""
    folder = Path(sys.argv[1])
    files = sorted(
        (path for path in folder.rglob("*") if path.is_file()), key=lambda path: (path.parent == folder, path)
    )
    for place, inside in groupby(files, key=lambda path: path.parent):
        below = "\\".join(("$INSTDIR", *place.relative_to(folder).parts))
        print(f'SetOutPath "{below}"')  # noqa: T201
        for path in inside:
            os.utime(path, (seconds(), seconds()))
            print(f'File "{path}"')  # noqa: T201


if __name__ == "__main__":
    main()
