"""Plays scripts with the real program, where a screen reader can be had."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.accessible import stage


@pytest.fixture(scope="session")
def read(knowledge_db: Path) -> Callable[[str, str], list[str]]:
    """Plays a script in a language, and gives what was said."""
    lacking = stage.missing()
    if lacking and "CI" not in os.environ:
        pytest.skip(f"{lacking}: `sh packaging/environment.sh` as administrator installs it")
    assert not lacking, lacking
    return lambda script, language: stage.play(script, language, stage.from_source(knowledge_db))
