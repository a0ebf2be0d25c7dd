"""The page that erases a client: the question, the only one in the program that asks for confirmation, and then the proof."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from guidance_kb.casebook.backup.backups import Backups
from guidance_kb.casebook.privacy.erasure import Erasure, Proof
from guidance_kb.casebook.privacy.traces import TracePlace
from guidance_kb.documents.erasure import erasure_page
from guidance_kb.errors import KnownError
from guidance_kb.language import Text
from guidance_kb.ui.core.save_dialog import ask_folder
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.records.admin.auto_backup import auto_backup_of, now
from guidance_kb.ui.records.admin.page import AdminPage, NoticeFrame, Panel
from guidance_kb.ui.records.admin.paper import AdminDocument, TakeAlong
from guidance_kb.ui.widgets.basics import button, column, label, row, text_and_icon
from guidance_kb.ui.widgets.busy import Busy
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

# --- Proof of erasure


class ProofPanel(TranslatedWidget, QWidget):
    """The proof as a page to read, print and save, with a button to replace the backups that still contain the client.

    Attributes:
        proof: The displayed proof.
        clear: The button that replaces those backups.
    """

    def __init__(self, services: Services, proof: Proof) -> None:
        super().__init__()
        self._services = services
        self.proof = proof
        self._cleared = False
        self._error: KnownError | None = None
        self.working, self.told, self.paper = Busy(services.theme), NoticeFrame(services), AdminDocument(services)
        self.ways = TakeAlong(services, self._html, lambda: self.tr("proof-of-erasing"))
        self.clear = button()
        inside = column(self, spacing=10, margins=(28, 4, 28, 20))
        for each in (self.ways, self.clear, self.working, self.told):
            inside.addWidget(each)
        inside.addWidget(self.paper, 1)
        self.ways.failed.connect(self.refuse)
        self.retranslate()

    def show_proof(self, proof: Proof) -> None:
        """Show the proof after the backups were replaced."""
        self.proof, self._cleared, self._error = proof, True, None
        self.working.say("")
        self.retranslate()
        self.ways.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Show that the backups are being replaced."""
        self.clear.setEnabled(False)
        self.working.say(self.tr("Making a new backup, and removing those that hold the record…"))

    def refuse(self, error: KnownError) -> None:
        """Show an error and enable the button again."""
        self._error = error
        self.working.say("")
        self.clear.setEnabled(True)
        self.retranslate()

    def _html(self) -> str:
        return erasure_page(self.proof, self._services.language)

    def retranslate(self) -> None:
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


_OURS = Text("Instellingen, bladwijzers en andere eigen bestanden", "Settings, bookmarks and other files of ours")
_BESIDE = Text("Bladwijzers en andere eigen bestanden", "Bookmarks and other files of ours")
_SETTINGS = Text("Instellingen", "Settings")
_CHOSEN = Text("De map die u heeft gekozen", "The folder that you chose")


class ErasePage(AdminPage):
    """The page with the question, and after the erasure with the proof.

    Attributes:
        question: The panel with the question.
        proof: The proof; None until the client is erased.
    """

    def __init__(self, services: Services, client: int) -> None:
        super().__init__(services)
        self._client = client
        self.proof: Proof | None = None
        self._stack = QStackedWidget()
        self.question = EraseQuestion(services)
        self._stack.addWidget(self.question)
        self.outer.addWidget(self._stack, 1)
        self.question.accepted.connect(self._erase)
        self.question.declined.connect(self.leave)
        self.first = self.question
        self.retranslate()
        erasing = self._erasing(auto_backup_of(self.service).backups)
        self.service.execute(
            self,
            lambda store: (store.clients.get(client).code, erasing.count(store, client)),
            self._asked,
            self.question.tell,
        )

    def _erasing(self, backups: Backups) -> Erasure:
        return Erasure(self.service.vault, backups, now)

    def _asked(self, found: tuple[str, dict[str, int]]) -> None:
        self.question.ask(*found)
        self.retranslate()

    def _erase(self) -> None:
        client, places = self._client, self._places()
        erasing = self._erasing(auto_backup_of(self.service).backups)
        self.back.setEnabled(False)
        self.service.execute(self, lambda store: erasing.erase(store, client, places), self._erased, self._not_erased)

    def _not_erased(self, error: KnownError) -> None:
        self.back.setEnabled(True)
        self.question.refuse(error)

    def _places(self) -> list[TracePlace]:
        ours, settings = self.service.folder.parent, self.services.settings.path.parent
        together = settings.is_relative_to(ours)
        places = [TracePlace(_OURS if together else _BESIDE, ours, without=(self.service.folder,))]
        if not together:
            places.append(TracePlace(_SETTINGS, settings, without=(self.service.folder,)))
        chosen = self.question.folder
        return places if chosen is None else [*places, TracePlace(_CHOSEN, chosen, without=(self.service.folder,))]

    def _erased(self, proof: Proof) -> None:
        self.proof = proof
        self.back.setEnabled(True)
        self.question.discard()
        shown = ProofPanel(self.services, proof)
        shown.clear.clicked.connect(partial(self._clear_backups, shown))
        self._stack.addWidget(shown)
        self._stack.setCurrentWidget(shown)
        self.first = shown.ways.print
        self.retranslate()
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.service.erased.emit(self._client)

    def _clear_backups(self, shown: ProofPanel, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - as Qt calls it
        proof = shown.proof
        erasing = self._erasing(auto_backup_of(self.service).backups)
        shown.begin()
        self.service.execute(
            self,
            lambda store: erasing.clear_backups(store, [proof]),
            lambda _count: shown.show_proof(replace(proof, backups=())),
            shown.refuse,
        )

    def forget(self) -> None:
        """Clear the question and the proof: both contain the client code."""
        self.proof = None
        for shown in self.findChildren(ProofPanel):
            self._stack.removeWidget(shown)
            shown.hide()
            shown.deleteLater()
        self.question.discard()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts in the current language; the title contains the client code before and after the erasure."""
        code = self.proof.code if self.proof else self.question.wanted
        title = self.tr("Erased: {code}") if self.proof else self.tr("Erase {code} for good")
        self.title.setText(title.format(code=code))
        super().retranslate()


class EraseQuestion(Panel):
    """Shows what will be erased, and asks to type the client code.

    Attributes:
        wanted: The code to type.
        folder: An additional folder to search after the erasure, or None.
        warning: The warning that erasing cannot be undone.
        cancel: The button that leaves without erasing.
        erase: The button that erases; it looks like no other, and never gets the focus automatically.

    Signals:
        accepted: The user typed the code and confirmed.
        declined: The user decided not to erase.
    """

    accepted = Signal()
    declined = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.wanted = ""
        self.folder: Path | None = None
        self._rows: dict[str, int] = {}
        self.warning = NoticeFrame(services)
        self._what, self._remains, self._too = label(), label(), label()
        self.choose, self._chosen = button("", "link", self._choose), label(role="soft")
        self._name, self.code = label(role="strong"), QLineEdit()
        self.code.setMaxLength(24)
        self.cancel, self.erase = button("", "", self.declined.emit), button("", "", self._accept)
        parts = (self.warning, self._what, self._remains, self._too, self.choose, self._chosen, self._name, self.code)
        for each in parts:
            self.content.addWidget(each)
        across = row(spacing=10)
        across.addWidget(self.cancel)
        across.addWidget(self.erase)
        across.addStretch(1)
        add_layout(self.content, across)
        self.add_signs()
        self.code.textChanged.connect(self._look)
        self.code.returnPressed.connect(self._accept)
        self.first = self.code
        self.retranslate()
        self._look()

    def ask(self, code: str, rows: dict[str, int]) -> None:
        """Ask for the code of a client; `rows` is the number of rows to erase by table."""
        self.wanted, self._rows = code, rows
        self.retranslate()

    def refuse(self, error: KnownError) -> None:
        """Show why nothing was erased, and let the user try again."""
        self.tell(error)
        self.code.setEnabled(True)
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        self._look()

    def discard(self) -> None:
        """Clear all data about the client."""
        self.wanted, self._rows = "", {}
        self.code.setText("")  # `clear()` could be undone with Ctrl+Z
        self.tell(None)
        self.retranslate()

    def _choose(self) -> None:
        ask_folder(self, self.tr("A folder to search too"), self.use_folder, self.tell)

    def use_folder(self, folder: Path) -> None:
        """Also search this folder after the erasure."""
        self.folder = folder
        self.retranslate()

    def _look(self) -> None:
        typed = self.code.text().strip().casefold() == self.wanted.casefold()
        self.cancel.setEnabled(self.code.isEnabled())
        self.erase.setEnabled(bool(self.wanted) and typed and self.code.isEnabled())

    def _accept(self) -> None:
        if self.erase.isEnabled():
            self.begin(self.tr("Erasing, and then searching for what was erased…"))
            self.code.setEnabled(False)
            self._look()
            self.accepted.emit()

    def retranslate(self) -> None:
        """Set the texts in the current language: what is erased, what is searched afterwards, and what the program cannot know."""
        self.warning.say(
            self.tr("The only thing here that cannot be undone. Has the client had a copy, if they want one?"),
            "triangle-alert",
        )
        count = self._rows.get
        extent = self.words.extent(
            sessions=count("session", 0),
            steps=count("step", 0),
            follow_ups=count("follow_up", 0),
            notes=count("note", 0),
        )
        whole = self.tr("The whole record is erased: {what}, and all that belongs to it.")
        self._what.setText(whole.format(what=extent) if self._rows else "")
        self._remains.setText(
            self.tr(
                "Afterwards the program searches its own files for the code, the texts and the words, and shows what it found. Backups "
                "that still hold the record are named with the day on which they go; you can also replace them at once. A backup that is "
                "restored later is erased again."
            )
        )
        self._too.setText(
            self.tr(
                "The program does not know where you printed or saved something: those copies you remove yourself. Is there a folder "
                "for them? Then it can be searched too."
            )
        )
        self.choose.setText(self.tr("Search a folder too…"))
        self._chosen.setText(self.tr("Searched too: {folder}").format(folder=self.folder) if self.folder else "")
        self._chosen.setVisible(self.folder is not None)
        self._name.setText(self.tr("Type the code {code} to confirm").format(code=self.wanted))
        self.code.setAccessibleName(self._name.text())
        self.cancel.setText(self.tr("Do not erase"))
        theme = self.services.theme
        size = theme.px(16)
        text_and_icon(self.erase, icon("triangle-alert", theme.tokens.ink, size), size, self.tr("Erase for good"))
        super().retranslate()
