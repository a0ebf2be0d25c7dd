"""`python -m tests.walks.transcripts`: walks all walks on all screens and writes what was done into docs/walks.md."""

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path

from guidance_kb.paths import knowledge_database
from tests.walks import walks
from tests.walks.walks import Walk

PAGE = Path(__file__).parents[2] / "docs" / "walks.md"
PICTURED = ("two_conversations", (1366, 768))
"""The walk whose pictures are on the page."""
PICTURES = PAGE.parent / "pictures" / "conversation"

_HEAD = """# Walks

Written by `make walks`. A counselor who is a script works with the real program, in Dutch, on a screen nobody sees with a window
manager (openbox) and a panel of 40 pixels at the bottom. The mouse goes to a place on the screen, is pressed there for 90 ms and
let go at the same place; keys go to whatever has the keyboard (xdotool). Where things lie, and what came of it, is read through
AT-SPI. Everything that is pressed has to lie in what the panel leaves of the screen. The tests walk the same walks
(`tests/walks`). The walk by hand, with what a person stumbled over, is [another page](walk.md).

"Recorded" are answers, clients, conversations and files that were read back as kept, and pages that were opened. In a transcript
`>` is what the hand does; what was read back stands below it.
"""


def main() -> int:
    """Walks, and writes the page; says what went wrong."""
    if lacking := walks.missing():
        sys.stderr.write(f"{lacking}\n")
        return 1
    which = list(product(walks.TITLES, walks.SIZES))
    with ThreadPoolExecutor(max(1, (os.cpu_count() or 1) // 2)) as pool:  # a walk is two processes that work
        done = list(pool.map(lambda each: walks.walk(*each, knowledge_database(), _pictures(*each)), which))
    rows = [_row(name, size, walk) for (name, size), walk in zip(which, done, strict=True)]
    texts = [_transcript(name, size, walk) for (name, size), walk in zip(which, done, strict=True)]
    table = "| walk | screen | presses | recorded | seconds |\n|---|---|---|---|---|\n" + "\n".join(rows)
    PAGE.write_text(f"{_HEAD}\n{table}\n\n" + "\n".join(texts), encoding="utf-8")
    wrong = [walk.wrong or walk.output for walk in done if walk.wrong or walk.output]
    sys.stderr.write("\n".join(wrong))
    return 1 if wrong or any(walk.recorded < walk.expected for walk in done) else 0


def _pictures(name: str, size: tuple[int, int]) -> Path | None:
    """The folder for the pictures of a walk, emptied."""
    if (name, size) != PICTURED:
        return None
    PICTURES.mkdir(parents=True, exist_ok=True)
    for each in PICTURES.glob("*.png"):
        each.unlink()
    return PICTURES


def _screen(size: tuple[int, int]) -> str:
    return f"{size[0]} × {size[1]}"


def _row(name: str, size: tuple[int, int], walk: Walk) -> str:
    kept = f"{walk.recorded} of {walk.expected}" + (", not walked to the end" if walk.wrong else "")
    return f"| {walks.TITLES[name]} | {_screen(size)} | {walk.presses} | {kept} | {walk.seconds:.0f} |"


def _transcript(name: str, size: tuple[int, int], walk: Walk) -> str:
    steps = "\n".join([*walk.steps, *walk.wrong.splitlines()])
    shown = ""
    if (name, size) == PICTURED:
        taken = sorted(PICTURES.glob("*.png"), key=lambda each: each.stat().st_mtime)
        shown = "".join(f"\n![{each.stem}]({each.relative_to(PAGE.parent)})\n" for each in taken)
    return f"## {walks.TITLES[name]}, {_screen(size)}\n\n```text\n{steps}\n```\n{shown}"


if __name__ == "__main__":
    sys.exit(main())
