"""Records a session and tells what held it up: `python -m tests.watchdog`; `--planted` plants a stall, to see that it is seen.

What a person waits for is waited for; a pause in which nothing happens is cut short. Asserts nothing: other programs on the machine take
their time of the clock, so what the GUI thread itself used of the processor stands beside it.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from tools.tour.tour import put_away

from guidance_kb import app
from guidance_kb.knowledge.packs.database import Shipped
from guidance_kb.paths import ROOT, knowledge_database
from guidance_kb.ui.core.bookmark_service import BookmarkService
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.pack_service import PackService
from guidance_kb.ui.core.settings import SettingsFile
from guidance_kb.ui.shell.preload import Preloader
from tests.watchdog.session import Step, conversations, rooms, whole
from tests.watchdog.watching import TOO_LONG, Stall, Watchdog

_SIZE = (1366, 768)
_SHORTEST_MS = 40
"""What is left of a pause: enough to paint, and for what comes a moment later."""

_PATIENCE = 20.0
_READY = 60.0
"""Seconds for which nobody does anything after the start, at most: what the program gets ready meanwhile is a part of the session too."""

_FILE = ROOT / "build" / "watchdog.json"


def hold_up() -> None:
    """The planted stall: a GUI thread that is busy for 80 ms."""
    until = time.perf_counter() + 0.080
    while time.perf_counter() < until:
        pass


def planted() -> Iterator[Step]:
    """A session of one step, which takes too long."""
    yield Step("a planted stall", hold_up)


def play(watched: Watchdog, steps: Iterable[Step]) -> float:
    """Takes the steps, and returns how many seconds a person would have been busy with them.

    A step that does not come to what it is to reach ends the session; so does Ctrl+C. What was seen is told either way.
    """
    seconds = 0.0
    for step in steps:
        watched.step = step.name
        QTimer.singleShot(0, step.do)
        _pause(_SHORTEST_MS)
        seconds += step.pause
        start = time.perf_counter()
        while step.until is not None and not step.until():
            _pause(10)
            if time.perf_counter() - start > _PATIENCE:
                sys.stderr.write(f"The session ended early: “{step.name}” came to nothing.\n")
                return seconds
    return seconds


def _pause(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def record(kind: str) -> int:
    """Holds a session of this kind in a window of its own, prints what was seen and writes it."""
    qInstallMessageHandler(_told_by_qt)
    application = app.make_application()
    watched = Watchdog()
    try:
        seconds = _hold(application, watched, kind)
    finally:
        watched.stop()  # an alarm that outlives what it calls ends the process
    _tell(watched, seconds)
    if kind == "whole":
        _write(watched, seconds)
    return 0


def _hold(application: QApplication, watched: Watchdog, kind: str) -> float:
    """Holds the session; returns how many seconds a person would have been busy with it."""
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        watched.step = "start"
        window = app.make_window(
            application,
            knowledge_database(),
            SettingsFile(folder / "settings.ini"),
            CasebookService(folder / "casebook"),
            PackService(folder / "packs", Shipped.ours()),
            BookmarkService(folder / "personal.db"),
        )
        window.resize(*_SIZE)
        window.show()
        _pause(500)
        watched.step = "getting ready"
        app.started(window)
        ahead = window.findChild(Preloader)
        until = time.perf_counter() + _READY
        while not ahead.ready and time.perf_counter() < until:
            _pause(50)
        steps = {
            "planted": planted(),
            "rooms": rooms(window),
            "conversations": conversations(window, folder),
            "whole": whole(window, folder),
        }
        seconds = play(watched, steps[kind])
        watched.step = "closing"
        put_away(window)
    return seconds


def _tell(watched: Watchdog, seconds: float) -> None:
    stalls = sorted(watched.stalls, key=lambda stall: -stall.seconds)
    busy = sum(stall.processor > TOO_LONG for stall in stalls)
    print(  # noqa: T201
        f"{watched.beats:,} beats in a session of {seconds / 60:.1f} minutes; the longest time between two {1000 * watched.longest:.0f} ms;"
        f" {len(stalls)} over {1000 * TOO_LONG:.0f} ms, {busy} of them by the processor too.\n"
    )
    if stalls:
        print("| ms | processor | doing | where |\n|---:|---:|---|---|")  # noqa: T201
    for stall in stalls:
        print(_row(stall))  # noqa: T201


def _write(watched: Watchdog, seconds: float) -> None:
    made = {
        "beats": watched.beats,
        "minutes": round(seconds / 60, 1),
        "longest_ms": round(1000 * watched.longest, 1),
        "stalls": [stall._asdict() for stall in watched.stalls],
    }
    _FILE.parent.mkdir(exist_ok=True)
    _FILE.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _row(stall: Stall) -> str:
    where = "; ".join(stall.places) or "in Qt"
    return f"| {1000 * stall.seconds:.0f} | {1000 * stall.processor:.0f} | {stall.step} | {where} |"


def _told_by_qt(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if "propagateSizeHints" not in message:
        sys.stderr.write(f"{message}\n")


def main() -> int:
    """Reads the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.watchdog")
    parser.add_argument("kind", nargs="?", default="whole", choices=("whole", "rooms", "conversations", "planted"))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return record(parser.parse_args().kind)


if __name__ == "__main__":
    sys.exit(main())
