"""A conversation view on the screen, as wide as it is in the window; and a real casebook beside it."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guidance_kb.casebook.records.clients import Client
from guidance_kb.casebook.storage.store import Store
from guidance_kb.conversation import answers
from guidance_kb.language import Language
from guidance_kb.ui.conversation.session.session_persistence import SaveStatus
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.casebook_service import CasebookService, CasebookState
from guidance_kb.ui.core.services import Services
from tests.casebook.conftest import PASSPHRASE, put_casebook

_T = TypeVar("_T")


@pytest.fixture
def view(qtbot: QtBot, services: Services) -> ConversationView:
    return shown(qtbot, services)


def shown(qtbot: QtBot, services: Services) -> ConversationView:
    """A view on the screen."""
    made = ConversationView(services)
    qtbot.addWidget(made)
    made.resize(1270, 690)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def shown_in_english(qtbot: QtBot, services: Services) -> ConversationView:
    """A view on the screen, in the language of the code: what it says does not hang on translations."""
    services.translation.use(Language.EN)
    return shown(qtbot, services)


NARROW = (928, 622)
"""The size of the view in a window of 1024 × 700: its list has one column, with the details below the row in hand."""


def narrow(view: ConversationView, height: int = NARROW[1]) -> ConversationView:
    """The view, in a size in which its list has one column."""
    view.resize(NARROW[0], height)
    QApplication.processEvents()
    assert not view.items.beside
    return view


def speak(view: ConversationView) -> None:
    """Tells the view that the language changed, as Qt does when there is a translation file."""
    QApplication.sendEvent(view, QEvent(QEvent.Type.LanguageChange))
    QApplication.processEvents()


@pytest.fixture
def name_items(view: ConversationView) -> Callable[..., None]:
    """Answers items with "named"."""

    def name(*items: str) -> None:
        for item in items:
            view.controller.set_state(item, answers.State.NAMED)

    return name


class Casebook:
    """A casebook with its service, and what a test wants to know of it."""

    def __init__(self, qtbot: QtBot, service: CasebookService) -> None:
        self._qtbot, self.service = qtbot, service
        service.with_vault(service, put_casebook)

    def unlock(self) -> None:
        """Opens it, and waits until it is open."""
        self.service.unlock(PASSPHRASE)
        self._qtbot.waitUntil(lambda: self.service.state is CasebookState.OPEN)
        self.settle()

    def ask(self, work: Callable[[Store], _T]) -> _T:
        """Asks the store, after everything that was asked before."""
        found: list[_T] = []
        self.service.execute(self.service, work, found.append)
        self._qtbot.waitUntil(lambda: bool(found))
        return found[0]

    def settle(self) -> None:
        """Waits until all that was asked so far has been answered, and what that asked too."""
        for _ in range(3):
            self.ask(lambda _: None)

    def client(self, code: str) -> Client:
        """Another client."""
        return self.ask(lambda store: store.clients.add(code))

    def drafts(self) -> list[int]:
        """The ids of all drafts."""
        return [draft.held.id for draft in self.ask(lambda store: store.sessions.drafts())]


@pytest.fixture
def casebook(qtbot: QtBot, service: CasebookService) -> Casebook:
    """A casebook, open and empty."""
    made = Casebook(qtbot, service)
    made.unlock()
    return made


@pytest.fixture
def kept(view: ConversationView, casebook: Casebook) -> ConversationView:
    """A view in which a conversation of the client 2026-007 has begun with one answer."""
    client = casebook.client("2026-007")
    view.start_for(client.id)
    casebook.settle()
    view.controller.set_state("vraag-zorg", answers.State.NAMED)
    casebook.settle()
    assert view.persistence.status is SaveStatus.KEPT
    return view
