"""The Tab key through creating, unlocking and the pages of passphrase and key, in the real window."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.casebook.storage.files import KEY_FILE
from guidance_kb.language import Language
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.records.room import RecordsRoom
from guidance_kb.ui.records.vault.create_page import CreateView
from guidance_kb.ui.records.vault.passphrase_page import PassphraseChangePage, ReplacingRecoveryKey
from guidance_kb.ui.records.vault.unlock_page import RecoveryView, UnlockView
from guidance_kb.ui.shell.window import MainWindow
from tests.casebook.conftest import OTHER, PASSPHRASE
from tests.hand import hand
from tests.ui.records.admin.tabbing import goes_round

W = TypeVar("W", bound=QWidget)


def room_of(window: MainWindow) -> RecordsRoom:
    """The records room of the window, in English."""
    window.services.translation.use(Language.EN)
    window.go_to_room(ViewId.RECORDS)
    found = window.view(ViewId.RECORDS)
    assert isinstance(found, RecordsRoom)
    return found


def shown(room: RecordsRoom, kind: type[W]) -> W:
    """The page of the room, which is of this kind."""
    assert isinstance(room.shown, kind)
    return room.shown


def test_creating_in_its_three_steps(qtbot: QtBot, window: MainWindow) -> None:
    view = shown(room_of(window), CreateView)
    goes_round(qtbot, window, view.go)
    hand.click(view.go)
    goes_round(qtbot, window, view.passphrase.first)
    for field in (view.passphrase.first, view.passphrase.second):
        hand.write(field, PASSPHRASE)
    stops = goes_round(qtbot, window, view.passphrase.first)
    assert stops[:4] == [view.passphrase.first, view.passphrase.second, view.back, view.go]
    hand.click(view.go)
    qtbot.waitUntil(lambda: view.step == 3)
    stops = goes_round(qtbot, window, view.key.print)
    assert stops[:4] == [view.key.print, view.key.save, view.back, view.go]
    hand.click(view.go)
    for number, field in zip(view.key.asked, view.key.fields, strict=True):
        hand.write(field, view.key.key.split("-")[number - 1])
    stops = goes_round(qtbot, window, view.key.fields[0])
    assert stops[:5] == [*view.key.fields, view.key.look_again, view.back, view.go]
    view.stop()


def test_unlocking(qtbot: QtBot, locked: CasebookService, window: MainWindow) -> None:
    view = shown(room_of(window), UnlockView)
    goes_round(qtbot, window, view.field)
    view.field.setText(PASSPHRASE)
    assert view.go in goes_round(qtbot, window, view.field)


def test_what_can_be_done_when_it_does_not_open(qtbot: QtBot, locked: CasebookService, window: MainWindow) -> None:
    (locked.folder / KEY_FILE).unlink()
    view = shown(room_of(window), UnlockView)
    view.field.setText(PASSPHRASE)
    hand.click(view.go)
    qtbot.waitUntil(view.remedies.isVisible)
    hand.click(view.remedies.aside)
    view.remedies.understood.setChecked(True)
    stops = goes_round(qtbot, window, view.field)
    assert view.remedies.do_it in stops
    assert stops.index(view.remedies.restore) < stops.index(view.remedies.aside) < stops.index(view.go)


def test_the_way_of_the_recovery_key(qtbot: QtBot, locked: CasebookService, window: MainWindow) -> None:
    room = room_of(window)
    shown(room, UnlockView).forgotten.emit()
    page = shown(room, RecoveryView)
    page.key.setText("A")
    for field in (page.new.first, page.new.second):
        field.setText(OTHER)
    stops = goes_round(qtbot, window, page.key)
    assert stops[:3] == [page.key, page.new.first, page.new.second]
    assert page.go in stops


def test_a_new_recovery_key(qtbot: QtBot, opened: CasebookService, window: MainWindow) -> None:
    room = room_of(window)
    assert room.unconfirmed.isVisible()
    goes_round(qtbot, window, room.manage)
    room.replace_recovery_key()
    page = shown(room, ReplacingRecoveryKey)
    page.passphrase.setText(PASSPHRASE)
    assert page.go in goes_round(qtbot, window, page.passphrase)
    hand.click(page.go)
    qtbot.waitUntil(page.key.isVisible)
    assert page.go in goes_round(qtbot, window, page.key.print)
    hand.click(page.go)
    assert page.key.look_again in goes_round(qtbot, window, page.key.fields[0])


def test_changing_the_passphrase(qtbot: QtBot, opened: CasebookService, window: MainWindow) -> None:
    room = room_of(window)
    room.change_passphrase()
    page = shown(room, PassphraseChangePage)
    page.passphrase.setText(PASSPHRASE)
    for field in (page.new.first, page.new.second):
        field.setText(OTHER)
    stops = goes_round(qtbot, window, page.passphrase)
    assert stops[:3] == [page.passphrase, page.new.first, page.new.second]
    assert page.go in stops
