import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.ui.widgets.roving import Roving


class Row(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.buttons = [QPushButton(text) for text in "abcd"]
        layout = QHBoxLayout(self)
        for each in self.buttons:
            layout.addWidget(each)
        self.keys = Roving(self)
        self.keys.set_widgets(self.buttons)


@pytest.fixture
def row(qtbot: QtBot) -> Row:
    made = Row()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def stops(row: Row) -> list[str]:
    return [
        each.text() for each in row.buttons if each.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    ]


def focused() -> str:
    widget = QApplication.focusWidget()
    assert isinstance(widget, QPushButton)
    return widget.text()


def press(qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_the_arrow_keys_go_from_one_to_the_next_and_stop_at_the_ends(qtbot: QtBot, row: Row) -> None:
    row.buttons[0].setFocus()
    for key, expected in (
        (Qt.Key.Key_Right, "b"),
        (Qt.Key.Key_Down, "c"),
        (Qt.Key.Key_Left, "b"),
        (Qt.Key.Key_Up, "a"),
        (Qt.Key.Key_Left, "a"),
        (Qt.Key.Key_End, "d"),
        (Qt.Key.Key_Right, "d"),
        (Qt.Key.Key_Home, "a"),
    ):
        press(qtbot, key)
        assert focused() == expected


def test_tab_stops_once_at_the_one_that_had_the_keyboard_last(qtbot: QtBot, row: Row) -> None:
    assert stops(row) == ["a"]
    row.buttons[0].setFocus()
    press(qtbot, Qt.Key.Key_Right)
    assert stops(row) == ["b"]


def test_what_is_hidden_or_disabled_is_stepped_over(qtbot: QtBot, row: Row) -> None:
    row.buttons[0].hide()
    row.buttons[2].setEnabled(False)
    row.keys.refresh()
    assert stops(row) == ["b"]
    row.buttons[1].setFocus()
    press(qtbot, Qt.Key.Key_Right)
    assert focused() == "d"
