import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from guidance_kb.ui.core.services import Services
from guidance_kb.ui.widgets.chip import Chip


@pytest.fixture
def chip(qtbot: QtBot, services: Services) -> Chip:
    made = Chip(services.theme)
    qtbot.addWidget(made)
    made.say("opvang", "not opvang")
    made.show()
    return made


def test_a_click_and_the_keys_take_it_away_once_each(qtbot: QtBot, chip: Chip) -> None:
    told: list[bool] = []
    chip.taken_away.connect(lambda: told.append(True))
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        qtbot.keyClick(chip, key)
    qtbot.keyClick(chip, Qt.Key.Key_A)
    assert len(told) == 6


def test_it_is_wide_enough_for_its_text_and_its_cross(chip: Chip) -> None:
    assert chip.sizeHint().width() > chip.fontMetrics().horizontalAdvance("opvang") + 30


def test_a_long_text_is_cut_rather_than_made_room_for(chip: Chip) -> None:
    chip.say("a" * 400, "long")
    assert chip.minimumSizeHint().width() < 100
    assert not chip.grab().isNull()
