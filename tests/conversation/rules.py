"""The rules as a person reads them, and checks of any implementation of them.

Each check takes the rules under test (the functions of `conversation.signals`, or a mutant of them) and the checklist, and fails by
an `AssertionError`. pytest runs them on the real rules; `python -m tests.mutants` runs them on rules that were broken on purpose.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple, Protocol

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from guidance_kb.conversation.answers import GAP, Answer, By, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.signals import Signal, SignalReason
from tests.conversation.cases import Case, table
from tests.conversation.small import small

Answers = Mapping[str, Answer]


class Rules(Protocol):
    """What is tested of `conversation.signals`."""

    def signals(self, checklist: Checklist, answers: Answers) -> tuple[Signal, ...]: ...
    def denied(self, checklist: Checklist, answers: Answers, target: str) -> tuple[str, ...]: ...
    def level(self, reasons: Sequence[SignalReason], *, against: bool) -> str: ...


Check = Callable[[Rules, Checklist], None]


class Rule(NamedTuple):
    """One line of `rules.tsv`, one target of it."""

    item: str
    state: str
    target: str
    strength: str


def reviewed_rules() -> list[Rule]:
    """The rules as reviewed, in the order of the conversation."""
    found = []
    for line in (Path(__file__).parent / "rules.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            item, state, targets = line.split("\t")
            found += [Rule(item, state, *target.split()) for target in targets.split(", ")]
    return found


REVIEWED = tuple(reviewed_rules())


def said(raised: Sequence[Signal]) -> list[str]:
    """Signals as the table writes them."""
    return [signal.target + "!" * (signal.level == "discuss_now") for signal in raised]


def check_case(case: Case, rules: Rules, checklist: Checklist) -> None:
    """One line of the table holds."""
    assert said(rules.signals(checklist, case.answers)) == case.raised


def check_item(item: str, rules: Rules, checklist: Checklist) -> None:
    """Answering only this item, whatever the answer, raises what the reviewed rules say: no more, no less, no other level."""
    for state in State:
        for by in By:
            raised = {s.target: s for s in rules.signals(checklist, {item: Answer(state, by)})}
            expected = {
                r.target: r.strength == "firm" and by is By.CLIENT
                for r in REVIEWED
                if (r.item, r.state) == (item, state.value)
            }
            assert {target: signal.level == "discuss_now" for target, signal in raised.items()} == expected
            for target, signal in raised.items():
                [reason] = signal.reasons
                assert (reason.item, reason.state, reason.by, reason.firm) == (item, state, by, expected[target])


# ── properties ──────────────────────────────────────────────────────────────────────────────────

_STATES, _BY = st.sampled_from(list(State)), st.sampled_from(list(By))
# Most answers that raise something are "named": half of them are.
_ANSWER = st.builds(Answer, st.just(State.NAMED) | _STATES, _BY, st.just("") | st.text(max_size=8))


def conversations(
    checklist: Checklist, answer: st.SearchStrategy[Answer] = _ANSWER
) -> st.SearchStrategy[dict[str, Answer]]:
    """Answers to some of the items, now and then to one that the checklist does not have."""
    return st.dictionaries(
        st.sampled_from([*checklist.items, "vraag-van-vroeger"]), answer, max_size=len(checklist.items)
    )


def for_all(test: Callable[..., None], *strategies: st.SearchStrategy[object]) -> None:
    """Runs a property inside a test, so that the checklist is not among the examples (hypothesis would print all of it).

    The same examples every time, so that a mutant that survives once survives always.
    """
    chosen = settings(
        max_examples=60,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    chosen(given(*strategies)(test))()


def silence_raises_nothing(rules: Rules, checklist: Checklist) -> None:
    """What was not discussed or declined raises nothing, whoever is noted with it."""
    quiet = st.builds(Answer, st.sampled_from([State.NOT_DISCUSSED, State.DECLINED]), _BY, st.text(max_size=8))

    def test(answers: Answers) -> None:
        assert rules.signals(checklist, answers) == ()

    for_all(test, conversations(checklist, quiet))


def silence_adds_nothing(rules: Rules, checklist: Checklist) -> None:
    """Leaving an item out and not discussing it are the same to the rules; so is what only seemed to be declined.

    What the client declined gives no reason either; all that it may do is hold hints back.
    """

    def test(answers: Answers, item: str, by: By) -> None:
        without = {name: answer for name, answer in answers.items() if name != item}
        silent = rules.signals(checklist, without)
        assert rules.signals(checklist, {**without, item: Answer(State.NOT_DISCUSSED, by)}) == silent
        assert rules.signals(checklist, {**without, item: Answer(State.DECLINED, By.OBSERVED)}) == silent
        now = {s.target: s for s in rules.signals(checklist, {**without, item: Answer(State.DECLINED)})}
        assert {s.target: s.reasons for s in silent} == {target: s.reasons for target, s in now.items()}
        assert all(now[s.target].level in (s.level, "for_information") for s in silent)

    for_all(test, conversations(checklist), st.sampled_from(list(checklist.items)), _BY)


def a_denial_holds_back_hints_and_nothing_else(rules: Rules, checklist: Checklist) -> None:
    """Against the client's own word, hints are for information; what the client says firmly elsewhere stands as it would without."""

    def test(answers: Answers) -> None:
        for signal in rules.signals(checklist, answers):
            against = [r.item for r in REVIEWED if r.target == signal.target and _denies(r, answers)]
            assert list(rules.denied(checklist, answers, signal.target)) == against
            if against and not any(reason.firm for reason in signal.reasons):
                assert signal.level == "for_information"
            else:
                without = {item: answer for item, answer in answers.items() if item not in against}
                assert signal in rules.signals(checklist, without)

    for_all(test, conversations(checklist))
    for_all(test, conversations(checklist, st.builds(Answer, st.sampled_from([State.NAMED, State.NOT_AN_ISSUE]), _BY)))


def not_an_issue_may_itself_be_the_evidence(rules: Rules, _: Checklist) -> None:
    """Where "not an issue" is what points to it, saying so denies nothing; declining does. Today's checklist has no such item."""
    turned = small("""
    rested a | -tired!
    sighs  a | tired
    yawns  a | tired
    """)
    hints = {"sighs": Answer(State.NAMED), "yawns": Answer(State.NAMED)}
    for state, expected in (
        (State.NOT_AN_ISSUE, ((), "discuss_now")),
        (State.NAMED, ((), "discuss_now")),
        (State.DECLINED, (("rested",), "for_information")),
    ):
        answers = {**hints, "rested": Answer(state)}
        [signal] = rules.signals(turned, answers)
        assert (rules.denied(turned, answers, "tired"), signal.level) == expected


def order_of_ticking_does_not_matter(rules: Rules, checklist: Checklist) -> None:
    """The same answers in another order raise the same signals in the same order."""

    def test(answers: Answers, random: Random) -> None:
        items = list(answers)
        random.shuffle(items)
        assert rules.signals(checklist, {item: answers[item] for item in items}) == rules.signals(checklist, answers)

    for_all(test, conversations(checklist), st.randoms(use_true_random=False))


def observation_alone_is_never_firm(rules: Rules, checklist: Checklist) -> None:
    """What was only observed is for information, and no reason of it is firm; "discuss now" has a client's word among its reasons."""

    def test(answers: Answers) -> None:
        for signal in rules.signals(checklist, answers):
            assert not any(reason.firm and reason.by == "observed" for reason in signal.reasons)
            if all(reason.by == "observed" for reason in signal.reasons):
                assert signal.level == "for_information"

    for_all(test, conversations(checklist))
    for_all(test, conversations(checklist, st.builds(Answer, _STATES, st.just(By.OBSERVED))))


def less_evidence_never_raises_more(rules: Rules, checklist: Checklist) -> None:
    """Taking an answer away adds no signal, lifts none, and adds no reason; taking a denial away may lift what it held back."""

    def test(answers: Answers) -> None:
        full = {signal.target: signal for signal in rules.signals(checklist, answers)}
        for item in answers:
            for signal in rules.signals(checklist, {name: answer for name, answer in answers.items() if name != item}):
                assert signal.target in full
                held_back = any(_denies(r, answers) for r in REVIEWED if (r.item, r.target) == (item, signal.target))
                assert held_back or signal.level in (full[signal.target].level, "for_information")
                assert set(signal.reasons) <= set(full[signal.target].reasons)

    for_all(
        test,
        conversations(checklist, st.builds(Answer, st.just(State.NAMED) | _STATES, _BY)).filter(lambda a: len(a) < 12),
    )


def notes_change_nothing(rules: Rules, checklist: Checklist) -> None:
    """Nothing is read from a note: no name, origin or sex in it changes a signal."""
    notes = st.sampled_from(["Fatima", "Kees", "meneer Yilmaz, 54", "komt uit Polen", "bijstand", "moeder van drie"])

    def test(answers: Answers, note: str) -> None:
        noted = {item: Answer(answer.state, answer.by, note) for item, answer in answers.items()}
        assert rules.signals(checklist, noted) == rules.signals(checklist, answers)

    for_all(test, conversations(checklist), notes)


def drives_stand_before_barriers(rules: Rules, checklist: Checklist) -> None:
    """Drives and needs first; within each "discuss now" first, then the order of the content. No signal twice."""
    order = [*checklist.drives, *checklist.barriers]

    def test(answers: Answers) -> None:
        raised = rules.signals(checklist, answers)
        places = [(s.target in checklist.barriers, s.level != "discuss_now", order.index(s.target)) for s in raised]
        assert places == sorted(set(places))

    for_all(test, conversations(checklist))


def reasons_are_in_the_answers(rules: Rules, checklist: Checklist) -> None:
    """Every signal has reasons, each an answer that was given, as it was given, in the order of the items, none twice."""
    order = list(checklist.items)

    def test(answers: Answers) -> None:
        for signal in rules.signals(checklist, answers):
            assert signal.reasons
            places = [order.index(reason.item) for reason in signal.reasons]
            assert places == sorted(set(places))
            for reason in signal.reasons:
                assert (reason.state, reason.by) == (answers[reason.item].state, answers[reason.item].by)

    for_all(test, conversations(checklist))


def signals_are_as_reviewed(rules: Rules, checklist: Checklist) -> None:
    """A second reading of the rules, from the reviewed list: the same targets at the same level."""

    def test(answers: Answers) -> None:
        expected = {}
        for target in [*checklist.drives, *checklist.barriers]:
            given_ = [
                (rule, answers[rule.item].by) for rule in REVIEWED if rule.target == target and _holds(rule, answers)
            ]
            firm = any(rule.strength == "firm" and by == "client" for rule, by in given_)
            against = any(rule.target == target and _denies(rule, answers) for rule in REVIEWED)
            two = len(given_) >= 2 and any(by == "client" for _, by in given_) and not against
            if given_:
                expected[target] = firm or two
        assert {s.target: s.level == "discuss_now" for s in rules.signals(checklist, answers)} == expected

    for_all(test, conversations(checklist))


def _holds(rule: Rule, answers: Answers) -> bool:
    return rule.item in answers and answers[rule.item].state == rule.state


def _denies(rule: Rule, answers: Answers) -> bool:
    """Whether the client denied what a firm rule says, or would not talk about it; every reviewed rule is about what was named."""
    answer = answers.get(rule.item, GAP)
    return rule.strength == "firm" and answer.by == "client" and answer.state in ("not_an_issue", "declined")


def level_of_reasons(rules: Rules, _: Checklist) -> None:
    """The level by itself: one firm, or two with a client's word among them; against the client's word one firm."""
    client, weak, seen = (
        SignalReason("vraag-a", State.NAMED, by, firm)
        for by, firm in ((By.CLIENT, True), (By.CLIENT, False), (By.OBSERVED, False))
    )
    for reasons, level, denied in (
        ([client], "discuss_now", "discuss_now"),
        ([weak], "for_information", "for_information"),
        ([seen], "for_information", "for_information"),
        ([weak, weak], "discuss_now", "for_information"),
        ([weak, seen], "discuss_now", "for_information"),
        ([weak, weak, weak], "discuss_now", "for_information"),
        ([seen, client], "discuss_now", "discuss_now"),
        ([weak, client], "discuss_now", "discuss_now"),
        ([seen, seen, seen], "for_information", "for_information"),
    ):
        assert rules.level(reasons, against=False) == level
        assert rules.level(reasons, against=True) == denied


PROPERTIES: tuple[Check, ...] = (
    level_of_reasons,
    signals_are_as_reviewed,
    silence_raises_nothing,
    silence_adds_nothing,
    a_denial_holds_back_hints_and_nothing_else,
    not_an_issue_may_itself_be_the_evidence,
    order_of_ticking_does_not_matter,
    observation_alone_is_never_firm,
    less_evidence_never_raises_more,
    notes_change_nothing,
    drives_stand_before_barriers,
    reasons_are_in_the_answers,
)


def all_checks() -> Iterator[tuple[str, Check]]:
    """Every check of the rules by name, the quick ones first."""
    for case in table():
        yield f"table: {case.name}", lambda rules, checklist, case=case: check_case(case, rules, checklist)
    for item in dict.fromkeys(rule.item for rule in REVIEWED):
        yield f"reviewed: {item}", lambda rules, checklist, item=item: check_item(item, rules, checklist)
    for check in PROPERTIES:
        yield f"property: {check.__name__}", check
