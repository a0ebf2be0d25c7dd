"""Everything that a client hears or reads is plain language; the promise of the product, held against every text of it."""

from collections import Counter

import pytest
from tools.client_texts import FOR_THE_COUNSELOR, ClientText, client_texts

from guidance_kb.documents.privacy_texts import privacy_texts
from guidance_kb.knowledge.authoring.plain_language import all_findings, findings
from guidance_kb.knowledge.authoring.plain_words import lists
from guidance_kb.knowledge.authoring.readability import Figures, measure
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language


@pytest.fixture(scope="module")
def every(library: Library) -> list[ClientText]:
    return list(client_texts(library))


def test_every_text_is_plain(every: list[ClientText]) -> None:
    found = [
        (text.of, text.field, finding.say().en) for text in every for finding in findings(text.text, text.language)
    ]
    assert found == []


def test_every_kind_of_text_is_there(every: list[ClientText], library: Library) -> None:
    of = Counter(text.of for text in every if text.language is Language.NL)
    assert {*library.items, *library.barriers, *library.drives} <= set(of)
    assert of["client-page"] > len(library.barriers)
    assert of["access-page"] > 50
    assert {name.removeprefix("privacy:") for name in of if name.startswith("privacy:")} | FOR_THE_COUNSELOR == {
        each.id for each in privacy_texts()
    }
    assert of == Counter(text.of for text in every if text.language is Language.EN)
    closing = [text.text for text in every if (text.of, text.field) == ("client-page", "closing")]
    assert any("Lukt iets niet?" in text for text in closing)


@pytest.mark.parametrize("language", Language)
def test_every_exception_is_needed(every: list[ClientText], language: Language) -> None:
    found = {
        (finding.rule.value, finding.found.casefold())
        for text in every
        if text.language is language
        for finding in all_findings(text.text, language)
    }
    excepted = {(each.rule, each.found.casefold()) for each in lists(language).excepted}
    assert excepted <= found


@pytest.mark.parametrize("language", Language)
def test_questions_read_easily_by_the_formulas_too(every: list[ClientText], language: Language) -> None:
    """“Very easy” is 90 and more, with Flesch as with Douma; Brouwer's is 80 and more."""
    asked = [text.text for text in every if text.field in ("open", "softer", "follow_up") and text.language is language]
    figures = sum((measure(text, language) for text in asked), Figures())
    assert figures.words_a_sentence < 10
    assert figures.reading_ease(language) > 90
    assert language is Language.EN or figures.reading_index > 80
