"""The two small forms of the follow-up: to plan a moment or move one, and to write down what came of it."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QLineEdit

from guidance_kb.casebook.records.followups import FollowUp, FollowUpKind
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.clients.days import DayField
from guidance_kb.ui.records.clients.personal import Warned
from guidance_kb.ui.records.clients.record_format import RecordFormatter, as_day, from_day
from guidance_kb.ui.records.clients.small_form import SmallForm
from guidance_kb.ui.widgets.basics import row
from guidance_kb.ui.widgets.drop_down import DropDown
from guidance_kb.ui.widgets.layouts import add_layout

_OFFERED = (FollowUpKind.PLACEMENT, FollowUpKind.OTHER)


class MomentForm(SmallForm):
    """Plans a placement or another moment, or moves one that is planned."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._says = RecordFormatter(services, self)
        self.moved: int | None = None
        self.kind, self.day, self.remark = DropDown(services.theme), DayField(services.theme), QLineEdit()
        self.remark.returnPressed.connect(self.accept)
        across = row()
        across.addWidget(self.kind)
        across.addWidget(self.day)
        across.addStretch(1)
        add_layout(self.fields, across)
        self.fields.addWidget(Warned(self.remark, services))
        for kind in _OFFERED:
            self.kind.addItem("", kind.value)
        self.speak()

    def open_form(self, moved: FollowUp | None = None) -> None:
        """Opens for a new moment, or with one that is planned."""
        self.moved = moved.id if moved else None
        self.day.setDate(as_day(moved.due) if moved else QDate.currentDate().addDays(7))
        self.remark.setText(moved.remark if moved else "")
        self.kind.setVisible(moved is None)
        self.speak()
        if moved is not None:
            self.heading.setText(self._says.moment(moved.kind))
        self.show()
        (self.kind if moved is None else self.day).setFocus(Qt.FocusReason.OtherFocusReason)

    def empty(self) -> None:  # noqa: D102 - of SmallForm
        self.moved = None
        self.remark.clear()

    @property
    def planned(self) -> tuple[FollowUpKind, date, str]:
        """What stands in it: which moment, its day, and the remark."""
        return FollowUpKind(self.kind.currentData()), from_day(self.day.date()), self.remark.text().strip()

    def speak(self) -> None:
        """Says everything in the language now in force."""
        super().speak()
        self.heading.setText(self.tr("A moment to ask how it is going"))
        for place, kind in enumerate(_OFFERED):
            self.kind.setItemText(place, self._says.moment(kind))
        self.kind.setAccessibleName(self.tr("Which moment"))
        self.day.setAccessibleName(self.tr("Day"))
        self.day.setLocale(QLocale())
        self.remark.setAccessibleName(self.tr("Remark"))
        self.remark.setPlaceholderText(self.tr("Remark, if you like"))
        self.keep.setText(self.tr("Plan") if self.moved is None else self.tr("Change"))


class OutcomeForm(SmallForm):
    """Asks what came of a moment that was."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._says = RecordFormatter(services, self)
        self.about: FollowUp | None = None
        self.outcome = QLineEdit()
        self.outcome.returnPressed.connect(self.accept)
        self.fields.addWidget(Warned(self.outcome, services))
        self.speak()

    def open_form(self, about: FollowUp) -> None:
        """Opens for a moment."""
        self.about = about
        self.outcome.setText(about.outcome)
        self.speak()
        self.show()
        self.outcome.setFocus(Qt.FocusReason.OtherFocusReason)

    def empty(self) -> None:  # noqa: D102 - of SmallForm
        self.about = None
        self.outcome.clear()

    def speak(self) -> None:
        """Asks what came of the moment, by its name."""
        super().speak()
        what = self._says.moment(self.about.kind) if self.about else ""
        self.heading.setText(self.tr("{moment}: what came of it?").format(moment=what))
        self.outcome.setAccessibleName(self.tr("What came of it"))
        self.keep.setText(self.tr("Keep"))
