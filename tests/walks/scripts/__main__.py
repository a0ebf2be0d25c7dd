"""`python3 -m scripts WALK LANGUAGE REPORT PICTURE COMMAND…`: starts a desk and the program, walks, and writes what was done as JSON."""

import importlib
import json
import os
import signal
import sys
import time
import traceback
from pathlib import Path

from gi.repository import GLib
from scripts.counselor import Counselor, photograph
from scripts.screen import Screen

_LONGEST = 180
"""Seconds after which a walk is stuck."""


def main(walk: str, language: str, report: str, picture: str, *command: str) -> int:
    """Walks; what went wrong stands in the report, and the screen as it was then in a picture."""
    signal.signal(signal.SIGALRM, _stuck)
    signal.alarm(_LONGEST)
    screen, begun, wrong, counselor = Screen(), time.monotonic(), "", None
    try:
        pictures = os.environ.get("WALK_PICTURES")
        counselor = Counselor(screen, list(command), language, Path(pictures) if pictures else None)
        importlib.import_module(f"scripts.{walk}").walk(counselor)
    except Exception:  # noqa: BLE001 - told in the report, with the steps until then
        wrong = _wrong(counselor)
    signal.alarm(0)
    if wrong or (counselor and not all(counselor.answers)):
        photograph(command[0], Path(picture))
    try:
        if counselor is not None:
            counselor.end()
    except Exception:  # noqa: BLE001 - as above
        wrong = wrong or _wrong(counselor)
    finally:
        screen.close()
    told = {
        "steps": counselor.said if counselor else [],
        "presses": counselor.presses if counselor else 0,
        "recorded": sum(counselor.answers) if counselor else 0,
        "expected": len(counselor.answers) if counselor else 0,
        "seconds": round(time.monotonic() - begun, 1),
        "wrong": wrong,
    }
    Path(report).write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    return 0


def _wrong(counselor: Counselor | None) -> str:
    """What was raised, and what the window shows."""
    raised, names = traceback.format_exc(limit=-4), []
    try:
        names = [each.get_name() for each in counselor.all() if each.get_name()] if counselor else []
    except GLib.Error as error:  # the program is gone
        names = [str(error)]
    return f"{raised}\nin sight: {'; '.join(names)}"


def _stuck(*_: object) -> None:
    raise TimeoutError(f"the walk takes more than {_LONGEST} seconds")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
