"""The vignettes on the real checklist: what should appear does, at that level, and nothing else does. `docs/vignettes.md` tells how."""

from collections import Counter
from hashlib import sha256
from pathlib import Path

from guidance_kb.conversation.answers import Answer, By, State
from guidance_kb.conversation.assessment import assess
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.next_questions import gaps, proposals
from guidance_kb.conversation.verdicts import dismissed
from guidance_kb.knowledge.authoring.fairness import protected_word
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language
from tests.conversation.vignettes import BLIND, CATEGORIES, LEVELS, Vignette, blind, expected_first, vignettes
from tests.conversation.vignettes.table import as_markdown
from tests.rows import rows

PAGE = Path(__file__).parents[2] / "docs" / "vignettes.md"
EVERY = {vignette.id: vignette for vignette in vignettes()}
PAIRS = [(v, EVERY[v.pair]) for v in EVERY.values() if v.pair is not None and v.id < v.pair]

each = rows("vignette", EVERY.values(), ids=lambda vignette: vignette.id)
each_pair = rows(("one", "other"), PAIRS, ids=lambda vignette: vignette.id)


def _raised(vignette: Vignette, checklist: Checklist) -> dict[str, str]:
    return {signal.target: signal.level.value for signal in vignette.play(checklist).signals}


@each
def test_what_is_expected_appears_and_nothing_else(vignette: Vignette, checklist: Checklist) -> None:
    raised, expected = _raised(vignette, checklist), vignette.levels
    differ = {target for target in raised | expected if raised.get(target) != expected.get(target)}
    assert differ == set(vignette.open), {target: (expected.get(target), raised.get(target)) for target in differ}


@each
def test_what_must_not_appear_does_not(vignette: Vignette, checklist: Checklist) -> None:
    never = vignette.expect["never"]
    assert never
    assert not never & set(vignette.levels)
    assert not (never - set(vignette.open)) & set(_raised(vignette, checklist))


@each
def test_what_was_not_discussed_is_a_gap(vignette: Vignette, checklist: Checklist) -> None:
    assert vignette.expect["gaps"] <= set(gaps(checklist, vignette.play(checklist).answers))


@each
def test_what_was_set_aside(vignette: Vignette, checklist: Checklist) -> None:
    session = vignette.play(checklist)
    assert dismissed(session.verdicts, session.signals) == vignette.expect["set_aside"]


@each
def test_it_names_what_there_is(vignette: Vignette, checklist: Checklist, library: Library) -> None:
    assert vignette.category in CATEGORIES
    assert set(vignette.because) <= set(library.sections)
    assert {*vignette.answers, *vignette.then, *vignette.expect["gaps"]} <= set(checklist.items)
    named = {target for kind in (*LEVELS, "never", "set_aside") for target in vignette.expect[kind]}
    assert named | {*vignette.also, *vignette.open, *vignette.changed} <= {*checklist.drives, *checklist.barriers}
    assert vignette.why
    assert all(vignette.story[language] for language in ("nl", "en"))


@each
def test_a_changed_expectation_says_why(vignette: Vignette) -> None:
    first, now = expected_first(vignette), vignette.expect
    kinds = {**{kind: kind for kind in (*LEVELS, "never", "set_aside")}, "gap": "gaps"}
    changed = {target for kind, field in kinds.items() for target in first.get(kind, set()) ^ now[field]}
    assert {
        target for target in changed if target not in vignette.also and f"`{target}`" not in vignette.settled
    } == set()
    assert bool(vignette.settled) == bool(changed - set(vignette.also))
    assert all([*vignette.also.values(), *vignette.open.values(), *vignette.changed.values()])


@each
def test_a_changed_rule_gives_what_was_expected_blind(vignette: Vignette, checklist: Checklist) -> None:
    raised, first = _raised(vignette, checklist), expected_first(vignette)
    expected = {target: level for level in LEVELS for target in first.get(level, ())}
    assert {target for target in vignette.changed if raised.get(target) != expected.get(target)} == set()


def test_what_was_expected_blind_was_not_changed_afterwards() -> None:
    written = BLIND.read_text("utf-8")  # as text: a checkout may end lines otherwise
    assert sha256(written.encode()).hexdigest() == "a0ade4edee2e87935e38a7ed091e8223804ff71fb0740a387735a94b2838f4e9"
    assert set(blind()) == {vignette.id for vignette in EVERY.values() if vignette.category != "denied"}


@each_pair
def test_words_on_groups_make_no_difference(
    one: Vignette, other: Vignette, checklist: Checklist, library: Library
) -> None:
    assert other.pair == one.id
    assert one.texts != other.texts

    def ticks(vignette: Vignette) -> dict[str, Answer]:
        return {item: Answer(answer.state, answer.by) for item, answer in vignette.answers.items()}

    def came(vignette: Vignette) -> object:
        session = vignette.play(checklist)
        return (
            session.signals,
            proposals(checklist, session.answers),
            [assess(library, checklist, session.answers, language) for language in Language],
        )

    assert ticks(one) == ticks(other)
    assert came(one) == came(other)


@each
def test_words_on_groups_stand_in_pairs_only(vignette: Vignette) -> None:
    assert vignette.pair or not [word for text in vignette.texts if (word := protected_word(text))]


def test_there_is_one_of_each() -> None:
    barriers_expected = {v.id: bool({*v.expect["discuss_now"], *v.expect["for_information"]}) for v in EVERY.values()}
    assert set(CATEGORIES) == {vignette.category for vignette in EVERY.values()}
    assert sum(not expected for expected in barriers_expected.values()) >= 6
    assert len(PAIRS) >= 5
    assert sum(_only_observed(vignette) for vignette in EVERY.values()) >= 3
    assert any(vignette.expect["set_aside"] for vignette in EVERY.values())
    assert max(len(vignette.answers) for vignette in EVERY.values()) >= 20
    assert Counter(state for v in EVERY.values() for state in {a.state for a in v.answers.values()}).keys() == set(
        State
    )


def _only_observed(vignette: Vignette) -> bool:
    return not vignette.then and {a.by for a in vignette.answers.values()} == {By.OBSERVED}


def test_the_page_is_what_the_command_prints(checklist: Checklist) -> None:
    assert as_markdown(checklist) in PAGE.read_text("utf-8"), (
        "python -m tests.conversation.vignettes, into docs/vignettes.md"
    )
