from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from guidance_kb.casebook.storage.files import DATABASE, KEY_FILE
from guidance_kb.casebook.vault.strength import StrengthLevel
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.ui.core.casebook_service import CasebookService, CasebookState
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.vault import recovery_key
from guidance_kb.ui.records.vault.create_page import CreateView
from tests.casebook.conftest import CHEAP, OTHER, PASSPHRASE
from tests.hand import hand


@pytest.fixture
def view(qtbot: QtBot, services: Services) -> CreateView:
    made = CreateView(services)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def texts(view: CreateView) -> str:
    return "\n".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())


def choose(qtbot: QtBot, view: CreateView, passphrase: str = PASSPHRASE) -> None:
    """Goes on to the recovery key."""
    if view.step == 1:
        hand.click(view.go)
    hand.write(view.passphrase.first, passphrase)
    hand.write(view.passphrase.second, passphrase)
    hand.click(view.go)
    qtbot.waitUntil(lambda: view.step == 3)


def shown_key(view: CreateView) -> list[str]:
    return [label.text() for label in view.key.findChildren(QLabel) if label.property("role") == "heading"]


def retype(qtbot: QtBot, view: CreateView) -> None:
    groups = shown_key(view)
    hand.click(view.go)
    for number, field in zip(view.key.asked, view.key.fields, strict=True):
        hand.write(field, groups[number - 1].lower())


def test_the_first_step_says_what_it_is_and_what_it_cannot_do(view: CreateView, service: CasebookService) -> None:
    assert view.step == 1
    said = texts(view)
    assert "Wat het niet kan" in said
    assert "voorgoed weg" in said
    assert not service.folder.exists()


def test_three_steps_make_a_casebook_that_is_open(qtbot: QtBot, view: CreateView, service: CasebookService) -> None:
    choose(qtbot, view)
    assert service.state is CasebookState.NONE  # nobody sees it before its key is on paper
    retype(qtbot, view)
    with qtbot.waitSignal(service.changed):
        hand.click(view.go)
    assert service.state is CasebookState.OPEN
    assert service.recovery_confirmed
    qtbot.waitUntil(lambda: shown_key(view) == [])
    assert view.passphrase.value == ""


def test_the_printed_key_opens_what_was_made(qtbot: QtBot, view: CreateView, service: CasebookService) -> None:
    choose(qtbot, view)
    key = "-".join(shown_key(view))
    retype(qtbot, view)
    with qtbot.waitSignal(service.changed):
        hand.click(view.go)
    service.close()
    vault = Vault(service.folder, cost=CHEAP)
    vault.open_with_recovery(key)
    vault.close()


def test_the_strength_is_said_while_one_types(qtbot: QtBot, view: CreateView) -> None:
    hand.click(view.go)
    levels = []
    for letters in ("paard", " nietje lantaarn", " 7 wolken"):
        hand.write(view.passphrase.first, letters)
        levels.append(view.passphrase.bar.level)
    assert levels == sorted(levels)
    assert (levels[0], levels[-1]) == (StrengthLevel.TOO_SHORT, StrengthLevel.STRONG)
    assert "schatting" in texts(view)


@pytest.mark.parametrize(("first", "second"), [("kort", "kort"), (PASSPHRASE, OTHER), (PASSPHRASE, "")])
def test_a_weak_or_mistyped_passphrase_goes_no_further(qtbot: QtBot, view: CreateView, first: str, second: str) -> None:
    hand.click(view.go)
    hand.write(view.passphrase.first, first)
    hand.write(view.passphrase.second, second)
    assert not view.go.isEnabled()
    hand.press("Return")
    assert view.step == 2


def test_the_key_is_out_of_sight_while_it_is_typed_over(qtbot: QtBot, view: CreateView) -> None:
    choose(qtbot, view)
    groups = shown_key(view)
    assert len(groups) == 7
    hand.click(view.go)
    assert not any(group in texts(view) for group in groups)
    assert not view.go.isEnabled()
    hand.write(view.key.fields[0], "00000")
    hand.write(view.key.fields[1], "00000")
    assert not view.go.isEnabled()
    hand.click(view.key.look_again)
    assert shown_key(view) == groups
    assert not view.key.is_retyping


def test_going_back_takes_back_what_was_made(qtbot: QtBot, view: CreateView, service: CasebookService) -> None:
    choose(qtbot, view)
    before = shown_key(view)
    hand.click(view.back)
    assert view.step == 2
    qtbot.waitUntil(lambda: not (service.folder / KEY_FILE).exists())
    assert not (service.folder / DATABASE).exists()
    view.passphrase.wipe()
    choose(qtbot, view, OTHER)
    assert shown_key(view) != before
    hand.click(view.back)
    hand.click(view.back)
    assert view.step == 1


def test_stopping_leaves_nothing(qtbot: QtBot, view: CreateView, service: CasebookService) -> None:
    choose(qtbot, view)
    view.stop()
    service.close()
    assert not Vault(service.folder, cost=CHEAP).exists
    assert view.step == 1
    assert view.passphrase.value == ""


def test_a_folder_that_is_taken_is_said_and_nothing_is_overwritten(qtbot: QtBot, view: CreateView, made: Vault) -> None:
    before = made.key_file.read_bytes()
    hand.click(view.go)
    hand.write(view.passphrase.first, PASSPHRASE)
    hand.write(view.passphrase.second, PASSPHRASE)
    hand.click(view.go)
    qtbot.waitUntil(view.problem.isVisible)
    assert "niets overschreven" in view.problem.text()
    assert view.step == 2
    assert made.key_file.read_bytes() == before


def test_the_paper_holds_every_group(
    qtbot: QtBot, view: CreateView, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    choose(qtbot, view)
    pages: list[str] = []
    monkeypatch.setattr(recovery_key.printing, "print_page", lambda _parent, html: pages.append(html()))
    monkeypatch.setattr(recovery_key.printing, "save_page", lambda _parent, html, _name: not pages.append(html()))
    hand.click(view.key.print)
    assert not view.key.saved.isVisible()
    hand.click(view.key.save)
    assert view.key.saved.isVisible()
    assert len(pages) == 2
    assert all(group in page for page in pages for group in shown_key(view))
