"""The rail marks where one is, also in the rooms that one comes to from another."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton

from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.shell.rail import RAIL, Rail
from guidance_kb.ui.shell.window import MainWindow


def marked(rail: Rail) -> list[str]:
    return [made.text() for made in rail.findChildren(QToolButton) if made.isChecked()]


@pytest.mark.parametrize("room", [ViewId.CONVERSATION, ViewId.SUMMARY, ViewId.PRACTICE, ViewId.RULES])
def test_what_belongs_to_the_conversation_marks_it(services: Services, room: ViewId) -> None:
    rail = Rail(services.theme)
    rail.show_room(ViewId.START)
    rail.show_room(room)
    assert marked(rail) == [rail.name(ViewId.CONVERSATION)]


def test_all_rules_name_themselves(services: Services) -> None:
    assert not Rail(services.theme).name(ViewId.RULES)


def test_the_rooms_stand_below_each_other_in_the_order_of_their_keys(services: Services) -> None:
    rail = Rail(services.theme)
    rail.resize(rail.sizeHint())
    rail.layout().activate()
    made = sorted(rail.findChildren(QToolButton), key=lambda button: button.y())
    assert [button.toolTip() for button in made] == [f"{rail.name(room)} (Alt+{n})" for n, room in enumerate(RAIL, 1)]


@pytest.mark.parametrize(
    ("percent", "height", "named"), [(100, 620, True), (150, 620, True), (200, 690, True), (200, 520, False)]
)
def test_all_rooms_stand_in_the_window_whatever_its_height(
    window: MainWindow, percent: int, height: int, *, named: bool
) -> None:
    window.topbar.choose(text_size=percent)
    window.resize(1366, height)
    QApplication.processEvents()
    assert window.height() == height
    made = window.rail.findChildren(QToolButton)
    assert all(window.rail.rect().contains(button.geometry()) for button in made)
    assert {button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextUnderIcon for button in made} == {named}
    assert all(button.height() >= button.sizeHint().height() for button in made)
    assert all(button.accessibleName() == button.text() and button.text() in button.toolTip() for button in made)


def test_the_names_come_back_with_the_room_for_them(window: MainWindow) -> None:
    window.topbar.choose(text_size=200)
    for height, style in ((520, "ToolButtonIconOnly"), (1100, "ToolButtonTextUnderIcon")):
        window.resize(1366, height)
        QApplication.processEvents()
        assert {button.toolButtonStyle().name for button in window.rail.findChildren(QToolButton)} == {style}
