import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance_kb.search.results.excerpt import Excerpt, excerpt

LONG = (
    "Eerst een zin die niets zegt. " * 10
    + "Dan komt de drempel in beeld, en ook geld. "
    + "Daarna nog veel meer tekst. " * 10
)


def test_a_short_text_is_shown_whole() -> None:
    assert excerpt("Geld is\neen drempel.", [(11, 18)]) == Excerpt("Geld is een drempel.", ((11, 18),))


def test_without_marks_the_beginning_is_shown() -> None:
    found = excerpt(LONG, [])
    assert found.text.startswith("Eerst")
    assert found.text.endswith("…")
    assert not found.marks


def test_a_long_text_is_cut_around_the_marks_from_the_start_of_their_sentence() -> None:
    drempel, geld = LONG.index("drempel"), LONG.index("geld")
    found = excerpt(LONG, [(drempel, drempel + 7), (geld, geld + 4)])
    assert found.text.startswith("…Dan komt de drempel")
    assert [found.text[start:end] for start, end in found.marks] == ["drempel", "geld"]


def test_an_excerpt_that_ends_a_sentence_has_no_ellipsis() -> None:
    text = "Wie een doel heeft, maakt vaker een cursus af. Daarna volgt nog een zin die niet past."
    assert excerpt(text, [], 47).text == "Wie een doel heeft, maakt vaker een cursus af."
    assert excerpt(text.replace("af.", "“af.”"), [], 49).text == "Wie een doel heeft, maakt vaker een cursus “af.”"


def test_no_comma_stands_before_the_ellipsis() -> None:
    assert excerpt("Wie een doel heeft, maakt vaker een cursus af.", [], 19).text == "Wie een doel heeft…"


def test_the_part_with_most_marks_is_shown() -> None:
    text = "geld " + "x" * 300 + " geld en geld " + "y" * 300
    second, third = text.index("geld", 10), text.rindex("geld")
    found = excerpt(text, [(0, 4), (second, second + 4), (third, third + 4)])
    assert "geld en geld" in found.text


def test_a_mark_in_the_middle_of_a_long_sentence_keeps_some_words_before_it() -> None:
    text = "woord " * 60 + "drempel " + "woord " * 60
    at = text.index("drempel")
    found = excerpt(text, [(at, at + 7)])
    assert found.text.startswith("…woord ")
    assert found.marks[0][0] > 20


@given(st.text(), st.lists(st.tuples(st.integers(0, 400), st.integers(1, 30)), max_size=8), st.integers(20, 200))
def test_an_excerpt_is_short_and_its_marks_are_inside(text: str, spots: list[tuple[int, int]], length: int) -> None:
    ranges: list[tuple[int, int]] = []
    for start, size in sorted(spots):
        if start + size <= len(text) and (not ranges or start >= ranges[-1][1]):
            ranges.append((start, start + size))
    found = excerpt(text, ranges, length)
    assert len(found.text) <= max(length, 30) + 2
    assert all(0 <= start < end <= len(found.text) for start, end in found.marks)
    assert bool(found.marks) == bool(ranges)


@pytest.mark.parametrize("length", [40, 80, 160])
def test_a_word_without_spaces_is_cut(length: int) -> None:
    assert len(excerpt("x" * 1000, [(500, 510)], length).text) <= length + 2
