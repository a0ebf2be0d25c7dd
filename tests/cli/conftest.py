"""Commands, run in the process of the tests; one of each kind is run in a process of its own too (`test_processes.py`)."""

import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pytest

import guidance_kb
from guidance_kb import cli

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
def run(knowledge_db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on the real knowledge, with a data folder of its own, in this process."""
    data = str(tmp_path / "data")

    def run_it(*words: str | bytes, stdin: bytes = b"", **changes: str) -> Done:
        with monkeypatch.context() as patch:
            wanted = environment(knowledge_db, **{"GUIDANCE_KB_DATA": data, **changes})
            for name in os.environ.keys() - wanted.keys():
                patch.delenv(name)
            for name, value in wanted.items():
                patch.setenv(name, value)
            out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            with _typed(stdin) as file:
                patch.setattr(sys, "stdin", file)
                code = _code([os.fsdecode(word) for word in words])
            out.flush()
            err.flush()
            return Done(code, _written(out), _written(err))

    return run_it


@pytest.fixture
def run_apart(knowledge_db: Path, tmp_path: Path) -> Run:
    """Runs a command as its users meet it, in a process of its own; that takes half a second."""
    data = str(tmp_path / "data")

    def run_it(*words: str | bytes, stdin: bytes = b"", **changes: str) -> Done:
        command = [sys.executable, "-m", "guidance_kb", *words]
        wanted = environment(knowledge_db, **{"GUIDANCE_KB_DATA": data, **changes})
        done = subprocess.run(command, input=stdin, capture_output=True, check=False, timeout=60, env=wanted)
        return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return run_it


def _code(words: list[str]) -> int:
    """Runs a command; its exit code, as the interpreter would end with."""
    try:
        return cli.main(words)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)


def _written(stream: io.TextIOWrapper) -> str:
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode("utf-8")


@contextmanager
def _typed(stdin: bytes) -> Iterator[io.TextIOWrapper]:
    """Puts bytes on descriptor 0, where a command that is told to reads a passphrase, and gives the stream that reads it."""
    before = os.dup(0)
    try:
        with tempfile.TemporaryFile() as file:
            file.write(stdin)
            file.seek(0)
            os.dup2(file.fileno(), 0)
            with io.TextIOWrapper(open(0, "rb", closefd=False), "utf-8") as stream:
                yield stream
    finally:
        os.dup2(before, 0)
        os.close(before)
