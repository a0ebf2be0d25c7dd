import shutil
import subprocess
import sys
import time

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from guidance_kb.preferences.options import LOCK_MINUTES
from guidance_kb.ui.core.casebook_service import CasebookService, CasebookState
from guidance_kb.ui.core.clear_on_lock import ClientData, close_popups, empty_clipboard
from guidance_kb.ui.records.vault.idle_lock import IdleLock, SystemSignals
from tests.casebook.conftest import PASSPHRASE
from tests.hand import hand


class Time:
    """Both clocks, set by the test."""

    def __init__(self) -> None:
        self.running, self.wall = 1000.0, 5000.0

    def pass_(self, seconds: float) -> None:
        self.running += seconds
        self.wall += seconds


@pytest.fixture
def passing() -> Time:
    return Time()


@pytest.fixture
def watch(qtbot: QtBot, locked: CasebookService, passing: Time) -> IdleLock:
    made = IdleLock(locked, locked, monotonic=lambda: passing.running, wall=lambda: passing.wall)
    assert not made.is_on
    with qtbot.waitSignal(locked.changed):
        locked.unlock(PASSPHRASE)
    assert made.is_on
    return made


def sit(watch: IdleLock, passing: Time, seconds: int) -> None:
    """Time passes as it does while the program runs: a look every second."""
    for _ in range(seconds):
        passing.pass_(1)
        watch.look()


def test_it_locks_after_ten_minutes_of_rest_and_not_before(
    service: CasebookService, watch: IdleLock, passing: Time
) -> None:
    sit(watch, passing, 599)
    assert service.state is CasebookState.OPEN
    sit(watch, passing, 1)
    assert service.state is CasebookState.LOCKED
    assert not watch.is_on


def test_it_locks_after_the_minutes_that_were_chosen(service: CasebookService, watch: IdleLock, passing: Time) -> None:
    service.choose(service, LOCK_MINUTES, 1)
    sit(watch, passing, 60)
    assert service.state is CasebookState.LOCKED


@pytest.mark.parametrize("kind", ["key", "press", "move", "wheel"])
def test_any_key_and_the_mouse_count(
    qtbot: QtBot, service: CasebookService, watch: IdleLock, passing: Time, kind: str
) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    hand.hover(field, field.rect().topLeft())  # wherever the mouse was left: only a mouse that moves counts
    sit(watch, passing, 590)
    match kind:
        case "key":
            hand.press("Shift")
        case "press":
            hand.click(field)
        case "move":
            hand.hover(field, field.rect().center())
            QApplication.processEvents()
        case _:
            from PySide6.QtCore import QPoint, QPointF  # noqa: PLC0415
            from PySide6.QtGui import QWheelEvent  # noqa: PLC0415

            middle = QPointF(field.rect().center())
            QApplication.sendEvent(
                field,
                QWheelEvent(
                    middle, middle, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
                    Qt.ScrollPhase.NoScrollPhase, False,
                ),
            )  # fmt: skip
    sit(watch, passing, 599)
    assert service.state is CasebookState.OPEN
    sit(watch, passing, 1)
    assert service.state is CasebookState.LOCKED


def test_it_locks_when_the_computer_slept_and_the_running_clock_stood_still(
    service: CasebookService, watch: IdleLock, passing: Time
) -> None:
    passing.running += 1
    passing.wall += 3600
    watch.look()
    assert service.state is CasebookState.LOCKED


def test_it_locks_when_the_computer_slept_and_the_running_clock_went_on(
    service: CasebookService, watch: IdleLock, passing: Time
) -> None:
    passing.pass_(45)
    watch.look()
    assert service.state is CasebookState.LOCKED


def test_a_clock_that_is_put_back_locks_nothing(service: CasebookService, watch: IdleLock, passing: Time) -> None:
    passing.wall -= 86_400
    sit(watch, passing, 5)
    assert service.state is CasebookState.OPEN


class Over:
    """What lies over a window."""

    def close(self) -> None:
        close_popups()


def test_ctrl_l_locks_from_within_a_dialog_and_takes_it_away(
    qtbot: QtBot, service: CasebookService, watch: IdleLock
) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    over = Over()
    service.clear_on_lock(ClientData.POPUPS, over.close)
    dialog.open()
    hand.press("Ctrl+L")
    assert service.state is CasebookState.LOCKED
    assert not dialog.isVisible()


def test_f9_is_heard_from_within_a_dialog(qtbot: QtBot, watch: IdleLock) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.open()
    with qtbot.waitSignal(watch.hide_pressed):
        hand.press("F9")
    dialog.reject()


def test_the_clipboard_is_cleared_if_it_is_ours(qapp: QApplication) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("iets van een cliënt")
    ours = clipboard.ownsClipboard()  # the offscreen platform does not say so, a real one does
    empty_clipboard()
    assert clipboard.text() == ("" if ours else "iets van een cliënt")
    clipboard.clear()


_LISTENER = """
from PySide6.QtCore import QCoreApplication, QProcess, QTimer
from guidance_kb.ui.records.vault.idle_lock import SystemSignals
app = QCoreApplication([])
heard = SystemSignals(app)
heard.locked.connect(lambda: (print("locked"), app.quit()))
says = "--session", "--object-path", "/ScreenSaver", "--signal", "org.freedesktop.ScreenSaver.ActiveChanged"
QProcess.execute("gdbus", ["emit", *says, "false"])
QProcess.execute("gdbus", ["emit", *says, "true"])
QTimer.singleShot(10000, app.quit)
app.exec()
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None or shutil.which("gdbus") is None, reason="no D-Bus here")
def test_a_linux_desktop_that_locks_its_screen_is_heard() -> None:
    # The daemon of a session of its own: nothing of the desktop that the test runs on is touched.
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", _LISTENER],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout == "locked\n", done.stderr


def test_only_the_beginning_of_sleep_locks(qtbot: QtBot, qapp: QApplication) -> None:
    heard = SystemSignals(QObject(qapp))
    times: list[float] = []
    heard.locked.connect(lambda: times.append(time.monotonic()))
    heard.on_change(False)
    assert times == []
    heard.on_change(True)
    heard.on_lock()
    assert len(times) == 2


def test_a_desktop_that_cannot_be_reached_any_more_is_a_locked_screen(qapp: QApplication) -> None:
    desktop = {"reached": True}
    parent = QObject()
    signals = SystemSignals(parent, lambda: desktop["reached"])
    heard: list[bool] = []
    signals.locked.connect(lambda: heard.append(desktop["reached"]))
    for reached, times in (
        (True, 0),
        (False, 1),
        (False, 1),
        (True, 1),
        (False, 2),
    ):  # when it begins, not as long as it lasts
        desktop["reached"] = reached
        signals.look()
        assert len(heard) == times
