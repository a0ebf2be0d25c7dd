"""The version and the date of the package, for the archive, the Debian package, AppStream and the manual page.

As a program it prints the version, or with `--epoch` the time (SOURCE_DATE_EPOCH): of the last commit, so that one commit always gives
the same bytes.
"""

import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]

_LONG_AGO: Final = 315532800
"""1980, the first year of the zip format; used for a source without a Git history."""


def version() -> str:
    """Return the version of the program, read without importing it."""
    text = (ROOT / "src" / "guidance_kb" / "__init__.py").read_text("utf-8")
    found = re.search(r'^__version__ = "([^"]+)"$', text, re.MULTILINE)
    if found is None:
        raise SystemExit("src/guidance_kb/__init__.py does not say its version")
    return found[1]


def epoch() -> int:
    """Return the time for all dates in the package, in seconds since 1970."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    asked = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False, errors="replace"
    )
    return int(asked.stdout) if asked.returncode == 0 and asked.stdout.strip() else _LONG_AGO


def day() -> datetime:
    """Return the same time as a date."""
    return datetime.fromtimestamp(epoch(), UTC)


def news() -> list[str]:
    """Return the lines of CHANGELOG.md about this version."""
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    told = text.partition(f"\n## {version()}")[2].partition("\n")[2].partition("\n## ")[0]
    joined = re.sub(r"\n +(?=\S)", " ", told)
    return [re.sub(r"[*`]", "", line[2:]).strip() for line in joined.splitlines() if line.startswith("- ")]


if __name__ == "__main__":
    print(epoch() if "--epoch" in sys.argv else version())  # noqa: T201
