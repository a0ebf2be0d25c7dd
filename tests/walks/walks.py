"""Walks through the real program on a screen with a window manager and a panel, with a mouse and a keyboard (`scripts/`)."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from tests import desktop

HERE = Path(__file__).parent
PICTURES = HERE.parents[1] / "build" / "walks"
"""Where the screen is kept as it was when a walk went wrong."""

SIZES = ((1366, 768), (1024, 700))
"""Pixels of the screens that are walked on."""

PAPER = "plan.pdf"
"""The file that the walk `paper` saves in the home."""

TITLES = {
    "contact_by_mouse": "A first contact of fifteen answers, by mouse alone",
    "contact_by_keys": "A first contact of fifteen answers, by keys alone",
    "search": "A search, a page, a link, back, the next hit",
    "records": "Records: begun, two clients, a second conversation, locked, unlocked",
    "two_conversations": "A first and a second conversation with one client, by mouse and keys",
    "paper": "The client's page saved as PDF",
}
"""Each walk, a module of `scripts/`, and what it is called."""


@dataclass(frozen=True, slots=True)
class Walk:
    """A walk that was walked.

    Attributes:
        steps: One line each: what was pressed where (`> `), what was read back.
        recorded: How many of the answers and documents that should be kept were.
        wrong: What ended it before its end; empty when nothing did.
        paper: The PDF that was saved; empty where none was.
        output: What the program and the script wrote, where that tells of an error; empty otherwise.
    """

    steps: list[str]
    presses: int
    recorded: int
    expected: int
    seconds: float
    wrong: str
    paper: bytes
    output: str


def missing() -> str:
    """What is missing here to walk, in a few words; empty when all is there."""
    return desktop.missing(["xdotool", "openbox"], ["Xlib"])


def walk(name: str, size: tuple[int, int], knowledge: Path, pictures: Path | None = None) -> Walk:
    """Walks on a screen of a size; when something goes wrong the screen as it was then is in build/walks.

    Args:
        name: Which walk, of `TITLES`.
        size: The pixels of the screen.
        knowledge: The knowledge database.
        pictures: The folder for the pictures that the walk takes; none are taken without one.
    """
    PICTURES.mkdir(parents=True, exist_ok=True)
    picture = PICTURES / f"{name}-{size[0]}x{size[1]}.png"
    picture.unlink(missing_ok=True)
    with desktop.home("nl") as home, desktop.screen(size) as display:
        report = home / "report.json"
        there = desktop.environment(home, display) | {
            "PYTHONPATH": os.pathsep.join([str(HERE.parent / "accessible"), str(HERE)]),
        }
        if pictures is not None:
            there["WALK_PICTURES"] = str(pictures)
        command = ["scripts", name, "nl", str(report), str(picture), *desktop.from_source(knowledge)]
        done = desktop.play(command, HERE, there)
        output = desktop.complaints(done)
        if not report.exists():
            raise AssertionError(output or done.stderr)
        saved = home / PAPER
        paper = saved.read_bytes() if saved.exists() else b""
        return Walk(**json.loads(report.read_text(encoding="utf-8")), paper=paper, output=output)
