"""A whole conversation by keyboard alone, in the real window: from the start page to the printed pages, read back by another reader."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from guidance_kb.casebook.records.followups import FIRST_WEEKS, FollowUpKind
from guidance_kb.casebook.records.steps import Who
from guidance_kb.conversation.answers import Answer, By, State
from guidance_kb.documents.client_page import step_sentences
from guidance_kb.ui.conversation.session.session_persistence import SaveStatus
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.casebook_service import CasebookState as Casebook
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.shell.window import MainWindow
from guidance_kb.ui.start.view import StartView
from guidance_kb.ui.summary.page import SummaryPage
from guidance_kb.ui.summary.pages import Which
from guidance_kb.ui.summary.view import SummaryView
from tests.casebook.conftest import PASSPHRASE
from tests.hand import hand
from tests.ui.conversation.conftest import Casebook as Records
from tests.ui.pdftext import letters_of, pages_of, text_of

CODE = "2026-031"
Key = Qt.Key


def down_to(view: ConversationView, item: str) -> None:
    """The arrow down, until an item is in hand."""
    for _ in range(250):
        if view.controller.current == item:
            return
        hand.press("Down")
    raise AssertionError(f"never reached: {item}")


@pytest.fixture
def printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Where the printer put its pages: the system's dialog is answered at once, with a printer that prints into a file."""
    files: list[Path] = []

    def answer(dialog: QPrintDialog) -> QDialog.DialogCode:
        files.append(tmp_path / f"printed-{len(files)}.pdf")
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(files[-1]))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", answer)
    return files


def test_from_the_start_page_to_the_printed_pages(
    qtbot: QtBot, window: MainWindow, service: CasebookService, printed: list[Path]
) -> None:
    records = Records(qtbot, service)
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: service.state is Casebook.LOCKED)
    open_the_records(qtbot, service)
    view = begin(qtbot, window)
    choose_a_client(qtbot, view)
    talk(qtbot, view)
    page = end(qtbot, window)
    agree_and_write(page)
    print_both(page, printed)
    hand.tab_to(page.header.finish)
    hand.press(Key.Key_Space)
    qtbot.waitUntil(lambda: view.persistence.status is SaveStatus.FINISHED)
    what_was_printed(window, printed)
    what_is_in_the_record(records, view)


def open_the_records(qtbot: QtBot, service: CasebookService) -> None:
    hand.press("Alt+6")
    hand.keys(PASSPHRASE)
    hand.press(Key.Key_Return)
    qtbot.waitUntil(lambda: service.state is Casebook.OPEN)


def begin(qtbot: QtBot, window: MainWindow) -> ConversationView:
    """From the start page through the door of the conversation."""
    hand.press("Alt+1")
    start = cast("StartView", window.view(ViewId.START))
    hand.tab_to(start.doors[ViewId.CONVERSATION])
    hand.press(Key.Key_Space)
    view = cast("ConversationView", window.view(ViewId.CONVERSATION))
    qtbot.waitUntil(view.isVisible)
    return view


def choose_a_client(qtbot: QtBot, view: ConversationView) -> None:
    hand.tab_to(view.save_status.choose)
    hand.press(Key.Key_Space)
    qtbot.waitUntil(view.chooser.field.hasFocus)
    hand.keys(CODE)
    qtbot.waitUntil(
        lambda: view.chooser.new.isVisible() and CODE in view.chooser.new.text()
    )  # not the one proposed before
    hand.tab_to(view.chooser.new)
    hand.press(Key.Key_Space)
    qtbot.waitUntil(lambda: view.persistence.client is not None)


def talk(qtbot: QtBot, view: ConversationView) -> None:
    """Answers with figures, one observed, one with a note, and agrees the step of a card."""
    answers = (
        ("vraag-dichtbij", Key.Key_1),
        ("vraag-lukt", Key.Key_1),
        ("vraag-steun", Key.Key_2),
        ("vraag-zorg", Key.Key_1),
    )
    for item, key in answers:
        down_to(view, item)
        hand.press(key)
    hand.press("Shift+N")
    hand.keys("moeder past op dinsdag op")
    hand.press(Key.Key_Escape)
    agree_the_step_of_the_card(view)
    down_to(view, "vraag-lezen")
    hand.press(Key.Key_1)
    hand.press("Shift+O")
    said = view.controller.session.answers
    assert said["vraag-zorg"] == Answer(State.NAMED, By.CLIENT, "moeder past op dinsdag op")
    assert said["vraag-lezen"].by is By.OBSERVED
    assert said["vraag-steun"].state is State.NOT_AN_ISSUE
    qtbot.waitUntil(lambda: view.persistence.status is SaveStatus.KEPT)


def agree_the_step_of_the_card(view: ConversationView) -> None:
    hand.press("Shift+C")
    body = view.side.signals.cards["care-duties"].body
    assert body is not None
    hand.tab_to(body.steps.lines[Who.CLIENT].buttons.agree)
    hand.press(Key.Key_Space)
    hand.press(Key.Key_Return)  # in a week: the usual day of a client's step is in hand
    hand.press(Key.Key_Escape)


def end(qtbot: QtBot, window: MainWindow) -> SummaryPage:
    hand.press("Ctrl+Shift+S")
    page = cast("SummaryView", window.view(ViewId.SUMMARY)).page
    qtbot.waitUntil(lambda: page.isVisible() and page.tabs[0].hasFocus())
    return page


def agree_and_write(page: SummaryPage) -> None:
    """A step of one's own, an appointment, two weeks to ask how it goes, a wish in the client's own words, and whom to call."""
    hand.tab_to(page.agreed.agree)
    hand.press(Key.Key_Space)
    hand.keys("Naar het open spreekuur van de bibliotheek")
    hand.press(Key.Key_Return)
    hand.tab_to(page.agreed.appoint)
    hand.press(Key.Key_Space)
    hand.tab_to(page.agreed.appointment.location)
    hand.keys("kamer 2")
    hand.press(Key.Key_Return)
    hand.tab_to(page.agreed.course)
    hand.press(Key.Key_Space)
    for week in FIRST_WEEKS[:2]:
        hand.tab_to(page.agreed.weeks[week])
        hand.press(Key.Key_Space)
    hand.tab_to(page.tabs[0])
    hand.press(Key.Key_Right)
    hand.press(Key.Key_Space)
    hand.tab_to(page.client.fields["social-nearness"])
    hand.press("Ctrl+A")
    hand.keys("U wilt uw dochter helpen met haar huiswerk.")
    hand.tab_to(page.client.contact["name"])
    hand.keys("Anna de Vries")
    hand.tab_to(page.client.contact["phone"])
    hand.keys("030 - 123 45 67")


def print_both(page: SummaryPage, printed: list[Path]) -> None:
    hand.press("Ctrl+P")
    hand.tab_to(page.columns[Which.COUNSELOR].print)
    hand.press(Key.Key_Space)
    assert len(printed) == 2


def what_was_printed(window: MainWindow, printed: list[Path]) -> None:
    client, counselor = printed
    assert len(pages_of(client)) == 1
    said = letters_of(text_of(client))
    for words in (
        "Uw plan", "U wilt uw dochter helpen met haar huiswerk.", "U vertelde over iets dat goed lukt",
        "Naar het open spreekuur van de bibliotheek",
        "Anna de Vries", "030 - 123 45 67", "praten we over hoe het gaat.", step_sentences()["care-duties"].text.nl,
    ):  # fmt: skip
        assert letters_of(words) in said, words
    library = window.services.library
    for never in (
        CODE,
        "moeder",
        library.barriers["care-duties"].nl.name,
        library.barriers["reading-and-language"].nl.name,
    ):
        assert letters_of(never) not in said, never
    said = letters_of(text_of(counselor))
    for words in (
        CODE, library.drives["social-nearness"].nl.name, f"{library.barriers['care-duties'].nl.name} (nu bespreken)",
        "moeder past op dinsdag op", "kamer 2", "Naar het open spreekuur van de bibliotheek", "na de tweede week",
        "Niet besproken", "geen gevalideerde test",
    ):  # fmt: skip
        assert letters_of(words) in said, words
    assert letters_of("na de derde week") not in said


def what_is_in_the_record(records: Records, view: ConversationView) -> None:
    assert view.persistence.client is not None
    client = view.persistence.client.id
    of_card, own = records.ask(lambda store: store.steps.of_client(client))
    assert (of_card.terms.target, of_card.terms.who) == ("care-duties", Who.CLIENT)
    assert (own.terms.what, own.terms.who) == ("Naar het open spreekuur van de bibliotheek", Who.CLIENT)
    planned = records.ask(lambda store: store.follow_ups.of_client(client))
    assert {each.kind for each in planned} == {*FIRST_WEEKS[:2], FollowUpKind.APPOINTMENT}
