import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance_kb.language import Language
from guidance_kb.search.query.plan import ANYWHERE, Closeness, Correction, Expansion, Pattern, Term
from guidance_kb.search.query.planner import MOST_CLAUSES
from tests.rows import rows
from tests.search.planning import PLANNER, plan


def texts(query: str, language: Language = Language.NL) -> list[list[str]]:
    return [[term.text for term in clause] for clause in plan(query, language).clauses]


@rows(
    ("query", "expected"),
    [
        ("drempel geld", [["drempel"], ["geld"]]),
        ("tijd, geld", [["tijd"], ["geld"]]),
        ("tijd,geld", [["tijd"], ["geld"]]),
        ("3,5 paragraaf 2.1.3", [["3,5"], ["paragraaf"], ["2.1.3"]]),
        ("O'Grady e.d.", [["O'Grady"], ["e"], ["d"]]),
        ("tijd/geld", [["tijd"], ["geld"]]),
        ('kinder"opvang', [["kinder"], ["opvang"]]),
        ("(drempel)", [["drempel"]]),
        ("drempel-vrij", [["drempel-vrij"]]),
        ("C++", [["C"]]),
        ('"lage drempel" geld', [["lage drempel"], ["geld"]]),
        ("geld OF tijd werk", [["geld", "tijd"], ["werk"]]),
        ("geld geld", [["geld"]]),
        ('"', []),
        ("land:ierland", []),
        # Words that say little are left out, unless nothing else remains.
        ("de drempel van het geld", [["drempel"], ["geld"]]),
        ("hoe is het", [["hoe"], ["is"], ["het"]]),
        ("niet", [["niet"]]),
        ("the barriers of money", [["barriers"], ["money"]]),
        # A concept of several words is one term.
        ("zij durft het niet te zeggen", [["durft niet"], ["zeggen"]]),
        ("falen is waar hij bang voor is", [["falen bang"]]),
    ],
)
def test_the_terms_of_a_query(query: str, expected: list[list[str]]) -> None:
    assert texts(query) == expected


def test_what_was_left_out_is_in_the_plan() -> None:
    assert plan("de drempel").ignored == ("de",)


def test_a_word_has_its_forms_in_both_languages() -> None:
    ((term,),) = plan("bereikt ").clauses
    assert term == Term(
        "bereikt",
        (Pattern(Closeness.EXACT, ("bereikt",), stemmed=False), Pattern(Closeness.STEM, ("bereik",), stemmed=True)),
        (Pattern(Closeness.EXACT, ("bereikt",), stemmed=False), Pattern(Closeness.STEM, ("bereikt",), stemmed=True)),
    )


def test_the_word_being_typed_counts_as_a_beginning() -> None:
    (first,), (last,) = plan("geld cur").clauses
    assert not first.prefix
    assert Pattern(Closeness.PREFIX, ("cur",), stemmed=False, prefix=True) in last.nl
    assert not plan("geld cur ").clauses[1][0].prefix
    assert not plan("geld c").clauses[1][0].prefix, "one letter would find nearly everything"


@pytest.mark.parametrize("last", ["niet", "nie", "nu", "an", "the"])
def test_a_small_word_is_no_beginning(last: str) -> None:
    assert not plan(last).clauses[-1][0].prefix


def test_a_short_word_of_the_content_is_no_beginning() -> None:
    assert not plan("les").clauses[0][0].prefix
    assert plan("le").clauses[0][0].prefix
    assert plan("taal").clauses[0][0].prefix
    assert plan("les*").clauses[0][0].prefix


def test_a_star_wants_beginnings_only() -> None:
    ((term,),) = plan("cur*").clauses
    assert [pattern.closeness for pattern in term.nl] == [Closeness.EXACT, Closeness.PREFIX]
    assert term.starred


def test_a_hyphenated_word_is_a_phrase_or_one_word() -> None:
    ((term,),) = plan("drempel-vrij ").clauses
    assert Pattern(Closeness.EXACT, ("drempel", "vrij"), stemmed=False) in term.nl
    assert Pattern(Closeness.STEM, ("drempelvrij",), stemmed=True) in term.nl


def test_a_hyphenated_word_being_typed_is_a_beginning_in_both_ways() -> None:
    ((term,),) = plan("drempel-vr").clauses
    prefixes = [pattern.words for pattern in term.nl if pattern.prefix]
    assert prefixes == [("drempel", "vr"), ("drempelvr",)]


def test_a_label_brings_the_other_labels_in_both_languages() -> None:
    ((term,),) = plan("drempels ").clauses
    assert term.expansions == (Expansion("c-barrier", ("belemmering", "barrière"), ("barrier", "threshold")),)
    assert [pattern.words for pattern in term.nl if pattern.label] == [("belemmer",), ("barrier",)]


def test_an_english_label_brings_dutch_ones() -> None:
    ((term,),) = plan("threshold").clauses
    assert term.expansions[0].nl == ("belemmering", "drempel", "barrière")


def test_a_label_of_several_words_asks_for_its_words_anywhere() -> None:
    ((term,),) = plan("bang om te falen").clauses
    assert term.nl[:2] == (
        Pattern(Closeness.EXACT, ("bang", "falen"), stemmed=False, spread=ANYWHERE),
        Pattern(Closeness.STEM, ("bang", "fal"), stemmed=True, spread=ANYWHERE),
    )
    assert term.expansions[0].nl == ("zelfvertrouwen", "hij durft niet")


def test_a_negation_names_a_concept_but_need_not_be_found() -> None:
    ((term,),) = plan("durft niet").clauses
    assert term.nl[0] == Pattern(Closeness.EXACT, ("durft",), stemmed=False)


def test_a_phrase_is_taken_literally() -> None:
    ((term,),) = plan('"drempel"').clauses
    assert term.phrase
    assert not term.expansions


def test_alternatives_are_expanded_too() -> None:
    ((first, second),) = plan("geld OF drempel").clauses
    assert not first.expansions
    assert second.expansions


def test_an_excluded_word_is_not_expanded() -> None:
    (term,) = plan("geld -drempel").excluded
    assert not term.expansions
    assert not term.prefix


def test_filters_and_unknown_values() -> None:
    found = plan("land:ierland soort:aanbevelingen land:atlantis")
    assert [[value.id for value in one.values] for one in found.filters] == [["ireland"], ["recommendation"]]
    assert found.unknown == ("atlantis",)


def test_a_pasted_page_gives_its_first_words() -> None:
    assert len(plan(" ".join(f"woord{number}" for number in range(100))).clauses) == MOST_CLAUSES


def test_a_corrected_word_is_searched_instead() -> None:
    correction = Correction("Drempl", "drempel")
    found = PLANNER.plan("de Drempl, geld", Language.NL, (correction,))
    (first,), (second,) = found.clauses
    assert (first.text, first.typed) == ("drempel", "Drempl")
    assert first.expansions
    assert (second.text, second.typed) == ("geld", "")
    assert found.corrections == (correction,)


def test_a_corrected_word_may_say_little() -> None:
    found = PLANNER.plan("geld neit", Language.NL, (Correction("neit", "niet"),))
    assert [[term.text for term in clause] for clause in found.clauses] == [["geld"]]
    assert found.ignored == ("niet",)


@pytest.mark.parametrize("query", ['"drempl"', "drempl*", "drempl-vrij"])
def test_what_is_literal_is_not_corrected(query: str) -> None:
    ((term,),) = PLANNER.plan(query, Language.NL, (Correction("drempl", "drempel"),)).clauses
    assert not term.typed


def test_a_plan_can_be_compared_and_printed() -> None:
    assert plan("drempel geld") == plan("drempel geld")
    assert "belemmering" in repr(plan("drempel"))


@pytest.mark.parametrize("language", list(Language))
@given(query=st.text())
def test_no_query_is_an_error(language: Language, query: str) -> None:
    found = plan(query, language)
    assert all(clause and all(term.nl and term.en for term in clause) for clause in found.clauses)
