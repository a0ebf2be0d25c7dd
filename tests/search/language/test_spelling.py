import sqlite3
from contextlib import closing
from math import inf
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance_kb.language import Language
from guidance_kb.search.language.spelling import Speller, distance, is_abbreviation
from guidance_kb.search.language.vocabulary import Vocabulary
from tests.rows import rows
from tests.search.planning import vocabulary

NL, EN = Language.NL, Language.EN
SPELLER = Speller(
    vocabulary(
        {
            "drempel": 5,
            "drempels": 2,
            "vervoer": 3,
            "vervoeg": 1,
            "internet": 9,
            "schaamte": 4,
            "geld": 50,
            "veld": 1,
            "drie": 0,
        }
    )
)


@pytest.fixture(scope="module")
def real(knowledge_db: Path) -> Speller:
    with closing(sqlite3.connect(knowledge_db)) as connection:
        return Speller(Vocabulary(connection))


@rows(
    ("typed", "meant"),
    [
        ("drempl", "drempel"),
        ("drmepel", "drempel"),
        ("drempell", "drempel"),
        ("deempel", "drempel"),
        ("dremples", "drempels"),
        ("vervoet", "vervoer"),
        ("interent", "internet"),
        ("schaamet", "schaamte"),
        ("gled", "geld"),
        ("gekd", ""),  # so short a word with another letter is rather another word
        ("dtempel", "drempel"),
        ("grempel", ""),  # people notice a wrong first letter
        ("gremple", ""),  # two errors, and the first letter is one of them
        ("drei", "drie"),  # a word of the thesaurus that stands in no text
        ("xyzzy", ""),
        ("gel", ""),  # too short
        ("gxxd", ""),  # two errors in a short word
        ("2014", ""),
        ("geld5", ""),
        ("", ""),
        ("drempel" * 9, ""),
    ],
)
def test_what_was_meant(typed: str, meant: str) -> None:
    assert SPELLER.meant(typed, NL) == meant


@rows(
    ("typed", "meant"),
    [
        ("gezondhied", "gezondheid"),
        ("autonnomie", "autonomie"),
        ("wachtlijts", "wachtlijst"),
        ("gevangneis", "gevangenis"),
        ("bibliotheel", "bibliotheek"),
        ("schoolverlatres", "schoolverlaters"),
        ("belemering", "belemmering"),
        ("motivtie", "motivatie"),
        ("begelieding", "begeleiding"),
        ("verplihct", "verplicht"),
        ("kinderopvnag", "kinderopvang"),
        ("diplma", "diploma"),
        ("shculden", "schulden"),
        ("vertouwen", "vertrouwen"),
        ("laaggeleterd", "laaggeletterd"),
        ("mantelsorg", "mantelzorg"),
        ("werkgerer", "werkgever"),
        ("tevooruit", ""),
    ],
)
def test_words_of_the_content(real: Speller, typed: str, meant: str) -> None:
    assert real.meant(typed, NL) == meant


@pytest.mark.parametrize("typed", ["intepreter", "interpretr", "inetrpreter"])
def test_a_correction_is_never_in_the_other_language(real: Speller, typed: str) -> None:
    assert real.meant(typed, EN) == "interpreter"
    assert not real.meant(typed, NL)


@pytest.mark.parametrize("typed", ["donkere", "adhd", "modus"])
def test_words_that_only_look_like_others_are_left_alone(real: Speller, typed: str) -> None:
    assert not real.meant(typed, NL)
    assert not real.meant(typed, EN)


@pytest.mark.parametrize(
    ("typed", "abbreviation"),
    [
        ("ADHD", True),
        ("UWV", True),
        ("HBO-V", True),
        ("wvggz", True),
        ("adhd", False),
        ("KINDEROPVAGN", False),
        ("Iers", False),
    ],
)
def test_an_abbreviation_is_known_by_its_looks(typed: str, abbreviation: bool) -> None:
    assert is_abbreviation(typed) is abbreviation


@pytest.mark.parametrize(
    ("typed", "nearer", "further"),
    [
        pytest.param("vervoet", "vervoer", "vervoes", id="a key beside it"),
        pytest.param("gled", "geld", "glad", id="two letters that changed places"),
        pytest.param("leiden", "lijden", "lopen", id="what sounds alike"),
        pytest.param("allles", "alles", "allies", id="a letter too often"),
        pytest.param("gedl", "geld", "bedl", id="the first letter is seldom wrong"),
    ],
)
def test_what_fingers_and_ears_do_costs_less(typed: str, nearer: str, further: str) -> None:
    assert distance(typed, nearer, 2, 9.0) < distance(typed, further, 2, 9.0)


@given(word=st.text("abcde", max_size=9))
def test_a_word_is_at_no_distance_from_itself(word: str) -> None:
    assert distance(word, word, 2, 9.0) == 0.0


@given(typed=st.text("abcde", min_size=1, max_size=8), word=st.text("abcde", min_size=1, max_size=8))
def test_different_words_are_apart(typed: str, word: str) -> None:
    assert (distance(typed, word, 2, 99.0) == 0.0) == (typed == word)


def test_it_stops_when_it_will_be_too_much() -> None:
    assert distance("abcdef", "uvwxyz", 2, 1.0) == inf


@given(word=st.text())
def test_no_word_is_an_error(word: str) -> None:
    assert isinstance(SPELLER.meant(word, NL), str)
