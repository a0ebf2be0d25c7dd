"""Which deeper items an answer opens."""

import pytest

from guidance_kb.conversation.answers import Answer, By, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.next_questions import opened
from tests.conversation.rules import conversations, for_all
from tests.conversation.small import small

LIST = small("""
money home | money!
debts home | debts! | money
letters home | letters | debts study
study learning | school
""")


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, set()),
        ({"money": Answer(State.NAMED)}, {"debts"}),
        ({"money": Answer(State.NAMED, By.OBSERVED)}, {"debts"}),
        ({"money": Answer(State.NOT_AN_ISSUE)}, set()),
        ({"money": Answer(State.DECLINED)}, set()),
        ({"money": Answer(note="later")}, set()),
        ({"study": Answer(State.NAMED)}, {"letters"}),
        ({"debts": Answer(State.NAMED)}, {"letters"}),
        ({"money": Answer(State.NAMED), "debts": Answer(State.NAMED)}, {"debts", "letters"}),
        ({"of-another-day": Answer(State.NAMED)}, set()),
    ],
)
def test_opened_by_what_was_named(answers: dict[str, Answer], expected: set[str]) -> None:
    assert opened(LIST, answers) == expected


def test_the_ten_minute_list_needs_no_opening(checklist: Checklist) -> None:
    def test(answers: dict[str, Answer]) -> None:
        found = opened(checklist, answers)
        assert not any(checklist.items[item].core for item in found)
        more = {**answers, **dict.fromkeys(checklist.items, Answer(State.NAMED))}
        assert found <= opened(checklist, more)

    for_all(test, conversations(checklist))
