"""The end of the guidance: on which day, and until when the record is kept then."""

from datetime import date

from PySide6.QtCore import QDate, QLocale

from guidance_kb.casebook.retention import months_after
from guidance_kb.ui.records.days import DayField
from guidance_kb.ui.records.record_format import RecordFormatter, from_day
from guidance_kb.ui.records.small_form import SmallForm
from guidance_kb.ui.services import Services
from guidance_kb.ui.widgets.basics import label, row
from guidance_kb.ui.widgets.layouts import add_layout


class CloseForm(SmallForm):
    """Asks for the day; the term follows from it. Nothing is erased by it."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._says = RecordFormatter(services, self)
        self._months = 12
        self.day, self._ended, self._kept = DayField(services.theme), label(wrap=False), label(role="soft")
        self.day.setMaximumDate(QDate.currentDate())
        self.day.dateChanged.connect(self._say_term)
        across = row()
        across.addWidget(self._ended)
        across.addWidget(self.day)
        across.addStretch(1)
        add_layout(self.fields, across)
        self.fields.addWidget(self._kept)
        self.speak()

    def open_form(self, months: int) -> None:
        """Opens; a record is kept for so many months."""
        self._months = months
        self.day.setMaximumDate(QDate.currentDate())
        self.day.setDate(QDate.currentDate())
        self._say_term()
        self.show()
        self.day.setFocus()

    @property
    def ended(self) -> date:
        """The day on which the guidance ended."""
        return from_day(self.day.date())

    @property
    def keep_until(self) -> date:
        """The last day of the term."""
        return months_after(self.ended, self._months)

    def _say_term(self) -> None:
        self._kept.setText(
            self.tr(
                "The record is kept until {day}. After that the list “Past retention” asks what to do; nothing is erased "
                "automatically."
            ).format(day=self._says.whole_day(self.keep_until))
        )

    def speak(self) -> None:
        """Says everything in the language now in force, the day in its spelling too."""
        super().speak()
        self.heading.setText(self.tr("Close the guidance"))
        self._ended.setText(self.tr("It ended on"))
        self.day.setAccessibleName(self.tr("Day on which the guidance ended"))
        self.day.setLocale(QLocale())
        self.keep.setText(self.tr("Close the guidance"))
        self._say_term()
