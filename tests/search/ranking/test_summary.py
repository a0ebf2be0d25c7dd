"""An entry of a section that sums up others ranks below an entry that says the same."""

import sqlite3
from contextlib import closing
from pathlib import Path

from guidance_kb.language import Language
from guidance_kb.search.searcher import Searcher
from tests.search.samples import Document, make_database

TEXT = ("Leren kost tijd", "", "Wie leert, heeft tijd nodig."), ("Learning takes time", "", "Learners need time.")


def _found(database: Path) -> list[str]:
    with closing(Searcher(database)) as searcher:
        return [hit.id for hit in searcher.search("tijd", Language.NL).hits]


def test_what_sums_up_is_below_what_it_sums_up(tmp_path: Path) -> None:
    documents = [Document(name, "finding", *TEXT, section=section) for name, section in (("slot", "9"), ("bron", "1"))]
    database = make_database(tmp_path / "knowledge.db", documents, {})
    assert _found(database) == ["slot", "bron"]
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("INSERT INTO entry (id, position, kind, section) VALUES ('slot', 1, 'finding', '9')")
        connection.execute("UPDATE section SET summary = 1 WHERE name = '9'")
    assert _found(database) == ["bron", "slot"]
