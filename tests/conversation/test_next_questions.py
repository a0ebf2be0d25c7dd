"""Gaps, why a signal is off, and what to ask next: examples on the real checklist, properties over random answers."""

from dataclasses import replace

import pytest
from hypothesis import strategies as st

from guidance_kb.conversation.answers import Answer, By, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.next_questions import (
    FIRST_STEP_ITEM,
    Missing,
    Proposal,
    Wording,
    Would,
    ask_next,
    gaps,
    opened,
    proposals,
    question_about,
    why_not,
)
from guidance_kb.conversation.signals import SignalLevel, signals
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Evidence
from guidance_kb.language import Language
from tests.conversation.rules import conversations, for_all
from tests.conversation.small import small

NAMED = Answer(State.NAMED)


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
    answers = {"vraag-gewone-woorden": Answer(State.DECLINED)}
    firm, weak = (Evidence("reading-and-language", "named", strength) for strength in ("firm", "weak"))
    assert why_not(checklist, answers, "reading-and-language") == (
        Missing("vraag-lezen", firm, State.NOT_DISCUSSED),
        Missing("vraag-schrijven", firm, State.NOT_DISCUSSED),
        Missing("vraag-nederlands", firm, State.NOT_DISCUSSED),
        Missing("vraag-eigen-taal", firm, State.NOT_DISCUSSED),
        Missing("vraag-gewone-woorden", weak, State.DECLINED),
    )
    named = dict.fromkeys(checklist.items, NAMED)
    assert why_not(checklist, named, "reading-and-language") == ()


# ── what to ask next ────────────────────────────────────────────────────────────────────────────

LIST = small("""
family  wish  | d-near!
goal    wish  | no-goal
doubts  wish  | no-goal! d-sure
money   home  | money!
debts?  home  | debts! money!          | money
letters home  | letters                | debts
care    home  | care! time
hours   home  | time
school  study | school
fear?   study | fear! school
""")
CORE = {"family", "goal", "doubts", "money", "care", "hours", "school", "fear"}


def _answered(*items: str, **states: State) -> dict[str, Answer]:
    """These items named, and others as said."""
    return {**dict.fromkeys(items, NAMED), **{item: Answer(state) for item, state in states.items()}}


def open_items(checklist: Checklist, answers: dict[str, Answer], *recent: str) -> list[str]:
    """The open items that are proposed after these answers, the last one first."""
    found = proposals(checklist, answers, 100, recent=recent)
    return [each.item for each in found if each.wording is Wording.OPEN]


def test_as_long_as_no_drive_was_named_those_that_may_show_one_come_first() -> None:
    """`doubts` would tell most of these; of the rest `care`."""
    assert ask_next(LIST, {}) == ("doubts", "family", "care")
    assert ask_next(LIST, {"doubts": Answer(State.DECLINED)})[0] == "family"
    assert ask_next(LIST, _answered("family"))[:2] == ("doubts", "care")
    assert ask_next(LIST, {"family": Answer(State.NAMED, By.OBSERVED)})[0] == "doubts"
    nothing_shown = _answered(family=State.NOT_AN_ISSUE, doubts=State.NOT_AN_ISSUE)
    assert ask_next(LIST, nothing_shown)[0] == "care"


def test_what_tells_most_comes_first_and_what_is_equal_keeps_its_order() -> None:
    """care: 2 + 1; money: 2 and a deeper item; goal, hours and school: 1 each, in their order. A sensitive one waits."""
    answers = _answered("family", "doubts")
    assert ask_next(LIST, answers, 100) == ("care", "money", "hours", "school", "goal")
    lifted = {**answers, "care": NAMED}
    assert ask_next(LIST, lifted, 100) == ("money", "hours", "school", "goal")  # hours would lift `time`: 1 as before


def test_what_would_tell_nothing_comes_last() -> None:
    """After `doubts`, no-goal is at "discuss now" already."""
    assert proposals(LIST, _answered("family", "doubts"), 100)[-1] == Proposal("goal", ())


def test_a_deeper_item_waits_until_it_is_opened_and_then_comes_after_the_core() -> None:
    quiet = dict.fromkeys(CORE, Answer(State.NOT_AN_ISSUE))
    assert ask_next(LIST, quiet) == ()
    opened = {**quiet, "family": NAMED, "money": NAMED}
    assert ask_next(LIST, opened) == ("debts",)
    del opened["school"]
    assert ask_next(LIST, opened) == ("school", "debts")


def test_one_deeper_item_that_was_opened_just_now_comes_first() -> None:
    """One, so that it does not dig; never if it is sensitive, and not when something else was said since."""
    follow = small("""
    wish  a | d-near!
    money a | money!
    jobs  a | jobs!
    rent  a | rent  | money
    owed? a | owed! | money
    """)
    answers = _answered("wish", "money")
    assert ask_next(follow, answers) == ("jobs", "owed", "rent")
    assert open_items(follow, answers, "money") == ["rent", "jobs", "owed"]
    assert open_items(follow, answers, "wish") == ["jobs", "owed", "rent"]
    declined = {**answers, "money": Answer(State.DECLINED)}
    assert open_items(follow, declined, "money") == ["jobs"]


def test_a_deeper_item_of_another_theme_does_not_come_first() -> None:
    follow = small("""
    wish  a | d-near!
    care  b | care!
    hours b | hours
    rules c | rules! care! | care
    """)
    assert open_items(follow, _answered("wish", "care"), "care") == ["hours", "rules"]


def test_following_the_client_still_leaves_room_for_a_drive() -> None:
    follow = small("""
    wish  a | d-near!
    money a | money!
    rent  a | rent  | money
    """)
    assert open_items(follow, _answered("money"), "money") == ["wish", "rent"]


def test_what_was_just_named_is_followed_up_before_all_else() -> None:
    after_care = Proposal("care", (), Wording.FOLLOW_UP)
    for answers in (_answered("care"), _answered("family", "care"), dict.fromkeys(LIST.items, NAMED)):
        assert proposals(LIST, answers, recent=("care",))[0] == after_care
    assert [each.item for each in proposals(LIST, _answered("care"), recent=("care",))] == ["care", "doubts", "family"]
    assert proposals(LIST, _answered("family", "care"), recent=("family", "care"))[0].item == "family"


@pytest.mark.parametrize(
    "answer",
    [
        Answer(State.NOT_AN_ISSUE),
        Answer(State.DECLINED),
        Answer(State.NOT_DISCUSSED, note="later"),
        Answer(State.NAMED, By.OBSERVED),
    ],
)
def test_what_the_client_did_not_name_is_not_followed_up(answer: Answer) -> None:
    found = proposals(LIST, {"care": answer}, 100, recent=("care",))
    assert all(each.wording is Wording.OPEN for each in found)


def test_a_sensitive_item_is_not_followed_up() -> None:
    answers = _answered("family", "money", "debts")
    assert all(each.item != "debts" for each in proposals(LIST, answers, 100, recent=("debts", "money")))


def test_the_conversation_stays_with_the_theme_of_the_last_answer() -> None:
    """`money` would tell most after a drive was named; `school` is of another theme than `care`."""
    assert open_items(LIST, _answered("family", "doubts")) == ["care", "money", "hours", "school", "goal"]
    assert open_items(LIST, _answered("family", "doubts", "school"), "school")[0] != "fear", "sensitive"
    assert open_items(LIST, _answered("family", "doubts", "hours"), "hours") == ["care", "money", "school", "goal"]
    apart = small("""
    wish   a | d-near!
    plain  b | plain
    much   c | much! more!
    beside b | beside
    """)
    assert open_items(apart, _answered("wish")) == ["much", "plain", "beside"]
    assert open_items(apart, _answered("wish", plain=State.NOT_AN_ISSUE), "plain") == ["beside", "much"]


WELL = small("""
wish  a | d-near!
money b | money!
care  b | care!
time  b | time
hint  b | time
fear? b | fear!
""")


@pytest.mark.parametrize(
    ("answers", "recent", "well"),
    [
        (_answered("wish", money=State.NOT_AN_ISSUE, care=State.NOT_AN_ISSUE), ("care", "money", "wish"), True),
        (_answered("wish", "time", money=State.NOT_AN_ISSUE, care=State.NOT_AN_ISSUE), ("care", "money"), True),
        (_answered("wish", money=State.NOT_AN_ISSUE), ("money", "wish"), False),  # one is not yet all
        (_answered("wish", money=State.NOT_AN_ISSUE, care=State.DECLINED), ("care", "money"), False),
        (
            _answered("wish", "time", "hint", money=State.NOT_AN_ISSUE, care=State.NOT_AN_ISSUE),
            ("care", "money"),
            False,
        ),
        (_answered(money=State.NOT_AN_ISSUE, care=State.NOT_AN_ISSUE), ("care", "money"), False),  # no drive
        (_answered("wish", "money", "care"), (), False),
    ],
)
def test_where_all_is_well_it_asks_for_the_next_step(
    answers: dict[str, Answer], recent: tuple[str, ...], well: bool
) -> None:
    """Without an item about the first step, that is the follow-up of the drive that was named."""
    found = proposals(WELL, answers, 100, recent=recent)
    assert (Proposal("wish", (), Wording.FOLLOW_UP) == found[0]) is well
    assert well or all(each.wording is Wording.OPEN for each in found)


def test_what_was_set_aside_is_in_no_way_of_a_first_step() -> None:
    answers = _answered("wish", "time", "hint", money=State.NOT_AN_ISSUE, care=State.NOT_AN_ISSUE)
    assert proposals(WELL, answers, set_aside={"time"}, recent=("care", "money"))[0].item == "wish"
    assert proposals(WELL, answers, set_aside={"time", "d-near"}, recent=("care", "money"))[0].wording is Wording.OPEN


def test_the_first_step_is_asked_by_its_own_item_as_long_as_that_is_open(checklist: Checklist) -> None:
    answers = {"vraag-dichtbij": NAMED, **dict.fromkeys(("vraag-geld", "vraag-zorg"), Answer(State.NOT_AN_ISSUE))}
    recent = ("vraag-zorg", "vraag-geld", "vraag-dichtbij")
    assert proposals(checklist, answers, recent=recent)[0] == Proposal(FIRST_STEP_ITEM, (), Wording.FOLLOW_UP)
    answers[FIRST_STEP_ITEM] = Answer(State.NOT_AN_ISSUE)
    assert proposals(checklist, answers, recent=recent)[0] == Proposal("vraag-dichtbij", (), Wording.FOLLOW_UP)


def test_after_no_sitter_it_does_not_ask_for_rules(checklist: Checklist) -> None:
    """What was found when the second edition was held: the first of three proposals was “Regels over aanwezig zijn”."""
    answers = {"vraag-dichtbij": NAMED, "vraag-zorg": NAMED}
    found = proposals(checklist, answers, recent=("vraag-zorg", "vraag-dichtbij"))
    assert found[0] == Proposal("vraag-zorg", (), Wording.FOLLOW_UP)
    assert {checklist.items[each.item].theme for each in found} == {"t-home"}


# ── the question on a card ──────────────────────────────────────────────────────────────────────


def test_a_drive_is_asked_about_by_the_follow_up_of_what_raised_it(library: Library, checklist: Checklist) -> None:
    (near,) = signals(checklist, {"vraag-dichtbij": NAMED})
    assert question_about(library, near, Language.NL) == library.items["vraag-dichtbij"].nl.follow_up
    gone = replace(near, reasons=(replace(near.reasons[0], item="vraag-van-vroeger"),))
    assert question_about(library, gone, Language.EN) == library.drives["social-nearness"].en.ask


def test_a_barrier_is_asked_about_by_its_own_question(library: Library, checklist: Checklist) -> None:
    for signal in signals(checklist, {"vraag-geld": NAMED}):
        assert question_about(library, signal, Language.NL) == library.barriers[signal.target].nl.ask


def test_a_sensitive_item_waits_for_an_easier_one_of_its_theme() -> None:
    """`fear` would tell most; it is of the theme `study`."""
    answers = _answered("family", "doubts", "care", "money")
    assert "fear" not in ask_next(LIST, answers, 100)
    for state in (State.NAMED, State.NOT_AN_ISSUE):
        assert ask_next(LIST, {**answers, "school": Answer(state)}, 100)[:2] == ("hours", "fear")
    for silent in (Answer(State.DECLINED), Answer(State.NAMED, By.OBSERVED)):
        assert "fear" not in ask_next(LIST, {**answers, "school": silent}, 100)


def test_a_sensitive_item_is_never_the_first_unless_nothing_else_is_open() -> None:
    answers = _answered("family", "doubts", "care", "school")
    assert ask_next(LIST, answers, 1) == ("money",)
    sensitive_left = _answered(*(CORE - {"fear", "school"}), school=State.DECLINED)
    assert ask_next(LIST, {**sensitive_left, "debts": NAMED, "letters": NAMED}) == ("fear",)


def test_what_was_set_aside_attracts_no_questions() -> None:
    answers = _answered("family")
    assert ask_next(LIST, answers)[:2] == ("doubts", "care")
    without = proposals(LIST, answers, 100, {"no-goal", "d-sure", "care", "time"})
    assert [each.item for each in without] == ["money", "school", "goal", "doubts", "care", "hours"]
    assert [each.would for each in without[2:]] == [()] * 4
    assert ask_next(LIST, {}, set_aside={"d-near", "d-sure"})[0] == "care"  # nothing would show a drive


def test_opening_counts_little_and_not_for_what_was_set_aside() -> None:
    """Two deeper items weigh less than one level of one signal; of two alike, the one that opens something comes first."""
    opening = small("""
    wish  a | d-near!
    plain a | plain
    opens a | other
    firm  a | firm!
    deep  a | depth  | opens
    more  a | depths | opens
    """)
    answers = _answered("wish")
    assert ask_next(opening, answers) == ("firm", "opens", "plain")
    assert ask_next(opening, answers, set_aside={"depth", "depths"}) == ("firm", "plain", "opens")
    assert ask_next(opening, {**answers, "deep": NAMED, "more": NAMED}) == ("firm", "plain", "opens")


def test_an_item_that_only_opens_others_comes_before_one_that_tells_nothing() -> None:
    opening = small("""
    wish  a | d-near!
    firm  a | same!
    plain a | same
    opens a | same
    deep  a | depth | opens
    """)
    assert ask_next(opening, _answered("wish", "firm")) == ("opens", "plain")


def test_what_would_change_is_told_for_each_signal() -> None:
    two_ways = small("""
    wish   a | d-near!
    rather a | one -one! two three
    hint   a | two
    """)
    (proposal, *_) = proposals(two_ways, _answered("wish", "hint"))
    assert proposal == Proposal(
        "rather",
        (
            Would("one", None, SignalLevel.DISCUSS_NOW),
            Would("two", SignalLevel.FOR_INFORMATION, SignalLevel.DISCUSS_NOW),
            Would("three", None, SignalLevel.FOR_INFORMATION),
        ),
    )


def test_an_observation_is_lifted_by_what_the_client_says() -> None:
    seen = {"care": Answer(State.NAMED, By.OBSERVED), "family": NAMED, "doubts": NAMED}
    found = {each.item: each.would for each in proposals(LIST, seen, 100)}
    assert found["hours"] == (Would("time", SignalLevel.FOR_INFORMATION, SignalLevel.DISCUSS_NOW),)


def test_a_question_that_may_take_hints_back_is_worth_asking() -> None:
    """Two hints say "discuss now": whether it is so, only the item that says just that can tell (decision 18)."""
    hinted = small("""
    wish   a | d-near!
    sighs  a | tired
    yawns  a | tired
    plain  a | plain
    rested a | tired!
    """)
    answers = _answered("wish", "sighs", "yawns")
    assert proposals(hinted, answers) == (
        Proposal("rested", (Would("tired", SignalLevel.DISCUSS_NOW, SignalLevel.FOR_INFORMATION),)),
        Proposal("plain", (Would("plain", None, SignalLevel.FOR_INFORMATION),)),
    )
    denied = {**_answered("wish", "sighs"), "rested": Answer(State.DECLINED)}
    assert proposals(hinted, denied)[-1] == Proposal("yawns", ())  # a second hint would change nothing any more


@pytest.mark.parametrize("count", [0, 1, 3, 100])
def test_ask_next_gives_no_more_than_asked(count: int) -> None:
    assert len(ask_next(LIST, {}, count)) == min(count, 7)  # of eight core items one is sensitive


def test_nothing_left_to_ask(checklist: Checklist) -> None:
    assert ask_next(checklist, dict.fromkeys(checklist.items, NAMED)) == ()


def test_ask_next_of_a_checklist_without_evidence(checklist: Checklist) -> None:
    core = [item for item in checklist.items.values() if item.core and not item.sensitive][:2]
    bare = {item.id: item._replace(evidence=()) for item in core}
    assert ask_next(replace(checklist, items=bare), {}) == tuple(bare)


# ── whatever was answered, on the real checklist ────────────────────────────────────────────────


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


def _set_aside(checklist: Checklist) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from([*checklist.drives, *checklist.barriers]), max_size=4)


def test_proposed_are_open_items_that_are_worthwhile_and_always_the_same(checklist: Checklist) -> None:
    def test(answers: dict[str, Answer], set_aside: frozenset[str]) -> None:
        proposed = ask_next(checklist, answers, 100, set_aside)
        worthwhile = {
            item
            for item in gaps(checklist, answers)
            if checklist.items[item].core or item in opened(checklist, answers)
        }
        assert len(proposed) == len(set(proposed))
        assert set(proposed) <= worthwhile
        held_back = [checklist.items[item] for item in worthwhile - set(proposed)]
        assert all(item.sensitive for item in held_back)
        assert bool(proposed) == bool(worthwhile)
        assert ask_next(checklist, dict(sorted(answers.items(), reverse=True)), 3, set_aside) == proposed[:3]

    for_all(test, conversations(checklist), _set_aside(checklist))


def test_no_sensitive_item_stands_first_while_another_is_open(checklist: Checklist) -> None:
    some = replace(
        checklist,
        items={name: item._replace(sensitive=n % 3 == 0) for n, (name, item) in enumerate(checklist.items.items())},
    )

    def test(answers: dict[str, Answer], recent: list[str]) -> None:
        proposed = [each.item for each in proposals(some, answers, 100, recent=recent)]
        if proposed and some.items[proposed[0]].sensitive:
            assert all(some.items[item].sensitive for item in proposed)
            assert not any(
                not some.items[item].sensitive and (some.items[item].core or item in opened(some, answers))
                for item in gaps(some, answers)
            )

    for_all(test, conversations(checklist), st.lists(st.sampled_from(list(checklist.items)), max_size=3, unique=True))


def test_what_is_told_of_an_answer_is_what_it_does(checklist: Checklist) -> None:
    """Beside the rules themselves: every answer the client may give to a proposed item, and the signals after it."""

    def test(answers: dict[str, Answer], set_aside: frozenset[str]) -> None:
        now = {signal.target: signal.level for signal in signals(checklist, answers)}
        for proposal in proposals(checklist, answers, 5, set_aside):
            best: dict[str, SignalLevel] = {}
            for state in (State.NAMED, State.NOT_AN_ISSUE, State.DECLINED):
                for signal in signals(checklist, {**answers, proposal.item: Answer(state)}):
                    if (
                        signal.level is not now.get(signal.target)
                        and best.get(signal.target) is not SignalLevel.DISCUSS_NOW
                    ):
                        best[signal.target] = signal.level
            assert {would.target: would.then for would in proposal.would} == {
                target: level for target, level in best.items() if target not in set_aside
            }
            assert all(would.now is now.get(would.target) for would in proposal.would)

    for_all(test, conversations(checklist), _set_aside(checklist))
