"""The Tab key through every view of the window: each stop is seen, has a name and a role, and no view holds the keyboard.

The start page, the records and their forms have tests of their own beside them (`test_tabbing.py`), by the same helpers.
"""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QAbstractButton, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.conversation.answers import State
from guidance_kb.language import Language
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.countries.view import CountriesView
from guidance_kb.ui.help.view import HelpView
from guidance_kb.ui.practice.view import PracticeView
from guidance_kb.ui.shell.window import MainWindow
from guidance_kb.ui.summary.view import SummaryView
from guidance_kb.ui.widgets.pressable import settle
from tests.hand import hand
from tests.ui.records.admin.tabbing import goes_round, said, stops_of

Search = Callable[[str], None]
Stage = Callable[[QtBot, MainWindow], QWidget]

_NO_ROLE = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane)
_AROUND = 6
"""Pixels around a widget in which its focus may show."""


@pytest.fixture
def english(window: MainWindow) -> MainWindow:
    """The window, in English."""
    window.services.translation.use(Language.EN)
    return window


def walked(qtbot: QtBot, window: MainWindow, first: QWidget) -> list[QWidget]:
    """Walks round from `first`, and asserts of each stop that somebody sees that it has the keyboard, and hears what it is."""
    stops = goes_round(qtbot, window, first)
    settle()
    unseen = [each for each in stops if not _shows_focus(window, each)]
    assert not unseen, [f"{type(each).__name__} {said(each)!r}" for each in unseen]
    unsaid = [each for each in stops if isinstance(each, QAbstractButton) and _read(each) not in said(each).casefold()]
    assert not unsaid, [f"{each.text()!r} {said(each)!r}" for each in unsaid]
    roles = {each: QAccessible.queryAccessibleInterface(each).role() for each in stops}
    assert not [f"{type(each).__name__} {said(each)!r}" for each, role in roles.items() if role in _NO_ROLE]
    return stops


def _read(button: QAbstractButton) -> str:
    """The words on a button, without the figure that stands for their key, or for how many more there are."""
    return button.text().strip().lstrip("+0123456789").strip().casefold()


def _shows_focus(window: MainWindow, widget: QWidget) -> bool:
    """Whether the window looks different where `widget` is when it has the keyboard."""
    other = window.topbar.box if widget is not window.topbar.box else window.topbar.help
    _bring_into_sight(widget)
    widget.setFocus()
    there = _around(window, widget)
    other.setFocus()
    return there != _around(window, widget)


def _bring_into_sight(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


def _around(window: MainWindow, widget: QWidget) -> QImage:
    place = widget.rect().translated(widget.mapTo(window, widget.rect().topLeft()))
    return window.grab(place.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)).toImage()


def first_of(window: MainWindow) -> QWidget:
    """A stop of the room that is shown."""
    room = window.view(window.here)
    return next(each for each in room.findChildren(QWidget) if each in stops_of(window))


# ── stages ──────────────────────────────────────────────────────────────────────────────────────


def results(qtbot: QtBot, window: MainWindow) -> QWidget:
    window.search_for("childcare")
    qtbot.waitUntil(lambda: window.answered == "childcare" and window.results.answer is not None)
    return window.results.results


def filters(qtbot: QtBot, window: MainWindow) -> QWidget:
    results(qtbot, window)
    hand.click(window.results.narrowing.opener)
    return window.results.narrowing.opener


def finding(qtbot: QtBot, window: MainWindow) -> QWidget:
    results(qtbot, window)
    window.results.reading.open_findbar()
    return window.results.reading.findbar.box


def nothing(qtbot: QtBot, window: MainWindow) -> QWidget:
    window.search_for("xqzzy")
    qtbot.waitUntil(lambda: window.results.answer is not None and not window.results.answer.hits)
    return first_of(window)


def conversation(qtbot: QtBot, window: MainWindow) -> ConversationView:
    window.go_to_room(ViewId.CONVERSATION)
    view = window.view(ViewId.CONVERSATION)
    assert isinstance(view, ConversationView)
    return view


def talking(qtbot: QtBot, window: MainWindow) -> QWidget:
    view = conversation(qtbot, window)
    view.controller.set_state("vraag-zorg", State.NAMED)
    view.items.go_to("vraag-zorg")
    view.side.signals.enter(view.side.signals.card_of("vraag-zorg") or "")
    return view.items.rows["vraag-zorg"]


def panel(number: int) -> Stage:
    def shown(qtbot: QtBot, window: MainWindow) -> QWidget:
        view = conversation(qtbot, window)
        view.controller.set_state("vraag-zorg", State.NAMED)
        hand.click(view.side.tabs[number])
        if view.side.knowledge.isVisible():  # what it shows is looked up in the background
            qtbot.waitUntil(lambda: bool(view.side.knowledge.list.shown))
        return view.side.tabs[number]

    return shown


def looked_along(qtbot: QtBot, window: MainWindow) -> QWidget:
    view = conversation(qtbot, window)
    view.controller.set_state("vraag-zorg", State.NAMED)
    view.display_mode.set_quiet(quiet=True)
    return view.aside.quiet


def a_cell(qtbot: QtBot, window: MainWindow) -> QWidget:
    window.go_to_room(ViewId.COUNTRIES)
    view = window.view(ViewId.COUNTRIES)
    assert isinstance(view, CountriesView)
    view.table.setCurrentIndex(view.table.model().index(0, 0))
    return view.table


def practising(qtbot: QtBot, window: MainWindow) -> QWidget:
    window.go_to_room(ViewId.PRACTICE)
    view = window.view(ViewId.PRACTICE)
    assert isinstance(view, PracticeView)
    return view.coach.next


def an_article(qtbot: QtBot, window: MainWindow) -> QWidget:
    window.helping.open("help-records")
    view = window.view(ViewId.HELP)
    assert isinstance(view, HelpView)
    view.open_findbar()
    return view.list


def settings_changed(qtbot: QtBot, window: MainWindow) -> QWidget:
    window.services.settings.change(motion=False, contact_name="A. de Vries")
    window.go_to_room(ViewId.SETTINGS)
    return first_of(window)


def summary(number: int) -> Stage:
    def shown(qtbot: QtBot, window: MainWindow) -> QWidget:
        talking(qtbot, window)
        window.go_to_room(ViewId.SUMMARY)
        view = window.view(ViewId.SUMMARY)
        assert isinstance(view, SummaryView)
        view.page.show_tab(number)
        return view.page.tabs[number]

    return shown


@pytest.mark.parametrize(
    "stage",
    [
        results,
        filters,
        finding,
        nothing,
        conversation,
        talking,
        *(pytest.param(panel(number), id=f"panel-{number}") for number in range(4)),
        looked_along,
        a_cell,
        practising,
        settings_changed,
        an_article,
        *(pytest.param(summary(number), id=f"summary-{number}") for number in range(3)),
    ],
)
def test_a_view_with_something_in_it(qtbot: QtBot, english: MainWindow, stage: Stage) -> None:
    first = stage(qtbot, english)
    begun = first if first in stops_of(english) else first_of(english)
    assert begun in walked(qtbot, english, begun)


@pytest.mark.parametrize("room", ViewId)
def test_every_room_as_one_enters_it(qtbot: QtBot, english: MainWindow, room: ViewId) -> None:
    english.go_to_room(room)
    first = first_of(english)
    assert first in walked(qtbot, english, first)


def test_return_presses_a_button_in_every_room(qtbot: QtBot, english: MainWindow) -> None:
    english.go_to_room(ViewId.PRACTICE)
    view = english.view(ViewId.PRACTICE)
    assert isinstance(view, PracticeView)
    view.coach.next.setFocus()
    before = view.coach.lesson.at
    hand.press("Return")
    assert view.coach.lesson.at == before + 1
    assert isinstance(view.coach.next, QPushButton)
