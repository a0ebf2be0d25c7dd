"""A call from the record: four questions, what came of it, one line and the next moment, on the timeline and taken back at once."""

from datetime import date, time

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QEvent, QTime
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from guidance_kb.casebook.records.calls import Call, record_call
from guidance_kb.casebook.records.consents import Reply
from guidance_kb.casebook.records.followups import CallResult, FollowUpKind, Means, Meeting
from guidance_kb.casebook.records.steps import StepResult, Terms, Who
from guidance_kb.casebook.records.timeline import Happened
from guidance_kb.dates import UsualDay
from guidance_kb.language import Language
from guidance_kb.ui.core.casebook_service import CasebookState
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.clients.call_form import CallForm
from guidance_kb.ui.records.clients.page import Tab
from tests.casebook.conftest import PASSPHRASE
from tests.hand import hand
from tests.ui.records.clients.conftest import Bench, days, press, texts
from tests.ui.records.clients.test_page import everything_in


@pytest.fixture
def asked(bench: Bench, client: int) -> int:
    """A follow-up that came due yesterday, of a client with two open steps."""

    bench.store(lambda store: store.steps.agree(client, Terms("Belt de school", Who.CLIENT, days(1))))
    bench.store(lambda store: store.steps.agree(client, Terms("Vraagt naar opvang", Who.COUNSELOR, days(2))))
    return bench.store(lambda store: store.follow_ups.plan(client, FollowUpKind.FIRST_WEEK, days(-1)))


@pytest.fixture
def form(bench: Bench, client: int, asked: int) -> CallForm:
    """The form for that follow-up, opened from the overview."""
    bench.show(client)
    press(bench.view.page.overview.now, "Call: After the first week")
    made = bench.view.page.follow_up.call
    assert made.isVisible()
    assert made.about == asked
    return made


def questions(form: CallForm) -> list[str]:
    return [text for text in texts(form) if text[:1].isdigit() and "“" in text]


def called(bench: Bench) -> list[str]:
    """What the timeline says of calls, latest first."""
    lines = bench.view.page.overview.timeline.lines
    return [line.accessibleName() for line in lines if line.accessibleName().startswith("Called")]


def test_who_was_spoken_to(bench: Bench, client: int, asked: int, form: CallForm) -> None:
    first, second = form.reviews
    assert [question[0] for question in questions(form)] == ["1", "2", "3", "4"]
    hand.click(hand.reach(form.reviews[first].results[StepResult.SUCCEEDED]))
    hand.click(hand.reach(form.reviews[second].results[StepResult.NOT]))
    hand.write(hand.reach(form.line), "gaat goed, school belt terug")
    hand.click(hand.reach(form.day.usual[UsualDay.IN_A_WEEK]))
    hand.click(hand.reach(form.time.at))
    form.time.field.setTime(QTime(14, 30))
    hand.click(hand.reach(form.keep))
    record = bench.until(lambda record: len(record.timeline.open_steps) == 1)
    done = next(each for each in record.follow_ups if each.id == asked)
    assert (done.done, done.result, done.outcome) == (days(0), CallResult.SPOKEN, "gaat goed, school belt terug")
    (planned,) = record.timeline.planned
    assert (planned.kind, planned.due) == (FollowUpKind.APPOINTMENT, days(7))
    assert planned.meeting == Meeting(time(14, 30), Means.PHONE)
    assert {step.id: step.result for step in record.steps} == {first: StepResult.SUCCEEDED, second: StepResult.NOT}
    bench.view.page.show_tab(Tab.OVERVIEW)
    (line,) = called(bench)
    assert line.startswith("Called: spoke to the client, gaat goed, school belt terug")
    assert "14:30 · by telephone" in line
    hand.click(bench.view.page.header.undo)
    record = bench.until(lambda record: len(record.timeline.open_steps) == 2)
    assert [each.id for each in record.timeline.planned] == [asked]
    assert {step.result for step in record.steps} == {None}


def test_who_was_not_reached_is_called_again(bench: Bench, client: int, asked: int, form: CallForm) -> None:
    hand.click(form.results[CallResult.NOT_REACHED])
    assert questions(form) == []
    assert form.reviews
    assert not any(review.isVisible() for review in form.reviews.values())
    hand.write(form.line, "voicemail")
    hand.click(hand.reach(form.keep))
    record = bench.until(lambda record: any(each.result for each in record.follow_ups))
    (planned,) = record.timeline.planned
    assert (planned.id, planned.due) == (asked, days(1))
    bench.view.page.show_tab(Tab.OVERVIEW)
    (line,) = called(bench)
    assert line.startswith("Called: not reached, voicemail")
    press(bench.view.page.overview.now, "Call: After the first week")
    assert any("not reached today" in text for text in texts(form))


def test_who_is_called_back_later_has_a_day_and_a_time(bench: Bench, client: int, asked: int, form: CallForm) -> None:
    hand.click(form.results[CallResult.CALL_BACK])
    day = days(3)
    form.day.field.setDate(QDate(day.year, day.month, day.day))
    assert form.time.time is not None
    form.time.field.setTime(QTime(9, 15))
    hand.click(hand.reach(form.keep))
    record = bench.until(lambda record: any(each.result for each in record.follow_ups))
    (planned,) = record.timeline.planned
    assert (planned.id, planned.due, planned.meeting) == (asked, day, Meeting(time(9, 15), Means.PHONE))


def test_where_all_worked_out_it_asks_what_helped(form: CallForm) -> None:
    first, second = form.reviews.values()
    hand.click(hand.reach(first.results[StepResult.SUCCEEDED]))
    before = questions(form)[1]
    hand.click(hand.reach(second.results[StepResult.SUCCEEDED]))
    assert "What helped?" in questions(form)[1]
    hand.click(hand.reach(second.results[StepResult.PARTLY]))
    assert questions(form)[1] == before


def test_a_call_that_nobody_planned_is_recorded_too(bench: Bench, client: int) -> None:
    bench.show(client)
    hand.click(bench.view.page.header.call)
    form = bench.view.page.follow_up.call
    assert form.about is None
    hand.write(form.line, "belde zelf")
    hand.click(hand.reach(form.keep))
    record = bench.until(lambda record: record.follow_ups)
    assert [(each.result, each.outcome, each.done) for each in record.follow_ups] == [
        (CallResult.SPOKEN, "belde zelf", days(0))
    ]
    assert record.timeline.planned == ()


def test_a_meeting_in_person_is_not_called_for(bench: Bench, client: int) -> None:
    meeting = bench.store(lambda store: store.follow_ups.appoint(client, days(0), Meeting(time(9), Means.HERE)))
    bench.show(client)
    assert not bench.view.page.overview.now.findChildren(QPushButton, f"follow-up-{meeting}-1")
    hand.click(bench.view.page.header.call)
    form = bench.view.page.follow_up.call
    assert form.about is None
    assert any(text.startswith("Planned already: Appointment · today · 09:00") for text in texts(form))


def test_without_consent_it_says_what_is_not_written_down(bench: Bench, client: int) -> None:
    bench.show(client)
    form = bench.view.page.follow_up.call
    hand.click(bench.view.page.header.call)
    without = [label for label in form.findChildren(QLabel) if "debts" in label.text()]
    assert [label.isVisible() for label in without] == [True]
    bench.store(lambda store: store.consents.put(client, Reply.YES))
    bench.until(lambda record: record.consent is not None)
    hand.click(bench.view.page.header.call)
    assert [label.isVisible() for label in without] == [False]


def test_escape_and_an_untouched_form_record_nothing(bench: Bench, client: int, form: CallForm) -> None:
    hand.write(hand.reach(form.line), "toch niet")
    hand.press("Escape")
    assert not form.isVisible()
    assert form.line.text() == ""
    hand.click(bench.view.page.header.call)
    bench.view.controller.open(None)
    record = bench.show(client)
    assert not any(each.result for each in record.follow_ups)


def test_locking_keeps_a_call_that_is_half_written_down(
    qtbot: QtBot, bench: Bench, client: int, form: CallForm
) -> None:
    (step, _) = form.reviews
    hand.click(hand.reach(form.reviews[step].results[StepResult.PARTLY]))
    hand.write(hand.reach(form.line), "nog niet klaar")
    bench.service.lock()
    bench.service.unlock(PASSPHRASE)
    qtbot.waitUntil(lambda: bench.service.state is CasebookState.OPEN)
    found = bench.store(lambda store: store.follow_ups.of_client(client))
    assert [(each.result, each.outcome) for each in found if each.done] == [(CallResult.SPOKEN, "nog niet klaar")]
    assert bench.store(lambda store: store.steps.get(step)).result is StepResult.PARTLY


def test_what_was_chosen_stays_when_the_language_changes(qtbot: QtBot, form: CallForm, services: Services) -> None:
    step = next(iter(form.reviews))
    hand.click(hand.reach(form.reviews[step].results[StepResult.PARTLY]))
    services.translation.use(Language.NL)
    qtbot.waitUntil(lambda: "Wat hebt u nu nodig?" in questions(form)[2])
    assert form.reviews[step].results[StepResult.PARTLY].isChecked()
    assert form.call.steps == {step: StepResult.PARTLY}


def test_only_the_last_call_says_what_comes_next(bench: Bench, client: int) -> None:
    for line in ("eerst", "daarna"):
        bench.store(
            lambda store, line=line: record_call(store, client, None, Call(CallResult.SPOKEN, line, next_day=days(2)))
        )
    record = bench.show(client)
    assert [event.what for event in record.timeline.events].count(Happened.CALLED) == 2
    assert ["Next: " in line for line in called(bench)] == [True, False]


def test_a_time_can_be_read_in_its_field(form: CallForm) -> None:
    """Without room for the text the style left one pixel of it."""
    hand.click(form.results[CallResult.CALL_BACK])
    field = form.time.field
    assert field.fontMetrics().horizontalAdvance("00:00") <= field.lineEdit().contentsRect().width()


def test_today_is_a_day_to_call_back_and_yesterday_is_not(form: CallForm) -> None:
    hand.click(form.results[CallResult.CALL_BACK])
    form.day.field.setDate(QDate.currentDate().addDays(-3))
    assert isinstance(form.day.day, date)
    assert form.day.day >= days(0)


def test_nothing_of_a_call_stays_behind_when_another_client_is_shown(bench: Bench, client: int) -> None:
    word = "zwaluwstaart"
    other = bench.store(lambda store: store.clients.add("K-2").id)
    bench.store(lambda store: store.steps.agree(client, Terms(word, Who.CLIENT)))
    bench.store(lambda store: store.follow_ups.plan(client, FollowUpKind.OTHER, days(0), word))
    bench.store(lambda store: store.follow_ups.plan(client, FollowUpKind.OTHER, days(1), word))
    bench.show(client)
    hand.click(bench.view.page.header.call)
    hand.write(hand.reach(bench.view.page.follow_up.call.line), word)
    assert word in everything_in(bench.view.page.follow_up.call)
    bench.show(other)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert word not in everything_in(bench.view.page)
    found = bench.store(lambda store: store.follow_ups.of_client(client))
    assert [each.outcome for each in found if each.result] == [word]
