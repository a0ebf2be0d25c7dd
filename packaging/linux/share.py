"""Writes the files for desktops and shells to `share/` beside the program: menu entry, icons, AppStream, manual pages, completion.

The Debian package has them in /usr/share; users of the archive may copy them into ~/.local/share.
"""

import sys
from html import escape
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import completion
import icons
import manual
from version import day, news, version

TEXTS: Final = Path(__file__).parent / "share"

_MOST_NEWS: Final = 8
"""Maximum number of changes shown by AppStream; the rest is in CHANGELOG.md."""


def metainfo() -> str:
    """Return the AppStream description, with this version and its changes."""
    told = "\n".join(f"          <li>{escape(line, quote=False)}</li>" for line in news()[:_MOST_NEWS])
    filled = (TEXTS / "guidance-kb.metainfo.xml").read_text("utf-8")
    for name, value in (
        ("VERSION", version()),
        ("DAY", f"{day():%Y-%m-%d}"),
        ("NEWS", f"        <ul>\n{told}\n        </ul>"),
    ):
        filled = filled.replace(f"@{name}@", value)
    return filled


def main() -> None:
    """Write `share/` in the given folder."""
    share = Path(sys.argv[1]) / "share"
    for folder in ("applications", "metainfo"):
        (share / folder).mkdir(parents=True, exist_ok=True)
    (share / "applications" / "guidance-kb.desktop").write_bytes((TEXTS / "guidance-kb.desktop").read_bytes())
    (share / "metainfo" / "guidance-kb.metainfo.xml").write_text(metainfo(), "utf-8")
    icons.write(share / "icons" / "hicolor")
    manual.write(share / "man")
    completion.write(share)


if __name__ == "__main__":
    main()
