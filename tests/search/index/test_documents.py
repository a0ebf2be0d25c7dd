from hypothesis import given
from hypothesis import strategies as st

from guidance_kb.language import Language
from guidance_kb.search.index.postings import documents, documents_at, foremost, numbers, with_most

PLACES = st.sets(st.integers(0, 400), max_size=200)


@given(st.sets(st.integers(1, 400)))
def test_a_set_of_documents_has_one_bit_for_both_languages(given_numbers: set[int]) -> None:
    found = documents(given_numbers)
    assert found.bit_count() == len({(number - 1) // 2 for number in given_numbers})
    odd = {number for number in given_numbers if number % 2}
    assert odd <= set(numbers(found, Language.NL))
    assert given_numbers - odd <= set(numbers(found, Language.EN))


@given(PLACES)
def test_places_come_back_as_numbers_in_order(places: set[int]) -> None:
    found = documents_at([*places, *places])
    assert list(numbers(found, Language.NL)) == [2 * place + 1 for place in sorted(places)]
    assert list(numbers(found, Language.EN)) == [2 * place + 2 for place in sorted(places)]


@given(st.lists(PLACES, max_size=4), PLACES)
def test_documents_in_most_sets_come_first(sets: list[set[int]], among: set[int]) -> None:
    layers = list(with_most([documents_at(list(one)) for one in sets], documents_at(list(among))))
    assert len(layers) == len(sets) + 1
    for layer, least in zip(layers, range(len(sets), -1, -1), strict=True):
        expected = {place for place in among if sum(place in one for one in sets) == least}
        assert layer == documents_at(list(expected))


@given(PLACES, st.lists(PLACES, max_size=2), st.lists(PLACES, max_size=2), st.integers(0, 50))
def test_the_foremost_are_the_first_of_a_full_order(
    among: set[int], held: list[set[int]], named: list[set[int]], most: int
) -> None:
    def order(place: int) -> tuple[int, int, int]:
        return -sum(place in one for one in held), -sum(place in one for one in named), place

    sets = [[documents_at(list(one)) for one in several] for several in (held, named)]
    found = foremost(documents_at(list(among)), *sets, Language.EN, most)
    assert found == [2 * place + 2 for place in sorted(among, key=order)[:most]]
