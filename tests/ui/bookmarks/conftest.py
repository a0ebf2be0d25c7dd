from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from guidance_kb.knowledge.bookmarks import Bookmark, Bookmarks
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.outline import OutlinePlace
from guidance_kb.ui.core.bookmark_service import BookmarkService

Stored = Callable[[], list[Bookmark]]

IDS = ("care-duties", "aanbeveling-snel-handelen", "2.1.2")


def place(library: Library, identifier: str) -> OutlinePlace:
    """Where something that there is stands."""
    found = library.place(identifier)
    assert found is not None
    return found


@pytest.fixture
def stored(tmp_path: Path) -> Callable[[], list[Bookmark]]:
    """What is in the file of the fixture `bookmarks`, the last marked first; as another window reads it."""
    return lambda: Bookmarks(tmp_path / "personal.db").all()


@pytest.fixture
def marked(qtbot: QtBot, bookmarks: BookmarkService, library: Library) -> BookmarkService:
    """Three bookmarks, the first of `IDS` marked last, with a note."""
    for identifier in reversed(IDS):
        bookmarks.toggle(identifier, place(library, identifier))
    with qtbot.waitSignal(bookmarks.written):
        bookmarks.note(bookmarks.kept[IDS[0]], "Vraag naar de week")
    qtbot.waitUntil(lambda: not bookmarks.waits(IDS[0]))
    return bookmarks
