"""The form of the next appointment: the day, the time, and where or how."""

from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QLineEdit

from guidance_kb.casebook.privacy import personal_data
from guidance_kb.casebook.privacy.personal_data import PersonalDataKind
from guidance_kb.casebook.records.followups import Means, Meeting, Moment
from guidance_kb.documents.appointment import WAYS
from guidance_kb.documents.client_page import Contact
from guidance_kb.documents.summary import appointment_on
from guidance_kb.ui.core.personal_data import Warned
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.clients.days import DayField, TimeChoice
from guidance_kb.ui.records.clients.record_format import as_day, from_day
from guidance_kb.ui.records.clients.small_form import SmallForm
from guidance_kb.ui.widgets.basics import button, label
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout
from guidance_kb.ui.widgets.radio_group import OneOf

_DAYS: Final = 14
"""Days from today to the day that the form begins with."""


class AppointmentForm(SmallForm):
    """Asks for the next appointment. It writes nothing itself.

    Signals:
        kept (Moment): The user accepted this appointment.
    """

    kept = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._own = Contact()
        self._opened: Moment | None = None
        self._names = {name: label(role="caption") for name in ("day", "time", "means", "location")}
        self.day, self.time = DayField(services.theme), TimeChoice(services.theme)
        self.day.setMinimumDate(QDate.currentDate())
        self.means = {means: button(role="state", checkable=True) for means in Means}
        self.location = QLineEdit()
        self._lay_out()
        self.location.returnPressed.connect(self.accept)
        self.retranslate()

    def _lay_out(self) -> None:
        ways = FlowLayout(spacing=6)
        self._ways = OneOf(self)
        for each in self.means.values():
            self._ways.addButton(each)
            ways.addWidget(each)
        self.fields.addWidget(self._names["day"])
        self.fields.addWidget(self.day, 0, Qt.AlignmentFlag.AlignLeft)
        self.fields.addWidget(self._names["time"])
        self.fields.addWidget(self.time)
        self.fields.addWidget(self._names["means"])
        add_layout(self.fields, ways)
        self.fields.addWidget(self._names["location"])
        self.fields.addWidget(Warned(self.location, self._services, self._look))
        self._ways.buttonClicked.connect(self._way_chosen)

    def _look(self, text: str, today: date) -> tuple[PersonalDataKind, ...]:
        """Return the doubts about the place; the counselor's own number and place are none."""
        known = (self._own.phone, self._own.place)
        return () if text.strip() in known else personal_data.in_text(text, today)

    # ── contents ────────────────────────────────────────────────────────────────────────────────

    def open_form(self, own: Contact, moment: Moment | None = None) -> None:
        """Open the form for a new appointment, or for the one that was made.

        Args:
            own: The counselor's details; the place or the number is proposed.
            moment: The appointment to change, or None.
        """
        self._own = own
        met = moment.meeting or Meeting() if moment is not None else Meeting()
        self.day.setMinimumDate(QDate.currentDate())
        self.day.setDate(QDate.currentDate().addDays(_DAYS) if moment is None else as_day(moment.due))
        self.time.set_time(met.time)
        self.means[met.means].setChecked(True)
        self.location.setText(self._proposed if moment is None else met.location)
        self.retranslate()
        self._opened = self.moment
        self.show()
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def empty(self) -> None:
        self.location.setText("")  # `clear()` could be undone with Ctrl+Z

    @property
    def moment(self) -> Moment:
        """The appointment in the form."""
        met = Meeting(self.time.time, self._chosen, self.location.text().strip())
        return appointment_on(from_day(self.day.date()), met)

    def accept(self) -> None:
        """Emit `kept` and close the form, if it is open."""
        if not self.isHidden():
            self.kept.emit(self.moment)
            self.close_form()

    def leave(self) -> None:
        """Keep what was changed and close the form; what it only proposes is no appointment."""
        if self.moment != self._opened:
            self.accept()
        self.close_form()

    # ── choices ─────────────────────────────────────────────────────────────────────────────────

    @property
    def _chosen(self) -> Means:
        return next((means for means, each in self.means.items() if each.isChecked()), Means.HERE)

    @property
    def _proposed(self) -> str:
        """The counselor's place for an appointment here, the number for a call."""
        return {Means.HERE: self._own.place, Means.PHONE: self._own.phone, Means.ELSEWHERE: ""}[self._chosen]

    def _way_chosen(self) -> None:
        """Propose the place or number of another way, unless something else was typed."""
        if self.location.text().strip() in ("", self._own.place, self._own.phone):
            self.location.setText(self._proposed)
        self._name_location()

    def _name_location(self) -> None:
        names = {
            Means.HERE: self.tr("Room or address"),
            Means.PHONE: self.tr("The number that you call from, which the client will see"),
            Means.ELSEWHERE: self.tr("Where"),
        }
        self._names["location"].setText(names[self._chosen])
        self.location.setAccessibleName(names[self._chosen])

    def retranslate(self) -> None:
        super().retranslate()
        self.heading.setText(self.tr("Next appointment"))
        self.keep.setText(self.tr("Agree"))
        self._names["day"].setText(self.tr("Day"))
        self._names["time"].setText(self.tr("Time"))
        self._names["means"].setText(self.tr("Where or how"))
        for means, each in self.means.items():
            each.setText(WAYS[means].say(self._services.language))
        self.day.setAccessibleName(self._names["day"].text())
        self.day.setLocale(QLocale())
        self.day.setMinimumWidth(self._services.theme.px(190))  # with less, its arrow covers the year
        self._name_location()
