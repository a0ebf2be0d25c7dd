"""Runs a command of the program: in this process, or as a user does in one of its own."""

import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import guidance_kb
from guidance_kb import cli

SOURCE = Path(guidance_kb.__file__).parents[1]

_PATIENCE = 60
"""Seconds that a process may take."""


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


def environment(knowledge: Path | None, **changes: str) -> dict[str, str]:
    """The environment of a command; a variable that is set to nothing is left out."""
    wanted = {**os.environ, "PYTHONPATH": str(SOURCE), "QT_QPA_PLATFORM": "offscreen", "PYTHONWARNINGS": "error"}
    wanted.pop("GUIDANCE_KB_DEBUG", None)
    wanted.pop("GUIDANCE_KB_DATA", None)
    wanted["GUIDANCE_KB_KNOWLEDGE"] = str(knowledge or "")
    return {name: value for name, value in {**wanted, **changes}.items() if value}


def run_process(words: Sequence[str | bytes], stdin: bytes, surroundings: Mapping[str, str]) -> Done:
    """Runs a command in a process of its own; that takes half a second."""
    command = [sys.executable, "-m", "guidance_kb", *words]
    done = subprocess.run(
        command, input=stdin, capture_output=True, check=False, timeout=_PATIENCE, env=dict(surroundings)
    )
    return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def run_inside(
    words: Sequence[str | bytes],
    stdin: bytes,
    surroundings: Mapping[str, str],
    folder: Path | None = None,
    *,
    is_one_stream: bool = False,
) -> Done:
    """Runs a command in this process, with an environment of its own.

    Args:
        words: After the name of the program.
        stdin: What is typed.
        surroundings: The environment.
        folder: The folder in which it runs; this one when None.
        is_one_stream: Writes complaints to `out` too, in the order in which they come.
    """
    out = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
    err = out if is_one_stream else io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
    with ExitStack() as stack:
        stack.enter_context(patch.dict(os.environ, surroundings, clear=True))
        stack.enter_context(chdir(folder or Path.cwd()))
        stack.enter_context(redirect_stdout(out))
        stack.enter_context(redirect_stderr(err))
        stack.enter_context(patch.object(sys, "stdin", stack.enter_context(_typed(stdin))))
        code = _code([os.fsdecode(word) for word in words])
    return Done(code, _written(out), "" if is_one_stream else _written(err))


def _code(words: list[str]) -> int:
    """The exit code, as the interpreter would end with."""
    try:
        return cli.main(words)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
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
