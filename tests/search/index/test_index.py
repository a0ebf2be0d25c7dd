import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance_kb.language import Language
from guidance_kb.paths import SQL
from guidance_kb.search.index.index import KnowledgeReader, add_index
from guidance_kb.search.language.folding import words
from guidance_kb.search.language.stems import stemming
from tests.search.samples import make_database


def test_the_same_documents_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = (make_database(tmp_path / name).read_bytes() for name in ("first.db", "second.db"))
    assert first == second


def test_each_language_has_its_own_words_and_stems(sample_db: Path) -> None:
    with closing(sqlite3.connect(sample_db)) as connection:
        nl = connection.execute("SELECT title, title_stems FROM search_nl WHERE rowid = 1").fetchone()
        en = connection.execute("SELECT body, body_stems FROM search_en WHERE rowid = 2").fetchone()
        rows = [connection.execute(f"SELECT count(*) FROM search_{lang}").fetchone()[0] for lang in ("nl", "en")]  # noqa: S608
    assert nl == ("de drempel is hoog", f"de drempel is {stemming(Language.NL).stem('hoog')}")
    assert en[0].startswith("many adults meet barriers they lack money")
    assert en[1].startswith("mani adult meet barrier they lack money")
    assert rows == [8, 8]


def test_the_index_is_whole(sample_db: Path) -> None:
    with closing(sqlite3.connect(sample_db)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_the_index_is_part_of_the_transaction_of_the_caller() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript((SQL / "knowledge.sql").read_text("utf-8"))
        connection.execute("BEGIN")
        connection.execute(
            "INSERT INTO document (number, id, lang, kind, section, title, keywords, body)"
            " VALUES (1, 'x', 'nl', 'finding', '1', 'Titel', '', 'Tekst')"
        )
        add_index(connection)
        assert connection.in_transaction
        connection.rollback()
        assert connection.execute("SELECT count(*) FROM sqlite_master WHERE name LIKE 'search%'").fetchone() == (0,)


TEXT = st.text() | st.text("aeéns -'’.\n\u00ad\u2010", max_size=40)


@pytest.mark.parametrize("language", list(Language))
@given(texts=st.lists(TEXT, min_size=1, max_size=3))
def test_texts_are_read_piece_by_piece_as_they_are_as_a_whole(language: Language, texts: list[str]) -> None:
    reader = KnowledgeReader(language)
    for text in [*texts, texts[0]]:
        found = words(text)
        assert reader.read(text) == (" ".join(found), " ".join(stemming(language).stems(found)))
