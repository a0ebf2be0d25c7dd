"""What was found on every system: as JSON for tools, as tables for people, and with `--renew` into docs/packages.md.

python packaging/test/results.py --renew
"""

import json
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[2]
PAGE: Final = ROOT / "docs" / "packages.md"
BARE: Final = 0xFF000000
"""The colour of a bare screen."""

MARKER: Final = "<!-- package-test -->"

PICTURES: Final = {
    "start.png": "trixie/deb/morning/start.png",
    "conversation.png": "trixie/deb/morning/conversation.png",
    "cut-off.png": "trixie/deb/evening/cut-off.png",
    "no-answer.png": "trixie/started-twice-at-once/twice/no-answer.png",
    "no-knowledge.png": "trixie/with-its-knowledge-database-gone/mended/safe.png",
    "full-disk.png": "trixie/with-a-full-disk/full/safe.png",
    "damaged-settings.png": "trixie/with-damaged-settings/damaged/told.png",
    "wayland.png": "trixie/on-Wayland-(Weston)/look/searched.png",
}
"""The pictures in the documentation, by X server, and their paths in a run."""

TITLES: Final = {"deb": "The Debian package", "tar.xz": "The archive, unpacked"}

One = Mapping[str, Any]


def write(out: Path, version: str, day: date, seconds: float) -> None:
    """Collect the results of all journeys in `out`, and write results.json and results.md there."""
    told = sorted(out.glob("*/outcomes.json"), key=lambda path: path.stat().st_mtime)
    found = [one for path in told for one in json.loads(path.read_text(encoding="utf-8"))]
    whole = {"version": version, "date": day.isoformat(), "seconds": round(seconds), "outcomes": found}
    if (out / "start.json").exists():
        whole["start"] = json.loads((out / "start.json").read_text(encoding="utf-8"))
    (out / "results.json").write_text(json.dumps(whole, ensure_ascii=False, indent=1), encoding="utf-8")
    (out / "results.md").write_text(as_text(whole), encoding="utf-8")


def as_text(whole: Mapping[str, Any]) -> str:
    """Return tables with a row for each check and a column for each system; below them the failures with their reasons."""
    found: Sequence[One] = whole["outcomes"]
    minutes = max(1, round(whole["seconds"] / 60))
    lines = [f"Version {whole['version']}, {whole['date']}, in {minutes} minutes.", ""]
    for package, title in TITLES.items():
        of_it = [one for one in found if one["package"] == package]
        if of_it:
            lines += [*_table(title, of_it), ""]
    lines += _start(whole["start"]) if "start" in whole else []
    wrong = [one for one in found if one["passed"] is False]
    lines += [f"- **{one['check']}** ({one['package']}, {one['system']}): {one['note']}" for one in wrong]
    return "\n".join(lines).rstrip() + "\n"


def _start(start: Mapping[str, Any]) -> list[str]:
    taken = start["milliseconds"]
    told = f"packaged {taken['packaged']} ms, from source {taken['source']} ms, ratio {taken['ratio']}"
    return [f"First paint on the machine that made it, median of {start['runs']}, in turn: {told}.", ""]


def _table(title: str, found: Sequence[One]) -> list[str]:
    systems = sorted({one["system"] for one in found})
    checks = list(dict.fromkeys(one["check"] for one in sorted(found, key=_is_of_the_longest(found))))
    cells = {(one["check"], one["system"]): _cell(one) for one in found}
    lines = [f"| {title} | {' | '.join(systems)} |", f"|---|{'---|' * len(systems)}"]
    lines += [f"| {check} | {' | '.join(cells.get((check, system), '') for system in systems)} |" for check in checks]
    return lines


def _is_of_the_longest(found: Sequence[One]) -> "Any":  # noqa: ANN401 - a key to sort by
    """Return a sort key: the system with most checks comes first, because the others have some of its checks, in the same order."""
    count = {one["system"]: sum(each["system"] == one["system"] for each in found) for one in found}
    return lambda one: -count[one["system"]]


def _cell(one: One) -> str:
    if one["passed"] is None:
        return f"– {one['note']}".rstrip()
    if not one["passed"]:
        return "**failed**"
    return f"yes ({one['note']})" if one["note"] else "yes"


def renew(page: Path, text: str) -> None:
    """Replace the tables between the markers of a page.

    Raises:
        SystemExit: The page has no such markers.
    """
    parts = page.read_text(encoding="utf-8").split(MARKER)
    if len(parts) != 3:  # noqa: PLR2004 - before, between and after
        raise SystemExit(f"{page.name} has no two lines {MARKER}")
    page.write_text(f"{parts[0]}{MARKER}\n\n{text}\n{MARKER}{parts[2]}", encoding="utf-8")


def renew_pictures(shown: Path, taken: Path) -> None:
    """Replace the pictures of the documentation by those of a run, cropped to the window and reduced in size."""
    from PySide6.QtGui import QImage  # noqa: PLC0415 - the tables need none of it

    sys.path.insert(0, str(ROOT))
    from tools.tour.pictures import write_small  # noqa: PLC0415

    for name, place in PICTURES.items():
        image = QImage(str(taken / place))
        across, down = range(image.width()), range(image.height())
        columns = [x for x in across if any(image.pixel(x, y) != BARE for y in down[::8])]
        rows = [y for y in down if any(image.pixel(x, y) != BARE for x in across[::8])]
        box = columns[0], rows[0], columns[-1] - columns[0] + 1, rows[-1] - rows[0] + 1
        write_small(image.copy(*box), shown / name)


if __name__ == "__main__":
    if sys.argv[1:] != ["--renew"]:
        raise SystemExit(__doc__)
    taken = ROOT / "build" / "package-test"
    renew(PAGE, (taken / "results.md").read_text(encoding="utf-8"))
    renew_pictures(ROOT / "docs" / "pictures" / "packaged", taken)
