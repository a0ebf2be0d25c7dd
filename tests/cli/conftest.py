"""Commands, run in the process of the tests; one of each kind is run in a process of its own too (`test_cli.py`)."""

from pathlib import Path
from typing import Protocol

import pytest

from tests.cli.command import Done, environment, run_inside, run_process


class Run(Protocol):
    """Runs `guidance-kb WORDS`."""

    def __call__(self, *words: str | bytes, stdin: bytes = b"", **environment: str) -> Done: ...


@pytest.fixture
def run(knowledge_db: Path, tmp_path: Path) -> Run:
    """Runs a command on the real knowledge, with a data folder of its own, in this process."""
    data = str(tmp_path / "data")

    def run_it(*words: str | bytes, stdin: bytes = b"", **changes: str) -> Done:
        return run_inside(words, stdin, environment(knowledge_db, **{"GUIDANCE_KB_DATA": data, **changes}))

    return run_it


@pytest.fixture
def run_apart(knowledge_db: Path, tmp_path: Path) -> Run:
    """Runs a command as its users meet it: in a process of its own."""
    data = str(tmp_path / "data")

    def run_it(*words: str | bytes, stdin: bytes = b"", **changes: str) -> Done:
        return run_process(words, stdin, environment(knowledge_db, **{"GUIDANCE_KB_DATA": data, **changes}))

    return run_it
