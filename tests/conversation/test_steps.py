"""The step that a card proposes, by what was named."""

import pytest

from guidance_kb.conversation.answers import Answer, By, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.consent import PRIVATE_ITEMS, PRIVATE_TARGETS
from guidance_kb.conversation.steps import fits, known_step, step_for
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Barrier, StepText, StepVariant
from guidance_kb.language import Text

TAKERS = ("client", "counselor", "service")
NAMED = Answer(State.NAMED)


@pytest.fixture
def card(library: Library) -> Barrier:
    """A card with variants of our own: two for the counselor, of which the second asks for less, and one for the client."""
    return library.barriers["transport"]._replace(
        variants=(
            _variant("counselor", ("a", "b"), (), "both"),
            _variant("client", ("b",), (), "for the client"),
            _variant("counselor", ("a",), ("c",), "one"),
        )
    )


def _variant(who: str, when: tuple[str, ...], unless: tuple[str, ...], step: str) -> StepVariant:
    return StepVariant(who, when, unless, StepText(f"nl {step}", "nl"), StepText(step, "en"))  # type: ignore[arg-type]


def _step(card: Barrier, answers: dict[str, Answer], who: str = "counselor") -> str:
    return step_for(card, who, answers).en


def test_the_first_that_fits_counts(card: Barrier) -> None:
    assert _step(card, {"a": NAMED, "b": NAMED}) == "both"
    assert _step(card, {"a": NAMED}) == "one"
    assert _step(card, {"b": NAMED}) == card.en.step_counselor
    assert _step(card, {"b": NAMED}, "client") == "for the client"
    assert _step(card, {"b": NAMED}, "service") == card.en.step_service


def test_none_fits_where_an_item_that_it_excludes_was_named(card: Barrier) -> None:
    assert _step(card, {"a": NAMED, "c": NAMED}) == card.en.step_counselor
    assert _step(card, {"a": NAMED, "c": Answer(State.NOT_AN_ISSUE)}) == "one"


@pytest.mark.parametrize("state", [State.NOT_AN_ISSUE, State.NOT_DISCUSSED, State.DECLINED])
@pytest.mark.parametrize("by", By)
def test_only_what_was_named_counts(card: Barrier, state: State, by: By) -> None:
    assert _step(card, {"a": Answer(state, by, "a note")}) == card.en.step_counselor
    assert _step(card, {"a": Answer(State.NAMED, by)}) == "one"


def test_a_step_is_known_by_its_words_in_either_language(card: Barrier) -> None:
    assert known_step(card, "counselor", "nl one") == Text("nl one", "one")
    assert known_step(card, "counselor", card.nl.step_counselor) == Text(card.nl.step_counselor, card.en.step_counselor)
    assert known_step(card, "client", "one") is None
    assert known_step(card, "counselor", "") is None


def test_without_answers_every_card_proposes_its_general_step(library: Library) -> None:
    for barrier in library.barriers.values():
        general = (barrier.nl.step_client, barrier.nl.step_counselor, barrier.nl.step_service)
        assert tuple(step_for(barrier, who, {}).nl for who in TAKERS) == general
    for drive in library.drives.values():
        general = (drive.en.step_client, drive.en.step_counselor, "")
        assert tuple(step_for(drive, who, {}).en for who in TAKERS) == general


def test_every_variant_is_proposed_to_somebody(library: Library) -> None:
    for target in (*library.barriers.values(), *library.drives.values()):
        for variant in target.variants:
            answers = dict.fromkeys(variant.when, NAMED)
            assert fits(variant, answers)
            assert step_for(target, variant.who, answers) == Text(variant.nl.step, variant.en.step), variant


def test_a_step_tells_nothing_of_health_debts_or_the_law(library: Library, checklist: Checklist) -> None:
    """It is kept without consent, unless its card is about one of them."""
    for target in (*library.barriers.values(), *library.drives.values()):
        named = {item for variant in target.variants for item in (*variant.when, *variant.unless)}
        assert named <= set(checklist.items)
        assert target.id in PRIVATE_TARGETS or not named & PRIVATE_ITEMS
