"""The summary: what was said and agreed becomes two pages, which are changed by hand and printed."""

import re
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from guidance_kb.casebook.records.followups import FIRST_WEEKS, Means, Meeting
from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.conversation.answers import GOAL_ITEM, State
from guidance_kb.conversation.verdicts import Verdict, VerdictReason
from guidance_kb.documents.client_page import SMALLEST, PagePart
from guidance_kb.documents.summary import ReplyPart, appointment_on
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core import printing
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.paper import Paper
from guidance_kb.ui.core.settings import SettingsFile
from guidance_kb.ui.shell.window import MainWindow
from guidance_kb.ui.summary.appointment_form import AppointmentForm
from guidance_kb.ui.summary.page import SummaryPage
from guidance_kb.ui.summary.pages import CopyForm, Which
from tests.hand import hand
from tests.ui.pdftext import letters_of, pages_of, text_of
from tests.ui.records.admin.conftest import choose, dialog_of
from tests.ui.summary.conftest import page_of, settings_text, settle, shown_in

PAGES = (Which.CLIENT, Which.COUNSELOR)


def paper(summary: SummaryPage, which: Which) -> str:
    settle()
    return summary.pages.paper(which).text


def today() -> date:
    day = QDate.currentDate()
    return date(day.year(), day.month(), day.day())


# ── where it is, and where it leads ─────────────────────────────────────────────────────────────


def test_it_opens_from_the_conversation_and_leads_back(window: MainWindow, summary: SummaryPage) -> None:
    assert summary.isVisible()
    assert {which for which, column in summary.columns.items() if column.isVisible()} == set(PAGES)
    assert not summary.header.finish.isVisible()
    assert not summary.header.undo_finish.isVisible()
    hand.click(summary.header.back)
    assert window.view(ViewId.CONVERSATION).isVisible()
    window.go_back()
    assert summary.isVisible()


def test_both_pages_say_what_was_said(summary: SummaryPage, library: Library) -> None:
    client, counselor = paper(summary, Which.CLIENT), paper(summary, Which.COUNSELOR)
    assert "U wilt leren voor mensen die dicht bij u staan." in client
    assert library.barriers["care-duties"].nl.name in counselor
    assert library.barriers["care-duties"].nl.name not in client
    assert "moeder past op dinsdag op" in counselor
    assert "moeder" not in client


def test_nothing_said_makes_pages_to_fill_in_by_hand(window: MainWindow) -> None:
    window.go_to_room(ViewId.SUMMARY)
    summary = page_of(window)
    assert summary.isVisible()
    assert "....." in paper(summary, Which.CLIENT)


# ── choosing ────────────────────────────────────────────────────────────────────────────────────


def test_a_card_is_taken_off_the_counselors_page_and_put_back(summary: SummaryPage, library: Library) -> None:
    name = library.barriers["care-duties"].nl.name
    hand.click(summary.tabs[2])
    hand.click(hand.reach(summary.counselor.ticks["care-duties"].tick))
    assert f"{name} (" not in paper(summary, Which.COUNSELOR)
    summary.undo()
    assert f"{name} (" in paper(summary, Which.COUNSELOR)


def test_what_was_set_aside_is_off_until_it_is_put_on(summary: SummaryPage, conversation: ConversationView) -> None:
    conversation.controller.judge("competence", Verdict.DISMISSED, VerdictReason.OTHER)
    conversation.controller.judge("care-duties", Verdict.DISMISSED)
    assert "U vertelde over iets dat goed lukt" not in paper(summary, Which.CLIENT)
    assert not summary.client.ticks["competence"].tick.isChecked()
    assert not summary.counselor.ticks["care-duties"].tick.isChecked()
    hand.click(summary.tabs[1])
    hand.click(hand.reach(summary.client.ticks["competence"].tick))
    assert "U vertelde over iets dat goed lukt" in paper(summary, Which.CLIENT)


def test_only_what_carries_someone_can_be_put_on_the_clients_page(summary: SummaryPage, library: Library) -> None:
    assert set(summary.counselor.ticks) & set(library.barriers)
    assert set(summary.client.ticks) == set(summary.counselor.ticks) & set(library.drives)


# ── writing ─────────────────────────────────────────────────────────────────────────────────────


def write(qtbot: QtBot, summary: SummaryPage, name: str, text: str) -> None:
    summary.show_tab(1)
    field = summary.client.fields[name]
    field.setFocus()
    field.selectAll()
    hand.write(field, text)


def test_words_are_changed_and_stay_after_another_room_and_another_language(
    qtbot: QtBot, window: MainWindow, summary: SummaryPage
) -> None:
    write(qtbot, summary, "social-nearness", "U wilt uw dochter voorlezen.")
    write(qtbot, summary, "want", "U wilt een diploma.")
    write(qtbot, summary, "closing", "Tot gauw!")
    window.go_to_room(ViewId.HELP)
    window.topbar.choose_other_language()
    window.go_to_room(ViewId.SUMMARY)
    said = paper(summary, Which.CLIENT)
    for words in ("U wilt uw dochter voorlezen.", "U wilt een diploma.", "Tot gauw!"):
        assert words in said
    assert summary.client.fields["want"].toPlainText() == "U wilt een diploma."


def test_typing_keeps_the_cursor_and_is_one_step_back(qtbot: QtBot, summary: SummaryPage) -> None:
    write(qtbot, summary, "want", "U wilt kok worden")
    field = summary.client.fields["want"]
    settle()
    assert field.hasFocus()
    assert field.textCursor().position() == len("U wilt kok worden")
    summary.undo()
    settle()
    assert field.toPlainText() == ""


def test_the_clients_page_is_dutch_until_english_is_chosen(window: MainWindow, summary: SummaryPage) -> None:
    window.topbar.choose_other_language()
    assert "Summary of the conversation" in paper(summary, Which.COUNSELOR)
    assert "Wat u wilt" in paper(summary, Which.CLIENT)
    hand.click(summary.tabs[1])
    hand.click(hand.reach(summary.client.languages[Language.EN]))
    assert "What you want" in paper(summary, Which.CLIENT)


def test_notes_of_the_counselor_stand_on_the_counselors_page_only(qtbot: QtBot, summary: SummaryPage) -> None:
    summary.show_tab(2)
    hand.write(summary.counselor.remarks, "Rustig gesprek.")
    assert "Rustig gesprek." in paper(summary, Which.COUNSELOR)
    assert "Rustig gesprek." not in paper(summary, Which.CLIENT)


def test_whom_to_call_is_kept_for_every_conversation_and_nothing_else_is(
    qtbot: QtBot, summary: SummaryPage, conversation: ConversationView, settings_file: SettingsFile
) -> None:
    write(qtbot, summary, "want", "geheim van de client")
    hand.write(hand.reach(summary.client.contact["name"]), "Anna")
    hand.write(hand.reach(summary.client.contact["phone"]), "030 - 123 45 67")
    assert "030 - 123 45 67" in paper(summary, Which.CLIENT)
    conversation.persistence.restart()
    settle()
    assert summary.client.contact["name"].text() == "Anna"
    assert "030 - 123 45 67" in paper(summary, Which.CLIENT)
    assert "Anna" in settings_text(settings_file)
    assert "geheim" not in settings_text(settings_file)


# ── what was agreed ─────────────────────────────────────────────────────────────────────────────


def test_a_step_is_agreed_changed_and_taken_away(qtbot: QtBot, summary: SummaryPage) -> None:
    tab = summary.agreed
    hand.click(tab.agree)
    hand.write(tab.form.what, "Naar het spreekuur")
    hand.press("Return")
    settle()
    assert tab.form.isHidden()
    assert tab.agree.hasFocus()
    for which in PAGES:
        assert "Naar het spreekuur" in paper(summary, which)
    buttons = {button.objectName(): button for button in tab.findChildren(QPushButton) if button.objectName()}
    hand.click(buttons["agreed-0-0"])
    tab.form.what.selectAll()
    hand.write(tab.form.what, "Naar de open dag")
    hand.press("Return")
    settle()
    assert [step.what for step in summary.conversation.agreed.steps] == ["Naar de open dag"]
    hand.click({button.objectName(): button for button in tab.findChildren(QPushButton)}["agreed-0-1"])
    assert "Naar de open dag" not in paper(summary, Which.CLIENT)
    summary.undo()
    assert "Naar de open dag" in paper(summary, Which.CLIENT)


def test_a_step_of_a_card_is_said_to_the_client_and_can_be_said_otherwise(
    qtbot: QtBot, summary: SummaryPage, conversation: ConversationView, library: Library
) -> None:
    step = library.barriers["care-duties"].nl.step_client
    conversation.agreed.agree(Terms(step, Who.CLIENT, None, "care-duties"))
    settle()
    assert step in paper(summary, Which.COUNSELOR)
    assert step not in paper(summary, Which.CLIENT)
    write(qtbot, summary, "step-0", "U vraagt Fatima.")
    assert "U vraagt Fatima." in paper(summary, Which.CLIENT)
    assert step in paper(summary, Which.COUNSELOR)


def test_moments_in_the_first_three_weeks_are_added_by_hand_and_not_before(
    window: MainWindow, summary: SummaryPage
) -> None:
    settle()
    assert not any(tick.isVisible() for tick in summary.agreed.weeks.values())
    assert not summary.agreed.begins.isVisible()
    hand.click(hand.reach(summary.agreed.course))
    assert not any(tick.isChecked() for tick in summary.agreed.weeks.values())
    assert summary.conversation.agreed.summary.moments() == ()
    assert "praten we over hoe het gaat" not in paper(summary, Which.CLIENT)
    for kind in (FIRST_WEEKS[0], FIRST_WEEKS[2]):
        hand.reach(summary.agreed.weeks[kind])
        hand.click(summary.agreed.weeks[kind])
    settle()
    assert "praten we over hoe het gaat" in paper(summary, Which.CLIENT)
    assert [moment.kind for moment in summary.conversation.agreed.summary.moments()] == [
        FIRST_WEEKS[0],
        FIRST_WEEKS[2],
    ]
    begins = today() + timedelta(days=10)
    summary.agreed.begins.setDate(QDate(begins.year, begins.month, begins.day))
    settle()
    assert summary.conversation.agreed.summary.moments()[0].due == begins + timedelta(weeks=1)
    hand.click(hand.reach(summary.agreed.course))
    settle()
    assert summary.conversation.agreed.nothing
    assert "praten we over hoe het gaat" not in paper(summary, Which.CLIENT)
    hand.click(summary.agreed.why)
    assert window.results.isVisible()


def test_undo_works_from_the_day_too(qtbot: QtBot, summary: SummaryPage) -> None:
    hand.click(hand.reach(summary.agreed.course))
    tick = summary.agreed.weeks[FIRST_WEEKS[1]]
    before = tick.isChecked()
    hand.click(hand.reach(tick))
    summary.agreed.begins.setFocus()
    settle()
    hand.press("Ctrl+Z")
    settle()
    assert tick.isChecked() is before


def make_appointment(summary: SummaryPage) -> AppointmentForm:
    form = summary.agreed.appointment
    hand.click(hand.reach(summary.agreed.appoint))
    day = today() + timedelta(days=7)
    form.day.setDate(QDate(day.year, day.month, day.day))
    hand.click(hand.reach(form.at))
    form.time.setTime(QTime(14, 30))
    hand.write(hand.reach(form.location), "kamer 2")
    return form


def test_an_appointment_is_made_changed_and_removed(summary: SummaryPage) -> None:
    form, tab = make_appointment(summary), summary.agreed
    hand.press("Return")
    settle()
    assert not tab.appoint.isVisible()
    said = [paper(summary, which).replace("\u00a0", " ") for which in PAGES]
    assert "om 14.30 uur, bij ons: kamer 2." in said[0]
    assert "om 14.30 uur, hier, kamer 2" in said[1]
    buttons = {button.objectName(): button for button in tab.findChildren(QPushButton) if button.objectName()}
    hand.click(hand.reach(buttons["appointment-0"]))
    assert (form.time.time(), form.location.text()) == (QTime(14, 30), "kamer 2")
    hand.click(hand.reach(form.means[Means.PHONE]))
    hand.click(hand.reach(form.keep))
    assert "Wij bellen u op" in paper(summary, Which.CLIENT)
    buttons = {button.objectName(): button for button in tab.findChildren(QPushButton) if button.objectName()}
    hand.click(hand.reach(buttons["appointment-1"]))
    settle()
    assert "Wij bellen u" not in paper(summary, Which.CLIENT)
    assert tab.appoint.isVisible()
    summary.undo()
    assert "Wij bellen u op" in paper(summary, Which.CLIENT)


def test_the_counselors_own_place_and_number_are_proposed(summary: SummaryPage, settings_file: SettingsFile) -> None:
    settings_file.change(contact_phone="030 - 123 45 67", contact_place="Kanaalstraat 12")
    form = summary.agreed.appointment
    hand.click(hand.reach(summary.agreed.appoint))
    assert form.location.text() == "Kanaalstraat 12"
    hand.click(hand.reach(form.means[Means.PHONE]))
    assert form.location.text() == "030 - 123 45 67"
    hand.click(hand.reach(form.means[Means.ELSEWHERE]))
    assert form.location.text() == ""
    hand.write(form.location, "Het Taalhuis")
    hand.click(hand.reach(form.means[Means.HERE]))
    assert form.location.text() == "Het Taalhuis"


def test_a_form_that_was_only_opened_makes_no_appointment(summary: SummaryPage) -> None:
    hand.click(hand.reach(summary.agreed.appoint))
    summary.agreed.leave()
    assert summary.conversation.agreed.nothing
    make_appointment(summary)
    summary.agreed.leave()
    made = summary.conversation.agreed.summary.appointment
    assert made is not None
    assert made.meeting == Meeting(time(14, 30), Means.HERE, "kamer 2")


def test_tab_comes_to_every_choice_of_a_step(qtbot: QtBot, summary: SummaryPage) -> None:
    hand.click(summary.agreed.agree)
    form = summary.agreed.form
    hand.press("Tab")
    assert QApplication.focusWidget() is form.who[Who.CLIENT]
    hand.press("Right")
    hand.press("Space")
    assert form.who[Who.COUNSELOR].isChecked()
    hand.press("Tab")
    assert form.due.isAncestorOf(QApplication.focusWidget())


def test_what_is_half_typed_is_agreed_when_one_prints(
    qtbot: QtBot, summary: SummaryPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[Paper] = []
    monkeypatch.setattr(printing, "print_paper", lambda _parent, paper: printed.append(paper()))
    hand.click(summary.agreed.agree)
    hand.write(summary.agreed.form.what, "Naar het spreekuur")
    hand.click(summary.columns[Which.CLIENT].print)
    assert "Naar het spreekuur" in printed[0].text


# ── on paper ────────────────────────────────────────────────────────────────────────────────────


def test_the_clients_page_is_one_sheet_in_large_letters(summary: SummaryPage) -> None:
    settle()
    assert len(pages_of(printing.pdf_of(summary.pages.client))) == 1
    block, small = summary.pages.client.document.begin(), []
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            fragment = pieces.fragment()
            words = fragment.text().strip("\ufffc ")  # but for pictograms
            if words and fragment.charFormat().font().pointSizeF() < SMALLEST:
                small.append(fragment.text())
            pieces += 1
        block = block.next()
    assert small == []


@pytest.mark.parametrize("turn", range(6))
def test_what_is_usually_agreed_fits_on_one_sheet(
    summary: SummaryPage, conversation: ConversationView, library: Library, turn: int
) -> None:
    """Two steps of the client, one of the counselor and of the service, an appointment and a long goal, for other barriers each time."""
    conversation.controller.set_state(GOAL_ITEM, State.NAMED)
    conversation.controller.set_note(GOAL_ITEM, "Een opleiding doen, en dan werk zoeken dat past bij de kinderen")
    makers = (
        (Who.CLIENT, "step_client"),
        (Who.CLIENT, "step_client"),
        (Who.COUNSELOR, "step_counselor"),
        (Who.SERVICE, "step_service"),
    )
    barriers = list(library.barriers.values())
    for place, (who, step) in enumerate(makers):
        barrier = barriers[(turn * len(makers) + place) % len(barriers)]
        conversation.agreed.agree(Terms(getattr(barrier.nl, step), who, today() + timedelta(days=9), barrier.id))
    conversation.agreed.appoint(
        appointment_on(today() + timedelta(days=14), Meeting(time(14, 30), Means.HERE, "Kanaalstraat 12, kamer 2"))
    )
    settle()
    assert len(pages_of(printing.pdf_of(summary.pages.client))) == 1
    assert summary.pages.points >= SMALLEST


def test_a_page_that_gets_longer_gets_smaller_letters_and_then_says_what_to_shorten(
    summary: SummaryPage, conversation: ConversationView
) -> None:
    sizes = []
    for lines in (0, 6, 10, 30):
        conversation.agreed.write("well", "\n".join(f"U kunt ding nummer {number}." for number in range(lines)))
        settle()
        sizes.append(summary.pages.points)
    assert sizes[0] > sizes[-1] == SMALLEST
    assert sizes == sorted(sizes, reverse=True)
    assert summary.pages.too_long is not None
    part, too_many = summary.pages.too_long
    assert part is PagePart.WELL
    assert too_many > 5
    assert "Wat goed gaat" in summary.columns[Which.CLIENT].fit.text()
    pages = pages_of(printing.pdf_of(summary.pages.client))
    assert len(pages) == 2
    assert all(f"U kunt ding nummer {number}." in " ".join(pages) for number in range(30))
    conversation.agreed.write("well", None)
    settle()
    assert summary.pages.too_long is None


def test_a_page_is_saved_as_pdf_and_read_by_another_reader(summary: SummaryPage, tmp_path: Path) -> None:
    summary.columns[Which.CLIENT].pdf.trigger()
    choose(dialog_of(summary), tmp_path / "blad.pdf")
    settle()
    said = letters_of(text_of(tmp_path / "blad.pdf"))
    assert letters_of("Uw plan") in said
    assert letters_of("U wilt leren voor mensen die dicht bij u staan.") in said
    summary.columns[Which.COUNSELOR].pdf.trigger()
    choose(dialog_of(summary), tmp_path / "mijn.pdf")
    assert letters_of("geen gevalideerde test") in letters_of(text_of(tmp_path / "mijn.pdf"))


def test_a_page_is_saved_for_a_browser(summary: SummaryPage, tmp_path: Path) -> None:
    summary.columns[Which.CLIENT].html.trigger()
    choose(dialog_of(summary), tmp_path / "blad.html")
    settle()
    html = (tmp_path / "blad.html").read_text("utf-8")
    assert html.startswith('<!DOCTYPE html>\n<html lang="nl">')
    assert "Wat u wilt</h2>" in html
    assert 'name="viewport"' in html
    assert set(re.findall(r'src="([a-z]+:)', html)) == {"data:"}, "nothing from outside"
    assert html.count("src=") == html.count(' alt=""')


def test_a_place_that_cannot_be_written_is_told(window: MainWindow, summary: SummaryPage, tmp_path: Path) -> None:
    summary.columns[Which.CLIENT].pdf.trigger()
    dialog_of(summary).fileSelected.emit(str(tmp_path / "no" / "such" / "blad.pdf"))
    told = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert any("kan daar niet worden opgeslagen" in words for words in told)


def test_the_name_on_offer_says_nothing_of_the_client(kept: SummaryPage) -> None:
    kept.columns[Which.COUNSELOR].pdf.trigger()
    dialog = dialog_of(kept)
    assert "2026-007" not in "".join(dialog.selectedFiles())
    dialog.reject()


# ── looks and keys ──────────────────────────────────────────────────────────────────────────────


def test_every_key_goes_somewhere_and_every_field_has_a_name(
    qtbot: QtBot, window: MainWindow, summary: SummaryPage
) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    summary.conversation.agreed.agree(Terms("Bellen", Who.CLIENT))
    for tab in range(4):
        summary.show_tab(tab)
        settle()
        summary.setFocus()
        seen = set()
        for _ in range(80):
            focused = QApplication.focusWidget()
            assert focused is not None
            seen.add(focused)
            assert focused.accessibleName() or getattr(focused, "text", str)(), (tab, type(focused))
            hand.press("Tab")
        assert summary.columns[summary.shown].print in seen


@pytest.mark.parametrize("size", [100, 150, 200])
def test_nothing_is_clipped(window: MainWindow, summary: SummaryPage, size: int) -> None:
    summary.conversation.agreed.agree(Terms("Belt de opvang", Who.COUNSELOR, today(), "care-duties", handover=True))
    window.topbar.choose(text_size=size)
    for tab in range(4):
        summary.show_tab(tab)
        settle()
        narrow = [
            button.text()
            for button in summary.findChildren(QPushButton)
            if button.isVisible() and button.text() and button.width() < button.sizeHint().width()
        ]
        cut = [
            label.text()
            for label in summary.findChildren(QLabel)
            if label.isVisible()
            and label.text()
            and label.wordWrap()
            and label.height() < label.heightForWidth(label.width())
        ]
        assert (narrow, cut) == ([], []), tab
    assert window.width() == 1366


def test_at_large_text_the_page_that_is_worked_on_is_shown(window: MainWindow, summary: SummaryPage) -> None:
    window.topbar.choose(text_size=150)
    summary.show_tab(1)
    settle()
    assert [which for which, column in summary.columns.items() if column.isVisible()] == [Which.CLIENT]
    summary.show_tab(2)
    assert [which for which, column in summary.columns.items() if column.isVisible()] == [Which.COUNSELOR]


def test_a_key_prints_the_paper_of_the_tab(
    qtbot: QtBot, window: MainWindow, summary: SummaryPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[str] = []
    monkeypatch.setattr(printing, "print_paper", lambda _parent, paper: printed.append(paper().text))
    qtbot.waitUntil(window.isActiveWindow)
    for tab in range(4):
        summary.show_tab(tab)
        summary.setFocus()
        hand.press("Ctrl+P")
    titles = [text.partition("\n")[0] for text in printed]
    assert titles == ["Uw plan", "Uw plan", "Samenvatting van het gesprek", "Bericht aan de verwijzer"]


# ── to send ─────────────────────────────────────────────────────────────────────────────────────


def test_a_message_is_copied_shown_and_gone_with_the_conversation(
    summary: SummaryPage, conversation: ConversationView
) -> None:
    conversation.agreed.agree(Terms("Naar de open dag", Who.CLIENT))
    conversation.agreed.agree(Terms("Naar de schuldhulp", Who.CLIENT))
    settle()
    assert not summary.note.isVisible()
    summary.columns[Which.CLIENT].copies[CopyForm.MESSAGE].trigger()
    copied = QApplication.clipboard().text()
    assert "Naar de open dag" in copied
    assert "schuld" not in copied
    assert summary.note.isVisible()
    assert summary.note.text.text() == copied
    assert "Eén stap is daarom weggelaten." in shown_in(summary.note)
    summary.columns[Which.CLIENT].copies[CopyForm.EMAIL].trigger()
    assert QApplication.clipboard().text().startswith("Onderwerp: Onze afspraken\n\nGoedendag,")
    hand.click(summary.note.close_button)
    assert not summary.note.isVisible()
    summary.columns[Which.CLIENT].copies[CopyForm.MESSAGE].trigger()
    conversation.persistence.restart()
    settle()
    assert not summary.note.isVisible()
    assert "open dag" not in shown_in(summary)


def test_the_reply_tells_what_is_ticked(summary: SummaryPage, conversation: ConversationView) -> None:
    conversation.agreed.agree(Terms("Naar de open dag", Who.CLIENT))
    hand.click(summary.tabs[3])
    settle()
    assert [which for which, column in summary.columns.items() if column.isVisible()] == [Which.REPLY]
    assert "Naar de open dag" not in paper(summary, Which.REPLY)
    hand.click(hand.reach(summary.reply.ticks[ReplyPart.CLIENT_STEPS]))
    assert "Naar de open dag" in paper(summary, Which.REPLY)
    hand.click(hand.reach(summary.columns[Which.REPLY].copy))
    assert "Naar de open dag" in QApplication.clipboard().text()
    summary.undo()
    assert "Naar de open dag" not in paper(summary, Which.REPLY)


def test_a_screen_reader_hears_what_the_page_says(summary: SummaryPage) -> None:
    settle()
    column = summary.columns[Which.CLIENT]
    assert "U wilt leren voor mensen die dicht bij u staan." in column.scroller.accessibleDescription()
    assert column.scroller.accessibleName()


def test_another_conversation_begins_with_nothing_of_this_one(
    qtbot: QtBot, summary: SummaryPage, conversation: ConversationView
) -> None:
    write(qtbot, summary, "want", "geheim van de client")
    conversation.agreed.agree(Terms("geheime stap", Who.CLIENT))
    hand.click(summary.tabs[0])
    hand.click(hand.reach(summary.agreed.agree))
    hand.write(hand.reach(summary.agreed.form.what), "half geheim")
    conversation.persistence.restart()
    settle()
    for words in (shown_in(summary), *(summary.pages.html(which) for which in Which)):
        assert "geheim" not in words
        assert "moeder" not in words
    conversation.controller.undo()  # brings the one before back, with what was agreed in it
    settle()
    assert "geheime stap" in paper(summary, Which.CLIENT)
    assert "geheim van de client" in paper(summary, Which.CLIENT)


def test_steps_agreed_before_anything_is_said_go_with_the_conversation(conversation: ConversationView) -> None:
    conversation.agreed.agree(Terms("Bellen", Who.CLIENT))
    assert conversation.header.new.isEnabled()
    assert conversation.is_busy
    hand.click(conversation.header.new)
    hand.click(conversation.question.yes)
    assert conversation.agreed.steps == ()


def test_practising_has_a_summary_of_its_own(window: MainWindow, summary: SummaryPage) -> None:
    window.go_to_room(ViewId.PRACTICE)
    window.conversation_coordinator.to_summary_and_back()
    practising = page_of(window)
    assert practising is not summary
    assert practising.isVisible()
    assert "moeder" not in paper(practising, Which.COUNSELOR)
    hand.click(practising.header.back)
    assert window.view(ViewId.PRACTICE).isVisible()
    window.go_to_room(ViewId.CONVERSATION)
    window.conversation_coordinator.to_summary_and_back()
    assert page_of(window) is summary
    window.conversation_coordinator.to_summary_and_back()
    assert window.view(ViewId.CONVERSATION).isVisible()


def test_the_keyboard_goes_along_to_the_tab_that_is_shown(
    qtbot: QtBot, window: MainWindow, summary: SummaryPage
) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    summary.tabs[0].setFocus()
    summary.show_tab(1)
    assert summary.tabs[1].hasFocus()
    summary.client.contact["name"].setFocus()
    summary.show_tab(2)
    assert not any(tab.hasFocus() for tab in summary.tabs)
