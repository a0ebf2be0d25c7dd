"""What is in the file of a colleague, and what taking it in would do."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit

from guidance_kb.casebook.storage import timestamps
from guidance_kb.casebook.transfer.transfers import Known, TransferOffer
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.admin.words import KeepingWords
from guidance_kb.ui.widgets.basics import button, column, label, row
from guidance_kb.ui.widgets.layouts import add_layout


class OfferCard(QFrame):
    """The offer; hidden while there is none.

    Attributes:
        offer: What is looked at.

    Signals:
        accepted (str, bool): It is to be taken in: under this code, or its own if empty; whether the record here is replaced.
        declined: It is not.
    """

    accepted = Signal(str, bool)
    declined = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setProperty("active", "true")  # the style sheet compares words
        self._services, self._words = services, KeepingWords(self)
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
        """Shows an offer; `free` is a code that nobody has here."""
        self.offer = offer
        self.code.setText(free if offer.needs_code else "")
        self.replace.setChecked(False)
        self._speak()
        for each in (self._name, self.code):
            each.setVisible(offer.needs_code)
        self.replace.setVisible(offer.known is Known.DIFFERENT)
        self.take.setVisible(offer.known is not Known.SAME)
        self._look()
        self.show()
        first = self.code if offer.needs_code else self.take if self.take.isEnabled() else self.replace
        (self.leave if offer.known is Known.SAME else first).setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Shows nothing any more."""
        self.offer = None
        for each in (self._heading, self._facts, self._means):
            each.clear()
        self.code.clear()
        self.hide()

    def _look(self) -> None:
        offer = self.offer
        if offer is not None:
            coded = not offer.needs_code or bool(self.code.text().strip())
            self.take.setEnabled(coded and (offer.known is not Known.DIFFERENT or self.replace.isChecked()))

    def _accept(self) -> None:
        if self.take.isEnabled() and not self.take.isHidden():
            self.accepted.emit(self.code.text().strip(), self.replace.isChecked())

    # ── what it says ────────────────────────────────────────────────────────────────────────────

    def _speak(self) -> None:
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

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
        super().changeEvent(event)
