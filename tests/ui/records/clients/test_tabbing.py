"""The Tab key through the clients and every page of a record, in the real window."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.casebook.records.followups import CallResult, FollowUpKind
from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.casebook.storage.store import Store
from guidance_kb.conversation.answers import State as Answered
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.dates import UsualDay
from guidance_kb.language import Language
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.records.clients.page import RecordPage, Tab
from guidance_kb.ui.records.clients.view import RecordsView
from guidance_kb.ui.records.room import RecordsRoom
from guidance_kb.ui.shell.window import MainWindow
from tests.casebook.people import talk
from tests.hand import hand
from tests.ui.records.admin.tabbing import goes_round
from tests.ui.records.clients.conftest import days, done


@pytest.fixture
def records(qtbot: QtBot, window: MainWindow, opened: CasebookService) -> RecordsView:
    """The records in the window, in English."""
    window.services.translation.use(Language.EN)
    window.go_to_room(ViewId.RECORDS)
    room = window.view(ViewId.RECORDS)
    assert isinstance(room, RecordsRoom)
    assert room.records is not None
    return room.records


@pytest.fixture
def page(qtbot: QtBot, records: RecordsView, opened: CasebookService, checklist: Checklist, client: int) -> RecordPage:
    """The record of a client with something on every page."""

    def fill(store: Store) -> None:
        talk(store, checklist, client, vraag_zorg=Answered.NAMED, vraag_dichtbij=Answered.NAMED)
        store.steps.agree(client, Terms("Belt de school", Who.CLIENT, days(-2)))
        ended = store.steps.agree(client, Terms("Naar het Taalhuis", Who.COUNSELOR, days(0), handover=True))
        store.steps.arrived(ended)
        store.follow_ups.plan(client, FollowUpKind.PLACEMENT, days(3))
        store.follow_ups.done(store.follow_ups.plan(client, FollowUpKind.OTHER, days(0)), "goed")
        store.notes.write(client, "een")

    done(qtbot, opened, fill)
    records.open_client(client)
    qtbot.waitUntil(lambda: records.controller.record is not None and bool(records.controller.record.notes))
    return records.page


def test_the_list_without_a_client_and_with_the_form_for_a_new_one(
    qtbot: QtBot, window: MainWindow, records: RecordsView
) -> None:
    stops = goes_round(qtbot, window, records.clients.box)
    assert records.clients.list in stops
    assert stops.index(records.clients.new) < stops.index(records.clients.order)
    hand.click(records.clients.new)
    qtbot.waitUntil(lambda: bool(records.clients.form.code.text()))
    stops = goes_round(qtbot, window, records.clients.box)
    assert stops.index(records.clients.new) + 1 == stops.index(records.clients.form.code)


def test_searching_in_notes(qtbot: QtBot, window: MainWindow, records: RecordsView, page: RecordPage) -> None:
    records.show_finder()
    hand.write(records.finder.box, "een")
    qtbot.waitUntil(lambda: records.finder.model.rowCount() == 1)
    stops = goes_round(qtbot, window, records.finder.box)
    assert stops[:3] == [records.finder.box, records.finder.only, records.finder.list]


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("tab", Tab)
def test_a_page_of_a_record(qtbot: QtBot, window: MainWindow, page: RecordPage, tab: Tab, narrow: bool) -> None:
    page.show_tab(tab)
    if narrow:
        window.resize(760, 600)
    stops = goes_round(qtbot, window, page.header.talk)
    assert (page.header.back in stops) is narrow
    assert stops.index(page.header.more) < stops.index(page.tabs[tab])


def _close(page: RecordPage) -> QWidget:
    page.header.close_form.open_form(12)
    return page.header.close_form.day


def _code(page: RecordPage) -> QWidget:
    page.header.code_form.open_form(1, "K-1")
    return page.header.code_form.code


def _step(page: RecordPage) -> QWidget:
    page.show_tab(Tab.STEPS)
    page.steps.open_form()
    return page.steps.form.recommendation if page.steps.form.recommendation.isVisible() else page.steps.form.target


def _moment(page: RecordPage) -> QWidget:
    page.show_tab(Tab.FOLLOW_UP)
    hand.click(page.follow_up.other)
    return page.follow_up.moment.day


def _note(page: RecordPage) -> QWidget:
    page.show_tab(Tab.NOTES)
    page.notes.pen.setPlainText("en nog iets")
    return page.notes.finish


@pytest.mark.parametrize("opened_form", [_close, _code, _step, _moment, _note])
def test_a_form_that_is_open(
    qtbot: QtBot, window: MainWindow, page: RecordPage, opened_form: Callable[[RecordPage], QWidget]
) -> None:
    field = opened_form(page)
    assert field in goes_round(qtbot, window, page.header.talk)


def test_a_call_is_recorded_by_keys_from_the_list(
    qtbot: QtBot, records: RecordsView, page: RecordPage, opened: CasebookService, client: int
) -> None:
    records.take_focus()
    hand.press("Ctrl+T")
    form = page.follow_up.call
    assert form.results[CallResult.SPOKEN].hasFocus()
    hand.press("Right")
    assert form.result is CallResult.NOT_REACHED
    hand.press("Tab")
    assert form.line.hasFocus()
    hand.keys("voicemail")
    hand.press("Return")
    assert form.isVisible()
    assert form.day.usual[UsualDay.TOMORROW].hasFocus()
    hand.press("Tab")
    assert form.time.any_time.hasFocus()
    hand.press("Tab")
    assert form.keep.hasFocus()
    hand.press("Return")
    qtbot.waitUntil(
        lambda: any(each.result for each in done(qtbot, opened, lambda store: store.follow_ups.of_client(client)))
    )
    found = done(qtbot, opened, lambda store: store.follow_ups.of_client(client))
    assert [(each.result, each.outcome) for each in found if each.result] == [(CallResult.NOT_REACHED, "voicemail")]
    assert [each.due for each in found if each.done is None] == [days(1), days(3)]
