"""What was said in earlier conversations: the latest answer to each item, and no gaps."""

from datetime import date

from guidance_kb.conversation.answers import GAP, GOAL_ITEM, Answer, By, State
from guidance_kb.conversation.last_time import LastTime

FIRST, SECOND = date(2026, 10, 1), date(2026, 11, 1)


def test_the_latest_answer_counts_with_its_day_and_a_gap_overrules_nothing() -> None:
    named = Answer(State.NAMED, By.CLIENT, "geen oppas")
    last = LastTime.of(
        [
            (FIRST, {"vraag-zorg": named, "vraag-geld": named}),
            (SECOND, {"vraag-zorg": GAP, "vraag-geld": Answer(State.NOT_AN_ISSUE)}),
        ]
    )
    assert last.day == SECOND
    assert (last.answers["vraag-zorg"].answer, last.answers["vraag-zorg"].day) == (named, FIRST)
    assert last.answers["vraag-geld"].answer.state is State.NOT_AN_ISSUE


def test_a_goal_that_was_denied_is_no_goal() -> None:
    assert LastTime.of([(FIRST, {GOAL_ITEM: Answer(State.NAMED, note=" bakker ")})]).goal == "bakker"
    assert LastTime.of([(FIRST, {GOAL_ITEM: Answer(State.NOT_AN_ISSUE, note="weet niet")})]).goal == ""


def test_what_was_declined_last_is_not_asked_again() -> None:
    declined = Answer(State.DECLINED)
    last = LastTime.of([(FIRST, {"a": declined, "b": declined}), (SECOND, {"b": Answer(State.NAMED)})])
    assert last.declined == ("a",)
