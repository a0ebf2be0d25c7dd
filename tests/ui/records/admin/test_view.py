"""The page in the real window: how it is reached, left, and cleared."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.conversation import answers
from guidance_kb.errors import KnownError
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.casebook_service import CasebookService, CasebookState
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.records.admin.backups import BackupsPanel
from guidance_kb.ui.records.admin.destinations import AdminPart, ClientMenu, OfClient
from guidance_kb.ui.records.admin.erase_page import ErasePage
from guidance_kb.ui.records.admin.export_page import CopyPage
from guidance_kb.ui.records.admin.retention import RetentionPanel
from guidance_kb.ui.records.admin.view import AdminView, PartsPage
from guidance_kb.ui.records.room import RecordsRoom
from guidance_kb.ui.shell.window import MainWindow
from tests.casebook.conftest import PASSPHRASE
from tests.hand import hand
from tests.ui.records.admin.conftest import done, gone, has_keyboard, texts
from tests.ui.records.admin.test_retention import past, press


def _says(label: QLabel, text: str) -> bool:
    return text in label.text()


def keeping(room: RecordsRoom) -> AdminView:
    assert isinstance(room.shown, AdminView)
    return room.shown


@pytest.mark.parametrize("part", AdminPart)
def test_every_part_is_in_the_menu_and_escape_leads_back(room: RecordsRoom, part: AdminPart) -> None:
    action = room.menu.actions()[-len(AdminPart) :][list(AdminPart).index(part)]
    action.trigger()
    view = keeping(room)
    assert isinstance(view.shown, PartsPage)
    assert view.shown.tabs[part].isChecked()
    assert view.shown.panel(part).isVisible()
    hand.press("Esc")
    assert room.shown is room.records


def test_the_arrows_show_the_part_whose_tab_they_come_to(room: RecordsRoom) -> None:
    room.keep(AdminPart.BACKUPS)
    page = keeping(room).shown
    assert isinstance(page, PartsPage)
    page.tabs[AdminPart.BACKUPS].setFocus()
    hand.press("Right")
    assert has_keyboard(page.tabs[AdminPart.RETENTION])
    assert page.panel(AdminPart.RETENTION).isVisible()


def test_tab_goes_through_a_part_as_it_is_read(qtbot: QtBot, room: RecordsRoom, opened: CasebookService) -> None:
    room.keep(AdminPart.BACKUPS)
    page = keeping(room).shown
    assert isinstance(page, PartsPage)
    panel = page.panel(AdminPart.BACKUPS)
    assert isinstance(panel, BackupsPanel)
    hand.click(panel.make)
    qtbot.waitUntil(lambda: bool(panel.model.backups))
    hand.click(panel.test)
    page.back.setFocus()
    stops = []
    for _ in range(9):
        stops.append(page.window().focusWidget())
        hand.press("Tab")
    form = panel.form
    assert stops == [
        page.back, page.tabs[AdminPart.BACKUPS], panel.make, panel.open_folder, panel.table, panel.test, panel.restore,
        form.field.passphrase, form.field.other,
    ]  # fmt: skip


@pytest.mark.parametrize("part", AdminPart)
def test_everything_one_can_press_or_type_in_has_a_name(qtbot: QtBot, room: RecordsRoom, part: AdminPart) -> None:
    room.keep(part)
    page = keeping(room).shown
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            said = widget.text() if isinstance(widget, QPushButton) else ""
            assert widget.accessibleName() or said, widget


def test_the_menu_of_a_client_has_a_copy_handing_over_and_erasing(room: RecordsRoom, client: int) -> None:
    menu, chosen = QMenu(room), list[tuple[object, int]]()
    actions = ClientMenu(room)
    actions.chosen.connect(lambda wanted, who: chosen.append((wanted, who)))
    actions.fill(menu, client)
    for action in menu.actions():
        action.trigger()
    assert chosen == [(wanted, client) for wanted in OfClient]


def test_a_page_of_a_client_is_reached_from_the_record_and_leads_back_to_it(
    qtbot: QtBot, room: RecordsRoom, client: int
) -> None:
    room.show_client(client)
    assert room.records is not None
    records = room.records
    qtbot.waitUntil(lambda: records.controller.record is not None)
    records.page.header.menu.aboutToShow.emit()
    next(each for each in records.page.header.menu.actions() if each.text() == "A copy for the client…").trigger()
    page = keeping(room).shown
    assert isinstance(page, CopyPage)
    qtbot.waitUntil(lambda: page.everything is not None)
    hand.click(page.back)
    assert room.shown is records
    assert records.client == client


def test_from_the_list_of_terms_a_record_is_erased_and_the_list_is_read_again(
    qtbot: QtBot, room: RecordsRoom, opened: CasebookService
) -> None:
    done(qtbot, opened, past)
    room.keep(AdminPart.RETENTION)
    view = keeping(room)
    parts = view.shown
    assert isinstance(parts, PartsPage)
    panel = parts.panel(AdminPart.RETENTION)
    assert isinstance(panel, RetentionPanel)
    qtbot.waitUntil(lambda: panel.terms is not None)
    press(panel, "Erase for good… K-1")
    page = view.shown
    assert isinstance(page, ErasePage)
    qtbot.waitUntil(lambda: page.question.wanted == "K-1")
    hand.write(page.question.code, "K-1")
    hand.click(page.question.erase)
    qtbot.waitUntil(lambda: page.proof is not None)
    hand.click(page.back)
    assert view.shown is parts
    qtbot.waitUntil(lambda: panel.terms is not None and not panel.terms.past)


def test_from_the_list_of_terms_one_goes_to_a_record(qtbot: QtBot, room: RecordsRoom, opened: CasebookService) -> None:
    late = done(qtbot, opened, past)
    room.keep(AdminPart.RETENTION)
    page = keeping(room).shown
    page.record_requested.emit(late)
    assert room.shown is room.records
    assert room.records is not None
    assert room.records.client == late


def test_locking_takes_page_and_dialogs_away(qtbot: QtBot, window: MainWindow, room: RecordsRoom, client: int) -> None:
    room.keep(OfClient.COPY, client)
    page = keeping(room).shown
    assert isinstance(page, CopyPage)
    qtbot.waitUntil(lambda: page.everything is not None)
    hand.click(page.ways.pdf)
    paper = page.paper
    window.lock()
    assert page.everything is None
    assert paper.toPlainText() == ""
    gone()
    assert not isinstance(room.shown, AdminView)
    assert "OEFEN-1" not in texts(window)
    assert "OEFEN-1" not in window.windowTitle()
    assert not [each for each in QApplication.topLevelWidgets() if isinstance(each, QFileDialog) and each.isVisible()]


def test_nothing_of_a_client_is_in_settings_or_beside_the_casebook(  # noqa: PLR0917 - fixtures
    qtbot: QtBot, window: MainWindow, room: RecordsRoom, opened: CasebookService, client: int, tmp_path: Path
) -> None:
    for wanted in OfClient:
        room.keep(wanted, client)
        page = keeping(room).shown
        title = page.title
        qtbot.waitUntil(partial(_says, title, "OEFEN-1"))
        page.leave()
    window.services.settings.write(window.services.settings.read())
    window.lock()
    qtbot.waitUntil(lambda: not opened.vault.is_open)
    for file in tmp_path.rglob("*"):
        assert "OEFEN" not in file.name
        if file.is_file():
            content = file.read_bytes()
            assert b"OEFEN" not in content, file
            assert "OEFEN".encode("utf-16-le") not in content, file


def test_a_conversation_in_hand_of_a_client_who_is_erased_goes_too(
    qtbot: QtBot, window: MainWindow, room: RecordsRoom, opened: CasebookService, client: int
) -> None:
    told: list[KnownError] = []
    opened.failed.connect(told.append)
    window.start_conversation(client)
    talk = window.view(ViewId.CONVERSATION)
    assert isinstance(talk, ConversationView)
    qtbot.waitUntil(lambda: talk.persistence.client is not None)
    talk.controller.set_state("vraag-zorg", answers.State.NAMED)
    qtbot.waitUntil(lambda: talk.persistence.session is not None)
    window.go_to_room(ViewId.RECORDS)
    room.keep(OfClient.ERASE, client)
    page = keeping(room).shown
    assert isinstance(page, ErasePage)
    qtbot.waitUntil(lambda: bool(page.question.wanted))
    page.question.code.setText("OEFEN-1")
    hand.click(page.question.erase)
    qtbot.waitUntil(lambda: page.proof is not None)
    assert page.proof is not None
    assert page.proof.rows["session"] == 2
    assert talk.persistence.client is None
    assert not talk.controller.session.answers
    window.lock()
    qtbot.waitUntil(lambda: not opened.vault.is_open)
    assert not told


def test_a_backup_is_made_when_the_window_locks(qtbot: QtBot, window: MainWindow, room: RecordsRoom) -> None:
    window.lock()
    qtbot.waitUntil(lambda: not window.services.casebook.vault.is_open)
    assert len(window.keeper.backups.all()) == 1
    window.services.casebook.unlock(PASSPHRASE)
    qtbot.waitUntil(lambda: window.services.casebook.state is CasebookState.OPEN)
