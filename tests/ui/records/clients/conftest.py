"""A casebook that is open, real and encrypted, and the records view on it."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.casebook.storage.store import Store
from guidance_kb.language import Language
from guidance_kb.ui.core.casebook_service import CasebookService, CasebookState
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.clients.record import Record
from guidance_kb.ui.records.clients.view import RecordsView
from tests.casebook.conftest import PASSPHRASE, put_casebook
from tests.hand import hand

T = TypeVar("T")


def days(number: int) -> date:
    """So many days from today."""
    return date.today() + timedelta(days=number)  # noqa: DTZ011 - the day on the wall, as the view shows it


def texts(widget: QWidget) -> list[str]:
    """Every text that is shown in a widget."""
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible() and each.text()]


def press(widget: QWidget, name: str) -> None:
    """Presses the button whose accessible name, or text, begins so; the wheel is turned until it is in sight."""

    def find() -> QPushButton | None:
        shown = (each for each in widget.findChildren(QPushButton) if each.isVisible())
        return next((each for each in shown if (each.accessibleName() or each.text()).startswith(name)), None)

    button, before = find(), None
    while button is None or button is not before:  # what is read in the background is made anew
        QTest.qWait(20)
        button, before = find(), button
    hand.click(hand.reach(button))


def done(qtbot: QtBot, service: CasebookService, work: Callable[[Store], T]) -> T:
    """Does something with the store of an open casebook, on its worker, and waits for what comes of it."""
    results: list[T] = []
    service.execute(service, work, results.append)
    qtbot.waitUntil(lambda: bool(results))
    return results[0]


@pytest.fixture
def opened(qtbot: QtBot, service: CasebookService) -> CasebookService:
    """The service with an empty casebook, open."""
    service.with_vault(service, put_casebook)
    qtbot.waitUntil(lambda: service.state is CasebookState.LOCKED)
    service.unlock(PASSPHRASE)
    qtbot.waitUntil(lambda: service.state is CasebookState.OPEN)
    return service


@pytest.fixture
def client(qtbot: QtBot, opened: CasebookService) -> int:
    """A client without anything, K-1."""
    return done(qtbot, opened, lambda store: store.clients.add("K-1").id)


class Bench:
    """The view on an open casebook, and the ways to look at both."""

    def __init__(self, qtbot: QtBot, view: RecordsView, service: CasebookService) -> None:
        self.view, self.service = view, service
        self._qtbot = qtbot

    def store(self, work: Callable[[Store], T]) -> T:
        """Does something with the store, on its worker, and waits for what comes of it."""
        return done(self._qtbot, self.service, work)

    def show(self, client: int) -> Record:
        """Shows a client's record and waits until it is there, and all that was asked besides is answered."""
        self.view.open_client(client)
        record = self.until(lambda record: record.id == client)
        self.store(lambda _: None)
        return record

    def until(self, holds: Callable[[Record], object]) -> Record:
        """Waits until something holds for the record that is shown."""
        controller = self.view.controller
        self._qtbot.waitUntil(lambda: controller.record is not None and bool(holds(controller.record)))
        assert controller.record is not None
        return controller.record


@pytest.fixture
def bench(qtbot: QtBot, services: Services, opened: CasebookService) -> Bench:
    """The view, in English, as wide as it is in the window."""
    services.translation.use(Language.EN)
    made = RecordsView(services)
    qtbot.addWidget(made)
    made.resize(1270, 660)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return Bench(qtbot, made, opened)
