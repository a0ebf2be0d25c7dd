"""A copy for the client: everything that is recorded, to read, to print, to save (R6)."""

import json

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from guidance_kb.casebook.vault.access import Everything, everything_of
from guidance_kb.documents.access_page import access_as_data, access_page
from guidance_kb.errors import KnownError
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.admin.auto_backup import now
from guidance_kb.ui.records.admin.page import KeepingPage, NoticeFrame
from guidance_kb.ui.records.admin.paper import KeepingPaper, TakeAlong
from guidance_kb.ui.widgets.basics import column, label
from guidance_kb.ui.widgets.busy import Busy
from guidance_kb.ui.widgets.layouts import add_layout


class CopyPage(KeepingPage):
    """Shows the page as the client gets it.

    Attributes:
        everything: What is recorded, once it was read.
    """

    def __init__(self, services: Services, client: int) -> None:
        super().__init__(services)
        self.everything: Everything | None = None
        self._saved: str = ""
        self._error: KnownError | None = None
        self._lead, self.working, self.told = label(role="soft"), Busy(services.theme), NoticeFrame(services)
        self.ways = TakeAlong(services, self._html, lambda: self.everything.code if self.everything else "", self._json)
        self.paper = KeepingPaper(services)
        inside = column(spacing=10, margins=(28, 4, 28, 20))
        for each in (self._lead, self.ways, self.working, self.told):
            inside.addWidget(each)
        inside.addWidget(self.paper, 1)
        add_layout(self.outer, inside, 1)
        self.ways.setEnabled(False)
        self.ways.saved.connect(self._was_saved)
        self.ways.failed.connect(self._failed)
        self.first = self.ways.print
        self.speak()
        self.asker.do(lambda store: everything_of(store, client, now), self._arrived, self._failed)

    def _arrived(self, everything: Everything) -> None:
        self.everything = everything
        self.ways.setEnabled(True)
        self.speak()
        if self.isAncestorOf(QApplication.focusWidget() or self):
            self.ways.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:  # noqa: D102 - of Page
        self.everything = None
        self.ways.setEnabled(False)
        self.speak()

    def _html(self) -> str:
        if self.everything is None:
            return ""
        return access_page(self.services.library, self.everything, self.services.language)

    def _json(self) -> str:
        return json.dumps(access_as_data(self.everything), ensure_ascii=False, indent=2) if self.everything else ""

    def _was_saved(self, name: str) -> None:
        self._saved, self._error = name, None
        self._say()

    def _failed(self, error: KnownError) -> None:
        self._saved, self._error = "", error
        self._say()

    def _say(self) -> None:
        if self._error is not None:
            self.told.tell(self._error)
        elif self._saved:
            saved = self.tr(
                "Saved: {file}. This file is not encrypted: hand it over safely, and remove it when it is no longer "
                "needed."
            )
            self.told.say(saved.format(file=self._saved), "check")

    def speak(self) -> None:
        """Says everything in the language now in force, the page itself too."""
        code = self.everything.code if self.everything else ""
        self.title.setText(self.tr("A copy for the client {code}").format(code=code))
        self._lead.setText(
            self.tr(
                "Everything that is recorded about this client, including every change. Read it before you give it: your "
                "words are in it as they were written. Nothing is saved before you choose a place."
            )
        )
        self.working.say("" if self.everything or self._error else self.tr("Reading the record…"))
        self.paper.setAccessibleName(self.title.text())
        self.paper.show_page(self._html())
        self._say()
        super().speak()
