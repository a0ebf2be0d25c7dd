"""The pages that export a client: the access copy for the client (R6), and the transfer to a colleague."""

import json
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from guidance_kb.casebook.transfer.transfers import SUFFIX, Transfers
from guidance_kb.casebook.vault.access import Everything, everything_of
from guidance_kb.documents.access_page import access_as_data, access_page
from guidance_kb.errors import KnownError
from guidance_kb.ui.core.save_dialog import ask_where
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.records.admin.auto_backup import now
from guidance_kb.ui.records.admin.page import AdminPage, NoticeFrame, Panel
from guidance_kb.ui.records.admin.paper import AdminDocument, TakeAlong
from guidance_kb.ui.widgets.basics import button, card, column, label, text_and_icon
from guidance_kb.ui.widgets.busy import Busy
from guidance_kb.ui.widgets.layouts import add_layout

# --- Transfer to a colleague

_BETWEEN = "   "
"""The space between the groups of the code, wide so that it is easy to read aloud."""


class HandOverPage(AdminPage):
    """Writes the sealed file, and shows its code once.

    Attributes:
        code: The client code; empty until it has been read.
        make: The button that asks where to save the file.
        spoken: The code of the file, which the user reads to the colleague; empty until the file is written.
        done: The button with which the user confirms that the colleague has the code.
    """

    def __init__(self, services: Services, client: int) -> None:
        super().__init__(services)
        self._client, self.code, self._file = client, "", ""
        self.panel = panel = Panel(services)
        self._steps = label()
        self.make = button("", "primary", self._ask_where)
        self._box = card()
        self._name, self._after = label(role="soft"), label()
        self.spoken = label(role="title")
        self.spoken.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.done = button("", "primary", self.left.emit)
        inside = column(self._box, spacing=12, margins=(20, 16, 20, 16))
        for each in (self._name, self.spoken, self._after, self.done):
            inside.addWidget(each)
        self._box.hide()
        panel.content.addWidget(self._steps)
        panel.content.addWidget(self.make)
        panel.add_signs()
        panel.content.addWidget(self._box)
        self.outer.addWidget(panel, 1)
        self.first = self.make
        self.retranslate()
        self.service.query(self, "hand over", lambda store: store.clients.get(client).code, self._arrived)

    def _arrived(self, code: str) -> None:
        self.code = code
        self.retranslate()

    def _ask_where(self) -> None:
        if self.code:
            ask_where(self, self.tr("Save the sealed file"), f"{self.code}{SUFFIX}", self.hand_over, self.panel.tell)

    def hand_over(self, path: Path) -> None:
        """Write the sealed file to `path`."""
        client = self._client
        self.panel.begin(self.tr("Sealing the record…"))
        self.make.setEnabled(False)
        self._file = path.name
        self.service.execute(
            self, lambda store: Transfers(store, now).hand_over(client, path), self._handed_over, self._failed
        )

    def _handed_over(self, code: str) -> None:
        self.panel.tell(None)
        self.spoken.setText(_BETWEEN.join(code.split()))
        self.spoken.setAccessibleName(", ".join(" ".join(group) for group in code.split()))
        self._steps.hide()
        self.make.hide()
        self._box.show()
        self.retranslate()
        self.panel.see(self._box)
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, error: KnownError) -> None:
        self.make.setEnabled(True)
        self.panel.tell(error)
        self.make.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Clear the client code, the file name and the code of the file."""
        self.code = self._file = ""
        self.spoken.clear()
        self.spoken.setAccessibleName("")
        self.retranslate()

    def retranslate(self) -> None:
        theme = self.services.theme
        size = theme.px(16)
        self.title.setText(self.tr("Hand over {code}").format(code=self.code))
        self.panel.lead.setText(
            self.tr("The record travels in one encrypted file. Only someone who hears the code from you can open it.")
        )
        self._steps.setText(
            self.tr(
                "1. Ask the client first; under “Privacy texts” is a text for it.\n"
                "2. Save the file and send it, or bring it on a stick.\n"
                "3. Read the code out to your colleague, by telephone or face to face. Never send it along.\n"
                "4. When your colleague has the record, close or erase it here. Nothing here changes by itself."
            )
        )
        text_and_icon(self.make, icon("lock", theme.tokens.on_accent, size), size, self.tr("Save the sealed file…"))
        self._name.setText(self.tr("The code for {file}").format(file=self._file))
        self._after.setText(
            self.tr(
                "It is shown this once and kept nowhere. If it gets lost, make the file again: it gets another code. Seven groups of "
                "three digits; your colleague types them under Manage → Take over from a colleague."
            )
        )
        self.done.setText(self.tr("I have passed the code on"))
        self.panel.retranslate()
        super().retranslate()


class CopyPage(AdminPage):
    """Shows the access copy as the client gets it, to read, print and save.

    Attributes:
        everything: All data about the client; None until it has been read.
    """

    def __init__(self, services: Services, client: int) -> None:
        super().__init__(services)
        self.everything: Everything | None = None
        self._saved: str = ""
        self._error: KnownError | None = None
        self._lead, self.working, self.told = label(role="soft"), Busy(services.theme), NoticeFrame(services)
        self.ways = TakeAlong(services, self._html, lambda: self.everything.code if self.everything else "", self._json)
        self.paper = AdminDocument(services)
        inside = column(spacing=10, margins=(28, 4, 28, 20))
        for each in (self._lead, self.ways, self.working, self.told):
            inside.addWidget(each)
        inside.addWidget(self.paper, 1)
        add_layout(self.outer, inside, 1)
        self.ways.setEnabled(False)
        self.ways.saved.connect(self._was_saved)
        self.ways.failed.connect(self._failed)
        self.first = self.ways.print
        self.retranslate()
        self.service.execute(self, lambda store: everything_of(store, client, now), self._arrived, self._failed)

    def _arrived(self, everything: Everything) -> None:
        self.everything = everything
        self.ways.setEnabled(True)
        self.retranslate()
        if self.isAncestorOf(QApplication.focusWidget() or self):
            self.ways.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        self.everything = None
        self.ways.setEnabled(False)
        self.retranslate()

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

    def retranslate(self) -> None:
        """Set the texts in the current language, including those of the access copy."""
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
        super().retranslate()
