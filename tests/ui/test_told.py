"""What was done and could be missed is seen or heard: a file that was saved, another language or text size, everything hidden."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.language import Language
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.casebook_service import CasebookState
from guidance_kb.ui.core.message_bar import MessageBar
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.countries.view import CountriesView
from guidance_kb.ui.rules.view import RulesView
from guidance_kb.ui.shell.window import MainWindow
from guidance_kb.ui.summary.view import SummaryView
from tests.casebook.conftest import PASSPHRASE
from tests.hand import hand


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is announced, where nobody listens to it."""
    said: list[str] = []

    def update(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", update)
    return said


@pytest.fixture
def active(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """The window, with the keyboard."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def bar_of(window: MainWindow) -> MessageBar:
    bar = window.findChild(MessageBar)
    assert bar is not None
    return bar


def save(button: QPushButton, target: Path) -> None:
    """Presses a button that asks where to save, and answers."""
    hand.click(button)
    dialogs = [each for each in QApplication.topLevelWidgets() if isinstance(each, QFileDialog) and each.isVisible()]
    for dialog in dialogs:
        dialog.fileSelected.emit(str(target))
        dialog.reject()


def of_countries(window: MainWindow) -> QPushButton:
    window.go_to_room(ViewId.COUNTRIES)
    return cast("CountriesView", window.view(ViewId.COUNTRIES)).pdf


def of_countries_as_csv(window: MainWindow) -> QPushButton:
    window.go_to_room(ViewId.COUNTRIES)
    return cast("CountriesView", window.view(ViewId.COUNTRIES)).csv


def of_rules(window: MainWindow) -> QPushButton:
    window.go_to_room(ViewId.RULES)
    return cast("RulesView", window.view(ViewId.RULES)).save


@pytest.mark.parametrize("where", [of_countries, of_countries_as_csv, of_rules])
def test_a_file_that_was_saved_is_seen_and_heard(
    active: MainWindow,
    told: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    where: "object",
) -> None:
    target = tmp_path / "Landen samen.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    save(where(active), target)  # type: ignore[operator]
    assert target.exists()
    assert bar_of(active).isVisible()
    said = f"Opgeslagen: Landen samen.pdf, in de map {tmp_path}"
    assert bar_of(active).text == said
    assert told.count(said) == 1
    active.go_to_room(ViewId.START)
    assert bar_of(active).isHidden()


def test_a_page_of_the_summary_too(qtbot: QtBot, active: MainWindow, told: list[str], tmp_path: Path) -> None:
    active.go_to_room(ViewId.CONVERSATION)
    active.conversation_coordinator.to_summary_and_back()
    page = cast("SummaryView", active.view(ViewId.SUMMARY)).page
    from guidance_kb.ui.summary.preview import Which  # noqa: PLC0415 - made with the page

    page.save_pdf(Which.CLIENT)
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QFileDialog))
    dialog.fileSelected.emit(str(tmp_path / "plan.pdf"))
    dialog.reject()
    assert f"Opgeslagen: plan.pdf, in de map {tmp_path}" in told
    assert bar_of(active).text == f"Opgeslagen: plan.pdf, in de map {tmp_path}"


def test_what_could_not_be_saved_is_not_said_to_be(
    qtbot: QtBot, active: MainWindow, told: list[str], tmp_path: Path
) -> None:
    save(of_countries(active), tmp_path / "no folder" / "x.pdf")
    qtbot.waitUntil(bar_of(active).isVisible)
    assert not [each for each in told if each.startswith("Opgeslagen")]
    active.go_to_room(ViewId.START)
    assert bar_of(active).isVisible()  # what went wrong stays until it is put away


def test_the_name_of_a_file_goes_when_the_records_lock(qtbot: QtBot, active: MainWindow, tmp_path: Path) -> None:
    service = active.services.casebook
    service.with_vault(service, lambda vault: vault.create(PASSPHRASE))
    qtbot.waitUntil(lambda: service.state is CasebookState.LOCKED)
    service.unlock(PASSPHRASE)
    qtbot.waitUntil(lambda: service.state is CasebookState.OPEN)
    save(of_countries(active), tmp_path / "K-12.pdf")
    assert bar_of(active).isVisible()
    active.lock()
    qtbot.waitUntil(lambda: service.state is CasebookState.LOCKED)
    assert bar_of(active).isHidden()
    assert "K-12" not in bar_of(active).text + bar_of(active).accessibleName()


def test_another_language_is_heard_in_that_language(active: MainWindow, told: list[str]) -> None:
    hand.press("Ctrl+Shift+L")
    assert active.services.translation.language is Language.EN
    assert told[-1] == "The language is English now."
    hand.press("Ctrl+Shift+L")
    assert told[-1] == "De taal is nu Nederlands."


def test_another_size_of_text_is_heard_and_its_end_too(active: MainWindow, told: list[str]) -> None:
    hand.press("Ctrl+-")
    assert told[-1] == "Tekst 100 %, kleiner kan niet"
    for size in (125, 150, 175, 200):
        hand.press("Ctrl++")
        assert told[-1] == f"Tekst {size} %" + (", groter kan niet" if size == 200 else "")
    hand.press("Ctrl++")
    assert told[-1] == "Tekst 200 %, groter kan niet"
    assert active.services.settings.read().text_size == 200


def test_hidden_the_keyboard_is_on_something_that_says_so(qtbot: QtBot, active: MainWindow) -> None:
    hand.press("F9")
    at = QApplication.focusWidget()
    assert isinstance(at, QWidget)
    interface = QAccessible.queryAccessibleInterface(at)
    assert "F9" in interface.text(QAccessible.Text.Name)
    assert interface.role() not in (QAccessible.Role.NoRole, QAccessible.Role.Client)
    hand.press("F9")


def test_deeper_questions_are_heard_when_they_come_and_go(active: MainWindow, told: list[str]) -> None:
    active.go_to_room(ViewId.CONVERSATION)
    view = cast("ConversationView", active.view(ViewId.CONVERSATION))
    item = view.controller.shown_items()[0]
    view.items.go_to(item)
    theme = view.controller.checklist.items[item].theme

    def shown() -> int:
        return sum(view.controller.shown(each.id) for each in view.controller.checklist.of_theme(theme))

    before = shown()
    hand.press("Shift+M")
    assert shown() > before
    name = active.services.say(view.controller.checklist.themes[theme].name)
    assert told[-1] == f"Nu {shown()} vragen onder {name}"
    hand.press("Shift+M")
    assert told[-1] == f"Nu {before} vragen onder {name}"
