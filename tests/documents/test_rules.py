"""The rules in words say what the rules do, and read documents of other days."""

import json
from typing import Any

import pytest

from guidance_kb.conversation.answers import Answer, By, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.signals import SignalLevel, signal_about
from guidance_kb.documents.checklist import checklist_as_data
from guidance_kb.documents.rules import DENIAL, PRINCIPLES, RuleInWords, RuleLine, principles, rules, rules_as_text
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language


@pytest.fixture(scope="module")
def document(checklist: Checklist) -> dict[str, Any]:
    """As the casebook keeps it: JSON, written and read."""
    read: dict[str, Any] = json.loads(json.dumps(checklist_as_data(checklist)))
    return read


@pytest.fixture(scope="module")
def found(library: Library, document: dict[str, Any]) -> tuple[RuleInWords, ...]:
    return rules(library, document)


def _state(line: RuleLine) -> State:
    return State.NOT_AN_ISSUE if "not an issue" in line.lead.en else State.NAMED


def test_every_drive_need_and_barrier_has_its_rule(found: tuple[RuleInWords, ...], library: Library) -> None:
    assert [rule.target for rule in found] == [*library.drives, *library.barriers]
    for rule in found:
        known = library.barriers.get(rule.target) or library.drives[rule.target]
        assert rule.name == (known.nl.name, known.en.name)
        assert rule.kind == ("barrier" if rule.target in library.barriers else library.drives[rule.target].kind)
        assert rule.lines


def test_one_answer_raises_it_as_far_as_the_sentence_says(found: tuple[RuleInWords, ...], checklist: Checklist) -> None:
    """Said by the client; what was only observed is for information, as the first principle says."""
    for rule in found:
        for line in rule.lines:
            for answer in line.answers:
                signal = signal_about(checklist, {answer.item: Answer(_state(line))}, rule.target)
                assert signal is not None
                assert signal.level is line.level
                seen = signal_about(checklist, {answer.item: Answer(_state(line), By.OBSERVED)}, rule.target)
                assert seen is not None
                assert seen.level is SignalLevel.FOR_INFORMATION
                assert answer.label == (checklist.items[answer.item].nl.label, checklist.items[answer.item].en.label)


def test_no_other_answer_raises_it(found: tuple[RuleInWords, ...], checklist: Checklist) -> None:
    for rule in found:
        told = {(answer.item, _state(line)) for line in rule.lines for answer in line.answers}
        raising = {
            (item, state)
            for item in checklist.items
            for state in State
            if signal_about(checklist, {item: Answer(state)}, rule.target)
        }
        assert told == raising


def test_two_together_are_told_where_they_count(found: tuple[RuleInWords, ...], checklist: Checklist) -> None:
    for rule in found:
        two = [line for line in rule.lines if not line.answers]
        firm = {answer.item for line in rule.lines if line.level is SignalLevel.DISCUSS_NOW for answer in line.answers}
        weak = [item for item in rule.items if item not in firm]
        assert bool(two) == (bool(weak) and len(rule.items) > 1)
        for line in two:
            assert line.level is SignalLevel.DISCUSS_NOW
            other = next(item for item in rule.items if item != weak[0])
            states = {answer.item: _state(each) for each in rule.lines for answer in each.answers}
            answers = {weak[0]: Answer(states[weak[0]]), other: Answer(states[other], By.OBSERVED)}
            signal = signal_about(checklist, answers, rule.target)
            assert signal is not None
            assert signal.level is SignalLevel.DISCUSS_NOW


def test_two_hints_against_a_denial_stay_as_low_as_the_principle_says(
    found: tuple[RuleInWords, ...], checklist: Checklist
) -> None:
    """Every rule with two hints and something firm to deny."""
    tried = 0
    for rule in found:
        firm = [answer for line in rule.lines if line.level is SignalLevel.DISCUSS_NOW for answer in line.answers]
        hints = [answer for line in rule.lines if line.level is SignalLevel.FOR_INFORMATION for answer in line.answers]
        for denying in (State.NOT_AN_ISSUE, State.DECLINED) if firm and len(hints) > 1 else ():
            answers = {hint.item: Answer(State.NAMED) for hint in hints[:2]} | {firm[0].item: Answer(denying)}
            signal = signal_about(checklist, answers, rule.target)
            assert signal is not None
            assert signal.level is SignalLevel.FOR_INFORMATION
            tried += 1
    assert tried > 4


def test_rules_from_before_say_nothing_of_a_denial(document: dict[str, Any]) -> None:
    assert principles(document) == (*PRINCIPLES, DENIAL)
    before = {field: value for field, value in document.items() if field != "denial_holds_back"}
    assert principles(before) == principles({}) == PRINCIPLES


def test_a_sentence_reads_as_one(found: tuple[RuleInWords, ...]) -> None:
    rule = next(rule for rule in found if rule.target == "place-and-time")
    lines = [line.say(Language.NL) for line in rule.lines]
    assert lines[0].startswith("Nu bespreken als de cliënt dit noemt: “")
    assert lines[0].endswith("”.")
    assert "” of “" in lines[1]
    assert lines[2] == "Nu bespreken als er twee van deze samenkomen en de cliënt er minstens één zelf noemt."
    assert rule.lines[0].say(Language.EN).startswith("Discuss now when the client names this: “")
    words = rule.words(Language.EN)
    assert words.splitlines()[:2] == [rule.name.en, "in the offer and its rules"]
    assert all(line.say(Language.EN) in words for line in rule.lines)


def test_not_an_issue_is_said_as_it_is(library: Library) -> None:
    label = {"label": "Kan lezen"}
    evidence = [{"barrier": "money", "state": "not_an_issue", "strength": strength} for strength in ("firm", "weak")]
    items = [
        {"id": f"vraag-{n}", "evidence": [piece], "nl": label, "en": {"label": "Can read"}}
        for n, piece in enumerate(evidence)
    ]
    (rule,) = rules(library, {"items": items})
    assert [line.say(Language.NL) for line in rule.lines[:2]] == [
        "Nu bespreken als dit volgens de cliënt niet speelt: “Kan lezen”.",
        "Ter informatie als dit volgens de cliënt niet speelt: “Kan lezen”.",
    ]


def test_a_document_of_another_day(library: Library) -> None:
    """Fields that were not there yet, items and targets that are not there any more; in the order of today, then of the document."""
    old = {
        "version": "2019.1",
        "items": [
            {"id": "vraag-van-toen", "evidence": [{"barrier": "rain"}, {"barrier": "money", "strength": "firm"}]},
            {"id": "vraag-leeg"},
            {"id": "vraag-half", "evidence": [{"drive": "glory", "strength": "weak"}, {}], "nl": {"label": "Half"}},
            {"id": "vraag-drijfveer", "evidence": [{"drive": "competence", "strength": "firm"}], "nl": None, "en": {}},
        ],
    }
    found = rules(library, old)
    assert [(rule.target, rule.kind) for rule in found] == [
        ("competence", "need"), ("money", "barrier"), ("rain", "barrier"), ("glory", "drive"),
    ]  # fmt: skip
    assert (found[2].name.nl, found[2].category.nl) == ("rain", "niet meer in gebruik")
    assert [line.say(Language.EN) for line in found[2].lines] == [
        "For information when the client names this: “vraag-van-toen”."
    ]
    assert found[3].lines[0].answers[0].label == ("Half", "vraag-half")
    assert rules(library, {}) == ()
    assert rules(library, {"version": "2026.1", "themes": [], "items": []}) == ()


@pytest.mark.parametrize("language", Language)
def test_as_text(
    library: Library, document: dict[str, Any], found: tuple[RuleInWords, ...], language: Language
) -> None:
    said, *paragraphs = rules_as_text(library, document, language)
    assert said.splitlines() == [f"- {each.say(language)}" for each in (*PRINCIPLES, DENIAL)]
    assert [paragraph.splitlines()[0] for paragraph in paragraphs] == [
        f"{rule.name.say(language)} ({rule.category.say(language)})" for rule in found
    ]
    assert [len(paragraph.splitlines()) - 1 for paragraph in paragraphs] == [len(rule.lines) for rule in found]
