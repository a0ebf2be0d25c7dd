"""Restoring in the real window: from the list, out of a damaged casebook, and on a new computer."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.casebook.backup.backups import Backup
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.language import Language
from guidance_kb.ui.core.casebook_service import CasebookService, CasebookState
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.records.admin.destinations import AdminPart
from guidance_kb.ui.records.admin.restore_page import RestoringView, Stage
from guidance_kb.ui.records.room import RecordsRoom
from guidance_kb.ui.records.vault.create_page import CreateView
from guidance_kb.ui.records.vault.idle_lock import idle_lock_of
from guidance_kb.ui.records.vault.unlock_page import UnlockView
from guidance_kb.ui.shell.window import MainWindow
from guidance_kb.ui.widgets.banner import Caution
from tests.casebook.conftest import CHEAP, OTHER, PASSPHRASE
from tests.hand import hand
from tests.ui.records.admin.conftest import choose, dialog_of, done, gone, has_keyboard, texts


@pytest.fixture
def backup(qtbot: QtBot, window: MainWindow, room: RecordsRoom, opened: CasebookService, client: int) -> Backup:
    """A backup, after which `OEFEN-1` got a note and `K-9` came."""
    backups = window.keeper.backups
    made = done(qtbot, opened, lambda store: backups.make(store.database))
    done(qtbot, opened, lambda store: (store.notes.write(client, "sindsdien"), store.clients.add("K-9")))
    return made


def shown(room: RecordsRoom) -> QWidget | None:
    """The page that is shown now."""
    return room.shown


def restoring(qtbot: QtBot, room: RecordsRoom) -> RestoringView:
    """The page that is shown, with the list of backups read."""
    page = room.shown
    assert isinstance(page, RestoringView)
    qtbot.waitUntil(lambda: page.which.count() > 1)
    return page


def go(qtbot: QtBot, page: RestoringView, to: Stage, passphrase: str = PASSPHRASE) -> None:
    if page.stage is Stage.CHOOSING:
        page.field.passphrase.setText(passphrase)
    hand.click(page.go)
    qtbot.waitUntil(lambda: page.stage is to)


def codes(qtbot: QtBot, service: CasebookService) -> list[str]:
    """The codes of the clients, after it was unlocked."""
    service.unlock(PASSPHRASE)
    qtbot.waitUntil(lambda: service.state is CasebookState.OPEN)
    return done(
        qtbot, service, lambda store: [code for (code,) in store.rows.all("SELECT code FROM client ORDER BY 1")]
    )


def test_from_the_list_it_is_previewed_restored_and_what_was_there_is_kept(
    qtbot: QtBot, room: RecordsRoom, opened: CasebookService, backup: Backup
) -> None:
    room.keep(AdminPart.BACKUPS)
    room.restore(backup.folder)
    assert opened.state is CasebookState.LOCKED
    page = restoring(qtbot, room)
    assert page.which.currentData() == backup.folder
    assert has_keyboard(page.field.passphrase)
    go(qtbot, page, Stage.SHOWING)
    said = texts(page)
    assert "3 clients, 1 conversation." in said
    assert "Is lost: only in the current records\nK-9" in said
    assert "Becomes as it was then\nOEFEN-1" in said
    assert "Stays as it is: 2 clients." in said
    assert page.field.passphrase.text() == ""
    assert has_keyboard(page.cancel)
    warned = [each.words.text() for each in page.findChildren(Caution) if each.isVisible()]
    assert warned == ["Is lost: only in the current records"]
    go(qtbot, page, Stage.DONE)
    assert has_keyboard(page.go)
    said = texts(page)
    assert "-replaced" in said
    assert "Your passphrase and recovery key stay as they are." in said
    hand.click(page.go)
    assert isinstance(shown(room), UnlockView)
    assert codes(qtbot, opened) == ["K-7", "OEFEN-1", "OEFEN-2"]
    assert done(qtbot, opened, lambda store: store.rows.all("SELECT 1 FROM note WHERE text = 'sindsdien'")) == []


def test_not_restoring_leaves_all_as_it_is(
    qtbot: QtBot, room: RecordsRoom, opened: CasebookService, backup: Backup
) -> None:
    room.restore(backup.folder)
    page = restoring(qtbot, room)
    go(qtbot, page, Stage.SHOWING)
    hand.click(page.cancel)
    assert page.stage is Stage.CHOOSING
    assert "OEFEN-1" not in texts(page)
    hand.click(page.cancel)
    assert isinstance(room.shown, UnlockView)
    assert "K-9" in codes(qtbot, opened)
    assert not (opened.folder / "restoring").exists()


@pytest.mark.parametrize("looking", [True, False], ids=["on its way", "shown"])
def test_locking_while_it_is_looked_at_lets_go_of_it(  # noqa: PLR0917 - fixtures
    qtbot: QtBot, window: MainWindow, room: RecordsRoom, opened: CasebookService, backup: Backup, looking: bool
) -> None:
    room.restore(backup.folder)
    page = restoring(qtbot, room)
    if looking:
        page.field.passphrase.setText(PASSPHRASE)
        hand.click(page.go)
    else:
        go(qtbot, page, Stage.SHOWING)
    window.lock()
    gone()
    assert isinstance(room.shown, UnlockView)
    assert "OEFEN-1" not in texts(window)
    assert "K-9" in codes(qtbot, opened)
    assert not (opened.folder / "restoring").exists()


def test_when_nobody_is_there_it_is_let_go_of(
    qtbot: QtBot, room: RecordsRoom, opened: CasebookService, backup: Backup
) -> None:
    room.restore(backup.folder)
    page = restoring(qtbot, room)
    go(qtbot, page, Stage.SHOWING)
    watch = idle_lock_of(opened)
    assert opened.state is CasebookState.LOCKED
    assert watch.is_on, "over what is shown of the backup"
    watch._last -= opened.settings.lock_minutes * 60 - 1
    watch.look()
    assert page.stage is Stage.SHOWING
    watch._last -= 2
    watch.look()
    assert isinstance(room.shown, UnlockView)
    assert not watch.is_on
    assert "K-9" in codes(qtbot, opened)


@pytest.mark.parametrize("clock", ["_ticked", "_ticked_wall"])
def test_after_a_sleep_nothing_of_it_is_on_the_screen(
    qtbot: QtBot, room: RecordsRoom, opened: CasebookService, backup: Backup, clock: str
) -> None:
    room.restore(backup.folder)
    page = restoring(qtbot, room)
    go(qtbot, page, Stage.SHOWING)
    assert "OEFEN-1" in texts(page)
    watch = idle_lock_of(opened)
    assert watch.is_on, "it looks every second"
    setattr(watch, clock, getattr(watch, clock) - 40)  # the last look, before the computer slept
    watch.look()
    gone()
    assert isinstance(room.shown, UnlockView)
    qtbot.waitUntil(lambda: not (opened.folder / "restoring").exists())


def test_the_watch_is_over_when_the_preview_is_left_or_put_back(
    qtbot: QtBot, room: RecordsRoom, opened: CasebookService, backup: Backup
) -> None:
    room.restore(backup.folder)
    page = restoring(qtbot, room)
    go(qtbot, page, Stage.SHOWING)
    hand.click(page.cancel)
    assert not idle_lock_of(opened).is_on
    go(qtbot, page, Stage.SHOWING)
    assert idle_lock_of(opened).is_on
    go(qtbot, page, Stage.DONE)
    assert not idle_lock_of(opened).is_on


def test_locking_while_it_is_being_restored_still_says_how_it_went(
    qtbot: QtBot, window: MainWindow, room: RecordsRoom, opened: CasebookService, backup: Backup
) -> None:
    room.restore(backup.folder)
    page = restoring(qtbot, room)
    go(qtbot, page, Stage.SHOWING)
    hand.click(page.go)
    window.lock()
    qtbot.waitUntil(lambda: page.stage is Stage.DONE)
    assert room.shown is page
    assert "-replaced" in texts(page)


def test_a_wrong_passphrase_is_said_and_typed_anew(qtbot: QtBot, room: RecordsRoom, backup: Backup) -> None:
    room.restore(backup.folder)
    page = restoring(qtbot, room)
    page.field.passphrase.setText("niet deze")
    hand.press("Return")
    qtbot.waitUntil(page.problem.isVisible)
    assert "not right" in page.problem.text()
    assert page.stage is Stage.CHOOSING
    assert page.field.passphrase.hasSelectedText()


def test_a_damaged_casebook_is_set_aside_and_the_newest_good_backup_restored(
    qtbot: QtBot, window: MainWindow, room: RecordsRoom, opened: CasebookService, backup: Backup
) -> None:
    backups = window.keeper.backups
    newer = done(qtbot, opened, lambda store: backups.make(store.database))
    opened.lock()
    qtbot.waitUntil(lambda: not opened.vault.is_open)
    for newest in backups.all():
        if newest not in {newer, backup}:  # that of locking
            backups.remove(newest)
    for damaged in (newer.database, opened.folder / "casebook.db"):
        content = bytearray(damaged.read_bytes())
        content[9000:9100] = bytes(100)
        damaged.write_bytes(content)
    page = room.shown
    assert isinstance(page, UnlockView)
    page.field.setText(PASSPHRASE)
    hand.click(page.go)
    qtbot.waitUntil(page.remedies.restore.isVisible)
    hand.click(page.remedies.restore)
    view = restoring(qtbot, room)
    assert view.which.currentText() == "The newest good one"
    go(qtbot, view, Stage.SHOWING)
    said = texts(view)
    assert "There are no readable records here to compare with" in said
    assert "Comes back" in said
    go(qtbot, view, Stage.DONE)
    assert "in the folder damaged-" in texts(view)
    (aside,) = opened.folder.glob("damaged-*")
    assert (aside / "casebook.db").stat().st_size > 0
    hand.click(view.go)
    assert codes(qtbot, opened) == ["K-7", "OEFEN-1", "OEFEN-2"]


def test_without_a_good_backup_it_says_so(
    qtbot: QtBot, window: MainWindow, room: RecordsRoom, opened: CasebookService, backup: Backup
) -> None:
    opened.lock()
    qtbot.waitUntil(lambda: not opened.vault.is_open)
    for each in window.keeper.backups.all():
        each.database.write_bytes(each.database.read_bytes()[:4096])
    room.restore()
    page = restoring(qtbot, room)
    page.which.setCurrentIndex(0)
    page.field.passphrase.setText(PASSPHRASE)
    hand.click(page.go)
    qtbot.waitUntil(page.problem.isVisible)
    assert "no good backup" in page.problem.text()


def test_on_a_new_computer_a_backup_that_was_carried_there_is_restored(  # noqa: PLR0917 - fixtures
    qtbot: QtBot, window: MainWindow, room: RecordsRoom, opened: CasebookService, backup: Backup, tmp_path: Path
) -> None:
    stick = tmp_path / "stick" / "backups"
    opened.lock()
    qtbot.waitUntil(lambda: not opened.vault.is_open)
    shutil.copytree(backup.folder, stick / backup.name)
    shutil.rmtree(opened.folder)
    opened.look()
    qtbot.waitUntil(lambda: opened.state is CasebookState.NONE)
    creating = shown(room)
    assert isinstance(creating, CreateView)
    creating.restore_chosen.emit()
    page = shown(room)
    assert isinstance(page, RestoringView)
    hand.click(page.elsewhere)
    choose(dialog_of(page), stick)
    qtbot.waitUntil(lambda: page.which.count() == 2)
    assert page.which.currentData() == stick / backup.name
    go(qtbot, page, Stage.SHOWING)
    assert idle_lock_of(opened).is_on, "also where there are no records to lock"
    go(qtbot, page, Stage.DONE)
    assert opened.state is CasebookState.LOCKED
    assert shown(room) is page
    assert "passphrase and the recovery key of that day" in texts(page)
    hand.click(page.go)
    assert isinstance(shown(room), UnlockView)
    assert codes(qtbot, opened) == ["K-7", "OEFEN-1", "OEFEN-2"]


def test_where_there_are_no_records_a_preview_goes_after_a_sleep_as_well(
    qtbot: QtBot, room: RecordsRoom, opened: CasebookService, backup: Backup, tmp_path: Path
) -> None:
    opened.lock()
    qtbot.waitUntil(lambda: not opened.vault.is_open)
    shutil.copytree(backup.folder, tmp_path / "stick" / backup.name)
    shutil.rmtree(opened.folder)
    opened.look()
    qtbot.waitUntil(lambda: opened.state is CasebookState.NONE)
    room.restore()
    page = shown(room)
    assert isinstance(page, RestoringView)
    page.use_folder(tmp_path / "stick")
    qtbot.waitUntil(lambda: page.which.currentData() == tmp_path / "stick" / backup.name)
    go(qtbot, page, Stage.SHOWING)
    watch = idle_lock_of(opened)
    watch._ticked -= 40
    watch.look()
    gone()
    assert isinstance(shown(room), CreateView)
    assert not watch.is_on


def test_a_folder_without_a_backup_is_said(
    qtbot: QtBot, window: MainWindow, room: RecordsRoom, backup: Backup, tmp_path: Path
) -> None:
    room.restore()
    page = restoring(qtbot, room)
    empty = tmp_path / "leeg"
    empty.mkdir()
    page.use_folder(empty)
    qtbot.waitUntil(page.problem.isVisible)
    assert "no backup in this folder" in page.problem.text()
    window.services.translation.use(Language.NL)
    qtbot.waitUntil(lambda: "geen reservekopie" in page.problem.text())


def test_a_backup_of_other_records_replaces_nothing(
    qtbot: QtBot, room: RecordsRoom, opened: CasebookService, backup: Backup, tmp_path: Path
) -> None:
    Vault(tmp_path / "ander", cost=CHEAP).create(OTHER)
    room.restore()
    page = restoring(qtbot, room)
    page.use_folder(tmp_path / "ander")
    qtbot.waitUntil(lambda: page.which.currentData() == tmp_path / "ander")
    page.field.passphrase.setText(OTHER)
    hand.click(page.go)
    qtbot.waitUntil(page.problem.isVisible)
    assert "another casebook" in page.problem.text()
    hand.click(page.cancel)
    assert "K-9" in codes(qtbot, opened)


def test_reaching_the_room_by_key_while_restoring_keeps_the_page(
    qtbot: QtBot, window: MainWindow, room: RecordsRoom, backup: Backup
) -> None:
    room.restore(backup.folder)
    page = restoring(qtbot, room)
    window.go_to_room(ViewId.START)
    window.go_to_room(ViewId.RECORDS)
    assert room.shown is page
    assert has_keyboard(page.field.passphrase)
