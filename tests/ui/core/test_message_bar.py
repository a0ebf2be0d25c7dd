"""The one place for what went wrong: a sentence, a way to copy the report, and what the start has to tell until it is put away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.errors import KnownError
from guidance_kb.ui.core.error_reports import as_known
from guidance_kb.ui.core.message_bar import MessageBar
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.shell.view_registry import UnreadableView, make
from guidance_kb.ui.shell.window import MainWindow
from guidance_kb.ui.widgets.report_button import ReportButton
from tests.hand import hand
from tests.ui.startup.test_start import without_entries

SAID = "zqgeheim"


@pytest.fixture
def bar(qtbot: QtBot, services: Services) -> Iterator[MessageBar]:
    made = MessageBar(services)
    yield made
    made.close()


def unforeseen() -> KnownError:
    try:
        int(SAID)
    except ValueError as error:
        return as_known(error)
    raise AssertionError


def test_a_situation_of_the_user_has_no_report(bar: MessageBar) -> None:
    bar.tell(KnownError("De schijf is vol.", "The disk is full."))
    assert bar.text == "De schijf is vol."
    assert bar.action.isHidden()


def test_the_report_of_what_nobody_foresaw_is_copied(bar: MessageBar) -> None:
    bar.tell(unforeseen())
    assert not bar.action.isHidden()
    hand.click(bar.action)
    copied = QGuiApplication.clipboard().text()
    assert "ValueError" in copied
    assert SAID not in copied + bar.text


def test_what_the_start_tells_stays_until_it_is_put_away(bar: MessageBar) -> None:
    bar.note(KnownError("een", "one"))
    bar.note(KnownError("twee", "two"))
    assert bar.text == "een"
    bar.tell(KnownError("De schijf is vol.", "The disk is full."))
    assert bar.text == "De schijf is vol."
    hand.click(bar.close_button)
    assert (bar.text, bar.isHidden()) == ("een", False)
    hand.click(bar.close_button)
    assert (bar.text, bar.isHidden()) == ("twee", False)
    hand.click(bar.close_button)
    assert bar.isHidden()


def test_it_speaks_the_other_language_while_it_is_there(qtbot: QtBot, window: MainWindow) -> None:
    window.tell(KnownError("De schijf is vol.", "The disk is full."))
    window.topbar.choose_other_language()
    qtbot.waitUntil(lambda: window._message.text == "The disk is full.")
    hand.click(window._message.close_button)
    window.topbar.choose_other_language()
    assert window._message.isHidden()


def test_a_button_for_the_report_is_there_only_with_one(qtbot: QtBot) -> None:
    above = QWidget()
    qtbot.addWidget(above)
    button = ReportButton()
    button.setParent(above)
    button.offer(KnownError("De schijf is vol.", "The disk is full."))
    assert button.isHidden()
    button.offer(unforeseen())
    assert not button.isHidden()
    above.show()
    hand.click(button)
    assert "ValueError" in QGuiApplication.clipboard().text()
    button.offer(None)
    assert button.isHidden()


@pytest.mark.parametrize("room", [ViewId.COUNTRIES, ViewId.MAP])
def test_a_view_whose_data_cannot_be_read_says_so(
    qtbot: QtBot, services: Services, knowledge_db: Path, tmp_path: Path, room: ViewId
) -> None:
    services.library.reopen(without_entries(knowledge_db, tmp_path / "knowledge.db"))
    try:
        above = QWidget()
        qtbot.addWidget(above)
        view = make(room, services, above)
        assert isinstance(view, UnreadableView)
        assert "kennisbank" in view.empty._text.text()
        assert not view.copy.isHidden()
        with pytest.raises(KnownError):
            make(ViewId.START, services, above)
    finally:
        services.library.reopen(knowledge_db)
