"""Prints a completed file of the Debian package: `control FOLDER`, `copyright` or `changelog`."""

import subprocess
import sys
import textwrap
from email.utils import format_datetime
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from version import ROOT, day, news, version

TEXTS: Final = ROOT / "packaging" / "debian"
MAINTAINER: Final = next(
    line.partition(": ")[2]
    for line in (TEXTS / "control").read_text("utf-8").splitlines()
    if line.startswith("Maintainer: ")
)


def control(tree: Path) -> str:
    """Return the description of the package, with its size in KiB and its dependencies."""
    size = sum(path.lstat().st_size for path in tree.rglob("*") if not path.is_dir())
    depends = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "linux" / "depends.py"), str(tree)],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout.strip()
    text = (TEXTS / "control").read_text("utf-8")
    return text.replace("@VERSION@", version()).replace("@SIZE@", str(-(-size // 1024))).replace("@DEPENDS@", depends)


def copyright_() -> str:
    """Return the licences, with the full text of our own."""
    licence = (ROOT / "LICENSE").read_text("utf-8").partition("Permission is")
    own = f"{licence[1]}{licence[2]}".partition("\nThe licence covers")[0].strip()
    inside = "\n".join(f" {line}" if line.strip() else " ." for line in own.splitlines())
    return (TEXTS / "copyright").read_text("utf-8").replace("@LICENSE@", inside)


def changelog() -> str:
    """Return the news of the version in Debian's format."""
    lines = [
        textwrap.fill(line, 78, initial_indent="  * ", subsequent_indent="    ", break_long_words=False)
        for line in news()
    ]
    head = f"guidance-kb ({version()}) unstable; urgency=medium"
    return "\n".join([head, "", *lines, "", f" -- {MAINTAINER}  {format_datetime(day())}", ""])


def main() -> None:
    """Print the requested file."""
    made = {"control": lambda: control(Path(sys.argv[2])), "copyright": copyright_, "changelog": changelog}
    print(made[sys.argv[1]](), end="")  # noqa: T201


main()
