import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance_kb.language import Language
from guidance_kb.search.language.folding import ranges, words
from guidance_kb.search.language.stems import stemming
from guidance_kb.search.query.parser import Analysed, analyse, analyzer

CHAINS = {language: analyzer(language) for language in Language}


def test_a_query_word_has_its_folded_form_its_stem_and_its_place() -> None:
    assert analyse("De Drempels", CHAINS[Language.NL]) == [
        Analysed("de", "de", 0, 2),
        Analysed("drempels", "drempel", 3, 11),
    ]


@pytest.mark.parametrize("language", list(Language))
@given(text=st.text())
def test_the_chain_and_the_short_way_give_the_same(language: Language, text: str) -> None:
    chain = analyse(text, CHAINS[language])
    assert [word.word for word in chain] == words(text)
    assert [word.stem for word in chain] == stemming(language).stems(words(text))
    assert [(word.start, word.end) for word in chain] == ranges(text)
