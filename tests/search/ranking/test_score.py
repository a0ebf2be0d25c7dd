from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance_kb.search.index.occurrences import Occurrence
from guidance_kb.search.query.plan import Closeness
from guidance_kb.search.ranking.score import FoundEntry, Ranking, Weights


def at(place: int, clause: int = 0, closeness: Closeness = Closeness.EXACT, length: int = 1) -> Occurrence:
    return Occurrence(place, length, clause, closeness, "")


def found(
    title: tuple[Occurrence, ...] = (),
    keywords: tuple[Occurrence, ...] = (),
    body: tuple[Occurrence, ...] = (),
    length: int = 60,
) -> FoundEntry:
    return FoundEntry(title, keywords, body, length)


def in_body(closeness: Closeness, times: int = 1) -> FoundEntry:
    return found(body=tuple(at(place, closeness=closeness) for place in range(times)))


def parts(*shares: float) -> FoundEntry:
    """Parts of one compound, each with a label by its share."""
    return found(
        body=tuple(Occurrence(place, 1, 0, Closeness.PART, str(share), share) for place, share in enumerate(shares))
    )


def order(clauses: int, *documents: FoundEntry) -> list[int]:
    got = Ranking(Weights()).scores(dict(enumerate(documents)), clauses, documents=100)
    return sorted(got, key=lambda number: -got[number])


@pytest.mark.parametrize(
    ("clauses", "better", "worse"),
    [
        pytest.param(1, found(title=(at(0),)), found(keywords=(at(0),)), id="title above keywords"),
        pytest.param(1, found(keywords=(at(0),)), found(body=(at(0),)), id="keywords above body"),
        pytest.param(1, found(body=(at(0),)), in_body(Closeness.STEM), id="exact above stem"),
        pytest.param(1, in_body(Closeness.STEM), in_body(Closeness.PREFIX), id="stem above beginning"),
        pytest.param(1, in_body(Closeness.PREFIX), in_body(Closeness.SYNONYM), id="beginning above synonym"),
        pytest.param(1, in_body(Closeness.SYNONYM), in_body(Closeness.COMPOUND), id="synonym above compound"),
        pytest.param(1, in_body(Closeness.COMPOUND), in_body(Closeness.PARTS), id="compound above the parts of one"),
        pytest.param(1, in_body(Closeness.PARTS), parts(1.0), id="parts together above one part"),
        pytest.param(1, parts(0.6, 0.4), parts(0.6, 0.6), id="two parts above one part twice"),
        pytest.param(1, parts(0.7), parts(0.3), id="the part that says more above the other"),
        pytest.param(1, found(body=(at(0),)), in_body(Closeness.SYNONYM, times=9), id="one word above many synonyms"),
        pytest.param(
            1,
            found(
                body=(
                    at(0),
                    at(9),
                )
            ),
            found(body=(at(0),)),
            id="more often above once",
        ),
        pytest.param(1, found(body=(at(0),), length=30), found(body=(at(0),), length=120), id="short above long"),
        pytest.param(
            2,
            found(
                body=(
                    at(0),
                    at(1, 1),
                )
            ),
            found(
                body=(
                    at(0),
                    at(9, 1),
                )
            ),
            id="together above scattered",
        ),
        pytest.param(
            2,
            found(
                body=(
                    at(0),
                    at(1, 1),
                )
            ),
            found(
                body=(
                    at(1),
                    at(0, 1),
                )
            ),
            id="in order above the other way round",
        ),
        pytest.param(
            2,
            found(
                body=(
                    at(0),
                    at(20, 1),
                )
            ),
            found(body=(at(0),)),
            id="both above one",
        ),
        pytest.param(
            2,
            found(title=(at(0),), body=(at(0, 1),)),
            found(
                body=(
                    at(0),
                    at(9, 1),
                )
            ),
            id="title counts in two words too",
        ),
    ],
)
def test_order(clauses: int, better: FoundEntry, worse: FoundEntry) -> None:
    assert order(clauses, worse, better) == [1, 0]


def test_a_rare_word_counts_for_more() -> None:
    common = [found(body=(at(0),)) for _ in range(5)]
    assert order(2, *common, found(body=(at(0, 1),)))[0] == 5


def test_the_same_place_counts_once() -> None:
    once = Ranking(Weights()).scores({1: found(body=(at(0),))}, 1, 100)
    twice = Ranking(Weights()).scores(
        {
            1: found(
                body=(
                    at(0),
                    at(0, closeness=Closeness.STEM),
                )
            )
        },
        1,
        100,
    )
    assert once == twice


def test_two_words_at_the_same_place_are_not_neighbours() -> None:
    same = Ranking(Weights()).scores(
        {
            1: found(
                body=(
                    at(0),
                    at(0, 1),
                )
            )
        },
        2,
        100,
    )
    far = Ranking(Weights()).scores(
        {
            1: found(
                body=(
                    at(0),
                    at(50, 1),
                )
            )
        },
        2,
        100,
    )
    assert same == far


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(at(0, length=2), at(1, 1), id="a phrase and its last word"),
        pytest.param(at(0, length=3), at(1, 1), id="a phrase and the word in the middle of it"),
        pytest.param(at(1), at(0, 1, length=2), id="a word and the phrase it ends"),
        pytest.param(at(0, length=2), at(1, 1, length=2), id="two phrases that share a word"),
    ],
)
def test_occurrences_that_share_a_word_are_not_neighbours(first: Occurrence, second: Occurrence) -> None:
    shared = Ranking(Weights()).scores({1: found(body=(first, second))}, 2, 100)
    far = Ranking(Weights()).scores({1: found(body=(first, second._replace(place=50)))}, 2, 100)
    assert shared == far


def test_a_word_right_after_a_phrase_is_its_neighbour() -> None:
    scores = Ranking(Weights()).scores(
        {
            1: found(body=(at(0, length=2), at(2, 1))),
            2: found(body=(at(0, length=2), at(3, 1))),
        },
        2,
        100,
    )
    assert scores[1] > scores[2]


OCCURRENCES = st.builds(
    at,
    place=st.integers(0, 12),
    clause=st.integers(0, 3),
    closeness=st.sampled_from(list(Closeness)),
    length=st.integers(1, 4),
)


@given(columns=st.lists(st.lists(OCCURRENCES, max_size=8).map(tuple), min_size=3, max_size=3))
def test_whatever_overlaps_a_score_is_a_number_that_is_not_below_nothing(
    columns: list[tuple[Occurrence, ...]],
) -> None:
    (score,) = Ranking(Weights()).scores({1: found(*columns)}, 4, 100).values()
    assert isfinite(score)
    assert score >= 0


def test_a_score_is_positive_even_when_every_document_has_the_word() -> None:
    assert Ranking(Weights()).scores({1: found(body=(at(0),))}, 1, 1)[1] > 0
