"""The Tab key through every page of keeping, in the real window."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from guidance_kb.ui.core.casebook_service import CasebookService, CasebookState
from guidance_kb.ui.records.admin.backups import BackupsPanel
from guidance_kb.ui.records.admin.destinations import AdminPart, OfClient
from guidance_kb.ui.records.admin.erase_page import ErasePage, ProofPanel
from guidance_kb.ui.records.admin.export_page import CopyPage, HandOverPage
from guidance_kb.ui.records.admin.import_page import TakeInPanel
from guidance_kb.ui.records.admin.page import AdminPage, Panel
from guidance_kb.ui.records.admin.restore_page import RestoringView, Stage
from guidance_kb.ui.records.admin.retention import RetentionPanel
from guidance_kb.ui.records.admin.texts import TextsPanel
from guidance_kb.ui.records.admin.view import AdminView, PartsPage
from guidance_kb.ui.records.room import RecordsRoom
from guidance_kb.ui.shell.window import MainWindow
from tests.casebook.conftest import PASSPHRASE
from tests.hand import hand
from tests.ui.records.admin.conftest import done
from tests.ui.records.admin.tabbing import goes_round
from tests.ui.records.admin.test_retention import past, press


def page_of(room: RecordsRoom) -> AdminPage:
    assert isinstance(room.shown, AdminView)
    return room.shown.shown


def panel_of(room: RecordsRoom, part: AdminPart) -> Panel:
    room.keep(part)
    page = page_of(room)
    assert isinstance(page, PartsPage)
    return page.panel(part)


def test_backups_with_the_form_that_tests_one(qtbot: QtBot, window: MainWindow, room: RecordsRoom) -> None:
    panel = panel_of(room, AdminPart.BACKUPS)
    assert isinstance(panel, BackupsPanel)
    goes_round(qtbot, window, page_of(room).back)
    hand.click(panel.make)
    qtbot.waitUntil(lambda: bool(panel.model.backups) and panel.model.unread() is None)
    hand.click(panel.test)
    stops = goes_round(qtbot, window, page_of(room).back)
    form = panel.form
    assert stops[2:10] == [
        panel.make, panel.open_folder, panel.table, panel.test, panel.restore,
        form.field.passphrase, form.field.other, form.cancel,
    ]  # fmt: skip
    hand.click(form.field.other)
    assert form.field.key in goes_round(qtbot, window, page_of(room).back)


def test_terms_with_the_form_that_keeps_longer(
    qtbot: QtBot, window: MainWindow, room: RecordsRoom, opened: CasebookService
) -> None:
    done(qtbot, opened, past)
    panel = panel_of(room, AdminPart.RETENTION)
    assert isinstance(panel, RetentionPanel)
    qtbot.waitUntil(lambda: panel.terms is not None and bool(panel.terms.past))
    goes_round(qtbot, window, page_of(room).back)
    press(panel, "Keep longer… K-1")
    assert panel.form.reason in goes_round(qtbot, window, page_of(room).back)


def test_taking_over_with_an_offer(
    qtbot: QtBot, window: MainWindow, room: RecordsRoom, client: int, tmp_path: Path
) -> None:
    room.keep(OfClient.HAND_OVER, client)
    page = page_of(room)
    assert isinstance(page, HandOverPage)
    qtbot.waitUntil(lambda: "OEFEN-1" in page.title.text())
    goes_round(qtbot, window, page.back)
    page.hand_over(tmp_path / "OEFEN-1.gkbt")
    qtbot.waitUntil(lambda: bool(page.spoken.text()))
    assert page.done in goes_round(qtbot, window, page.back)
    code = page.spoken.text()
    hand.click(page.done)
    panel = panel_of(room, AdminPart.TAKE_IN)
    assert isinstance(panel, TakeInPanel)
    goes_round(qtbot, window, page_of(room).back)
    panel.use_file(tmp_path / "OEFEN-1.gkbt")
    panel.code.setText(code)
    hand.click(panel.look)
    qtbot.waitUntil(lambda: panel.offer.offer is not None)
    assert panel.offer.leave in goes_round(qtbot, window, page_of(room).back)


def test_texts_and_the_record_of_processing(qtbot: QtBot, window: MainWindow, room: RecordsRoom) -> None:
    panel = panel_of(room, AdminPart.TEXTS)
    assert isinstance(panel, TextsPanel)
    for at in (0, panel.which.count() - 1):
        panel.which.setCurrentIndex(at)
        assert panel.which in goes_round(qtbot, window, page_of(room).back)


def test_a_copy(qtbot: QtBot, window: MainWindow, room: RecordsRoom, client: int) -> None:
    room.keep(OfClient.COPY, client)
    page = page_of(room)
    assert isinstance(page, CopyPage)
    qtbot.waitUntil(lambda: page.everything is not None)
    assert page.paper in goes_round(qtbot, window, page.back)


def test_erasing_and_its_proof(qtbot: QtBot, window: MainWindow, room: RecordsRoom, client: int) -> None:
    window.keeper.look()
    room.keep(OfClient.ERASE, client)
    page = page_of(room)
    assert isinstance(page, ErasePage)
    qtbot.waitUntil(lambda: page.question.wanted == "OEFEN-1")
    goes_round(qtbot, window, page.back)
    hand.write(page.question.code, "OEFEN-1")
    assert page.question.erase in goes_round(qtbot, window, page.back)
    hand.click(page.question.erase)
    qtbot.waitUntil(lambda: page.proof is not None)
    shown = page.findChild(ProofPanel)
    assert shown is not None
    stops = goes_round(qtbot, window, page.back)
    assert stops[1:7] == [shown.ways.print, shown.ways.pdf, shown.ways.html, shown.clear, shown.paper, stops[6]]


def test_restoring(qtbot: QtBot, window: MainWindow, room: RecordsRoom, opened: CasebookService) -> None:
    backups = window.keeper.backups
    made = done(qtbot, opened, lambda store: backups.make(store.database))
    room.restore(made.folder)
    page = room.shown
    assert isinstance(page, RestoringView)
    qtbot.waitUntil(lambda: page.which.count() > 1)
    hand.click(page.field.other)
    assert page.field.key in goes_round(qtbot, window, page.which)
    hand.click(page.field.other)
    assert page.go not in goes_round(qtbot, window, page.which)
    page.field.passphrase.setText(PASSPHRASE)
    assert page.go in goes_round(qtbot, window, page.which)
    hand.click(page.go)
    qtbot.waitUntil(lambda: page.stage is Stage.SHOWING)
    assert page.cancel in goes_round(qtbot, window, page.go)
    hand.click(page.go)
    qtbot.waitUntil(lambda: page.stage is Stage.DONE)
    goes_round(qtbot, window, page.go)
    assert opened.state is CasebookState.LOCKED
