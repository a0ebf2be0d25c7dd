"""Portraits of the main views, as a counselor comes to them: real knowledge, a casebook of nobody, a day that never ends.

They are kept and compared as the photographs of the gallery are (`photographs.py`), a third as large as they are seen. Not every view in
every look: colours are guarded by the gallery, so that a view is kept once as it is at first, once in the other language in the dark, and
once where there is least room. The first is of the whole window; the others are of the view only, so that a button more in the rail or in
the top bar changes one picture in each look.
"""

import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QCursor, QFont, QImage
from PySide6.QtWidgets import QApplication, QWidget
from tools.tour.tour import TourLook, put_away, settle, wait_until

from guidance_kb.app import make_window
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.conversation.answers import State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.knowledge.packs.database import Shipped
from guidance_kb.language import Language
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.bookmark_service import BookmarkService
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.casebook_service import CasebookState as Casebook
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.pack_service import PackService
from guidance_kb.ui.core.settings import Scheme, Settings, SettingsFile
from guidance_kb.ui.records.room import RecordsRoom
from guidance_kb.ui.shell.window import MainWindow
from guidance_kb.ui.summary.view import SummaryView
from tests.casebook.conftest import CHEAP, PASSPHRASE
from tests.ui.geometry import name_of, said_by
from tests.ui.photographs import KEPT, Photograph
from tests.ui.stopped import stopped_clock
from tools.tour import sample_records

VIEWS: Final = KEPT / "views"

LOOKS: Final = (TourLook(), TourLook(Language.EN, Scheme.DARK), TourLook(scheme=Scheme.CONTRAST, text_size=150))

FACTOR: Final = 3
"""How many times smaller a portrait is kept."""

_SIZE: Final = (1366, 768)
_SAID: Final = ("vraag-dichtbij", "vraag-lukt", "vraag-zorg", "vraag-regels")


class Sitting:
    """One window that sits for all its portraits."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._dutch = window.services.language is Language.NL

    def views(self) -> Iterator[str]:
        """Brings one view after the other before the camera, and yields its name while it is there."""
        self._window.go_to_room(ViewId.START)
        yield "start"
        yield from self._knowledge()
        for name in ("settings", "help"):
            room = {str(each): each for each in ViewId}.get(name)
            if room is not None:
                self._window.go_to_room(room)
                yield name
        yield from self._conversation()
        yield from self._records()

    def _knowledge(self) -> Iterator[str]:
        window, service = self._window, self._window.services.bookmarks
        self._ask("geen oppas" if self._dutch else "no babysitter")
        yield "search"
        self._ask("xqzzy")
        yield "nothing"
        window.go_to_room(ViewId.COUNTRIES)
        yield "countries"
        window.go_to_room(ViewId.MAP)
        yield "map"
        window.go_to_room(ViewId.BOOKMARKS)
        yield "bookmarks-empty"
        for entry in ("care-duties", "money"):
            service.toggle(entry, window.services.library.place(entry))
        wait_until(lambda: len(service.kept) == 2 and not any(map(service.waits, service.kept)))
        yield "bookmarks"

    def _conversation(self) -> Iterator[str]:
        window = self._window
        window.go_to_room(ViewId.CONVERSATION)
        view = cast("ConversationView", window.view(ViewId.CONVERSATION))
        yield "listening"
        for item in _SAID:
            view.controller.set_state(item, State.NAMED)
        view.items.go_to("vraag-zorg")
        view.side.signals.toggle("care-duties")
        yield "signals"
        window.show_summary()
        cast("SummaryView", window.view(ViewId.SUMMARY)).page.show_tab(1)
        yield "summary"

    def _records(self) -> Iterator[str]:
        window, service = self._window, self._window.services.casebook
        service.with_vault(service, lambda vault: vault.create(PASSPHRASE))
        wait_until(lambda: service.state is Casebook.LOCKED)
        window.go_to_room(ViewId.RECORDS)
        yield "locked"
        service.unlock(PASSPHRASE)
        wait_until(lambda: service.state is Casebook.OPEN)
        window.go_to_room(ViewId.RECORDS)
        settle()
        yield "records-empty"
        clients: list[int] = []
        checklist = Checklist.of(window.services.library)
        service.execute(service, partial(sample_records.fill, checklist=checklist, dutch=self._dutch), clients.append)
        wait_until(lambda: bool(clients))
        window.open_record(clients[0])
        room = cast("RecordsRoom", window.view(ViewId.RECORDS))
        wait_until(lambda: room.records is not None and room.records.controller.record is not None)
        yield "timeline"
        window.go_to_room(ViewId.START)
        yield "due"

    def _ask(self, query: str) -> None:
        self._window.search_for(query)
        wait_until(lambda: self._window.answered == query)


def sit(application: QApplication, database: Path, folder: Path, look: TourLook) -> Iterator[tuple[str, Photograph]]:
    """Takes all portraits in a look.

    Args:
        application: Of the test.
        database: The shipped knowledge.
        folder: An empty one, for what a user would have.
        look: Of the window.
    """
    for reads_the_clock in (
        "casebook.storage.store",
        "ui.records.clients.record_format",
        "ui.start.view",
    ):  # it is stopped in what is imported by then
        import_module(f"guidance_kb.{reads_the_clock}")
    settings = SettingsFile(folder / "settings.ini")
    settings.write(Settings(look.language, look.scheme, look.text_size))
    service = CasebookService(folder / "casebook", lambda casebook: Vault(casebook, cost=CHEAP))
    packs = PackService(folder / "packs", Shipped.ours())
    flashes = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)
    with stopped_clock():
        window = make_window(application, database, settings, service, packs, BookmarkService(folder / "personal.db"))
        window.services.theme.motion.allow(False)
        font = QApplication.font()
        font.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
        QApplication.setFont(font)
        window.resize(*_SIZE)
        QCursor.setPos(0, 2 * _SIZE[1])  # nothing lies under the mouse, wherever a test left it
        window.show()
        window.activateWindow()
        window.warm_up()
        try:
            for number, name in enumerate(Sitting(window).views()):
                sitter = window.view(window.here) if number else window
                yield f"{look.name}-{name}", _portrait(window, sitter)
        finally:
            put_away(window)
            QApplication.setCursorFlashTime(flashes)


def _portrait(window: MainWindow, sitter: QWidget) -> Photograph:
    """Takes what is seen of a widget in the window, once nothing moves any more."""
    before, image = None, _rendered(window)
    while image != before:
        settle()
        before, image = image, _rendered(window)
    shown = [each for each in sitter.findChildren(QWidget) if each.isVisible() and not each.visibleRegion().isEmpty()]
    places = {name_of(each): QRect(each.mapTo(sitter, QPoint()), each.size()) for each in shown if said_by(each)}
    return Photograph(image.copy(QRect(sitter.mapTo(window, QPoint()), sitter.size())), places)


def _rendered(window: MainWindow) -> QImage:
    image = QImage(window.size(), QImage.Format.Format_RGB32)
    image.fill(QColor(window.services.theme.tokens.canvas))
    window.render(image)
    return image


def keep_all(application: QApplication, database: Path) -> Iterator[Path]:
    """Takes all portraits anew; yields where each is kept."""
    from tools.tour.pictures import write_small  # noqa: PLC0415

    for look in LOOKS:
        with tempfile.TemporaryDirectory() as folder:
            for name, portrait in sit(application, database, Path(folder), look):
                path = VIEWS / f"{name}.png"
                write_small(portrait.small(FACTOR), path)
                yield path


if __name__ == "__main__":
    from guidance_kb.app import make_application
    from guidance_kb.paths import knowledge_database

    for kept in keep_all(make_application(), knowledge_database()):
        sys.stdout.write(f"{kept.name}: {kept.stat().st_size // 1000} KB\n")
