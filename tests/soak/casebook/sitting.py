"""Somebody who sits at the real window: hands for it, and what they find under them."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QFileDialog, QLineEdit, QWidget
from shiboken6 import isValid
from tools.tour.tour import seen, settle, wait_until

from guidance_kb.casebook.storage.store import Store
from guidance_kb.conversation.answers import State as Answered
from guidance_kb.documents.form import FormKind
from guidance_kb.ui.conversation.session.session_persistence import SaveStatus
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.casebook_service import CasebookState
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.records.admin.destinations import OfClient
from guidance_kb.ui.records.admin.export_page import CopyPage, HandOverPage
from guidance_kb.ui.records.admin.view import AdminView
from guidance_kb.ui.records.clients.page import Tab
from guidance_kb.ui.records.clients.view import RecordsView
from guidance_kb.ui.records.room import RecordsRoom
from guidance_kb.ui.records.vault.create_page import CreateView
from guidance_kb.ui.records.vault.unlock_page import UnlockView
from guidance_kb.ui.shell.window import MainWindow
from tests.hand import hand
from tests.soak.casebook.telling import CODE, WORDS

PASSPHRASE = "zqwachtzinqz paard lantaarn 7 wolken"  # noqa: S105 - of a casebook that lives as long as a test
WRONG = "zqverkeerdqz nietje dakpan"
ITEMS = ("vraag-zorg", "vraag-geld", "vraag-reizen")
_KINDS = TypeVar("_KINDS", bound=QWidget)
_T = TypeVar("_T")


class Sitting:
    """The window, and the hands of who sits there."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.service = window, window.services.casebook
        self.gone = 0.0  # seconds by which the clocks of what watches are ahead
        self.waited: list[float] = []
        window.watch._monotonic, window.watch._wall = (
            (lambda: time.monotonic() + self.gone),
            (lambda: time.time() + self.gone),
        )

    # ── the rooms ───────────────────────────────────────────────────────────────────────────────

    @property
    def room(self) -> RecordsRoom:
        self.window.go_to_room(ViewId.RECORDS)
        return seen(self.window, ViewId.RECORDS, RecordsRoom)

    @property
    def records(self) -> RecordsView:
        view = self.room.records
        assert view is not None
        return view

    @property
    def conversation(self) -> ConversationView:
        return seen(self.window, ViewId.CONVERSATION, ConversationView)

    def store(self, work: Callable[[Store], _T]) -> _T:
        """Asks the store something, on its worker, after all that was written."""
        got: list[_T] = []
        self.service.execute(self.service, work, got.append)
        wait_until(lambda: bool(got))
        return got[0]

    # ── creating and opening ────────────────────────────────────────────────────────────────────

    def create(self) -> None:
        creating = self.page(CreateView)
        hand.click(creating.go)
        for field in (creating.passphrase.first, creating.passphrase.second):
            hand.write(field, PASSPHRASE)
        hand.click(creating.go)
        wait_until(lambda: bool(creating.key.key))
        hand.click(creating.go)
        for number, field in zip(creating.key.asked, creating.key.fields, strict=True):
            hand.write(field, creating.key.key.split("-")[number - 1])
        hand.click(creating.go)
        wait_until(lambda: self.service.state is CasebookState.OPEN)

    def unlock(self, typed: str = PASSPHRASE) -> None:
        unlocking = self.page(UnlockView)
        wait_until(lambda: not unlocking.countdown.is_running)
        hand.click(unlocking.field)
        hand.press("Ctrl+A")  # what was typed before may stand in it
        hand.keys(typed)
        hand.press("Return")
        if typed == PASSPHRASE:
            wait_until(lambda: self.service.state is CasebookState.OPEN)
        else:
            wait_until(lambda: unlocking.countdown.is_running)

    def page(self, kind: type[_KINDS]) -> _KINDS:
        page = self.room.shown
        assert isinstance(page, kind), page
        return page

    # ── a record ────────────────────────────────────────────────────────────────────────────────

    def add_client(self) -> int:
        clients = self.records.clients
        hand.click(clients.new)
        settle()
        clients.form.code.clear()
        hand.write(clients.form.code, CODE)
        hand.press("Return")
        controller = self.records.controller
        wait_until(lambda: controller.record is not None)
        assert controller.client is not None
        return controller.client

    def fill_record(self) -> None:
        page, controller = self.records.page, self.records.controller
        page.show_tab(Tab.STEPS)
        hand.click(page.steps.agree)
        hand.write(page.steps.form.what, WORDS["stap"])
        hand.click(page.steps.form.keep)
        page.show_tab(Tab.FOLLOW_UP)
        hand.click(page.follow_up.other)
        hand.write(page.follow_up.moment.remark, WORDS["moment"])
        hand.click(page.follow_up.moment.keep)
        page.show_tab(Tab.NOTES)
        hand.write(page.notes.pen, WORDS["notitie"])
        hand.click(page.notes.finish)
        hand.write(page.notes.pen, WORDS["weg"])
        page.notes.pen.selectAll()
        page.notes.pen.copy()  # on the clipboard
        hand.click(page.notes.finish)
        wait_until(lambda: controller.record is not None and len(controller.record.notes) == 2)
        self.records.show_finder()
        hand.write(self.records.finder.box, WORDS["notitie"])
        wait_until(lambda: self.records.finder.model.rowCount() == 1)

    # ── a conversation ──────────────────────────────────────────────────────────────────────────

    def talk(self, client: int) -> None:
        self.window.start_conversation(client)
        view = self.conversation
        wait_until(lambda: view.persistence.status is SaveStatus.NOTHING_SAID)
        for item in ITEMS:
            view.controller.set_state(item, Answered.NAMED)
        self.write_in_item(ITEMS[0], WORDS["antwoord"])
        wait_until(lambda: view.persistence.status is SaveStatus.KEPT and view.persistence.saved_at is not None)

    def write_in_item(self, item: str, words: str) -> None:
        view = self.conversation
        view.items.go_to(item)
        details = view.items.rows[item].details
        assert details is not None
        hand.write(details.note, words)

    # ── exports ─────────────────────────────────────────────────────────────────────────────────

    def export(self, client: int, folder: Path) -> None:
        """Each export is cancelled first, and then made; the dialogs are Qt's own, as on a system without native ones."""
        self._export_to(self.records.page.header.calendar.click, "", folder / f"{CODE}.ics")
        self._export_copy(client, folder)
        self._hand_over(client, folder.with_name("home") / f"{CODE}.gkbt")
        self.window.go_to_room(ViewId.CONVERSATION)
        header = self.conversation.header
        self._export_to(
            header.pdfs[FormKind.FILLED].trigger, "", folder / "form.pdf", folder / "not there" / "form.pdf"
        )
        self._export_to(
            header.forms[FormKind.FILLED].trigger, ""
        )  # to a printer: there is none, so it is only cancelled

    def _export_copy(self, client: int, folder: Path) -> None:
        """What the client may ask for, in every form."""
        self.room.keep(OfClient.COPY, client)
        page = self.page(AdminView).shown
        assert isinstance(page, CopyPage)
        wait_until(lambda: page.everything is not None)
        for suffix in ("pdf", "html", "json"):
            self._export_to(
                getattr(page.ways, suffix).click, "", folder / f"{CODE}.{suffix}", folder / "not there" / f"x.{suffix}"
            )
        page.left.emit()

    def _hand_over(self, client: int, file: Path) -> None:
        """A sealed file, which may lie anywhere."""
        self.room.keep(OfClient.HAND_OVER, client)
        page = self.page(AdminView).shown
        assert isinstance(page, HandOverPage)
        settle()
        self._export_to(page.make.click, "", file)
        wait_until(lambda: bool(page.spoken.text()))
        page.left.emit()

    def _export_to(self, begin: Callable[[], object], *places: Path | str) -> None:
        """Begins an export and answers the dialog with a place, or cancels it; once for each."""
        for place in places:
            self._answer_soon(str(place))
            begin()
            wait_until(lambda: not dialogs_open())
            self.window.activateWindow()  # the offscreen platform has no window manager that does so

    def _answer_soon(self, place: str) -> None:
        def answer() -> None:
            dialogs = dialogs_open()
            if not dialogs:
                QTimer.singleShot(20, answer)
                return
            dialog = dialogs[0]
            if not place:
                dialog.reject()
                return
            name = dialog.findChild(QLineEdit, "fileNameEdit")
            assert name is not None
            name.setText(place)
            box = dialog.findChild(QDialogButtonBox)
            assert box is not None
            hand.click(box.button(QDialogButtonBox.StandardButton.Save))
            if isValid(dialog) and dialog.isVisible():  # it says that the place is not there
                QTimer.singleShot(100, lambda: [each.reject() for each in dialogs_open()])

        QTimer.singleShot(20, answer)


def dialogs_open() -> list[QDialog]:
    """The dialogs that are open, the uppermost first."""
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]
    return sorted(found, key=lambda each: isinstance(each, QFileDialog))


class Titles(QObject):
    """Prints the title of every window, so that the search comes across what is in them."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() in (QEvent.Type.WindowTitleChange, QEvent.Type.Show)
            and isinstance(watched, QWidget)
            and watched.isWindow()
        ):
            sys.stderr.write(f"title: {watched.windowTitle()}\n")
        return False
