"""Finishing: saves, puts steps and moments in the record, and can be taken back."""

from collections.abc import Iterable
from datetime import date, time, timedelta

from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from guidance_kb.casebook.records.followups import FIRST_WEEKS, FollowUpKind, Means, Meeting
from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.casebook.records.timeline import Happened
from guidance_kb.casebook.records.undo import UndoKind
from guidance_kb.conversation.answers import State
from guidance_kb.dates import day_in_words
from guidance_kb.documents.summary import appointment_on
from guidance_kb.language import Language
from guidance_kb.ui.conversation.session.autosave import ClientRef
from guidance_kb.ui.conversation.session.session_persistence import SaveStatus
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.casebook_service import CasebookState
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.records.clients.record_format import from_day
from guidance_kb.ui.shell.window import MainWindow
from guidance_kb.ui.summary.page import SummaryPage
from guidance_kb.ui.summary.pages import Which
from tests.hand import hand
from tests.ui.conversation.conftest import Casebook
from tests.ui.records.clients.conftest import texts
from tests.ui.summary.conftest import CODE, settle, shown_in
from tests.ui.summary.test_page import paper, today, write

STEP = Terms("Naar het spreekuur", Who.CLIENT, None)


def client_of(kept: SummaryPage) -> int:
    whose = kept.conversation.persistence.client
    assert whose is not None
    return whose.id


def finish(qtbot: QtBot, kept: SummaryPage) -> None:
    hand.click(kept.header.finish)
    qtbot.waitUntil(lambda: kept.conversation.persistence.status is SaveStatus.FINISHED)
    settle()


def agree_weeks(kept: SummaryPage, weeks: Iterable[FollowUpKind] = FIRST_WEEKS) -> None:
    hand.click(hand.reach(kept.agreed.course))
    for kind in weeks:
        hand.reach(kept.agreed.weeks[kind])
        hand.click(kept.agreed.weeks[kind])
    settle()


def test_steps_and_moments_come_into_the_record(qtbot: QtBot, kept: SummaryPage, casebook: Casebook) -> None:
    client = client_of(kept)
    kept.conversation.agreed.agree(STEP)
    agree_weeks(kept, FIRST_WEEKS[:2])
    assert casebook.ask(lambda store: store.steps.of_client(client)) == []
    assert (
        "1 stap" in kept.header.words.text() or "1 step" in kept.header.words.text()
    )  # the Dutch comes with the merge
    finish(qtbot, kept)
    steps = casebook.ask(lambda store: store.steps.of_client(client))
    assert [(step.terms, step.session) for step in steps] == [(STEP, kept.conversation.persistence.session)]
    planned = casebook.ask(lambda store: store.follow_ups.of_client(client))
    assert [(each.kind, each.due) for each in planned] == [
        (kind, today() + timedelta(weeks=week)) for week, kind in enumerate(FIRST_WEEKS[:2], start=1)
    ]
    assert not kept.header.finish.isVisible()
    assert kept.header.undo_finish.isVisible()
    assert not kept.agreed.agree.isVisible()
    assert CODE in paper(kept, Which.COUNSELOR)
    assert "Naar het spreekuur" in paper(kept, Which.CLIENT)


def test_an_appointment_comes_into_the_record_once_and_is_on_the_pages_of_the_next_conversation(
    qtbot: QtBot, kept: SummaryPage, casebook: Casebook
) -> None:
    client, conversation = client_of(kept), kept.conversation
    day = today() + timedelta(days=7)
    meeting = Meeting(time(14, 30), Means.HERE, "kamer 2")
    conversation.agreed.appoint(appointment_on(day, meeting))
    finish(qtbot, kept)

    def stored() -> list[tuple[FollowUpKind, date, Meeting | None]]:
        planned = casebook.ask(lambda store: store.follow_ups.of_client(client))
        return [(each.kind, each.due, each.meeting) for each in planned]

    assert stored() == [(FollowUpKind.APPOINTMENT, day, meeting)]
    conversation.persistence.reopen("nog iets")
    qtbot.waitUntil(lambda: conversation.persistence.status is SaveStatus.KEPT)
    finish(qtbot, kept)
    assert len(stored()) == 1
    conversation.start_for(client)
    casebook.settle()
    qtbot.waitUntil(lambda: kept.pages.talk.appointment is not None)
    conversation.controller.set_state("vraag-zorg", State.NAMED)
    casebook.settle()
    qtbot.waitUntil(lambda: conversation.persistence.status is SaveStatus.KEPT)
    assert "kamer 2" in paper(kept, Which.CLIENT)
    finish(qtbot, kept)
    assert "kamer 2" in paper(kept, Which.CLIENT)  # it is in the record, and still to come
    hand.click(kept.header.undo_finish)
    qtbot.waitUntil(lambda: conversation.persistence.status is SaveStatus.KEPT)
    conversation.agreed.appoint(appointment_on(day + timedelta(days=1), Meeting()))
    assert "kamer 2" not in paper(kept, Which.CLIENT)
    finish(qtbot, kept)
    assert stored() == [(FollowUpKind.APPOINTMENT, day + timedelta(days=1), Meeting())]


def test_undo_takes_all_of_it_back_and_finishing_again_brings_it_once(
    qtbot: QtBot, kept: SummaryPage, casebook: Casebook
) -> None:
    client = client_of(kept)
    kept.conversation.agreed.agree(STEP)
    agree_weeks(kept)
    finish(qtbot, kept)
    hand.click(kept.header.undo_finish)
    qtbot.waitUntil(lambda: kept.conversation.persistence.status is SaveStatus.KEPT)
    settle()
    assert casebook.ask(lambda store: store.steps.of_client(client)) == []
    assert casebook.ask(lambda store: store.follow_ups.of_client(client)) == []
    assert [step.kept for step in kept.conversation.agreed.steps] == [None]
    finish(qtbot, kept)
    assert len(casebook.ask(lambda store: store.steps.of_client(client))) == 1
    assert len(casebook.ask(lambda store: store.follow_ups.of_client(client))) == 3


def test_a_key_takes_finishing_back(qtbot: QtBot, window: MainWindow, kept: SummaryPage) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    kept.header.finish.setFocus()
    finish(qtbot, kept)
    assert kept.header.undo_finish.hasFocus()
    hand.press("Ctrl+Z")
    qtbot.waitUntil(lambda: kept.conversation.persistence.status is SaveStatus.KEPT)


def test_opened_again_what_is_in_the_record_does_not_come_twice(
    qtbot: QtBot, kept: SummaryPage, casebook: Casebook
) -> None:
    client, conversation = client_of(kept), kept.conversation
    conversation.agreed.agree(STEP)
    agree_weeks(kept)
    finish(qtbot, kept)
    conversation.persistence.reopen("nog iets")
    qtbot.waitUntil(lambda: conversation.persistence.status is SaveStatus.KEPT)
    conversation.agreed.agree(Terms("Bellen", Who.COUNSELOR))
    settle()
    assert not any(tick.isEnabled() for tick in kept.agreed.weeks.values())
    finish(qtbot, kept)
    steps = casebook.ask(lambda store: store.steps.of_client(client))
    assert [step.terms.what for step in steps] == ["Naar het spreekuur", "Bellen"]
    assert len(casebook.ask(lambda store: store.follow_ups.of_client(client))) == 3


def test_what_was_chosen_and_written_is_there_after_locking(
    qtbot: QtBot, window: MainWindow, kept: SummaryPage, casebook: Casebook
) -> None:
    conversation = kept.conversation
    _, session = client_of(kept), conversation.persistence.session
    assert session is not None
    write(qtbot, kept, "want", "U wilt kok worden.")
    hand.click(kept.tabs[2])
    hand.click(hand.reach(kept.counselor.ticks["care-duties"].tick))
    conversation.agreed.agree(STEP)
    window.lock()
    qtbot.waitUntil(lambda: casebook.service.state is CasebookState.LOCKED)
    settle()
    for words in (shown_in(kept), *(kept.pages.html(which) for which in Which)):
        assert "kok" not in words
        assert "spreekuur" not in words
        assert CODE not in words
    casebook.unlock()
    window.resume_conversation(session)
    qtbot.waitUntil(lambda: conversation.persistence.status is SaveStatus.KEPT)
    window.go_to_room(ViewId.SUMMARY)
    assert "U wilt kok worden." in paper(kept, Which.CLIENT)
    assert "Naar het spreekuur" in paper(kept, Which.CLIENT)
    assert not kept.counselor.ticks["care-duties"].tick.isChecked()
    assert not kept.conversation.agreed.can_undo


def test_what_was_not_agreed_is_not_planned(qtbot: QtBot, kept: SummaryPage, casebook: Casebook) -> None:
    client = client_of(kept)
    kept.conversation.agreed.agree(STEP)
    finish(qtbot, kept)
    assert casebook.ask(lambda store: store.follow_ups.of_client(client)) == []
    assert "praten we over hoe het gaat" not in paper(kept, Which.CLIENT)
    kept.conversation.persistence.take_finish_back()
    qtbot.waitUntil(lambda: kept.conversation.persistence.status is SaveStatus.KEPT)
    settle()
    assert kept.agreed.course.isEnabled()  # what was not planned can still be agreed


def test_weeks_that_are_planned_already_are_said_and_not_planned_again(
    qtbot: QtBot, window: MainWindow, kept: SummaryPage, casebook: Casebook
) -> None:
    client = client_of(kept)
    window.go_to_room(ViewId.CONVERSATION)
    casebook.ask(lambda store: store.follow_ups.plan_first_weeks(client, today()))
    window.go_to_room(ViewId.SUMMARY)
    qtbot.waitUntil(lambda: any("eerder gepland" in text.lower() for text in texts(kept.agreed)))
    finish(qtbot, kept)
    assert len(casebook.ask(lambda store: store.follow_ups.of_client(client))) == 3


def test_steps_go_along_when_the_conversation_goes_to_another_client(
    qtbot: QtBot, kept: SummaryPage, casebook: Casebook, conversation: ConversationView
) -> None:
    conversation.agreed.agree(STEP)
    other = casebook.client("2026-008")
    conversation.persistence.choose(ClientRef(other.id, other.code))
    casebook.settle()
    finish(qtbot, kept)
    assert [step.terms for step in casebook.ask(lambda store: store.steps.of_client(other.id))] == [STEP]


def test_nobody_yet_leads_to_choosing(window: MainWindow, casebook: Casebook, summary: SummaryPage) -> None:
    assert casebook.service.state is CasebookState.OPEN
    settle()
    assert summary.header.choose.isVisible()
    hand.click(summary.header.choose)
    assert window.view(ViewId.CONVERSATION).isVisible()
    assert summary.conversation.chooser.isVisible()


def hold_on(summary: SummaryPage, day: date) -> None:
    """Type a day into the field of the day of the conversation."""
    field = hand.reach(summary.agreed.held)
    field.setFocus()
    field.setDate(QDate(day.year, day.month, day.day))


def test_a_paper_form_that_is_entered_later_has_the_day_of_the_conversation(
    qtbot: QtBot, kept: SummaryPage, casebook: Casebook
) -> None:
    held = today() - timedelta(days=5)
    assert kept.agreed.held.date() == QDate.currentDate()
    hold_on(kept, held)
    qtbot.waitUntil(lambda: kept.pages.talk.day == held)
    qtbot.waitUntil(lambda: day_in_words(held, Language.NL) in paper(kept, Which.CLIENT))
    assert day_in_words(held, Language.NL) in paper(kept, Which.COUNSELOR)
    finish(qtbot, kept)
    (session,) = casebook.ask(lambda store: store.sessions.of_client(client_of(kept)))
    assert session.day == held
    assert kept.pages.talk.day == held
    hold_on(kept, held - timedelta(days=1))  # a slip of the pen, found after finishing
    qtbot.waitUntil(lambda: kept.pages.talk.day == held - timedelta(days=1))
    last = casebook.ask(lambda store: store.undo.last(client_of(kept)))
    assert last is not None
    assert last.kind is UndoKind.SESSION_DATED
    casebook.ask(lambda store: store.undo.take_back(client_of(kept)))
    qtbot.waitUntil(lambda: kept.pages.talk.day == held)
    assert from_day(kept.agreed.held.date()) == held


def test_the_day_of_a_conversation_is_not_to_come_and_not_longer_ago_than_records_are_kept(kept: SummaryPage) -> None:
    field = kept.agreed.held
    hold_on(kept, today() + timedelta(days=3))
    assert from_day(field.date()) == today()
    hold_on(kept, today() - timedelta(days=4000))
    assert field.date() == QDate.currentDate().addMonths(-12)


def test_a_conversation_before_another_one_is_the_first(qtbot: QtBot, kept: SummaryPage, casebook: Casebook) -> None:
    client, conversation = client_of(kept), kept.conversation
    finish(qtbot, kept)
    conversation.start_for(client)
    casebook.settle()
    conversation.controller.set_state("vraag-zorg", State.NAMED)
    casebook.settle()
    qtbot.waitUntil(lambda: conversation.persistence.status is SaveStatus.KEPT)
    assert conversation.persistence.number == 2
    settle()
    hold_on(kept, today() - timedelta(days=30))
    qtbot.waitUntil(lambda: conversation.persistence.number == 1)
    conversations = casebook.ask(lambda store: store.timeline(client)).events
    assert [each.day for each in conversations if each.what is Happened.CONVERSATION] == [
        today(),
        today() - timedelta(days=30),
    ]


def test_a_conversation_that_is_not_stored_has_no_day_to_set(summary: SummaryPage) -> None:
    assert not summary.agreed.held.isVisible()


def test_locking_leaves_no_day_of_a_conversation(qtbot: QtBot, kept: SummaryPage, casebook: Casebook) -> None:
    hold_on(kept, today() - timedelta(days=5))
    qtbot.waitUntil(lambda: kept.pages.talk.day == today() - timedelta(days=5))
    casebook.service.lock()
    settle()
    assert not kept.agreed.held.isVisible()
    assert from_day(kept.agreed.held.date()) == today()
