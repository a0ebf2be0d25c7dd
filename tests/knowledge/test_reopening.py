"""A library that reads another database from now on: the window does so when a pack comes or goes."""

import shutil
from pathlib import Path

import pytest

from guidance_kb.errors import KnownError
from guidance_kb.knowledge.library import Library
from tests.knowledge.authoring.folder import ContentFolder


@pytest.fixture
def content(tmp_path: Path) -> ContentFolder:
    made = ContentFolder(tmp_path)
    made.build()
    return made


def test_it_reads_the_other_and_forgets_what_it_read(content: ContentFolder, library: Library) -> None:
    reader = Library(content.target)
    small = set(reader.sections)
    reader.reopen(library.path)
    try:
        assert reader.path == library.path
        assert set(reader.sections) == set(library.sections) != small
        assert reader.meta == library.meta
        assert reader.kind("money") == library.kind("money") is not None
    finally:
        reader.close()


def test_where_the_other_cannot_be_opened_the_one_before_is_read_on(content: ContentFolder, tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no database" * 100)
    reader = Library(content.target)
    before = reader.sections
    for path in (broken, tmp_path / "nowhere.db"):
        with pytest.raises(KnownError, match="cannot be opened"):
            reader.reopen(path)
    assert reader.path == content.target
    assert reader.sections == before
    assert reader.entries()
    reader.close()


def test_the_one_before_is_let_go(content: ContentFolder, tmp_path: Path) -> None:
    """Windows removes no file that is open."""
    copy = Path(shutil.copy(content.target, tmp_path / "copy.db"))
    reader = Library(content.target)
    before = reader._connection
    reader.reopen(copy)
    with pytest.raises(Exception, match="closed"):
        before.execute("SELECT 1")
    reader.close()
