"""Kill -9 in the middle of what must not be cut in two: between any two file operations, and in `make soak` at random moments."""

import subprocess
from pathlib import Path

import pytest

from tests.casebook.conftest import python

KILLS = 50


def outcomes(what: str, folder: Path, *when: str) -> list[str]:
    """What `killing.py` found, a line a kill."""
    script = Path(__file__).with_name("killing.py")
    done = subprocess.run(python(str(script), what, str(folder), *when), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_killed_at_any_moment_of_a_creation_there_is_nothing_or_a_whole_casebook(tmp_path: Path) -> None:
    found = outcomes("create", tmp_path, "random", str(KILLS))
    assert len(found) == KILLS
    assert set(found) <= {"killed nothing", "killed whole", "ended whole"}


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_killed_at_any_moment_of_a_change_exactly_one_known_passphrase_opens(tmp_path: Path) -> None:
    found = outcomes("change", tmp_path, "random", str(KILLS))
    assert len(found) == KILLS
    assert set(found) <= {"killed old", "killed new", "ended new"}


def test_killed_between_any_two_file_operations_of_a_creation(tmp_path: Path) -> None:
    """First nothing is there, from one operation on (the key file in its place) all of it is, and so it stays."""
    found = outcomes("create", tmp_path, "each")
    nothing, whole = found.count("killed nothing"), found.count("killed whole")
    assert found == ["killed nothing"] * nothing + ["killed whole"] * whole + ["ended whole"]
    assert nothing >= 5
    assert whole >= 2


def test_killed_between_any_two_file_operations_of_a_change(tmp_path: Path) -> None:
    """Up to the replacing of the key file the old passphrase holds, from then on the new."""
    found = outcomes("change", tmp_path, "each")
    old, new = found.count("killed old"), found.count("killed new")
    assert found == ["killed old"] * old + ["killed new"] * new + ["ended new"]
    assert old >= 4
    assert new >= 1
