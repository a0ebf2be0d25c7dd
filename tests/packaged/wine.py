"""A Windows to test in: Wine, with a home and a screen of its own, and the one library of Windows that Wine lacks."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from guidance_kb import __version__

ROOT = Path(__file__).parents[2]
SETUP = ROOT / "dist" / f"guidance-kb-{__version__}-windows-setup.exe"
STAND_IN = ROOT / "packaging" / "windows" / "wine-icuuc.c"
SOUGHT = "geen oppas"
PATIENCE = 300
"""Seconds that one program may take; Wine is slow on a busy machine."""

Done = subprocess.CompletedProcess[str]


def missing() -> str:
    """Returns why there is no Windows here; nothing where there is one."""
    lacking = [name for name in ("wine", "wineserver", "Xvfb", "x86_64-w64-mingw32-gcc") if not shutil.which(name)]
    return f"not installed: {', '.join(lacking)} (Debian: wine, xvfb, gcc-mingw-w64-x86-64)" if lacking else ""


class Wine:
    """One Windows. `close()` ends all that runs in it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        drive, shown = os.pipe()
        self._screen = subprocess.Popen(
            ["Xvfb", "-displayfd", str(shown), "-screen", "0", "1600x1000x24"],
            pass_fds=[shown],
            stderr=subprocess.DEVNULL,
        )
        os.close(shown)
        with os.fdopen(drive) as number:
            display = f":{number.readline().strip()}"
        self._environment = {
            "HOME": str(folder), "PATH": os.environ["PATH"], "DISPLAY": display, "LANG": "C.UTF-8", "WINEPREFIX": str(folder / "wine"),
            "WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml=", "USER": "begeleider", "LOGNAME": "begeleider",
        }  # fmt: skip
        subprocess.run(["wineboot", "--init"], env=self._environment, check=True, capture_output=True, timeout=PATIENCE)
        self.drive = folder / "wine" / "drive_c"
        library = self.drive / "windows" / "system32" / "icuuc.dll"
        subprocess.run(["x86_64-w64-mingw32-gcc", "-shared", "-s", STAND_IN, "-o", library], check=True)
        self.local = next(self.drive.glob("users/*/AppData/Local"))
        self.menu = self.local.parent / "Roaming" / "Microsoft" / "Windows" / "Start Menu" / "Programs"

    def run(
        self, program: Path | str, *words: str, said: str | None = "", cwd: Path | None = None, **environment: str
    ) -> Done:
        """Runs a program to its end, with `said` on its standard input; None: its input is nowhere."""
        return subprocess.run(
            ["wine", str(program), *words],
            env=self._environment | environment,
            cwd=cwd or self._folder,
            input=said,
            stdin=subprocess.DEVNULL if said is None else None,
            encoding="utf-8",
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )

    def start(self, program: Path, **environment: str) -> subprocess.Popen[bytes]:
        """Starts a program and leaves it running."""
        return subprocess.Popen(
            ["wine", str(program)], env=self._environment | environment, cwd=self._folder, stdin=subprocess.DEVNULL
        )

    def windows(self) -> str:
        """Returns what is on the screen, as X tells it: a line a window, with its title."""
        done = subprocess.run(
            ["xwininfo", "-root", "-tree"], env=self._environment, capture_output=True, text=True, check=True
        )
        return done.stdout

    def registered(self) -> dict[str, str]:
        """Returns what Windows lists of the program among what is installed; nothing when it does not."""
        key = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Guidance KB"
        lines = [line.split(None, 2) for line in self.run("reg", "query", key).stdout.splitlines() if " REG_" in line]
        return {name: value for name, _, value in lines}

    def close(self) -> None:
        """Ends this Windows and its screen."""
        subprocess.run(["wineserver", "-k"], env=self._environment, check=False)
        self._screen.terminate()
        self._screen.wait()


def for_windows(path: Path) -> str:
    r"""Returns a path of this machine as Wine has it: on drive Z."""
    return "Z:" + str(path).replace("/", "\\")


def folder(windows: Wine) -> Path:
    """Returns where the setup puts the program."""
    return windows.local / "Programs" / "Guidance KB"


def until(reached: Callable[[], bool]) -> None:
    """Waits for another program to come so far."""
    end = time.monotonic() + PATIENCE
    while not reached():
        assert time.monotonic() < end
        time.sleep(0.2)
