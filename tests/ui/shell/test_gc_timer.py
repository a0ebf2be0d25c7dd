import gc
from collections.abc import Iterator
from threading import get_ident
from weakref import ref

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.ui.core.jobs import Jobs
from guidance_kb.ui.shell import gc_timer
from guidance_kb.ui.shell.gc_timer import GarbageCollector, collect_due


class _Cycle(QWidget):
    """A widget without a parent that only the search for cycles takes away."""

    def __init__(self, where: list[int]) -> None:
        super().__init__()
        self._itself = self
        self._told = _Told(where)


class _Told:
    """Notes on which thread it went."""

    def __init__(self, where: list[int]) -> None:
        self._where = where

    def __del__(self) -> None:
        self._where.append(get_ident())


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    enabled, thresholds = gc.isenabled(), gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*thresholds)
    (gc.enable if enabled else gc.disable)()


def _need_memory() -> list[list[int]]:
    return [[number] for number in range(20_000)]


def test_the_worker_lets_no_widget_go(qtbot: QtBot) -> None:
    gc.enable()
    gc.set_threshold(1000, 1, 1)
    jobs, where = Jobs(), list[int]()
    collector = GarbageCollector(jobs)
    collector.begin()
    assert not gc.isenabled()
    gone = ref(_Cycle(where))
    with qtbot.waitSignal(jobs._arrived):
        jobs.run("hungry", _need_memory, lambda _made: None)
    assert gone() is not None
    gc.set_threshold(1, 1, 1)
    qtbot.waitUntil(lambda: gone() is None)
    assert where == [get_ident()]
    jobs.close()


def test_what_python_lets_go_as_the_program_starts_stays(qtbot: QtBot) -> None:
    """All of it is still in use, and looking through it takes time."""
    where = list[int]()
    gone = ref(_Cycle(where))
    jobs = Jobs()
    GarbageCollector(jobs).begin()
    gc.collect()
    assert gone() is not None
    gc.unfreeze()
    gc.collect()
    assert where == [get_ident()]
    jobs.close()


@pytest.mark.parametrize(
    ("counts", "collected"),
    [((5, 2, 2), []), ((11, 2, 2), [0]), ((11, 3, 2), [1]), ((11, 3, 3), [2]), ((0, 0, 3), [2])],
)
def test_the_oldest_generation_that_is_due_is_collected(
    monkeypatch: pytest.MonkeyPatch, counts: tuple[int, int, int], collected: list[int]
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(gc_timer.gc, "get_count", lambda: counts)
    monkeypatch.setattr(gc_timer.gc, "get_threshold", lambda: (10, 2, 2))
    monkeypatch.setattr(gc_timer.gc, "collect", asked.append)
    collect_due()
    assert asked == collected
