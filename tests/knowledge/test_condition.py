import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from guidance_kb.errors import KnownError
from guidance_kb.knowledge.condition import COUNTED, examine, sqlite
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language
from tests.knowledge.authoring.folder import ContentFolder


@pytest.fixture
def database(tmp_path: Path) -> Path:
    folder = ContentFolder(tmp_path)
    folder.build()
    return folder.target


def test_a_sound_database(database: Path) -> None:
    condition = examine(database)
    assert condition.counts == {
        "section": 2, "entry": 3, "work": 2, "country": 2, "theme": 1, "barrier": 1, "drive": 2, "item": 1, "concept": 2,
    }  # fmt: skip
    assert tuple(condition.counts) == COUNTED
    assert condition.whole
    assert condition.checklist == "2026.1"
    assert len(condition.content) == 64


def test_the_real_database(knowledge_db: Path, library: Library) -> None:
    condition = examine(knowledge_db)
    assert condition.whole
    assert (condition.content, condition.checklist) == (library.meta["content"], library.meta["checklist"])
    assert condition.counts["section"] == 80


def test_a_damaged_page_is_found(database: Path) -> None:
    """The index of the links is not read when rows are counted; the check reads it."""
    with closing(sqlite3.connect(database)) as connection:
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        root = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'link_target'").fetchone()[0]
    data = bytearray(database.read_bytes())
    data[(root - 1) * size : root * size] = b"\x07" * size
    database.write_bytes(data)
    assert not examine(database).whole


@pytest.mark.parametrize("content", [None, b"", b"# not a database\n" * 200])
def test_what_is_no_knowledge_database(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "knowledge.db"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(KnownError) as caught:
        examine(path)
    assert "De kennisbank kan niet worden gelezen" in caught.value.say(Language.NL)
    assert "The knowledge database cannot be read" in caught.value.say(Language.EN)


def test_sqlite_has_the_full_text_search_that_we_need() -> None:
    version, full_text = sqlite()
    assert version == sqlite3.sqlite_version
    assert full_text
