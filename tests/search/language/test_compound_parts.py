from collections.abc import Iterator
from contextlib import closing

import pytest

from guidance_kb.language import Language
from guidance_kb.search.language.compounds import NEARBY, CompoundParts
from guidance_kb.search.query.plan import Closeness, Mode, Pattern, Term
from guidance_kb.search.searcher import Searcher
from tests.search.planning import plan, vocabulary
from tests.search.samples import Document, make_database

COMPOUNDING = CompoundParts(vocabulary({"taal": 30, "les": 2, "nacht": 0, "dienst": 4}))


def only(query: str) -> Term:
    ((term,),) = plan(query).clauses
    return term


def test_a_part_finds_the_compound_in_dutch_text_only() -> None:
    term = only("opvang ")
    pattern = Pattern(Closeness.COMPOUND, ("kinderopvang",), stemmed=True, label="kinderopvang")
    assert pattern in term.nl
    assert all(other.closeness is not Closeness.COMPOUND for other in term.en)


def test_a_compound_finds_its_parts_near_each_other() -> None:
    term = only("taallessen ")
    assert Pattern(Closeness.PARTS, ("tal", "les"), stemmed=True, spread=NEARBY, label="taal + lessen") in term.nl


def test_one_part_is_for_when_nothing_is_found() -> None:
    found = plan("taallessen ")
    assert found.widened(Mode.FEW).clauses == found.clauses
    ((term,),) = found.clauses
    assert not any(pattern.closeness is Closeness.PART for pattern in term.nl)
    ((wide,),) = found.widened(Mode.ANY).clauses
    assert {pattern.label for pattern in wide.nl if pattern.closeness is Closeness.PART} == {"taal", "lessen"}
    assert not wide.parts
    assert found.widened(Mode.ANY).mode is Mode.ALL, "there is only one word"


def test_the_rarer_part_says_more_and_together_they_are_one() -> None:
    term = COMPOUNDING.add(Term("taalles", (Pattern(Closeness.EXACT, ("taalles",), stemmed=False),), ()))
    shares = {pattern.label: pattern.share for pattern in term.parts}
    assert shares["les"] > shares["taal"]
    assert sum(shares.values()) == pytest.approx(1.0, abs=0.01)


def test_a_part_that_stands_nowhere_is_not_searched_for() -> None:
    term = COMPOUNDING.add(Term("nachtdienst", (Pattern(Closeness.EXACT, ("nachtdienst",), stemmed=False),), ()))
    assert [(pattern.label, pattern.share) for pattern in term.parts] == [("dienst", 1.0)]


@pytest.mark.parametrize("query", ['"opvang"', "opvang*", "geld"])
def test_what_is_literal_or_no_compound_stays_as_it_is(query: str) -> None:
    term = only(query)
    assert {pattern.closeness for pattern in term.nl} <= {Closeness.EXACT, Closeness.STEM, Closeness.PREFIX}
    assert not term.parts


def test_a_hyphenated_word_is_found_by_its_parts_too() -> None:
    term = only("drempel-opvang")
    assert [pattern.label for pattern in term.nl if pattern.closeness is Closeness.PARTS] == ["drempel + opvang"]
    assert {pattern.label for pattern in term.parts} == {"opvang"}  # the other stands nowhere


def test_an_excluded_word_excludes_no_compound() -> None:
    (term,) = plan("geld -opvang").excluded
    assert [pattern.closeness for pattern in term.nl] == [Closeness.EXACT, Closeness.STEM]


def test_the_parts_of_many_words_do_not_fill_the_memory() -> None:
    compounding = CompoundParts(vocabulary({"taal": 1, "les": 1}))
    for number in range(1001):
        compounding.parts(f"woord{number}")
    assert compounding.parts("taalles") == compounding.parts("taalles") == ("taal", "les")
    assert len(compounding._parts) < 1000


def test_the_parts_together_name_a_concept() -> None:
    assert [expansion.concept for expansion in only("bangfalen").expansions] == ["c-fear"], "bang om te falen"
    assert not only("bangtaal").expansions, "one part is not enough"


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    texts = {
        "word": "Wie een schuld heeft, stelt leren uit.",
        "compound": "Schuldenproblematiek houdt mensen tegen.",
        "parts": "De problematiek van schulden houdt mensen tegen.",
        "childcare": "Er is kinderopvang tijdens de les.",
        "care": "Er is opvang tijdens de les.",
    }
    documents = [
        Document(name, "finding", ("Titel", "", text), ("Title", "", "Nothing.")) for name, text in texts.items()
    ]
    with closing(
        Searcher(make_database(tmp_path_factory.mktemp("compounds") / "compounds.db", documents, {}))
    ) as opened:
        yield opened


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("schuld ", ["word", "parts", "compound"]),
        ("schuldenproblematiek ", ["compound", "parts"]),
        ("opvang ", ["care", "childcare"]),
        ("kinderopvang ", ["childcare"]),
    ],
)
def test_the_word_itself_comes_before_compounds_and_parts(searcher: Searcher, query: str, found: list[str]) -> None:
    assert [hit.id for hit in searcher.search(query, Language.NL).hits] == found
