import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.paths import DATA
from guidance_kb.ui.shell.single_instance import SingleInstance
from tests.casebook.conftest import CHEAP, PASSPHRASE

Start = Callable[[], "subprocess.Popen[str]"]


@pytest.fixture
def start(tmp_path: Path, knowledge_db: Path) -> Start:
    """Starts the program as a user does, with data of its own."""
    home = {
        DATA: str(tmp_path),
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path),
        "QT_QPA_PLATFORM": "offscreen",
    }
    code = f"import sys; from pathlib import Path; from guidance_kb.app import main; sys.exit(main(Path({str(knowledge_db)!r})))"
    return lambda: subprocess.Popen(
        [sys.executable, "-c", code], env=os.environ | home, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def until(holds: Callable[[], bool]) -> None:
    for _ in range(600):
        if holds():
            return
        time.sleep(0.05)
    raise TimeoutError


def end(process: "subprocess.Popen[str]") -> None:
    process.kill()
    process.communicate()


def test_a_second_start_calls_the_first_window_and_ends(tmp_path: Path, start: Start) -> None:
    Vault(tmp_path / "casebook", cost=CHEAP).create(PASSPHRASE)
    first = start()
    try:
        until((tmp_path / "window.lock").exists)
        second = start()
        _, said = second.communicate(timeout=30)
        assert (second.returncode, first.poll()) == (0, None), said
        assert not (tmp_path / "window.call").exists()
    finally:
        end(first)
    third = start()  # the first was killed: its lock is of a process that is gone
    try:
        time.sleep(2)
        assert third.poll() is None
    finally:
        end(third)


def test_without_a_casebook_there_may_be_two_windows_and_nothing_is_written(tmp_path: Path, start: Start) -> None:
    both = [start(), start()]
    try:
        time.sleep(3)
        assert [process.poll() for process in both] == [None, None]
        assert not (tmp_path / "window.lock").exists()
    finally:
        for process in both:
            end(process)


def test_the_first_window_hears_the_call(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    parent = QObject()
    first, second = SingleInstance(tmp_path, parent), SingleInstance(tmp_path, parent)
    assert first.take()
    assert first.take()  # again, as at every change of the casebook
    assert not second.take()
    with qtbot.waitSignal(first.called):
        (tmp_path / "window.call").touch()
    assert not (tmp_path / "window.call").exists()
    first.release()
    assert second.take()
    second.release()


def test_a_window_that_does_not_answer_is_given_up(tmp_path: Path, qapp: QApplication) -> None:
    assert not SingleInstance(tmp_path, qapp).call_first()
    assert not (tmp_path / "window.call").exists()
