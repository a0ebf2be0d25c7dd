"""Prints the files of the layout as the setup takes them in: sorted, so that the same files give the same setup. The launchers come last:
a setup that is cut short leaves no new launcher with an old program."""

import os
import sys
from itertools import groupby
from pathlib import Path

from archived import seconds


def main() -> None:
    """Gives all files one time, and prints `SetOutPath` and `File` lines for NSIS."""
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
