import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from guidance_kb.ui.core.casebook_service import CasebookService, CasebookState
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.shell.window import MainWindow
from tests.casebook.conftest import PASSPHRASE
from tests.hand import hand


@pytest.fixture
def window(qtbot: QtBot, made: object, window: MainWindow) -> MainWindow:
    """A window with a casebook that is open, showing the records of a client."""
    service = window.services.casebook
    service.look()
    qtbot.waitUntil(lambda: service.state is CasebookState.LOCKED)
    window.go_to_room(ViewId.RECORDS)
    with qtbot.waitSignal(service.changed):
        service.unlock(PASSPHRASE)
    service.execute(service, lambda store: store.clients.add("K-001").id, window.open_record)
    qtbot.waitUntil(lambda: "K-001" in texts(window))
    return window


def texts(window: MainWindow) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def test_f9_hides_everything_at_once_and_brings_it_back(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    before = QApplication.focusWidget()
    hand.press("F9")
    assert window.privacy_screen.is_closed
    assert "K-001" not in texts(window)
    assert not window.rail.isVisible()
    hand.press("F9")
    assert not window.privacy_screen.is_closed
    assert "K-001" in texts(window)
    assert QApplication.focusWidget() is before


def test_nothing_that_is_typed_goes_behind_it(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    window.topbar.box.setFocus()
    hand.press("F9")
    focused = QApplication.focusWidget()
    assert focused is not None
    hand.write(focused, "schulden")
    hand.press("Alt+1")  # nor does it go elsewhere
    hand.press("F9")
    assert window.topbar.box.text() == ""
    assert "K-001" in texts(window)


def test_what_was_locked_meanwhile_comes_back_locked(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    hand.press("F9")
    hand.press("Ctrl+L")
    assert window.services.casebook.state is CasebookState.LOCKED
    hand.press("F9")
    assert "K-001" not in texts(window)
    assert "op slot" in texts(window)
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_a_dialog_is_hidden_with_what_was_typed_in_it(
    qtbot: QtBot, window: MainWindow, service: CasebookService
) -> None:
    dialog = QDialog(window)
    field = QLineEdit(dialog)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    field.setFocus()
    hand.write(field, "half getypt")
    hand.press("F9")
    assert window.privacy_screen.is_closed
    over = dialog.childAt(field.geometry().center())
    assert over is QApplication.focusWidget()
    assert over.geometry() == dialog.rect()
    hand.write(over, "x")
    hand.press("F9")
    assert not window.privacy_screen.is_closed
    assert dialog.childAt(field.geometry().center()) is field
    assert field.text() == "half getypt"
    assert field.hasFocus()
    dialog.reject()
