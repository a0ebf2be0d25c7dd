"""Who leaves a view and comes back finds it as it was: what was chosen, and how far it was scrolled. Pressed as a person presses."""

from collections.abc import Callable
from functools import partial
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.conversation.checklist import Checklist
from guidance_kb.search.results.answer import Hit
from guidance_kb.ui.bookmarks.view import BookmarksView
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.casebook_service import CasebookState as Casebook
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.countries.view import CountriesView
from guidance_kb.ui.help.view import HelpView
from guidance_kb.ui.map.view import MapView
from guidance_kb.ui.preferences.view import PreferencesView
from guidance_kb.ui.reading.browser import Browser
from guidance_kb.ui.records.room import RecordsRoom
from guidance_kb.ui.search.view import SearchView
from guidance_kb.ui.shell.rail import RAIL
from guidance_kb.ui.shell.window import MainWindow
from guidance_kb.ui.widgets.pressable import settle
from tests.casebook.conftest import PASSPHRASE
from tests.hand import hand
from tools.tour import sample_records

Way = Callable[[MainWindow, ViewId], None]


@pytest.fixture(autouse=True)
def _small_window(qtbot: QtBot, window: MainWindow) -> None:
    """A window in which everything has to scroll."""
    window.resize(1024, 560)
    qtbot.waitUntil(window.isActiveWindow)


# ── ways to leave and come back ──────────────────────────────────────────────────────────────────


def on_rail(window: MainWindow, room: ViewId) -> QToolButton:
    return window.rail.findChildren(QToolButton)[RAIL.index(room)]


def by_rail(window: MainWindow, room: ViewId) -> None:
    hand.click(on_rail(window, ViewId.COUNTRIES if room is not ViewId.COUNTRIES else ViewId.START))
    assert window.here is not room
    hand.click(on_rail(window, room))


def by_key(window: MainWindow, room: ViewId) -> None:
    hand.press("Alt+1")
    assert window.here is ViewId.START
    hand.press({ViewId.BOOKMARKS: "Alt+B", ViewId.SETTINGS: "Ctrl+,"}.get(room) or f"Alt+{RAIL.index(room) + 1}")


def by_back(window: MainWindow, room: ViewId) -> None:
    hand.press("Alt+1")
    assert window.here is ViewId.START
    hand.press("Alt+Left")


ALL: tuple[Way, ...] = (by_rail, by_key, by_back)
NOT_ON_RAIL: tuple[Way, ...] = (by_key, by_back)


def seen(view: QWidget) -> list[tuple[Any, ...]]:
    """What every list and page in a view has chosen, and how far it is scrolled."""
    found: list[tuple[Any, ...]] = []
    for area in view.findChildren(QAbstractScrollArea):
        if area.isVisible():
            chosen = area.currentIndex() if isinstance(area, QAbstractItemView) else None
            cell = (chosen.row(), chosen.column()) if chosen is not None else None
            across, down = area.horizontalScrollBar().value(), area.verticalScrollBar().value()
            found.append((type(area).__name__, area.accessibleName(), cell, across, down))
    return found


def comes_back(window: MainWindow, room: ViewId, way: Way) -> None:
    """Leaves and comes back, and finds it as it was."""
    settled()
    before = seen(window.view(room))
    assert any(down or across for *_, across, down in before), "nothing is scrolled: there is nothing to keep"
    way(window, room)
    settled()
    assert window.here is room
    assert seen(window.view(room)) == before


def settled() -> None:
    for _ in range(4):
        settle()
        QApplication.processEvents()


# ── the search ───────────────────────────────────────────────────────────────────────────────────


def ask(qtbot: QtBot, window: MainWindow, query: str) -> SearchView:
    """Types a query, and waits for its answer."""
    hand.press("Ctrl+K")
    hand.keys(query)
    qtbot.waitUntil(lambda: window.answered == query)
    settled()
    return window.results


def hit(view: SearchView, number: int) -> tuple[int, str]:
    """The row and the id of a hit, counted from 0."""
    model = view.results.model()
    rows = [(row, view._model.row(model.index(row, 0))) for row in range(model.rowCount())]
    return [(row, one.id) for row, one in rows if isinstance(one, Hit)][number]


def page_of(view: QWidget) -> Browser:
    return view.findChildren(Browser)[0]


def read_fourth(qtbot: QtBot, window: MainWindow, query: str = "schaamte") -> tuple[SearchView, str]:
    """Searches, chooses the fourth result, and scrolls down its page."""
    view = ask(qtbot, window, query)
    row, identifier = hit(view, 3)
    hand.row(view.results, row)
    assert view.reading.shown == identifier
    hand.scroll(page_of(view).viewport(), 3)
    assert page_of(view).verticalScrollBar().value() > 0
    return view, identifier


@pytest.mark.parametrize("way", ALL)
def test_the_fourth_result_is_still_read_where_it_was(qtbot: QtBot, window: MainWindow, way: Way) -> None:
    view, identifier = read_fourth(qtbot, window)
    comes_back(window, ViewId.SEARCH, way)
    assert view.reading.shown == identifier
    assert window.topbar.box.text() == "schaamte"


def test_back_from_a_link_is_where_the_link_was(qtbot: QtBot, window: MainWindow) -> None:
    view, identifier = read_fourth(qtbot, window)
    page = page_of(view)
    link = first_link_in_sight(page)
    before = seen(view)
    hand.click(page.viewport(), link)
    qtbot.waitUntil(lambda: view.reading.shown != identifier)
    other = view.reading.shown
    hand.scroll(page.viewport(), 2)
    further = seen(view)
    hand.press("Alt+Left")
    settled()
    assert view.reading.shown == identifier
    assert seen(view) == before
    hand.press("Alt+Right")
    settled()
    assert view.reading.shown == other
    assert seen(view) == further


def first_link_in_sight(page: Browser) -> QPoint:
    """A place in a page at which there is a link; further down the page, if there is none yet."""
    bar = page.verticalScrollBar()
    while True:
        for y in range(10, page.viewport().height() - 10, 6):
            for x in range(30, page.viewport().width() // 2, 12):
                if page.anchorAt(QPoint(x, y)).startswith("open:"):
                    return QPoint(x, y)
        assert bar.value() < bar.maximum(), "no link on this page"
        bar.setValue(bar.value() + 60)


def test_back_from_another_search_is_the_page_that_was_read(qtbot: QtBot, window: MainWindow) -> None:
    view, identifier = read_fourth(qtbot, window)
    before = seen(view)
    ask(qtbot, window, "kinderopvang")
    assert view.reading.shown != identifier
    hand.press("Alt+Left")
    qtbot.waitUntil(lambda: window.answered == "schaamte")
    settled()
    assert view.reading.shown == identifier
    assert seen(view) == before


def test_what_was_unfolded_stays_so_with_what_is_chosen_in_it(qtbot: QtBot, window: MainWindow) -> None:
    window.services.settings.change(by_kind=True)
    view = ask(qtbot, window, "schaamte")
    hand.row(view.results, next(row for row, one in enumerate(view._model._rows) if not isinstance(one, Hit)))
    settled()
    row, identifier = hit(view, 6)
    hand.row(view.results, row)
    assert view.reading.shown == identifier
    comes_back(window, ViewId.SEARCH, by_rail)
    assert view.results.currentIndex().row() == row


def test_to_unfold_leaves_what_is_chosen(qtbot: QtBot, window: MainWindow) -> None:
    window.services.settings.change(by_kind=True)
    view, identifier = read_fourth(qtbot, window)
    place = page_of(view).verticalScrollBar().value()
    chosen = view.results.currentIndex().row()
    hand.row(view.results, next(row for row, one in enumerate(view._model._rows) if not isinstance(one, Hit)))
    settled()
    assert view.reading.shown == identifier
    assert view.results.currentIndex().row() == chosen
    assert page_of(view).verticalScrollBar().value() == place


def test_escape_leaves_the_answer_and_goes_to_it(qtbot: QtBot, window: MainWindow) -> None:
    view, identifier = read_fourth(qtbot, window)
    hand.press("Ctrl+K")
    before = seen(view)
    hand.press("Escape")
    settled()
    assert window.topbar.box.text() == "schaamte"
    assert not window.topbar.box.hasSelectedText()
    assert view.reading.shown == identifier
    assert seen(view) == before
    assert view.results.hasFocus()


def test_escape_where_nothing_was_found_leaves_the_words(qtbot: QtBot, window: MainWindow) -> None:
    ask(qtbot, window, "xqzzy")
    hand.press("Escape")
    settled()
    assert window.answered == window.topbar.box.text() == "xqzzy"
    assert QApplication.focusWidget() is not None


def test_escape_from_another_room_goes_back_into_it(window: MainWindow) -> None:
    hand.press("Alt+5")
    hand.press("Ctrl+K")
    hand.press("Escape")
    assert window.here is ViewId.CONVERSATION
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.view(ViewId.CONVERSATION).isAncestorOf(focused)


@pytest.mark.parametrize("by", ["cross", "keys"])
def test_the_cross_and_the_keys_that_delete_clear_the_answer(qtbot: QtBot, window: MainWindow, by: str) -> None:
    view, _ = read_fourth(qtbot, window)
    box = window.topbar.box
    if by == "cross":
        hand.click(max(box.findChildren(QToolButton), key=lambda made: made.x()))
    else:
        hand.press("Ctrl+K")
        hand.press("Delete")
    qtbot.waitUntil(lambda: window.answered == "")
    assert not box.text()
    assert view.results.isHidden()


def test_ctrl_f_in_the_list_finds_in_the_page(qtbot: QtBot, window: MainWindow) -> None:
    view, identifier = read_fourth(qtbot, window)
    assert view.results.hasFocus()
    hand.press("Ctrl+F")
    hand.keys("de")
    assert view.reading.findbar.isVisible()
    assert view.reading.findbar.box.text() == "de"
    assert window.topbar.box.text() == "schaamte"
    assert view.reading.marked
    assert view.reading.shown == identifier


# ── the other views ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("way", ALL)
def test_the_countries(window: MainWindow, way: Way) -> None:
    hand.press("Alt+3")
    settled()
    view = cast("CountriesView", window.view(ViewId.COUNTRIES))
    hand.row(view.table, view.table.model().index(5, 2))
    hand.scroll(view.table.viewport(), 1)
    comes_back(window, ViewId.COUNTRIES, way)
    assert view.table.currentIndex() == view.table.model().index(5, 2)


@pytest.mark.parametrize("way", ALL)
def test_two_countries_side_by_side(window: MainWindow, way: Way) -> None:
    hand.press("Alt+3")
    settled()
    view = cast("CountriesView", window.view(ViewId.COUNTRIES))
    hand.click(view.two)
    settled()
    hand.scroll(view.beside.page.viewport(), 4)
    comes_back(window, ViewId.COUNTRIES, way)
    assert view.two.isChecked()


@pytest.mark.parametrize("way", ALL)
def test_the_map(window: MainWindow, way: Way) -> None:
    hand.press("Alt+4")
    settled()
    view = cast("MapView", window.view(ViewId.MAP))
    hand.row(view.aside.things, 6)
    hand.click(view.larger)
    hand.click(view.larger)
    hand.scroll(view.picture.viewport(), 3)
    hand_before, zoom = view.hand, view.picture.zoom
    assert hand_before is not None
    comes_back(window, ViewId.MAP, way)
    assert view.hand == hand_before
    assert view.picture.zoom == pytest.approx(zoom)


@pytest.mark.parametrize("way", ALL)
def test_the_help(window: MainWindow, way: Way) -> None:
    hand.press("Alt+7")
    settled()
    view = cast("HelpView", window.view(ViewId.HELP))
    window.helping.open("help-searching")
    settled()
    shown = view.shown
    assert shown == "help-searching"
    hand.scroll(view.page.viewport(), 2)
    comes_back(window, ViewId.HELP, way)
    assert view.shown == shown


def test_back_from_a_link_in_the_help(window: MainWindow) -> None:
    hand.press("Alt+7")
    settled()
    view = cast("HelpView", window.view(ViewId.HELP))
    link = first_link_of_help(view.page)
    before, shown = seen(view), view.shown
    hand.click(view.page.viewport(), link)
    settled()
    assert view.shown != shown
    hand.press("Alt+Left")
    settled()
    assert view.shown == shown
    assert seen(view) == before


def first_link_of_help(page: Browser) -> QPoint:
    bar = page.verticalScrollBar()
    while True:
        for y in range(10, page.viewport().height() - 10, 6):
            for x in range(30, page.viewport().width() - 30, 12):
                if page.anchorAt(QPoint(x, y)).startswith("open:help-"):
                    return QPoint(x, y)
        assert bar.value() < bar.maximum(), "no link on this page"
        bar.setValue(bar.value() + 60)


@pytest.mark.parametrize("way", NOT_ON_RAIL)
def test_the_settings(window: MainWindow, way: Way) -> None:
    hand.press("Ctrl+,")
    settled()
    view = cast("PreferencesView", window.view(ViewId.SETTINGS))
    bar = view._scroller.verticalScrollBar()
    hand.scroll(view._scroller.viewport(), 4)
    scrolled = bar.value()
    assert 0 < scrolled <= bar.maximum(), "the settings are not scrolled"
    comes_back(window, ViewId.SETTINGS, way)
    assert bar.value() == scrolled


@pytest.mark.parametrize("way", NOT_ON_RAIL)
def test_the_bookmarks(qtbot: QtBot, window: MainWindow, way: Way) -> None:
    view = ask(qtbot, window, "kinderopvang")
    for number in range(5):
        hand.row(view.results, hit(view, number)[0])
        hand.press("Ctrl+D")
    hand.press("Alt+B")
    settled()
    bookmarks = cast("BookmarksView", window.view(ViewId.BOOKMARKS))
    hand.row(bookmarks.list, 2)
    shown = bookmarks.reading.shown
    hand.scroll(page_of(bookmarks).viewport(), 2)
    comes_back(window, ViewId.BOOKMARKS, way)
    assert bookmarks.reading.shown == shown


def test_ctrl_f_among_the_bookmarks_finds_in_the_page(qtbot: QtBot, window: MainWindow) -> None:
    view = ask(qtbot, window, "kinderopvang")
    hand.row(view.results, hit(view, 0)[0])
    hand.press("Ctrl+D")
    hand.press("Alt+B")
    settled()
    bookmarks = cast("BookmarksView", window.view(ViewId.BOOKMARKS))
    hand.row(bookmarks.list, 0)
    hand.press("Ctrl+F")
    assert bookmarks.reading.findbar.box.hasFocus()


@pytest.mark.parametrize("way", ALL)
def test_the_conversation(window: MainWindow, way: Way) -> None:
    hand.press("Alt+5")
    settled()
    view = cast("ConversationView", window.view(ViewId.CONVERSATION))
    for _ in range(7):
        hand.press("Down")
    current = view.controller.current
    settled()
    hand.scroll(view.items.viewport(), 1)
    comes_back(window, ViewId.CONVERSATION, way)
    assert view.controller.current == current


@pytest.mark.parametrize("way", ALL)
def test_the_records(qtbot: QtBot, window: MainWindow, service: CasebookService, way: Way) -> None:
    service.with_vault(service, lambda vault: vault.create(PASSPHRASE))
    service.unlock(PASSPHRASE)
    qtbot.waitUntil(lambda: service.state is Casebook.OPEN)
    clients: list[int] = []
    checklist = Checklist.of(window.services.library)
    service.execute(service, partial(sample_records.fill, checklist=checklist, dutch=True), clients.append)
    qtbot.waitUntil(lambda: bool(clients))
    hand.press("Alt+6")
    room = cast("RecordsRoom", window.view(ViewId.RECORDS))
    assert room.records is not None
    records = room.records
    qtbot.waitUntil(lambda: records.clients.list.model().rowCount() > 0)
    settled()
    hand.row(records.clients.list, 0)
    hand.press("Return")
    qtbot.waitUntil(lambda: records.controller.record is not None)
    settled()
    client = records.client
    scrolled = max(
        (area for area in records.page.findChildren(QAbstractScrollArea) if area.isVisible()),
        key=lambda area: area.verticalScrollBar().maximum(),
    )
    hand.scroll(scrolled.viewport(), 2)
    assert scrolled.verticalScrollBar().value() > 0
    comes_back(window, ViewId.RECORDS, way)
    assert records.client == client
