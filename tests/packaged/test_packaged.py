"""The packaged program, as a counselor gets it: unpacked in a folder with a space in its name, on a path without any Python."""

import json
import subprocess
from importlib import metadata
from pathlib import Path

import pytest

from guidance_kb import __version__
from guidance_kb.doctor.installation import REQUIRED
from tests.accessible import stage

pytestmark = pytest.mark.packaged


def run(program: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the program with nothing of this machine's Python in sight."""
    bare = {"HOME": str(home), "PATH": "/nonexistent", "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [program, *arguments], env=bare, cwd=home, capture_output=True, text=True, timeout=110, check=False
    )


def test_it_says_its_version(program: Path, tmp_path: Path) -> None:
    done = run(program, tmp_path, "--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert __version__ in done.stdout


def test_the_self_check_tells_the_version_of_every_library(program: Path, tmp_path: Path) -> None:
    checks = json.loads(run(program, tmp_path, "doctor", "--json").stdout)["checks"]
    told = {each["id"]: each["value"] for each in checks if each["id"].startswith("library-")}
    assert told == {f"library-{name.lower()}": metadata.version(name) for name in REQUIRED.values()}


def test_it_searches(program: Path, tmp_path: Path) -> None:
    done = run(program, tmp_path, "search", "geen oppas", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert "care-duties" in [hit["id"] for hit in json.loads(done.stdout)["hits"]]


def test_it_shows_the_window_and_does_its_main_job(program: Path, tmp_path: Path) -> None:
    done = run(program, tmp_path, "--tour", str(tmp_path / "tour"))
    assert done.returncode == 0, done.stderr
    pictures = sorted(path.name for path in (tmp_path / "tour").iterdir())
    assert len([name for name in pictures if name.endswith(".png")]) >= 20
    assert "nl-light-form.pdf" in pictures


def test_it_can_build_the_knowledge_again(program: Path, tmp_path: Path) -> None:
    done = run(program, tmp_path, "build", "--out", str(tmp_path / "knowledge.db"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "knowledge.db").stat().st_size > 1_000_000


@pytest.mark.accessible
def test_a_screen_reader_reads_it(program: Path) -> None:
    """The bridge to screen readers is in the package, and a window on a real screen."""
    if lacking := stage.missing():
        pytest.skip(lacking)
    said = stage.play("searching", "nl", [str(program)])
    assert [line for line in said if line.startswith("“Bron: §")]
