"""Runs the commands of every page and compares what they print with what the page says: `make docs-check`.

A command that is shown with its answer is run: each page has a folder and a home of its own, with what its examples need (`preparing.py`).
An ellipsis in an answer stands for anything, an answer that is left out for any; `pages.VARIES` lets numbers differ. A command that a
sentence names, or that has words that stand for others, is read as the program would read it, and not run. What takes long or wants a
screen is named, with what runs it (`ELSEWHERE`).
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Final

from guidance_kb.cli.arguments import parser, protect_query
from guidance_kb.dates import MONTHS
from tests.cli.command import run_inside
from tests.docs.pages import PAGES, Command, Kind, commands
from tests.docs.preparing import PASSPHRASE, prepare
from tests.docs.terminal import typed_at

ELSEWHERE: Final = {
    r"make( .*)?": "the Makefile: a test holds that the target is there; what it measures stands with its date in docs/",
    r"\.venv.*|.*python -m (tests|guidance_kb|venv|pip|pytest)\b.*|pyside6-.*|uv .*": "the machine of a developer",
    r"python packaging/.*": "tests/publish, and docs/packages.md with date",
    r"guidance-kb( --tour .*)?": "opens a window: tests/ui, tests/packaged",
    r"guidance-kb build": "writes the program's own database: make build",
    r"(sudo )?(apt|apt-get|dpkg|tar|sha256sum|certutil|start|msiexec|powershell|xattr|chmod|rm|cp)\b.*": "the system: tests/packaged",
    r".*(setup|uninstall)\.exe.*": "Windows: tests/packaged",
}
"""What is not run here, and where it is."""

_STAMP = re.compile(r"\d{8}-\d{6}Z")
_STANDS_FOR_OTHERS = re.compile(r"\b[A-Z]{2,}\b|[\[\]…|]")
_HASH = 64
_MONTH = re.compile("|".join(name for month in MONTHS for name in (month.nl, month.en)))
_VARYING = re.compile(
    rf"(\b[0-9a-f]{{{_HASH}}}\b|{_STAMP.pattern}|\b(?:{_MONTH.pattern})\b|(?<![A-Za-z])(?<![A-Za-z]-)\d+)"
)
_FOR_A_SHELL = re.compile(r"[|<>&;$`*~#]")
"""In a command that needs a shell; another one is run in this process, where no program has to start."""

_PATIENCE = 120
"""Seconds that a command may take."""


def main() -> int:
    """Runs everything; prints two lines a command, and returns 1 if something went wrong."""
    wrong = 0
    for page in PAGES:
        for command, outcome in outcomes(page):
            wrong += is_wrong(outcome)
            sys.stdout.write(f"{command.page}: {command.text}\n    {outcome}\n")
            sys.stdout.flush()
    sys.stdout.write(f"{wrong} wrong\n")
    return int(wrong > 0)


def outcomes(page: Path) -> Iterator[tuple[Command, str]]:
    """Tries every command of a page, in order; yields each with what came of it."""
    found = list(commands(page))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        runs = [command for command in found if command.kind is not Kind.NAMED]
        backup = prepare(folder, runs)
        for command in found:
            yield command, _outcome(command, folder, backup)


def is_wrong(outcome: str) -> bool:
    """Whether what came of a command is a fault of the page."""
    return outcome.startswith("WRONG")


def _outcome(command: Command, folder: Path, backup: str) -> str:
    for pattern, where in ELSEWHERE.items():
        if re.fullmatch(pattern, command.text):
            return f"not run here: {where}"
    if command.kind is Kind.NAMED:
        return _read(command.text)
    done = _run(_STAMP.sub(backup, command.text), folder)
    if "Traceback" in done or "usage: guidance-kb" in done:
        return f"WRONG\n{done}"
    if command.answer and not re.fullmatch(_pattern(command), re.sub(r" +$", "", done, flags=re.MULTILINE).strip()):
        return f"WRONG: the page says\n{command.answer}\nbut it is\n{done}"
    return "as the page says" if command.answer else "runs"


def _read(text: str) -> str:
    """Whether the program would understand a command; with words that stand for others only whether it is there."""
    words = shlex.split(text)[1:]
    there = next(each.choices for each in parser()._actions if each.dest == "command") or ()
    if not words or (words[0] in there and (len(words) == 1 or _STANDS_FOR_OTHERS.search(text))):
        return "a command that is there"
    with redirect_stderr(StringIO()) as said, redirect_stdout(StringIO()):
        try:
            parser().parse_args(protect_query(words))
        except SystemExit as end:
            return f"WRONG\n{said.getvalue()}" if end.code else "tells something"
    return "would be understood"


def _run(text: str, folder: Path) -> str:
    bin_folder = Path(sys.executable).parent
    environment = {
        **os.environ, "HOME": str(folder), "GUIDANCE_KB_DATA": str(folder / "data"), "QT_QPA_PLATFORM": "offscreen", "COLUMNS": "88",
        "XDG_CONFIG_HOME": str(folder / "settings"), "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}",
    }  # fmt: skip
    environment.pop("GUIDANCE_KB_KNOWLEDGE", None)
    if text.startswith("guidance-kb ") and not _FOR_A_SHELL.search(text) and "casebook" not in text:
        return run_inside(shlex.split(text)[1:], b"", environment, folder, is_one_stream=True).out
    command = [shutil.which("bash") or "sh", "-c", text]
    if "guidance-kb casebook" in text and "--fd" not in text:
        return typed_at(command, f"{PASSPHRASE}\n", folder, environment)
    done = subprocess.run(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, timeout=_PATIENCE, check=False,
    )  # fmt: skip
    return done.stdout


def _pattern(command: Command) -> re.Pattern[str]:
    """What an answer of a page stands for."""
    pieces = _VARYING.split(command.answer) if command.varies else [command.answer]
    written = (
        re.escape(piece).replace("…", ".*") if number % 2 == 0 else _any_like(piece)
        for number, piece in enumerate(pieces)
    )
    return re.compile("".join(written), re.DOTALL)


def _any_like(piece: str) -> str:
    """Any hash for a hash, any stamp of a backup for one, any month for a month, any number for a number."""
    for kind in (_STAMP, _MONTH):
        if kind.fullmatch(piece):
            return f"(?:{kind.pattern})"
    return "[0-9a-f]{64}" if len(piece) == _HASH else r"\d+"


if __name__ == "__main__":
    sys.exit(main())
