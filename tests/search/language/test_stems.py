"""Stems: which forms of a word meet, and which words stay apart."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance_kb.language import Language
from guidance_kb.paths import RESOURCES
from guidance_kb.search.language.folding import words
from guidance_kb.search.language.stems import Stemming, stemming
from tests.rows import rows
from tests.search.stem_words import APART_EN, APART_NL, MEET_EN, MEET_NL

NL, EN = Language.NL, Language.EN
FORMS = [(language, line) for language, table in ((NL, MEET_NL), (EN, MEET_EN)) for line in table.strip().splitlines()]
PAIRS = [
    (language, *pair.split())
    for language, table in ((NL, APART_NL), (EN, APART_EN))
    for line in table.strip().splitlines()
    for pair in line.split(" · ")
]


def stem(word: str, language: Language) -> str:
    (folded,) = words(word)
    return stemming(language).stem(folded)


@rows(("language", "forms"), FORMS)
def test_the_forms_of_a_word_meet(language: Language, forms: str) -> None:
    first, *others = forms.split()
    assert {form: stem(form, language) for form in others} == dict.fromkeys(others, stem(first, language))


@rows(("language", "first", "second"), PAIRS)
def test_other_words_stay_apart(language: Language, first: str, second: str) -> None:
    assert stem(first, language) != stem(second, language)


def test_the_tables_are_large_enough() -> None:
    for language, meet, apart in ((NL, 150, 60), (EN, 50, 25)):
        assert sum(len(forms.split()) - 1 for of, forms in FORMS if of is language) >= meet
        assert len({pair for pair in PAIRS if pair[0] is language}) >= apart


@pytest.mark.parametrize("language", list(Language))
@given(text=st.text())
def test_a_stem_is_one_word_and_never_empty(language: Language, text: str) -> None:
    for one in stemming(language).stems(words(text)):
        assert one
        assert " " not in one


@pytest.mark.parametrize("name", ["dutch", "english"])
def test_the_data_is_folded_and_gives_a_form_to_one_word(name: str) -> None:
    data = tomllib.loads((RESOURCES / "language" / f"{name}.toml").read_text("utf-8"))
    tables = [table for table in data.values() if isinstance(table, dict)]
    lists = [one for one in data.values() if isinstance(one, list)]
    for forms in [*([form for row in table.items() for form in " ".join(row).split()] for table in tables), *lists]:
        assert words(" ".join(forms)) == forms
        assert len(set(forms)) == len(forms)


def test_stop_words_and_negations_do_not_overlap() -> None:
    for language in Language:
        assert not stemming(language).stop & stemming(language).negation


def test_a_full_memory_starts_afresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guidance_kb.search.language.stems._REMEMBERED", 2)
    stemmer = Stemming(Language.EN, {})
    assert [stemmer.stem(word) for word in ("barriers", "skills", "debts", "barriers")] == [
        "barrier",
        "skill",
        "debt",
        "barrier",
    ]


def test_data_of_another_shape_is_no_data() -> None:
    assert Stemming(Language.EN, {"stop": "the", "stems": ["a"]}).stop == frozenset()
