"""What the Windows package takes from requirements.lock: the program's own libraries with their hashes, and nothing of developers."""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def needed() -> dict[str, str]:
    """The requirements, by name: version and hashes."""
    done = subprocess.run(
        [sys.executable, ROOT / "packaging/windows/needs.py"], capture_output=True, text=True, check=True
    )
    blocks = done.stdout.replace("\\\n", "").splitlines()
    return {block.partition("==")[0]: block.partition("==")[2] for block in blocks}


def test_it_has_all_that_the_program_names_and_what_these_need() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    named = {line.partition("==")[0].lower() for line in project["dependencies"]}
    assert named | {"shiboken6", "pydantic-core", "cached-property", "tzdata"} <= needed().keys()


def test_it_has_nothing_that_only_developers_need() -> None:
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text())["dependency-groups"]
    of_developers = {line.partition("==")[0].lower() for line in groups["dev"]}
    assert not (of_developers | {"pip", "setuptools", "pywin32-ctypes", "macholib"}) & needed().keys()


def test_every_one_has_a_version_and_hashes() -> None:
    assert [name for name, rest in needed().items() if not rest[0].isdigit() or "--hash=sha256:" not in rest] == []
