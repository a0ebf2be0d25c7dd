"""The two small forms of the follow-up: to plan a moment or move one, and to write down what came of it."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit

from guidance_kb.casebook.followups import FollowUp, Kind
from guidance_kb.ui.conversation.themes import DropDown
from guidance_kb.ui.records.days import DayField
from guidance_kb.ui.records.personal import Warned
from guidance_kb.ui.records.says import Says, as_day, from_day
from guidance_kb.ui.services import Services
from guidance_kb.ui.widgets.basics import button, column, label, row

_OFFERED = (Kind.PLACEMENT, Kind.OTHER)


class SmallForm(QFrame):
    """A card with a heading, fields and two buttons; Escape puts it away.

    Signals:
        kept: What stands in it is to be written.
        closed: It is put away; the keyboard goes somewhere else.
    """

    kept = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.heading = label(role="strong")
        self.keep, self.cancel = button("", "primary", self.accept), button("", "quiet", self.close_form)
        self.fields = column(spacing=6)
        inside = column(self, spacing=8, margins=(14, 12, 14, 14))
        inside.addWidget(self.heading)
        inside.addLayout(self.fields)
        across = row()
        across.addWidget(self.keep)
        across.addWidget(self.cancel)
        across.addStretch(1)
        inside.addLayout(across)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_form)
        self.hide()

    def accept(self) -> None:
        """Keeps what stands in it, and puts it away."""
        if not self.isHidden():
            self.kept.emit()
            self.close_form()

    def close_form(self) -> None:
        """Puts it away, empty."""
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        self.empty()
        if had_focus:
            self.closed.emit()

    def empty(self) -> None:
        """Lets go of what stands in it: the next record that is shown may be another client's."""

    def speak(self) -> None:
        """Says everything in the language now in force."""
        self.cancel.setText(self.tr("Cancel"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.speak()
        super().changeEvent(event)


class MomentForm(SmallForm):
    """Plans a placement or another moment, or moves one that is planned."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._says = Says(services, self)
        self.moved: int | None = None
        self.kind, self.day, self.remark = DropDown(services.theme), DayField(services.theme), QLineEdit()
        self.remark.returnPressed.connect(self.accept)
        across = row()
        across.addWidget(self.kind)
        across.addWidget(self.day)
        across.addStretch(1)
        self.fields.addLayout(across)
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
    def planned(self) -> tuple[Kind, date, str]:
        """What stands in it: which moment, its day, and the remark."""
        return Kind(self.kind.currentData()), from_day(self.day.date()), self.remark.text().strip()

    def speak(self) -> None:  # noqa: D102 - of SmallForm
        super().speak()
        self.heading.setText(self.tr("A moment to ask how it goes"))
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
        self._says = Says(services, self)
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

    def speak(self) -> None:  # noqa: D102 - of SmallForm
        super().speak()
        what = self._says.moment(self.about.kind) if self.about else ""
        self.heading.setText(self.tr("{moment}: what came of it?").format(moment=what))
        self.outcome.setAccessibleName(self.tr("What came of it"))
        self.keep.setText(self.tr("Keep"))
