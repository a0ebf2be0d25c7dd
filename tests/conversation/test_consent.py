"""What is kept without consent: nothing about health, debts or the law, whatever was said, and nothing more than what is kept says."""

from hypothesis import strategies as st

from guidance_kb.conversation.answers import State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.consent import (
    PRIVATE_ITEMS,
    PRIVATE_TARGETS,
    kept_answers,
    kept_change,
    kept_place,
    kept_session,
    kept_signals,
)
from guidance_kb.conversation.session import Judgement, Session, SessionChange
from guidance_kb.conversation.signals import SignalLevel, signals
from guidance_kb.conversation.verdicts import Verdict
from tests.conversation.rules import for_all


def test_the_items_are_those_with_evidence_for_the_barriers(checklist: Checklist) -> None:
    found = {item.id for target in PRIVATE_TARGETS for item, _ in checklist.evidence[target]}
    assert found == PRIVATE_ITEMS


def test_no_kept_change_names_them_and_undo_comes_to_the_same(checklist: Checklist) -> None:
    items = sorted({*PRIVATE_ITEMS, "vraag-geld", "vraag-zorg", "vraag-regels", "vraag-lezen"})

    def test(steps: list[tuple[str, str]]) -> None:
        kept: list[SessionChange | Judgement] = []
        session = Session(checklist, lambda change: kept.extend(filter(None, [kept_change(change)])))
        for what, item in steps:
            if what == "undo":
                session.undo()
            elif what == "note":
                session.set_note(item, f"over {item}")
            elif what == "judge" and session.signals:
                session.judge(session.signals[0].target, Verdict.DISMISSED)
            else:
                session.set_state(item, State.NAMED)
        named = repr(kept) + repr(kept_session(session).answers) + repr(kept_session(session).done)
        assert not [each for each in (*PRIVATE_ITEMS, *PRIVATE_TARGETS) if f"'{each}" in named]
        assert dict(kept_session(session).answers) == kept_answers(session.answers)
        stack = [each for each in session.done if kept_session(session).done]
        assert len(kept_session(session).done) <= len(stack) or not stack

    acts = st.tuples(st.sampled_from(["name", "note", "undo", "judge"]), st.sampled_from(items))
    for_all(test, st.lists(acts, max_size=12))


def test_a_signal_never_says_more_than_the_answers_that_are_kept(checklist: Checklist) -> None:
    session = Session(checklist)
    session.set_state("vraag-post", State.NAMED)
    session.set_state("vraag-schulden", State.NAMED)
    kept = {signal.target: signal.level for signal in kept_signals(session.signals)}
    now = {signal.target: signal.level for signal in signals(checklist, kept_answers(session.answers))}
    assert kept == now == {}
    session.set_state("vraag-regels", State.NAMED)
    kept = {signal.target: signal.level for signal in kept_signals(session.signals)}
    assert kept == {signal.target: signal.level for signal in signals(checklist, kept_answers(session.answers))}
    assert SignalLevel.DISCUSS_NOW in kept.values()


def test_a_place_names_no_private_target_item_or_step() -> None:
    place = {
        "item": "vraag-schulden",
        "unfolded": ["debts", "money"],
        "quiet": False,
        "summary": {
            "steps": [{"what": "belt", "target": "debts"}, {"what": "spaart", "target": "money"}],
            "on_counselor": {"health": True, "money": True},
            "planned": True,
        },
    }
    assert kept_place(place) == {
        "item": None,
        "unfolded": ["money"],
        "quiet": False,
        "summary": {
            "steps": [{"what": "spaart", "target": "money"}],
            "on_counselor": {"money": True},
            "planned": True,
        },
    }
    assert place["item"] == "vraag-schulden"
