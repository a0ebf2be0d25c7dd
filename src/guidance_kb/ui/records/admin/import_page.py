"""Taking a client over from a colleague: the file and the spoken code, a look at what is in it, and then, if wanted, the record."""

from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.transfer.transfers import SUFFIX, Stopped, TransferOffer, Transfers
from guidance_kb.errors import KnownError
from guidance_kb.ui.core.save_dialog import ask_which
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.admin.auto_backup import keeper_of, now
from guidance_kb.ui.records.admin.offer_card import OfferCard
from guidance_kb.ui.records.admin.page import Panel
from guidance_kb.ui.widgets.basics import button, label, row
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.secret_line import SecretLine


class TakeInPanel(Panel):
    """The file, the code, the offer.

    Signals:
        record_requested (int): The record that was taken in is to be looked at.
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
        self._stopper: Event | None = None  # of the look that is under way
        self.offer = OfferCard(services)
        self.show_record = button("", "", self._show_record)
        self._lay_out()
        self.code.textChanged.connect(self._code_changed)
        self.code.returnPressed.connect(self._look)
        self.offer.accepted.connect(self._take_in)
        self.offer.declined.connect(self._decline)
        self.first = self.choose
        self.speak()
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

    # ── looking ─────────────────────────────────────────────────────────────────────────────────

    def _choose(self) -> None:
        ask_which(self, self.tr("The file from your colleague"), SUFFIX, self.use_file, self.tell)

    def use_file(self, path: Path) -> None:
        """Is about this file from now on."""
        self._let_go()
        self._path = path
        self._put_offer_away()
        self._taken = None
        self.speak()
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        self._see_what_can_be()

    def _code_changed(self) -> None:
        if self.working.isHidden():  # or it is being taken in
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

        self.asker.do(work, partial(self._looked, stop), partial(self._not_opened, stop))

    def _stop_looking(self) -> None:
        """Does not wait for it any more; it ends by itself as soon as it can, and nothing arrives of it."""
        if self._let_go():
            self.tell(None)
            self.told.say(self.tr("Stopped. Nothing has changed."))
            self._see_what_can_be()
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _let_go(self) -> bool:
        """Ends the look that is under way; returns whether there was one."""
        stopper, self._stopper = self._stopper, None
        self.stop.hide()
        if stopper is not None:
            stopper.set()
        return stopper is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102 - Qt's name
        if event.key() == Qt.Key.Key_Escape and self._stopper is not None:
            self._stop_looking()
        else:
            super().keyPressEvent(event)

    def _looked(self, stop: Event, found: tuple[TransferOffer, str] | None) -> None:
        if stop is not self._stopper or found is None:
            return
        self._let_go()
        self.tell(None)
        self.speak()
        self.offer.show_offer(*found)
        self._see_what_can_be()
        self.see(self.offer)

    def _not_opened(self, stop: Event, error: KnownError) -> None:
        if stop is not self._stopper:
            return
        self._let_go()
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

    # ── taking in ───────────────────────────────────────────────────────────────────────────────

    def forget(self) -> None:
        """Lets go of the file, its code and what was in it; a look that is under way ends, for the lock waits for it."""
        self._let_go()
        self._path = self._taken = None
        self.code.clear()
        self._put_offer_away()
        self.speak()

    def _take_in(self, code: str, replace: bool) -> None:  # noqa: FBT001 - as the signal has it
        offer, backups = self.offer.offer, keeper_of(self.desk).backups
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

        self.asker.do(work, self._taken_in, self._not_taken_in)

    def _taken_in(self, taken: tuple[int, str, int | None]) -> None:
        client, code, replaced = taken
        if replaced is not None:
            self.desk.erased.emit(
                replaced
            )  # the record that was here is gone, with the conversation that may be in hand
        self._path, self._taken = None, (client, code)
        self.code.clear()
        self._put_offer_away()
        self.offer.setEnabled(True)
        self.speak()
        self.show_record.setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_taken_in(self, error: KnownError) -> None:
        self.offer.setEnabled(True)
        self.tell(error)
        self.offer.take.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_record(self) -> None:
        if self._taken is not None:
            self.record_requested.emit(self._taken[0])

    # ── what it says ────────────────────────────────────────────────────────────────────────────

    def speak(self) -> None:
        """Says everything in the language now in force."""
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
        super().speak()
        if self._taken is not None:
            taken = self.tr("Taken over as {code}. Remove the file now: it is no longer needed.")
            self.told.say(taken.format(code=self._taken[1]), "check")
