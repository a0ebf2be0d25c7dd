"""Widgets to choose a day and a time: buttons for the usual days, a date field, and a field for a time that need not be known."""

import datetime as dt
from datetime import date
from typing import cast

from PySide6.QtCore import QDate, QEvent, QLocale, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QDateEdit, QTimeEdit, QWidget

from guidance_kb.dates import UsualDay, usual_days
from guidance_kb.ui.look.icons import pixmap
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import SIZE, SPACE
from guidance_kb.ui.records.clients.record_format import as_day, from_day
from guidance_kb.ui.widgets.basics import button
from guidance_kb.ui.widgets.layouts import FlowLayout
from guidance_kb.ui.widgets.radio_group import OneOf
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

_FORMAT = "ddd d MMM yyyy"


class DayField(QDateEdit):
    """A date field with a calendar popup; it looks like a drop-down."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(QDate.currentDate())
        self._theme = theme
        self.setCalendarPopup(True)
        self.setDisplayFormat(_FORMAT)

    def event(self, event: QEvent) -> bool:
        """Leave the undo shortcut to the view: a date field has nothing to undo."""
        asks = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asks and cast("QKeyEvent", event).matches(QKeySequence.StandardKey.Undo):
            event.ignore()
            return False
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and its arrow icon."""
        super().paintEvent(event)
        size = self._theme.px(SIZE.icon)
        painter = QPainter(self)
        arrow = pixmap("chevron-down", self._theme.tokens.soft_ink, size)
        painter.drawPixmap(self.width() - size - self._theme.px(SPACE.lg), (self.height() - size) // 2, arrow)
        painter.end()


class DayChoice(TranslatedWidget, QWidget):
    """A choice between the usual days (tomorrow, this week, in a week), another day, and no day.

    Signals:
        chosen: The user pressed one of the buttons.
    """

    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.usual = {day: button(role="state", checkable=True) for day in UsualDay}
        self._other, self._none = button(role="state", checkable=True), button(role="state", checkable=True)
        self.field = DayField(theme)
        self.field.setDate(QDate.currentDate().addDays(14))
        self.field.hide()
        self._group = OneOf(self)
        flow = FlowLayout(self, 6)
        for each in (*self.usual.values(), self._other, self._none):
            self._group.addButton(each)
            flow.addWidget(each)
        flow.addWidget(self.field)
        self.usual[UsualDay.IN_A_WEEK].setChecked(True)
        self._group.buttonClicked.connect(self._choose)
        self.retranslate()

    @property
    def day(self) -> date | None:
        """The chosen day, or None."""
        checked = self._group.checkedButton()
        for name, each in self.usual.items():
            if each is checked:
                return usual_days(from_day(QDate.currentDate()))[name]
        return from_day(self.field.date()) if checked is self._other else None

    def set_day(self, day: date | None) -> None:
        """Choose a day, or none."""
        (self._none if day is None else self._other).setChecked(True)
        if day is not None:
            self.field.setDate(as_day(day))
        self.field.setVisible(day is not None)

    def set_usual(self, day: UsualDay) -> None:
        """Choose a day by its name; “this week” is offered on the first days of the week only."""
        self.retranslate()
        self.usual[day].setChecked(True)
        self.field.hide()

    def _choose(self) -> None:
        other = self._other.isChecked()
        self.field.setVisible(other)
        if other:
            self.field.setFocus()
        self.chosen.emit()

    def retranslate(self) -> None:
        offered = usual_days(from_day(QDate.currentDate()))
        words = {
            UsualDay.TOMORROW: self.tr("tomorrow"),
            UsualDay.THIS_WEEK: self.tr("this week"),
            UsualDay.IN_A_WEEK: self.tr("in a week"),
        }
        for name, each in self.usual.items():
            each.setText(words[name])
            each.setVisible(name in offered)
            if name in offered:
                each.setToolTip(QLocale().toString(as_day(offered[name]), _FORMAT))
        self._other.setText(self.tr("on another day"))
        self._none.setText(self.tr("no day"))
        self.field.setAccessibleName(self.tr("Day"))
        self.field.setLocale(QLocale())


_USUAL_TIME = QTime(10, 0)
"""The time that the field begins with, once a time is wanted."""

_TIME_WIDTH = 90
"""The least width of the field in pixels at 100 %: its own size leaves out the padding of the style."""


class TimeChoice(TranslatedWidget, QWidget):
    """A choice between a time and none yet.

    Attributes:
        any_time: The button for no time yet.
        at: The button for a time, which is in `field`.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.any_time, self.at = button(role="state", checkable=True), button(role="state", checkable=True)
        self.field = QTimeEdit(_USUAL_TIME)
        self.field.setDisplayFormat("HH:mm")
        self._group = OneOf(self)
        flow = FlowLayout(self, 6)
        for each in (self.any_time, self.at):
            self._group.addButton(each)
            flow.addWidget(each)
        flow.addWidget(self.field)
        self.set_time(None)
        self._group.buttonClicked.connect(self._choose)
        self.retranslate()

    @property
    def time(self) -> dt.time | None:
        """The chosen time, or None."""
        at = self.field.time()
        return dt.time(at.hour(), at.minute()) if self.at.isChecked() else None

    def set_time(self, at: dt.time | None) -> None:
        """Choose a time, or none yet."""
        self.field.setTime(_USUAL_TIME if at is None else QTime(at.hour, at.minute))
        (self.any_time if at is None else self.at).setChecked(True)
        self.field.setVisible(at is not None)

    def _choose(self) -> None:
        self.field.setVisible(self.at.isChecked())
        if self.at.isChecked():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self.any_time.setText(self.tr("no time yet"))
        self.at.setText(self.tr("at a time"))
        self.field.setAccessibleName(self.tr("Time"))
        self.field.setLocale(QLocale())
        self.field.setMinimumWidth(self._theme.px(_TIME_WIDTH))
        inside = self._theme.px(SPACE.lg)  # the style sheet pads the frame, but not the text in it
        self.field.lineEdit().setTextMargins(inside, 0, inside, 0)
