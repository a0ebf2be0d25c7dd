"""What is due on the start page: nothing without a casebook, calm when there is nothing, gone when it locks."""

from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from guidance_kb.casebook.clients import Filter
from guidance_kb.casebook.followups import Kind
from guidance_kb.casebook.steps import Terms, Who
from guidance_kb.casebook.store import Store
from guidance_kb.language import Language
from guidance_kb.ui.casebook.desk import CasebookDesk, State
from guidance_kb.ui.casebook.room import RecordsRoom
from guidance_kb.ui.places import Room
from guidance_kb.ui.services import Services
from guidance_kb.ui.start.view import StartView
from guidance_kb.ui.window import MainWindow
from tests.hand import hand
from tests.ui.records.conftest import days, done, opened, press, texts

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
    store.follow_ups.plan(client, Kind.FIRST_WEEK, days(0))
    store.follow_ups.plan(client, Kind.SECOND_WEEK, days(7))
    return client


def test_without_a_casebook_there_is_nothing(view: StartView, desk: CasebookDesk) -> None:
    assert desk.state is State.NONE
    assert not view.due.isVisible()


def test_with_nothing_due_it_says_so_calmly(qtbot: QtBot, view: StartView, opened: CasebookDesk) -> None:
    qtbot.waitUntil(lambda: "Nothing is due today." in texts(view.due))


def test_what_is_due_leads_to_its_client(qtbot: QtBot, view: StartView, opened: CasebookDesk) -> None:
    client = done(qtbot, opened, some)
    assert view.due.list is not None
    qtbot.waitUntil(lambda: view.due.list is not None and len(view.due.list.lines) == 3)
    names = [line.accessibleName() for line in view.due.list.lines]
    assert names[0].startswith("K-7   Belt de school, was for ")
    assert any("Did the client arrive? Naar het Taalhuis" in name for name in names)
    assert any("After the first week" in name for name in names)
    with qtbot.waitSignal(view.record_requested) as asked:
        hand.click(hand.reach(view.due.list.lines[0]))
    assert asked.args == [client]


def test_what_is_done_leaves_it(qtbot: QtBot, view: StartView, opened: CasebookDesk) -> None:
    done(qtbot, opened, some)
    qtbot.waitUntil(lambda: view.due.list is not None and len(view.due.list.lines) == 3)
    done(qtbot, opened, lambda store: store.steps.done(store.follow_ups.due_list()[0].id))
    qtbot.waitUntil(lambda: view.due.list is not None and len(view.due.list.lines) == 2)


def test_a_long_list_leads_to_the_records(qtbot: QtBot, view: StartView, opened: CasebookDesk) -> None:
    done(qtbot, opened, some)
    client = done(qtbot, opened, lambda store: store.clients.add("K-8").id)
    assert isinstance(client, int)
    done(qtbot, opened, lambda store: [store.follow_ups.plan(client, Kind.OTHER, days(-n)) for n in range(5)])
    assert view.due.list is not None
    qtbot.waitUntil(lambda: view.due.list is not None and len(view.due.list.lines) == 5)
    with qtbot.waitSignal(view.due_wanted):
        press(view.due, "All 8")


def test_there_it_is_what_is_due_that_is_shown(qtbot: QtBot, window: MainWindow, opened: CasebookDesk) -> None:
    done(qtbot, opened, some)
    window.go_to_room(Room.RECORDS)
    records = cast("RecordsRoom", window.view(Room.RECORDS)).records
    assert records is not None
    assert records.clients.which is not Filter.DUE
    window.go_to_room(Room.START)
    cast("StartView", window.view(Room.START)).due_wanted.emit()
    assert window.here is Room.RECORDS
    assert records.clients.which is Filter.DUE


def test_when_it_locks_nothing_of_a_client_is_left(qtbot: QtBot, view: StartView, opened: CasebookDesk) -> None:
    done(qtbot, opened, some)
    qtbot.waitUntil(lambda: "K-7" in " ".join(texts(view.due)))
    opened.lock()
    assert view.due.list is None
    assert not view.due.isVisible()
    assert texts(view.due) == []
