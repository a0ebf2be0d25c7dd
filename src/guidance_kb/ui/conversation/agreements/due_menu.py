"""The menu that says by when a step is agreed: tomorrow, this week, in a week, or on a date."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QMenu, QWidget

from guidance_kb.dates import UsualDay, usual_days
from guidance_kb.ui.widgets.basics import column
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget


def day_said(day: date) -> str:
    """Return a day with its weekday in the language of the window: `Fri 4 December`."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "ddd d MMMM")


class DueMenu(TranslatedWidget, QMenu):
    """The menu, and a calendar for another date. It calls `on_day` with the chosen day; `usual` is in hand when it opens."""

    def __init__(self, on_day: Callable[[date], object], parent: QWidget, usual: UsualDay) -> None:
        super().__init__(parent)
        self._on_day, self._usual = on_day, usual
        self._days = usual_days(_today())
        self.offers = {due: self.addAction("") for due in UsualDay}
        for due, action in self.offers.items():
            action.triggered.connect(lambda _=False, due=due: self._on_day(self._days[due]))
        self.other = self.addAction("", self._open_calendar)
        self._at = QPoint()
        self.calendar: DayCalendar | None = None
        self.retranslate()

    def open_below(self, widget: QWidget) -> None:
        """Open the menu below a widget."""
        self._days = usual_days(_today())
        self.retranslate()
        self._at = widget.mapToGlobal(QPoint(0, widget.height()))
        self.popup(self._at)
        self.setActiveAction(self.offers[self._usual if self._usual in self._days else next(iter(self._days))])

    def retranslate(self) -> None:
        words = {
            UsualDay.TOMORROW: self.tr("Tomorrow"),
            UsualDay.THIS_WEEK: self.tr("This week"),
            UsualDay.IN_A_WEEK: self.tr("In a week"),
        }
        for due, action in self.offers.items():
            action.setVisible(due in self._days)
            if due in self._days:
                action.setText(f"{words[due]}: {day_said(self._days[due])}")
        self.other.setText(self.tr("On a date…"))

    def _open_calendar(self) -> None:
        if self.calendar is None:
            self.calendar = DayCalendar(self._on_day, self)
        self.calendar.open_at(self._at)


class DayCalendar(TranslatedWidget, QFrame):
    """A calendar that pops up; a click or Return on a day chooses it, Escape closes it."""

    def __init__(self, on_day: Callable[[date], object], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self._on_day = on_day
        self.days = QCalendarWidget()
        self.days.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.days.clicked.connect(self._choose)
        self.days.activated.connect(self._choose)
        column(self, margins=(1, 1, 1, 1)).addWidget(self.days)
        self.retranslate()

    def retranslate(self) -> None:
        self.days.setLocale(QLocale())
        self.days.setAccessibleName(self.tr("Day"))

    def open_at(self, place: QPoint) -> None:
        """Open with its corner at a place on the screen, or as near to it as the screen allows."""
        tomorrow = QDate.currentDate().addDays(1)
        self.days.setMinimumDate(tomorrow)
        self.days.setSelectedDate(tomorrow.addDays(6))
        self.adjustSize()
        room = self.screen().availableGeometry()
        left = min(place.x(), room.right() - self.width())
        top = min(place.y(), room.bottom() - self.height())
        self.move(max(left, room.left()), max(top, room.top()))
        self.show()
        self.days.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _choose(self, day: QDate) -> None:
        if self.isVisible():  # Return sends both signals
            self.close()
            self._on_day(date(day.year(), day.month(), day.day()))


def _today() -> date:
    now = QDate.currentDate()
    return date(now.year(), now.month(), now.day())
