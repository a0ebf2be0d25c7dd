from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from guidance_kb.casebook.storage.files import DATABASE
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.language import Language
from guidance_kb.ui.core.casebook_service import CasebookService, CasebookState
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.vault.unlock_page import Countdown, RecoveryView, UnlockView
from guidance_kb.ui.widgets.banner import Caution
from tests.casebook.conftest import CHEAP, OTHER, PASSPHRASE
from tests.hand import hand


@pytest.fixture
def view(qtbot: QtBot, locked: CasebookService, services: Services) -> UnlockView:
    view = UnlockView(services)
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    return view


def texts(view: UnlockView | RecoveryView) -> str:
    return "\n".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())


def test_the_passphrase_and_return_open_it(qtbot: QtBot, view: UnlockView, service: CasebookService) -> None:
    hand.write(view.field, PASSPHRASE)
    with qtbot.waitSignal(service.changed):
        hand.press("Return")
    assert service.state is CasebookState.OPEN
    qtbot.waitUntil(lambda: view.field.text() == "")


def test_what_is_typed_is_hidden_until_it_is_asked_for(view: UnlockView) -> None:
    view.field.setText("geheim")
    hidden = view.field.grab().toImage()
    view.field.eye.toggle()
    assert view.field.is_shown
    assert view.field.grab().toImage() != hidden
    view.field.wipe()
    assert not view.field.is_shown


def test_no_field_for_a_secret_holds_it(qtbot: QtBot, view: UnlockView, services: Services) -> None:
    """What a field holds is said letter by letter to whoever listens; here of those that the bus is not listened to for."""
    recovering = RecoveryView(services)
    qtbot.addWidget(recovering)
    for field in (view.field, recovering.key, recovering.new.first, recovering.new.second):
        field.setText("geheim")
        assert field.text() == "geheim"
        assert QLineEdit.text(field) == "●" * 6


def test_a_wrong_passphrase_is_said_and_counted_down(qtbot: QtBot, view: UnlockView, service: CasebookService) -> None:
    hand.write(view.field, "niet deze")
    hand.click(view.go)
    qtbot.waitUntil(view.problem.isVisible)
    assert "niets veranderd" in view.problem.text()
    (wrong,) = (each for each in view.findChildren(Caution) if each.isVisible())
    assert wrong.words is view.problem
    assert not wrong.sign.pixmap().isNull()
    assert view.countdown.isVisible()
    assert "1 s" in texts(view)
    assert not view.go.isEnabled()
    hand.press("Return")  # too soon: nothing happens
    assert service.vault.wait > 0
    qtbot.waitUntil(view.go.isEnabled)
    assert view.field.selectedText()
    hand.write(view.field, PASSPHRASE)
    with qtbot.waitSignal(service.changed):
        hand.click(view.go)


@pytest.mark.parametrize(("wait", "said"), [(1.0, "in 1 second."), (1.2, "in 2 seconds."), (60.0, "in 60 seconds.")])
def test_how_long_to_wait_is_said_in_words(qtbot: QtBot, services: Services, wait: float, said: str) -> None:
    services.translation.use(Language.EN)
    countdown = Countdown(lambda: wait)
    qtbot.addWidget(countdown)
    assert said in "\n".join(label.text() for label in countdown.findChildren(QLabel))


def test_the_delay_of_before_still_counts(qtbot: QtBot, view: UnlockView, services: Services) -> None:
    hand.write(view.field, "niet deze")
    hand.click(view.go)
    qtbot.waitUntil(view.problem.isVisible)
    again = UnlockView(services)
    qtbot.addWidget(again)
    again.show()
    hand.write(again.field, PASSPHRASE)
    assert not again.go.isEnabled()


def test_the_recovery_key_gives_a_new_passphrase(
    qtbot: QtBot, tmp_path: Path, service: CasebookService, services: Services
) -> None:
    key = Vault(tmp_path / "casebook", cost=CHEAP).create(PASSPHRASE)
    view = RecoveryView(services)
    qtbot.addWidget(view)
    view.show()
    hand.write(view.key, key.lower().replace("-", " "))
    hand.write(hand.reach(view.new.first), OTHER)
    assert not view.go.isEnabled()
    hand.write(hand.reach(view.new.second), OTHER)
    hand.reach(view.go)
    with qtbot.waitSignal(service.changed):
        hand.click(view.go)
    qtbot.waitUntil(lambda: service.state is CasebookState.OPEN)
    service.close()
    vault = Vault(tmp_path / "casebook", cost=CHEAP)
    vault.open(OTHER)
    vault.close()


def test_a_typing_error_in_the_recovery_key_is_no_try(
    qtbot: QtBot, locked: CasebookService, services: Services
) -> None:
    view = RecoveryView(services)
    qtbot.addWidget(view)
    view.show()
    hand.write(view.key, "AAAAA-BBBBB")
    hand.write(hand.reach(view.new.first), OTHER)
    hand.write(hand.reach(view.new.second), OTHER)
    hand.click(hand.reach(view.go))
    qtbot.waitUntil(view.problem.isVisible)
    assert "typefout" in view.problem.text()
    assert not view.countdown.is_running


def try_it(qtbot: QtBot, view: UnlockView) -> None:
    hand.write(view.field, PASSPHRASE)
    hand.click(view.go)
    qtbot.waitUntil(view.problem.isVisible)


def test_a_missing_key_file_can_be_put_back(qtbot: QtBot, view: UnlockView, service: CasebookService) -> None:
    key = service.vault.key_file.read_bytes()
    service.vault.key_file.unlink()
    try_it(qtbot, view)
    assert "casebook.key ontbreekt" in view.problem.text()
    assert view.remedies.folder.isVisible()
    assert view.remedies.restore.isVisible()
    service.vault.key_file.write_bytes(key)
    with qtbot.waitSignal(service.changed):
        hand.click(view.go)
    assert service.state is CasebookState.OPEN


def test_a_damaged_casebook_is_set_aside_only_after_a_yes(
    qtbot: QtBot, view: UnlockView, service: CasebookService
) -> None:
    database = service.folder / DATABASE
    whole = bytearray(database.read_bytes())
    whole[5000] ^= 1
    database.write_bytes(whole)
    try_it(qtbot, view)
    assert "beschadigd" in view.problem.text()
    assert not view.remedies.folder.isVisible()  # there is no file to find: this one is damaged
    hand.click(view.remedies.aside)
    assert view.remedies.do_it.isVisible()
    assert not view.remedies.do_it.isEnabled()
    assert database.read_bytes() == whole
    hand.click(view.remedies.understood)
    with qtbot.waitSignal(service.changed):
        hand.click(view.remedies.do_it)
    assert service.state is CasebookState.NONE
    kept = next(service.folder.glob("damaged-*"))
    assert (kept / DATABASE).read_bytes() == whole


def test_another_window_that_has_it_is_said(qtbot: QtBot, view: UnlockView, made: Vault) -> None:
    made.open(PASSPHRASE)
    try_it(qtbot, view)
    assert "al geopend" in view.problem.text()
    assert not view.remedies.isVisible()
    made.close()
