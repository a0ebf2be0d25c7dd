"""Writes bookmarks on a small file system that is full; started by test_bookmarks.py.

    unshare --mount python -m tests.knowledge.fullbookmarks FOLDER

Prints what was said, and which notes are there when there is room again; or why nothing can be mounted.
"""

import json
import sys
from pathlib import Path

from guidance_kb.errors import KnownError
from guidance_kb.knowledge.bookmarks import Bookmark, Bookmarks
from guidance_kb.language import Text
from tests.soak.casebook.filesystems import file_system, filled_up
from tests.soak.found import Found

MOMENT = "2026-11-25T13:02:31+00:00"
LONG = "x" * 50_000


def main(folder: str) -> None:
    """Writes, and prints what came of it."""
    found, said = Found(), []
    with file_system(Path(folder) / "small", found) as small:
        if found.skipped:
            sys.stdout.write(json.dumps({"skipped": found.skipped}))
            return
        bookmarks = Bookmarks(small / "personal.db")
        first, second = (Bookmark(name, "finding", Text("nl", "en"), "before", MOMENT, MOMENT) for name in ("a", "b"))
        bookmarks.keep([first])
        with filled_up(small, 0):
            for work in (lambda: bookmarks.keep([second]), lambda: bookmarks.note(_with(first, LONG))):
                try:
                    work()
                except KnownError as error:
                    said.append(list(error.text))
        left = [each.note for each in bookmarks.all()]
        bookmarks.note(_with(first, LONG))
        after = [each.note == LONG for each in bookmarks.all()]
    sys.stdout.write(json.dumps({"said": said, "left": left, "after": after}))


def _with(bookmark: Bookmark, note: str) -> Bookmark:
    return Bookmark(bookmark.id, bookmark.kind, bookmark.title, note, bookmark.added, bookmark.changed)


if __name__ == "__main__":
    main(*sys.argv[1:])
