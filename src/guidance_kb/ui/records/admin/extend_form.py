"""Keeping a record longer than its term: until when, and why."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QLineEdit

from guidance_kb.casebook.privacy.retention import PastTerm, months_after
from guidance_kb.errors import KnownError
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.admin.page import NoticeFrame
from guidance_kb.ui.records.clients.days import DayField
from guidance_kb.ui.records.clients.personal import Warned
from guidance_kb.ui.records.clients.record_format import as_day, from_day
from guidance_kb.ui.records.clients.small_form import SmallForm
from guidance_kb.ui.widgets.basics import label, row
from guidance_kb.ui.widgets.layouts import add_layout

_PROPOSED = 6
"""Months from today that are proposed."""


class ExtendForm(SmallForm):
    """Asks for a day and a reason.

    Attributes:
        client: Whose record it is.
        day: Until when.
        reason: Why.
        told: Why it was refused.

    Signals:
        kept (int, date, str): This client, until that day, for that reason.
    """

    kept = Signal(int, object, str)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.setProperty("active", "true")  # the style sheet compares words
        self._services = services
        self.client, self._code = 0, ""
        self._error: KnownError | None = None
        self._until, self._why = label(wrap=False), label()
        self.day, self.reason = DayField(services.theme), QLineEdit()
        self.told = NoticeFrame(services)
        across = row(spacing=10)
        across.addWidget(self._until)
        across.addWidget(self.day)
        across.addStretch(1)
        add_layout(self.fields, across)
        for each in (self._why, Warned(self.reason, services), self.told):
            self.fields.addWidget(each)
        self.reason.textChanged.connect(self._look)
        self.reason.returnPressed.connect(self.accept)
        self.speak()

    def open_form(self, record: PastTerm) -> None:
        """Opens for a record."""
        self.client, self._code = record.client, record.code
        today = from_day(QDate.currentDate())
        self.day.setMinimumDate(as_day(max(today, record.keep_until)).addDays(1))
        self.day.setDate(as_day(months_after(today, _PROPOSED)))
        self.reason.clear()
        self.tell(None)
        self.speak()
        self.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def empty(self) -> None:  # noqa: D102 - of SmallForm
        self.reason.clear()

    @property
    def until(self) -> date:
        """The day that is chosen."""
        return from_day(self.day.date())

    def tell(self, error: KnownError | None) -> None:
        """Says why it was refused."""
        self._error = error
        self.told.tell(error)

    def _look(self) -> None:
        self.keep.setEnabled(bool(self.reason.text().strip()))

    def accept(self) -> None:
        """Asks for it; the form stays until it is done, for it may be refused."""
        if self.keep.isEnabled():
            self.kept.emit(self.client, self.until, self.reason.text().strip())

    def speak(self) -> None:
        """Says whose record it is, and what is asked."""
        super().speak()
        self.heading.setText(self.tr("Keep {code} longer").format(code=self._code))
        self._until.setText(self.tr("Until"))
        self.day.setAccessibleName(self.tr("Until"))
        self.day.setLocale(QLocale())
        self._why.setText(self.tr("Why is it still needed? The client may read this."))
        self.reason.setAccessibleName(self._why.text())
        self.keep.setText(self.tr("Keep longer"))
        self.tell(self._error)
        self._look()
