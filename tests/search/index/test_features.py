"""What a client says, and the item of the checklist that it finds."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from guidance_kb.language import Language
from guidance_kb.paths import knowledge_database
from guidance_kb.search.index.features import add_features
from guidance_kb.search.ranking.score import Weights
from guidance_kb.search.searcher import Engine, Searcher

NL, EN = Language.NL, Language.EN


@pytest.fixture
def searcher() -> Iterator[Searcher]:
    with closing(Searcher(knowledge_database())) as made:
        yield made


@pytest.fixture
def labels() -> dict[str, tuple[str, str]]:
    """An item of each label, by language and label."""
    with closing(sqlite3.connect(knowledge_database())) as connection:
        rows = connection.execute("SELECT item, lang, label FROM item_text").fetchall()
    return {item: (lang, label) for item, lang, label in rows}


def test_every_label_finds_its_item_first(searcher: Searcher, labels: dict[str, tuple[str, str]]) -> None:
    astray = [
        item for item, (lang, label) in labels.items() if searcher.items(label, Language(lang), limit=1) != (item,)
    ]
    assert astray == []


def test_a_phrase_in_the_other_language_finds_the_same_item(searcher: Searcher) -> None:
    assert searcher.items("geen oppas", NL, limit=1) == searcher.items("geen oppas", EN, limit=1)


def test_spellings_of_speech_are_read_as_the_words_that_they_stand_for(searcher: Searcher) -> None:
    assert searcher.items("da durf ik nie", NL, limit=6) == searcher.items("dat durf ik niet", NL, limit=6)


def test_a_last_word_that_is_being_typed_finds_what_the_whole_word_finds(searcher: Searcher) -> None:
    assert set(searcher.items("geen opp", NL, limit=6)) & set(searcher.items("geen oppas", NL, limit=1))


def test_a_misspelled_word_finds_what_the_right_one_finds(searcher: Searcher) -> None:
    assert searcher.items("kinderopvnag", NL, limit=6)[:1] == searcher.items("kinderopvang", NL, limit=1)


@pytest.mark.parametrize("text", ["", " ", "'", '"', "NEAR(", "% _ *", "zzzzqqq"])
def test_any_text_is_allowed(searcher: Searcher, text: str) -> None:
    assert len(searcher.items(text, NL, limit=6)) <= 6


def test_as_many_items_as_are_asked_for(searcher: Searcher) -> None:
    assert len(searcher.items("leren", NL, limit=2)) == 2


def test_a_whole_sentence_finds_what_it_is_about(searcher: Searcher) -> None:
    said = "Ik sta er alleen voor en als ik les heb, is er niemand die op mijn kleine kinderen kan passen."
    assert searcher.items(said, NL, limit=1) == searcher.items("geen oppas", NL, limit=1)


def test_an_item_for_which_much_was_written_draws_no_other_phrases() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        with closing(sqlite3.connect(knowledge_database())) as built:
            built.backup(connection)
        rows = [("vraag-reizen", NL, 1_000_000 + n, f"bij mij in de buurt is halte {n} weg") for n in range(300)]
        connection.executemany("INSERT INTO spoken (item, lang, position, phrase) VALUES (?, ?, ?, ?)", rows)
        for table in ("feature", "feature_size"):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608
        add_features(connection)
        engine = Engine(connection, Weights())
        assert engine.items("geen oppas", NL, 1) == ("vraag-zorg",)
        assert engine.items("er is hier geen halte in de buurt", NL, 1) == ("vraag-reizen",)
