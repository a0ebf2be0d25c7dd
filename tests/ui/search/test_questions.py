"""The search while a conversation is running: its questions first, ticked there, and the way back to it as it was."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guidance_kb.conversation.answers import Answer, State
from guidance_kb.search.results.answer import Hit
from guidance_kb.search.results.choice import SearchChoice, SortOrder
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.casebook_service import CasebookService, CasebookState
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.settings import SettingsFile
from guidance_kb.ui.practice.view import PracticeView
from guidance_kb.ui.search.filter_bar import Arrangement
from guidance_kb.ui.search.model import ResultGroup
from guidance_kb.ui.search.result_list import ResultList
from guidance_kb.ui.search.search_controller import QUESTIONS
from guidance_kb.ui.shell.window import MainWindow
from tests.casebook.conftest import PASSPHRASE, put_casebook
from tests.hand import hand

CARE, OTHER = "vraag-zorg", "vraag-dichtbij"


@pytest.fixture
def talk(qtbot: QtBot, window: MainWindow) -> ConversationView:
    """A conversation with one answer, in the window."""
    qtbot.waitUntil(window.isActiveWindow)
    hand.press("Alt+5")
    view = cast("ConversationView", window.view(ViewId.CONVERSATION))
    hand.click(view.items.rows[OTHER])
    hand.press("1")
    assert view.controller.session.answer(OTHER).state is State.NAMED
    return view


def ask(qtbot: QtBot, window: MainWindow, words: str) -> ResultList:
    """Types words after Ctrl+K, and goes from the box to the results when they are there."""
    hand.press("Ctrl+K")
    hand.keys(words)
    qtbot.waitUntil(lambda: window.answered == words)
    hand.press("Return")
    results = window.results.results
    qtbot.waitUntil(results.hasFocus)
    return results


def rows(window: MainWindow) -> list[object]:
    model = window.results._model
    return [model.row(model.index(number)) for number in range(model.rowCount())]


def questions(window: MainWindow) -> list[str]:
    """The questions above the other results."""
    found, *others = rows(window)
    if not (isinstance(found, ResultGroup) and found.running):
        return []
    count = next((at for at, row in enumerate(others) if not isinstance(row, Hit)), len(others))
    return [row.id for row in others[:count] if isinstance(row, Hit)]


def mark(results: ResultList, row: int, state: State) -> QPoint:
    """Where the mark of an answer is painted in a row."""
    index = results.model().index(row, 0)
    return results._delegate.marks(results.visualRect(index))[state].center()


def click_mark(results: ResultList, row: int, state: State) -> None:
    hand.click(results.viewport(), mark(results, row, state))


# ── which questions ──────────────────────────────────────────────────────────────────────────────


def test_questions_come_first_in_a_running_conversation_and_each_once(
    qtbot: QtBot, window: MainWindow, talk: ConversationView
) -> None:
    ask(qtbot, window, "geen oppas")
    found = questions(window)
    assert found[0] == CARE
    assert len(found) == QUESTIONS
    shown = [row.id for row in rows(window) if isinstance(row, Hit)]
    assert len(shown) == len(set(shown)) > QUESTIONS


def test_without_an_answer_or_a_client_the_search_is_as_ever(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    hand.press("Alt+5")
    results = ask(qtbot, window, "geen oppas")
    assert questions(window) == []
    assert not window.results.conversation_bar.isVisible()
    assert not window.results.reading.answers.isVisible()
    hand.press("1")
    hand.press("Escape")
    assert window.here is ViewId.SEARCH
    assert results.hasFocus()
    view = cast("ConversationView", window.view(ViewId.CONVERSATION))
    assert view.controller.session.answers == {}


def test_in_report_order_they_come_first_too(qtbot: QtBot, window: MainWindow, talk: ConversationView) -> None:
    ask(qtbot, window, "geen oppas")
    hand.click(window.results.narrowing.order_button(Arrangement.REPORT))
    qtbot.waitUntil(
        lambda: window.results.answer is not None and window.results.answer.choice.order is SortOrder.SECTION
    )
    found = questions(window)
    assert found[0] == CARE
    shown = [row.id for row in rows(window) if isinstance(row, Hit)]
    assert len(shown) == len(set(shown))


def test_filters_and_order_of_before_do_not_follow_into_a_conversation(
    qtbot: QtBot, window: MainWindow, talk: ConversationView
) -> None:
    window.go_to_room(ViewId.START)
    ask(qtbot, window, "geen oppas")
    hand.click(window.results.narrowing.order_button(Arrangement.REPORT))
    qtbot.waitUntil(
        lambda: window.results.answer is not None and window.results.answer.choice.order is SortOrder.SECTION
    )
    hand.press("Alt+5")
    ask(qtbot, window, "geen geld")
    answer = window.results.answer
    assert answer is not None
    assert answer.choice == SearchChoice()
    assert questions(window)


def test_what_is_narrowed_to_one_country_has_no_questions_above_it(
    qtbot: QtBot, window: MainWindow, talk: ConversationView
) -> None:
    ask(qtbot, window, "land:ierland drempel")
    assert questions(window) == []


# ── ticking ──────────────────────────────────────────────────────────────────────────────────────


def test_a_digit_on_a_row_ticks_and_again_takes_it_back(
    qtbot: QtBot, window: MainWindow, talk: ConversationView
) -> None:
    results = ask(qtbot, window, "geen oppas")
    hand.press("1")
    assert talk.controller.session.answer(CARE).state is State.NAMED
    spoken = results.model().data(results.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert "Genoemd" in spoken
    hand.press("2")
    assert talk.controller.session.answer(CARE).state is State.NOT_AN_ISSUE
    hand.press("0")
    assert talk.controller.session.answer(CARE).state is State.NOT_DISCUSSED
    assert results.hasFocus()


def test_control_return_names_it_in_the_words_that_were_typed(
    qtbot: QtBot, window: MainWindow, talk: ConversationView
) -> None:
    ask(qtbot, window, "geen oppas")
    hand.press("Ctrl+Return")
    assert talk.controller.session.answer(CARE) == Answer(State.NAMED, note="geen oppas")


@pytest.mark.parametrize("state", [State.NAMED, State.NOT_AN_ISSUE, State.DECLINED])
def test_each_mark_of_a_row_ticks_and_the_page_stays(
    qtbot: QtBot, window: MainWindow, talk: ConversationView, state: State
) -> None:
    results = ask(qtbot, window, "geen oppas")
    second, read = questions(window)[1], window.results.reading.shown
    click_mark(results, 2, state)
    assert talk.controller.session.answer(second).state is state
    assert window.results.reading.shown == read
    click_mark(results, 2, state)
    assert talk.controller.session.answer(second).state is State.NOT_DISCUSSED


def test_a_press_on_a_mark_that_is_let_go_elsewhere_ticks_nothing(
    qtbot: QtBot, window: MainWindow, talk: ConversationView
) -> None:
    results = ask(qtbot, window, "geen oppas")
    before = dict(talk.controller.session.answers)
    hand.drag(results.viewport(), mark(results, 1, State.NAMED), mark(results, 2, State.NAMED))
    assert talk.controller.session.answers == before


def test_the_page_of_a_question_says_whose_it_is_and_ticks_by_button_and_key(
    qtbot: QtBot, window: MainWindow, talk: ConversationView
) -> None:
    ask(qtbot, window, "geen oppas")
    reading = window.results.reading
    assert reading.shown == CARE
    hand.press("Return")
    assert reading.holds_focus
    assert reading.answers.isVisible()
    assert reading.answers._name.text() == "Dit gesprek"
    hand.press("F7")  # with the reading cursor, which moves by keys
    hand.press("2")
    assert talk.controller.session.answer(CARE).state is State.NOT_AN_ISSUE
    assert [state for state, choice in reading.answers.states.items() if choice.isChecked()] == [State.NOT_AN_ISSUE]
    hand.click(reading.answers.states[State.NAMED])
    assert talk.controller.session.answer(CARE).state is State.NAMED
    hand.click(reading.answers.states[State.NAMED])
    assert talk.controller.session.answer(CARE).state is State.NOT_DISCUSSED


@pytest.mark.parametrize("size", [100, 150, 200])
def test_the_marks_and_the_way_back_are_whole_in_a_small_window_with_large_text(
    qtbot: QtBot, window: MainWindow, talk: ConversationView, size: int
) -> None:
    window.resize(1024, 700)
    window.services.settings.change(text_size=size)
    ask(qtbot, window, "geen oppas")
    QApplication.processEvents()
    bar, strip = window.results.conversation_bar, window.results.reading.answers
    shown = [*strip.states.values(), strip._name, bar.back]
    qtbot.waitUntil(lambda: all(each.parentWidget().rect().contains(each.geometry()) for each in shown))
    assert all(each.isVisible() for each in shown)
    assert all(each.width() >= each.sizeHint().width() for each in shown)
    hand.click(strip.states[State.DECLINED])
    assert talk.controller.session.answer(CARE).state is State.DECLINED


def test_a_digit_in_the_find_bar_of_the_page_is_a_digit(
    qtbot: QtBot, window: MainWindow, talk: ConversationView
) -> None:
    ask(qtbot, window, "geen oppas")
    hand.press("Return")
    hand.press("Ctrl+F")
    hand.press("1")
    assert window.results.reading.findbar.box.text() == "1"
    assert CARE not in talk.controller.session.answers
    hand.press("Escape")
    assert window.here is ViewId.SEARCH
    hand.press("Escape")
    assert window.here is ViewId.CONVERSATION


def test_the_page_of_anything_else_has_no_marks(qtbot: QtBot, window: MainWindow, talk: ConversationView) -> None:
    ask(qtbot, window, "geen oppas")
    other = next(row.id for row in rows(window) if isinstance(row, Hit) and row.kind != "item")
    hand.row(window.results.results, window.results._model.number_of(other))
    qtbot.waitUntil(lambda: window.results.reading.shown == other)
    assert not window.results.reading.answers.isVisible()
    before = dict(talk.controller.session.answers)
    hand.press("1")
    assert talk.controller.session.answers == before


# ── the way back ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("place", ["results", "page", "button", "box"])
def test_escape_goes_back_to_the_conversation_as_it_was(
    qtbot: QtBot, window: MainWindow, talk: ConversationView, place: str
) -> None:
    window.resize(1024, 700)  # one column, which scrolls
    QApplication.processEvents()
    hand.press("End")
    hand.press("Up", times=3)
    QApplication.processEvents()
    current, scrolled = talk.controller.current, talk.items.verticalScrollBar().value()
    panel = talk.side.stack.currentIndex()
    assert scrolled > 0
    ask(qtbot, window, "geen oppas")
    hand.press("1")
    if place == "page":
        hand.press("Return")
        assert window.results.reading.holds_focus
    if place == "button":
        hand.click(window.results.conversation_bar.back)
    else:
        if place == "box":
            hand.press("Ctrl+K")
            hand.press("Escape")  # out of the box
            assert window.here is ViewId.SEARCH
        hand.press("Escape")
    assert window.here is ViewId.CONVERSATION
    QApplication.processEvents()
    assert (talk.controller.current, talk.items.verticalScrollBar().value()) == (current, scrolled)
    assert talk.side.stack.currentIndex() == panel
    assert current is not None
    assert talk.items.rows[current].hasFocus()
    assert talk.items.rows[CARE]._mark.isChecked()


def test_the_row_in_hand_is_where_it_was_when_rows_above_it_came(
    qtbot: QtBot, window: MainWindow, talk: ConversationView
) -> None:
    window.resize(1024, 700)  # one column
    QApplication.processEvents()
    hand.press("End")
    hand.press("Up", times=3)
    QApplication.processEvents()
    row = talk.items.rows[talk.controller.current or ""]
    before, height = row.mapTo(window, QPoint(0, 0)), talk.items.body.height()
    ask(qtbot, window, "dan loop ik vast met leren")
    deeper = [item for item in questions(window) if not talk.controller.checklist.items[item].core]
    assert deeper
    for item in deeper:
        click_mark(window.results.results, 1 + questions(window).index(item), State.NAMED)
    hand.press("Escape")
    QApplication.processEvents()
    assert talk.items.body.height() > height
    assert row.mapTo(window, QPoint(0, 0)) == before


def test_escape_from_the_box_without_results_goes_back_at_once(
    qtbot: QtBot, window: MainWindow, talk: ConversationView
) -> None:
    hand.press("Ctrl+K")
    hand.keys("xqzzy")
    qtbot.waitUntil(lambda: window.answered == "xqzzy")
    hand.press("Escape")
    assert window.here is ViewId.CONVERSATION


def test_from_a_practice_it_ticks_and_goes_back_there(qtbot: QtBot, window: MainWindow, talk: ConversationView) -> None:
    window.go_to_room(ViewId.PRACTICE)
    practice = cast("PracticeView", window.view(ViewId.PRACTICE)).conversation
    practice.controller.set_state(OTHER, State.NAMED)
    ask(qtbot, window, "geen oppas")
    assert window.results.reading.answers._name.text() == "Oefengesprek"
    hand.press("1")
    assert practice.controller.session.answer(CARE).state is State.NAMED
    assert CARE not in talk.controller.session.answers
    hand.press("Escape")
    assert window.here is ViewId.PRACTICE


# ── nothing is left ──────────────────────────────────────────────────────────────────────────────


def wait_out(window: MainWindow) -> None:
    """Lets the search and the page stand for as long as makes them count as searched and read."""
    window.searching._standing.timeout.emit()
    window.results.reading.around._standing.timeout.emit()


def test_nothing_that_was_typed_or_read_is_kept_anywhere(
    qtbot: QtBot, window: MainWindow, talk: ConversationView, settings_file: SettingsFile, tmp_path: Path
) -> None:
    ask(qtbot, window, "geen oppas")
    wait_out(window)
    hand.press("Return")
    hand.press("Escape")
    assert window.here is ViewId.CONVERSATION
    assert window.topbar.box.text() == ""
    assert window.results.answer is None
    hand.press("Alt+Left")
    hand.press("Alt+Right")
    assert window.topbar.box.text() == ""
    hand.press("Alt+2")
    assert window.topbar.box.text() == ""
    hand.press("Ctrl+Z")
    assert window.topbar.box.text() == ""
    assert window.searching.recent.queries == ()
    assert not settings_file.path.with_name("recently-read.txt").exists()
    assert [file for file in tmp_path.rglob("*") if file.is_file() and b"oppas" in file.read_bytes()] == []


def test_a_search_from_before_the_conversation_is_still_there_after_it(
    qtbot: QtBot, window: MainWindow, search: Callable[[str], None]
) -> None:
    search("drempel")
    hand.press("Alt+5")
    view = cast("ConversationView", window.view(ViewId.CONVERSATION))
    view.controller.set_state(OTHER, State.NAMED)
    ask(qtbot, window, "geen oppas")
    hand.press("Escape")
    hand.press("Alt+Left")
    assert window.here is ViewId.SEARCH
    assert window.topbar.box.text() == "drempel"


@pytest.mark.parametrize("ends", ["lock", "anew"])
def test_what_was_typed_goes_when_the_records_lock_or_the_conversation_ends(
    qtbot: QtBot, window: MainWindow, service: CasebookService, ends: str
) -> None:
    service.with_vault(service, put_casebook)
    service.unlock(PASSPHRASE)
    qtbot.waitUntil(lambda: service.state is CasebookState.OPEN)
    clients: list[int] = []
    service.execute(service, lambda store: store.clients.add("2026-007").id, clients.append)
    qtbot.waitUntil(lambda: bool(clients))
    window.start_conversation(clients[0])
    view = cast("ConversationView", window.view(ViewId.CONVERSATION))
    qtbot.waitUntil(lambda: view.persistence.client is not None)
    ask(qtbot, window, "geen oppas")
    assert window.results.reading.answers._name.text() == "Gesprek met 2026-007"
    hand.press("1")
    if ends == "lock":
        hand.press("Ctrl+L")
    else:
        view.put_down()
    assert window.topbar.box.text() == ""
    assert window.results.answer is None
    assert rows(window) == []
    qtbot.waitUntil(lambda: window.answered == "")
    assert not window.results.conversation_bar.isVisible()
    assert window.here is ViewId.SEARCH
    service.lock_and_wait()
