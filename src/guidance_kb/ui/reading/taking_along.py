"""Copying, printing and saving passages: the page that is read, or several bookmarks."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from guidance_kb.documents.page import for_browser, save
from guidance_kb.ui.core.save_dialog import ask_where, tell_saved
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.reading.clipboard import rich
from guidance_kb.ui.widgets.announcement import announce

_LONGEST = 60
"""Maximum length of a proposed file name."""


class TakingAlong(QObject):
    """Takes passages along, in the language of the window, each with its source; of bookmarks also the user's own notes.

    Args:
        services: The services of the window.
        identifiers: The ids, in the order in which they are taken.
        view: The widget in whose window the dialogs are shown.
    """

    def __init__(self, services: Services, identifiers: Sequence[str], view: QWidget) -> None:
        super().__init__(view)
        self._services, self._view = services, view
        self._identifiers = [one for one in identifiers if services.library.place(one)]

    def copy(self) -> None:
        """Copy them with their sources."""
        from guidance_kb.documents.passages import as_html  # noqa: PLC0415 - nothing is copied at the start

        services = self._services
        html = "<p></p>".join(as_html(services.library, one, services.language) for one in self._identifiers)
        QGuiApplication.clipboard().setMimeData(rich(html))
        announce(self._view, self.tr("Copied with its source"))

    def print(self) -> None:
        """Ask for a printer and print them."""
        from guidance_kb.ui.core import printing  # noqa: PLC0415 - rarely used

        printing.print_page(self._view, self.html)

    def save_pdf(self) -> None:
        """Ask for a file and save them as PDF."""
        from guidance_kb.ui.core import printing  # noqa: PLC0415

        self._save("pdf", lambda: printing.pdf(self.html()))

    def save_html(self) -> None:
        """Ask for a file and save them as a page that a browser and a word processor open."""
        self._save("html", lambda: for_browser(self.html()).encode())

    def html(self) -> str:
        """Return the page."""
        from guidance_kb.documents.passages import passages_page  # noqa: PLC0415

        kept = self._services.bookmarks.kept
        notes = {one: kept[one].note for one in self._identifiers if one in kept}
        return passages_page(self._services.library, self._identifiers, self._services.language, notes)

    def _save(self, suffix: str, content: Callable[[], bytes]) -> None:
        def write(path: Path) -> None:
            save(path, content())
            tell_saved(self._view, path)

        ask_where(self._view, self.tr("Save"), f"{self._name()}.{suffix}", write, self._services.jobs.failed.emit)

    def _name(self) -> str:
        """Return the proposed file name: the title of the only passage, or a word for several."""
        place = self._services.library.place(self._identifiers[0]) if len(self._identifiers) == 1 else None
        title = self._services.say(place.title) if place else self.tr("bookmarks")
        return re.sub(r"[^\w ,-]+", "", title)[:_LONGEST].strip()
