"""A conversation and the casebook: whose it is, that every answer is saved, and going from one conversation to another."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from guidance_kb.casebook.records.session_records import SessionState as Held
from guidance_kb.conversation.answers import Answer, By, State
from guidance_kb.conversation.session import Doing, Judgement
from guidance_kb.conversation.verdicts import Judged, Verdict, VerdictReason
from guidance_kb.errors import BugError, KnownError
from guidance_kb.ui.conversation.session.autosave import ClientRef
from guidance_kb.ui.conversation.session.session_persistence import SaveStatus
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core import pause
from guidance_kb.ui.core.write_queue import casebook_writes
from tests.hand import hand
from tests.ui.conversation.conftest import Casebook

ZORG = frozenset({"vraag-zorg!"})
"""The evidence for a verdict on care duties: named by the client."""


def session_of(view: ConversationView) -> int:
    assert view.persistence.session is not None
    return view.persistence.session


def saved(view: ConversationView, casebook: Casebook) -> dict[str, Answer]:
    session = session_of(view)
    return casebook.ask(lambda store: store.sessions.answers(session))


def note_field(view: ConversationView, item: str) -> QPlainTextEdit:
    view.items.go_to(item)
    details = view.items.rows[item].details
    assert details is not None
    return details.note


def everything_shown(view: ConversationView) -> str:
    texts = [label.text() for label in view.findChildren(QLabel)]
    texts += [field.toPlainText() for field in view.findChildren(QPlainTextEdit)]
    return "\n".join(
        [*texts, view.save_status.code.text(), *(row.accessibleName() for row in view.items.rows.values())]
    )


# ── without a casebook, or nobody chosen ────────────────────────────────────────────────────────


def test_without_a_casebook_a_conversation_is_held_as_ever(view: ConversationView) -> None:
    assert view.persistence.status is SaveStatus.NO_CASEBOOK
    view.controller.set_state("vraag-zorg", State.NAMED)
    view.controller.judge("care-duties", Verdict.DISMISSED)
    view.persistence.restart()
    assert view.controller.session.answers == {}
    view.controller.undo()
    assert view.controller.session.answers == {"vraag-zorg": Answer(State.NAMED)}
    assert view.controller.verdicts == {"care-duties": Judged(Verdict.DISMISSED, VerdictReason.UNSAID, ZORG)}
    assert view.persistence.is_busy


def test_an_empty_conversation_is_not_begun_again(qtbot: QtBot, view: ConversationView) -> None:
    with qtbot.assertNotEmitted(view.controller.restarted):
        view.persistence.restart()


def test_a_client_without_an_answer_leaves_no_conversation(view: ConversationView, casebook: Casebook) -> None:
    view.start_for(casebook.client("2026-001").id)
    casebook.settle()
    assert view.persistence.status is SaveStatus.NOTHING_SAID
    view.put_down()
    assert casebook.drafts() == []


def test_nothing_starts_while_the_casebook_is_locked(view: ConversationView, casebook: Casebook) -> None:
    casebook.service.lock()
    with pytest.raises(BugError):
        view.resume(1)
    assert view.persistence.status is SaveStatus.LOCKED


# ── saving ──────────────────────────────────────────────────────────────────────────────────────


def test_what_was_said_before_a_client_was_chosen_is_saved(view: ConversationView, casebook: Casebook) -> None:
    view.controller.set_state("vraag-zorg", State.NAMED)
    view.controller.set_by("vraag-zorg", By.OBSERVED)
    view.controller.judge("care-duties", Verdict.ACCEPTED)
    client = casebook.client("2026-001")
    view.persistence.choose(ClientRef(client.id, client.code))
    casebook.settle()
    assert view.persistence.status is SaveStatus.KEPT
    session = session_of(view)
    resumed = casebook.ask(lambda store: store.sessions.resume(session))
    assert resumed.held.client == client.id
    assert resumed.answers == view.controller.session.answers
    assert resumed.done == view.controller.session.done
    assert resumed.verdicts == view.controller.verdicts
    rules = casebook.ask(lambda store: store.sessions.signals_of(session).rules)
    assert rules.version == view.controller.checklist.version
    assert '"vraag-zorg"' in rules.document


def test_every_answer_and_every_undo_is_saved(kept: ConversationView, casebook: Casebook) -> None:
    kept.controller.set_state("vraag-dichtbij", State.NAMED)
    kept.controller.set_by("vraag-zorg", By.OBSERVED)
    casebook.settle()
    assert saved(kept, casebook) == kept.controller.session.answers
    kept.controller.undo()
    kept.controller.undo()
    casebook.settle()
    assert saved(kept, casebook) == kept.controller.session.answers == {"vraag-zorg": Answer(State.NAMED)}
    session = session_of(kept)
    raised = casebook.ask(lambda store: store.sessions.signals_of(session).signals)
    assert raised == kept.controller.signals


def test_typing_is_saved_at_a_pause_as_one_change(qtbot: QtBot, kept: ConversationView, casebook: Casebook) -> None:
    note = note_field(kept, "vraag-zorg")
    hand.write(note, "oma is ziek")
    casebook.settle()
    assert saved(kept, casebook)["vraag-zorg"].note == ""
    qtbot.waitUntil(lambda: saved(kept, casebook)["vraag-zorg"].note == "oma is ziek")
    session = session_of(kept)
    history = casebook.ask(lambda store: store.sessions.history(session))
    assert [each.after.note for each in history] == ["", "oma is ziek"]


def test_another_answer_saves_what_was_typed_before_it(
    qtbot: QtBot, kept: ConversationView, casebook: Casebook
) -> None:
    hand.write(note_field(kept, "vraag-zorg"), "oma")
    kept.controller.set_state("vraag-dichtbij", State.NAMED)
    casebook.settle()
    session = session_of(kept)
    history = casebook.ask(lambda store: store.sessions.history(session))
    assert [(each.item, each.after.note) for each in history] == [
        ("vraag-zorg", ""),
        ("vraag-zorg", "oma"),
        ("vraag-dichtbij", ""),
    ]


def test_words_typed_and_erased_come_to_nothing(qtbot: QtBot, kept: ConversationView, casebook: Casebook) -> None:
    note = note_field(kept, "vraag-zorg")
    hand.write(note, "oma")
    for _ in "oma":
        hand.press("Backspace")
    kept.put_down()
    (draft,) = casebook.drafts()
    assert len(casebook.ask(lambda store: store.sessions.history(draft))) == 1


def test_long_typing_does_not_wait_for_a_pause(
    qtbot: QtBot, kept: ConversationView, casebook: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = note_field(kept, "vraag-zorg")
    monkeypatch.setattr(pause, "LONGEST_MS", 50)
    hand.write(note, "o")
    for _ in range(60):
        hand.press("A")
    casebook.settle()
    assert saved(kept, casebook)["vraag-zorg"].note.startswith("oa")


def test_verdicts_are_saved_apart_and_taken_back(kept: ConversationView, casebook: Casebook) -> None:
    session = session_of(kept)
    kept.controller.judge("care-duties", Verdict.DISMISSED, VerdictReason.DOES_NOT_FIT)
    casebook.settle()
    assert casebook.ask(lambda store: store.sessions.signals_of(session).verdicts) == {
        "care-duties": Judged(Verdict.DISMISSED, VerdictReason.DOES_NOT_FIT, ZORG)
    }
    kept.controller.undo()
    casebook.settle()
    assert casebook.ask(lambda store: store.sessions.signals_of(session).verdicts) == {}


# ── resuming ────────────────────────────────────────────────────────────────────────────────────


def test_it_goes_on_where_it_stopped(qtbot: QtBot, kept: ConversationView, casebook: Casebook) -> None:
    session = session_of(kept)
    kept.controller.show_core_only(core_only=False)
    kept.side.signals.toggle("care-duties")
    kept.controller.judge("care-duties", Verdict.ACCEPTED)
    hand.write(note_field(kept, "vraag-nut"), "weet niet")
    hand.click(kept.side.tabs[2])
    answers, done = dict(kept.controller.session.answers), kept.controller.session.done
    kept.put_down()
    assert kept.controller.session.answers == {}
    assert kept.controller.current != "vraag-nut"
    hand.click(kept.side.tabs[0])
    kept.controller.show_core_only(core_only=True)
    kept.resume(session)
    casebook.settle()
    assert kept.controller.session.answers == answers
    assert kept.controller.session.done == done
    assert kept.controller.verdicts == {"care-duties": Judged(Verdict.ACCEPTED, VerdictReason.UNSAID, ZORG)}
    assert kept.controller.current == "vraag-nut"
    assert not kept.controller.core_only
    assert kept.side.stack.currentIndex() == 2
    assert kept.side.signals.unfolded == ["care-duties"]
    assert note_field(kept, "vraag-nut").toPlainText() == "weet niet"
    kept.controller.undo()
    assert kept.controller.session.answer("vraag-nut").note == ""
    casebook.settle()
    assert saved(kept, casebook) == kept.controller.session.answers


def test_a_place_that_is_not_there_any_more_is_left_out(kept: ConversationView, casebook: Casebook) -> None:
    session = session_of(kept)
    kept.put_down()
    place = {"item": "vraag-van-toen", "panel": 9, "unfolded": ["weg", 3], "core_only": "x"}
    casebook.ask(lambda store: store.sessions.put_place(session, place))
    kept.resume(session)
    casebook.settle()
    assert kept.controller.current is None
    assert kept.persistence.status is SaveStatus.KEPT


def test_only_looking_at_it_saves_nothing(kept: ConversationView, casebook: Casebook, qtbot: QtBot) -> None:
    session = session_of(kept)
    kept.put_down()
    kept.resume(session)
    casebook.settle()
    with qtbot.assertNotEmitted(casebook.service.changed, wait=900):
        pass


def test_another_client_clears_everything(qtbot: QtBot, kept: ConversationView, casebook: Casebook) -> None:
    hand.write(note_field(kept, "vraag-zorg"), "tante Sjaan")
    kept.side.signals.toggle("care-duties")
    for tab in kept.side.tabs:
        hand.click(tab)
    kept.start_for(casebook.client("2026-008").id)
    casebook.settle()
    assert kept.save_status.code.text() == "2026-008"
    said = everything_shown(kept)
    assert "Sjaan" not in said
    assert "2026-007" not in said
    assert kept.controller.signals == ()
    assert kept.side.signals.cards == {}
    assert not kept.controller.can_undo
    note = note_field(kept, "vraag-zorg")
    note.undo()
    note.redo()
    assert note.toPlainText() == ""
    kept.controller.set_state("vraag-nut", State.NAMED)
    casebook.settle()
    first, second = sorted(casebook.drafts())
    assert casebook.ask(lambda store: store.sessions.answers(first))["vraag-zorg"].note == "tante Sjaan"
    assert list(casebook.ask(lambda store: store.sessions.answers(second))) == ["vraag-nut"]
    in_hand = casebook.ask(lambda store: [draft.held.id for draft in store.sessions.drafts() if draft.held.in_hand])
    assert in_hand == [second]


def test_what_is_resumed_last_is_in_hand_alone(kept: ConversationView, casebook: Casebook) -> None:
    first = session_of(kept)
    kept.start_for(casebook.client("2026-008").id)
    casebook.settle()
    kept.controller.set_state("vraag-nut", State.NAMED)
    casebook.settle()
    second = session_of(kept)
    kept.resume(first)
    kept.resume(second)  # the first has not arrived yet
    casebook.settle()
    assert kept.persistence.session == second
    assert list(kept.controller.session.answers) == ["vraag-nut"]
    casebook.settle()
    in_hand = casebook.ask(lambda store: [draft.held.id for draft in store.sessions.drafts() if draft.held.in_hand])
    assert in_hand == [second]


def test_nothing_is_said_while_it_opens(kept: ConversationView, casebook: Casebook) -> None:
    session = session_of(kept)
    kept.put_down()
    kept.resume(session)
    assert kept.persistence.status is SaveStatus.OPENING
    kept.controller.set_state("vraag-nut", State.NAMED)
    assert kept.controller.session.answers == {}
    casebook.settle()
    assert list(kept.controller.session.answers) == ["vraag-zorg"]
    assert not kept.controller.read_only


def test_an_unsaved_conversation_comes_back_until_something_is_said(kept: ConversationView, casebook: Casebook) -> None:
    session = session_of(kept)
    kept.put_down()
    kept.controller.set_state("vraag-nut", State.DECLINED)
    kept.resume(session)
    hand.click(kept.question.yes)
    casebook.settle()
    assert list(kept.controller.session.answers) == ["vraag-zorg"]
    kept.controller.undo()
    assert list(kept.controller.session.answers) == ["vraag-nut"]
    assert kept.persistence.client is None
    kept.resume(session)
    hand.click(kept.question.yes)
    casebook.settle()
    kept.controller.set_state("vraag-doel", State.NAMED)
    kept.controller.undo()
    assert list(kept.controller.session.answers) == ["vraag-zorg"]
    assert kept.persistence.client is not None


def test_one_that_is_gone_is_told_and_leaves_the_view_usable(
    qtbot: QtBot, view: ConversationView, casebook: Casebook
) -> None:
    with qtbot.waitSignal(casebook.service.failed):
        view.resume(99)
    assert view.persistence.status is SaveStatus.NOBODY
    view.controller.set_state("vraag-nut", State.NAMED)
    assert list(view.controller.session.answers) == ["vraag-nut"]


def test_a_draft_by_older_rules_goes_on_by_those_of_today(kept: ConversationView, casebook: Casebook) -> None:
    session = session_of(kept)
    kept.put_down()
    casebook.ask(lambda store: store.rows.update("session", session, {"checklist": "2025.9"}))
    casebook.ask(lambda store: store.rows.run("DELETE FROM signal"))
    kept.resume(session)
    casebook.settle()
    assert "2025.9" in kept.save_status.words.text()
    then = casebook.ask(lambda store: store.sessions.signals_of(session))
    assert then.rules.version == kept.controller.checklist.version
    assert then.signals == kept.controller.signals != ()


# ── another client than was meant ───────────────────────────────────────────────────────────────


def test_a_conversation_moves_to_the_client_that_was_meant(
    qtbot: QtBot, kept: ConversationView, casebook: Casebook
) -> None:
    wrong, meant = kept.persistence.client, casebook.client("2026-008")
    assert wrong is not None
    hand.write(note_field(kept, "vraag-zorg"), "oma")
    kept.controller.judge("care-duties", Verdict.ACCEPTED)
    kept.persistence.choose(ClientRef(meant.id, meant.code))
    casebook.settle()
    (session,) = casebook.drafts()
    assert session == kept.persistence.session
    resumed = casebook.ask(lambda store: store.sessions.resume(session))
    assert resumed.held.client == meant.id
    assert resumed.answers == {"vraag-zorg": Answer(State.NAMED, note="oma")}
    assert list(resumed.verdicts) == ["care-duties"]
    assert casebook.ask(lambda store: store.undo.last(wrong.id)) is None
    assert casebook.ask(lambda store: store.words.search("oma", wrong.id)) == []


def test_a_conversation_of_other_days_does_not_move(kept: ConversationView, casebook: Casebook) -> None:
    session = session_of(kept)
    kept.put_down()
    kept.resume(session)
    casebook.settle()
    assert not kept.persistence.can_change_client
    other = casebook.client("2026-008")
    kept.persistence.choose(ClientRef(other.id, other.code))
    assert kept.save_status.code.text() == "2026-007"


# ── finishing ───────────────────────────────────────────────────────────────────────────────────


def test_finished_is_read_only_and_opens_again_with_a_trace(kept: ConversationView, casebook: Casebook) -> None:
    session = session_of(kept)
    kept.finish()
    casebook.settle()
    assert kept.persistence.status is SaveStatus.FINISHED
    assert casebook.ask(lambda store: store.sessions.get(session)).state is Held.FINISHED
    assert not any(choice.isEnabled() for choice in kept.items.rows["vraag-zorg"].states.values())
    assert note_field(kept, "vraag-zorg").isReadOnly()
    assert not kept.persistence.is_busy
    kept.put_down()
    kept.resume(session)
    casebook.settle()
    assert kept.persistence.status is SaveStatus.FINISHED
    assert not kept.save_status.undo_finish.isVisible()
    assert [signal.target for signal in kept.controller.signals] == list(kept.side.signals.cards)
    hand.click(kept.save_status.reopen)
    kept.question.field.setText("vergeten te noteren")
    hand.click(kept.question.yes)
    casebook.settle()
    assert kept.persistence.status is SaveStatus.KEPT
    (trace,) = casebook.ask(lambda store: store.sessions.reopenings(session))
    assert trace.reason == "vergeten te noteren"
    kept.controller.set_state("vraag-nut", State.NAMED)
    casebook.settle()
    assert saved(kept, casebook) == kept.controller.session.answers


def test_finishing_is_taken_back_without_a_trace(kept: ConversationView, casebook: Casebook) -> None:
    session = session_of(kept)
    kept.finish()
    casebook.settle()
    hand.click(kept.save_status.undo_finish)
    casebook.settle()
    assert kept.persistence.status is SaveStatus.KEPT
    assert casebook.ask(lambda store: store.sessions.reopenings(session)) == []
    assert casebook.ask(lambda store: store.sessions.get(session)).in_hand


def test_finishing_that_cannot_be_taken_back_stays(qtbot: QtBot, kept: ConversationView, casebook: Casebook) -> None:
    client = kept.persistence.client
    assert client is not None
    kept.finish()
    casebook.settle()
    casebook.ask(lambda store: store.notes.write(client.id, "later"))
    with qtbot.waitSignal(casebook.service.failed):
        hand.click(kept.save_status.undo_finish)
    casebook.settle()
    assert kept.persistence.status is SaveStatus.FINISHED
    assert list(kept.controller.session.answers) == ["vraag-zorg"]


def test_the_signals_of_a_finished_conversation_are_those_of_its_day(
    kept: ConversationView, casebook: Casebook
) -> None:
    session = session_of(kept)
    kept.finish()
    casebook.settle()
    casebook.ask(lambda store: store.rows.run("UPDATE signal SET level = 'for_information'"))
    kept.put_down()
    kept.resume(session)
    casebook.settle()
    assert {signal.level.value for signal in kept.controller.signals} == {"for_information"}
    assert "discuss_now" in {signal.level.value for signal in kept.controller.session.signals}


# ── what cannot be saved ────────────────────────────────────────────────────────────────────────


class FullDisk:
    """Lets no conversation be written until there is room."""

    def __init__(self, casebook: Casebook) -> None:
        self._casebook = casebook

    def fill(self) -> None:
        self._casebook.ask(lambda store: store.rows.run("PRAGMA query_only = 1"))

    def make_room(self) -> None:
        """Frees the disk without a write, after which the queue would send again by itself."""
        service = self._casebook.service
        service.query(service, "room", lambda store: store.rows.run("PRAGMA query_only = 0"), lambda _: None)


def test_what_could_not_be_saved_is_said_and_saved_later_in_order(
    qtbot: QtBot, kept: ConversationView, casebook: Casebook
) -> None:
    disk = FullDisk(casebook)
    disk.fill()
    told: list[KnownError] = []
    casebook.service.failed.connect(told.append)
    kept.controller.set_state("vraag-nut", State.NAMED)
    kept.controller.set_state("vraag-doel", State.NAMED)
    kept.controller.undo()
    casebook.settle()
    assert kept.persistence.status is SaveStatus.REFUSED
    assert kept.save_status.again.isVisible()
    assert casebook_writes(casebook.service).waiting == 3
    assert kept.persistence.is_busy
    assert len(told) == 1
    disk.make_room()
    hand.click(kept.save_status.again)
    casebook.settle()
    assert kept.persistence.status is SaveStatus.KEPT
    assert casebook_writes(casebook.service).waiting == 0
    assert saved(kept, casebook) == kept.controller.session.answers


def test_what_could_not_be_saved_is_sent_again_after_any_other_write(
    kept: ConversationView, casebook: Casebook
) -> None:
    disk = FullDisk(casebook)
    disk.fill()
    kept.controller.set_state("vraag-nut", State.NAMED)
    casebook.settle()
    assert kept.persistence.status is SaveStatus.REFUSED
    disk.make_room()
    casebook.client("2026-002")
    casebook.settle()
    assert kept.persistence.status is SaveStatus.KEPT
    assert saved(kept, casebook) == kept.controller.session.answers


def test_finishing_tries_once_more_what_could_not_be_saved(
    qtbot: QtBot, kept: ConversationView, casebook: Casebook
) -> None:
    disk = FullDisk(casebook)
    disk.fill()
    kept.controller.set_state("vraag-nut", State.NAMED)
    casebook.settle()
    kept.finish()
    casebook.settle()
    assert kept.persistence.status is SaveStatus.REFUSED
    assert not kept.controller.read_only
    disk.make_room()
    kept.finish()
    casebook.settle()
    assert kept.persistence.status is SaveStatus.FINISHED
    assert saved(kept, casebook) == kept.controller.session.answers


def test_what_could_not_be_saved_outlives_leaving_and_locking(
    qtbot: QtBot, kept: ConversationView, casebook: Casebook
) -> None:
    disk, session = FullDisk(casebook), session_of(kept)
    disk.fill()
    kept.controller.set_state("vraag-nut", State.NAMED)
    casebook.settle()
    with qtbot.waitSignal(casebook.service.failed):
        casebook.service.lock()
    assert casebook_writes(casebook.service).waiting > 0
    assert kept.controller.session.answers == {}
    casebook.unlock()
    assert casebook_writes(casebook.service).waiting == 0
    assert set(casebook.ask(lambda store: store.sessions.answers(session))) == {"vraag-zorg", "vraag-nut"}


def test_a_beginning_that_could_not_be_saved_is_saved_later(view: ConversationView, casebook: Casebook) -> None:
    client, disk = casebook.client("2026-001"), FullDisk(casebook)
    view.start_for(client.id)
    casebook.settle()
    disk.fill()
    view.controller.set_state("vraag-nut", State.NAMED)
    view.controller.set_state("vraag-zorg", State.NAMED)
    casebook.settle()
    assert view.persistence.status is SaveStatus.REFUSED
    disk.make_room()
    view.persistence.try_again()
    casebook.settle()
    assert saved(view, casebook) == view.controller.session.answers


# ── locking ─────────────────────────────────────────────────────────────────────────────────────


def test_locking_saves_what_is_being_typed_and_clears(qtbot: QtBot, kept: ConversationView, casebook: Casebook) -> None:
    session = session_of(kept)
    hand.write(note_field(kept, "vraag-zorg"), "tante Sjaan")
    casebook.service.lock()
    assert kept.persistence.status is SaveStatus.LOCKED
    QCoreApplication.sendPostedEvents(
        None, QEvent.Type.DeferredDelete
    )  # the quotations on the cards are hidden, and then go
    assert "Sjaan" not in everything_shown(kept)
    assert "2026-007" not in everything_shown(kept)
    casebook.unlock()
    held = casebook.ask(lambda store: store.sessions.get(session))
    assert not held.in_hand
    assert casebook.ask(lambda store: store.sessions.answers(session))["vraag-zorg"].note == "tante Sjaan"


def test_a_conversation_of_nobody_stays_through_a_lock(view: ConversationView, casebook: Casebook) -> None:
    view.controller.set_state("vraag-nut", State.NAMED)
    casebook.service.lock()
    assert list(view.controller.session.answers) == ["vraag-nut"]
    assert view.persistence.status is SaveStatus.LOCKED
    casebook.unlock()
    assert view.persistence.status is SaveStatus.NOBODY


def test_a_conversation_of_nobody_that_was_set_aside_survives_a_lock(
    view: ConversationView, casebook: Casebook
) -> None:
    view.controller.set_state("vraag-nut", State.NAMED)
    view.start_for(casebook.client("2026-001").id)
    hand.click(view.question.yes)
    casebook.settle()
    casebook.service.lock()
    assert view.persistence.client is None
    view.controller.undo()
    assert list(view.controller.session.answers) == ["vraag-nut"]


# ── what other views do ─────────────────────────────────────────────────────────────────────────


def again(view: ConversationView, casebook: Casebook) -> None:
    view.hide()
    view.show()
    casebook.settle()


def test_another_code_is_shown(kept: ConversationView, casebook: Casebook) -> None:
    client = kept.persistence.client
    assert client is not None
    casebook.ask(lambda store: store.clients.change(client.id, code="2026-099"))
    again(kept, casebook)
    assert kept.save_status.code.text() == "2026-099"
    assert list(kept.controller.session.answers) == ["vraag-zorg"]


def test_a_conversation_that_was_removed_is_cleared(kept: ConversationView, casebook: Casebook) -> None:
    session = session_of(kept)
    casebook.ask(lambda store: store.sessions.discard(session))
    again(kept, casebook)
    assert kept.controller.session.answers == {}
    assert kept.persistence.client is None


def test_a_client_who_was_erased_leaves_nothing(qtbot: QtBot, kept: ConversationView, casebook: Casebook) -> None:
    client, disk = kept.persistence.client, FullDisk(casebook)
    assert client is not None
    hand.write(note_field(kept, "vraag-zorg"), "tante Sjaan")
    disk.fill()
    kept.put_down()
    casebook.settle()
    kept.start_for(client.id)
    casebook.settle()
    kept.controller.set_state("vraag-nut", State.NAMED)
    casebook.settle()
    assert len(casebook_writes(casebook.service).unsaved) == 2
    casebook.service.erased.emit(client.id)
    assert kept.persistence.client is None
    assert casebook_writes(casebook.service).waiting == 0
    disk.make_room()
    casebook.ask(lambda store: store.rows.delete("client", client.id))
    assert kept.controller.session.answers == {}
    told: list[KnownError] = []
    casebook.service.failed.connect(told.append)
    kept.persistence.try_again()
    casebook.settle()
    assert told == []
    assert casebook.drafts() == []


def test_a_verdict_taken_back_elsewhere_is_shown(kept: ConversationView, casebook: Casebook) -> None:
    kept.controller.judge("care-duties", Verdict.ACCEPTED)
    casebook.settle()
    session, judged = session_of(kept), kept.controller.verdicts["care-duties"]
    casebook.ask(lambda store: store.sessions.save(session, Judgement("care-duties", judged, None, Doing.UNDONE)))
    again(kept, casebook)
    assert kept.controller.verdicts == {}
    assert list(kept.controller.session.answers) == ["vraag-zorg"]


def test_time_in_hand_is_saved_and_goes_on(kept: ConversationView, casebook: Casebook) -> None:
    session = session_of(kept)
    seconds = [100.0]
    kept.persistence.stopwatch._clock = lambda: seconds[0]
    kept.persistence.stopwatch._since = seconds[0]
    seconds[0] += 130
    kept.put_down()
    casebook.settle()
    before = casebook.ask(lambda store: store.sessions.get(session)).seconds
    assert before in (130, 131)
    kept.resume(session)
    casebook.settle()
    assert kept.persistence.stopwatch.seconds == before
    hand.click(kept.save_status.pause)
    seconds[0] += 60
    kept.controller.set_state("vraag-nut", State.NAMED)
    casebook.settle()
    assert casebook.ask(lambda store: store.sessions.get(session)).seconds == before


# ── which conversation it is ────────────────────────────────────────────────────────────────────


def test_the_second_conversation_of_a_client_is_not_called_the_first(
    kept: ConversationView, casebook: Casebook
) -> None:
    first, client = session_of(kept), kept.persistence.client
    assert client is not None
    assert kept.header.title.text() == "Eerste gesprek"
    kept.start_for(client.id)
    casebook.settle()
    assert kept.header.title.text() == "Gesprek 2"
    kept.controller.set_state("vraag-nut", State.NAMED)
    casebook.settle()
    assert kept.header.title.text() == "Gesprek 2"
    second = session_of(kept)
    kept.resume(first)
    casebook.settle()
    assert kept.header.title.text() == "Eerste gesprek"
    kept.resume(second)
    casebook.settle()
    assert kept.header.title.text() == "Gesprek 2"
    kept.finish()
    casebook.settle()
    assert kept.header.title.text() == "Gesprek 2"
    kept.persistence.restart()
    assert kept.header.title.text() == "Eerste gesprek", "of nobody yet"


def test_it_is_numbered_by_the_client_who_is_chosen(kept: ConversationView, casebook: Casebook) -> None:
    known, other = kept.persistence.client, casebook.client("2026-008")
    assert known is not None
    kept.persistence.restart()
    kept.controller.set_state("vraag-nut", State.NAMED)
    kept.persistence.choose(known)
    casebook.settle()
    assert kept.persistence.number == 2
    kept.persistence.choose(ClientRef(other.id, other.code))
    casebook.settle()
    assert kept.persistence.number == 1


def test_it_moves_up_when_the_one_before_is_discarded(kept: ConversationView, casebook: Casebook) -> None:
    first, client = session_of(kept), kept.persistence.client
    assert client is not None
    kept.start_for(client.id)
    casebook.settle()
    kept.controller.set_state("vraag-nut", State.NAMED)
    casebook.settle()
    assert kept.persistence.number == 2
    casebook.ask(lambda store: store.sessions.discard(first))
    again(kept, casebook)
    assert kept.persistence.number == 1
