import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance_kb.language import Language
from guidance_kb.search.results.excerpt import marks
from tests.search.planning import plan


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("drempel", "Drempels en de lage drempel.", ["Drempels", "drempel"]),
        ("drempel", "Een barrière", ["barrière"]),
        ("hoe is de drempel", "De drempel", ["drempel"]),
        ("foto ", "Foto’s!", ["Foto’s"]),
        ("een op een ", "één-op-één", ["één", "op", "één"]),
        ("één-op-één", "één-op-één", ["één-op-één"]),
        ("email ", "per e-mail", ["e-mail"]),
        ("kinderopvang ", "kinder\u00adopvang", ["kinder\u00adopvang"]),
        ("cur", "een cursus", ["cursus"]),
        ('"lage drempel"', "lage drempel, drempel lage", ["lage drempel"]),
        ("geld -drempel", "geld en drempel", ["geld"]),
        ("bang om te falen", "Bang? Wie faalt …", ["Bang", "faalt"]),
        ("", "geld", []),
        ("geld", "", []),
    ],
)
def test_marks(query: str, text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in marks(text, plan(query), Language.NL)] == expected


@given(query=st.text(), text=st.text())
def test_marks_are_in_order_and_within_the_text(query: str, text: str) -> None:
    previous = 0
    for start, end in marks(text, plan(query), Language.EN):
        assert previous <= start < end <= len(text)
        previous = end


@given(text=st.text(min_size=1))
def test_a_text_marks_itself(text: str) -> None:
    found = plan(text)
    assert bool(marks(text, found, Language.NL)) == bool(found.clauses)
