"""The time to the first paint of the packaged program, compared with the program from source: `python packaging/test/start.py`.

Both are started in turn on one Xvfb screen. The time runs from before the process is created until letters are on the screen, in the memory
of the X server. The archive in dist/ is unpacked for it. Writes build/package-test/start.json.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from packages import unpack
from screen import Screen, a_screen
from version import ROOT, version

RUNS: Final = 9
_PATIENCE: Final = 90.0


def main() -> None:
    """Measure and print the times."""
    archive = ROOT / "dist" / f"guidance-kb-{version()}-linux-x86_64.tar.xz"
    if not archive.exists():
        raise SystemExit("There is no archive in dist/: `make package` makes it.")
    with tempfile.TemporaryDirectory() as folder, a_screen(Path(folder) / "screen") as screen:
        place = Path(folder)
        programs = {
            "packaged": [str(unpack(archive, place / "archive") / "guidance-kb")],
            "source": [sys.executable, "-m", "guidance_kb"],
        }
        taken: dict[str, list[float]] = {name: [] for name in programs}
        for _ in range(RUNS + 1):  # the first start of each reads its files, and does not count
            for name, command in programs.items():
                taken[name].append(_first_paint(command, screen, place / name))
    told = {name: round(statistics.median(seconds[1:]) * 1000) for name, seconds in taken.items()}
    told["ratio"] = round(told["packaged"] / told["source"], 2)
    out = ROOT / "build" / "package-test" / "start.json"
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps({"runs": RUNS, "milliseconds": told, "all": taken}, indent=1), encoding="utf-8")
    sys.stdout.write(f"First paint, median of {RUNS}, in turn: packaged {told['packaged']} ms, ")
    sys.stdout.write(f"from source {told['source']} ms, ratio {told['ratio']}.\n")


def _first_paint(command: Sequence[str], screen: Screen, home: Path) -> float:
    """Return the seconds until the first paint; the program is terminated afterwards."""
    home.mkdir(exist_ok=True)
    own = {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home), "GUIDANCE_KB_DATA": str(home)}
    env = {**os.environ, **own, "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb", "PYTHONDONTWRITEBYTECODE": ""}
    _wait(lambda: not screen.is_painted())
    begun = time.perf_counter()
    program = subprocess.Popen(command, env=env, cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        _wait(screen.is_painted)
        return time.perf_counter() - begun
    finally:
        program.kill()
        program.wait()


def _wait(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise SystemExit("What was waited for did not come on the screen.")
        time.sleep(0.002)


if __name__ == "__main__":
    main()
