"""A desktop to read the real program on: a screen that nobody sees, a session bus, and a screen reader that writes down what it says.

Needs Debian's xvfb, dbus-daemon, at-spi2-core, python3-gi and gir1.2-atspi-2.0; `packaging/environment.sh` installs them.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).parent

PYTHON = "/usr/bin/python3"
"""The system's own Python: the bindings of AT-SPI are a package of the system."""

_NEEDED = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"

_AS_LONG_AS = 100
"""Seconds after which a script has gone wrong; its waits give up long before."""

_MOST = 8_000
"""Letters that are shown of what the program and the screen reader wrote when something went wrong: the last of them."""


def missing() -> str:
    """What is missing here to play a script, in a few words; empty when all is there."""
    tools = [each for each in ("Xvfb", "dbus-run-session", PYTHON) if shutil.which(each) is None]
    if tools:
        return f"no {', '.join(tools)} here"
    if not Path("/usr/share/dbus-1/services/org.a11y.Bus.service").exists():
        return "no at-spi2-core here"
    bindings = subprocess.run([PYTHON, "-c", _NEEDED], capture_output=True, check=False)
    return "no python3-gi and gir1.2-atspi-2.0 here" if bindings.returncode else ""


def play(script: str, language: str, program: Sequence[str]) -> list[str]:
    """Plays a script of `reader/` with a program that has no data yet, and gives the transcript.

    Raises:
        AssertionError: Something was not said; with what was said until then, and what the program wrote.
    """
    with tempfile.TemporaryDirectory(prefix="kb-") as home, _screen() as display:
        transcript = Path(home) / "transcript.txt"
        done = subprocess.run(
            ["dbus-run-session", "--", PYTHON, "-B", "-m", "reader", script, language, str(transcript), *program],
            env=_surroundings(Path(home), display, language),
            cwd=HERE,
            capture_output=True,
            text=True,
            timeout=_AS_LONG_AS,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-_MOST:]
        assert not any(wrong in done.stderr for wrong in ("Traceback", "ERROR")), done.stderr[-_MOST:]
        return transcript.read_text(encoding="utf-8").splitlines()


def from_source(knowledge: Path) -> list[str]:
    """The program as it is run from source, on a knowledge database."""
    return [sys.executable, "-m", "guidance_kb", "--knowledge", str(knowledge)]


def where_nothing_can_be_kept(knowledge: Path) -> list[str]:
    """The same, but a file stands in the place of the folder for the user's data."""
    return ["env", f"GUIDANCE_KB_DATA={os.devnull}", *from_source(knowledge)]


@contextmanager
def _screen() -> Iterator[str]:
    """A screen of 1366 × 768, with the number that the server found free."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()  # it is told when the screen is there
        assert number, "Xvfb did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def _surroundings(home: Path, display: str, language: str) -> dict[str, str]:
    """The environment: nothing of this machine's user, and the bridge to AT-SPI on."""
    settings = home / "config" / "guidance-kb" / "settings.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text(f"[General]\nlanguage={language}\nscheme=light\n", encoding="utf-8")
    (home / "run").mkdir(mode=0o700)
    return {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "TZ": "Europe/Amsterdam",
        "DISPLAY": display,
        "XDG_RUNTIME_DIR": str(home / "run"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "GUIDANCE_KB_DATA": str(home / "guidance-kb"),
        "NO_AT_BRIDGE": "0",
        "QT_QPA_PLATFORM": "xcb",
        "QT_ACCESSIBILITY": "1",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_LOGGING_RULES": "qt.accessibility.atspi=false",  # speaks of what it does not implement of AT-SPI itself
    }
