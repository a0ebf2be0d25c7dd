"""The real window with a conversation in hand, at its summary; and a real casebook beside it."""

from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.conversation.answers import By, State
from guidance_kb.ui.conversation.session.session_persistence import SaveStatus
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.settings import SettingsFile
from guidance_kb.ui.shell.window import MainWindow
from guidance_kb.ui.summary.page import SummaryPage
from guidance_kb.ui.summary.view import SummaryView
from tests.hand import hand
from tests.ui.conversation.conftest import Casebook
from tests.ui.records.admin.conftest import gone

CODE = "2026-007"


@pytest.fixture
def casebook(qtbot: QtBot, service: CasebookService) -> Casebook:
    """A casebook, open and empty."""
    made = Casebook(qtbot, service)
    made.unlock()
    return made


@pytest.fixture
def conversation(window: MainWindow) -> ConversationView:
    """The conversation of the window."""
    window.go_to_room(ViewId.CONVERSATION)
    return cast("ConversationView", window.view(ViewId.CONVERSATION))


@pytest.fixture
def talk(conversation: ConversationView) -> Callable[[], None]:
    """Says something: a drive, a need, barriers of each kind, one only observed, with a note."""

    def say() -> None:
        controller = conversation.controller
        for item in ("vraag-dichtbij", "vraag-lukt", "vraag-zorg", "vraag-regels", "vraag-lezen"):
            controller.set_state(item, State.NAMED)
        controller.set_by("vraag-lezen", By.OBSERVED)
        controller.set_note("vraag-zorg", "moeder past op dinsdag op")
        controller.toggle_by("vraag-regels")  # typing is over
        controller.toggle_by("vraag-regels")

    return say


@pytest.fixture
def summary(window: MainWindow, conversation: ConversationView, talk: Callable[[], None]) -> SummaryPage:
    """The summary of a conversation of nobody, without a casebook."""
    talk()
    hand.click(conversation.save_status.finish)
    return page_of(window)


@pytest.fixture
def kept(
    qtbot: QtBot, window: MainWindow, casebook: Casebook, conversation: ConversationView, talk: Callable[[], None]
) -> SummaryPage:
    """The summary of a conversation of the client 2026-007, which is saved."""
    client = casebook.client(CODE)
    conversation.start_for(client.id)
    casebook.settle()
    talk()
    casebook.settle()
    qtbot.waitUntil(lambda: conversation.persistence.status is SaveStatus.KEPT)
    hand.click(conversation.save_status.finish)
    return page_of(window)


def page_of(window: MainWindow) -> SummaryPage:
    """The summary that is shown."""
    QApplication.processEvents()
    return cast("SummaryView", window.view(ViewId.SUMMARY)).page


def settle() -> None:
    """Lets the pages be made again."""
    for _ in range(3):
        QApplication.processEvents()
    gone()


def shown_in(widget: QWidget) -> str:
    """All words in a widget, of labels and fields."""
    words = [label.text() for label in widget.findChildren(QLabel)]
    words += [field.text() for field in widget.findChildren(QLineEdit)]
    words += [field.toPlainText() for field in widget.findChildren(QPlainTextEdit)]
    return "\n".join(words)


def settings_text(file: SettingsFile) -> str:
    """What the settings file holds."""
    return file.path.read_text("utf-8") if file.path.exists() else ""
