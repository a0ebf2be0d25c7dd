"""Long queries: any of the words, by how rare they are."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from guidance_kb.language import Language
from guidance_kb.search.index.lookup import Lookup
from guidance_kb.search.index.occurrences import Columns, OccurrenceFinder
from guidance_kb.search.language.folding import ranges, ranges_at, words
from guidance_kb.search.language.stems import stemming
from guidance_kb.search.language.vocabulary import Vocabulary
from guidance_kb.search.query.plan import MOST_ASKED, Mode, Plan
from guidance_kb.search.ranking.long_queries import Fields, LongRanking, candidates_text
from guidance_kb.search.ranking.score import Weights
from guidance_kb.search.results.choice import SearchChoice, SortOrder
from guidance_kb.search.searcher import Searcher
from tests.search.planning import PLANNER
from tests.search.samples import Document, make_database

NL, EN = Language.NL, Language.EN
QUERY = "ketel rook vonk water zand "


def plan(query: str = QUERY) -> Plan:
    return PLANNER.plan(query, NL).shortened()


def columns(title: str = "", body: str = "") -> Sequence[str]:
    return [" ".join(stemming(NL).stems(words(text))) for text in (title, "", body, "")]


def score(title: str = "", body: str = "", holding: Sequence[int] = (10, 10, 10, 10, 10)) -> float:
    return LongRanking(plan(), NL, holding, Fields(100, (3.0, 1.0, 20.0, 1.0)), Weights()).score(columns(title, body))


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        pytest.param(score(body="ketel rook"), score(body="ketel"), id="more of the words"),
        pytest.param(score(title="ketel"), score(body="ketel"), id="in the title"),
        pytest.param(score(body="ketel ketel"), score(body="ketel anders"), id="more often"),
        pytest.param(score(body="ketel"), score(body="ketel " + "anders " * 50), id="in a shorter text"),
        pytest.param(
            score(body="ketel", holding=(1, 9, 9, 9, 9)), score(body="rook", holding=(1, 9, 9, 9, 9)), id="rarer"
        ),
        pytest.param(score(body="ketel"), score(body="anders"), id="at all"),
    ],
)
def test_what_counts_more(better: float, worse: float) -> None:
    assert better > worse >= 0


def test_the_whole_is_never_reached() -> None:
    ranking = LongRanking(plan(), NL, (1, 2, 3, 4, 5), Fields(100, (3.0, 1.0, 20.0, 1.0)), Weights())
    assert 0 < ranking.score(columns(QUERY * 9, QUERY * 9)) < ranking.whole


def test_a_query_is_long_by_its_plain_words() -> None:
    assert plan("ketel rook vonk water zand").asks_much
    assert not plan("ketel rook vonk water").asks_much
    assert not PLANNER.plan('ketel rook vonk water "zand kust"', NL).asks_much
    assert not PLANNER.plan("ketel rook vonk water zand*", NL).asks_much
    assert not PLANNER.plan("ketel rook vonk water OF zand", NL).asks_much
    assert len(plan("ketel rook vonk water").clauses) == MOST_ASKED


def test_the_rarest_words_bring_the_candidates() -> None:
    text = candidates_text(plan(), NL, [900, 5, 900, 20, 900], 1000)
    assert [text.index(f'"{word}"') for word in ("rok", "water", "ketel")] == sorted(
        text.index(f'"{word}"') for word in ("rok", "water", "ketel")
    )
    assert "zand" not in text
    assert "zand" in candidates_text(plan(), NL, [900, 5, 900, 20, 900], 10_000)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    texts = {
        "two": ("Van alles", "Met water en zand."),
        "four": ("Rook", "Een ketel vol water geeft rook en een vonk."),
        "none": ("Iets anders", "Over schoenen."),
    }
    made = [
        Document(name, "finding", (title, "", body), ("Title", "", "Text.")) for name, (title, body) in texts.items()
    ]
    return make_database(tmp_path_factory.mktemp("long") / "knowledge.db", made)


def test_a_long_query_finds_what_has_any_of_its_words(database: Path) -> None:
    with closing(Searcher(database)) as searcher:
        answer = searcher.search("ketel rook vonk water zand xqzzy", NL)
        assert [hit.id for hit in answer.hits] == ["four", "two"]
        assert (answer.plan.mode, answer.missing, answer.total) == (Mode.ANY, ("xqzzy",), 2)
        assert answer.hits[0].why[:2] == ("titel", "4 van 6 woorden")
        marked = [answer.hits[0].excerpt.text[start:end] for start, end in answer.hits[0].excerpt.marks]
        assert marked == ["ketel", "water", "rook", "vonk"]
        assert [hit.id for hit in searcher.search("ketel rook vonk water zand", EN).hits] == ["four", "two"]
        by_section = SearchChoice(order=SortOrder.SECTION)
        assert {hit.id for hit in searcher.search("ketel rook vonk water zand", NL, choice=by_section).hits} == {
            "two",
            "four",
        }
        assert not searcher.search("aa bb cc dd ee ff", NL).hits


def test_the_usual_length_of_each_column_is_that_of_the_index(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT title, keywords, body, phrasings FROM search_nl").fetchall()
        lengths = [[len(text.split()) for text in column] for column in zip(*rows, strict=True)]
        assert list(Lookup(connection, Vocabulary(connection)).usual(NL)) == pytest.approx(
            [sum(each) / len(rows) for each in lengths]
        )


def test_one_pass_finds_what_the_finder_finds() -> None:
    texts = ["", "ketel ketels", "de rook en de ketels, het water"]
    both = [(" ".join(words(text)), " ".join(stemming(NL).stems(words(text)))) for text in texts]
    each, stems = zip(*both, strict=True)
    finder = OccurrenceFinder(plan(), NL)
    one_pass = finder.find_words(each, stems)
    for quick, whole in zip(one_pass, finder.find_in(Columns(each, stems)), strict=True):
        assert {(at.place, at.clause) for at in quick} == {(at.place, at.clause) for at in whole}
        assert len({(at.place, at.clause) for at in quick}) == len(quick)


@pytest.mark.parametrize(
    "text", ["de ketel", "foto’s van drempel-vrij werk", "½ ﬀ ketel", "zo'n Ketel's", "een-op-een les"]
)
def test_some_ranges_are_those_of_all(text: str) -> None:
    every = ranges(text)
    assert ranges_at(text, range(len(every))) == dict(enumerate(every))
    assert ranges_at(text, [len(every) - 1]) == {len(every) - 1: every[-1]}
    assert not ranges_at(text, [])
