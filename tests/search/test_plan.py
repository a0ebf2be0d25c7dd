from guidance_kb.language import Language, Text
from guidance_kb.search.plan import Expansion, Field, Filter, Plan, Term, Value


def test_a_plan_with_neither_words_nor_filters_is_empty() -> None:
    assert Plan("").empty
    assert Plan("-geld", excluded=(Term("geld", (), ()),)).empty
    assert not Plan("land:x", filters=(Filter(Field.COUNTRY, (Value("x", Text("x", "x")),)),)).empty
    assert not Plan("geld", clauses=((Term("geld", (), ()),),)).empty


def test_labels_by_language() -> None:
    expansion = Expansion("c", ("drempel",), ("barrier",))
    assert expansion.labels(Language.NL) == ("drempel",)
    assert expansion.labels(Language.EN) == ("barrier",)
