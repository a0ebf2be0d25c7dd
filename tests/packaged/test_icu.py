"""The small ICU of the package orders, names and breaks as the whole one does, for Dutch and English."""

import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ANSWERS = Path(__file__).with_name("icu_answers.py")


def library() -> Path:
    """The ICU data that Qt brings."""
    qt = find_spec("PySide6")
    assert qt is not None
    assert qt.origin is not None
    return next(Path(qt.origin).parent.glob("Qt/lib/libicudata.so.*"))


def ask(**environment: str) -> dict[str, object]:
    """What Qt answers; the language of this machine has no say."""
    done = subprocess.run(
        [sys.executable, ANSWERS],
        env=os.environ | {"LC_ALL": "C.UTF-8"} | environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    answers: dict[str, object] = json.loads(done.stdout)
    return answers


@pytest.mark.skipif(sys.platform != "linux", reason="only there Qt brings an ICU of its own")
@pytest.mark.skipif(not shutil.which("ld"), reason="binutils are not installed: `make package` installs them")
def test_it_says_the_same(tmp_path: Path) -> None:
    small = tmp_path / library().name
    shutil.copy(library(), small)
    subprocess.run([sys.executable, ROOT / "packaging" / "linux" / "icu.py", tmp_path], check=True)
    assert small.stat().st_size < library().stat().st_size / 6
    whole, small_too = ask(), ask(LD_LIBRARY_PATH=str(tmp_path))
    for about, answer in whole.items():
        assert small_too[about] == answer, about


@pytest.mark.skipif(not shutil.which("ld"), reason="binutils are not installed: `make package` installs them")
def test_a_second_time_changes_nothing(tmp_path: Path) -> None:
    small = tmp_path / library().name
    shutil.copy(library(), small)
    said = []
    for _ in range(2):
        subprocess.run([sys.executable, ROOT / "packaging" / "linux" / "icu.py", tmp_path], check=True)
        said.append(small.read_bytes())
    assert said[0] == said[1]
