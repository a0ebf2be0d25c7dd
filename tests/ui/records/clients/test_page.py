"""The record of a client: half a minute, steps, follow-up, notes; and what must never be lost or mixed."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.casebook.records.followups import FollowUpKind
from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.casebook.records.undo import UndoKind as Did
from guidance_kb.casebook.storage.store import Store
from guidance_kb.conversation.answers import State as Answered
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.verdicts import Verdict
from guidance_kb.language import Language
from guidance_kb.ui.core import pause
from guidance_kb.ui.core.casebook_service import CasebookState
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.clients.page import Tab, appointments, ask_where
from guidance_kb.ui.records.clients.record import Record, read
from guidance_kb.ui.widgets.pressable import LinkRow
from tests.casebook.conftest import PASSPHRASE
from tests.casebook.people import RULES, live, talk
from tests.hand import hand
from tests.ui.navigator import RecordingNavigator
from tests.ui.records.clients.conftest import Bench, days, press, texts


@pytest.fixture
def talked(bench: Bench, client: int, checklist: Checklist) -> int:
    """Two conversations with the client; in the second something is new, something gone, something not spoken of."""

    def fill(store: Store) -> None:
        talk(
            store, checklist, client, vraag_zorg=Answered.NAMED, vraag_geld=Answered.NAMED, vraag_regels=Answered.NAMED
        )
        second = store.sessions.begin(client, RULES)
        held = live(store, checklist, second)
        for item, state in (
            ("vraag-zorg", Answered.NAMED),
            ("vraag-dichtbij", Answered.NAMED),
            ("vraag-geld", Answered.NOT_AN_ISSUE),
        ):
            held.set_state(item, state)
        store.sessions.finish(second)

    bench.store(fill)
    return client


# ── what to know now ────────────────────────────────────────────────────────────────────────────────


def test_the_last_conversation_is_told_in_words_drives_first(bench: Bench, talked: int, services: Services) -> None:
    bench.show(talked)
    names = [
        each.text()
        for each in bench.view.page.overview.now.findChildren(QPushButton)
        if each.property("role") == "chip"
    ]
    drive = services.library.drives["social-nearness"].en.name
    barrier = services.library.barriers["care-duties"].en.name
    assert names.index(drive) < names.index(barrier)


def test_it_is_compared_with_the_one_before_in_words(bench: Bench, talked: int, services: Services) -> None:
    record = bench.show(talked)
    assert record.timeline.last is not None
    comparison = record.timeline.last.comparison
    assert comparison is not None
    said = texts(bench.view.page.overview.now)
    library = services.library
    for heading, signals in (
        ("New", comparison.new),
        ("Stayed", comparison.stayed),
        ("No longer an issue", comparison.gone),
        ("Not discussed this time", comparison.not_spoken_of),
    ):
        assert signals, heading
        line = next(text for text in said if text.startswith(f"{heading}: "))
        for signal in signals:
            known = library.barriers.get(signal.target) or library.drives[signal.target]
            assert known.en.name in line


def test_what_was_set_aside_stands_apart(bench: Bench, client: int, checklist: Checklist) -> None:
    def fill(store: Store) -> None:
        session = store.sessions.begin(client, RULES)
        held = live(store, checklist, session)
        held.set_state("vraag-zorg", Answered.NAMED)
        held.judge("care-duties", Verdict.DISMISSED)
        store.sessions.finish(session)

    bench.store(fill)
    bench.show(client)
    assert "Set aside" in texts(bench.view.page.overview.now)
    assert "To discuss" not in texts(bench.view.page.overview.now)


def test_a_signal_leads_to_what_is_known_of_it(bench: Bench, talked: int, navigator: RecordingNavigator) -> None:
    bench.show(talked)
    chip = bench.view.page.overview.now.findChild(QPushButton, "target-care-duties")
    hand.click(chip)
    assert navigator.calls == [("open_page", "care-duties")]


def test_a_signal_of_older_knowledge_keeps_a_name(bench: Bench, talked: int) -> None:
    bench.store(lambda store: store.rows.run("UPDATE signal SET target = 'of-before' WHERE target = 'care-duties'"))
    bench.show(talked)
    assert bench.view.page.overview.now.findChild(QPushButton, "target-of-before").text() == "of before"


def test_a_step_is_ticked_off_where_it_is_read(bench: Bench, client: int) -> None:
    step = bench.store(lambda store: store.steps.agree(client, Terms("Belt de school", Who.CLIENT, days(-2))))
    bench.show(client)
    press(bench.view.page.overview.now, "Done: Belt de school")
    record = bench.until(lambda record: not record.timeline.open_steps)
    assert [each.id for each in record.steps if each.done] == [step]


def test_a_hand_over_stays_open_until_the_client_arrived(bench: Bench, client: int) -> None:
    bench.store(lambda store: store.steps.agree(client, Terms("Naar het Taalhuis", Who.COUNSELOR, handover=True)))
    bench.show(client)
    assert any("Did the client arrive?" in text for text in texts(bench.view.page.overview.now))
    press(bench.view.page.overview.now, "Arrived: Naar het Taalhuis")
    bench.until(lambda record: not record.timeline.open_steps)
    assert any(text.startswith("The client arrived") for text in texts(bench.view.page.overview.timeline))


def test_after_ticking_off_the_keyboard_stays_among_what_is_left(qtbot: QtBot, bench: Bench, client: int) -> None:
    for what in ("een", "twee", "drie"):
        bench.store(lambda store, what=what: store.steps.agree(client, Terms(what, Who.CLIENT)))
    bench.show(client)
    second = bench.view.page.overview.now.findChildren(QPushButton)[1]
    second.setFocus()
    hand.press("Space")
    bench.until(lambda record: len(record.timeline.open_steps) == 2)
    focused = bench.view.page.overview.now.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.isVisible()
    assert focused.accessibleName().startswith("Done: drie")


def test_a_draft_is_gone_on_with(bench: Bench, client: int, navigator: RecordingNavigator) -> None:
    session = bench.store(lambda store: store.sessions.begin(client, RULES))
    bench.show(client)
    for way in (bench.view.page.header.talk, bench.view.page.overview.now.findChild(LinkRow, f"draft-{session}")):
        hand.click(way)
        assert navigator.calls.pop() == ("resume_conversation", session)


def test_without_a_draft_a_conversation_is_begun(bench: Bench, client: int, navigator: RecordingNavigator) -> None:
    bench.show(client)
    hand.click(bench.view.page.header.talk)
    assert navigator.calls == [("start_conversation", client)]


# ── timeline ────────────────────────────────────────────────────────────────────────────────────────


def test_the_timeline_leads_to_where_more_is_said(bench: Bench, talked: int, navigator: RecordingNavigator) -> None:
    bench.store(lambda store: store.notes.write(talked, "Belt liever dan mailt"))
    record = bench.show(talked)
    lines = bench.view.page.overview.timeline.lines
    assert len(lines) == len(record.timeline.events)
    hand.click(next(line for line in lines if line.accessibleName().startswith("Conversation")))
    assert record.timeline.last is not None
    assert navigator.calls == [("resume_conversation", record.timeline.last.spoken.held.id)]
    hand.click(next(line for line in lines if line.accessibleName().startswith("Note")))
    assert bench.view.page.tabs[Tab.NOTES].isChecked()


def test_a_long_timeline_is_shown_a_part_at_a_time(bench: Bench, client: int) -> None:
    bench.store(lambda store: [store.notes.write(client, f"nummer {number}") for number in range(30)])
    bench.show(client)
    timeline = bench.view.page.overview.timeline
    assert len(timeline.lines) == 20
    press(timeline, "Earlier")
    assert len(timeline.lines) == 31
    assert (
        not timeline.findChildren(QPushButton, "earlier")
        or not timeline.findChildren(QPushButton, "earlier")[0].isVisible()
    )


# ── steps ───────────────────────────────────────────────────────────────────────────────────────────


def test_a_step_is_agreed_with_all_its_terms(qtbot: QtBot, bench: Bench, talked: int) -> None:
    bench.show(talked)
    bench.view.page.show_tab(Tab.STEPS)
    press(bench.view.page.steps, "Agree a step")
    form = bench.view.page.steps.form
    form.target.setCurrentIndex(form.target.findData("social-nearness"))
    hand.click(form.who[Who.COUNSELOR])
    hand.click(form.handover)
    hand.write(form.what, "Zoekt samen naar opvang")
    assert form.recommendation.count() > 1
    form.recommendation.setCurrentIndex(1)
    chosen = form.recommendation.currentData()
    hand.press("Return")
    record = bench.until(lambda record: record.steps)
    terms = Terms("Zoekt samen naar opvang", Who.COUNSELOR, days(7), "social-nearness", chosen, handover=True)
    assert record.steps[0].terms == terms
    assert form.isHidden()


def test_an_institutional_barrier_is_a_task_for_the_service(bench: Bench, talked: int, services: Services) -> None:
    bench.show(talked)
    form = bench.view.page.steps.form
    bench.view.page.show_tab(Tab.STEPS)
    form.open_form(["care-duties", "complex-rules"])
    form.target.setCurrentIndex(form.target.findData("complex-rules"))
    assert form.who[Who.SERVICE].isChecked()
    hand.click(form.proposal)
    assert form.what.text() == services.library.barriers["complex-rules"].en.step_service


def test_a_step_can_be_changed_dropped_and_opened_again(bench: Bench, client: int) -> None:
    bench.store(lambda store: store.steps.agree(client, Terms("Belt", Who.CLIENT, days(3))))
    bench.show(client)
    bench.view.page.show_tab(Tab.STEPS)
    press(bench.view.page.steps, "Change: Belt")
    bench.view.page.steps.form.what.setText("Mailt")
    hand.click(bench.view.page.steps.form.keep)
    record = bench.until(lambda record: record.steps[0].terms.what == "Mailt")
    assert record.steps[0].terms.due == days(3)
    press(bench.view.page.steps, "Give up: Mailt")
    bench.until(lambda record: record.steps[0].dropped)
    press(bench.view.page.steps, "Reopen: Mailt")
    bench.until(lambda record: record.steps[0].open)


def test_a_half_typed_step_is_kept_when_another_record_is_opened(bench: Bench, client: int) -> None:
    other = bench.store(lambda store: store.clients.add("K-2").id)
    bench.show(client)
    bench.view.page.steps.open_form()
    bench.view.page.steps.form.what.setText("Zoekt uit wat de bus kost")
    bench.show(other)
    assert bench.view.page.steps.form.isHidden()
    assert bench.store(lambda store: [step.terms.what for step in store.steps.of_client(client)]) == [
        "Zoekt uit wat de bus kost"
    ]
    assert not bench.store(lambda store: len(store.steps.of_client(other)))


# ── follow-up ───────────────────────────────────────────────────────────────────────────────────────


def test_the_first_three_weeks_are_planned_in_one_click_and_taken_back_in_one(bench: Bench, client: int) -> None:
    bench.show(client)
    bench.view.page.show_tab(Tab.FOLLOW_UP)
    hand.click(bench.view.page.follow_up.plan_weeks)
    record = bench.until(lambda record: len(record.follow_ups) == 3)
    assert [each.due for each in record.follow_ups] == [days(7), days(14), days(21)]
    hand.click(bench.view.page.header.undo)
    bench.until(lambda record: not record.follow_ups)


def test_what_came_of_a_moment_is_asked_once_it_was(qtbot: QtBot, bench: Bench, client: int) -> None:
    bench.store(lambda store: store.follow_ups.plan(client, FollowUpKind.PLACEMENT, days(0)))
    bench.show(client)
    bench.view.page.show_tab(Tab.FOLLOW_UP)
    press(bench.view.page.follow_up, "Done: Placement")
    bench.until(lambda record: record.follow_ups[0].done)
    form = bench.view.page.follow_up.outcome
    assert form.isVisible()
    hand.write(form.outcome, "Ging goed")
    hand.press("Return")
    record = bench.until(lambda record: record.follow_ups[0].outcome)
    assert (record.follow_ups[0].outcome, record.follow_ups[0].done) == ("Ging goed", days(0))


def test_an_outcome_that_is_half_typed_is_kept(bench: Bench, client: int) -> None:
    bench.store(lambda store: store.follow_ups.plan(client, FollowUpKind.OTHER, days(-1)))
    bench.show(client)
    bench.view.page.show_tab(Tab.FOLLOW_UP)
    press(bench.view.page.follow_up, "Done")
    bench.view.page.follow_up.outcome.outcome.setText("Kwam niet")
    bench.view.controller.open(None)
    done = bench.store(lambda store: [(each.outcome, each.done) for each in store.follow_ups.of_client(client)])
    assert done == [("Kwam niet", days(0))]


def test_another_moment_is_planned_and_moved(bench: Bench, client: int) -> None:
    bench.show(client)
    bench.view.page.show_tab(Tab.FOLLOW_UP)
    press(bench.view.page.follow_up, "Another moment")
    form = bench.view.page.follow_up.moment
    form.remark.setText("eerste werkdag")
    hand.click(form.keep)
    record = bench.until(lambda record: record.follow_ups)
    assert (record.follow_ups[0].kind, record.follow_ups[0].remark) == (FollowUpKind.PLACEMENT, "eerste werkdag")
    press(bench.view.page.follow_up, "Change: Placement")
    form.day.setDate(form.day.date().addDays(3))
    hand.click(form.keep)
    bench.until(lambda moved: moved.follow_ups[0].due == days(10))


# ── notes and the remark ────────────────────────────────────────────────────────────────────────────


def test_a_note_is_kept_while_one_types_and_stays_one_note(qtbot: QtBot, bench: Bench, client: int) -> None:
    bench.show(client)
    bench.view.page.show_tab(Tab.NOTES)
    notes = bench.view.page.notes
    hand.write(notes.pen, "Wil koken")
    bench.until(lambda record: [note.text for note in record.notes] == ["Wil koken"])
    qtbot.waitUntil(lambda: notes.saved.text().startswith("saved "))
    assert notes.pen.accessibleName() == "Write a note"
    assert "Wil koken" not in texts(notes)  # under the pen, and not in the list too
    hand.write(notes.pen, " leren")
    assert not notes.saved.text()
    bench.until(lambda record: [note.text for note in record.notes] == ["Wil koken leren"])
    hand.click(notes.finish)
    assert not notes.pen.toPlainText()
    assert not notes.pen.document().isUndoAvailable()
    assert "Wil koken leren" in texts(notes)


@pytest.mark.parametrize("what", ["a note", "the remark"])
def test_who_types_on_and_on_is_kept_all_the_same(
    qtbot: QtBot, bench: Bench, client: int, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    monkeypatch.setattr(pause, "LONGEST_MS", 200)
    bench.show(client)
    page = bench.view.page
    if what == "a note":
        page.show_tab(Tab.NOTES)
        hand.click(page.notes.pen)
    else:
        hand.click(page.overview.remark.line)

    def stored() -> list[str]:
        found = bench.store(lambda store: [*store.notes.of_client(client)])
        return [note.text for note in found] or [bench.store(lambda store: store.clients.get(client).remark)]

    typed = ""
    while not any(stored()) and len(typed) < 300:
        hand.keys("a")
        typed += "a"
    (kept,) = stored()
    assert kept
    assert typed.startswith(kept)


def test_what_is_typed_goes_to_the_client_it_was_typed_with(bench: Bench, client: int) -> None:
    other = bench.store(lambda store: store.clients.add("K-2").id)
    bench.show(client)
    bench.view.page.notes.pen.setPlainText("van de eerste")
    bench.show(other)
    assert not bench.view.page.notes.pen.toPlainText()
    assert bench.store(lambda store: [note.text for note in store.notes.of_client(client)]) == ["van de eerste"]
    assert bench.store(lambda store: store.notes.of_client(other)) == []


def test_a_note_is_changed_and_removed_and_comes_back(bench: Bench, client: int) -> None:
    bench.store(lambda store: store.notes.write(client, "Belt liever"))
    bench.show(client)
    bench.view.page.show_tab(Tab.NOTES)
    press(bench.view.page.notes, "Change: Belt liever")
    assert bench.view.page.notes.pen.accessibleName() == "Change this note"
    bench.view.page.notes.pen.setPlainText("Mailt liever")
    hand.click(bench.view.page.notes.finish)
    bench.until(lambda record: [note.text for note in record.notes] == ["Mailt liever"])
    press(bench.view.page.notes, "Remove: Mailt liever")
    bench.until(lambda record: not record.notes)
    assert "note removed" in bench.view.page.header.undo.text()
    hand.click(bench.view.page.header.undo)
    bench.until(lambda record: [note.text for note in record.notes] == ["Mailt liever"])


def test_a_note_that_was_taken_back_under_the_pen_is_written_anew(bench: Bench, client: int) -> None:
    bench.show(client)
    notes = bench.view.page.notes
    notes.pen.setPlainText("een")
    bench.until(lambda record: record.notes)
    bench.store(lambda store: store.undo.take_back(client))
    notes.pen.setPlainText("een en twee")
    bench.until(lambda record: [note.text for note in record.notes] == ["een en twee"])
    assert bench.store(lambda store: [note.text for note in store.notes.of_client(client)]) == ["een en twee"]


def test_what_is_taken_back_under_the_pen_leaves_it(bench: Bench, client: int) -> None:
    bench.show(client)
    notes = bench.view.page.notes
    notes.pen.setPlainText("een")
    bench.until(lambda record: record.notes)
    bench.view.page.header.take_back()
    bench.until(lambda record: not record.notes)
    assert not notes.pen.toPlainText()


def test_a_note_of_which_nothing_is_left_is_removed(bench: Bench, client: int) -> None:
    bench.store(lambda store: store.notes.write(client, "toch niet"))
    bench.show(client)
    bench.view.page.show_tab(Tab.NOTES)
    press(bench.view.page.notes, "Change: toch niet")
    bench.view.page.notes.pen.clear()
    bench.view.controller.open(None)
    assert bench.store(lambda store: store.notes.of_client(client)) == []


def test_the_remark_is_kept_and_warned_of(qtbot: QtBot, bench: Bench, client: int) -> None:
    bench.show(client)
    remark = bench.view.page.overview.remark
    hand.write(remark.line, "belt met 06-12345678")
    qtbot.waitUntil(lambda: "phone" in remark.warned.warning)
    assert remark.line.accessibleDescription() == remark.warned.warning
    hand.press("Return")
    record = bench.until(lambda record: record.timeline.client.remark)
    assert record.timeline.client.remark == "belt met 06-12345678"
    bench.view.page.header.take_back()
    qtbot.waitUntil(lambda: not remark.line.text())


# ── the record as a whole ───────────────────────────────────────────────────────────────────────────


def test_undo_says_what_it_takes_back_and_does_so_by_a_key(qtbot: QtBot, bench: Bench, client: int) -> None:
    bench.store(lambda store: store.clients.archive(client))
    bench.show(client)
    assert bench.view.page.header.undo.accessibleName() == "Undo: record put in the archive"
    bench.view.page.tabs[Tab.OVERVIEW].setFocus()
    hand.press("Ctrl+Z")
    record = bench.until(lambda record: not record.timeline.client.archived)
    assert record.undo is not None
    assert record.undo.kind is Did.CLIENT_ADDED


def test_taking_back_that_it_was_made_leaves_no_record_shown(qtbot: QtBot, bench: Bench, client: int) -> None:
    bench.show(client)
    bench.view.page.header.take_back()
    qtbot.waitUntil(lambda: bench.view.client is None)
    assert texts(bench.view.page) == ["Choose a client on the left, or make a new record."]


def menu(bench: Bench) -> dict[str, QAction]:
    bench.view.page.header.menu.aboutToShow.emit()
    return {action.text(): action for action in bench.view.page.header.menu.actions() if action.text()}


def test_closing_says_until_when_it_is_kept(bench: Bench, client: int) -> None:
    bench.show(client)
    menu(bench)["Close the guidance…"].trigger()
    form = bench.view.page.header.close_form
    form.day.setDate(form.day.date().addDays(-3))
    assert any(str(form.keep_until.year) in text for text in texts(form))
    hand.click(form.keep)
    record = bench.until(lambda record: record.timeline.client.closed == days(-3))
    assert record.timeline.client.keep_until == form.keep_until
    assert record.timeline.client.keep_until is not None
    assert record.timeline.client.keep_until.year == days(-3).year + 1
    menu(bench)["Take the guidance up again"].trigger()
    bench.until(lambda again: again.timeline.client.closed is None)


def test_the_code_can_be_corrected(bench: Bench, client: int) -> None:
    bench.show(client)
    menu(bench)["Change the code…"].trigger()
    form = bench.view.page.header.code_form
    assert form.code.text() == "K-1"
    form.code.setText("K-9")
    hand.click(form.keep)
    bench.until(lambda record: record.timeline.client.code == "K-9")
    assert bench.view.page.header.code.text() == "K-9"


def test_others_add_to_the_menu_of_a_record(bench: Bench, client: int) -> None:
    asked: list[int] = []

    def fill(menu: QMenu, whose: int) -> None:
        menu.addAction("Erase", lambda: asked.append(whose))

    bench.view.set_menu(fill)
    bench.show(client)
    menu(bench)["Erase"].trigger()
    assert asked == [client]


def test_a_calendar_holds_days_and_the_code_and_nothing_else(bench: Bench, client: int, tmp_path: Path) -> None:
    def fill(store: Store) -> Record | None:
        store.steps.agree(client, Terms("geheim werk", Who.CLIENT, days(2)))
        store.steps.agree(client, Terms("zonder dag", Who.CLIENT))
        store.follow_ups.plan(client, FollowUpKind.OTHER, days(5), "geheime opmerking")
        return read(store, client)

    record = bench.store(fill)
    assert record is not None
    assert [(each.code, each.day) for each in appointments(record)] == [
        ("K-1", days(2)),
        ("K-1", days(5)),
    ]


def test_the_calendar_is_saved_under_the_code(
    qtbot: QtBot, bench: Bench, client: int, tmp_path: Path, services: Services
) -> None:
    bench.store(lambda store: store.steps.agree(client, Terms("geheim werk", Who.CLIENT, days(2))))
    record = bench.show(client)
    dialog = ask_where(bench.view, record, services.language, pytest.fail)
    assert [name.rsplit("/", 1)[-1] for name in dialog.selectedFiles()] == ["K-1.ics"]
    file = tmp_path / "K-1.ics"
    dialog.fileSelected.emit(str(file))
    dialog.reject()
    text = file.read_text("utf-8")
    assert "K-1" in text
    assert "geheim" not in text


def test_nothing_of_a_client_stays_behind_when_another_is_shown(qtbot: QtBot, bench: Bench, client: int) -> None:
    word = "zwaluwstaart"
    other = bench.store(lambda store: store.clients.add("K-2").id)

    def fill(store: Store) -> None:
        store.clients.change(client, remark=word)
        store.notes.write(client, word)
        store.steps.agree(client, Terms(word, Who.CLIENT))
        store.follow_ups.plan(client, FollowUpKind.OTHER, days(0), word)

    bench.store(fill)
    bench.show(client)
    for tab in Tab:
        bench.view.page.show_tab(tab)
        assert word in everything_in(bench.view.page), tab
    bench.view.page.show_tab(Tab.FOLLOW_UP)
    press(bench.view.page.follow_up, f"Change: Other moment, today · {word}")
    assert bench.view.page.follow_up.moment.remark.text() == word
    bench.view.page.show_tab(Tab.STEPS)
    press(bench.view.page.steps, f"Change: {word}")
    bench.show(other)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert word not in everything_in(bench.view.page)


def everything_in(widget: QWidget) -> str:
    """Every text in a widget, seen or not, also what only a screen reader says."""
    said = [
        f"{each.accessibleName()} {each.accessibleDescription()} {each.toolTip()}"
        for each in widget.findChildren(QWidget)
    ]
    said += [each.text() for kind in (QLabel, QLineEdit, QPushButton) for each in widget.findChildren(kind)]
    said += [each.toPlainText() for each in widget.findChildren(QPlainTextEdit)]
    return "\n".join(said)


def test_locking_keeps_what_is_half_typed(qtbot: QtBot, bench: Bench, client: int) -> None:
    bench.show(client)
    bench.view.page.notes.pen.setPlainText("nog niet klaar")
    bench.view.page.overview.remark.line.setText("komt in de ochtend")
    bench.view.page.steps.open_form()
    bench.view.page.steps.form.what.setText("Belt de school")
    bench.service.lock()
    bench.service.unlock(PASSPHRASE)
    qtbot.waitUntil(lambda: bench.service.state is CasebookState.OPEN)
    record = bench.store(lambda store: read(store, client))
    assert record is not None
    assert [note.text for note in record.notes] == ["nog niet klaar"]
    assert [step.terms.what for step in record.steps] == ["Belt de school"]
    assert record.timeline.client.remark == "komt in de ochtend"


def test_everything_that_is_typed_in_or_pressed_has_a_name(bench: Bench, talked: int) -> None:
    bench.show(talked)
    bench.view.page.steps.open_form()
    bench.view.page.follow_up.moment.open_form()
    bench.view.page.header.close_form.open_form(12)
    bench.view.clients.open_form()
    for tab in Tab:
        bench.view.page.show_tab(tab)
        for field in (*bench.view.findChildren(QLineEdit), *bench.view.findChildren(QPlainTextEdit)):
            if field.isVisible() and field.objectName() != "qt_spinbox_lineedit":
                assert field.accessibleName(), field
        for button in bench.view.findChildren(QPushButton):
            assert not button.isVisible() or button.text() or button.accessibleName()


def test_the_words_follow_the_language(qtbot: QtBot, bench: Bench, talked: int, services: Services) -> None:
    bench.show(talked)
    name = services.library.barriers["care-duties"]
    now = bench.view.page.overview.now

    def says(text: str) -> bool:
        return text in [each.text() for each in now.findChildren(QPushButton) if each.isVisible()]

    assert says(name.en.name)
    services.translation.use(Language.NL)
    qtbot.waitUntil(lambda: says(name.nl.name))
    assert not says(name.en.name)
