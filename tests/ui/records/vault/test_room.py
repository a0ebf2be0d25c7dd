from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.conversation.answers import State as Said
from guidance_kb.preferences.options import RecordsSettings
from guidance_kb.ui.conversation.checklist.item_row import ItemRow
from guidance_kb.ui.conversation.session.session_persistence import SaveStatus
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.casebook_service import CasebookService, CasebookState
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.write_queue import casebook_writes
from guidance_kb.ui.records.admin.backups import BackupsPanel
from guidance_kb.ui.records.admin.destinations import AdminPart
from guidance_kb.ui.records.admin.restore_page import RestoringView
from guidance_kb.ui.records.admin.view import AdminView
from guidance_kb.ui.records.room import RecordsRoom
from guidance_kb.ui.records.vault.create_page import CreateView
from guidance_kb.ui.records.vault.passphrase_page import PassphraseChangePage, ReplacingRecoveryKey
from guidance_kb.ui.records.vault.unlock_page import RecoveryView, UnlockView
from guidance_kb.ui.shell.window import MainWindow
from tests.casebook.conftest import CHEAP, OTHER, PASSPHRASE
from tests.casebook.people import RULES
from tests.hand import hand


def room(window: MainWindow) -> RecordsRoom:
    found = window.view(ViewId.RECORDS)
    assert isinstance(found, RecordsRoom)
    return found


@pytest.fixture
def unlock(qtbot: QtBot, made: Vault, window: MainWindow, service: CasebookService) -> Callable[[], None]:
    """Opens the casebook, with the records shown."""
    service.look()
    qtbot.waitUntil(lambda: service.state is CasebookState.LOCKED)
    window.go_to_room(ViewId.RECORDS)

    def open_it() -> None:
        service.unlock(PASSPHRASE)
        qtbot.waitUntil(lambda: service.state is CasebookState.OPEN)

    return open_it


def test_without_a_casebook_the_room_offers_to_create_one_and_the_rest_works(
    window: MainWindow, service: CasebookService
) -> None:
    window.go_to_room(ViewId.RECORDS)
    assert isinstance(room(window).shown, CreateView)
    for other in ViewId:
        window.go_to_room(other)
    assert not window.topbar.lock.isVisible()
    assert not service.folder.exists()


def test_closed_open_and_closed_again(window: MainWindow, service: CasebookService, unlock: Callable[[], None]) -> None:
    assert isinstance(room(window).shown, UnlockView)
    unlock()
    assert room(window).shown is room(window).records
    assert room(window).manage.isVisible()
    assert window.topbar.lock.isVisible()
    hand.click(window.topbar.lock)
    assert isinstance(room(window).shown, UnlockView)
    assert not room(window).manage.isVisible()
    assert not window.topbar.lock.isVisible()


def test_the_keyboard_follows(qtbot: QtBot, window: MainWindow, unlock: Callable[[], None]) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    shown = room(window).shown
    assert isinstance(shown, UnlockView)
    assert shown.field.hasFocus()
    unlock()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert room(window).isAncestorOf(focused)
    window.lock()
    again = room(window).shown
    assert isinstance(again, UnlockView)
    assert again.field.hasFocus()


def test_creating_begins_and_goes_on_by_return_alone(
    qtbot: QtBot, window: MainWindow, service: CasebookService
) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    window.go_to_room(ViewId.RECORDS)
    view = room(window).shown
    assert isinstance(view, CreateView)
    assert view.go.hasFocus()
    hand.press("Return")
    for field in (view.passphrase.first, view.passphrase.second):
        assert field.hasFocus()
        hand.write(field, PASSPHRASE)
        hand.press("Return")
    qtbot.waitUntil(lambda: view.step == 3)
    assert view.key.print.hasFocus()  # one Return too many leaves the key in sight
    view.stop()


def test_return_presses_the_button_that_has_the_keyboard(
    qtbot: QtBot, window: MainWindow, unlock: Callable[[], None]
) -> None:
    unlock()
    room(window).keep(AdminPart.BACKUPS)
    shown = room(window).shown
    assert isinstance(shown, AdminView)
    assert shown.parts is not None
    panel = shown.parts.panel(AdminPart.BACKUPS)
    assert isinstance(panel, BackupsPanel)
    assert panel.make.hasFocus()
    hand.press("Return")
    qtbot.waitUntil(lambda: bool(panel.model.backups))


def test_the_way_of_the_recovery_key_and_back(window: MainWindow, unlock: Callable[[], None]) -> None:
    shown = room(window).shown
    assert isinstance(shown, UnlockView)
    shown.forgotten.emit()
    recovering = room(window).shown
    assert isinstance(recovering, RecoveryView)
    recovering.left.emit()
    assert room(window).shown is shown


def test_an_unconfirmed_recovery_key_is_said_and_replaced(
    qtbot: QtBot, window: MainWindow, service: CasebookService, unlock: Callable[[], None]
) -> None:
    unlock()
    assert room(window).unconfirmed.isVisible()
    room(window).replace_recovery_key()
    page = room(window).shown
    assert isinstance(page, ReplacingRecoveryKey)
    hand.write(page.passphrase, PASSPHRASE)
    hand.click(page.go)
    qtbot.waitUntil(page.key.isVisible)
    key = page.key.key
    hand.click(page.go)
    for number, field in zip(page.key.asked, page.key.fields, strict=True):
        hand.write(field, key.split("-")[number - 1])
    hand.click(page.go)
    assert room(window).shown is room(window).records
    assert not room(window).unconfirmed.isVisible()
    service.close()
    vault = Vault(service.folder, cost=CHEAP)
    vault.open_with_recovery(key)
    vault.close()


def test_the_passphrase_is_changed(
    qtbot: QtBot, window: MainWindow, service: CasebookService, unlock: Callable[[], None]
) -> None:
    unlock()
    room(window).change_passphrase()
    page = room(window).shown
    assert isinstance(page, PassphraseChangePage)
    hand.write(page.passphrase, PASSPHRASE)
    hand.write(page.new.first, OTHER)
    hand.write(page.new.second, OTHER)
    hand.click(page.go)
    qtbot.waitUntil(lambda: room(window).shown is room(window).records)
    service.close()
    vault = Vault(service.folder, cost=CHEAP)
    vault.open(OTHER)
    vault.close()


def test_a_wrong_passphrase_changes_nothing_and_is_said(
    qtbot: QtBot, window: MainWindow, unlock: Callable[[], None]
) -> None:
    unlock()
    room(window).change_passphrase()
    page = room(window).shown
    assert isinstance(page, PassphraseChangePage)
    hand.write(page.passphrase, "niet deze")
    hand.write(page.new.first, OTHER)
    hand.write(page.new.second, OTHER)
    hand.click(page.go)
    qtbot.waitUntil(page.problem.isVisible)
    assert "niets veranderd" in page.problem.text()
    assert room(window).shown is page


def test_locking_in_the_middle_leaves_no_field_with_anything_in_it(
    qtbot: QtBot, window: MainWindow, service: CasebookService, unlock: Callable[[], None]
) -> None:
    unlock()
    room(window).change_passphrase()
    page = room(window).shown
    assert isinstance(page, PassphraseChangePage)
    hand.write(page.passphrase, PASSPHRASE)
    dialog = QDialog(window)
    dialog.open()
    service.lock()
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: not room(window).findChildren(PassphraseChangePage))
    assert [each.text() for each in room(window).findChildren(QLineEdit)] == [""]
    assert not room(window).findChildren(QPlainTextEdit)


def test_how_long_it_stays_open_is_chosen_in_the_menu(
    qtbot: QtBot, window: MainWindow, service: CasebookService, unlock: Callable[[], None]
) -> None:
    unlock()
    menu = room(window).minutes
    checked = [action.text() for action in menu.actions() if action.isChecked()]
    assert checked == ["na 10 minuten"]
    next(action for action in menu.actions() if action.text() == "na 5 minuten").trigger()
    assert service.settings.lock_minutes == 5
    window.lock()
    service.settings = RecordsSettings()
    unlock()
    assert service.settings.lock_minutes == 5


def test_the_window_says_nothing_of_a_client_in_its_title(
    qtbot: QtBot, window: MainWindow, service: CasebookService, unlock: Callable[[], None]
) -> None:
    unlock()
    service.execute(service, lambda store: store.clients.add("K-001").id, window.open_record)
    qtbot.waitUntil(lambda: (records := room(window).records) is not None and records.controller.record is not None)
    assert window.windowTitle() == "Guidance KB"
    window.go_to_room(ViewId.START)
    window.go_back()
    assert room(window).isVisible()


def test_the_client_of_before_is_there_again_after_unlocking(
    qtbot: QtBot, window: MainWindow, service: CasebookService, unlock: Callable[[], None]
) -> None:
    unlock()
    service.execute(service, lambda store: store.clients.add("K-001").id, window.open_record)

    def shown() -> str:
        records = room(window).records
        return records.controller.record.timeline.client.code if records and records.controller.record else ""

    qtbot.waitUntil(lambda: shown() == "K-001")
    window.lock()
    assert shown() == ""
    unlock()
    qtbot.waitUntil(lambda: shown() == "K-001")


def test_from_a_record_to_a_conversation_that_is_saved_and_back(
    qtbot: QtBot, window: MainWindow, service: CasebookService, unlock: Callable[[], None], made: Vault
) -> None:
    unlock()
    clients: list[int] = []
    service.execute(service, lambda store: store.clients.add("K-001").id, clients.append)
    qtbot.waitUntil(lambda: bool(clients))
    window.start_conversation(clients[0])
    view = window.view(ViewId.CONVERSATION)
    assert isinstance(view, ConversationView)
    qtbot.waitUntil(lambda: view.persistence.status is SaveStatus.NOTHING_SAID)
    view.controller.set_state("vraag-zorg", Said.NAMED)
    qtbot.waitUntil(lambda: view.persistence.status is SaveStatus.KEPT)
    window.lock()
    assert not view.controller.session.answers  # nothing of it is left on the screen
    window.open_record(clients[0])
    assert isinstance(room(window).shown, UnlockView)
    service.close()
    store = made.open(PASSPHRASE)
    (draft,) = store.sessions.drafts()
    assert (draft.code, draft.answered, draft.held.in_hand) == ("K-001", 1, False)
    made.close()


def test_closing_the_window_closes_the_casebook(
    window: MainWindow, service: CasebookService, unlock: Callable[[], None], made: Vault
) -> None:
    unlock()
    service.execute(service, lambda store: store.clients.add("K-001"))
    window.close()
    store = made.open(PASSPHRASE)  # so nobody has it
    assert store.clients.find("K-001") is not None
    made.close()


@pytest.mark.parametrize("part", list(AdminPart))
def test_the_menu_leads_to_keeping_and_back(window: MainWindow, unlock: Callable[[], None], part: AdminPart) -> None:
    unlock()
    room(window).keep(part)
    page = room(window).shown
    assert isinstance(page, AdminView)
    assert not room(window).manage.isVisible()
    page.left.emit()
    assert room(window).shown is room(window).records
    assert room(window).manage.isVisible()


def test_a_backup_can_be_restored_without_opening_the_casebook(window: MainWindow, unlock: Callable[[], None]) -> None:
    shown = room(window).shown
    assert isinstance(shown, UnlockView)
    shown.restore_chosen.emit()
    page = room(window).shown
    assert isinstance(page, RestoringView)
    page.left.emit()
    assert isinstance(room(window).shown, UnlockView)


def test_restoring_locks_first(window: MainWindow, service: CasebookService, unlock: Callable[[], None]) -> None:
    unlock()
    room(window).restore()
    assert service.state is CasebookState.LOCKED
    assert isinstance(room(window).shown, RestoringView)


def test_a_backup_is_made_when_it_locks(
    qtbot: QtBot, window: MainWindow, service: CasebookService, unlock: Callable[[], None]
) -> None:
    unlock()
    service.execute(service, lambda store: store.clients.add("K-001"))
    window.lock()
    service.close()
    assert len(list((service.folder / "backups").iterdir())) == 1


def test_what_could_not_be_saved_is_not_lost_by_closing_the_window(
    qtbot: QtBot, window: MainWindow, service: CasebookService, unlock: Callable[[], None], made: Vault
) -> None:
    unlock()
    clients: list[int] = []
    service.execute(service, lambda store: store.clients.add("K-001").id, clients.append)
    qtbot.waitUntil(lambda: bool(clients))
    window.start_conversation(clients[0])
    view = window.view(ViewId.CONVERSATION)
    assert isinstance(view, ConversationView)
    qtbot.waitUntil(lambda: view.persistence.status is SaveStatus.NOTHING_SAID)
    service.execute(
        service, lambda store: store.database.execute("PRAGMA query_only = ON")
    )  # as a disk that takes nothing any more
    view.controller.set_state("vraag-zorg", Said.NAMED)
    qtbot.waitUntil(lambda: view.persistence.status is SaveStatus.REFUSED)
    window.close()
    assert window.isVisible()
    assert service.state is CasebookState.LOCKED
    unlock()
    qtbot.waitUntil(lambda: casebook_writes(service).waiting == 0)
    window.close()
    assert not window.isVisible()
    store = made.open(PASSPHRASE)
    (draft,) = store.sessions.drafts()
    assert draft.answered == 1
    made.close()


def test_a_conversation_that_is_begun_from_a_record_takes_keys_at_once(
    qtbot: QtBot, window: MainWindow, service: CasebookService, unlock: Callable[[], None]
) -> None:
    unlock()
    qtbot.waitUntil(window.isActiveWindow)
    made: list[int] = []
    service.execute(service, lambda store: store.clients.add("K-1").id, made.append)
    qtbot.waitUntil(lambda: bool(made))
    window.start_conversation(made[0])
    view = window.view(ViewId.CONVERSATION)
    assert isinstance(view, ConversationView)
    qtbot.waitUntil(lambda: view.persistence.status is SaveStatus.NOTHING_SAID)
    focus = QApplication.focusWidget()
    assert isinstance(focus, ItemRow)
    hand.press("1")
    assert view.controller.session.answer(focus.item.id).state is Said.NAMED


def test_after_a_crash_the_keyboard_is_at_the_question(
    qtbot: QtBot, window: MainWindow, service: CasebookService, unlock: Callable[[], None]
) -> None:
    unlock()
    done: list[bool] = []
    service.execute(service, lambda store: bool(store.sessions.begin(store.clients.add("K-1").id, RULES)), done.append)
    qtbot.waitUntil(lambda: bool(done))
    window.lock()
    unlock()
    view = window.view(ViewId.CONVERSATION)
    assert isinstance(view, ConversationView)
    qtbot.waitUntil(view.cut_off.go_on.hasFocus)
    hand.press("Space")
    qtbot.waitUntil(lambda: view.persistence.status is SaveStatus.KEPT)
