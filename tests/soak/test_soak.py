"""A short run of the soak, with other mutants than those of `make soak`; and that it notices what it looks for."""

import pytest

from guidance_kb.knowledge.authoring.build import read
from guidance_kb.paths import RESOURCES
from tests.soak import running
from tests.soak.running import run


def test_three_hundred_mutants() -> None:
    tally = run(range(1_000_000, 1_000_300), read(RESOURCES))
    assert tally.crashes == {}
    assert tally.hangs == {}
    assert tally.tried == 300
    assert tally.accepted > 10
    assert len(tally.refused) > 10


def test_a_crash_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(running, "read_files", fail)
    tally = run(range(3), read(RESOURCES))
    assert list(tally.crashes) == [0, 1, 2]
    assert "ZeroDivisionError" in tally.crashes[0]
    assert (tally.tried, tally.accepted) == (3, 0)


def test_a_hang_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "HANG", -1.0)
    assert list(run(range(2), read(RESOURCES)).hangs) == [0, 1]
