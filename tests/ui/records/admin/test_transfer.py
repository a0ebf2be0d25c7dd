from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.casebook.privacy.erasure import Erasure
from guidance_kb.casebook.transfer.transfers import Known
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.admin.auto_backup import auto_backup_of, now
from guidance_kb.ui.records.admin.export_page import HandOverPage
from guidance_kb.ui.records.admin.import_page import TakeInPanel
from tests.hand import hand
from tests.ui.records.admin.conftest import choose, dialog_of, done, has_keyboard, texts

ShowPage = Callable[[Callable[[Services], QWidget]], QWidget]
Handed = tuple[Path, str]


@pytest.fixture
def handed(qtbot: QtBot, client: int, show: ShowPage, tmp_path: Path) -> Handed:
    """The file and the code of `OEFEN-1`, handed over on the page."""
    made = show(lambda services: HandOverPage(services, client))
    assert isinstance(made, HandOverPage)
    qtbot.waitUntil(lambda: "OEFEN-1" in made.title.text())
    hand.click(made.make)
    dialog = dialog_of(made)
    assert [Path(name).name for name in dialog.selectedFiles()] == ["OEFEN-1.gkbt"]
    path = tmp_path / "OEFEN-1.gkbt"
    choose(dialog, path)
    qtbot.waitUntil(lambda: bool(made.spoken.text()))
    code = made.spoken.text()
    assert made.spoken.isVisible()
    assert len(code.split()) == 7
    assert has_keyboard(made.done)
    assert not made.make.isVisible()
    made.hide()
    return path, code


@pytest.fixture
def panel(show: ShowPage) -> TakeInPanel:
    made = show(TakeInPanel)
    assert isinstance(made, TakeInPanel)
    return made


def look(qtbot: QtBot, panel: TakeInPanel, handed: Handed) -> None:
    path, code = handed
    hand.click(panel.choose)
    choose(dialog_of(panel), path)
    assert has_keyboard(panel.code)
    panel.code.clear()
    hand.write(panel.code, code)
    hand.press("Return")
    qtbot.waitUntil(lambda: panel.offer.offer is not None or bool(panel.told.text))


def erase(qtbot: QtBot, service: CasebookService, client: int) -> None:
    erasing = Erasure(service.vault, auto_backup_of(service).backups, now)
    done(qtbot, service, lambda store: erasing.erase(store, client))


def test_the_file_says_nothing_without_the_code(handed: Handed) -> None:
    content = handed[0].read_bytes()
    assert b"OEFEN" not in content
    assert b"moeder" not in content


def test_the_same_record_twice_is_harmless(qtbot: QtBot, panel: TakeInPanel, handed: Handed) -> None:
    look(qtbot, panel, handed)
    assert panel.offer.offer is not None
    assert panel.offer.offer.known is Known.SAME
    assert "There is nothing to take over." in texts(panel)
    assert not panel.offer.take.isVisible()
    assert has_keyboard(panel.offer.leave)


def test_what_is_in_it_is_shown_before_it_is_taken_in(
    qtbot: QtBot, panel: TakeInPanel, handed: Handed, opened: CasebookService, client: int
) -> None:
    erase(qtbot, opened, client)
    look(qtbot, panel, handed)
    said = texts(panel)
    assert "In the file: OEFEN-1" in said
    assert "In it: 1 conversation, 1 step, 6 moments of follow-up, 1 note" in said
    assert "Spoken with on " in said
    assert not panel.look.isVisible()
    assert "It was erased here on" in said
    assert done(qtbot, opened, lambda store: store.clients.find("OEFEN-1")) is None
    hand.click(panel.offer.take)
    qtbot.waitUntil(panel.show_record.isVisible)
    found = done(qtbot, opened, lambda store: store.clients.find("OEFEN-1"))
    assert found is not None
    assert panel.told.text.startswith("Taken over as OEFEN-1.")
    assert panel.code.text() == ""
    assert len(auto_backup_of(opened).backups.all()) == 1
    wanted: list[int] = []
    panel.record_requested.connect(wanted.append)
    hand.click(panel.show_record)
    assert wanted == [found.id]


def test_a_record_that_was_written_in_since_is_replaced_only_when_that_is_chosen(
    qtbot: QtBot, panel: TakeInPanel, handed: Handed, opened: CasebookService, client: int
) -> None:
    done(qtbot, opened, lambda store: store.notes.write(client, "sindsdien"))
    gone: list[int] = []
    opened.erased.connect(gone.append)
    look(qtbot, panel, handed)
    assert not panel.offer.take.isEnabled()
    assert has_keyboard(panel.offer.replace)
    panel.offer.replace.setChecked(True)
    hand.click(panel.offer.take)
    qtbot.waitUntil(panel.show_record.isVisible)
    assert done(qtbot, opened, lambda store: store.rows.all("SELECT text FROM note WHERE text = 'sindsdien'")) == []
    assert gone == [client]


def test_a_code_that_is_another_clients_asks_for_another(
    qtbot: QtBot, panel: TakeInPanel, handed: Handed, opened: CasebookService, client: int
) -> None:
    erase(qtbot, opened, client)
    done(qtbot, opened, lambda store: store.clients.add("OEFEN-1"))
    look(qtbot, panel, handed)
    assert has_keyboard(panel.offer.code)
    panel.offer.code.setText("K-7")
    hand.click(panel.offer.take)
    qtbot.waitUntil(lambda: "another record" in panel.told.text.lower())
    assert panel.offer.isEnabled()
    panel.offer.code.setText("K-8")
    hand.click(panel.offer.take)
    qtbot.waitUntil(panel.show_record.isVisible)
    assert done(qtbot, opened, lambda store: store.clients.find("K-8")) is not None


def test_a_wrong_code_is_said_and_nothing_is_shown(qtbot: QtBot, panel: TakeInPanel, handed: Handed) -> None:
    path, code = handed
    look(qtbot, panel, (path, code[::-1]))
    assert panel.offer.offer is None
    assert "error in the code" in panel.told.text or "does not fit" in panel.told.text
    assert has_keyboard(panel.code)


def test_a_file_of_something_else_is_refused(qtbot: QtBot, panel: TakeInPanel, handed: Handed, tmp_path: Path) -> None:
    other = tmp_path / "iets.gkbt"
    other.write_bytes(b"iets anders")
    look(qtbot, panel, (other, handed[1]))
    assert "no transfer file" in panel.told.text


@pytest.mark.parametrize("way", ["button", "Esc"])
def test_opening_a_file_can_be_stopped_and_nothing_comes_of_it(
    qtbot: QtBot, panel: TakeInPanel, handed: Handed, opened: CasebookService, way: str
) -> None:
    path, code = handed
    before, gate = done(qtbot, opened, lambda store: store.clients.count()), Event()
    opened.execute(opened, lambda _: gate.wait(20))  # the worker is busy, as it is with a large file
    panel.use_file(path)
    hand.keys(code)
    hand.press("Return")
    assert panel.working.isVisible()
    assert not panel.look.isEnabled()
    if way == "button":
        hand.click(panel.stop)
    else:
        hand.press("Esc")
    assert panel.told.text == "Stopped. Nothing has changed."
    assert not panel.working.isVisible()
    assert not panel.stop.isVisible()
    gate.set()
    assert done(qtbot, opened, lambda store: store.clients.count()) == before
    assert panel.offer.offer is None
    assert panel.told.text == "Stopped. Nothing has changed."
    look(qtbot, panel, handed)
    assert panel.offer.offer is not None
    assert not panel.stop.isVisible()


def test_locking_does_not_wait_for_a_file_that_is_being_opened(
    qtbot: QtBot, panel: TakeInPanel, handed: Handed, opened: CasebookService
) -> None:
    path, code = handed
    gate = Event()
    opened.execute(opened, lambda _: gate.wait(20))
    panel.use_file(path)
    hand.keys(code)
    hand.press("Return")
    stopper = panel._stopper
    assert stopper is not None
    opened.lock()
    assert stopper.is_set()
    gate.set()
