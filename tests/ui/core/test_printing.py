from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.conversation.answers import GOAL_ITEM, OTHER_ITEM, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Session
from guidance_kb.documents.form import FormKind, core_form
from guidance_kb.errors import KnownError
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.paper import Paper
from guidance_kb.ui.core.printing import CORE_MARGIN_MM, form_paper, pdf_of, save_form, write_pdf
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.shell.window import MainWindow
from tests.ui.conversation.conftest import Casebook
from tests.ui.pdftext import pages_of, text_of


def test_the_filled_form_becomes_a_pdf(
    qapp: QApplication, services: Services, checklist: Checklist, tmp_path: Path
) -> None:
    session = Session(checklist)
    session.set_state("vraag-zorg", State.NAMED)
    made = pdf_of(form_paper(services, FormKind.FILLED, session))
    (tmp_path / "form.pdf").write_bytes(made)
    assert checklist.items["vraag-zorg"].nl.label in text_of(tmp_path / "form.pdf")
    assert made.startswith(b"%PDF")
    assert len(made) > 5000


@pytest.mark.usefixtures("qapp")
def test_the_form_says_what_was_said_and_the_empty_ones_do_not(services: Services, checklist: Checklist) -> None:
    session = Session(checklist)
    session.set_state("vraag-zorg", State.NAMED)
    session.set_note("vraag-zorg", "moeder past op <dinsdag>")
    said = {kind: form_paper(services, kind, session).text for kind in FormKind}
    assert "moeder past op <dinsdag>" in said[FormKind.FILLED]
    for kind in (FormKind.CORE, FormKind.WHOLE):
        assert "dinsdag" not in said[kind]
        assert checklist.items["vraag-zorg"].nl.open in said[kind]


@pytest.mark.parametrize("language", Language)
@pytest.mark.usefixtures("qapp")
def test_the_core_is_one_sheet_both_sides(library: Library, checklist: Checklist, language: Language) -> None:
    paper = Paper(core_form(library, checklist, language), CORE_MARGIN_MM)
    assert len(pages_of(pdf_of(paper))) == 2
    core = [item for item in checklist.items.values() if item.core and item.id not in (GOAL_ITEM, OTHER_ITEM)]
    assert core
    for item in checklist.items.values():
        assert (item.text(language).label in paper.text) is (item in core), item.id


def test_the_empty_form_is_saved_where_one_chooses(
    qtbot: QtBot, services: Services, checklist: Checklist, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent, target = QWidget(), tmp_path / "form.pdf"
    qtbot.addWidget(parent)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    save_form(parent, services, FormKind.CORE, Session(checklist))
    assert target.read_bytes().startswith(b"%PDF")


def test_the_name_on_offer_says_nothing_and_no_choice_saves_nothing(
    qtbot: QtBot, services: Services, checklist: Checklist, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, offered = Session(checklist), []
    session.set_note("vraag-zorg", "mevrouw Jansen")
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: (offered.append(given[2]), ("", ""))[1])
    save_form(parent, services, FormKind.FILLED, session)
    assert [Path(name).name for name in offered] == ["guidance-kb.pdf"]


@pytest.mark.usefixtures("qapp")
def test_a_folder_in_its_place_is_said_too(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be saved"):
        write_pdf(Paper("<p>x</p>"), tmp_path)


@pytest.mark.usefixtures("qapp")
def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be saved"):
        write_pdf(Paper("<p>x</p>"), tmp_path / "no" / "such" / "folder" / "form.pdf")


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
    view.header.pdfs[FormKind.FILLED].trigger()
    assert text_of(target).startswith("Gesprek 2")
