"""Whether something can be kept is tried for real: on a disk that is full, read-only, or in the way."""

import errno
import json
import subprocess
import sys
from pathlib import Path

import pytest

from guidance_kb.doctor.places import FULL, refusal


def test_a_folder_that_can_be_written_is_left_as_it_was(tmp_path: Path) -> None:
    assert refusal(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_made_of_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a" / "b") is None
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        refused = refusal(folder)
        assert refused is not None
        assert refused.errno == errno.ENOTDIR


def test_a_disk_that_is_full_or_read_only() -> None:
    done = subprocess.run(
        ["unshare", "--mount", sys.executable, "-m", "tests.doctor.smalldisk"],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.skip(f"nothing can be mounted here: {done.stderr.strip()[-200:]}")
    told = json.loads(done.stdout)
    if "skipped" in told:
        pytest.skip(told["skipped"])
    assert told["room"] is None
    assert told["full"] in FULL
    assert told["read_only"] == errno.EROFS
    assert told["new_read_only"] is not None
    assert told["left"] == []
