"""What was chosen at the end of a conversation: a value, kept as JSON."""

import json
from dataclasses import replace
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance_kb.casebook.records.followups import FIRST_WEEKS, FollowUpKind, Means, Meeting
from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.conversation.answers import State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Session
from guidance_kb.dates import day_in_words, day_of_week, moment_in_words, time_in_words
from guidance_kb.documents.summary import AgreedStep, Moment, ReplyPart, Summary, Talk, appointment_on
from guidance_kb.language import Language

DAY = date(2026, 11, 25)

DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))
TERMS = st.builds(
    Terms,
    what=st.text(min_size=1),
    who=st.sampled_from(Who),
    due=st.none() | DAYS,
    target=st.none() | st.text(min_size=1),
    recommendation=st.none() | st.text(min_size=1),
    handover=st.booleans(),
)
TICKS = st.dictionaries(st.text(), st.booleans(), max_size=3)
TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0))
MEETINGS = st.builds(Meeting, st.none() | TIMES, st.sampled_from(Means), st.text())
SUMMARIES = st.builds(
    Summary,
    steps=st.lists(st.builds(AgreedStep, TERMS, st.text(), st.none() | st.integers(1)), max_size=3).map(tuple),
    weeks=st.lists(st.sampled_from(FIRST_WEEKS), unique=True).map(tuple),
    begins=st.none() | DAYS,
    planned=st.booleans(),
    on_client=TICKS,
    on_counselor=TICKS,
    words=st.dictionaries(st.text(), st.text(), max_size=3),
    language=st.sampled_from(Language),
    appointment=st.none() | st.builds(appointment_on, DAYS, MEETINGS),
    appointed=st.booleans(),
    reply=st.sets(st.sampled_from(ReplyPart)).map(lambda parts: tuple(each for each in ReplyPart if each in parts)),
)


@given(SUMMARIES)
def test_what_is_kept_comes_back_as_it_was(summary: Summary) -> None:
    assert Summary.from_data(json.loads(json.dumps(summary.as_data()))) == summary


@pytest.mark.parametrize(
    "data", [None, [], "x", {"steps": 3}, {"steps": [{}]}, {"weeks": ["never"]}, {"begins": "soon"}, {"language": "fr"}]
)
def test_what_is_not_understood_is_as_at_the_beginning(data: object) -> None:
    assert Summary.from_data(data) == Summary()


def test_no_moment_is_promised_until_it_is_agreed() -> None:
    assert Summary().moments() == ()
    two = (
        Summary(begins=DAY).wanting(FollowUpKind.THIRD_WEEK, wanted=True).wanting(FollowUpKind.FIRST_WEEK, wanted=True)
    )
    assert two.moments() == (
        Moment(FollowUpKind.FIRST_WEEK, date(2026, 12, 2)),
        Moment(FollowUpKind.THIRD_WEEK, date(2026, 12, 16)),
    )
    none = two.wanting(FollowUpKind.FIRST_WEEK, wanted=False).wanting(FollowUpKind.THIRD_WEEK, wanted=False)
    assert none == Summary(begins=DAY)
    assert replace(two, begins=None).moments() == ()
    assert replace(two, begins=None).all_moments() == ()


def test_what_finishing_stores_is_what_is_not_stored_yet() -> None:
    made = appointment_on(date(2026, 12, 10), Meeting(time(14, 30), Means.PHONE, "030 - 123 45 67"))
    summary = Summary(begins=DAY).wanting(FollowUpKind.FIRST_WEEK, wanted=True).appointing(made)
    assert summary.unplanned == (made, Moment(FollowUpKind.FIRST_WEEK, date(2026, 12, 2)))
    stored = replace(summary, planned=True, appointed=True)
    assert stored.unplanned == ()
    other = appointment_on(date(2026, 12, 17), Meeting())
    assert stored.appointing(other).unplanned == (other,)


def test_the_appointment_made_now_goes_before_the_one_in_the_record(checklist: Checklist) -> None:
    before, now = appointment_on(date(2026, 12, 1), Meeting()), appointment_on(date(2026, 12, 8), Meeting())
    talk = Talk(checklist, {}, (), frozenset(), DAY, appointment=before)
    assert Summary().next_appointment(talk) == before
    assert Summary().appointing(now).next_appointment(talk) == now


@pytest.mark.parametrize(
    "data",
    [3, "x", [], {}, {"day": "soon"}, {"day": "2026-12-10", "means": "boat"}, {"day": "2026-12-10", "time": "25:00"}],
)
def test_an_appointment_that_is_not_understood_is_none_and_the_rest_stays(data: object) -> None:
    read = Summary.from_data({"appointment": data, "words": {"want": "kok"}})
    assert read == Summary(words={"want": "kok"})


def test_what_an_earlier_version_planned_unasked_is_still_said() -> None:
    """It wrote no weeks where all three were wanted; what was finished then is in the record, and what was not was never agreed."""
    finished = Summary.from_data({"planned": True, "begins": DAY.isoformat()})
    assert [moment.kind for moment in finished.moments()] == list(FIRST_WEEKS)
    assert Summary.from_data({"planned": True, "weeks": []}).moments() == ()
    assert Summary.from_data({"words": {"closing": "Tot dan!"}}).moments() == ()


def test_a_signal_that_was_set_aside_is_on_no_page_unless_that_was_said(checklist: Checklist) -> None:
    session = Session(checklist)
    session.set_state("vraag-steun", State.NAMED)
    talk = Talk(checklist, session.answers, session.signals, frozenset({"relatedness"}), DAY)
    assert not Summary().for_client("relatedness", talk)
    assert not Summary().for_counselor("relatedness", talk)
    assert Summary().for_client("social-nearness", talk)
    said = Summary(on_client={"relatedness": True}, on_counselor={"relatedness": True})
    assert said.for_client("relatedness", talk)
    assert said.for_counselor("relatedness", talk)


def test_days_as_one_says_them() -> None:
    assert day_in_words(DAY, Language.NL) == "25 november 2026"
    assert moment_in_words(datetime(2026, 12, 3, 14, 2).astimezone(), Language.EN) == "3 December 2026, 14:02"
    assert day_of_week(date(2026, 12, 1), Language.NL, DAY) == "dinsdag 1 december"
    assert day_of_week(date(2027, 1, 1), Language.EN, DAY) == "Friday 1 January 2027"
    assert time_in_words(time(9, 5), Language.NL) == "9.05 uur"
    assert time_in_words(time(9, 5), Language.EN) == "09:05"
