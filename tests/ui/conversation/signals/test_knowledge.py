"""Knowledge that follows: what is ticked and noted brings entries with their reasons, and moves nothing that is read."""

import logging
from collections.abc import Callable
from functools import partial
from threading import Event

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from guidance_kb.conversation.answers import By, State
from guidance_kb.conversation.verdicts import Verdict
from guidance_kb.language import Language
from guidance_kb.ui.conversation.agreements.entry_list import EntryRow
from guidance_kb.ui.conversation.signals.knowledge import KnowledgePage
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.settings import SettingsFile
from guidance_kb.ui.shell.window import MainWindow
from tests.hand import hand

LEFT = Qt.MouseButton.LeftButton
NameItems = Callable[..., None]

CARE = "zorg-voor-kinderen-houdt-tegen"
"""An entry on looking after children."""


@pytest.fixture
def page(qtbot: QtBot, view: ConversationView) -> KnowledgePage:
    hand.click(view.side.tabs[3])
    assert view.side.knowledge.isVisible()
    return view.side.knowledge


@pytest.fixture
def settle(qtbot: QtBot, services: Services) -> Callable[[], None]:
    """Waits until what was asked of the searcher has been answered."""

    def wait() -> None:
        arrived: list[None] = []
        services.jobs.do(lambda: None, arrived.append)
        qtbot.waitUntil(lambda: bool(arrived))

    return wait


@pytest.fixture
def note(qtbot: QtBot, view: ConversationView) -> Callable[[str, str], None]:
    """Types a note with an item."""

    def type_note(item: str, words: str) -> None:
        view.items.go_to(item)
        details = view.items.rows[item].details
        assert details is not None
        details.note.setFocus()
        hand.write(details.note, words)

    return type_note


def shown(page: KnowledgePage) -> tuple[str, ...]:
    """The entries as they stand on the screen, from top to bottom."""
    rows = sorted((row for row in page.list.findChildren(EntryRow) if row.isVisible()), key=lambda row: row.y())
    assert tuple(row.entry.id for row in rows) == page.list.shown
    return page.list.shown


def enter(page: KnowledgePage) -> None:
    """Moves the pointer into the list."""
    here = QPointF(20, 20)
    QApplication.sendEvent(page.list, QEnterEvent(here, here, here))


def leave(page: KnowledgePage) -> None:
    QApplication.sendEvent(page.list, QEvent(QEvent.Type.Leave))


def test_before_anything_is_said_it_tells_what_it_will_do(
    page: KnowledgePage, name_items: NameItems, settle: Callable[[], None]
) -> None:
    settle()
    said = [label.text() for label in page.list.empty.findChildren(QLabel)]
    assert page.list.empty.isVisible()
    name_items("vraag-zorg")
    settle()
    assert not page.list.empty.isVisible()
    assert shown(page)
    assert said[1] == "Kennis komt vanzelf" or said[1] == "Knowledge comes by itself"


def test_while_it_is_looked_up_nothing_says_that_there_is_none(
    view: ConversationView, services: Services, name_items: NameItems, settle: Callable[[], None]
) -> None:
    """What was said before anybody looked here is looked up now: the page says nothing else for that moment."""
    name_items("vraag-zorg")
    is_free = Event()
    services.jobs.do(is_free.wait)  # the worker has something else to do first
    try:
        hand.click(view.side.tabs[3])
        assert not view.side.knowledge.list.shown
        assert not view.side.knowledge.list.empty.isVisible()
    finally:
        is_free.set()
    settle()
    assert view.side.knowledge.list.shown


def test_a_tick_brings_what_fits_and_says_why(
    view: ConversationView, page: KnowledgePage, name_items: NameItems, settle: Callable[[], None]
) -> None:
    name_items("vraag-zorg")
    settle()
    first = shown(page)
    assert CARE in first
    label = view._services.library.items["vraag-zorg"].nl.label
    assert all(label[1:] in page.list.rows[one].reasons for one in first)
    name_items("vraag-schulden")
    settle()
    assert shown(page) != first
    assert len(shown(page)) <= 6


def test_a_row_says_what_it_is_and_where_it_stands(
    view: ConversationView, page: KnowledgePage, name_items: NameItems, settle: Callable[[], None]
) -> None:
    name_items("vraag-zorg")
    settle()
    library = view._services.library
    for row in page.list.rows.values():
        name = row.head.accessibleName()
        assert name.startswith(row.entry.nl.title)
        assert library.sections[row.entry.section].number in name
        assert row.entry.country is None or library.countries[row.entry.country].name.nl in name


def test_what_was_observed_is_not_called_named(
    view: ConversationView, page: KnowledgePage, name_items: NameItems, settle: Callable[[], None]
) -> None:
    name_items("vraag-zorg")
    settle()
    said = page.list.rows[CARE].reasons
    view.controller.set_by("vraag-zorg", By.OBSERVED)
    settle()
    assert page.list.rows[CARE].reasons != said


def test_a_note_is_followed_at_a_pause(qtbot: QtBot, page: KnowledgePage, note: Callable[[str, str], None]) -> None:
    note("vraag-doel", "heeft geen oppas")
    assert shown(page) == ()
    qtbot.waitUntil(lambda: CARE in page.list.shown)
    assert all("geen oppas" in page.list.rows[one].reasons for one in shown(page))


def test_a_tick_while_typing_is_answered_at_once_with_the_note(
    page: KnowledgePage, note: Callable[[str, str], None], name_items: NameItems, settle: Callable[[], None]
) -> None:
    note("vraag-doel", "geen oppas")
    name_items("vraag-schulden")
    settle()
    reasons = [row.reasons for row in page.list.rows.values()]
    assert any("geen oppas" in one for one in reasons)
    assert any("schulden" in one for one in reasons)


def test_a_note_that_is_erased_brings_nothing_any_more(
    qtbot: QtBot, view: ConversationView, page: KnowledgePage, note: Callable[[str, str], None]
) -> None:
    note("vraag-doel", "geen oppas")
    qtbot.waitUntil(lambda: bool(page.list.shown))
    view.controller.set_note("vraag-doel", "")
    qtbot.waitUntil(lambda: page.list.shown == ())
    assert page.list.empty.isVisible()


def test_the_keyboard_stays_where_it_was(
    qtbot: QtBot, view: ConversationView, page: KnowledgePage, settle: Callable[[], None]
) -> None:
    view.items.go_to("vraag-zorg")
    row = view.items.rows["vraag-zorg"]
    for key in (Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_1):
        hand.press(key)
        settle()
        assert QApplication.focusWidget() is row
    assert shown(page)


def test_an_answer_that_came_too_late_is_dropped(
    view: ConversationView, page: KnowledgePage, name_items: NameItems, settle: Callable[[], None]
) -> None:
    arrived: list[object] = []
    page._following.arrived.connect(arrived.append)
    name_items("vraag-zorg", "vraag-schulden", "vraag-geld")
    settle()
    assert len(arrived) == 1
    expected = view._services.jobs  # asked once more, by hand, on the same worker
    found: list[list[str]] = []
    items = ["vraag-zorg", "vraag-schulden", "vraag-geld"]
    searcher = view._services.searcher
    expected.do(lambda: [one.id for one in searcher().follow("", Language.NL, ticked=items, limit=6)], found.append)
    settle()
    assert list(shown(page)) == found[0]


def test_nothing_arrives_of_the_conversation_before(
    view: ConversationView, page: KnowledgePage, name_items: NameItems, settle: Callable[[], None]
) -> None:
    name_items("vraag-schulden")
    settle()
    page.list.rows[shown(page)[0]].toggle()
    name_items("vraag-zorg")
    view.persistence.restart()
    assert page.list.rows == {}
    settle()
    assert shown(page) == ()
    assert page.list.empty.isVisible()


def test_what_was_set_aside_pulls_nothing(
    view: ConversationView, page: KnowledgePage, name_items: NameItems, settle: Callable[[], None]
) -> None:
    name_items("vraag-zorg")
    settle()
    before = shown(page)
    for signal in view.controller.signals:
        view.controller.judge(signal.target, Verdict.DISMISSED)
    settle()
    assert shown(page) == ()
    for _ in view.controller.signals:
        view.controller.undo()
    settle()
    assert shown(page) == before


def test_frozen_it_stays_and_says_how_many_are_new(
    qtbot: QtBot, view: ConversationView, page: KnowledgePage, name_items: NameItems, settle: Callable[[], None]
) -> None:
    name_items("vraag-zorg")
    settle()
    before = shown(page)
    view.items.take_focus()
    hand.press("Shift+B")
    assert view.display_mode.frozen
    name_items("vraag-schulden")
    settle()
    assert shown(page) == before
    assert page.news.isVisible()
    new = int(page.news.text().split()[0])
    hand.press("Shift+B")
    assert not view.display_mode.frozen
    assert new == len(set(shown(page)) - set(before)) > 0
    assert not page.news.isVisible()


def test_the_news_can_be_had_though_it_is_frozen(
    qtbot: QtBot, view: ConversationView, page: KnowledgePage, name_items: NameItems, settle: Callable[[], None]
) -> None:
    name_items("vraag-zorg")
    settle()
    before = shown(page)
    view.display_mode.set_frozen(frozen=True)
    name_items("vraag-schulden")
    settle()
    page.news.setFocus()
    hand.press("Space")
    assert shown(page) != before
    assert QApplication.focusWidget() is page.list.rows[shown(page)[0]].head
    assert view.display_mode.frozen
    name_items("vraag-geld")
    settle()
    assert page.news.isVisible()


@pytest.mark.parametrize("way", ["pointer", "keyboard"])
def test_nothing_moves_while_somebody_reads(
    view: ConversationView, page: KnowledgePage, name_items: NameItems, settle: Callable[[], None], way: str
) -> None:
    name_items("vraag-zorg")
    settle()
    before = shown(page)
    if way == "pointer":
        enter(page)
    else:
        page.list.take_focus()
    view.controller.set_state("vraag-schulden", State.NAMED)
    settle()
    assert shown(page) == before
    assert page.news.isVisible()
    if way == "pointer":
        leave(page)
    else:
        view.items.take_focus()
    assert shown(page) != before
    assert not page.news.isVisible()


def test_news_moves_nothing(
    view: ConversationView, page: KnowledgePage, name_items: NameItems, settle: Callable[[], None]
) -> None:
    name_items("vraag-zorg")
    settle()
    enter(page)
    place = page.list.rows[CARE].mapTo(view, QPoint(0, 0))
    name_items("vraag-schulden")
    settle()
    QApplication.processEvents()
    assert page.news.isVisible()
    assert page.list.rows[CARE].mapTo(view, QPoint(0, 0)) == place


def test_a_text_is_read_in_place_and_copied_with_its_source(
    qtbot: QtBot, view: ConversationView, page: KnowledgePage, name_items: NameItems, settle: Callable[[], None]
) -> None:
    name_items("vraag-zorg")
    settle()
    row = page.list.rows[CARE]
    hand.click(row.fold)
    assert row.body is not None
    assert row.body.isVisible()
    words = " ".join(row.entry.nl.html.replace("<p>", " ").split()[:4])
    assert words.replace("</p>", "") in " ".join(row.body.text.text().split())
    hand.click(hand.reach(row.body.copy))
    assert row.entry.nl.title in QGuiApplication.clipboard().text()
    assert view._services.library.sections[row.entry.section].named(Language.NL) in QGuiApplication.clipboard().text()
    hand.click(hand.reach(row.fold))
    assert not row.is_unfolded


def test_by_keyboard_rows_are_stepped_through_and_unfolded(
    qtbot: QtBot, page: KnowledgePage, name_items: NameItems, settle: Callable[[], None]
) -> None:
    name_items("vraag-zorg")
    settle()
    first, second = (page.list.rows[one] for one in shown(page)[:2])
    page.list.take_focus()
    assert first.head.hasFocus()
    hand.press("Down")
    assert second.head.hasFocus()
    hand.press("Right")
    assert second.is_unfolded
    hand.press("Right")
    assert second.is_unfolded
    hand.press("Left")
    assert not second.is_unfolded
    hand.press("Up")
    assert first.head.hasFocus()
    hand.press("Up")
    assert first.head.hasFocus()


def test_the_keyboard_goes_in_when_asked_even_before_anything_came(
    qtbot: QtBot, view: ConversationView, name_items: NameItems, settle: Callable[[], None]
) -> None:
    name_items("vraag-zorg")
    page = view.side.knowledge
    view.items.take_focus()
    hand.click(view.side.tabs[3])
    page.take_focus()
    settle()
    assert page.list.rows[shown(page)[0]].head.hasFocus()
    view.persistence.restart()
    settle()
    view.items.take_focus()
    page.take_focus()
    settle()
    focused = QApplication.focusWidget()
    name_items("vraag-zorg")
    settle()
    assert shown(page)
    assert QApplication.focusWidget() is focused


def test_rows_that_come_late_do_not_take_the_keyboard_from_who_went_back(
    qtbot: QtBot, page: KnowledgePage, view: ConversationView, name_items: NameItems, settle: Callable[[], None]
) -> None:
    view.items.take_focus()
    name_items("vraag-schaamte")
    page.take_focus()
    before = QApplication.focusWidget()
    assert before is not None
    hand.press("Esc")
    settle()
    assert page.list.shown
    assert QApplication.focusWidget() is before


def test_what_is_unfolded_stays_until_it_is_folded(
    view: ConversationView, page: KnowledgePage, name_items: NameItems, settle: Callable[[], None]
) -> None:
    name_items("vraag-zorg")
    settle()
    row = page.list.rows[CARE]
    row.toggle()
    view.controller.undo()
    name_items("vraag-schulden", "vraag-recht")
    settle()
    assert page.list.rows[CARE] is row
    assert row.isVisible()
    assert CARE in shown(page)
    row.toggle()
    name_items("vraag-geld")
    settle()
    assert CARE not in shown(page)


def test_rows_that_stay_are_the_same_rows(
    page: KnowledgePage, name_items: NameItems, settle: Callable[[], None]
) -> None:
    name_items("vraag-zorg")
    settle()
    rows = dict(page.list.rows)
    name_items("vraag-steun")
    settle()
    kept = set(rows) & set(page.list.rows)
    assert kept
    assert all(page.list.rows[one] is rows[one] for one in kept)


def test_another_language_says_it_all_again(
    view: ConversationView, page: KnowledgePage, name_items: NameItems, settle: Callable[[], None]
) -> None:
    name_items("vraag-zorg")
    settle()
    page.list.rows[CARE].toggle()
    view._services.translation.use(Language.EN)
    settle()
    row = page.list.rows[CARE]
    library = view._services.library
    assert row.head.accessibleName().startswith(row.entry.en.title)
    assert library.items["vraag-zorg"].en.label[1:] in row.reasons
    assert row.body is not None
    assert row.body.text.text().split()[:3] == row.entry.en.body.split()[:3]


def test_while_nobody_looks_nothing_is_asked(
    qtbot: QtBot, view: ConversationView, services: Services, name_items: NameItems, settle: Callable[[], None]
) -> None:
    name_items("vraag-zorg")
    view.controller.set_note("vraag-zorg", "geen oppas")
    settle()
    assert not view.side.knowledge.list.shown
    hand.click(view.side.tabs[3])
    settle()
    assert CARE in shown(view.side.knowledge)
    hand.click(view.side.tabs[0])
    name_items("vraag-schulden")
    settle()
    before = view.side.knowledge.list.shown
    hand.click(view.side.tabs[3])
    settle()
    assert shown(view.side.knowledge) != before


def test_it_says_that_nothing_fits(
    qtbot: QtBot, page: KnowledgePage, note: Callable[[str, str], None], settle: Callable[[], None]
) -> None:
    settle()
    before = [label.text() for label in page.list.empty.findChildren(QLabel)]
    note("vraag-doel", "xqzzy")
    qtbot.waitUntil(lambda: [label.text() for label in page.list.empty.findChildren(QLabel)] != before)
    assert page.list.empty.isVisible()


@pytest.fixture
def talk(qtbot: QtBot, window: MainWindow) -> ConversationView:
    """The conversation in the window, with something ticked and the knowledge shown."""
    qtbot.waitUntil(window.isActiveWindow)
    window.go_to_room(ViewId.CONVERSATION)
    view = window.view(ViewId.CONVERSATION)
    assert isinstance(view, ConversationView)
    view.controller.set_state("vraag-zorg", State.NAMED)
    hand.click(view.side.tabs[3])
    qtbot.waitUntil(lambda: bool(view.side.knowledge.list.shown))
    return view


def test_an_entry_opens_in_the_reading_pane_and_back_is_where_one_was(
    qtbot: QtBot, window: MainWindow, talk: ConversationView
) -> None:
    page = talk.side.knowledge
    shown_before = shown(page)
    head = page.list.rows[shown_before[2]].head
    head.setFocus()
    page.list.ensureWidgetVisible(head)
    scrolled = page.list.verticalScrollBar().value()
    hand.press("Return")
    qtbot.waitUntil(lambda: window.results.reading.shown == shown_before[2])
    assert window.results.isVisible()
    hand.press("Alt+Left")
    assert page.isVisible()
    assert QApplication.focusWidget() is head
    assert page.list.verticalScrollBar().value() == scrolled
    assert shown(page) == shown_before
    window.go_to_room(ViewId.HELP)
    window.go_to_room(ViewId.CONVERSATION)
    assert QApplication.focusWidget() is not head


def test_a_note_leaves_no_trace(
    qtbot: QtBot,
    window: MainWindow,
    talk: ConversationView,
    settings_file: SettingsFile,
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.DEBUG):
        talk.items.go_to("vraag-doel")
        talk.controller.set_note("vraag-doel", "Fatima heeft schulden bij Wehkamp")
        row = partial(lambda: [one.reasons for one in talk.side.knowledge.list.rows.values()])
        qtbot.waitUntil(lambda: any("schulden" in reasons for reasons in row()))
        head = talk.side.knowledge.list.rows[talk.side.knowledge.list.shown[0]].head
        hand.click(head)
        qtbot.waitUntil(lambda: window.results.reading.shown is not None)
    said = caplog.text + settings_file.path.read_text("utf-8") + repr(window._trail.__dict__) + window.windowTitle()
    assert "Fatima" not in said
    assert "schulden" not in caplog.text
    assert not window.searching.recent.queries
    assert window.topbar.box.text() == ""


def test_all_buttons_say_what_they_do(page: KnowledgePage, name_items: NameItems, settle: Callable[[], None]) -> None:
    name_items("vraag-zorg")
    settle()
    page.list.rows[CARE].toggle()
    for button in page.findChildren(QPushButton):
        assert button.accessibleName() or button.text()
