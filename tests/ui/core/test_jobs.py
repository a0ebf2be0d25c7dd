import threading

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from guidance_kb.errors import KnownError
from guidance_kb.ui.core.jobs import Jobs
from tests.hand import hand


def test_the_result_arrives_on_the_gui_thread(qtbot: QtBot) -> None:
    jobs, threads = Jobs(), []
    jobs.run("a", threading.get_ident, lambda worker: threads.extend([worker, threading.get_ident()]))
    qtbot.waitUntil(lambda: len(threads) == 2)
    jobs.close()
    assert threads[1] == threading.get_ident()
    assert threads[0] != threads[1]


def test_only_the_newest_question_of_a_kind_is_answered(qtbot: QtBot) -> None:
    jobs, got, gate = Jobs(), [], threading.Event()
    jobs.run("typing", lambda: gate.wait(5) and "first", got.append)
    for text in ("second", "third"):
        jobs.run("typing", lambda text=text: text, got.append)
    jobs.run("other", lambda: "other", got.append)
    gate.set()
    qtbot.waitUntil(lambda: "other" in got)
    jobs.close()
    assert got == ["third", "other"]


def test_what_is_dropped_does_not_arrive(qtbot: QtBot) -> None:
    jobs, got = Jobs(), []
    jobs.run("typing", lambda: "first", got.append)
    jobs.drop("typing")
    jobs.run("other", lambda: "other", got.append)
    qtbot.waitUntil(lambda: "other" in got)
    jobs.close()
    assert got == ["other"]


def test_a_known_error_is_told_once(qtbot: QtBot) -> None:
    jobs = Jobs()

    def fail() -> None:
        raise KnownError("kan niet", "cannot")

    with qtbot.waitSignal(jobs.failed) as told:
        jobs.run("a", fail, lambda _: None)
    jobs.close()
    assert str(told.args[0]) == "cannot"


def test_a_mistake_of_ours_is_told_without_its_values(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    jobs = Jobs()

    def fail() -> None:
        raise ValueError("the client said secret-7")

    with qtbot.waitSignal(jobs.failed) as told:
        jobs.run("a", fail, lambda _: None)
    jobs.close()
    assert isinstance(told.args[0], KnownError)
    assert "secret-7" not in str(told.args[0])
    assert "secret-7" not in caplog.text


def test_after_an_error_the_worker_goes_on(qtbot: QtBot) -> None:
    jobs, got = Jobs(), []
    jobs.run("a", lambda: 1 // 0, got.append)
    jobs.run("b", lambda: "still here", got.append)
    qtbot.waitUntil(lambda: got == ["still here"])
    jobs.close()
    assert got == ["still here"]


def test_what_was_done_when_it_was_closed_does_not_arrive(qtbot: QtBot) -> None:
    jobs, got = Jobs(), []
    working = threading.Event()
    jobs.run("a", lambda: working.set() or "too late", got.append)
    assert working.wait(5)
    jobs.close()
    qtbot.wait(50)
    assert got == []


def test_what_must_happen_is_done_in_order_and_never_dropped(qtbot: QtBot) -> None:
    jobs, done, arrived = Jobs(), [], []
    for number in range(5):
        jobs.do(lambda number=number: done.append(number), lambda _: arrived.append(len(arrived)))
    jobs.run("a", lambda: "asked", arrived.append)
    qtbot.waitUntil(lambda: "asked" in arrived)
    jobs.close()
    assert done == [0, 1, 2, 3, 4]
    assert arrived == [0, 1, 2, 3, 4, "asked"]


def test_who_asked_may_say_the_error(qtbot: QtBot) -> None:
    jobs, said = Jobs(), []
    jobs.failed.connect(lambda _: pytest.fail("who asked says it"))
    jobs.do(lambda: 1 // 0, None, said.append)
    qtbot.waitUntil(lambda: bool(said))
    jobs.close()
    assert isinstance(said[0], KnownError)


def test_nothing_that_was_asked_arrives_after_all_of_it_was_dropped(qtbot: QtBot) -> None:
    jobs, got = Jobs(), []
    jobs.run("a", lambda: "a", got.append)
    jobs.run("b", lambda: "b", got.append)
    jobs.drop_all()
    jobs.do(lambda: "done", got.append)
    qtbot.waitUntil(lambda: bool(got))
    jobs.close()
    assert got == ["done"]


def test_finishing_waits_for_what_must_happen(qtbot: QtBot) -> None:
    jobs, done, gate = Jobs(), [], threading.Event()
    jobs.do(lambda: gate.wait(5))
    for number in range(3):
        jobs.do(lambda number=number: done.append(number))
    gate.set()
    jobs.finish()
    assert done == [0, 1, 2]


def test_no_result_arrives_while_the_mouse_is_down(qtbot: QtBot) -> None:
    """A result that fills a list would move what is pressed from under the mouse."""
    jobs, got = Jobs(), []
    button = QPushButton("Press")
    qtbot.addWidget(button)
    button.show()

    def ask() -> None:
        jobs.do(lambda: "one", lambda result: got.append((result, button.isDown())))
        jobs.run("typing", lambda: "two", lambda result: got.append((result, button.isDown())))

    button.pressed.connect(ask)
    hand.click(button)
    qtbot.waitUntil(lambda: len(got) == 2)
    jobs.close()
    assert got == [("one", False), ("two", False)]
