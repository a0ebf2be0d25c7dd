"""What is due on the start page: nothing without a casebook, calm when there is nothing, gone when it locks."""

from datetime import time
from typing import cast

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from guidance_kb.casebook.records.clients import ClientFilter
from guidance_kb.casebook.records.followups import FollowUpKind, Means, Meeting
from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.casebook.storage.store import Store
from guidance_kb.language import Language
from guidance_kb.ui.core.casebook_service import CasebookService, CasebookState
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.room import RecordsRoom
from guidance_kb.ui.shell.window import MainWindow
from guidance_kb.ui.start.view import StartView
from guidance_kb.ui.widgets.pressable import LinkRow
from tests.hand import hand
from tests.ui.navigator import RecordingNavigator
from tests.ui.records.clients.conftest import days, done, opened, press, texts

__all__ = ["opened"]


@pytest.fixture
def view(qtbot: QtBot, services: Services) -> StartView:
    services.translation.use(Language.EN)
    made = StartView(services)
    qtbot.addWidget(made)
    made.show()
    return made


def some(store: Store) -> int:
    client = store.clients.add("K-7").id
    store.steps.agree(client, Terms("Belt de school", Who.CLIENT, days(-2)))
    store.steps.agree(client, Terms("Naar het Taalhuis", Who.COUNSELOR, days(0), handover=True))
    store.follow_ups.plan(client, FollowUpKind.FIRST_WEEK, days(0))
    store.follow_ups.plan(client, FollowUpKind.SECOND_WEEK, days(7))
    return client


def test_without_a_casebook_there_is_nothing(view: StartView, service: CasebookService) -> None:
    assert service.state is CasebookState.NONE
    assert not view.due.isVisible()


def test_with_nothing_due_it_says_so_calmly(qtbot: QtBot, view: StartView, opened: CasebookService) -> None:
    qtbot.waitUntil(lambda: "Nothing is due today." in texts(view.due))


def test_what_is_due_leads_to_its_client(
    qtbot: QtBot, view: StartView, opened: CasebookService, navigator: RecordingNavigator
) -> None:
    client = done(qtbot, opened, some)
    assert view.due.list is not None
    qtbot.waitUntil(lambda: view.due.list is not None and len(view.due.list.lines) == 3)
    names = [line.accessibleName() for line in view.due.list.lines]
    assert names[0].startswith("K-7   Belt de school, was for ")
    assert any("Did the client arrive? Naar het Taalhuis" in name for name in names)
    assert any("After the first week" in name for name in names)
    hand.click(hand.reach(view.due.list.lines[0]))
    assert navigator.calls == [("open_record", client)]


def test_a_call_that_is_due_leads_to_its_form(qtbot: QtBot, window: MainWindow, opened: CasebookService) -> None:
    def plan(store: Store) -> int:
        client = store.clients.add("K-7").id
        store.follow_ups.appoint(client, days(0), Meeting(time(9), Means.HERE))
        return store.follow_ups.plan(client, FollowUpKind.FIRST_WEEK, days(-1))

    window.services.translation.use(Language.EN)
    asked = done(qtbot, opened, plan)
    view = window.view(ViewId.START)
    qtbot.waitUntil(lambda: "K-7" in " ".join(line.accessibleName() for line in view.findChildren(LinkRow)))
    calls = [each for each in view.findChildren(QPushButton) if each.isVisible() and each.text() == "Call"]
    assert len(calls) == 1  # the other is a meeting in person
    hand.click(hand.reach(calls[0]))
    records = cast("RecordsRoom", window.view(ViewId.RECORDS)).records
    assert records is not None
    qtbot.waitUntil(records.page.follow_up.call.isVisible)
    assert records.page.follow_up.call.about == asked


def test_what_is_done_leaves_it(qtbot: QtBot, view: StartView, opened: CasebookService) -> None:
    done(qtbot, opened, some)
    qtbot.waitUntil(lambda: view.due.list is not None and len(view.due.list.lines) == 3)
    done(qtbot, opened, lambda store: store.steps.done(store.follow_ups.due_list()[0].id))
    qtbot.waitUntil(lambda: view.due.list is not None and len(view.due.list.lines) == 2)


def test_a_long_list_leads_to_the_records(
    qtbot: QtBot, view: StartView, opened: CasebookService, navigator: RecordingNavigator
) -> None:
    done(qtbot, opened, some)
    client = done(qtbot, opened, lambda store: store.clients.add("K-8").id)
    assert isinstance(client, int)
    done(qtbot, opened, lambda store: [store.follow_ups.plan(client, FollowUpKind.OTHER, days(-n)) for n in range(5)])
    assert view.due.list is not None
    qtbot.waitUntil(lambda: view.due.list is not None and len(view.due.list.lines) == 5)
    press(view.due, "All 8")
    assert navigator.calls == [("open_due",)]


def test_there_it_is_what_is_due_that_is_shown(qtbot: QtBot, window: MainWindow, opened: CasebookService) -> None:
    done(qtbot, opened, some)
    window.go_to_room(ViewId.RECORDS)
    records = cast("RecordsRoom", window.view(ViewId.RECORDS)).records
    assert records is not None
    assert records.clients.which is not ClientFilter.DUE
    window.go_to_room(ViewId.START)
    window.open_due()
    assert window.here is ViewId.RECORDS
    assert records.clients.which is ClientFilter.DUE


def test_when_it_locks_nothing_of_a_client_is_left(qtbot: QtBot, view: StartView, opened: CasebookService) -> None:
    done(qtbot, opened, some)
    qtbot.waitUntil(lambda: "K-7" in " ".join(texts(view.due)))
    opened.lock()
    assert view.due.list is None
    assert not view.due.isVisible()
    assert texts(view.due) == []
