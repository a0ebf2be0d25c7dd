"""The start page: three doors, cards that have something to say and no others, in order, at every size and in both languages."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language
from guidance_kb.ui.core.bookmark_service import BookmarkService
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.settings import Scheme
from guidance_kb.ui.look.tokens import SPACE
from guidance_kb.ui.reading.reading_history import LastRead
from guidance_kb.ui.shell.window import MainWindow
from guidance_kb.ui.start.view import Door, StartView
from tests.hand import hand
from tests.ui.navigator import RecordingNavigator
from tests.ui.records.clients.conftest import texts
from tests.ui.start.conftest import rest_of

READ = ("schotland-pace-voor-laagbetaalden", "2.1.2", "care-duties", "doelgroep-voorspelt-drijfveer-niet")


@pytest.fixture
def view(qtbot: QtBot, services: Services) -> StartView:
    services.translation.use(Language.EN)
    made = StartView(services)
    qtbot.addWidget(made)
    made.resize(1260, 700)
    made.show()
    qtbot.waitUntil(lambda: made.rest is not None)
    return made


def fill(services: Services, library: Library) -> None:
    """Reads and marks some things."""
    for identifier in READ:
        LastRead(services.settings).add(identifier)
        place = library.place(identifier)
        assert place is not None
        services.bookmarks.toggle(identifier, place)


def cards(view: StartView) -> list[QWidget]:
    """The cards in sight, from top to bottom and left to right."""
    found = [
        card
        for card in (rest_of(view).practice, rest_of(view).going_on, view.day, rest_of(view).marked)
        if card.isVisible()
    ]
    return sorted(found, key=lambda card: (card.mapTo(view, QPoint()).x(), card.mapTo(view, QPoint()).y()))


def test_three_doors_lead_to_the_three_main_things(view: StartView, navigator: RecordingNavigator) -> None:
    for door in view.findChildren(Door):
        assert door.accessibleName()
        hand.click(door)
    rooms = (ViewId.SEARCH, ViewId.CONVERSATION, ViewId.COUNTRIES)
    assert navigator.calls == [("go_to_room", room) for room in rooms]


def test_the_first_start_is_calm(view: StartView) -> None:
    assert cards(view) == [rest_of(view).practice, view.day]
    assert not view.practise.isVisible()


def test_the_columns_stand_apart_and_nothing_moved_for_the_second_one(qtbot: QtBot, services: Services) -> None:
    made = StartView(services)
    qtbot.addWidget(made)
    made.resize(1260, 700)
    made.show()
    made.grab()
    before = made.day.mapTo(made, QPoint()).x()
    qtbot.waitUntil(lambda: made.rest is not None and rest_of(made).practice.isVisible())
    qtbot.wait(50)
    practice = rest_of(made).practice
    assert made.day.mapTo(made, QPoint()).x() - practice.mapTo(made, QPoint(practice.width(), 0)).x() == SPACE.xxl
    assert made.day.mapTo(made, QPoint()).x() == before


def test_what_there_is_stands_in_two_columns(view: StartView, services: Services, library: Library) -> None:
    fill(services, library)
    view.hide()
    view.show()
    assert cards(view) == [rest_of(view).practice, rest_of(view).going_on, view.day, rest_of(view).marked]
    services.settings.change(practice=False)
    view.hide()
    view.show()
    assert cards(view) == [rest_of(view).going_on, view.day, rest_of(view).marked]
    assert view.practise.isVisible()


def test_with_nothing_at_the_left_the_rest_moves_up(qtbot: QtBot, view: StartView, services: Services) -> None:
    services.settings.change(practice=False)
    view.hide()
    view.show()
    assert cards(view) == [view.day]
    qtbot.waitUntil(lambda: view.day.mapTo(view, QPoint()).x() == view.doors[ViewId.SEARCH].mapTo(view, QPoint()).x())


def test_a_narrow_page_has_one_column(qtbot: QtBot, view: StartView) -> None:
    assert view._columns.direction() == QBoxLayout.Direction.LeftToRight
    view.resize(640, 700)
    assert view._columns.direction() == QBoxLayout.Direction.TopToBottom


def test_nothing_of_the_bookmarks_is_read_before_the_first_paint(qtbot: QtBot, services: Services) -> None:
    made = StartView(services)
    qtbot.addWidget(made)
    assert made.rest is None
    made.show()
    qtbot.waitUntil(lambda: made.rest is not None)


def cut_off(view: StartView) -> list[str]:
    """The texts that have less room than they take."""
    labels = [label for label in view.findChildren(QLabel) if label.isVisible() and label.text()]
    return [label.text() for label in labels if label.height() < label.heightForWidth(label.width())]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_is_cut_off_at_any_size(
    qtbot: QtBot, window: MainWindow, library: Library, language: Language, percent: int
) -> None:
    window.topbar.choose(language, Scheme.LIGHT, percent)
    view = window.view(ViewId.START)
    assert isinstance(view, StartView)
    fill(window.services, library)
    window.go_to_room(ViewId.HELP)
    window.go_to_room(ViewId.START)
    qtbot.waitUntil(lambda: view.rest is not None and view.rest.marked.isVisible())
    qtbot.waitUntil(lambda: not cut_off(view))
    assert view.widget().width() <= view.viewport().width()
    boxes = [QRect(card.mapTo(view.widget(), QPoint()), card.size()) for card in cards(view)]
    assert all(not one.intersects(other) for n, one in enumerate(boxes) for other in boxes[n + 1 :])


def test_it_speaks_the_other_language_at_once(
    qtbot: QtBot, view: StartView, services: Services, library: Library
) -> None:
    fill(services, library)
    view.hide()
    view.show()
    services.translation.use(Language.NL)
    for card in cards(view)[1:]:
        qtbot.waitUntil(lambda card=card: "Zorg voor" in " ".join(texts(card)) or card is view.day)
        assert "Caring for" not in " ".join(texts(card))


def test_all_nine_recommendations_are_found(qtbot: QtBot, window: MainWindow, bookmarks: BookmarkService) -> None:
    view = window.view(ViewId.START)
    assert isinstance(view, StartView)
    for language in (Language.NL, Language.EN):
        window.topbar.choose(language)
        window.go_to_room(ViewId.START)
        hand.click(view.day.all)
        qtbot.waitUntil(lambda: window.results.answer is not None and window.results.isVisible())
        answer = window.results.answer
        assert answer is not None
        assert [hit.kind for hit in answer.hits] == ["recommendation"] * 9


def test_what_goes_on_leads_there(qtbot: QtBot, window: MainWindow, library: Library, tmp_path: Path) -> None:
    fill(window.services, library)
    window.go_to_room(ViewId.HELP)
    window.go_to_room(ViewId.START)
    view = window.view(ViewId.START)
    assert isinstance(view, StartView)
    qtbot.waitUntil(lambda: view.rest is not None)
    hand.click(rest_of(view).going_on.read[0])
    qtbot.waitUntil(lambda: window.results.reading.shown == READ[-1])
    window.go_to_room(ViewId.START)
    qtbot.waitUntil(lambda: rest_of(view).marked is not None and len(rest_of(view).marked.lines) == 3)
    hand.click(rest_of(view).marked.all)
    assert window.view(ViewId.BOOKMARKS).isVisible()
    window.go_to_room(ViewId.START)
    hand.click(rest_of(view).practice.begin)
    assert window.view(ViewId.PRACTICE).isVisible()
