from pathlib import Path

from pytestqt.qtbot import QtBot

from guidance_kb.casebook.backup.backups import Backups
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.errors import KnownError
from guidance_kb.ui.core.casebook_service import CasebookService, CasebookState
from guidance_kb.ui.records.admin.auto_backup import auto_backup_of, now
from tests.casebook.conftest import CHEAP, PASSPHRASE
from tests.ui.records.admin.conftest import done


def notes_in(folder: Path) -> list[str]:
    """The notes in the newest backup, opened as on another computer."""
    newest = Backups(Vault(folder, cost=CHEAP), now).all()[0]
    copy = Vault(newest.folder, cost=CHEAP)
    store = copy.open(PASSPHRASE)
    found = [text for (text,) in store.rows.all("SELECT text FROM note")]
    copy.close()
    return found


def test_there_is_one_keeper_of_a_desk(service: CasebookService) -> None:
    assert auto_backup_of(service) is auto_backup_of(service)
    assert not auto_backup_of(service).timer.isActive()


def test_it_makes_a_backup_every_half_hour_but_only_if_something_changed(
    qtbot: QtBot, opened: CasebookService, client: int
) -> None:
    keeper = auto_backup_of(opened)
    assert keeper.timer.isActive()
    assert keeper.timer.interval() == 30 * 60 * 1000
    with qtbot.waitSignal(keeper.kept):
        keeper.timer.timeout.emit()
    assert len(keeper.backups.all()) == 1
    keeper.timer.timeout.emit()
    done(qtbot, opened, lambda store: store.notes.write(client, "daarna"))  # the worker was there
    assert len(keeper.backups.all()) == 1
    with qtbot.waitSignal(keeper.kept):
        keeper.timer.timeout.emit()
    assert len(keeper.backups.all()) == 2


def test_locking_makes_a_backup_with_what_was_written_last(qtbot: QtBot, opened: CasebookService, client: int) -> None:
    keeper = auto_backup_of(opened)
    opened.about_to_lock.connect(
        lambda: opened.execute(opened, lambda store: store.notes.write(client, "op het laatst"))
    )
    opened.lock()
    assert not keeper.timer.isActive()
    qtbot.waitUntil(lambda: not opened.vault.is_open)
    assert "op het laatst" in notes_in(opened.folder)


def test_quitting_makes_a_backup(opened: CasebookService) -> None:
    auto_backup_of(opened)
    opened.close()
    assert "belt morgen terug" in notes_in(opened.folder)


def test_a_backup_that_cannot_be_made_is_said_and_does_not_keep_it_open(qtbot: QtBot, opened: CasebookService) -> None:
    told: list[KnownError] = []
    opened.failed.connect(told.append)
    auto_backup_of(opened)
    (opened.folder / "backups").write_text("in the way", "utf-8")
    opened.lock()
    qtbot.waitUntil(lambda: bool(told))
    assert opened.state is CasebookState.LOCKED
    qtbot.waitUntil(lambda: not opened.vault.is_open)
