"""Measures everything, or the groups that are named (`python -m tests.benchmarks keystroke start`), and prints it as Markdown.

Writes the same as JSON to build/benchmarks.json.
"""

import json
import os
import platform
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from guidance_kb.app import make_application
from guidance_kb.paths import ROOT, knowledge_database
from tests.benchmarks import (
    building,
    casebook,
    contact,
    engine,
    keeping,
    keystroke,
    panning,
    rules,
    starting,
    switching,
    ticking,
)
from tests.benchmarks.figures import Group, load, markdown

_FILE = ROOT / "build" / "benchmarks.json"


def measurements(knowledge: Path) -> dict[str, Callable[[], Group]]:
    """Every measurement by its name; starts come first, before this process holds a window of its own."""
    application = cache(_application)

    def with_window(measure: Callable[[QApplication, Path], Group]) -> Group:
        return measure(application(), knowledge)

    return {
        "start": starting.measure,
        "engine": lambda: engine.measure(knowledge),
        "keystroke": lambda: with_window(keystroke.measure),
        "tick": lambda: with_window(ticking.measure),
        "contact": lambda: with_window(contact.measure),
        "pan": lambda: with_window(panning.measure),
        "switch": lambda: with_window(switching.measure),
        "rules": lambda: rules.measure(knowledge),
        "build": building.measure,
        "casebook": lambda: casebook.measure(knowledge),
        "keeping": lambda: keeping.measure(knowledge),
    }


def _application() -> QApplication:
    application = make_application()
    qInstallMessageHandler(_say)
    return application


def _say(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Shows Qt's warnings, but not what the offscreen plugin says at every window."""
    if "propagateSizeHints" not in message:
        sys.stderr.write(f"{kind.name}: {message}\n")


def machine() -> str:
    """The machine, in a line."""
    return f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}, load {load():.1f}"


def main(names: Sequence[str]) -> int:
    """Measures, prints and writes."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(f"Measured on {time.strftime('%Y-%m-%d')}: {machine()}.")  # noqa: T201
    groups: dict[str, Group] = {}
    with TemporaryDirectory() as folder:
        os.environ["GUIDANCE_KB_DATA"] = folder  # never the user's own records and packs
        for name, measure in measurements(knowledge_database()).items():
            if not names or name in names:
                start = time.perf_counter()
                group = measure()
                groups[name] = replace(group, seconds=round(time.perf_counter() - start, 1))
                print(f"\n{markdown(group)}", flush=True)  # noqa: T201
    _write(groups)
    return 0


def _write(groups: dict[str, Group]) -> None:
    made = {
        name: {**asdict(group), "figures": [{**asdict(figure), "met": figure.met} for figure in group.figures]}
        for name, group in groups.items()
    }
    _FILE.parent.mkdir(exist_ok=True)
    _FILE.write_text(json.dumps({"machine": machine(), "groups": made}, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(f"\nAs JSON: {_FILE.relative_to(ROOT)}")  # noqa: T201


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
