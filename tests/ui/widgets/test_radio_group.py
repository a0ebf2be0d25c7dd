"""Groups of which one is on: the arrow keys choose, everywhere, and what is chosen is what shows."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.casebook.records.steps import Who
from guidance_kb.dates import UsualDay
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.clients.days import DayChoice
from guidance_kb.ui.records.clients.steps import StepForm
from guidance_kb.ui.shell.window import MainWindow
from guidance_kb.ui.widgets.pressable import settle
from guidance_kb.ui.widgets.radio_group import OneOf
from tests.hand import hand


class Row(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.buttons = [QPushButton(text, checkable=True) for text in "abcd"]
        self.group = OneOf(self)
        self.clicks: list[int] = []
        layout = QHBoxLayout(self)
        for number, each in enumerate(self.buttons):
            layout.addWidget(each)
            self.group.addButton(each, number)
        self.group.idClicked.connect(self.clicks.append)
        self.buttons[1].setChecked(True)


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


@pytest.fixture
def row(qtbot: QtBot) -> Row:
    made = Row()
    shown(qtbot, made)
    return made


def stops(buttons: list[QAbstractButton]) -> list[str]:
    return [each.text() for each in buttons if each.focusPolicy().value & Qt.FocusPolicy.TabFocus.value]


def test_an_arrow_key_chooses_the_next_one_round_and_round(row: Row) -> None:
    row.buttons[1].setFocus()
    for key, expected in (
        ("Right", "c"),
        ("Down", "d"),
        ("Right", "a"),
        ("Left", "d"),
        ("Up", "c"),
        ("Home", "a"),
        ("End", "d"),
    ):
        hand.press(key)
        on = row.group.checkedButton()
        assert on is QApplication.focusWidget()
        assert on.text() == expected
    assert row.clicks == [2, 3, 0, 3, 2, 0, 3], "who listens to clicks hears of it as well"


def test_tab_stops_once_at_the_one_that_is_on_whoever_turned_it_on(row: Row) -> None:
    assert stops(row.group.buttons()) == ["b"]
    row.buttons[3].setChecked(True)
    assert stops(row.group.buttons()) == ["d"]


def test_what_is_hidden_or_disabled_is_stepped_over(row: Row) -> None:
    row.buttons[2].hide()
    row.buttons[3].setEnabled(False)
    row.buttons[1].setFocus()
    hand.press("Right")
    assert row.group.checkedButton() is row.buttons[0]


def test_with_another_key_held_an_arrow_is_left_to_the_window(row: Row) -> None:
    row.buttons[1].setFocus()
    hand.press("Alt+Right")
    hand.press("Ctrl+Home")
    assert row.group.checkedButton() is row.buttons[1]


def test_the_keyboard_stays_on_what_was_chosen_where_a_click_leads_into_it(row: Row) -> None:
    row.buttons[2].clicked.connect(row.buttons[0].setFocus)
    row.buttons[1].setFocus()
    hand.press("Right")
    assert row.buttons[2].hasFocus()
    hand.press("Right")
    assert row.group.checkedButton() is row.buttons[3]


# ── the groups of the program ───────────────────────────────────────────────────────────────────


def test_the_arrow_keys_choose_by_when_a_step_is_done(qtbot: QtBot, services: Services, qapp: QApplication) -> None:
    due = DayChoice(services.theme)
    shown(qtbot, due)
    due.set_usual(UsualDay.TOMORROW)
    tomorrow = due.day
    group = due.findChildren(OneOf)[0]
    group.checkedButton().setFocus()
    hand.press("End")
    hand.press("Left")
    hand.press("Left")
    assert due.day is not None
    assert tomorrow is not None
    assert (due.day - tomorrow).days == 6
    hand.press("Right")
    assert due.field.isVisible(), "on another day"
    assert due.day == due.field.date().toPython()
    assert group.checkedButton().hasFocus(), "the arrow keys go on from there"
    hand.press("Right")
    assert due.day is None
    assert not due.field.isVisible()


def test_the_day_is_typed_at_once_where_another_day_was_clicked(qtbot: QtBot, services: Services) -> None:
    due = DayChoice(services.theme)
    shown(qtbot, due)
    hand.click(due.findChildren(OneOf)[0].buttons()[3])
    assert due.field.hasFocus()
    assert due.field.date() > QDate.currentDate()


def test_the_arrow_keys_choose_who_does_a_step(qtbot: QtBot, services: Services) -> None:
    form = StepForm(services)
    shown(qtbot, form)
    form.open_form()
    form.what.setText("Naar de bibliotheek")
    form.who[Who.CLIENT].setFocus()
    hand.press("Down")
    assert form.terms is not None
    assert form.terms.who is Who.COUNSELOR


def groups(window: MainWindow) -> Iterator[tuple[ViewId, OneOf]]:
    """Every group that shows, room after room."""
    for room in ViewId:
        window.go_to_room(room)
        settle()
        for group in window.findChildren(OneOf):
            if sum(each.isVisible() for each in group.buttons()) > 1:
                yield room, group


def test_in_every_group_of_every_view_the_arrow_keys_choose(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    tried = 0
    for room, group in groups(window):
        if group.parent() is window.rail:  # leads to another view
            continue
        on = group.checkedButton()
        reached = [each for each in group.buttons() if each.isVisible() and each.isEnabled()]
        assert on in reached, (room, [each.text() for each in reached])
        assert stops(group.buttons()) == [on.text()]
        on.setFocus()
        hand.press("Right")
        now = reached[(reached.index(on) + 1) % len(reached)]
        assert group.checkedButton() is now, (room, on.text())
        assert now.hasFocus(), (room, on.text())
        hand.press("Left")
        assert group.checkedButton() is on
        tried += 1
    assert tried >= 5
