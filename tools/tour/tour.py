"""A tour of the program: it drives the real window through its main tasks and writes a picture of each step.

`make run` uses it on a machine without a display, `make screenshots` for the documentation, and the packaged program as its own test
(`guidance-kb --tour FOLDER`). It searches, reads, compares countries, holds a first contact and keeps records as a counselor would, with
fictitious clients and in temporary folders.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QMessageLogContext,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from guidance_kb.app import has_display, main, make_application, make_window
from guidance_kb.conversation.answers import By, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.documents.form import FormKind
from guidance_kb.errors import BugError
from guidance_kb.knowledge.packs.database import Shipped
from guidance_kb.language import Language
from guidance_kb.paths import ROOT, knowledge_database
from guidance_kb.search.query.plan import Field
from guidance_kb.search.results.choice import SortOrder
from guidance_kb.ui.conversation.session.session_persistence import SaveStatus
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.bookmark_service import BookmarkService
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.casebook_service import CasebookState as Casebook
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.pack_service import PackService
from guidance_kb.ui.core.printing import form_paper, write_pdf
from guidance_kb.ui.core.settings import Scheme, Settings, SettingsFile
from guidance_kb.ui.packs.view import PacksView
from guidance_kb.ui.records.room import RecordsRoom
from guidance_kb.ui.records.vault.create_page import CreateView
from guidance_kb.ui.search.filter_bar import Arrangement
from guidance_kb.ui.shell.window import MainWindow
from tools.tour import sample_records
from tools.tour.conversation import ConversationGuide
from tools.tour.guide_pictures import keep_part
from tools.tour.pictures import renew, write_small
from tools.tour.records_admin import KeepingGuide
from tools.tour.summary import SummaryGuide
from tools.tour.views import ViewsGuide

_View = TypeVar("_View", bound=QWidget)

_SIZE = (1366, 768)
"""The smallest usual laptop screen, in pixels."""

_PATIENCE = 5000
"""Maximum duration of a step in milliseconds."""

_EXAMPLE = ROOT / "docs" / "example-pack"
"""A knowledge pack to inspect; the packaged program has none."""

_PASSPHRASE = "paard nietje lantaarn 7 wolken"  # noqa: S105 - of a casebook that lives as long as the tour

_ANSWERS = (
    ("vraag-dichtbij", State.NAMED, By.CLIENT),
    ("vraag-steun", State.NAMED, By.CLIENT),
    ("vraag-zorg", State.NAMED, By.CLIENT),
    ("vraag-lezen", State.NAMED, By.OBSERVED),
    ("vraag-regels", State.NAMED, By.CLIENT),
    ("vraag-geld", State.DECLINED, By.CLIENT),
    ("vraag-reizen", State.NOT_AN_ISSUE, By.CLIENT),
)


@dataclass(frozen=True, slots=True)
class TourLook:
    """A language, scheme and text size of the program."""

    language: Language = Language.NL
    scheme: Scheme = Scheme.LIGHT
    text_size: int = 100

    @property
    def name(self) -> str:
        """The name in file names: `nl-light` or `en-dark-150`."""
        size = f"-{self.text_size}" if self.text_size != 100 else ""  # noqa: PLR2004 - the normal size
        return f"{self.language}-{self.scheme}{size}"


LOOKS = tuple(
    TourLook(language, scheme, size)
    for size in (100, 150)
    for scheme in (Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST)
    for language in Language
)
"""Every language in every scheme, at the usual text size and at the one with the least room."""


class Guide:
    """Leads one window through the tour."""

    def __init__(self, window: MainWindow, folder: Path, look: TourLook) -> None:
        self._window = window
        self._folder = folder
        self._look = look
        self._number = 0

    def steps(self) -> Iterator[tuple[str, Path]]:
        """Take each step, and yield its caption and picture."""
        dutch = self._look.language is Language.NL
        yield self._picture("start", "opened the program")
        self._type("geen oppas" if dutch else "no babysitter")
        yield self._picture("search", "searched in everyday words")
        self._read_next()
        yield self._picture("read", "opened the next result and went to its first hit")
        self._window.go_to_room(ViewId.COUNTRIES)
        yield self._picture("countries", "compared five countries")
        self._window.go_to_room(ViewId.CONVERSATION)
        yield self._picture("conversation", "began a first contact")
        view = self._conversation()
        for item, state, by in _ANSWERS:
            view.controller.set_state(item, state)
            if by is By.OBSERVED:
                view.controller.set_by(item, by)
        view.items.go_to("vraag-zorg")
        yield self._picture("signals", "ticked what the client said, and saw what may be in the way")
        view.side.signals.toggle("care-duties")
        yield self._picture("card", "opened a signal: why, what else it may be, what to ask and what to do")
        view.side.tabs[2].click()
        yield self._picture("why-not", "looked why other signals are off")
        yield self._form(view)
        yield from ViewsGuide(self._window, self._picture, wait_until).steps(dutch=dutch)
        yield from self._ways_of_searching(dutch=dutch)
        yield from self._records(dutch=dutch)

    def _ways_of_searching(self, *, dutch: bool) -> Iterator[tuple[str, Path]]:
        """Show the search in more detail; these pictures are last, so that the others keep their numbers."""
        self._type("drempel geld" if dutch else "barrier money")
        results = self._window.results
        results.searched.mores[0].click()
        yield self._picture("chips", "saw what else was searched, and what can be taken away from it")
        self._type("motivatie" if dutch else "motivation")
        results.narrowing.opener.click()
        results.narrowing.panel.groups[Field.COUNTRY].ticks["scotland"].click()
        wait_until(lambda: bool(results.narrowing.chips))
        yield self._picture("filters", "kept what is about one country")
        results.narrowing.opener.click()
        results.narrowing.order_button(Arrangement.REPORT).click()
        wait_until(lambda: results.answer is not None and results.answer.choice.order is SortOrder.SECTION)
        yield self._picture("order", "read it in the order of the report")
        results.narrowing.clear.click()
        wait_until(lambda: not results.narrowing.chips)
        results.narrowing.order_button(Arrangement.FIT).click()
        self._type("kinderopvnag" if dutch else "chidlcare")
        yield self._picture("spelling", "made a typing error, and was understood")
        self._type("xqzzy")
        yield self._picture("nothing", "searched for what is not there, and was shown a way on")
        self._type("land:" if dutch else "country:")
        yield self._picture("completion", "had a filter completed")
        self._window.topbar.box.suggestions.hide()
        self._type("schaamte" if dutch else "shame")
        results.reading.setFocus()
        results.reading.open_findbar()
        QTest.keyClicks(results.reading.findbar.box, "leren" if dutch else "learn")
        yield self._picture("find", "found a word on the page")
        self._window.topbar.toggle_sheet()
        yield self._picture("sheet", "looked up how to search")
        self._window.topbar.toggle_sheet()
        if _EXAMPLE.exists():
            packs = self._packs()
            packs.inspect(_EXAMPLE)
            wait_until(packs.offer.isVisible)
            yield self._picture("packs", "looked at what a knowledge pack would bring")

    def _records(self, *, dutch: bool) -> Iterator[tuple[str, Path]]:
        """Show records of fictitious clients, in a casebook that is deleted after the tour."""
        window, service = self._window, self._window.services.casebook
        window.go_to_room(ViewId.RECORDS)
        room = seen(window, ViewId.RECORDS, RecordsRoom)
        creating = room.shown
        if not isinstance(creating, CreateView):
            raise BugError(type(creating).__name__)
        yield self._picture("records-what", "read what records are, and what they cannot do")
        creating.go.click()
        QTest.keyClicks(creating.passphrase.first, _PASSPHRASE)
        QTest.keyClicks(creating.passphrase.second, _PASSPHRASE)
        yield self._picture("passphrase", "chose a passphrase")
        creating.go.click()
        wait_until(lambda: bool(creating.key.key))
        yield self._picture("recovery-key", "put the recovery key on paper")
        creating.go.click()
        for number, field in zip(creating.key.asked, creating.key.fields, strict=True):
            QTest.keyClicks(field, creating.key.key.split("-")[number - 1])
        creating.go.click()
        wait_until(lambda: service.state is Casebook.OPEN)
        clients: list[int] = []
        service.execute(
            service,
            partial(sample_records.fill, checklist=Checklist.of(window.services.library), dutch=dutch),
            clients.append,
        )
        wait_until(lambda: bool(clients))
        window.open_record(clients[0])
        wait_until(lambda: room.records is not None and room.records.controller.record is not None)
        yield self._picture("record", "opened the record of a client: what was said, what was agreed, what is due")
        view = self._begin_with(clients[0])
        for item, state, _ in _ANSWERS[:5]:
            view.controller.set_state(item, state)
        view.controller.set_state("vraag-geld", State.NOT_AN_ISSUE)
        wait_until(lambda: view.persistence.status is SaveStatus.KEPT)
        view.side.tabs[0].click()
        yield self._picture("saved", "held a second conversation; every answer is saved")
        view.persistence.finish()
        wait_until(lambda: view.persistence.status is SaveStatus.FINISHED)
        window.open_record(clients[0])
        settle()
        yield self._picture("timeline", "saw what is new, what went and what stayed since the conversation before")
        window.privacy_screen.move_it()
        yield self._picture("hidden", "hid everything at one key")
        window.privacy_screen.move_it()
        window.go_to_room(ViewId.START)
        yield self._picture("due", "saw at the start what is due")
        window.go_to_room(ViewId.RECORDS)
        window.lock()
        yield self._picture("locked", "locked the records")
        keeping = KeepingGuide(room, window.services, self._picture, wait_until)
        yield from keeping.steps(clients[0], _PASSPHRASE, dutch=dutch)
        yield from SummaryGuide(window, self._picture, wait_until).steps(_PASSPHRASE, dutch=dutch)
        yield from ConversationGuide(window, self._picture, wait_until).steps(dutch=dutch)

    def _begin_with(self, client: int) -> ConversationView:
        """Begin a conversation with a client, without taking over the first contact, which is in memory only."""
        self._window.start_conversation(client)
        view = self._conversation()
        view.question.yes.click()
        wait_until(lambda: view.persistence.status is SaveStatus.NOTHING_SAID)
        return view

    def _packs(self) -> PacksView:
        self._window.go_to_room(ViewId.PACKS)
        return seen(self._window, ViewId.PACKS, PacksView)

    def _conversation(self) -> ConversationView:
        return seen(self._window, ViewId.CONVERSATION, ConversationView)

    def _type(self, query: str) -> None:
        box = self._window.topbar.box
        box.setFocus()
        box.clear()
        QTest.keyClicks(box, query)
        wait_until(lambda: self._window.answered == query)

    def _read_next(self) -> None:
        results = self._window.results.results
        QTest.keyClick(self._window.topbar.box, Qt.Key.Key_Down)
        QTest.keyClick(results, Qt.Key.Key_Down)
        QTest.keyClick(results, Qt.Key.Key_Down)

    def _picture(self, name: str, done: str, of: QWidget | None = None) -> tuple[str, Path]:
        """Take a picture of the window, or of another widget."""
        self._number += 1
        settle()
        path = self._folder / f"{self._look.name}-{self._number}-{name}.png"
        image = (of or self._window).grab().toImage()
        write_small(image, path)
        if self._look.name == f"{self._look.language}-{Scheme.LIGHT}":
            keep_part(self._window, name, image, self._folder, self._look.language)
        return done, path

    def _form(self, view: ConversationView) -> tuple[str, Path]:
        path = self._folder / f"{self._look.name}-form.pdf"
        write_pdf(form_paper(self._window.services, FormKind.FILLED, view.controller.session), path)
        return "printed the filled form as PDF", path


def seen(window: MainWindow, room: ViewId, kind: type[_View]) -> _View:
    """Return the widget of a view, checking its type."""
    view = window.view(room)
    if not isinstance(view, kind):
        raise BugError(type(view).__name__)
    return view


def wait_until(reached: Callable[[], bool]) -> None:
    """Run the event loop until `reached` is true.

    Raises:
        TimeoutError: It was not true within `_PATIENCE` milliseconds.
    """
    loop, waited = QEventLoop(), 0
    while not reached():
        QTimer.singleShot(10, loop.quit)
        loop.exec()
        waited += 10
        if waited > _PATIENCE:
            raise TimeoutError
    settle()


def settle() -> None:
    """Run the event loop for layout and painting."""
    loop = QEventLoop()
    QTimer.singleShot(60, loop.quit)
    loop.exec()


def put_away(window: MainWindow) -> None:
    """Close a window, and close its services."""
    services = window.services
    window.conversation_coordinator.close_anyway()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    services.close()


def _told_by_qt(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Print a Qt message, except the one that the offscreen platform gives for every window."""
    if "propagateSizeHints" not in message:
        sys.stderr.write(f"{message}\n")


def take(folder: Path, looks: tuple[TourLook, ...] = LOOKS[:1]) -> None:
    """Take the tour in each of `looks`, offscreen, and write the pictures to `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    qInstallMessageHandler(_told_by_qt)
    application = make_application()
    print(f"A tour of Guidance KB; the pictures are in {folder}")  # noqa: T201 - this is what it is for
    for look in looks:
        with tempfile.TemporaryDirectory() as scratch:
            settings = SettingsFile(Path(scratch) / "settings.ini")
            settings.write(Settings(look.language, look.scheme, look.text_size))
            service = CasebookService(Path(scratch) / "casebook")
            packs = PackService(Path(scratch) / "packs", Shipped.ours())
            bookmarks = BookmarkService(Path(scratch) / "personal.db")
            window = make_window(application, knowledge_database(), settings, service, packs, bookmarks)
            window.resize(*_SIZE)
            window.show()
            window.warm_up()
            for done, path in Guide(window, folder, look).steps():
                print(f"  {done}: {path.name}")  # noqa: T201
            put_away(window)


def run(arguments: list[str]) -> int:
    """Take the tour with the command-line `arguments` (see `--help`). Return the exit code."""
    asked = _parser().parse_args(arguments)
    if asked.when_no_display:
        if has_display():
            return main()
        print("There is no display here, so the program shows itself in pictures.")  # noqa: T201
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    take(asked.folder, LOOKS if asked.all else LOOKS[:1])
    if asked.renew:
        renew(asked.renew, asked.folder)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "guidance-kb --tour", description="Takes a tour of the program, and pictures of it."
    )
    parser.add_argument("folder", type=Path, help="where the pictures are written; made when it is not there")
    parser.add_argument(
        "--all", action="store_true", help="in every language, scheme and text size, not only in the usual look"
    )
    parser.add_argument(
        "--when-no-display", action="store_true", help="open the window instead where there is a display"
    )
    parser.add_argument(
        "--renew", type=Path, metavar="SHOWN", help="also renew the pictures of this folder of the documentation"
    )
    return parser
