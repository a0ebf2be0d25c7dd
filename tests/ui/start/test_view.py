import pytest
from pytestqt.qtbot import QtBot

from guidance_kb.ui.places import Room
from guidance_kb.ui.services import Services
from guidance_kb.ui.start.view import Door, StartView
from guidance_kb.ui.widgets.pressable import Line


@pytest.fixture
def view(qtbot: QtBot, services: Services) -> StartView:
    made = StartView(services)
    qtbot.addWidget(made)
    made.show()
    return made


def test_three_doors_lead_to_the_three_main_things(qtbot: QtBot, view: StartView) -> None:
    doors = view.findChildren(Door)
    chosen: list[Room] = []
    view.room_chosen.connect(chosen.append)
    for door in doors:
        assert door.accessibleName()
        door.click()
    assert chosen == [Room.SEARCH, Room.CONVERSATION, Room.COUNTRIES]


def test_the_nine_recommendations_are_at_hand(qtbot: QtBot, view: StartView) -> None:
    links = view.findChildren(Line)
    assert len(links) == 9
    with qtbot.waitSignal(view.page_chosen) as chosen:
        links[3].click()
    assert chosen.args == ["aanbeveling-snel-handelen"]
