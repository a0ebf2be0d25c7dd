"""Phrasings compared with a query as a whole, and what is linked to the best hits."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from guidance_kb.language import Language
from guidance_kb.paths import SQL
from guidance_kb.search.index.index import add_index
from guidance_kb.search.index.phrasings import LIGHT, Phrasings
from guidance_kb.search.language.stems import stemming
from guidance_kb.search.query.plan import Field
from guidance_kb.search.ranking.score import Weights
from guidance_kb.search.results.answer import SearchAnswer
from guidance_kb.search.results.choice import SearchChoice
from guidance_kb.search.searcher import Searcher
from tests.search.samples import make_database

NL = Language.NL
PHRASINGS = ("ik ken daar niemand", "ken ik de weg", "niemand thuis")
COMMON = ("cursus", "cursus avond", "cursus lang", "cursus duur", "cursus ver", "schaamte")


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One document for each phrasing."""
    return make(tmp_path_factory.mktemp("phrasings") / "knowledge.db", PHRASINGS)


@pytest.fixture(scope="module")
def common(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same of phrasings that nearly all have one word."""
    return make(tmp_path_factory.mktemp("common") / "knowledge.db", COMMON)


def make(path: Path, phrasings: Sequence[str]) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((SQL / "knowledge.sql").read_text("utf-8"))
        connection.execute("INSERT INTO section (name, position, title_nl, title_en) VALUES ('1', 1, '', '')")
        connection.executemany(
            "INSERT INTO document (number, id, lang, kind, section, title, keywords, body, phrasings)"
            " VALUES (?, ?, 'nl', 'finding', '1', 'Titel', '', 'Tekst', ?)",
            [(2 * place + 1, f"d{place}", phrasing) for place, phrasing in enumerate(phrasings)],
        )
        add_index(connection)
        connection.commit()
    return path


@pytest.mark.parametrize(
    ("text", "alike"),
    [
        ("ik weet niet wat ik wil", ["ik weet niet wat ik wil"]),
        ("ik weet wat ik wil", ["ik weet wat ik wil"]),
        ("nooit goed geslapen", ["nooit goed geslapen"]),
        ("goed geslapen", []),
        ("ik weet nie wat ik wil", ["ik weet niet wat ik wil"]),
    ],
)
def test_what_denies_is_not_like_what_does_not(tmp_path: Path, text: str, alike: list[str]) -> None:
    path = make(
        tmp_path / "denials.db", ("ik weet niet wat ik wil", "ik weet wat ik wil", "nooit goed geslapen", "moe")
    )
    assert sorted(like(path, text)) == alike


@pytest.fixture
def said(database: Path) -> Iterator[Searcher]:
    with closing(Searcher(database)) as opened:
        yield opened


def like(database: Path, text: str) -> dict[str, float]:
    with closing(sqlite3.connect(database)) as connection:
        found = Phrasings(connection).like(stemming(NL).stems(text.split()), NL)
        return {one.text: round(one.likeness, 2) for one in found.values()}


def weights(database: Path) -> dict[str, float]:
    with closing(sqlite3.connect(database)) as connection:
        return dict(connection.execute("SELECT stem, weight FROM phrasing_word WHERE lang = 'nl'"))


def test_the_small_words_count_and_two_halves_do_not_make_a_whole(database: Path) -> None:
    assert like(database, "ken daar niemand") == {"ik ken daar niemand": pytest.approx(0.9, abs=0.05)}


def test_one_word_is_not_compared_and_neither_is_a_story(database: Path) -> None:
    assert like(database, "niemand") == {}
    assert like(database, "ik ken daar niemand " * 4) == {}


def test_three_words_of_a_sentence_are_enough_and_two_are_not(database: Path) -> None:
    assert list(like(database, "buiten het centrum ken daar bijna niemand")) == ["ik ken daar niemand"]
    assert like(database, "buiten het centrum ken bijna niemand") == {}


def test_a_word_weighs_more_the_fewer_phrasings_have_it(common: Path) -> None:
    rare, usual = stemming(NL).stems(["schaamte", "cursus"])
    assert weights(common)[rare] == 1.0
    assert 0 < weights(common)[usual] < 1.0
    assert list(like(common, "schaamte cursus")) == ["schaamte"]


def test_a_small_word_weighs_little(database: Path) -> None:
    assert weights(database)[stemming(NL).stem("de")] == LIGHT


def test_what_is_said_is_the_reason(said: Searcher) -> None:
    hit = said.search("ken daar niemand", NL).hits[0]
    assert hit.id == "d0"
    assert hit.why[0] == "zo gezegd: ik ken daar niemand"


def test_more_than_plain_words_is_not_compared(said: Searcher) -> None:
    assert not said.search('"ken daar niemand" -thuis', NL).plan.said(NL)


def test_one_phrasing_of_the_query_is_enough_to_be_found_and_counted(said: Searcher) -> None:
    answer = said.search("ik ken er daar helemaal niemand", NL)
    assert answer.hits[0].id == "d0"
    assert answer.total == len(answer.hits)


# ── neighbours ──────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with closing(Searcher(make_database(tmp_path_factory.mktemp("linked") / "sample.db"))) as opened:
        yield opened


def reasons(answer: SearchAnswer) -> dict[str, str]:
    return {hit.id: hit.why[0] for hit in answer.hits}


def test_where_little_is_found_what_is_linked_to_it_follows_and_says_so(linked: Searcher) -> None:
    answer = linked.search("arm", NL)
    assert [hit.id for hit in answer.hits] == ["geld-houdt-tegen", "money"]
    assert reasons(answer)["money"] == "hoort bij: Te weinig geld houdt tegen"
    assert answer.total == 2
    assert answer.counts == {"finding": 1, "barrier": 1}


def test_a_filter_holds_for_what_follows_too(linked: Searcher) -> None:
    choice = SearchChoice().toggled(Field.KIND, "barrier")
    answer = linked.search("arm", NL, choice=choice)
    assert [hit.id for hit in answer.hits] == ["money"]
    assert answer.unfiltered == 2
    assert [hit.id for hit in linked.search("arm", NL, kinds=("finding",)).hits] == ["geld-houdt-tegen"]


def test_what_is_excluded_does_not_follow(linked: Searcher) -> None:
    assert "money" not in reasons(linked.search("arm -geldgebrek", NL))


def test_without_a_weight_nothing_follows(tmp_path: Path) -> None:
    with closing(Searcher(make_database(tmp_path / "sample.db"), Weights(linked=0.0))) as searcher:
        assert [hit.id for hit in searcher.search("arm", NL).hits] == ["geld-houdt-tegen"]
