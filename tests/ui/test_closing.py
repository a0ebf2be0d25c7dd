"""Closing the window: nothing that is in memory only goes without a word, and nothing else is asked about."""

from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guidance_kb.conversation.answers import State
from guidance_kb.language import Language
from guidance_kb.ui.conversation.checklist.question import AskedQuestion
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.practice.view import PracticeView
from guidance_kb.ui.shell.window import MainWindow
from tests.hand import hand
from tests.ui.conversation.conftest import Casebook


@pytest.fixture
def active(qtbot: QtBot, window: MainWindow) -> MainWindow:
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def casebook(qtbot: QtBot, service: CasebookService) -> Casebook:
    made = Casebook(qtbot, service)
    made.unlock()
    return made


@pytest.fixture
def talk(active: MainWindow) -> Callable[[], ConversationView]:
    """Something is said in a conversation of nobody; then the counselor goes to look something up."""

    def said() -> ConversationView:
        active.go_to_room(ViewId.CONVERSATION)
        view = cast("ConversationView", active.view(ViewId.CONVERSATION))
        for item in ("vraag-zorg", "vraag-dichtbij"):
            view.controller.set_state(item, State.NAMED)
        active.go_to_room(ViewId.COUNTRIES)
        return view

    return said


def test_ctrl_q_asks_in_the_window_and_escape_goes_back_to_what_was_said(
    active: MainWindow, talk: Callable[[], ConversationView]
) -> None:
    view = talk()
    hand.press("Ctrl+Q")
    assert active.isVisible()
    assert active.here is ViewId.CONVERSATION, "what would be lost is in sight"
    assert view.question.isVisible()
    assert view.question.asked is AskedQuestion.CLOSE_UNSAVED
    assert "2" in view.question.words
    assert view.question.isAncestorOf(cast("ConversationView", QApplication.focusWidget()))
    hand.press("Ctrl+Q")
    assert active.isVisible(), "pressed again it asks again"
    hand.press("Escape")
    assert not view.question.isVisible()
    assert len(view.controller.session.answers) == 2
    assert not active.close(), "a no is for once"


def test_return_at_the_question_does_not_lose_anything(
    active: MainWindow, talk: Callable[[], ConversationView], casebook: Casebook
) -> None:
    view = talk()
    assert not active.close()
    hand.press("Return")
    assert active.isVisible()
    assert view.chooser.isVisible()
    assert view.chooser.field.hasFocus()
    casebook.settle()
    hand.press("Down")
    hand.press("Space")
    casebook.settle()
    assert view.persistence.client is not None
    assert casebook.ask(lambda store: len(store.sessions.answers(1))) == 2
    assert active.close()


def test_closing_without_saving_closes(active: MainWindow, talk: Callable[[], ConversationView]) -> None:
    view = talk()
    assert not active.close()
    hand.click(view.question.yes)
    assert not active.isVisible()


@pytest.mark.parametrize("locked", [True, False])
def test_without_open_records_it_leads_to_them(
    qtbot: QtBot,
    active: MainWindow,
    talk: Callable[[], ConversationView],
    service: CasebookService,
    *,
    locked: bool,
) -> None:
    active.services.translation.use(Language.EN)
    if locked:
        Casebook(qtbot, service)
        qtbot.waitUntil(lambda: service.state.name == "LOCKED")
    view = talk()
    assert not active.close()
    assert view.question.instead.text() == ("Open the records…" if locked else "Make records…")
    assert ("locked" if locked else "need records") in view.question.words
    hand.click(view.question.instead)
    assert active.isVisible()
    assert active.here is ViewId.RECORDS
    assert len(view.controller.session.answers) == 2


def test_the_curtain_opens_for_the_question(active: MainWindow, talk: Callable[[], ConversationView]) -> None:
    view = talk()
    active.privacy_screen.move_it()
    assert not active.close()
    assert view.question.isVisible()


def test_nothing_is_asked_where_nothing_was_said_or_all_is_taken_back(
    active: MainWindow, talk: Callable[[], ConversationView]
) -> None:
    view = talk()
    view.controller.undo()
    view.controller.undo()
    assert active.close()


def test_nothing_is_asked_of_what_is_saved(
    active: MainWindow, talk: Callable[[], ConversationView], casebook: Casebook
) -> None:
    view = talk()
    view.start_for(casebook.client("2026-001").id)
    active.go_to_room(ViewId.CONVERSATION)
    hand.click(view.question.yes)
    casebook.settle()
    view.controller.set_state("vraag-zorg", State.NAMED)
    casebook.settle()
    assert active.close()


def test_nothing_is_asked_of_what_was_practised(active: MainWindow) -> None:
    active.go_to_room(ViewId.PRACTICE)
    practice = cast("PracticeView", active.view(ViewId.PRACTICE))
    practice.conversation.controller.set_state("vraag-zorg", State.NAMED)
    hand.click(practice.conversation.header.new)
    assert practice.conversation.question.asked is None
    practice.conversation.controller.set_state("vraag-zorg", State.NAMED)
    assert active.close()


class SessionManager:
    """Stands in for Qt's, which only a session of a desktop makes."""

    def __init__(self, *, can_ask: bool) -> None:
        self._can_ask, self.cancelled = can_ask, False

    def allowsInteraction(self) -> bool:  # noqa: N802 - Qt's name
        return self._can_ask

    def cancel(self) -> None:
        self.cancelled = True


@pytest.mark.parametrize("can_ask", [True, False])
def test_logging_out_waits_for_the_answer_where_it_can(
    active: MainWindow, talk: Callable[[], ConversationView], *, can_ask: bool
) -> None:
    manager = SessionManager(can_ask=can_ask)
    active.conversation_coordinator.ask_before_session_ends(manager)  # type: ignore[arg-type]
    assert not manager.cancelled, "nothing was said yet"
    view = talk()
    active.conversation_coordinator.ask_before_session_ends(manager)  # type: ignore[arg-type]
    assert manager.cancelled is can_ask
    assert view.question.isVisible()
