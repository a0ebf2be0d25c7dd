"""Phrasings compared with a query as a whole, and what is linked to the best hits."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from guidance_kb.language import Language
from guidance_kb.paths import SQL
from guidance_kb.search.answer import Answer
from guidance_kb.search.choice import Choice
from guidance_kb.search.index import add_index
from guidance_kb.search.phrasings import Phrasings
from guidance_kb.search.plan import Field
from guidance_kb.search.searcher import Searcher
from guidance_kb.search.stemming import stemming
from guidance_kb.search.weights import Weights
from tests.search.samples import make_database

NL = Language.NL
PHRASINGS = ("ik ken daar niemand", "ken ik de weg", "niemand thuis")


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One document for each phrasing."""
    path = tmp_path_factory.mktemp("phrasings") / "knowledge.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((SQL / "knowledge.sql").read_text("utf-8"))
        connection.execute("INSERT INTO section (name, position, title_nl, title_en) VALUES ('1', 1, '', '')")
        connection.executemany(
            "INSERT INTO document (number, id, lang, kind, section, title, keywords, body, phrasings)"
            " VALUES (?, ?, 'nl', 'finding', '1', 'Titel', '', 'Tekst', ?)",
            [(2 * place + 1, f"d{place}", phrasing) for place, phrasing in enumerate(PHRASINGS)],
        )
        add_index(connection)
        connection.commit()
    return path


@pytest.fixture
def said(database: Path) -> Iterator[Searcher]:
    with closing(Searcher(database)) as opened:
        yield opened


def like(database: Path, text: str) -> dict[str, float]:
    with closing(sqlite3.connect(database)) as connection:
        found = Phrasings(connection).like(stemming(NL).stems(text.split()), NL)
        return {PHRASINGS[(number - 1) // 2]: round(one.likeness, 2) for number, one in found.items()}


def test_the_small_words_count_and_two_halves_do_not_make_a_whole(database: Path) -> None:
    assert like(database, "ken daar niemand") == {"ik ken daar niemand": pytest.approx(0.9, abs=0.05)}


def test_one_word_is_not_compared_and_neither_is_a_story(database: Path) -> None:
    assert like(database, "niemand") == {}
    assert like(database, "ik ken daar niemand " * 4) == {}


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


def reasons(answer: Answer) -> dict[str, str]:
    return {hit.id: hit.why[0] for hit in answer.hits}


def test_where_little_is_found_what_is_linked_to_it_follows_and_says_so(linked: Searcher) -> None:
    answer = linked.search("arm", NL)
    assert [hit.id for hit in answer.hits] == ["geld-houdt-tegen", "money"]
    assert reasons(answer)["money"] == "hoort bij: Te weinig geld houdt tegen"
    assert answer.total == 2
    assert answer.counts == {"finding": 1, "barrier": 1}


def test_a_filter_holds_for_what_follows_too(linked: Searcher) -> None:
    choice = Choice().toggled(Field.KIND, "barrier")
    answer = linked.search("arm", NL, choice=choice)
    assert [hit.id for hit in answer.hits] == ["money"]
    assert answer.unfiltered == 2
    assert [hit.id for hit in linked.search("arm", NL, kinds=("finding",)).hits] == ["geld-houdt-tegen"]


def test_what_is_excluded_does_not_follow(linked: Searcher) -> None:
    assert "money" not in reasons(linked.search("arm -geldgebrek", NL))


def test_without_a_weight_nothing_follows(tmp_path: Path) -> None:
    with closing(Searcher(make_database(tmp_path / "sample.db"), Weights(linked=0.0))) as searcher:
        assert [hit.id for hit in searcher.search("arm", NL).hits] == ["geld-houdt-tegen"]
