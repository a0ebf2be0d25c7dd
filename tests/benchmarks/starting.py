"""Start and memory, beside a bare PySide6 window: fresh processes, taken in turn."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

import psutil

from guidance_kb.paths import ROOT
from tests.benchmarks.figures import Figure, Group

_RUNS = 9
_START = 1.5
_MEMORY = 1.6
_MB = 1_000_000

STARTER: Final = str(Path(__file__).with_name("starter.py"))
"""The program that is started, as a file."""


class Run(NamedTuple):
    """One start: seconds to the first paint, of the clock and of the processor, and bytes of memory in use then and after a search."""

    seconds: float
    busy: float
    painted: float
    searched: float


def measure() -> Group:
    """Starts both programs in turn; the first start of each writes bytecode, warms the files, and does not count."""
    ours, bare = [], []
    with TemporaryDirectory() as folder:
        environment = _with_bytecode(folder)
        for _ in range(_RUNS + 1):
            bare.append(_start(environment, "bare"))
            ours.append(_start(environment, "ours"))
    ours, bare = ours[1:], bare[1:]
    how = (
        f"Fresh processes, warm files, `guidance-kb` and a bare `QMainWindow` with a `QTextBrowser` in turn, {_RUNS} times; medians."
        " From before the process is made until its first paint is over; memory is the resident set (RSS), shared libraries included,"
        " before the rooms are made ahead."
    )
    return Group("Start and memory", how, (*_times(ours, bare), *_memory(ours, bare)))


def _with_bytecode(folder: str) -> dict[str, str]:
    """The environment for programs that keep their bytecode, as an installed program does, whatever is set here."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**environment, "PYTHONPYCACHEPREFIX": folder, "XDG_CONFIG_HOME": folder}  # nor anybody's own settings


def _start(environment: Mapping[str, str], *arguments: str) -> Run:
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, STARTER, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # the offscreen plugin says at each window what it cannot do
        text=True,
        env=environment,
        cwd=ROOT,
    ) as process:
        busy = _hear(process, "painted")
        seconds = time.perf_counter() - start
        painted = _resident(process)
        _hear(process, "searched")
        searched = _resident(process)
    return Run(seconds, busy, painted, searched)


def _hear(process: "subprocess.Popen[str]", word: str) -> float:
    """Waits for the word, and returns the processor time that comes with it, in seconds."""
    said, _, busy = (process.stdout.readline() if process.stdout else "").partition(" ")
    if said != word:
        raise RuntimeError(f"the program did not come to “{word}”; run tests.benchmarks.starter by hand to see why")
    return float(busy)


def _resident(process: "subprocess.Popen[str]") -> float:
    size = float(psutil.Process(process.pid).memory_info().rss)
    if process.stdin is not None:
        process.stdin.write("\n")
        process.stdin.flush()
    return size


def _times(ours: Sequence[Run], bare: Sequence[Run]) -> tuple[Figure, ...]:
    mine, other = median(run.seconds for run in ours), median(run.seconds for run in bare)
    busy, idle = median(run.busy for run in ours), median(run.busy for run in bare)
    return (
        Figure("start to first paint", 1000 * mine, "ms"),
        Figure("the bare window", 1000 * other, "ms"),
        Figure("start beside the bare window", mine / other, "×", _START),
        Figure("processor time to the first paint", 1000 * busy, "ms"),
        Figure("the bare window", 1000 * idle, "ms"),
        Figure("processor time beside the bare window", busy / idle, "×"),
    )


def _memory(ours: Sequence[Run], bare: Sequence[Run]) -> tuple[Figure, ...]:
    painted, searched = median(run.painted for run in ours), median(run.searched for run in ours)
    bare_painted, bare_searched = median(run.painted for run in bare), median(run.searched for run in bare)
    return (
        Figure("memory after the first paint", painted / _MB, "MB"),
        Figure("the bare window", bare_painted / _MB, "MB"),
        Figure("memory after the first paint beside the bare window", painted / bare_painted, "×", _MEMORY),
        Figure("memory after a search", searched / _MB, "MB"),
        Figure("memory after a search beside the bare window", searched / bare_searched, "×", _MEMORY),
    )
