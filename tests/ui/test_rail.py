"""The rail marks where one is, also in the rooms that one comes to from another."""

import pytest
from PySide6.QtWidgets import QToolButton

from guidance_kb.ui.places import Room
from guidance_kb.ui.rail import RAIL, Rail
from guidance_kb.ui.services import Services


def marked(rail: Rail) -> list[str]:
    return [made.text() for made in rail.findChildren(QToolButton) if made.isChecked()]


@pytest.mark.parametrize("room", [Room.CONVERSATION, Room.SUMMARY, Room.PRACTICE, Room.RULES])
def test_what_belongs_to_the_conversation_marks_it(services: Services, room: Room) -> None:
    rail = Rail(services.theme)
    rail.show_room(Room.START)
    rail.show_room(room)
    assert marked(rail) == [rail.name(Room.CONVERSATION)]


def test_all_rules_name_themselves(services: Services) -> None:
    assert not Rail(services.theme).name(Room.RULES)


def test_the_rooms_stand_below_each_other_in_the_order_of_their_keys(services: Services) -> None:
    rail = Rail(services.theme)
    rail.resize(rail.sizeHint())
    rail.layout().activate()
    made = sorted(rail.findChildren(QToolButton), key=lambda button: button.y())
    assert [button.toolTip() for button in made] == [f"{rail.name(room)} (Alt+{n})" for n, room in enumerate(RAIL, 1)]
