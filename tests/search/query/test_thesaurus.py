import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from guidance_kb.language import Language
from guidance_kb.search.language.folding import words
from guidance_kb.search.language.stems import stemming
from guidance_kb.search.query import thesaurus
from guidance_kb.search.query.thesaurus import Label, Match, Thesaurus, ThesaurusConcept, label


def concept(name: str, nl: list[str], en: list[str]) -> ThesaurusConcept:
    def labels(texts: list[str], language: Language) -> tuple[Label, ...]:
        made = [label(text, stemming(language)) for text in texts]
        return tuple(one for one in made if one is not None)

    return ThesaurusConcept(name, labels(nl, Language.NL), labels(en, Language.EN))


CHILDCARE = concept("childcare", ["kinderopvang", "geen oppas", "wie past er op de kinderen"], ["childcare"])
SITTER = concept("sitter", ["oppas"], ["babysitter"])
FEAR = concept("fear", ["hij durft niet"], ["does not dare"])
STAGE = concept("stage", ["stage"], ["internship"])
PHASE = concept("phase", ["fase"], ["stage"])
THESAURUS = Thesaurus([CHILDCARE, SITTER, FEAR, STAGE, PHASE])


def find(query: str, first: Language = Language.NL) -> list[Match]:
    stems = {language: stemming(language).stems(words(query)) for language in Language}
    return THESAURUS.find(stems, first)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("kinderopvang", [Match(CHILDCARE, (0,))]),
        ("childcare", [Match(CHILDCARE, (0,))]),
        ("oppas", [Match(SITTER, (0,))]),
        ("geen oppas", [Match(CHILDCARE, (0, 1))]),
        ("oppas, die heeft zij geen", [Match(CHILDCARE, (0, 4))]),
        ("wie past er vanavond op mijn kinderen", [Match(CHILDCARE, (1, 6))]),
        ("ze durft het echt niet", [Match(FEAR, (1, 4))]),
        ("durft", []),
        ("niet", []),
        ("geen kinderopvang en geen oppas", [Match(CHILDCARE, (0, 4)), Match(CHILDCARE, (1,))]),
        ("", []),
    ],
)
def test_concepts_in_a_query(query: str, expected: list[Match]) -> None:
    assert find(query) == expected


def test_a_word_of_both_languages_is_read_in_the_language_asked() -> None:
    assert find("stage", Language.NL) == [Match(STAGE, (0,))]
    assert find("stage", Language.EN) == [Match(PHASE, (0,))]


def test_a_label_of_stop_words_only_keeps_them() -> None:
    assert label("wie is er", stemming(Language.NL)) == Label("wie is er", ("wie", "is", "er"))


def test_a_label_without_a_word_is_none() -> None:
    assert label("…", stemming(Language.NL)) is None


def test_reading_knows_which_labels_the_content_uses(sample_db: Path) -> None:
    with closing(sqlite3.connect(sample_db)) as connection:
        read = thesaurus.read(connection)
        (match,) = read.find({Language.NL: ["drempel"], Language.EN: ["drempel"]}, Language.NL)
    assert [(one.text, one.used) for one in match.concept.nl] == [
        ("belemmering", True),
        ("drempel", True),
        ("barrière", False),
    ]
    assert [(one.text, one.used) for one in match.concept.en] == [
        ("barrier", True),
        ("threshold", True),
        ("obstacle", True),
    ]
