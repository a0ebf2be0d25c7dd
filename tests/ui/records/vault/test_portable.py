"""Where the program is portable, the records room says that they travel: once a run, until it is put away."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from guidance_kb import paths
from guidance_kb.language import Language
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.room import RecordsRoom
from tests.hand import hand


def made(qtbot: QtBot, services: Services) -> RecordsRoom:
    room = RecordsRoom(services)
    qtbot.addWidget(room)
    room.show()
    return room


def test_it_is_said_and_put_away_for_the_run(
    qtbot: QtBot, services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(paths.PROGRAM, str(tmp_path))
    (tmp_path / paths.MARKER).touch()
    room = made(qtbot, services)
    assert room.travels.isVisible()
    assert room.travels.text
    hand.click(room.travels.close_button)
    services.translation.use(Language.EN)
    qtbot.wait(0)
    assert room.travels.isHidden()


def test_elsewhere_it_is_not_said(
    qtbot: QtBot, services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(paths.PROGRAM, str(tmp_path))
    assert made(qtbot, services).travels.isHidden()
