import json
from pathlib import Path

import pytest

from guidance_kb.casebook.vault.unlock import Tries, delay_after
from tests.casebook.conftest import Clock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "casebook.tries"


def test_the_delay_rises_to_a_minute_and_no_further() -> None:
    assert [delay_after(failures) for failures in range(9)] == [0, 1, 2, 4, 8, 16, 32, 60, 60]
    assert delay_after(10**6) == 60


def test_waiting_ends(path: Path, clock: Clock) -> None:
    tries = Tries(path, clock)
    assert tries.wait == 0
    assert [tries.failed(), tries.failed(), tries.failed()] == [1, 2, 4]
    clock.pass_(seconds=3)
    assert tries.wait == 1
    clock.pass_(seconds=1)
    assert tries.wait == 0
    assert tries.failed() == 8


def test_a_restart_does_not_help(path: Path, clock: Clock) -> None:
    tries = Tries(path, clock)
    for _ in range(4):
        tries.failed()
    clock.pass_(seconds=2)
    again = Tries(path, clock)
    assert again.wait == 6
    assert again.failed() == 16


def test_the_right_one_forgets_them_all(path: Path, clock: Clock) -> None:
    tries = Tries(path, clock)
    tries.failed()
    tries.succeeded()
    assert tries.wait == 0
    assert not path.exists()
    assert Tries(path, clock).failed() == 1


def test_the_file_holds_how_often_and_when_and_nothing_else(path: Path, clock: Clock) -> None:
    Tries(path, clock).failed()
    assert json.loads(path.read_bytes()) == {"failures": 1, "last": "2026-11-24T14:02:31+00:00"}


@pytest.mark.parametrize("years", [10, -10])
def test_a_clock_that_jumps_locks_nobody_out(path: Path, clock: Clock, years: int) -> None:
    tries = Tries(path, clock)
    for _ in range(10):
        tries.failed()
    clock.pass_(days=years * 365)
    assert Tries(path, clock).wait <= 60
    assert tries.wait <= 60
    clock.pass_(seconds=60)
    assert tries.wait == 0
    assert Tries(path, clock).wait == 0


def test_without_a_folder_to_write_it_is_still_remembered(tmp_path: Path, clock: Clock) -> None:
    tries = Tries(tmp_path / "missing" / "casebook.tries", clock)
    assert [tries.failed(), tries.failed()] == [1, 2]
    assert tries.wait == 2


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"[]",
        b"7",
        b"{}",
        b'{"failures": "many", "last": "2026-11-24T14:02:31+00:00"}',
        b'{"failures": Infinity, "last": "2026-11-24T14:02:31+00:00"}',
        b'{"failures": true, "last": "2026-11-24T14:02:31+00:00"}',
        b'{"failures": -3, "last": "2026-11-24T14:02:31+00:00"}',
        b'{"failures": 3, "last": "2026-11-24T14:02:31"}',
        b'{"failures": 3, "last": 7}',
        b"[" * 900,
    ],
    ids=range(12),
)
def test_a_file_that_is_not_ours_counts_for_nothing(path: Path, clock: Clock, data: bytes) -> None:
    path.write_bytes(data)
    assert Tries(path, clock).wait == 0


def test_the_far_end_of_the_calendar_is_no_trouble(path: Path, clock: Clock) -> None:
    path.write_bytes(b'{"failures": 1000000000000, "last": "9999-12-31T23:59:59+00:00"}')
    assert Tries(path, clock).wait == 60
