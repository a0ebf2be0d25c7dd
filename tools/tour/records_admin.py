"""Tour of the records administration: unlock, compare, back up, transfer, import, erase, restore."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea

from guidance_kb.casebook.transfer.transfers import SUFFIX
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.errors import BugError
from guidance_kb.ui.core.casebook_service import CasebookState
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.admin.backups import BackupsPanel
from guidance_kb.ui.records.admin.destinations import AdminPart, OfClient
from guidance_kb.ui.records.admin.erase_page import ErasePage
from guidance_kb.ui.records.admin.export_page import HandOverPage
from guidance_kb.ui.records.admin.import_page import TakeInPanel
from guidance_kb.ui.records.admin.page import AdminPage, Panel
from guidance_kb.ui.records.admin.restore_page import RestoringView, Stage
from guidance_kb.ui.records.admin.view import AdminView, PartsPage
from guidance_kb.ui.records.clients.view import RecordsView
from guidance_kb.ui.records.room import RecordsRoom
from guidance_kb.ui.records.vault.unlock_page import UnlockView
from tools.tour import sample_records

Picture = Callable[[str, str], tuple[str, Path]]
"""Takes a picture with a name and a caption."""

Wait = Callable[[Callable[[], bool]], None]
"""Runs the event loop until a condition is true."""


class KeepingGuide:
    """Leads the records view through its administration.

    Args:
        room: The records view, with the locked casebook of the practice clients.
        services: The services of the window.
        picture: Takes a picture.
        wait: Runs the event loop until a condition is true.
    """

    def __init__(self, room: RecordsRoom, services: Services, picture: Picture, wait: Wait) -> None:
        self._room, self._services, self._service = room, services, services.casebook
        self._picture, self._wait = picture, wait
        self._kept: Path | None = None

    def steps(self, client: int, passphrase: str, *, dutch: bool) -> Iterator[tuple[str, Path]]:
        """Take each step with a client, and yield its caption and picture."""
        yield self._wrong_passphrase(passphrase)
        yield self._compared(client)
        yield self._backup()
        with tempfile.TemporaryDirectory() as folder:
            yield self._handed_over(client, Path(folder))
            yield self._taken_over(Path(folder), dutch=dutch)
        yield from self._erased(client)
        yield self._would_be_restored(passphrase)

    def _wrong_passphrase(self, passphrase: str) -> tuple[str, Path]:
        page = self._room.shown
        if not isinstance(page, UnlockView):
            raise BugError(type(page).__name__)
        QTest.keyClicks(page.field, passphrase[::-1])
        page.go.click()
        self._wait(page.countdown.isVisible)
        done = self._picture("unlocking", "typed a wrong passphrase, and was told so in one sentence")
        self._wait(lambda: not page.countdown.is_running)
        page.field.setText(passphrase)
        page.go.click()
        self._wait(lambda: self._service.state is CasebookState.OPEN)
        return done

    def _records(self) -> RecordsView:
        if self._room.records is None:
            raise BugError("the casebook is not open")
        return self._room.records

    def _compared(self, client: int) -> tuple[str, Path]:
        records = self._records()
        records.open_client(client)
        self._wait(lambda: records.controller.record is not None)
        now = records.page.overview.now
        last = now.findChildren(QLabel)[-1]
        around = now.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(last)
        return self._picture("compared", "compared the last conversation with the one before, in words")

    def _page(self, wanted: AdminPart | OfClient, client: int = 0) -> AdminPage:
        self._room.keep(wanted, client)
        if not isinstance(self._room.shown, AdminView):
            raise BugError(type(self._room.shown).__name__)
        return self._room.shown.shown

    def _panel(self, part: AdminPart) -> tuple[AdminPage, Panel]:
        page = self._page(part)
        if not isinstance(page, PartsPage):
            raise BugError(type(page).__name__)
        return page, page.panel(part)

    def _backup(self) -> tuple[str, Path]:
        page, panel = self._panel(AdminPart.BACKUPS)
        if not isinstance(panel, BackupsPanel):
            raise BugError(type(panel).__name__)
        panel.make.click()
        self._wait(lambda: bool(panel.model.backups) and panel.model.unread() is None)
        self._kept = panel.model.backups[0].folder
        done = self._picture("backups", "made a backup, which was read back at once")
        page.leave()
        return done

    def _handed_over(self, client: int, folder: Path) -> tuple[str, Path]:
        page = self._page(OfClient.HAND_OVER, client)
        if not isinstance(page, HandOverPage):
            raise BugError(type(page).__name__)
        self._wait(lambda: bool(page.code))
        page.hand_over(folder / f"{page.code}{SUFFIX}")
        self._wait(lambda: bool(page.spoken.text()))
        done = self._picture("hand-over", "handed a client over: a file to send, and a code to say")
        page.leave()
        return done

    def _taken_over(self, folder: Path, *, dutch: bool) -> tuple[str, Path]:
        page, panel = self._panel(AdminPart.TAKE_IN)
        if not isinstance(panel, TakeInPanel):
            raise BugError(type(panel).__name__)
        checklist = Checklist.of(self._services.library)
        file, code = sample_records.from_a_colleague(folder, checklist, dutch=dutch)
        panel.use_file(file)
        panel.code.setText(code)
        panel.look.click()
        self._wait(panel.offer.isVisible)
        done = self._picture("take-over", "saw what a colleague handed over, before anything was taken in")
        panel.offer.take.click()
        self._wait(panel.show_record.isVisible)
        page.leave()
        return done

    def _erased(self, client: int) -> Iterator[tuple[str, Path]]:
        page = self._page(OfClient.ERASE, client)
        if not isinstance(page, ErasePage):
            raise BugError(type(page).__name__)
        self._wait(lambda: bool(page.question.wanted))
        QTest.keyClicks(page.question.code, page.question.wanted)
        yield self._picture("erase", "was asked once whether it is sure, by the code")
        page.question.erase.click()
        self._wait(lambda: page.proof is not None)
        yield self._picture("erased", "erased a client for good, and saw the proof")
        page.leave()

    def _would_be_restored(self, passphrase: str) -> tuple[str, Path]:
        self._room.restore(self._kept)
        page = self._room.shown
        if not isinstance(page, RestoringView):
            raise BugError(type(page).__name__)
        page.field.passphrase.setText(passphrase)
        self._wait(lambda: page.which.currentData() == self._kept)
        page.go.click()
        self._wait(lambda: page.stage is Stage.SHOWING)
        done = self._picture("restore", "looked what restoring a backup would change, before anything does")
        page.cancel.click()
        return done
