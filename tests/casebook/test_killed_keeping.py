"""Kill -9 in the middle of a backup or a restore: between any two file operations, and in `make soak` at random moments."""

import subprocess
from pathlib import Path

import pytest

from tests.casebook.conftest import python

KILLS = 50
ROOT = Path(__file__).parents[2]


def outcomes(what: str, folder: Path, *when: str) -> list[str]:
    """What `killing_keeping.py` found, a line a kill."""
    command = python("-m", "tests.casebook.killing_keeping", what, str(folder), *when)
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_killed_at_any_moment_of_a_backup_every_backup_is_whole(tmp_path: Path) -> None:
    found = outcomes("backup", tmp_path, "random", str(KILLS))
    assert len(found) == KILLS
    assert set(found) <= {"killed 1", "killed 2", "ended 2"}


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_killed_at_any_moment_of_a_restore_it_is_the_one_or_the_other(tmp_path: Path) -> None:
    found = outcomes("restore", tmp_path, "random", str(KILLS))
    assert len(found) == KILLS
    assert set(found) <= {"killed now", "killed then", "ended then"}


@pytest.mark.timeout(600)
def test_killed_between_any_two_file_operations_of_a_backup(tmp_path: Path) -> None:
    """From the renaming on there is another backup."""
    found = outcomes("backup", tmp_path, "each")
    before, after = found.count("killed 1"), found.count("killed 2")
    assert found == ["killed 1"] * before + ["killed 2"] * after + ["ended 2"]
    assert before >= 5
    assert after >= 1


@pytest.mark.timeout(600)
def test_killed_between_any_two_file_operations_of_a_restore(tmp_path: Path) -> None:
    """From the decision on it is restored, opened by the passphrase of the backup's day; before, nothing has changed."""
    found = outcomes("restore", tmp_path, "each")
    now, then = found.count("killed now"), found.count("killed then")
    assert found == ["killed now"] * now + ["killed then"] * then + ["ended then"]
    assert now >= 10
    assert then >= 5
