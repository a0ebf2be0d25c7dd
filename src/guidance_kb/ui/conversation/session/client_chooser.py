"""The choice of the client of a conversation: a known one, or a new one with an unused code."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QWidget

from guidance_kb.casebook.privacy import personal_data
from guidance_kb.errors import KnownError
from guidance_kb.ui.conversation.session.autosave import ClientRef
from guidance_kb.ui.conversation.session.session_persistence import SessionPersistence
from guidance_kb.ui.core.casebook_service import CasebookState
from guidance_kb.ui.core.clear_on_lock import ClientData
from guidance_kb.ui.core.personal_data import Warned
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.widgets.basics import button, column, label, row
from guidance_kb.ui.widgets.field_icons import FieldHint
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout
from guidance_kb.ui.widgets.roving import Roving
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

if TYPE_CHECKING:  # a conversation needs no casebook, and is shown before one is opened
    from guidance_kb.casebook.storage.store import Store

_MOST = 6

_FIELD = 300
"""Width of the field in pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class Offers:
    """The choices: clients whose code contains the typed text, the one with exactly that code, and a code for a new client."""

    known: tuple[ClientRef, ...] = ()
    exact: ClientRef | None = None
    new: str = ""


def offers(store: "Store", typed: str) -> Offers:
    """Return the choices for a typed text. Runs on the casebook's worker."""
    from guidance_kb.casebook.records.clients import ClientOrder  # noqa: PLC0415 - already imported on the worker

    lines = store.clients.list(code=typed, order=ClientOrder.LAST, limit=_MOST).lines
    known = tuple(ClientRef(each.id, each.code) for each in lines)
    if not typed:
        return Offers(known, None, store.clients.next_code())
    found = store.clients.find(typed)
    return Offers(known, ClientRef(found.id, found.code), "") if found else Offers(known, None, typed)


class ClientChooser(TranslatedWidget, QFrame):
    """A field with the matching clients below it. Enter takes the client with exactly that code; Escape cancels.

    Signals:
        closed: A client was chosen, or the choice was cancelled.
    """

    closed = Signal()

    def __init__(self, persistence: SessionPersistence, services: Services) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self._persistence, self._service, self._services = persistence, services.casebook, services
        self.offers = Offers()
        self._offered_for: str | None = None
        self._entering = False
        self._error: KnownError | None = None
        self._title, self._meaning, self._wrong = label(role="strong"), label(role="soft"), label()
        self.field = QLineEdit()
        self._hint = FieldHint(self.field)
        self.field.setMaxLength(24)
        self._warned = Warned(self.field, services, personal_data.in_code)
        self.field.textEdited.connect(lambda _: self._ask())
        self.field.returnPressed.connect(self._entered)
        self.known: list[QPushButton] = [
            button("", "topic", partial(self._choose_known, place)) for place in range(_MOST)
        ]
        self.new = button("", "", self._choose_new)
        self.leave = button("", "quiet", self.close_chooser)
        self._roving = Roving(self)
        services.theme.changed.connect(self._draw)
        self._build()
        self._set_texts()
        self._draw()
        self.hide()
        self._service.clear_on_lock(ClientData.CLIENT_CHOICE, self.close_chooser)

    def _build(self) -> None:
        holder = QWidget()
        flow = FlowLayout(holder, spacing=6)
        for each in (*self.known, self.new):
            flow.addWidget(each)
        entry = row(spacing=8)
        entry.addWidget(self._warned)
        entry.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignTop)
        entry.addStretch(1)
        content = column(self, spacing=8, margins=(14, 10, 10, 12))
        for part in (self._title, self._meaning):
            content.addWidget(part)
        add_layout(content, entry)
        content.addWidget(self._wrong)
        content.addWidget(holder)

    def _draw(self) -> None:
        self._warned.setFixedWidth(self._services.theme.px(_FIELD))

    def open_chooser(self) -> None:
        """Show the chooser, if the casebook is open."""
        if self._service.state is not CasebookState.OPEN:
            return
        self.field.clear()
        self._tell(None)
        self._set_texts()
        self._ask()
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_chooser(self) -> None:
        """Hide the chooser, and remove all codes from it."""
        self.offers, self._offered_for, self._entering = Offers(), None, False
        self.field.setText("")  # `clear` could be undone
        self._meaning.setText("")
        self._show_offers()
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _ask(self) -> None:
        typed = self.field.text().strip()
        self._entering = False
        self._tell(None)
        self._service.query(
            self, "clients to choose from", lambda store: offers(store, typed), partial(self._arrived, typed)
        )

    def _arrived(self, typed: str, found: Offers) -> None:
        if not self.isHidden():
            self.offers, self._offered_for = found, typed
            self._show_offers()
            if self._entering:
                self._entered()

    def _show_offers(self) -> None:
        for place, shown in enumerate(self.known):
            there = place < len(self.offers.known)
            shown.setText(self.offers.known[place].code if there else "")
            shown.setVisible(there)
        self.new.setText(self.tr("New client {code}").format(code=self.offers.new))
        self.new.setVisible(bool(self.offers.new))
        self._roving.set_widgets([*self.known, self.new])

    # ── choosing ────────────────────────────────────────────────────────────────────────────────

    def _choose_known(self, place: int) -> None:
        self._take(self.offers.known[place])

    def _choose_new(self) -> None:
        code = self.offers.new
        self._service.execute(
            self,
            lambda store: store.clients.add(code),
            lambda made: self._take(ClientRef(made.id, made.code)),
            self._tell,
        )

    def _entered(self) -> None:
        typed, exact = self.field.text().strip(), self.offers.exact
        self._entering = typed != self._offered_for  # the offers for this text have not arrived yet
        if self._entering:
            return
        if exact is not None and exact.code.lower() == typed.lower():
            self._take(exact)
        else:
            self._to_offers()

    def _take(self, client: ClientRef) -> None:
        self._persistence.choose(client)
        self.close_chooser()

    def _to_offers(self) -> None:
        first = next((each for each in (*self.known, self.new) if not each.isHidden()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self, error: KnownError | None) -> None:
        self._error = error
        self._wrong.setText("" if error is None else error.say(self._services.language))
        self._wrong.setVisible(error is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_chooser()
        elif event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self._to_offers()
        else:
            super().keyPressEvent(event)

    # ── texts ───────────────────────────────────────────────────────────────────────────────────

    def retranslate(self) -> None:
        self._set_texts()
        self._tell(self._error)

    def _set_texts(self) -> None:
        client = self._persistence.client
        self._title.setText(self.tr("Whose conversation is this?"))
        self._meaning.setText(
            self.tr("What has been said so far is saved under this client, and so is what follows.")
            if client is None
            else self.tr("All that was said goes from {code} to the client that you choose.").format(code=client.code)
        )
        self._hint.say(self.tr("Find a code, or type a new one"), self.tr("A code"))
        self.field.setAccessibleName(self.tr("Client code"))
        self.leave.setText(self.tr("Cancel"))
        self._show_offers()
