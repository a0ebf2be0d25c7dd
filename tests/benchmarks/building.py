"""Building the knowledge database from the shipped content."""

import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from guidance_kb.knowledge.authoring.build import build
from guidance_kb.paths import RESOURCES, SQL
from guidance_kb.search.index.index import add_index
from tests.benchmarks.figures import Figure, Group, middle

_RUNS = 5
_GOAL_S = 3.0


def measure() -> Group:
    """Builds in this process, and by the command in a fresh one."""
    inside, command = [], []
    with TemporaryDirectory() as folder:
        target = Path(folder) / "knowledge.db"
        for _ in range(_RUNS):
            start = time.perf_counter()
            content = build(RESOURCES, SQL / "knowledge.sql", target, add_index)
            built = time.perf_counter()
            subprocess.run(
                [sys.executable, "-m", "guidance_kb", "build", "--out", target], check=True, stdout=subprocess.DEVNULL
            )
            inside.append(built - start)
            command.append(time.perf_counter() - built)
    entries = len(content.entry)
    rate = entries / middle("", inside, "s").value
    how = (
        f"The shipped content: {entries} entries, and all that stands around them. Median of {_RUNS} builds; the goal of 3,000"
        " entries a second is for packs, whose entries come by the thousand."
    )
    figures = (
        middle("`guidance-kb build`, a fresh process", command, "s", _GOAL_S),
        middle("the build itself", inside, "s", _GOAL_S),
        Figure("entries a second, with all that stands around them", rate, "1/s"),
    )
    return Group("Building the knowledge", how, figures)
