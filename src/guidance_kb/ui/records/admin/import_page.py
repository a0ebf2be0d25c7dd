"""The panel that imports a client from a colleague: it asks for the file and its code, previews the contents, and imports on request."""

from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit

from guidance_kb.casebook.storage import timestamps
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.transfer.transfers import SUFFIX, Known, Stopped, TransferOffer, Transfers
from guidance_kb.errors import KnownError
from guidance_kb.ui.core.save_dialog import ask_which
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.admin.auto_backup import auto_backup_of, now
from guidance_kb.ui.records.admin.page import Panel
from guidance_kb.ui.records.admin.words import AdminTexts
from guidance_kb.ui.widgets.basics import button, column, label, row
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.secret_line import SecretLine
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

# --- Preview of a transfer file


class OfferCard(TranslatedWidget, QFrame):
    """Shows the contents of a transfer file and the effects of importing it; hidden without an offer.

    Attributes:
        offer: The displayed offer, or None.

    Signals:
        accepted (str, bool): The user wants to import: the client code to use (empty for the one in the file), and whether to replace
            the record here.
        declined: The user does not want to import.
    """

    accepted = Signal(str, bool)
    declined = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setProperty("active", "true")  # style sheet selectors compare strings
        self._services, self._words = services, AdminTexts(self)
        self.offer: TransferOffer | None = None
        self._heading, self._facts, self._means = label(role="heading"), label(), label(role="strong")
        self._name, self.code = label(), QLineEdit()
        self.code.setMaxLength(24)
        self.replace = QCheckBox()
        self.take, self.leave = button("", "primary", self._accept), button("", "", self.declined.emit)
        inside = column(self, spacing=8, margins=(18, 14, 18, 16))
        for each in (self._heading, self._facts, self._means, self._name, self.code, self.replace):
            inside.addWidget(each)
        across = row()
        across.addWidget(self.take)
        across.addWidget(self.leave)
        across.addStretch(1)
        add_layout(inside, across)
        self.code.textChanged.connect(self._look)
        self.code.returnPressed.connect(self._accept)
        self.replace.toggled.connect(self._look)
        self.hide()

    def show_offer(self, offer: TransferOffer, free: str) -> None:
        """Show an offer; `free` is a client code that is not used here."""
        self.offer = offer
        self.code.setText(free if offer.needs_code else "")
        self.replace.setChecked(False)
        self.retranslate()
        for each in (self._name, self.code):
            each.setVisible(offer.needs_code)
        self.replace.setVisible(offer.known is Known.DIFFERENT)
        self.take.setVisible(offer.known is not Known.SAME)
        self._look()
        self.show()
        first = self.code if offer.needs_code else self.take if self.take.isEnabled() else self.replace
        (self.leave if offer.known is Known.SAME else first).setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Clear and hide the card."""
        self.offer = None
        for each in (self._heading, self._facts, self._means):
            each.clear()
        self.code.setText("")  # `clear()` could be undone with Ctrl+Z
        self.hide()

    def _look(self) -> None:
        offer = self.offer
        if offer is not None:
            coded = not offer.needs_code or bool(self.code.text().strip())
            self.take.setEnabled(coded and (offer.known is not Known.DIFFERENT or self.replace.isChecked()))

    def _accept(self) -> None:
        if self.take.isEnabled() and not self.take.isHidden():
            self.accepted.emit(self.code.text().strip(), self.replace.isChecked())

    # ── texts ───────────────────────────────────────────────────────────────────────────────────

    def retranslate(self) -> None:
        offer = self.offer
        if offer is None:
            return
        self._heading.setText(self.tr("In the file: {code}").format(code=offer.code))
        self._facts.setText("\n".join(self._said(offer)))
        self._means.setText(" ".join(self._meaning(offer)))
        self._name.setText(self.tr("Here this code belongs to another client. Choose a code for this record:"))
        self.code.setAccessibleName(self._name.text())
        self.replace.setText(self.tr("Replace the record here with the one in the file"))
        self.take.setText(self.tr("Take over"))
        self.leave.setText(self.tr("Close") if offer.known is Known.SAME else self.tr("Do not take over"))
        self.setAccessibleName(self._heading.text())

    def _said(self, offer: TransferOffer) -> list[str]:
        made = self.tr("Handed over on {moment}").format(moment=self._words.moment(timestamps.read(offer.parcel.made)))
        extent = self._words.extent(
            sessions=offer.sessions, steps=offer.steps, follow_ups=offer.follow_ups, notes=offer.notes
        )
        said = [made, self.tr("In it: {what}").format(what=extent)]
        if offer.first is not None and offer.last is not None:
            one_day = offer.first == offer.last
            when = self.tr("Spoken with on {first}") if one_day else self.tr("Spoken with from {first} to {last}")
            said.append(when.format(first=self._words.day(offer.first), last=self._words.day(offer.last)))
        return said

    def _meaning(self, offer: TransferOffer) -> list[str]:
        said = []
        match offer.known:
            case Known.NEW:
                said.append(self.tr("This record is not here yet."))
            case Known.SAME:
                here = self.tr(
                    "This record is here already, as {code}, and is the same. There is nothing to take over."
                )
                said.append(here.format(code=offer.here))
            case Known.DIFFERENT:
                other = self.tr(
                    "This record is here already, as {code}, and is not the same: what was written here since the hand-over would be lost."
                )
                said.append(other.format(code=offer.here))
        if offer.erased is not None:
            erased = self.tr("It was erased here on {day}: taking it over brings it back. Does the client want that?")
            said.append(erased.format(day=self._words.day(timestamps.day_of(offer.erased))))
        return said


class TakeInPanel(Panel):
    """The panel with the file, the code and the offer.

    Signals:
        record_requested (int): The user wants to see the imported record.
    """

    record_requested = Signal(int)

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._path: Path | None = None
        self._taken: tuple[int, str] | None = None
        self.choose, self._file = button("", "", self._choose), label(role="soft")
        self._name, self.code = label(role="strong"), SecretLine(shown=True)
        self.code.setMaxLength(60)
        self.code.setPlaceholderText("123 456 789 012 345 678 901")
        self.look = button("", "primary", self._look)
        self.stop = button("", "", self._stop_looking)
        self._stopper: Event | None = None  # set while a preview is being loaded
        self.offer = OfferCard(services)
        self.show_record = button("", "", self._show_record)
        self._lay_out()
        self.code.textChanged.connect(self._code_changed)
        self.code.returnPressed.connect(self._look)
        self.offer.accepted.connect(self._take_in)
        self.offer.declined.connect(self._decline)
        self.first = self.choose
        self.retranslate()
        self._see_what_can_be()

    def _lay_out(self) -> None:
        across = row(spacing=10)
        across.addWidget(self.choose)
        across.addWidget(self._file, 1)
        add_layout(self.content, across)
        for each in (self._name, self.code, self.look):
            self.content.addWidget(each)
        self.add_signs()
        self.content.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeft)
        self.stop.hide()
        self.content.addWidget(self.show_record)
        self.content.addWidget(self.offer)
        self.show_record.hide()

    # ── preview ─────────────────────────────────────────────────────────────────────────────────

    def _choose(self) -> None:
        ask_which(self, self.tr("The file from your colleague"), SUFFIX, self.use_file, self.tell)

    def use_file(self, path: Path) -> None:
        """Use this file from now on; cancel the current preview."""
        self._discard()
        self._path = path
        self._put_offer_away()
        self._taken = None
        self.retranslate()
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        self._see_what_can_be()

    def _code_changed(self) -> None:
        if self.working.isHidden():  # not while the offer is being imported
            self.offer.put_away()
        self._see_what_can_be()

    def _see_what_can_be(self) -> None:
        self.look.setVisible(self.offer.offer is None)
        self.look.setEnabled(self._path is not None and bool(self.code.text().strip()) and not self.working.isVisible())

    def _look(self) -> None:
        path, code = self._path, self.code.text()
        if path is None or not self.look.isEnabled():
            return
        self._put_offer_away()
        self._taken = None
        self.begin(self.tr("Opening the file…"))
        stop = self._stopper = Event()
        self.stop.show()
        self._see_what_can_be()

        def work(store: Store) -> tuple[TransferOffer, str] | None:
            try:
                return Transfers(store, now).look(path, code, stop), store.clients.next_code()
            except Stopped:
                return None

        self.service.execute(self, work, partial(self._looked, stop), partial(self._not_opened, stop))

    def _stop_looking(self) -> None:
        """Cancel the preview without waiting: the worker stops as soon as it can, and its result is dropped."""
        if self._discard():
            self.tell(None)
            self.told.say(self.tr("Stopped. Nothing has changed."))
            self._see_what_can_be()
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _discard(self) -> bool:
        """Cancel the preview that is being loaded; return whether there was one."""
        stopper, self._stopper = self._stopper, None
        self.stop.hide()
        if stopper is not None:
            stopper.set()
        return stopper is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._stopper is not None:
            self._stop_looking()
        else:
            super().keyPressEvent(event)

    def _looked(self, stop: Event, found: tuple[TransferOffer, str] | None) -> None:
        if stop is not self._stopper or found is None:
            return
        self._discard()
        self.tell(None)
        self.retranslate()
        self.offer.show_offer(*found)
        self._see_what_can_be()
        self.see(self.offer)

    def _not_opened(self, stop: Event, error: KnownError) -> None:
        if stop is not self._stopper:
            return
        self._discard()
        self.tell(error)
        self._see_what_can_be()
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        self.code.selectAll()

    def _put_offer_away(self) -> None:
        self.offer.put_away()
        self.tell(None)
        self._see_what_can_be()

    def _decline(self) -> None:
        self._put_offer_away()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    # ── import ──────────────────────────────────────────────────────────────────────────────────

    def forget(self) -> None:
        """Clear the file, its code and the offer. Cancel a preview that is being loaded, because locking waits for it."""
        self._discard()
        self._path = self._taken = None
        self.code.clear()
        self._put_offer_away()
        self.retranslate()

    def _take_in(self, code: str, replace: bool) -> None:  # noqa: FBT001 - as the signal has it
        offer, backups = self.offer.offer, auto_backup_of(self.service).backups
        if offer is None:
            return
        self.begin(self.tr("Making a backup, then taking over the record…"))
        self.offer.setEnabled(False)

        def work(store: Store) -> tuple[int, str, int | None]:
            replaced = store.clients.find(offer.here) if offer.here else None
            client = Transfers(store, now).take_in(
                offer, code=code or None, replace=replace, back_up=lambda: backups.make_only(store.database)
            )
            return client, store.clients.get(client).code, replaced.id if replaced else None

        self.service.execute(self, work, self._taken_in, self._not_taken_in)

    def _taken_in(self, taken: tuple[int, str, int | None]) -> None:
        client, code, replaced = taken
        if replaced is not None:
            self.service.erased.emit(replaced)  # the old record is gone, with its conversation, which may be open
        self._path, self._taken = None, (client, code)
        self.code.clear()
        self._put_offer_away()
        self.offer.setEnabled(True)
        self.retranslate()
        self.show_record.setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_taken_in(self, error: KnownError) -> None:
        self.offer.setEnabled(True)
        self.tell(error)
        self.offer.take.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_record(self) -> None:
        if self._taken is not None:
            self.record_requested.emit(self._taken[0])

    # ── texts ───────────────────────────────────────────────────────────────────────────────────

    def retranslate(self) -> None:
        self.title.setText(self.tr("Take over from a colleague"))
        self.lead.setText(
            self.tr(
                "Choose the file that your colleague made, and type the code that you heard. You first see what is in it; "
                "taking over the same file twice does no harm."
            )
        )
        self.choose.setText(self.tr("Choose the file…"))
        self._file.setText(self._path.name if self._path else self.tr("no file chosen"))
        self._name.setText(self.tr("The code that you heard"))
        self.code.setAccessibleName(self._name.text())
        self.look.setText(self.tr("See what is in it"))
        self.stop.setText(self.tr("Stop"))
        self.show_record.setText(self.tr("View the record"))
        self.show_record.setVisible(self._taken is not None)
        super().retranslate()
        if self._taken is not None:
            taken = self.tr("Taken over as {code}. Remove the file now: it is no longer needed.")
            self.told.say(taken.format(code=self._taken[1]), "check")
