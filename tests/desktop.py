"""A desktop on which the real program runs in tests: a screen that nobody sees, a session bus and the way of assistive technology into it.

Needs Debian's xvfb, dbus-daemon, at-spi2-core, python3-gi and gir1.2-atspi-2.0; `packaging/environment.sh --tests` installs them.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

PYTHON = "/usr/bin/python3"
"""The system's own Python: the bindings of AT-SPI are a package of the system."""

SIZE = (1366, 768)
"""Pixels of the screen that most counselors have."""

_TOOLS = ("Xvfb", "dbus-run-session", PYTHON)
_BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"

_AS_LONG_AS = 200
"""Seconds after which a script has gone wrong; its waits give up long before."""

_MOST = 8_000
"""Letters that are shown of what the program and the script wrote when something went wrong: the last of them."""


def missing(tools: Sequence[str] = (), modules: Sequence[str] = ()) -> str:
    """What is missing here to play a script, in a few words; empty when all is there.

    Args:
        tools: Programs that the script needs besides.
        modules: Modules of the system's own Python that it needs besides.
    """
    absent = [each for each in (*_TOOLS, *tools) if shutil.which(each) is None]
    if absent:
        return f"no {', '.join(absent)} here"
    if not Path("/usr/share/dbus-1/services/org.a11y.Bus.service").exists():
        return "no at-spi2-core here"
    bindings = subprocess.run([PYTHON, "-c", _BINDINGS], capture_output=True, check=False)
    if bindings.returncode:
        return "no python3-gi and gir1.2-atspi-2.0 here"
    without = [each for each in modules if not _can_import(each)]
    return f"no module {', '.join(without)} for {PYTHON} here" if without else ""


def _can_import(module: str) -> bool:
    done = subprocess.run([PYTHON, "-c", f"import {module}"], capture_output=True, check=False)
    return done.returncode == 0


@contextmanager
def home(language: str) -> Iterator[Path]:
    """A home of nobody, for one script: only the language is chosen, and that it is light."""
    with tempfile.TemporaryDirectory(prefix="kb-") as made:
        folder = Path(made)
        settings = folder / "config" / "guidance-kb" / "settings.ini"
        settings.parent.mkdir(parents=True)
        settings.write_text(f"[General]\nlanguage={language}\nscheme=light\n", encoding="utf-8")
        (folder / "run").mkdir(mode=0o700)
        yield folder


@contextmanager
def screen(size: tuple[int, int] = SIZE) -> Iterator[str]:
    """A screen of so many pixels; gives its name, with the number that the server found free."""
    reading, writing = os.pipe()
    width, height = size
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"],
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


def play(script: Sequence[str], folder: Path, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Runs `python3 -m SCRIPT…` in a folder by the system's Python, on a session bus of its own; gives what it wrote."""
    return subprocess.run(
        ["dbus-run-session", "--", PYTHON, "-B", "-m", *script],
        env=dict(environment),
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=_AS_LONG_AS,
        check=False,
    )


def complaints(done: subprocess.CompletedProcess[str]) -> str:
    """The end of what a script and the program wrote, where one of them went wrong; empty when neither did."""
    wrong = done.returncode or any(each in done.stderr for each in ("Traceback", "ERROR"))
    return (done.stderr[-_MOST:] or f"exit code {done.returncode}") if wrong else ""


def from_source(knowledge: Path) -> list[str]:
    """The program as it is run from source, on a knowledge database."""
    return [sys.executable, "-m", "guidance_kb", "--knowledge", str(knowledge)]


def environment(folder: Path, display: str) -> dict[str, str]:
    """The environment of a home on a screen: nothing of this machine's user, and the bridge to AT-SPI on."""
    return {
        "HOME": str(folder),
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "TZ": "Europe/Amsterdam",
        "DISPLAY": display,
        "XDG_RUNTIME_DIR": str(folder / "run"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "GUIDANCE_KB_DATA": str(folder / "guidance-kb"),
        "NO_AT_BRIDGE": "0",
        "QT_QPA_PLATFORM": "xcb",
        "QT_ACCESSIBILITY": "1",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_LOGGING_RULES": "qt.accessibility.atspi=false",  # speaks of what it does not implement of AT-SPI itself
    }
