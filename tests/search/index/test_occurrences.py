import pytest

from guidance_kb.language import Language
from guidance_kb.search.index.occurrences import Columns, Occurrence, OccurrenceFinder
from guidance_kb.search.language.compounds import NEARBY as NEARBY_PARTS
from guidance_kb.search.language.folding import words
from guidance_kb.search.language.stems import stemming
from guidance_kb.search.query.plan import Closeness
from guidance_kb.search.query.thesaurus import NEARBY
from tests.search.planning import plan


def find(query: str, text: str) -> set[Occurrence]:
    found = words(text)
    return set(
        OccurrenceFinder(plan(query), Language.NL).find(" ".join(found), " ".join(stemming(Language.NL).stems(found)))
    )


def exact(place: int, length: int = 1, clause: int = 0) -> Occurrence:
    return Occurrence(place, length, clause, Closeness.EXACT, "")


def stem(place: int, length: int = 1, clause: int = 0) -> Occurrence:
    return Occurrence(place, length, clause, Closeness.STEM, "")


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("geld ", "", set()),
        ("geld ", "tijd", set()),
        ("geld ", "geld geld", {exact(0), stem(0), exact(1), stem(1)}),
        ("leert ", "wie leren wil, leert", {stem(1), exact(3), stem(3)}),
        ("geld tijd ", "tijd is geld", {exact(0, clause=1), stem(0, clause=1), exact(2), stem(2)}),
        (
            "cur*",
            "cursus en cur",
            {exact(2), Occurrence(0, 1, 0, Closeness.PREFIX, ""), Occurrence(2, 1, 0, Closeness.PREFIX, "")},
        ),
        ('"lange dagen"', "lange dagen, lange dag, dagen lange", {exact(0, 2), stem(0, 2), stem(2, 2)}),
        ("barrière ", "een drempel", {Occurrence(1, 1, 0, Closeness.SYNONYM, "drempel")}),
        (
            "zelfvertrouwen ",
            "hij durft het niet",
            {Occurrence(p, 1, 0, Closeness.SYNONYM, "hij durft niet") for p in (1, 3)},
        ),
        ("zelfvertrouwen ", "niet dat hij het ooit echt durft", set()),
        ("zelfvertrouwen ", "niets", set()),
    ],
)
def test_occurrences(query: str, text: str, expected: set[Occurrence]) -> None:
    assert find(query, text) == expected


def test_columns_are_searched_each_by_itself() -> None:
    texts = [words(text) for text in ("de lange", "", "dagen, lange dagen", "hij durft", "niet lang")]
    stems = [" ".join(stemming(Language.NL).stems(text)) for text in texts]
    columns = Columns([" ".join(text) for text in texts], stems)
    found = OccurrenceFinder(plan('"lange dagen" zelfvertrouwen '), Language.NL).find_in(columns)
    assert [set(column) for column in found] == [set(), set(), {exact(1, 2), stem(1, 2)}, set(), set()]
    near = OccurrenceFinder(plan("lang "), Language.NL).find_in(columns)
    assert [set(column) for column in near] == [{stem(1)}, set(), {stem(1)}, set(), {exact(1), stem(1)}]


@pytest.mark.parametrize("spread", [NEARBY, NEARBY_PARTS])
def test_the_columns_stand_further_apart_than_what_is_near(spread: int) -> None:
    columns = Columns(["een", "twee"], ["een", "twee"])
    assert columns.starts[1] - columns.starts[0] > spread + 1
