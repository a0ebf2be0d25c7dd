"""Steps in the content: each says one thing, and a variant names items that exist and can be reached."""

import pytest

from guidance_kb.knowledge.authoring.steps import choice_left
from guidance_kb.language import Language
from tests.knowledge.authoring.folder import SIGNALS, ContentFolder

BARRIER = "barrier care-duties"
LAST = 'step_service = "Finds out about childcare."\n'


def variant(who: str = "client", when: str = '"vraag-zorg"', unless: str = "", step: str = "Belt een buur.") -> str:
    return (
        f'[[barrier.variants]]\nwho = "{who}"\nwhen = [{when}]\nunless = [{unless}]\n'
        f'nl = {{ step = "{step}", said = "U belt een buur." }}\nen = {{ step = "Rings.", said = "You ring." }}\n'
    )


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("Doet de aanvraag, of maakt een afspraak.", Language.NL, "of"),
        ("Zoekt een cursus of een boek.", Language.NL, "of"),
        ("Kiest een dag.", Language.NL, "Kiest"),
        ("U kiest een dag.", Language.NL, "U kiest"),
        ("U komt. U kiest een dag.", Language.NL, "U kiest"),
        ("Rings, or writes.", Language.EN, "or"),
        ("Picks a day.", Language.EN, "Picks"),
        ("You choose a day.", Language.EN, "You choose"),
        ("Gaat na of er opvang is.", Language.NL, None),
        ("Zoekt uit of er geld is.", Language.NL, None),
        ("Vraagt of de werkgever betaalt.", Language.NL, None),
        ("Wij vragen om een cursus die u zelf kiest.", Language.NL, None),
        ("Asks whether the employer pays for the work.", Language.EN, None),
    ],
)
def test_a_step_that_leaves_a_choice_open_is_noticed(text: str, language: Language, word: str | None) -> None:
    assert choice_left(text, language) == word


def test_the_build_refuses_a_step_with_a_choice(folder: ContentFolder) -> None:
    folder.change(SIGNALS, "Vraagt iemand om op te passen.", "Vraagt een buur of een vriend om op te passen.")
    assert [problem[:3] for problem in folder.problems()] == [(SIGNALS, BARRIER, "nl.step_client")]


@pytest.mark.parametrize(
    ("variants", "field", "says"),
    [
        (variant(step="Belt een buur of een vriend."), "variants.1.nl.step", "says one thing"),
        (variant(when='"vraag-geld"'), "variants.1.when", "no item is called “vraag-geld”"),
        (variant(unless='"vraag-geld"'), "variants.1.unless", "no item is called “vraag-geld”"),
        (variant(when='"vraag-zorg", "vraag-zorg"'), "variants.1.when", "stands here twice"),
        (variant() + variant(unless='"vraag-zorg"'), "variants.2.when", "never counts"),
        (variant(step="Belt de kerk."), "variants.1.nl.step", "“kerk” names"),
    ],
)
def test_a_mistake_in_a_variant_is_reported_where_it_stands(
    folder: ContentFolder, variants: str, field: str, says: str
) -> None:
    folder.change(SIGNALS, LAST, LAST + variants)
    problems = folder.problems()
    assert [problem[:3] for problem in problems] == [(SIGNALS, BARRIER, field)]
    assert says in problems[0][3]


@pytest.mark.parametrize("later", [variant("counselor"), variant(when='"vraag-zorg"', unless="")])
def test_only_an_earlier_one_for_the_same_person_hides_another(folder: ContentFolder, later: str) -> None:
    narrow = variant(unless='"vraag-zorg"')
    folder.change(SIGNALS, LAST, LAST + narrow + later)
    assert folder.problems() == []
