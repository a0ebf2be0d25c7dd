"""What is typed is written at a pause, and also when no pause comes."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from guidance_kb.ui.core import pause
from guidance_kb.ui.core.pause import Pause


@pytest.fixture
def type_on(qtbot: QtBot) -> Callable[[Callable[[], object]], None]:
    """Does something every few milliseconds, until the test is over."""

    def begin(letter: Callable[[], object]) -> None:
        timer = QTimer(owner, interval=5)
        timer.timeout.connect(letter)
        timer.start()

    owner = QObject()
    yield begin
    owner.deleteLater()


def test_it_ends_when_nothing_is_typed_any_more(qtbot: QtBot) -> None:
    owner = QObject()
    made = Pause(10, owner)
    with qtbot.waitSignal(made.ended):
        made.start()
    with qtbot.assertNotEmitted(made.ended, wait=30):
        made.start()
        made.stop()


def test_it_ends_while_somebody_types_on_and_on(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, type_on: Callable[[Callable[[], object]], None]
) -> None:
    monkeypatch.setattr(pause, "LONGEST_MS", 100)
    owner = QObject()
    made = Pause(60_000, owner)
    type_on(made.start)
    for _ in range(3):
        qtbot.waitSignal(made.ended).wait()
