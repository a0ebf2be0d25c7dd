"""Gaps, why a signal is off, and what to ask next: examples on the real checklist, properties over random answers."""

from dataclasses import replace

import pytest

from guidance_kb.conversation.answers import Answer, By, State
from guidance_kb.conversation.asking import Missing, ask_next, gaps, why_not
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.signals import signals
from guidance_kb.knowledge.model import Evidence
from tests.conversation.rules import conversations, for_all

NAMED = Answer(State.NAMED)
DRIVE_ITEMS = [
    "vraag-dichtbij", "vraag-nieuwsgierig", "vraag-zekerheid", "vraag-op-het-werk", "vraag-lukt", "vraag-zelf-kiezen", "vraag-steun",
]  # fmt: skip


def test_gaps_are_what_was_not_discussed(checklist: Checklist) -> None:
    assert gaps(checklist, {}) == tuple(checklist.items)
    answers = {
        "vraag-zorg": NAMED,
        "vraag-geld": Answer(State.NOT_AN_ISSUE),
        "vraag-school": Answer(State.DECLINED),
        "vraag-nut": Answer(State.NOT_DISCUSSED, By.OBSERVED, "later"),
    }
    assert set(checklist.items) - set(gaps(checklist, answers)) == {"vraag-zorg", "vraag-geld", "vraag-school"}


def test_gaps_of_the_core_list(checklist: Checklist) -> None:
    core = tuple(item.id for item in checklist.items.values() if item.core)
    assert gaps(checklist, {}, core_only=True) == core
    assert gaps(checklist, {core[0]: NAMED, "vraag-gestopt": NAMED}, core_only=True) == core[1:]


def test_why_not_names_each_answer_that_is_not_there(checklist: Checklist) -> None:
    answers = {"vraag-schulden": Answer(State.DECLINED)}
    firm, weak = (Evidence("money", "named", strength) for strength in ("firm", "weak"))
    assert why_not(checklist, answers, "money") == (
        Missing("vraag-geld", firm, State.NOT_DISCUSSED),
        Missing("vraag-schulden", weak, State.DECLINED),
        Missing("vraag-buiten-regeling", weak, State.NOT_DISCUSSED),
    )
    named = {"vraag-geld": NAMED, "vraag-schulden": NAMED, "vraag-buiten-regeling": NAMED}
    assert why_not(checklist, named, "money") == ()


def test_ask_next_begins_with_what_may_show_a_drive(checklist: Checklist) -> None:
    """vraag-steun can raise two signals, the others one."""
    assert ask_next(checklist, {}) == ("vraag-steun", "vraag-dichtbij", "vraag-nieuwsgierig")
    assert sorted(ask_next(checklist, {}, count=7)) == sorted(DRIVE_ITEMS)


def test_ask_next_turns_to_barriers_once_a_drive_is_found(checklist: Checklist) -> None:
    """Of the core items the one at place and time can raise four signals, one of them at once to "discuss now"."""
    assert ask_next(checklist, {"vraag-lukt": NAMED})[0] == "vraag-plek-tijd"
    assert ask_next(checklist, {"vraag-lukt": Answer(State.NAMED, By.OBSERVED)})[0] == "vraag-plek-tijd"
    assert ask_next(checklist, {"vraag-lukt": Answer(State.DECLINED)})[0] == "vraag-steun"


def test_core_items_come_before_deeper_ones(checklist: Checklist) -> None:
    """vraag-schaamte is core and can raise one signal; vraag-online is not, and can raise three."""
    answers = dict.fromkeys(checklist.items, Answer(State.NOT_AN_ISSUE)) | {"vraag-lukt": NAMED}
    for item in ("vraag-schaamte", "vraag-online", "vraag-past"):
        del answers[item]
    assert ask_next(checklist, answers) == ("vraag-schaamte", "vraag-online", "vraag-past")


def test_ask_next_counts_what_an_answer_would_lift(checklist: Checklist) -> None:
    """Alone, vraag-plannen and vraag-genoeg raise one signal each, and the first in the conversation comes first.

    Once "expects to be told" hints at little self-direction, asking about planning lifts that signal, and still tells something;
    once a signal is at "discuss now" already, asking again tells nothing.
    """
    answers = dict.fromkeys(checklist.items, Answer(State.NOT_AN_ISSUE)) | {"vraag-lukt": NAMED}
    del answers["vraag-genoeg"], answers["vraag-plannen"]
    assert ask_next(checklist, answers) == ("vraag-genoeg", "vraag-plannen")
    assert ask_next(checklist, {**answers, "vraag-verwacht": NAMED}) == ("vraag-genoeg", "vraag-plannen")
    del answers["vraag-tegenslag"]
    lifted = {**answers, "vraag-vertrouwen": NAMED, "vraag-nut": NAMED}
    # vraag-tegenslag: fear-of-failure to "discuss now" (2), low-self-belief is there already (0)
    assert ask_next(checklist, lifted) == ("vraag-tegenslag", "vraag-genoeg", "vraag-plannen")


def test_ask_next_looks_at_every_answer_that_points_somewhere(checklist: Checklist) -> None:
    """An item may also point by "not an issue"; that tells as much as "named"."""
    turned = {
        name: replace(item, evidence=tuple(replace(e, state="not_an_issue") for e in item.evidence))
        for name, item in checklist.items.items()
    }
    other = replace(checklist, items=turned)
    assert ask_next(other, {}, count=50) == ask_next(checklist, {}, count=50)


@pytest.mark.parametrize("count", [0, 1, 3, 100])
def test_ask_next_gives_no_more_than_asked(checklist: Checklist, count: int) -> None:
    assert len(ask_next(checklist, {}, count)) == min(count, len(checklist.items))


def test_nothing_left_to_ask(checklist: Checklist) -> None:
    assert ask_next(checklist, dict.fromkeys(checklist.items, NAMED)) == ()


def test_ask_next_of_a_checklist_without_evidence(checklist: Checklist) -> None:
    bare = {name: replace(item, evidence=()) for name, item in list(checklist.items.items())[:2]}
    assert ask_next(replace(checklist, items=bare), {}) == tuple(bare)


def test_why_not_and_reasons_are_together_all_evidence(checklist: Checklist) -> None:
    def test(answers: dict[str, Answer]) -> None:
        reasons = {signal.target: [reason.item for reason in signal.reasons] for signal in signals(checklist, answers)}
        for target, pieces in checklist.evidence.items():
            missing = why_not(checklist, answers, target)
            assert sorted([*reasons.get(target, []), *(m.item for m in missing)]) == sorted(
                item.id for item, _ in pieces
            )
            assert all(m.now == answers.get(m.item, Answer()).state != m.evidence.state for m in missing)

    for_all(test, conversations(checklist))


def test_ask_next_proposes_open_items_only_and_always_the_same(checklist: Checklist) -> None:
    def test(answers: dict[str, Answer]) -> None:
        proposed = ask_next(checklist, answers)
        still_open = gaps(checklist, answers)
        assert len(proposed) == len(set(proposed)) == min(3, len(still_open))
        assert set(proposed) <= set(still_open)
        assert ask_next(checklist, dict(sorted(answers.items(), reverse=True))) == proposed

    for_all(test, conversations(checklist))
