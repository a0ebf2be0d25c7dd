"""Tour of the remaining views: bookmarks with a note, the settings, the help."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from guidance_kb.language import Text
from guidance_kb.ui.bookmarks.view import BookmarksView
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.shell.window import MainWindow
from tools.tour.conversation import TourPicture, Wait

_MARKED: Final = ("care-duties", "money", "social-nearness")

_NOTE: Final = Text(
    "Eerst navragen welke opvang er bij onze cursussen is.", "Ask first which child care our courses offer."
)


class ViewsGuide:
    """Leads the window through these views.

    Args:
        window: The window.
        picture: Takes a picture.
        wait: Runs the event loop until a condition is true.
    """

    def __init__(self, window: MainWindow, picture: TourPicture, wait: Wait) -> None:
        self._window, self._picture, self._wait = window, picture, wait

    def steps(self, *, dutch: bool) -> Iterator[tuple[str, Path]]:
        """Take each step, and yield its caption and picture."""
        yield from self._bookmarks(dutch=dutch)
        yield from self._help()
        self._window.go_to_room(ViewId.SETTINGS)
        yield self._picture("settings", "looked what can be set, and what each setting does")
        self._window.helping.open("help-signals")
        yield self._picture("help", "read in the help what a signal is, and what it is not")

    def _help(self) -> Iterator[tuple[str, Path]]:
        window = self._window
        window.helping.toggle_keys()
        yield self._picture("keys", "pressed F1 to see all keys")
        window.helping.toggle_keys()
        window.helping.open("help-records")
        yield self._picture("help-article", "read what to do when the passphrase is forgotten")

    def _bookmarks(self, *, dutch: bool) -> Iterator[tuple[str, Path]]:
        window, service = self._window, self._window.services.bookmarks
        window.go_to_room(ViewId.BOOKMARKS)
        yield self._picture("bookmarks-none", "read how bookmarks come to be")
        for marked in _MARKED:
            service.toggle(marked, window.services.library.place(marked))
        self._wait(self._written)
        window.go_to_room(ViewId.BOOKMARKS)
        note = cast("BookmarksView", window.view(ViewId.BOOKMARKS)).reading.note
        note.pen.setFocus(Qt.FocusReason.OtherFocusReason)
        QTest.keyClicks(note.pen, _NOTE.nl if dutch else _NOTE.en)
        note.flush()
        self._wait(self._written)
        yield self._picture("bookmarks", "saw three bookmarks, and wrote a note with one")

    def _written(self) -> bool:
        service = self._window.services.bookmarks
        return len(service.kept) == len(_MARKED) and not any(map(service.waits, service.kept))
