from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.conversation.answers import State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Session
from guidance_kb.errors import KnownError
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.printing import form_html, save_form, write_pdf
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.shell.window import MainWindow
from tests.ui.conversation.conftest import Casebook
from tests.ui.pdftext import text_of


def test_the_filled_form_becomes_a_pdf(
    qapp: QApplication, services: Services, checklist: Checklist, tmp_path: Path
) -> None:
    session = Session(checklist)
    session.set_state("vraag-zorg", State.NAMED)
    write_pdf(form_html(services, session), tmp_path / "form.pdf")
    made = (tmp_path / "form.pdf").read_bytes()
    assert made.startswith(b"%PDF")
    assert len(made) > 5000


def test_the_form_says_what_was_said_and_the_empty_one_does_not(services: Services, checklist: Checklist) -> None:
    session = Session(checklist)
    session.set_state("vraag-zorg", State.NAMED)
    session.set_note("vraag-zorg", "moeder past op <dinsdag>")
    filled, empty = form_html(services, session), form_html(services, None)
    assert "moeder past op &lt;dinsdag&gt;" in filled
    assert "dinsdag" not in empty
    assert checklist.items["vraag-zorg"].nl.open in empty


def test_the_empty_form_is_saved_where_one_chooses(
    qtbot: QtBot, services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent, target = QWidget(), tmp_path / "form.pdf"
    qtbot.addWidget(parent)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    save_form(parent, services, None)
    assert target.read_bytes().startswith(b"%PDF")


def test_the_name_on_offer_says_nothing_and_no_choice_saves_nothing(
    qtbot: QtBot, services: Services, checklist: Checklist, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, offered = Session(checklist), []
    session.set_note("vraag-zorg", "mevrouw Jansen")
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: (offered.append(given[2]), ("", ""))[1])
    save_form(parent, services, session)
    assert [Path(name).name for name in offered] == ["guidance-kb.pdf"]


@pytest.mark.usefixtures("qapp")
def test_a_folder_in_its_place_is_said_too(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be saved"):
        write_pdf("<p>x</p>", tmp_path)


@pytest.mark.usefixtures("qapp")
def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be saved"):
        write_pdf("<p>x</p>", tmp_path / "no" / "such" / "folder" / "form.pdf")


def test_the_form_of_a_second_conversation_says_that_it_is_one(
    qtbot: QtBot, window: MainWindow, service: CasebookService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    casebook, target = Casebook(qtbot, service), tmp_path / "form.pdf"
    casebook.unlock()
    client = casebook.client("2026-001").id
    view = window.view(ViewId.CONVERSATION)
    assert isinstance(view, ConversationView)
    for _ in range(2):
        window.start_conversation(client)
        casebook.settle()
        view.controller.set_state("vraag-zorg", State.NAMED)
        casebook.settle()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    view.header.filled_pdf.trigger()
    assert text_of(target).startswith("Gesprek 2")
