"""Notes name sections as the report does."""

import re

import pytest

from guidance_kb.knowledge.authoring.section_references import by_number, in_words
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language, Text

TITLES = {
    "2.2/invloed": Text("Invloed", "Influence"),
    "3.1/5a": Text("Slovenië, vraag 5a", "Slovenia, question 5a"),
    "4.2/9": Text("Aanbeveling 9: Eén", "Recommendation 9: One"),
}


@pytest.mark.parametrize(
    ("text", "nl", "en"),
    [
        ("Volgens 2.2/invloed.", "Volgens §2.2 onder ‘Invloed’.", "Volgens §2.2 under ‘Influence’."),
        ("a (3.1/5a, 4.2/9)", "a (§3.1 bij vraag 5a, §4.2 bij aanbeveling 9)", "a (§3.1 under question 5a, §4.2 under recommendation 9)"),
        ("Section 2.2/invloed says", "Section 2.2 onder ‘Invloed’ says", "Section 2.2 under ‘Influence’ says"),
        ("3/4 van 9.9/nergens", "3/4 van 9.9/nergens", "3/4 van 9.9/nergens"),
    ],
)  # fmt: skip
def test_an_id_becomes_number_and_title(text: str, nl: str, en: str) -> None:
    assert in_words(text, TITLES, Language.NL) == nl
    assert in_words(text, TITLES, Language.EN) == en


def test_the_index_gets_only_numbers() -> None:
    assert by_number("Volgens 2.2/invloed, in 3.1/5a; 3/4 deel") == "Volgens 2.2, in 3.1; 3/4 deel"


def test_no_text_of_ours_shows_an_inner_name(library: Library) -> None:
    texts = [
        text for entry in library.entries() for each in (entry.nl, entry.en) for text in each if isinstance(text, str)
    ]
    texts += [text for country in library.countries.values() for text in country.note or ()]
    texts += [text for work in library.works.values() for text in work.note or ()]
    assert not [text for text in texts if re.search(r"\d\.\d/\w", text)]
