"""The screen that a client looks at: the plan and nothing else, and gone at one key."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.conversation.answers import State
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.shell.window import MainWindow
from guidance_kb.ui.summary.client_screen import ClientScreen, ClientViewPresenter
from tests.hand import hand


@pytest.fixture
def conversation(qtbot: QtBot, services: Services) -> ConversationView:
    view = ConversationView(services)
    qtbot.addWidget(view)
    return view


@pytest.fixture
def showing(qtbot: QtBot, services: Services, conversation: ConversationView) -> Iterator[ClientViewPresenter]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    showing = ClientViewPresenter(window, services)
    yield showing
    showing.close()


def shown(showing: ClientViewPresenter) -> ClientScreen:
    assert showing.screen is not None
    return showing.screen


def text(showing: ClientViewPresenter) -> str:
    return shown(showing).page.toPlainText()


def test_before_anything_was_said_it_says_what_will_stand_there(
    showing: ClientViewPresenter, conversation: ConversationView
) -> None:
    showing.toggle(conversation)
    assert "wat u wilt en wat we samen afspreken" in text(showing)


def test_it_follows_the_goal_and_the_steps(
    qtbot: QtBot, showing: ClientViewPresenter, conversation: ConversationView
) -> None:
    showing.toggle(conversation)
    conversation.controller.set_state("vraag-dichtbij", State.NAMED)
    conversation.agreed.agree(Terms("Een middag meekijken", Who.CLIENT))
    qtbot.waitUntil(lambda: "Een middag meekijken" in text(showing))
    assert "Wat u wilt" in text(showing)


def test_its_headings_are_larger_than_its_text(showing: ClientViewPresenter, conversation: ConversationView) -> None:
    conversation.controller.set_state("vraag-dichtbij", State.NAMED)
    showing.toggle(conversation)
    document, sizes = shown(showing).page.document(), {}
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        sizes[block.text()] = cursor.charFormat().font().pixelSize()
        block = block.next()
    assert sizes["Uw plan"] > sizes["Wat u wilt"] > sizes["U wilt leren voor mensen die dicht bij u staan."] > 0


def test_no_barrier_no_level_and_no_note_stands_on_it(
    qtbot: QtBot, showing: ClientViewPresenter, conversation: ConversationView, services: Services
) -> None:
    showing.toggle(conversation)
    for item in ("vraag-schulden", "vraag-schaamte", "vraag-gezondheid"):
        conversation.controller.set_state(item, State.NAMED)
        conversation.controller.set_note(item, "dit staat alleen voor mij")
    conversation.controller.set_state("vraag-lukt", State.NAMED)
    qtbot.waitUntil(lambda: "Wat goed gaat" in text(showing))
    read = text(showing).casefold()
    assert "alleen voor mij" not in read
    for target in ("debts", "shame", "health"):
        barrier = services.library.barriers[target]
        assert barrier.nl.name.casefold() not in read
        assert barrier.nl.signal.casefold() not in read


def test_one_key_leaves_it(qtbot: QtBot, showing: ClientViewPresenter, conversation: ConversationView) -> None:
    showing.toggle(conversation)
    screen = shown(showing)
    with qtbot.waitExposed(screen):
        pass
    qtbot.waitUntil(screen.isActiveWindow)
    hand.press("Esc")
    assert showing.screen is None
    qtbot.waitUntil(lambda: not isValid(screen))


def test_another_conversation_puts_it_away(showing: ClientViewPresenter, conversation: ConversationView) -> None:
    showing.toggle(conversation)
    conversation.controller.set_state("vraag-dichtbij", State.NAMED)
    conversation.controller.take()
    assert showing.screen is None


def test_it_speaks_the_language_of_the_page_and_not_of_the_window(
    qtbot: QtBot, showing: ClientViewPresenter, conversation: ConversationView
) -> None:
    showing.toggle(conversation)
    conversation.controller.set_state("vraag-dichtbij", State.NAMED)
    qtbot.waitUntil(lambda: "Wat u wilt" in text(showing))
    assert shown(showing).windowTitle() == "Uw plan"
    shown(showing).changeEvent(QEvent(QEvent.Type.LanguageChange))
    assert "Wat u wilt" in text(showing)


def test_a_key_shows_the_plan_over_the_window_and_hiding_takes_it_away(qtbot: QtBot, window: MainWindow) -> None:
    window.go_to_room(ViewId.CONVERSATION)
    window.conversation_coordinator.show_to_client()
    showing = window.conversation_coordinator.showing
    assert showing is not None
    assert shown(showing).isVisible()
    window.privacy_screen.move_it()
    assert showing.screen is None
    window.privacy_screen.move_it()
    assert showing.screen is None


def test_it_goes_when_the_window_closes(qtbot: QtBot, window: MainWindow) -> None:
    window.go_to_room(ViewId.PRACTICE)
    window.conversation_coordinator.show_to_client()
    showing = window.conversation_coordinator.showing
    assert showing is not None
    screen = shown(showing)
    window.close()
    assert not screen.isVisible()
