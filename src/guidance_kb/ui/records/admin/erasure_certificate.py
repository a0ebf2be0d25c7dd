"""The proof of erasing as a page to read, print and save, and what can still be done about the backups."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from guidance_kb.casebook.privacy.erasure import Proof
from guidance_kb.documents.erasure import erasure_page
from guidance_kb.errors import KnownError
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.admin.page import NoticeFrame
from guidance_kb.ui.records.admin.paper import KeepingPaper, TakeAlong
from guidance_kb.ui.widgets.basics import button, column
from guidance_kb.ui.widgets.busy import Busy


class ProofPanel(QWidget):
    """The proof as a page, and what can still be done about the backups.

    Attributes:
        proof: What is shown.
        clear: Replaces the backups that still hold it.
    """

    def __init__(self, services: Services, proof: Proof) -> None:
        super().__init__()
        self._services = services
        self.proof = proof
        self._cleared = False
        self._error: KnownError | None = None
        self.working, self.told, self.paper = Busy(services.theme), NoticeFrame(services), KeepingPaper(services)
        self.ways = TakeAlong(services, self._html, lambda: self.tr("proof-of-erasing"))
        self.clear = button()
        inside = column(self, spacing=10, margins=(28, 4, 28, 20))
        for each in (self.ways, self.clear, self.working, self.told):
            inside.addWidget(each)
        inside.addWidget(self.paper, 1)
        self.ways.failed.connect(self.refuse)
        self._speak()

    def show_proof(self, proof: Proof) -> None:
        """Shows the proof as it is after the backups were replaced."""
        self.proof, self._cleared, self._error = proof, True, None
        self.working.say("")
        self._speak()
        self.ways.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """The backups are being replaced."""
        self.clear.setEnabled(False)
        self.working.say(self.tr("Making a new backup, and removing those that hold the record…"))

    def refuse(self, error: KnownError) -> None:
        """Says what went wrong."""
        self._error = error
        self.working.say("")
        self.clear.setEnabled(True)
        self._speak()

    def _html(self) -> str:
        return erasure_page(self.proof, self._services.language)

    def _speak(self) -> None:
        self.clear.setText(self.tr("Make a new backup and remove those that still hold it"))
        self.clear.setVisible(bool(self.proof.backups))
        self.paper.setAccessibleName(self.tr("Proof of erasing"))
        self.paper.show_page(self._html())
        if self._error is not None:
            self.told.tell(self._error)
        elif self._cleared:
            self.told.say(
                self.tr(
                    "A new backup was made, and those that held the record were removed. No backup holds it any more."
                ),
                "check",
            )
        elif self.proof.nothing_found and self.proof.backups:
            count = len(self.proof.backups)
            self.told.say(
                self.tr("Erased from your records. It is still in 1 backup.")
                if count == 1
                else self.tr("Erased from your records. It is still in {count} backups.").format(count=count),
                "triangle-alert",
            )
        elif self.proof.nothing_found:
            self.told.say(self.tr("Erased. A search of everything of ours found nothing any more."), "check")
        else:
            self.told.say(
                self.tr("Erased, but a search still found something, or could not read something: see below."),
                "triangle-alert",
            )

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
        super().changeEvent(event)
