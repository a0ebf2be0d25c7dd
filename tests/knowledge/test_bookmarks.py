"""Bookmarks with a note: kept, changed, removed and put back; through another content, a damaged file, a full disk and a second window."""

import json
import os
import sqlite3
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from guidance_kb.errors import KnownError
from guidance_kb.knowledge.bookmarks import (
    Bookmark,
    Bookmarks,
    BookmarkStatus,
    NewerError,
    SetAsideError,
    bookmark_statuses,
    tags_in,
)
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language, Text
from guidance_kb.paths import ROOT
from tests.casebook.conftest import python
from tests.knowledge.authoring.folder import ENTRIES, ContentFolder
from tests.knowledge.packs.small import Program, small_pack

NOW = datetime(2026, 11, 25, 13, 2, 31, tzinfo=UTC)


@pytest.fixture
def bookmarks(tmp_path: Path) -> Bookmarks:
    return Bookmarks(tmp_path / "user" / "personal.db")


def one(identifier: str = "money", note: str = "", minute: int = 0) -> Bookmark:
    moment = (NOW + timedelta(minutes=minute)).isoformat()
    return Bookmark(identifier, "barrier", Text("Geld", "Money"), note, moment, moment)


def test_nothing_is_made_before_the_first_bookmark(bookmarks: Bookmarks) -> None:
    assert bookmarks.all() == []
    assert not bookmarks.path.parent.exists()


def test_what_is_kept_comes_back_as_it_was_the_last_first(bookmarks: Bookmarks) -> None:
    first, second = one("money", "é\n“x”", 0), one("3.1/1", "", 1)
    bookmarks.keep([first])
    bookmarks.keep([second])
    assert bookmarks.all() == [second, first]
    assert stat.S_IMODE(bookmarks.path.stat().st_mode) == 0o600


def test_a_bookmark_knows_what_it_was_of(library: Library) -> None:
    for identifier, kind in (("care-duties", "barrier"), ("2.1.2", "section"), ("vraag-zorg", "item")):
        place = library.place(identifier)
        assert place is not None
        made = Bookmark.of(place, NOW)
        assert (made.id, made.kind, made.title, made.note) == (identifier, kind, place.title, "")
        assert made.added == made.changed == NOW.isoformat()


def test_a_note_is_changed_and_the_rest_stays(bookmarks: Bookmarks) -> None:
    bookmarks.keep([one()])
    later = NOW + timedelta(days=1)
    bookmarks.note(one().noted("Voor het overleg", later))
    (now,) = bookmarks.all()
    assert (now.note, now.changed, now.added) == ("Voor het overleg", later.isoformat(), NOW.isoformat())


def test_marking_what_is_marked_already_takes_no_note_away(bookmarks: Bookmarks) -> None:
    bookmarks.keep([one(note="Mine")])
    bookmarks.keep([one(minute=5)])
    assert bookmarks.all() == [one(note="Mine")]


def test_what_is_removed_is_put_back_with_its_note(bookmarks: Bookmarks) -> None:
    gone = one(note="Mine")
    bookmarks.keep([gone, one("debts", minute=1)])
    bookmarks.remove([gone.id, "never-there"])
    assert [each.id for each in bookmarks.all()] == ["debts"]
    bookmarks.keep([gone])
    assert gone in bookmarks.all()


def test_a_note_on_what_another_window_removed_is_not_lost(bookmarks: Bookmarks) -> None:
    bookmarks.keep([one()])
    Bookmarks(bookmarks.path).remove(["money"])
    bookmarks.note(one(note="Typed meanwhile"))
    assert bookmarks.all() == [one(note="Typed meanwhile")]


def test_several_windows_at_once_lose_nothing(bookmarks: Bookmarks) -> None:
    """Also the making of the file, which all of them begin with."""

    def window(number: int) -> None:
        own = Bookmarks(bookmarks.path)
        for n in range(10):
            own.keep([one(f"window-{number}-{n}")])
            own.note(one(f"window-{number}-{n}", note=str(n)))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(window, range(4)))
    found = {each.id: each.note for each in bookmarks.all()}
    assert found == {f"window-{w}-{n}": str(n) for w in range(4) for n in range(10)}


def test_nothing_heavy_is_imported_to_read_what_is_there(bookmarks: Bookmarks) -> None:
    bookmarks.keep([one()])
    code = (
        "import sys; from pathlib import Path; from guidance_kb.knowledge.bookmarks import Bookmarks;"
        f"print(len(Bookmarks(Path({str(bookmarks.path)!r})).all()), 'sqlite_utils' in sys.modules)"
    )
    done = subprocess.run(python("-c", code), capture_output=True, text=True, check=True)
    assert done.stdout == "1 False\n"


def test_any_sqlite_tool_reads_it(bookmarks: Bookmarks) -> None:
    bookmarks.keep([one(note="Mine")])
    with sqlite3.connect(bookmarks.path) as connection:
        assert connection.execute("SELECT id, title_nl, title_en, note FROM bookmark").fetchall() == [
            ("money", "Geld", "Money", "Mine")
        ]
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


# ── another content ─────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def content(tmp_path: Path) -> ContentFolder:
    made = ContentFolder(tmp_path)
    made.build()
    return made


def stands(bookmarks: Bookmarks, database: Path) -> dict[str, BookmarkStatus]:
    library = Library(database)
    try:
        return {each.bookmark.id: each for each in bookmark_statuses(library.place, bookmarks.all())}
    finally:
        library.close()


def mark(bookmarks: Bookmarks, database: Path, *identifiers: str) -> None:
    library = Library(database)
    for identifier in identifiers:
        place = library.place(identifier)
        assert place is not None
        bookmarks.keep([Bookmark.of(place, NOW).noted(f"Note on {identifier}", NOW)])
    library.close()


def test_they_survive_a_content_update(bookmarks: Bookmarks, content: ContentFolder) -> None:
    """An entry goes, another is called otherwise, and later the first is back."""
    entries = content.root / ENTRIES
    before = entries.read_text("utf-8")
    mark(bookmarks, content.target, "aanbeveling-een", "slovenie-zoekt-mee", "care-duties", "1.1")

    cut = before.index('[[entry]]\nid = "aanbeveling-een"')
    assert "[[entry]]" not in before[cut + 1 :]
    entries.write_text(before[:cut].replace('title = "Slovenië zoekt mee"', 'title = "Slovenië gaat mee"'), "utf-8")
    content.build()
    now = stands(bookmarks, content.target)
    gone, renamed = now["aanbeveling-een"], now["slovenie-zoekt-mee"]
    assert gone.place is None
    assert (gone.kind, gone.title) == ("recommendation", Text("Begin vandaag", "Begin today"))
    assert gone.bookmark.note == "Note on aanbeveling-een"
    assert (renamed.title.nl, renamed.retitled) == ("Slovenië gaat mee", True)
    assert renamed.bookmark.title.nl == "Slovenië zoekt mee"
    assert renamed.bookmark.note == "Note on slovenie-zoekt-mee"
    assert [each for each in now if now[each].place and not now[each].retitled] == ["1.1", "care-duties"]

    entries.write_text(before, "utf-8")
    content.build()
    back = stands(bookmarks, content.target)
    assert all(each.place is not None and not each.retitled for each in back.values())
    assert {each: back[each].bookmark.note for each in back} == {each: f"Note on {each}" for each in back}


def test_they_survive_the_pack_that_brought_what_was_marked(bookmarks: Bookmarks, tmp_path: Path) -> None:
    made = ContentFolder(tmp_path)
    made.build()
    program = Program(made, tmp_path / "user" / "packs")
    program.packs.add(small_pack(tmp_path / "klein"))
    mark(bookmarks, program.start().database, "pack-klein-een", "pack-klein-gids", "care-duties")

    program.packs.remove("pack-klein")
    gone = stands(bookmarks, program.start().database)
    assert [identifier for identifier, each in gone.items() if each.place is None] == [
        "pack-klein-een",
        "pack-klein-gids",
    ]
    assert gone["pack-klein-een"].title == Text("Een", "One")

    program.packs.add(tmp_path / "klein")
    assert all(each.place for each in stands(bookmarks, program.start().database).values())


# ── what can go wrong ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("write", [True, False])
def test_a_damaged_file_is_set_aside_and_said_and_what_failed_can_be_done_again(
    bookmarks: Bookmarks, write: bool
) -> None:
    bookmarks.keep([one()])
    broken = b"no database" * 1000
    bookmarks.path.write_bytes(broken)

    with pytest.raises(SetAsideError) as refused:
        bookmarks.keep([one()]) if write else bookmarks.all()
    (aside,) = bookmarks.path.parent.glob("personal-damaged-*.db")
    assert aside.read_bytes() == broken
    for language in Language:
        assert aside.name in refused.value.say(language)
    assert bookmarks.all() == []
    bookmarks.keep([one("debts")])
    assert [each.id for each in bookmarks.all()] == ["debts"]


def test_damage_in_the_middle_is_noticed_too(bookmarks: Bookmarks) -> None:
    bookmarks.keep([one(f"b-{n}", "x" * 500) for n in range(200)])
    whole = bytearray(bookmarks.path.read_bytes())
    whole[12_000:60_000] = bytes(48_000)
    bookmarks.path.write_bytes(whole)
    with pytest.raises(SetAsideError):
        bookmarks.all()
    assert bookmarks.all() == []


def test_a_database_without_bookmarks_is_set_aside(bookmarks: Bookmarks) -> None:
    bookmarks.keep([one()])
    with sqlite3.connect(bookmarks.path) as connection:
        connection.execute("DROP TABLE bookmark")
    connection.close()
    with pytest.raises(SetAsideError):
        bookmarks.all()


def test_what_a_newer_program_wrote_is_left_alone(bookmarks: Bookmarks) -> None:
    bookmarks.keep([one()])
    with sqlite3.connect(bookmarks.path) as connection:
        connection.execute("INSERT INTO _sqlite_migrations VALUES (999, 'personal', '999-later', 'x')")
    connection.close()
    before = bookmarks.path.read_bytes()
    with pytest.raises(NewerError):
        bookmarks.all()
    with pytest.raises(NewerError):
        bookmarks.keep([one("debts")])
    assert bookmarks.path.read_bytes() == before
    assert list(bookmarks.path.parent.glob("*damaged*")) == []


def test_another_window_that_does_not_let_go_is_said(bookmarks: Bookmarks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guidance_kb.knowledge.bookmarks._PATIENCE", 0.05)
    bookmarks.keep([one()])
    other = sqlite3.connect(bookmarks.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(KnownError, match="another window is at it"):
            bookmarks.keep([one("debts")])
        assert bookmarks.all() == [one()]
    finally:
        other.close()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(KnownError, match="cannot be opened or written"):
        Bookmarks(tmp_path / "file" / "personal.db").keep([one()])


def test_a_full_disk_is_said_and_what_was_there_stays(tmp_path: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("it takes mounts of Linux")
    mounts = ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--map-root-user"])]
    if subprocess.run([*mounts, "true"], capture_output=True, check=False).returncode:
        pytest.skip("nothing can be mounted here")
    command = [*mounts, *python("-m", "tests.knowledge.fullbookmarks", str(tmp_path))]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    if "skipped" in found:
        pytest.skip(found["skipped"])
    assert ["de schijf is vol" in nl and "the disk is full" in en for nl, en in found["said"]] == [True, True]
    assert found["left"] == ["before"]
    assert found["after"] == [True]


def test_tags_are_written_apart_from_the_note_and_typed_with_commas(bookmarks: Bookmarks) -> None:
    bookmarks.keep([one(note="Mine")])
    bookmarks.tag(one(note="an older note").tagged(tags_in(" Werk, #eerste  gesprek; werk,, ")))
    (now,) = bookmarks.all()
    assert (now.note, now.tags) == ("Mine", ("Werk", "eerste gesprek"))


def test_a_file_from_before_there_were_tags_is_still_read(bookmarks: Bookmarks) -> None:
    """The file as the first version left it: with the first migration only."""
    bookmarks.keep([one(note="Mine")])
    with closing(sqlite3.connect(bookmarks.path)) as connection, connection:
        connection.execute("ALTER TABLE bookmark DROP COLUMN tags")
        connection.execute("DELETE FROM _sqlite_migrations WHERE name = '002-tags'")
    assert bookmarks.all() == [one(note="Mine")]
