"""The line that says whose the conversation is and whether it is saved; choosing a client; questions; setting signals aside."""

from collections.abc import Callable
from datetime import datetime
from threading import Event

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guidance_kb.conversation.answers import State
from guidance_kb.conversation.verdicts import Judged, Verdict, VerdictReason
from guidance_kb.language import Language
from guidance_kb.ui.conversation.session.autosave import ClientRef
from guidance_kb.ui.conversation.session.save_status import clock_time, when
from guidance_kb.ui.conversation.session.session_persistence import SaveStatus
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.settings import Scheme
from tests.hand import hand
from tests.ui.conversation.conftest import Casebook, speak
from tests.ui.conversation.test_view import clipped
from tests.ui.navigator import RecordingNavigator

LEFT = Qt.MouseButton.LeftButton
NameItems = Callable[..., None]


ZORG = frozenset({"vraag-zorg!"})
"""The evidence for a verdict on care duties: named by the client."""


def buttons(view: ConversationView) -> list[str]:
    line = view.save_status
    named = {
        "code": line.code, "choose": line.choose, "other": line.other, "again": line.again, "finish": line.finish,
        "undo": line.undo_finish, "reopen": line.reopen, "pause": line.pause,
    }  # fmt: skip
    return [name for name, made in named.items() if made.isVisible()]


# ── the line ────────────────────────────────────────────────────────────────────────────────────


def test_it_offers_what_can_be_done(view: ConversationView, casebook: Casebook, navigator: RecordingNavigator) -> None:
    assert buttons(view) == ["choose", "finish"]
    client = casebook.client("2026-001")
    view.persistence.choose(ClientRef(client.id, client.code))
    assert buttons(view) == ["code", "other", "finish"]
    assert not view.save_status.finish.isEnabled()
    view.controller.set_state("vraag-nut", State.NAMED)
    casebook.settle()
    assert buttons(view) == ["code", "other", "finish", "pause"]
    assert view.save_status.finish.isEnabled()
    view.finish()
    casebook.settle()
    assert buttons(view) == ["code", "finish", "undo", "reopen"]
    hand.click(view.save_status.finish)
    assert navigator.calls == [("show_summary",)]


def test_it_says_when_it_was_saved(kept: ConversationView) -> None:
    now = clock_time(datetime.now().astimezone())
    before = clock_time(kept.persistence.saved_at) if kept.persistence.saved_at else ""
    assert kept.save_status.code.text() == "2026-007"
    assert before in kept.save_status.words.text()
    assert before <= now or now == "00:00"


def test_it_calls_nothing_saved_that_is_not(qtbot: QtBot, kept: ConversationView, casebook: Casebook) -> None:
    words = kept.save_status.words
    assert words.text().startswith("opgeslagen")
    gate = Event()
    casebook.service.execute(casebook.service, lambda _: gate.wait(20))
    kept.controller.set_state("vraag-nut", State.NAMED)
    assert words.text() == "wordt opgeslagen…"
    gate.set()
    qtbot.waitUntil(lambda: words.text().startswith("opgeslagen"))
    kept.items.go_to("vraag-nut")
    hand.press("Shift+N")
    hand.keys("oma")
    assert words.text() == "wordt opgeslagen…"
    qtbot.waitUntil(lambda: words.text().startswith("opgeslagen"))
    session = kept.persistence.session
    assert session is not None
    assert casebook.ask(lambda store: store.sessions.answers(session))["vraag-nut"].note == "oma"


def test_what_was_typed_and_typed_away_again_waits_for_nothing(
    qtbot: QtBot, kept: ConversationView, casebook: Casebook
) -> None:
    kept.items.go_to("vraag-zorg")
    casebook.settle()
    qtbot.waitUntil(lambda: kept.save_status.words.text().startswith("opgeslagen"))
    hand.press("Shift+N")
    hand.keys("o")
    assert kept.save_status.words.text() == "wordt opgeslagen…"
    hand.press("Backspace")
    qtbot.waitUntil(lambda: kept.save_status.words.text().startswith("opgeslagen"))


def test_without_a_casebook_only_the_end_is_offered(view: ConversationView, casebook: Casebook) -> None:
    casebook.service.lock()
    assert buttons(view) == ["finish"]
    assert view.save_status.words.text()


def test_the_code_leads_to_the_record(kept: ConversationView, navigator: RecordingNavigator) -> None:
    assert kept.persistence.client is not None
    hand.click(kept.save_status.code)
    assert navigator.calls == [("open_record", kept.persistence.client.id)]


def test_control_z_takes_finishing_back(qtbot: QtBot, kept: ConversationView, casebook: Casebook) -> None:
    kept.items.go_to("vraag-zorg")
    kept.finish()
    casebook.settle()
    hand.press("Ctrl+Z")
    casebook.settle()
    assert kept.persistence.status is SaveStatus.KEPT
    assert list(kept.controller.session.answers) == ["vraag-zorg"]


def test_the_time_pauses_and_goes_on(kept: ConversationView) -> None:
    watch = kept.persistence.stopwatch
    assert watch.running
    hand.click(kept.save_status.pause)
    assert not watch.running
    kept.controller.set_state("vraag-nut", State.NAMED)
    assert not watch.running
    hand.click(kept.save_status.pause)
    assert watch.running


def test_moments_are_said_in_the_language_of_the_screen() -> None:
    moment = datetime(2026, 5, 3, 14, 2).astimezone()
    assert when(moment, Language.NL) == "3 mei 2026, 14:02"
    assert when(moment, Language.EN) == "3 May 2026, 14:02"
    assert clock_time(moment) == "14:02"


# ── choosing ────────────────────────────────────────────────────────────────────────────────────


def test_a_known_client_by_keyboard(qtbot: QtBot, view: ConversationView, casebook: Casebook) -> None:
    for code in ("2026-001", "2026-002", "K-9"):
        casebook.client(code)
    view.controller.set_state("vraag-nut", State.NAMED)
    view.save_status.choose.setFocus()
    hand.press("Space")
    casebook.settle()
    assert QApplication.focusWidget() is view.chooser.field
    assert len(view.chooser.offers.known) == 3
    hand.write(view.chooser.field, "2026")
    casebook.settle()
    assert {each.code for each in view.chooser.offers.known} == {"2026-001", "2026-002"}
    hand.press("Return")
    assert view.persistence.client is None  # what was typed is nobody's code: choosing is left to the one who types
    first = QApplication.focusWidget()
    assert first is view.chooser.known[0]
    hand.press("Right")
    second = QApplication.focusWidget()
    assert second is view.chooser.known[1]
    chosen = view.chooser.offers.known[1]
    hand.press("Space")
    casebook.settle()
    assert view.persistence.client == chosen
    assert not view.chooser.isVisible()
    assert view.persistence.status is SaveStatus.KEPT


def test_just_that_code_and_enter(qtbot: QtBot, view: ConversationView, casebook: Casebook) -> None:
    client = casebook.client("K-9")
    casebook.client("K-91")
    hand.click(view.save_status.choose)
    hand.write(view.chooser.field, "k-9")
    casebook.settle()
    hand.press("Return")
    assert view.persistence.client == ClientRef(client.id, "K-9")


def test_enter_that_is_quicker_than_the_store(qtbot: QtBot, view: ConversationView, casebook: Casebook) -> None:
    client = casebook.client("K-9")
    casebook.client("K-91")
    hand.click(view.save_status.choose)
    casebook.settle()  # what is offered is for a field without anything in it
    view.chooser.field.setFocus()
    hand.keys("k-")
    for key, letter in (
        (Qt.Key.Key_9, "9"),
        (Qt.Key.Key_Return, "\r"),
    ):  # not a moment between them, in which an answer could arrive
        QApplication.sendEvent(
            view.chooser.field, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter)
        )
    assert view.persistence.client is None
    casebook.settle()
    assert view.persistence.client == ClientRef(client.id, "K-9")


def test_a_new_client_with_the_code_that_is_proposed(view: ConversationView, casebook: Casebook) -> None:
    proposed = casebook.ask(lambda store: store.clients.next_code())
    hand.click(view.save_status.choose)
    casebook.settle()
    assert view.chooser.offers.new == proposed
    hand.click(view.chooser.new)
    casebook.settle()
    assert view.persistence.client is not None
    assert view.persistence.client.code == proposed


def test_a_name_is_refused_with_the_reason(
    qtbot: QtBot, view: ConversationView, casebook: Casebook, services: Services
) -> None:
    hand.click(view.save_status.choose)
    hand.write(view.chooser.field, "Fatima")
    casebook.settle()
    hand.click(view.chooser.new)
    casebook.settle()
    assert view.persistence.client is None
    assert "cijfer" in view.chooser._wrong.text()
    services.translation.use(Language.EN)
    speak(view)
    assert "digit" in view.chooser._wrong.text()


def test_escape_leaves_and_keeps_no_code(qtbot: QtBot, view: ConversationView, casebook: Casebook) -> None:
    casebook.client("2026-001")
    view.items.go_to("vraag-nut")
    hand.click(view.save_status.choose)
    casebook.settle()
    hand.press("Esc")
    assert not view.chooser.isVisible()
    assert not any(each.text() for each in view.chooser.known)
    assert QApplication.focusWidget() is view.items.rows["vraag-nut"]


def test_locking_closes_it(view: ConversationView, casebook: Casebook) -> None:
    casebook.client("2026-001")
    hand.click(view.save_status.choose)
    casebook.settle()
    casebook.service.lock()
    assert not view.chooser.isVisible()
    assert not any(each.text() for each in view.chooser.known)


def test_chosen_by_mistake_another_client_is_chosen(kept: ConversationView, casebook: Casebook) -> None:
    casebook.client("2026-008")
    hand.click(kept.save_status.other)
    casebook.settle()
    place = [each.code for each in kept.chooser.offers.known].index("2026-008")
    hand.click(kept.chooser.known[place])
    casebook.settle()
    assert kept.save_status.code.text() == "2026-008"
    assert list(kept.controller.session.answers) == ["vraag-zorg"]


# ── questions ───────────────────────────────────────────────────────────────────────────────────


def test_a_no_changes_nothing(qtbot: QtBot, kept: ConversationView, casebook: Casebook) -> None:
    kept.finish()
    casebook.settle()
    hand.click(kept.save_status.reopen)
    assert QApplication.focusWidget() is kept.question.field
    hand.write(kept.question.field, "toch niet")
    hand.press("Esc")
    assert not kept.question.isVisible()
    assert kept.question.field.text() == ""
    assert kept.persistence.status is SaveStatus.FINISHED


def test_a_question_goes_with_its_conversation(kept: ConversationView, casebook: Casebook) -> None:
    kept.finish()
    casebook.settle()
    hand.click(kept.save_status.reopen)
    kept.question.field.setText("over deze cliënt")
    kept.put_down()
    assert not kept.question.isVisible()
    assert kept.question.field.text() == ""


# ── signals set aside ───────────────────────────────────────────────────────────────────────────


def test_a_signal_is_set_aside_with_a_reason_and_comes_back(view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-zorg")
    card = view.side.signals.cards["care-duties"]
    assert card.verdict is None
    view.side.signals.toggle("care-duties")
    assert card.verdict is not None
    spoken = card.head.accessibleName()
    card.verdict.dismiss.setFocus()
    card.verdict.reasons[VerdictReason.DOES_NOT_FIT].trigger()
    assert view.controller.verdicts == {"care-duties": Judged(Verdict.DISMISSED, VerdictReason.DOES_NOT_FIT, ZORG)}
    assert not card.unfolded
    assert view.side.signals.unfolded == []
    assert card.isVisible()
    assert card.head.accessibleName() != spoken
    assert not card.why.isVisible()
    assert QApplication.focusWidget() is card.verdict.undo
    hand.click(card.verdict.undo)
    assert view.controller.verdicts == {}
    assert card.why.isVisible()
    assert not card.verdict.isVisible()
    assert QApplication.focusWidget() is card.head


def test_a_signal_is_taken_up_and_stays_unfolded(view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-zorg")
    view.side.signals.toggle("care-duties")
    card = view.side.signals.cards["care-duties"]
    assert card.verdict is not None
    hand.click(hand.reach(card.verdict.accept))
    assert view.controller.verdicts["care-duties"].verdict is Verdict.ACCEPTED
    assert card.unfolded
    assert not card.verdict.accept.isVisible()
    view.controller.undo()
    assert card.verdict.accept.isVisible()
    assert view.controller.session.answer("vraag-zorg").state is State.NAMED


def test_what_was_set_aside_says_so_in_both_languages(
    view: ConversationView, services: Services, name_items: NameItems
) -> None:
    name_items("vraag-zorg")
    view.controller.judge("care-duties", Verdict.DISMISSED, VerdictReason.ALREADY_DISCUSSED)
    card = view.side.signals.cards["care-duties"]
    assert card.verdict is not None
    services.translation.use(Language.EN)
    speak(view)
    assert card.verdict._said.text() == "Set aside: already discussed"


def test_a_finished_conversation_offers_no_verdict(kept: ConversationView, casebook: Casebook) -> None:
    kept.side.signals.toggle("care-duties")
    card = kept.side.signals.cards["care-duties"]
    assert card.verdict is not None
    assert card.verdict.accept.isVisible()
    kept.finish()
    casebook.settle()
    assert not card.verdict.isVisible()


# ── room ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("room", [(1270, 100), (1215, 150), (946, 100)])
def test_nothing_is_clipped(
    qtbot: QtBot, kept: ConversationView, casebook: Casebook, services: Services, room: tuple[int, int]
) -> None:
    width, percent = room
    services.theme.apply(Scheme.LIGHT, percent)
    kept.resize(width, 650)
    hand.click(kept.save_status.other)
    casebook.settle()
    qtbot.waitUntil(lambda: clipped(kept) == [])
    kept.finish()
    casebook.settle()
    hand.click(kept.save_status.reopen)
    kept.controller.judge("care-duties", Verdict.DISMISSED, VerdictReason.CLIENT_DOES_NOT_WANT)
    qtbot.waitUntil(lambda: clipped(kept) == [])
    assert kept.width() == width


def test_a_note_warns_of_what_names_a_person(qtbot: QtBot, view: ConversationView) -> None:
    view.items.go_to("vraag-nut")
    details = view.items.rows["vraag-nut"].details
    assert details is not None
    hand.write(details.note, "mail jan@voorbeeld.nl")
    qtbot.waitUntil(lambda: bool(details.warned.warning))
    view.persistence.restart()
    assert details.warned.warning == ""


# ── how far it is ───────────────────────────────────────────────────────────────────────────────


def test_it_says_how_many_core_questions_were_discussed_and_not_more(
    view: ConversationView, services: Services
) -> None:
    services.translation.use(Language.EN)
    speak(view)
    items = view.controller.checklist.items.values()
    core = sum(item.core for item in items)
    assert view.save_status.time.text() == ""
    view.controller.set_state("vraag-geld", State.DECLINED)
    view.controller.set_state("vraag-schulden", State.NAMED)  # a deeper one
    assert view.save_status.time.text() == f"1 of {core} core questions discussed · 0 min"
    view.controller.undo()
    view.controller.undo()
    assert view.save_status.time.text() == f"0 of {core} core questions discussed · 0 min"


def test_taken_up_another_day_it_says_how_far_it_was(
    kept: ConversationView, casebook: Casebook, services: Services
) -> None:
    services.translation.use(Language.EN)
    speak(kept)
    kept.persistence.stopwatch.set(7 * 60, written=False)
    kept.controller.set_state("vraag-steun", State.NAMED)
    core = sum(item.core for item in kept.controller.checklist.items.values())
    session = kept.persistence.session
    assert session is not None
    kept.put_down()
    casebook.settle()
    assert kept.save_status.time.text() == ""
    kept.resume(session)
    casebook.settle()
    assert kept.save_status.time.text() == f"2 of {core} core questions discussed · 7 min"
    assert kept.save_status.pause.isVisible()
