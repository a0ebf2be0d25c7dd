"""Keeping a record longer than its term: until when, and why."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit

from guidance_kb.casebook.retention import PastTerm, months_after
from guidance_kb.errors import KnownError
from guidance_kb.ui.keeping.page import Told
from guidance_kb.ui.records.days import DayField
from guidance_kb.ui.records.personal import Warned
from guidance_kb.ui.records.says import as_day, from_day
from guidance_kb.ui.services import Services
from guidance_kb.ui.widgets.basics import button, column, label, row

_PROPOSED = 6
"""Months from today that are proposed."""


class ExtendForm(QFrame):
    """Asks for a day and a reason.

    Attributes:
        client: Whose record it is.

    Signals:
        kept (int, date, str): This client, until that day, for that reason.
        closed: It is put away; the keyboard goes somewhere else.
    """

    kept = Signal(int, object, str)
    closed = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setProperty("active", "true")  # the style sheet compares words
        self._services = services
        self.client, self._code = 0, ""
        self._error: KnownError | None = None
        self._heading, self._until, self._why = label(role="strong"), label(wrap=False), label()
        self.day, self.reason = DayField(services.theme), QLineEdit()
        self.told = Told(services)
        self.keep, self.cancel = button("", "primary", self._keep), button("", "quiet", self.close_form)
        inside = column(self, spacing=8, margins=(16, 12, 16, 14))
        across = row(spacing=10)
        across.addWidget(self._until)
        across.addWidget(self.day)
        across.addStretch(1)
        inside.addWidget(self._heading)
        inside.addLayout(across)
        inside.addWidget(self._why)
        inside.addWidget(Warned(self.reason, services))
        inside.addWidget(self.told)
        buttons = row()
        buttons.addWidget(self.keep)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        inside.addLayout(buttons)
        self.reason.textChanged.connect(self._look)
        self.reason.returnPressed.connect(self._keep)
        self.hide()
        self._speak()

    def open_form(self, record: PastTerm) -> None:
        """Opens for a record."""
        self.client, self._code = record.client, record.code
        today = from_day(QDate.currentDate())
        self.day.setMinimumDate(as_day(max(today, record.keep_until)).addDays(1))
        self.day.setDate(as_day(months_after(today, _PROPOSED)))
        self.reason.clear()
        self.tell(None)
        self._speak()
        self.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        """Puts it away."""
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        self.reason.clear()
        if had_focus:
            self.closed.emit()

    @property
    def until(self) -> date:
        """The day that is chosen."""
        return from_day(self.day.date())

    def tell(self, error: KnownError | None) -> None:
        """Says why it was refused."""
        self._error = error
        self.told.say("" if error is None else error.say(self._services.language), "triangle-alert")

    def _look(self) -> None:
        self.keep.setEnabled(bool(self.reason.text().strip()))

    def _keep(self) -> None:
        if self.keep.isEnabled():
            self.kept.emit(self.client, self.until, self.reason.text().strip())

    def _speak(self) -> None:
        self._heading.setText(self.tr("Keep {code} longer").format(code=self._code))
        self._until.setText(self.tr("Until"))
        self.day.setAccessibleName(self.tr("Until"))
        self.day.setLocale(QLocale())
        self._why.setText(self.tr("Why is it still needed? The client may read this."))
        self.reason.setAccessibleName(self._why.text())
        self.keep.setText(self.tr("Keep longer"))
        self.cancel.setText(self.tr("Cancel"))
        self.tell(self._error)
        self._look()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
        super().changeEvent(event)
