"""The write queue: order, repeated and replaced writes, and what is reported, on a real worker."""

from collections.abc import Callable, Iterator
from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from guidance_kb.errors import KnownError
from guidance_kb.ui.core.jobs import Jobs
from guidance_kb.ui.core.write_queue import PendingWrites, WriteQueue


class Disk:
    """A disk that can be full, and a database that can be closed."""

    def __init__(self) -> None:
        self.full = False
        self.closed = False
        self.written: list[str] = []

    def write(self, word: str) -> None:
        """Write a word, or refuse it."""
        if self.full:
            raise KnownError("vol", "full")
        self.written.append(word)


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def jobs(qapp: QObject) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.finish()


@pytest.fixture
def queue(jobs: Jobs, disk: Disk) -> WriteQueue:
    def execute(
        writes: PendingWrites, done: Callable[[object], object], failed: Callable[[KnownError], object]
    ) -> bool:
        if disk.closed:
            return False
        jobs.do(lambda: writes.write(disk), done, failed)
        return True

    return WriteQueue(execute, jobs)


@pytest.fixture
def reported(queue: WriteQueue) -> list[KnownError]:
    errors: list[KnownError] = []
    queue.failed.connect(errors.append)
    return errors


def entry(*words: str, key: object = None) -> PendingWrites:
    made = PendingWrites(key)
    for word in words:
        made.append(lambda disk, word=word: disk.write(word))
    return made


def test_a_refused_write_is_not_overtaken_and_is_reported_once(
    qtbot: QtBot, queue: WriteQueue, disk: Disk, reported: list[KnownError]
) -> None:
    disk.full = True
    conversation = entry("a", "b")
    queue.send(conversation)
    qtbot.waitUntil(lambda: len(reported) == 1)
    conversation.append(lambda disk: disk.write("c"))
    with qtbot.waitSignal(queue.refused):
        queue.send(conversation)
    assert (queue.waiting, len(reported)) == (3, 1)
    disk.full = False
    with qtbot.waitSignal(queue.written):
        queue.try_again()
    assert disk.written == ["a", "b", "c"]
    assert queue.pending == ()
    disk.full = True
    conversation.append(lambda disk: disk.write("d"))
    queue.send(conversation)
    qtbot.waitUntil(lambda: len(reported) == 2)  # written meanwhile: the next refusal is news


def test_another_entry_does_not_wait_for_a_refused_one(qtbot: QtBot, queue: WriteQueue, disk: Disk) -> None:
    disk.full = True
    with qtbot.waitSignal(queue.refused):
        queue.send(entry("long note"))
    disk.full = False
    with qtbot.waitSignal(queue.written):
        queue.send(entry("tick"))
    assert disk.written == ["tick"]
    assert queue.waiting == 1


def test_a_later_write_with_the_same_key_replaces_the_refused_one(qtbot: QtBot, queue: WriteQueue, disk: Disk) -> None:
    disk.full = True
    with qtbot.waitSignal(queue.refused):
        queue.send(entry("ee", key="note"))
    with qtbot.waitSignal(queue.refused):
        queue.send(entry("other", key="remark"))
    disk.full = False
    with qtbot.waitSignal(queue.written):
        queue.send(entry("een", key="note"))
    assert disk.written == ["een"]
    with qtbot.waitSignal(queue.written):
        queue.try_again()
    assert disk.written == ["een", "other"]


def test_what_is_taken_back_does_not_wait(
    qtbot: QtBot, queue: WriteQueue, disk: Disk, reported: list[KnownError]
) -> None:
    disk.full = True
    back: list[str] = []
    queue.send(entry("a"), take_back=lambda: back.append("a") or True)
    qtbot.waitUntil(lambda: bool(reported))
    assert back == ["a"]
    assert (queue.waiting, queue.pending) == (0, ())


def test_what_is_sent_to_a_closed_database_waits_until_it_opens(qtbot: QtBot, queue: WriteQueue, disk: Disk) -> None:
    disk.closed = True
    queue.send(entry("a"))
    assert queue.waiting == 1
    disk.closed = False
    with qtbot.waitSignal(queue.written):
        queue.try_again()
    assert disk.written == ["a"]


def test_what_is_dropped_while_it_is_written_leaves_nothing(
    qtbot: QtBot, queue: WriteQueue, disk: Disk, reported: list[KnownError]
) -> None:
    writes, dropped = PendingWrites(), Event()
    writes.append(lambda _: dropped.wait(5))
    writes.append(lambda disk: disk.write("not wanted"))
    queue.send(writes)
    queue.drop(lambda each: each is writes)
    dropped.set()
    queue.send(entry("next"))
    qtbot.waitUntil(lambda: queue.pending == ())
    assert (disk.written, reported) == (["next"], [])


def test_what_is_sent_soon_is_sent_once_and_at_once_if_need_be(qtbot: QtBot, queue: WriteQueue, disk: Disk) -> None:
    writes = entry("a")
    queue.send_soon(writes)
    queue.send_soon(writes)
    assert queue.pending == ()
    queue.send_now()
    assert queue.pending == (writes,)
    qtbot.waitUntil(lambda: queue.pending == ())
    assert disk.written == ["a"]
