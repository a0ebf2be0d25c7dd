"""The command line as its users meet it: a process of its own."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pytest

import guidance_kb

SOURCE = Path(guidance_kb.__file__).parents[1]


@dataclass(frozen=True)
class Done:
    """A command that ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever a command prints
        """What was printed, read as JSON."""
        return json.loads(self.out)

    @property
    def complaint(self) -> str:
        """The one line on stderr of a request that is wrong."""
        assert self.code == 1, (self.code, self.err)
        assert self.err.endswith("\n")
        assert self.err.count("\n") == 1, self.err
        assert "Traceback" not in self.err
        return self.err.rstrip("\n")


class Run(Protocol):
    """Runs `guidance-kb WORDS`."""

    def __call__(self, *words: str | bytes, stdin: bytes = b"", **environment: str) -> Done: ...


def environment(knowledge: Path | None, **changes: str) -> dict[str, str]:
    """The environment of a command; a variable that is set to nothing is left out."""
    wanted = {**os.environ, "PYTHONPATH": str(SOURCE), "QT_QPA_PLATFORM": "offscreen", "PYTHONWARNINGS": "error"}
    wanted.pop("GUIDANCE_KB_DEBUG", None)
    wanted.pop("GUIDANCE_KB_DATA", None)
    wanted["GUIDANCE_KB_KNOWLEDGE"] = str(knowledge or "")
    return {name: value for name, value in {**wanted, **changes}.items() if value}


@pytest.fixture
def run(knowledge_db: Path, tmp_path: Path) -> Run:
    """Runs a command on the real knowledge, with a data folder of its own."""
    data = str(tmp_path / "data")

    def run_it(*words: str | bytes, stdin: bytes = b"", **changes: str) -> Done:
        command = [sys.executable, "-m", "guidance_kb", *words]
        wanted = environment(knowledge_db, **{"GUIDANCE_KB_DATA": data, **changes})
        done = subprocess.run(command, input=stdin, capture_output=True, check=False, timeout=60, env=wanted)
        return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return run_it
