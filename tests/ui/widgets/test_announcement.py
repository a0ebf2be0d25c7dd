"""What a screen reader is told; that it is heard is tested through AT-SPI, in tests/accessible."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLineEdit, QListView, QTableWidget, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.ui.widgets.announcement import announce, in_a_row, tell_current
from guidance_kb.ui.widgets.radio_group import OneOf
from guidance_kb.ui.widgets.roles import speak_as


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[QAccessibleEvent]:
    """The events, where nobody listens to them."""
    events: list[QAccessibleEvent] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", events.append)
    return events


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Callable[..., None]]:
    """Shows widgets in a window."""
    window = QWidget()
    inside = QVBoxLayout(window)
    qtbot.addWidget(window)

    def shown(*widgets: QWidget) -> None:
        for each in widgets:
            inside.addWidget(each)
        window.show()

    yield shown
    window.close()


def test_it_says_nothing_of_a_window_that_is_not_on_screen(qtbot: QtBot, told: list[QAccessibleEvent]) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    announce(field, "found")
    assert told == []
    field.show()
    announce(field, "found")
    announce(field, "")
    assert [event.message() for event in told] == ["found"]


def test_texts_become_sentences() -> None:
    assert in_a_row(["Nothing found", "", "Try fewer words.", "“Why?”", "Or these:"]) == (
        "Nothing found. Try fewer words. “Why?” Or these:"
    )


def test_the_row_of_a_list_that_is_pointed_at(show: Callable[..., None], told: list[QAccessibleEvent]) -> None:
    view = QListView()
    view.setModel(QStringListModel(["a", "b", "c"], view))
    show(view)
    told.clear()
    tell_current(view)
    assert told == []
    view.setCurrentIndex(view.model().index(2, 0))
    told.clear()
    tell_current(view)
    assert [event.accessibleInterface().text(QAccessible.Text.Name) for event in told] == ["c"]


def test_the_cell_of_a_table_that_is_pointed_at(show: Callable[..., None], told: list[QAccessibleEvent]) -> None:
    table = QTableWidget(2, 3)
    for row in range(2):
        for column in range(3):
            table.model().setData(table.model().index(row, column), f"{row}{column}")
    show(table)
    table.setCurrentCell(1, 2)
    told.clear()
    tell_current(table)
    assert [event.accessibleInterface().text(QAccessible.Text.Name) for event in told] == ["12"]


def test_a_widget_is_called_by_another_role(show: Callable[..., None]) -> None:
    row = QWidget()
    row.setAccessibleName("an item")
    speak_as(row, QAccessible.Role.ListItem)
    show(row)
    interface = QAccessible.queryAccessibleInterface(row)
    assert interface.role() is QAccessible.Role.ListItem
    assert interface.text(QAccessible.Text.Name) == "an item"


def test_a_button_by_another_role_is_still_a_button(show: Callable[..., None]) -> None:
    group, buttons = OneOf(), [QToolButton(), QToolButton()]
    for number, each in enumerate(buttons):
        each.setText(f"room {number}")
        each.setCheckable(True)
        speak_as(each, QAccessible.Role.RadioButton)
        group.addButton(each)
    show(*buttons)
    first, second = (QAccessible.queryAccessibleInterface(each) for each in buttons)
    assert first.role() is second.role() is QAccessible.Role.RadioButton
    assert second.text(QAccessible.Text.Name) == "room 1"
    actions = second.actionInterface()
    actions.doAction(actions.pressAction())
    assert buttons[1].isChecked()
    assert second.state().checked
    assert not first.state().checked
    buttons[1].setEnabled(False)
    assert actions.actionNames() == []
