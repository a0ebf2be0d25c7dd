import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance_kb.search.language.compounds import LONGEST, compounds
from guidance_kb.search.language.vocabulary import Vocabulary
from tests.rows import rows
from tests.search.compound_words import LINKED, SPLITS, WHOLE

KNOWN = {
    "kind",
    "opvang",
    "toeslag",
    "kinderopvang",
    "taal",
    "tolk",
    "telefoon",
    "gezondheid",
    "zorg",
    "onder",
    "wijs",
    "les",
    "arm",
}


@pytest.fixture(scope="module")
def vocabulary(knowledge_db: Path) -> Iterator[Vocabulary]:
    with closing(sqlite3.connect(knowledge_db)) as connection:
        yield Vocabulary(connection)


@rows("parts", SPLITS.split())
def test_compounds_of_the_content_and_of_everyday_speech(vocabulary: Vocabulary, parts: str) -> None:
    assert vocabulary.split(parts.replace("+", "")) == tuple(parts.split("+"))


@rows("word", LINKED)
def test_compounds_with_letters_between_the_parts(vocabulary: Vocabulary, word: str) -> None:
    assert vocabulary.split(word) == LINKED[word]


@rows("word", WHOLE.split())
def test_words_that_only_look_like_compounds(vocabulary: Vocabulary, word: str) -> None:
    assert vocabulary.split(word) == ()


def test_the_table_is_large_enough() -> None:
    assert len({*SPLITS.split(), *LINKED}) >= 120
    assert len(set(WHOLE.split())) >= 60


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("kinderopvangtoeslag", ("kinderopvang", "toeslag")),  # the fewest parts
        ("tolkentelefoon", ("tolk", "telefoon")),
        ("gezondheidszorg", ("gezondheid", "zorg")),
        ("taalles", ("taal", "les")),
        ("kind", ()),
        ("opvangs", ()),  # nothing links to nothing
        ("opvangxzorg", ()),
        ("onderwijs", ()),
        ("armzorg", ()),  # three letters, and not among the short parts
        ("", ()),
        ("zorg" * 20, ()),  # longer than anything that is taken apart
    ],
)
def test_the_rules(word: str, parts: tuple[str, ...]) -> None:
    assert compounds().split(word, KNOWN) == parts


def test_the_last_part_may_be_a_form_of_a_known_word() -> None:
    assert compounds().split("taalzorgen", KNOWN) == ()
    assert compounds().split("taalzorgen", KNOWN, {"zorgen"}) == ("taal", "zorgen")


def test_a_word_is_no_compound_of_itself() -> None:
    assert compounds().split("kinderopvang", {"kinderopvang"}) == ()


@given(word=st.text(max_size=LONGEST + 5) | st.text("aelnrst", max_size=LONGEST))
def test_the_parts_stand_in_the_word_in_order(word: str) -> None:
    at = 0
    for part in compounds().split(word, {"lente", "last", "staal", "traan", "natte", "raaste"}):
        at = word.index(part, at) + len(part)
    assert at <= len(word)
