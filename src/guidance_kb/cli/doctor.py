"""`guidance-kb doctor`: the self-check. The report holds no client data and no user name."""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from typing import Any, Final

from guidance_kb.cli.openers import database
from guidance_kb.cli.output import wrapped, write, write_json
from guidance_kb.doctor.check import Check
from guidance_kb.doctor.report import MARKS, as_data, checks, is_well, verdict
from guidance_kb.language import Language, Text
from guidance_kb.paths import PROGRAM

_PATIENCE: Final = 30
"""Seconds to wait for Qt to start; a program that hangs has no window either."""

_PLATFORM: Final = "QT_QPA_PLATFORM"
_INDENT: Final = " " * 7
_NO_SCREEN: Final = Text("geen", "none")
_COMMANDS_WORK: Final = Text(
    "Zonder beeldscherm opent het venster niet; de opdrachten werken wel.",
    "Without a display the window does not open; the commands do work.",
)
_NO_WINDOW: Final = {
    "linux": Text(
        "Qt kan hier geen venster openen. Op Linux ontbreekt dan meestal een systeembibliotheek, zoals libxcb-cursor0; de opdrachten "
        "werken wel.",
        "Qt cannot open a window here. On Linux a system library is missing then, as a rule, such as libxcb-cursor0; the commands do "
        "work.",
    ),
    "win32": Text(
        "Qt kan hier geen venster openen. Op Windows ontbreekt dan meestal een bestand van het programma zelf (qwindows.dll), of houdt een "
        "virusscanner of een regel van uw organisatie het tegen. Installeer het programma opnieuw; helpt dat niet, vraag uw beheerder de "
        "map van het programma toe te staan. De opdrachten werken wel.",
        "Qt cannot open a window here. On Windows a file of the program itself is missing then, as a rule (qwindows.dll), or a virus "
        "scanner or a rule of your organisation keeps it out. Install the program again; if that does not help, ask your administrator to "
        "allow the folder of the program. The commands do work.",
    ),
}
_NO_WINDOW_ELSEWHERE: Final = Text(
    "Qt kan hier geen venster openen. Installeer het programma opnieuw; de opdrachten werken wel.",
    "Qt cannot open a window here. Install the program again; the commands do work.",
)


def run(arguments: argparse.Namespace) -> int:
    """Print the report; the exit code is 1 if something is wrong."""
    if arguments.screen:
        return _look_at_the_screen()
    language = Language(arguments.lang)
    found = [*checks(partial(database, arguments)), *_screen()]
    if arguments.json:
        write_json(as_data(found, language))
    else:
        for check in found:
            _print(check, language)
        write()
        write(verdict(found).say(language))
    return 0 if is_well(found) else 1


def _print(check: Check, language: Language) -> None:
    write(f"{MARKS[check.state].say(language):<7}{check.name.say(language)}: {check.value.say(language)}")
    if check.advice and check.state != "ok":
        write("\n".join(wrapped(f"→ {check.advice.say(language)}", _INDENT)))


# --- Checks with Qt, in a separate process, because Qt ends the process if it cannot open a window


def _look_at_the_screen() -> int:
    """Print Qt's checks in both languages; this runs in the separate process."""
    from guidance_kb.ui.doctor.self_check import of_this_screen, without_a_box  # noqa: PLC0415 - Qt, in the child only

    if sys.platform == "win32":
        without_a_box()
    write_json([_packed(check) for check in of_this_screen()], line=True)
    return 0


def _screen() -> Iterator[Check]:
    """Yield Qt's checks; without a display all but that of the screen."""
    name, there = Text("Beeldscherm", "Display"), _has_display()
    if not there:
        yield Check("display", name, "note", _NO_SCREEN, _COMMANDS_WORK)
    found = _asked({} if there else {_PLATFORM: "offscreen"})
    if found is None:
        found_out = Text("Qt start niet", "Qt does not start")
        yield Check("window", Text("Venster", "Window"), "wrong", found_out, advice_without_window(sys.platform))
        return
    yield from (check for check in found if there or check.id != "display")


def advice_without_window(system: str) -> Text:
    """Return the advice if Qt does not start; `system` as in `sys.platform`."""
    return _NO_WINDOW.get(system, _NO_WINDOW_ELSEWHERE)


def _has_display() -> bool:
    """Return whether the environment suggests a display."""
    if sys.platform in ("win32", "darwin") or os.environ.get(_PLATFORM):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _asked(environment: dict[str, str]) -> list[Check] | None:
    """Return the checks that the other process prints, or None if it fails."""
    packaged = hasattr(sys, "_MEIPASS") or PROGRAM in os.environ  # the executable is the program and not Python
    program = [sys.executable] if packaged else [sys.executable, "-m", "guidance_kb"]
    try:
        done = subprocess.run(  # noqa: S603 - ourselves
            [*program, "doctor", "--screen"],
            capture_output=True,
            check=True,
            timeout=_PATIENCE,
            env={**os.environ, **environment},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        return [_unpacked(data) for data in json.loads(done.stdout)]
    except (OSError, subprocess.SubprocessError, ValueError, KeyError, TypeError):
        return None


def _packed(check: Check) -> dict[str, Any]:
    return {"id": check.id, "name": check.name, "state": check.state, "value": check.value, "advice": check.advice}


def _unpacked(data: dict[str, Any]) -> Check:
    advice = data["advice"]
    return Check(data["id"], Text(*data["name"]), data["state"], Text(*data["value"]), advice and Text(*advice))
