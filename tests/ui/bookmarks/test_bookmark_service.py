"""The bookmarks of a window: shown at once, written on a worker, never lost; with a second window, a bad disk, a damaged file."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from guidance_kb.errors import KnownError
from guidance_kb.knowledge.bookmarks import Bookmark, Bookmarks
from guidance_kb.knowledge.library import Library
from guidance_kb.ui.core.bookmark_service import BookmarkService
from tests.ui.bookmarks.conftest import IDS, Stored, place


def failures(service: BookmarkService) -> list[KnownError]:
    found: list[KnownError] = []
    service.failed.connect(found.append)
    return found


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path, bookmarks: BookmarkService) -> None:
    assert bookmarks.kept == {}
    assert list(tmp_path.iterdir()) == []


def test_what_is_marked_is_there_at_once_and_on_the_disk_soon(
    qtbot: QtBot, bookmarks: BookmarkService, library: Library, stored: Stored
) -> None:
    with qtbot.waitSignals([bookmarks.changed, bookmarks.written]):
        assert bookmarks.toggle("care-duties", place(library, "care-duties"))
        assert list(bookmarks.kept) == ["care-duties"]
    assert [each.id for each in stored()] == ["care-duties"]


def test_those_marked_last_stand_first_as_in_the_file(marked: BookmarkService, stored: Stored) -> None:
    assert list(marked.kept) == list(IDS) == [each.id for each in stored()]


def test_another_window_reads_what_this_one_wrote(qtbot: QtBot, tmp_path: Path, marked: BookmarkService) -> None:
    other = BookmarkService(tmp_path / "personal.db")
    other.load()
    qtbot.waitUntil(lambda: list(other.kept) == list(IDS))
    assert other.kept["care-duties"].note == "Vraag naar de week"
    other.remove(["2.1.2"])
    other.close()
    marked.load()
    qtbot.waitUntil(lambda: list(marked.kept) == list(IDS[:2]))


def test_when_the_program_comes_forward_it_looks_what_another_window_did(
    qtbot: QtBot, tmp_path: Path, marked: BookmarkService
) -> None:
    marked.load()
    qtbot.waitUntil(lambda: not marked._reads)
    Bookmarks(tmp_path / "personal.db").remove(IDS[:1])
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: list(marked.kept) == list(IDS[1:]))


def test_what_was_taken_away_and_is_marked_again_is_as_it_was(
    qtbot: QtBot, marked: BookmarkService, library: Library, stored: Stored
) -> None:
    before = marked.kept["care-duties"]
    here = place(library, "care-duties")
    assert not marked.toggle("care-duties", here)
    qtbot.waitUntil(lambda: "care-duties" not in [each.id for each in stored()])
    assert marked.toggle("care-duties", here)
    assert marked.kept["care-duties"] == before
    qtbot.waitUntil(lambda: before in stored())


def test_what_is_gone_from_the_content_can_be_taken_away_and_back(qtbot: QtBot, marked: BookmarkService) -> None:
    before = marked.kept["2.1.2"]
    assert not marked.toggle("2.1.2", None)
    assert marked.last("2.1.2") == before
    assert marked.toggle("2.1.2", None)
    assert marked.kept["2.1.2"] == before
    assert not marked.toggle("never-marked", None)
    assert "never-marked" not in marked.kept


def test_quick_changes_of_mind_end_as_the_last_one(
    qtbot: QtBot, bookmarks: BookmarkService, library: Library, stored: Stored
) -> None:
    for _ in range(7):
        bookmarks.toggle("care-duties", place(library, "care-duties"))
    bookmarks.load()
    qtbot.waitUntil(lambda: [each.id for each in stored()] == ["care-duties"])
    assert list(bookmarks.kept) == ["care-duties"]


def test_a_note_is_written_and_the_last_of_several_counts(
    qtbot: QtBot, marked: BookmarkService, stored: Stored
) -> None:
    for text in ("e", "ee", "een"):
        marked.note(marked.kept["2.1.2"], text)
    assert marked.waits("2.1.2")
    assert marked.kept["2.1.2"].note == "een"
    qtbot.waitUntil(lambda: not marked.waits("2.1.2"))
    assert {each.id: each.note for each in stored()}["2.1.2"] == "een"


def test_a_note_on_what_was_taken_away_here_does_not_bring_it_back(
    qtbot: QtBot, marked: BookmarkService, stored: Stored
) -> None:
    bookmark = marked.kept["2.1.2"]
    marked.remove(["2.1.2"])
    marked.note(bookmark, "te laat")
    marked.load()
    qtbot.waitUntil(lambda: not marked._reads)
    assert "2.1.2" not in marked.kept
    assert "2.1.2" not in [each.id for each in stored()]


def test_a_note_typed_while_another_window_takes_it_away_is_kept(
    qtbot: QtBot, tmp_path: Path, marked: BookmarkService, stored: Stored
) -> None:
    bookmark = marked.kept["2.1.2"]
    Bookmarks(tmp_path / "personal.db").remove(["2.1.2"])
    marked.load()
    qtbot.waitUntil(lambda: "2.1.2" not in marked.kept)
    marked.note(bookmark, "was onderweg")
    qtbot.waitUntil(lambda: "was onderweg" in [each.note for each in stored()])


def test_what_cannot_be_written_is_said_and_stays_and_is_written_with_the_next(
    qtbot: QtBot, tmp_path: Path, qapp: object, library: Library
) -> None:
    blocked = tmp_path / "folder"
    blocked.write_text("in the way", "utf-8")
    service = BookmarkService(blocked / "personal.db")
    told = failures(service)
    service.toggle("care-duties", place(library, "care-duties"))
    qtbot.waitUntil(lambda: bool(told))
    service.note(service.kept["care-duties"], "Vraag naar de week")
    qtbot.waitUntil(lambda: len(told) > 1)
    assert "cannot be read or kept now" in str(told[0])
    assert service.kept["care-duties"].note == "Vraag naar de week"
    assert service.waits("care-duties")

    blocked.unlink()
    service.load()
    qtbot.waitUntil(lambda: not service.waits("care-duties"))
    assert [each.note for each in Bookmarks(blocked / "personal.db").all()] == ["Vraag naar de week"]
    service.close()


def test_a_refused_removal_is_shown_again_and_takes_notes(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, marked: BookmarkService, stored: Stored
) -> None:
    monkeypatch.setattr("guidance_kb.knowledge.bookmarks._PATIENCE", 0.1)
    told, folder = failures(marked), tmp_path / "personal.db"
    with closing(sqlite3.connect(folder, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")  # another window is at it for longer than this one waits
        marked.remove(["2.1.2"])
        assert "2.1.2" not in marked.kept
        qtbot.waitUntil(lambda: bool(told))
        other.rollback()
    assert list(marked.kept) == list(IDS)
    marked.note(marked.kept["2.1.2"], "blijft")
    qtbot.waitUntil(lambda: "blijft" in [each.note for each in stored()])


def test_a_damaged_file_is_told_once_and_what_was_marked_is_kept_in_a_new_one(
    qtbot: QtBot, tmp_path: Path, bookmarks: BookmarkService, library: Library, stored: Stored
) -> None:
    (tmp_path / "personal.db").write_bytes(b"no database" * 1000)
    told = failures(bookmarks)
    with qtbot.waitSignal(bookmarks.written):
        bookmarks.toggle("care-duties", place(library, "care-duties"))
    assert len(told) == 1
    assert "set aside" in str(told[0])
    assert [each.id for each in stored()] == ["care-duties"]
    assert len(list(tmp_path.glob("personal-damaged-*.db"))) == 1


def test_what_a_newer_program_wrote_is_told_and_left_alone(
    qtbot: QtBot, tmp_path: Path, bookmarks: BookmarkService, library: Library
) -> None:
    own = Bookmarks(tmp_path / "personal.db")
    own.keep([Bookmark.of(place(library, "care-duties"), datetime.now(UTC))])
    with sqlite3.connect(own.path) as connection:
        connection.execute("INSERT INTO _sqlite_migrations VALUES (999, 'personal', '999-later', 'x')")
    connection.close()
    told = failures(bookmarks)
    bookmarks.load()
    qtbot.waitUntil(lambda: bool(told))
    assert "newer version" in str(told[0])
    assert bookmarks.kept == {}


def test_closing_waits_until_the_last_note_is_written(tmp_path: Path, marked: BookmarkService, stored: Stored) -> None:
    marked.closing.connect(lambda: marked.note(marked.kept["2.1.2"], "op het laatst"))
    marked.close()
    assert {each.id: each.note for each in stored()}["2.1.2"] == "op het laatst"


def test_closing_says_what_could_not_be_written_and_writes_it_if_it_can_be(
    qtbot: QtBot, tmp_path: Path, library: Library
) -> None:
    blocked = tmp_path / "folder"
    blocked.write_text("in the way", "utf-8")
    service = BookmarkService(blocked / "personal.db")
    service.toggle("care-duties", place(library, "care-duties"))
    service.note(service.kept["care-duties"], "Vraag naar de week")
    assert service.would_lose()
    blocked.unlink()
    service.close()
    assert [each.note for each in Bookmarks(blocked / "personal.db").all()] == ["Vraag naar de week"]


def test_closing_loses_nothing_that_is_written(marked: BookmarkService) -> None:
    marked.note(marked.kept["2.1.2"], "op het laatst")
    assert not marked.would_lose()
