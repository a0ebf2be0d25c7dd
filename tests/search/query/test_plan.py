import pytest

from guidance_kb.language import Language, Text
from guidance_kb.search.query.plan import (
    Correction,
    Expansion,
    Field,
    Mode,
    Plan,
    PlanFilter,
    Term,
    Value,
    replace_word,
)


def test_a_plan_with_neither_words_nor_filters_is_empty() -> None:
    assert Plan("").empty
    assert Plan("-geld", excluded=(Term("geld", (), ()),)).empty
    assert not Plan("land:x", filters=(PlanFilter(Field.COUNTRY, (Value("x", Text("x", "x")),)),)).empty
    assert not Plan("geld", clauses=((Term("geld", (), ()),),)).empty


def test_labels_by_language() -> None:
    expansion = Expansion("c", ("drempel",), ("barrier",))
    assert expansion.labels(Language.NL) == ("drempel",)
    assert expansion.labels(Language.EN) == ("barrier",)


def test_several_clauses_may_be_met_in_part() -> None:
    one, other = ((Term("geld", (), ()),), (Term("tijd", (), ()),))
    assert Plan("geld tijd", (one, other)).widened(Mode.FEW).mode is Mode.FEW
    assert Plan("geld", (one,)).widened(Mode.ANY).mode is Mode.ALL


def test_the_exact_query_quotes_what_was_corrected() -> None:
    corrections = (Correction("drempl", "drempel"), Correction("gled", "geld"))
    assert Plan("Gled drempl-vrij, drempl land:x gled", corrections=corrections).exact_query == (
        'Gled "drempl"-vrij, "drempl" land:x "gled"'
    )
    assert Plan("drempel").exact_query == "drempel"


@pytest.mark.parametrize(
    ("query", "expected"),
    [("tijd", "geld"), ("tijden tijd", "tijden geld"), ("(tijd)", "(geld)"), ("tijd1 x", "tijd1 x"), ("", "")],
)
def test_only_whole_words_are_replaced(query: str, expected: str) -> None:
    assert replace_word(query, "tijd", "geld") == expected
    assert replace_word("C++ x", "C++", r"\1") == r"\1 x"
