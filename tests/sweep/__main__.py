"""The whole sweep: every view at both sizes of the window, at 100 and 150 % text. Prints a table for `docs/hand.md`, and every fault.

Run: `make sweep`, or `python -m tests.sweep [STAGE …]`
"""

import gc
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Final

from tools.tour.tour import TourLook

from guidance_kb.app import make_application
from tests.sweep.stages import SIZES, STAGES, staged
from tests.sweep.sweep import sweep

_TEXTS: Final = (100, 150)
_LONGEST: Final = 900
"""Seconds that one view may take."""


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _swept(stage: str, size: str, text: int) -> dict[str, list[str]]:
    """Sweeps a view in a process of its own."""
    command = [sys.executable, "-m", "tests.sweep", "--one", stage, size, str(text)]
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_FONT_DPI": "96"}
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, timeout=_LONGEST, check=False)
    if done.returncode:
        return {"pressed": [], "faults": [f"the sweep itself ended with {done.returncode}: {done.stderr[-400:]}"]}
    found: dict[str, list[str]] = json.loads(done.stdout.splitlines()[-1])
    return found


def _one(stage: str, size: str, text: int) -> None:
    gc.disable()  # as in the program: on the thread of the window only
    application = make_application()
    look = TourLook(text_size=text)
    found = sweep(lambda: staged(application, Path(tempfile.mkdtemp()), stage, size, look))
    _say(json.dumps({"pressed": found.pressed, "faults": found.faults}))


def _all(stages: Sequence[str]) -> int:
    ways = [(size, text) for text in _TEXTS for size in SIZES]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        running = {(stage, way): pool.submit(partial(_swept, stage, *way)) for stage in stages for way in ways}
        head = " | ".join(f"{size}, {text} %" for size, text in ways)
        _say(f"| view | {head} |\n|---|{'---|' * len(ways)}")
        faults, pressed = [], 0
        for stage in stages:
            row = []
            for way in ways:
                found = running[stage, way].result()
                pressed += len(found["pressed"])
                faults += [f"- {stage}, {way[0]}, {way[1]} %: {fault}" for fault in found["faults"]]
                row.append(f"{len(found['pressed'])} / {len(found['pressed']) - len(found['faults'])}")
            _say(f"| {stage} | {' | '.join(row)} |")
    _say(f"\nControls pressed / promises kept: {pressed} / {pressed - len(faults)}\n")
    _say("\n".join(faults))
    return min(len(faults), 1)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        _one(sys.argv[2], sys.argv[3], int(sys.argv[4]))
    else:
        sys.exit(_all(sys.argv[1:] or STAGES))
