"""The Tab key through the start page, also by what is due, which comes when the casebook opens."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.shell.window import MainWindow
from guidance_kb.ui.start.view import StartView
from tests.hand import hand
from tests.ui.records.admin.tabbing import goes_round
from tests.ui.records.clients.conftest import done, opened
from tests.ui.start.test_due import some

__all__ = ["opened"]


def test_the_start_page_from_its_doors_to_the_last_recommendation(
    qtbot: QtBot, window: MainWindow, opened: CasebookService
) -> None:
    view = window.view(ViewId.START)
    assert isinstance(view, StartView)
    done(qtbot, opened, some)
    due = view.due
    qtbot.waitUntil(lambda: due.list is not None and len(due.list.lines) == 3)
    assert due.list is not None
    doors = [view.doors[room] for room in (ViewId.SEARCH, ViewId.CONVERSATION, ViewId.COUNTRIES)]
    late, asked, handover = due.list.lines
    (call,) = (each for each in due.list.findChildren(QPushButton) if each.text() in ("Call", "Bellen"))
    stops = goes_round(qtbot, window, doors[0])
    assert stops[:7] == [*doors, late, asked, call, handover]


def test_return_opens_a_door(qtbot: QtBot, window: MainWindow) -> None:
    view = window.view(ViewId.START)
    assert isinstance(view, StartView)
    qtbot.waitUntil(window.isActiveWindow)
    view.doors[ViewId.COUNTRIES].setFocus()
    hand.press("Return")
    assert window.here is ViewId.COUNTRIES
