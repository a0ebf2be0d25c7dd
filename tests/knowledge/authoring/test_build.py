"""The build as a whole: the same bytes twice, and a failure that changes nothing."""

import gc
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from guidance_kb.errors import KnownError
from guidance_kb.knowledge.authoring.build import build
from guidance_kb.knowledge.authoring.problems import ContentError
from guidance_kb.knowledge.schema import SCHEMA
from guidance_kb.language import Language
from guidance_kb.paths import SQL
from tests.knowledge.authoring.folder import CHECKLIST, ENTRIES, ContentFolder


def one(path: Path, sql: str) -> object:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchone()[0]


def test_building_twice_gives_the_same_bytes(folder: ContentFolder) -> None:
    folder.build()
    first = folder.target.read_bytes()
    folder.build()
    assert folder.target.read_bytes() == first


def test_another_process_gives_the_same_bytes(folder: ContentFolder) -> None:
    folder.build()
    code = (
        "import sys; from pathlib import Path; from guidance_kb.knowledge.authoring.build import build\n"
        "resources, schema, target = map(Path, sys.argv[1:])\n"
        "build(resources, schema, target, lambda _: None)"
    )
    other = folder.target.with_name("other.db")
    environment = os.environ | {"PYTHONHASHSEED": "7", "PYTHONPATH": os.pathsep.join(sys.path)}
    arguments = [str(path) for path in (folder.root, SQL / "knowledge.sql", other)]
    subprocess.run([sys.executable, "-c", code, *arguments], check=True, env=environment)
    assert other.read_bytes() == folder.target.read_bytes()


def test_other_content_gives_another_digest(folder: ContentFolder) -> None:
    digest = "SELECT value FROM meta WHERE key = 'content'"
    folder.build()
    first = one(folder.target, digest)
    folder.change(ENTRIES, "Wacht niet.", "Wacht nooit.")
    folder.build()
    assert one(folder.target, digest) != first


def test_what_the_database_says_of_itself(folder: ContentFolder) -> None:
    folder.build()
    with closing(sqlite3.connect(folder.target)) as connection:
        meta = dict(connection.execute("SELECT key, value FROM meta"))
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert meta.keys() == {"schema", "content", "checklist", "report"}
    assert (meta["schema"], meta["checklist"]) == (SCHEMA, "2026.1")
    assert len(meta["content"]) == 64


def test_content_without_a_checklist(folder: ContentFolder) -> None:
    (folder.root / CHECKLIST).unlink()
    folder.build()
    assert one(folder.target, "SELECT value FROM meta WHERE key = 'checklist'") == ""


def test_failed_build_leaves_the_previous_database(folder: ContentFolder) -> None:
    folder.build()
    before = folder.target.read_bytes()
    folder.change(ENTRIES, 'kind = "finding"', 'kind = "fact"')
    with pytest.raises(ContentError):
        folder.build()
    assert folder.target.read_bytes() == before
    assert sorted(path.name for path in folder.target.parent.iterdir()) == ["content", "knowledge.db"]


class IndexingFailedError(Exception):
    """Stands for whatever may go wrong in the search room."""


def test_failed_index_leaves_the_previous_database_and_no_open_file(folder: ContentFolder) -> None:
    folder.build()
    before = folder.target.read_bytes()

    def fail(_: sqlite3.Connection) -> None:
        raise IndexingFailedError

    with pytest.raises(IndexingFailedError):
        build(folder.root, SQL / "knowledge.sql", folder.target, fail)
    gc.collect()  # a connection that was left open would warn here, and a warning fails the test
    assert folder.target.read_bytes() == before
    assert sorted(path.name for path in folder.target.parent.iterdir()) == ["content", "knowledge.db"]


def test_full_disk_is_a_known_error(folder: ContentFolder) -> None:
    def full(_: sqlite3.Connection) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with pytest.raises(KnownError, match="disk is full"):
        build(folder.root, SQL / "knowledge.sql", folder.target, full)
    assert not folder.target.exists()


def test_index_works_inside_the_transaction(folder: ContentFolder) -> None:
    states: list[bool] = []
    build(
        folder.root, SQL / "knowledge.sql", folder.target, lambda connection: states.append(connection.in_transaction)
    )
    assert states == [True]


def test_target_is_made_with_its_folders(folder: ContentFolder) -> None:
    target = folder.target.parent / "new" / "deep" / "knowledge.db"
    build(folder.root, SQL / "knowledge.sql", target, lambda _: None)
    assert target.exists()


@pytest.mark.parametrize("blocked", ["a folder in its place", "a file as its parent"])
def test_unwritable_target_is_a_known_error_in_both_languages(folder: ContentFolder, blocked: str) -> None:
    if blocked == "a folder in its place":
        target = folder.target
        (target / "full").mkdir(parents=True)
    else:
        folder.target.write_bytes(b"here first")
        target = folder.target / "knowledge.db"
    with pytest.raises(KnownError) as caught:
        build(folder.root, SQL / "knowledge.sql", target, lambda _: None)
    assert not isinstance(caught.value, ContentError)
    assert f"De kennisbank kan niet worden geschreven naar {target}" in caught.value.say(Language.NL)
    assert f"The knowledge database cannot be written to {target}" in caught.value.say(Language.EN)
    if folder.target.is_file():
        assert folder.target.read_bytes() == b"here first"
