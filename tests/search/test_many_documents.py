"""A few thousand documents, against a straightforward search: look through every text, rank all that match, sort."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from guidance_kb.language import Language
from guidance_kb.search.index.lookup import MOST_BY_BM25
from guidance_kb.search.index.occurrences import OccurrenceFinder
from guidance_kb.search.language.folding import words
from guidance_kb.search.language.stems import stemming
from guidance_kb.search.query.plan import Field, Plan
from guidance_kb.search.ranking.score import FoundEntry, Ranking, Weights
from guidance_kb.search.results.answer import SearchAnswer
from guidance_kb.search.results.choice import SearchChoice, SortOrder
from guidance_kb.search.searcher import Searcher
from tests.search.samples import Document, make_database

NL = Language.NL
NUMBER = 3000
LIMIT = 100
COUNTRIES = ("scotland", "flanders", None)

SYLLABLES = (
    "ba",
    "der",
    "fon",
    "gel",
    "him",
    "jor",
    "kas",
    "lup",
    "mer",
    "nos",
    "pin",
    "rak",
    "sol",
    "tum",
    "vek",
    "wig",
)


class Text(NamedTuple):
    """A document in one language, as words and as stems."""

    id: str
    kind: str
    country: str | None
    columns: tuple[tuple[str, str], tuple[str, str], tuple[str, str]]


def word(rank: int) -> str:
    """The word of a rank, of two syllables or more."""
    syllables = [SYLLABLES[rank % 16], SYLLABLES[rank // 16 % 16]]
    while rank >= 256:
        rank //= 16
        syllables.append(SYLLABLES[rank // 16 % 16])
    return "".join(syllables)


def made_up(random: Random, length: int) -> str:
    """Words by Zipf's law: the first stands in nearly every text, most in hardly any."""
    return " ".join(word(int(2000 ** random.random()) - 1) for _ in range(length))


def document(number: int) -> Document:
    random = Random(number)  # noqa: S311 - the same each time
    texts = [
        (made_up(random, random.randint(3, 6)), made_up(random, 2), made_up(random, random.randint(20, 60)))
        for _ in Language
    ]
    kind = random.choice(["finding", "practice", "method"])
    section = f"{random.randint(1, 4)}.{random.randint(1, 9)}"
    return Document(f"d-{number:05}", kind, texts[0], texts[1], random.choice(COUNTRIES), section)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("many") / "many.db"
    return make_database(path, [document(number) for number in range(NUMBER)], {})


@pytest.fixture(scope="module")
def searcher(database: Path) -> Iterator[Searcher]:
    with closing(Searcher(database)) as opened:
        yield opened


@pytest.fixture(scope="module")
def texts(database: Path) -> Mapping[Language, Mapping[int, Text]]:
    found: dict[Language, dict[int, Text]] = {language: {} for language in Language}
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT lang, number, id, kind, country, title, keywords, body FROM document")
        for lang, number, name, kind, country, *columns in rows:
            read = [words(column) for column in columns]
            stems = [stemming(Language(lang)).stems(column) for column in read]
            title, keywords, body = zip(map(" ".join, read), map(" ".join, stems), strict=True)
            found[Language(lang)][number] = Text(name, kind, country, (title, keywords, body))
    return found


def ids(answer: SearchAnswer) -> list[str]:
    return [hit.id for hit in answer.hits]


Texts = Mapping[Language, Mapping[int, Text]]


def matching(plan: Plan, texts: Mapping[int, Text], language: Language) -> dict[int, FoundEntry]:
    """All documents in `language` that match, with what was found in them."""
    find = OccurrenceFinder(plan, language).find
    found: dict[int, FoundEntry] = {}
    for number, text in texts.items():
        title, keywords, body = (find(*column) for column in text.columns)
        held = {at.clause for column in (title, keywords, body) for at in column}
        if len(held) == len(plan.clauses) or (plan.any_word and held):
            found[number] = FoundEntry(title, keywords, body, text.columns[2][0].count(" ") + 1)
    return found


def straightforward(plan: Plan, texts: Texts, passing: Callable[[Text], bool]) -> dict[str, float]:
    """Every document that matches and passes, by id, with its score; the best first."""
    weights = Weights()
    scores: dict[str, float] = {}
    for language in Language:
        here = texts[language]
        found = {number: one for number, one in matching(plan, here, language).items() if passing(here[number])}
        share = 1.0 if language is NL else weights.other_language
        for number, score in Ranking(weights).scores(found, len(plan.clauses), len(here)).items():
            name = here[number].id
            scores[name] = max(scores.get(name, 0.0), score * share)
    return dict(sorted(scores.items(), key=lambda one: (-one[1], one[0])))


def everything(_: Text) -> bool:
    return True


def scottish(text: Text) -> bool:
    return text.country == "scotland"


COMMON = [word(rank) for rank in (0, 1, 2, 5, 9)]
RARE = [word(rank) for rank in range(900, 2000, 50)]


@pytest.mark.parametrize(
    ("query", "passing"),
    [
        *((f"{one} ", everything) for one in RARE),
        *((f"{one} {other} ", everything) for one, other in zip(COMMON[:3], RARE, strict=False)),
        *((f"{one} OF {other} ", everything) for one, other in pairwise(RARE[:6])),
        *((f'"{word(rank)} {word(rank + 1)}"', everything) for rank in (10, 12, 14)),
        *((f"{one}*", everything) for one in RARE[:3]),
        *((f"land:schotland {one} ", scottish) for one in RARE[:3]),
    ],
)
def test_below_the_cut_the_answer_is_that_of_a_full_ranking(
    searcher: Searcher, texts: Texts, query: str, passing: Callable[[Text], bool]
) -> None:
    answer = searcher.search(query, NL, limit=LIMIT)
    expected = straightforward(answer.plan, texts, passing)
    assert 0 < len(expected) <= LIMIT, "a query for this test finds something, and no more than is ranked"
    assert ids(answer) == list(expected)
    assert [hit.score for hit in answer.hits] == [round(score, 4) for score in expected.values()]
    assert answer.total == len(expected)


@pytest.mark.parametrize(
    "query",
    [
        *(f"{one} " for one in COMMON),
        *(one[:3] for one in COMMON),
        f"{COMMON[3]} {COMMON[4]} ",
        f"{COMMON[3]} OF {COMMON[4]} OF {RARE[0]} ",
        f'"{COMMON[0]} {COMMON[1]}"',
        f"{COMMON[0]} -{COMMON[4]} ",
    ],
)
def test_beyond_the_cut_nothing_is_lost_from_the_counts(searcher: Searcher, texts: Texts, query: str) -> None:
    answer = searcher.search(query, NL)
    expected = set(straightforward(answer.plan, texts, everything))
    if answer.plan.excluded:
        without = replace(answer.plan, clauses=(answer.plan.excluded,))
        expected -= set(straightforward(without, texts, everything))
    kinds = Counter(text.kind for text in texts[NL].values() if text.id in expected)
    countries = Counter(text.country for text in texts[NL].values() if text.id in expected)
    assert answer.total == len(expected) > MOST_BY_BM25 // 4
    assert answer.counts == kinds
    for count in answer.facets[Field.COUNTRY]:
        assert count.count == countries[count.value.id]
    assert len(ids(answer)) == 20
    assert set(ids(answer)) <= expected


@pytest.mark.parametrize("query", [f"{COMMON[0]} ", f"{COMMON[1]} {COMMON[2]} ", COMMON[2][:3]])
def test_beyond_the_cut_those_with_most_words_in_the_title_come_first(
    searcher: Searcher, texts: Texts, query: str
) -> None:
    answer = searcher.search(query, NL)
    assert answer.total > MOST_BY_BM25
    named_in = {(text.id, language): text.columns[:2] for language in Language for text in texts[language].values()}
    find = {language: OccurrenceFinder(answer.plan, language).find for language in Language}
    for hit in answer.hits:
        named = {at.clause for column in named_in[hit.id, hit.found_in] for at in find[hit.found_in](*column)}
        assert len(named) == len(answer.plan.clauses)


def test_a_filter_is_applied_before_the_cut(searcher: Searcher, texts: Texts) -> None:
    choice = SearchChoice(facets=frozenset({(Field.COUNTRY, "scotland"), (Field.KIND, "method")}))
    answer = searcher.search(f"{COMMON[0]} ", NL, choice=choice)
    fitting = {text.id for text in texts[NL].values() if scottish(text) and text.kind == "method"}
    assert len(answer.hits) == 20
    assert set(ids(answer)) <= fitting
    assert answer.unfiltered > answer.total


def test_the_order_of_the_report_holds_beyond_the_cut(searcher: Searcher, texts: Texts) -> None:
    answer = searcher.search(f"{COMMON[0]} ", NL, choice=SearchChoice(order=SortOrder.SECTION))
    places = {hit.section: place for place, hit in enumerate(reversed(answer.hits))}
    assert len(places) == 1, "the first section has more than twenty"
    assert [hit.id for hit in answer.hits] == sorted(hit.id for hit in answer.hits)
