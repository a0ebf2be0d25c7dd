"""A real casebook with something in every table, open, and the pages of keeping on it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.language import Language
from guidance_kb.ui.core.casebook_service import CasebookService, CasebookState
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.settings import SettingsFile
from guidance_kb.ui.records.room import RecordsRoom
from guidance_kb.ui.shell.window import MainWindow
from tests.casebook.conftest import CHEAP, PASSPHRASE, put_casebook
from tests.casebook.keeping import filled

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)
Do = Callable[[Callable[[Store], T]], T]


def texts(widget: QWidget) -> str:
    """Everything that labels say in a widget, a line each."""
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible() and each.text())


def done(qtbot: QtBot, service: CasebookService, work: Callable[[Store], T]) -> T:
    """Does something with the store of an open casebook, on its worker, and waits for what comes of it."""
    results: list[T] = []
    service.execute(service, work, results.append)
    qtbot.waitUntil(lambda: bool(results))
    return results[0]


def dialog_of(widget: QWidget) -> QFileDialog:
    """The question for a file that is open."""
    found = [each for each in widget.findChildren(QFileDialog) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def choose(dialog: QFileDialog, path: Path) -> None:
    """Types the whole path of a file or folder, and Return: the lists of the dialog are filled in the background."""
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText(str(path))
    dialog.accept()


def has_keyboard(widget: QWidget) -> bool:
    """Whether a widget is where one types, as soon as its window is the active one."""
    return widget.window().focusWidget() is widget


def gone() -> None:
    """Lets go of what is to be deleted."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def settings_file(settings_file: SettingsFile, tmp_path: Path) -> SettingsFile:
    """The settings in a folder of their own, as on a real computer."""
    file = SettingsFile(tmp_path / "config" / "settings.ini")
    file.path.parent.mkdir()
    file.write(settings_file.read())
    return file


@pytest.fixture
def service(tmp_path: Path) -> Iterator[CasebookService]:
    """The service of a casebook that is there, closed; at a cheap cost."""
    folder = tmp_path / "data" / "casebook"
    put_casebook(Vault(folder, cost=CHEAP))
    made = CasebookService(folder, lambda folder: Vault(folder, cost=CHEAP))
    yield made
    made.close()


@pytest.fixture
def opened(qtbot: QtBot, service: CasebookService) -> CasebookService:
    """The service, open; `OEFEN-1` has a row in every table."""
    service.unlock(PASSPHRASE)
    qtbot.waitUntil(lambda: service.state is CasebookState.OPEN)
    done(qtbot, service, filled)
    return service


@pytest.fixture
def client(qtbot: QtBot, opened: CasebookService) -> int:
    """The id of `OEFEN-1`."""
    found = done(qtbot, opened, lambda store: store.clients.find("OEFEN-1"))
    assert found is not None
    return found.id


@pytest.fixture
def show(qtbot: QtBot, services: Services, opened: CasebookService) -> Callable[[Callable[[Services], W]], W]:
    """Makes a page with the services, in English, and shows it as large as in the window."""
    services.translation.use(Language.EN)

    def show_it(make: Callable[[Services], W]) -> W:
        made = make(services)
        qtbot.addWidget(made)
        made.resize(1270, 660)
        with qtbot.waitExposed(made):
            made.show()
        return made

    return show_it


@pytest.fixture
def room(qtbot: QtBot, window: MainWindow, opened: CasebookService) -> RecordsRoom:
    """The records room of the real window, in English, with the casebook open."""
    window.services.translation.use(Language.EN)
    window.go_to_room(ViewId.RECORDS)
    found = window.view(ViewId.RECORDS)
    assert isinstance(found, RecordsRoom)
    qtbot.waitUntil(lambda: found.records is not None)
    return found
