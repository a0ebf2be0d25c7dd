"""The form of a call: four questions to ask, what came of it, one line, and the next moment."""

import datetime as dt
from functools import partial
from typing import Final

from PySide6.QtCore import QDate, QDateTime, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from guidance_kb.casebook.records.calls import BY_PHONE, Call, attempts
from guidance_kb.casebook.records.followups import CALL_RESULTS, CallResult, FollowUp, Means, Meeting
from guidance_kb.casebook.records.steps import Step, StepResult
from guidance_kb.dates import UsualDay
from guidance_kb.documents.appointment import WAYS
from guidance_kb.ui.core.personal_data import Warned
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.translation import as_title
from guidance_kb.ui.look.tokens import SPACE
from guidance_kb.ui.records.clients.days import DayChoice, TimeChoice
from guidance_kb.ui.records.clients.record import Record
from guidance_kb.ui.records.clients.record_format import RecordFormatter, from_day
from guidance_kb.ui.records.clients.small_form import SmallForm
from guidance_kb.ui.records.clients.step_review import StepReview
from guidance_kb.ui.widgets.basics import button, column, label, row
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout, clear, show_all
from guidance_kb.ui.widgets.radio_group import OneOf

_TWO_COLUMNS: Final = 760
"""The width in pixels at 100 % from which the steps are beside the other questions."""

_WAYS: Final = (Means.PHONE, Means.HERE)
"""How the counselor may speak with the client again."""

_SHOWN: Final = 2
"""The number of moments shown that are planned already; the first ones, so that none is made twice."""

_LAST_HOUR: Final = 17
"""The last hour of the day for which a call is proposed."""


class CallForm(SmallForm):
    """Asks what came of a call. It writes nothing itself.

    Attributes:
        about: The id of the follow-up that asked for the call; None if none was planned.
        results: The button of each result.
        reviews: The open steps, by id, in the order of their days.
        line: The field for one line about the call.
        day: The day of the next contact, or of the next attempt.
        time: The time on that day.
        ways: Whether the client is called then or met; offered to who was spoken to.
    """

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services, self._says = services, RecordFormatter(services, self)
        self.about: int | None = None
        self._asked: FollowUp | None = None
        self._before: tuple[FollowUp, ...] = ()
        self._steps: tuple[Step, ...] = ()
        self._went: dict[int, StepResult] = {}
        self._consented = True
        self._opened: Call | None = None
        self.results = {result: button(role="state", checkable=True) for result in CallResult}
        self.reviews: dict[int, StepReview] = {}
        self.line = QLineEdit()
        self.day, self.time = DayChoice(services.theme), TimeChoice(services.theme)
        self.ways = {means: button(role="state", checkable=True) for means in _WAYS}
        self._why, self._result = label(role="caption"), label(role="caption")
        self._questions = [label(role="say") for _ in range(4)]
        self._line_name, self._without = label(role="caption"), label(role="caption")
        self._next, self._already = label(role="caption"), label(role="caption")
        self._planned: tuple[FollowUp, ...] = ()
        self._left, self._right = QWidget(), column(spacing=SPACE.sm)
        self._review_column = column(spacing=SPACE.sm)
        self._way_row = QWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        results, ways = FlowLayout(spacing=6), FlowLayout(self._way_row, 6)
        self._result_group, self._way_group = OneOf(self), OneOf(self)
        for each in self.results.values():
            self._result_group.addButton(each)
            results.addWidget(each)
        for each in self.ways.values():
            self._way_group.addButton(each)
            ways.addWidget(each)
        self.fields.addWidget(self._why)
        self.fields.addWidget(self._result)
        add_layout(self.fields, results)
        left = column(self._left, spacing=SPACE.sm)
        left.addWidget(self._questions[0])
        add_layout(left, self._review_column)
        left.addStretch(1)
        for question in (self._questions[1], self._questions[2], self._line_name):
            self._right.addWidget(question)
        self._right.addWidget(Warned(self.line, self._services))
        for part in (self._without, self._questions[3], self._next, self._already, self.day, self.time, self._way_row):
            self._right.addWidget(part)
        one = column()
        add_layout(one, self._right)
        one.addStretch(1)
        self._columns = row(spacing=24)
        self._columns.addWidget(self._left, 1)
        add_layout(self._columns, one, 1)
        self.fields.addSpacing(4)
        add_layout(self.fields, self._columns)

    def _connect(self) -> None:
        self._result_group.buttonClicked.connect(self._result_chosen)
        self.day.chosen.connect(self._show_time)

    # ── contents ────────────────────────────────────────────────────────────────────────────────

    def open_form(self, record: Record, asked: FollowUp | None) -> None:
        """Open the form.

        Args:
            record: The record of the client, with the open steps.
            asked: The follow-up that asks for the call, or None.
        """
        self._asked, self.about = asked, None if asked is None else asked.id
        self._before, self._steps = attempts(record.follow_ups), record.timeline.open_steps
        self._consented = record.consent is not None and record.consent.holds
        self._planned = tuple(each for each in record.timeline.planned if each.id != self.about)[:_SHOWN]
        self._went = {}
        self.results[CallResult.SPOKEN].setChecked(True)
        self.ways[Means.PHONE].setChecked(True)
        self.day.field.setMinimumDate(QDate.currentDate())
        self._propose()
        self.retranslate()
        self._opened = self.call
        self.show()
        self.results[CallResult.SPOKEN].setFocus(Qt.FocusReason.OtherFocusReason)

    def empty(self) -> None:
        self.line.setText("")  # `clear()` could be undone with Ctrl+Z
        self.about = self._asked = self._opened = None
        self._before, self._steps, self._planned, self._went = (), (), (), {}
        self.retranslate()

    @property
    def call(self) -> Call:
        """The call in the form."""
        result, day = self.result, self.day.day
        spoken = result is CallResult.SPOKEN
        means = Means.HERE if spoken and self.ways[Means.HERE].isChecked() else Means.PHONE
        return Call(
            result,
            self.line.text().strip(),
            dict(self._went) if spoken else {},
            day,
            BY_PHONE if day is None else Meeting(self.time.time, means),
        )

    @property
    def result(self) -> CallResult:
        """The chosen result."""
        return next((result for result, each in self.results.items() if each.isChecked()), CallResult.SPOKEN)

    def leave(self) -> None:
        """Keep what was changed and close the form; what it only proposes was no call."""
        if not self.isHidden() and self.call != self._opened:
            self.accept()
        self.close_form()

    # ── choices ─────────────────────────────────────────────────────────────────────────────────

    def _result_chosen(self) -> None:
        self._propose()
        self.retranslate()

    def _propose(self) -> None:
        """Set the next moment that goes with the result: none, tomorrow, or today in an hour."""
        at = None
        match self.result:
            case CallResult.SPOKEN:
                self.day.set_day(None)
            case CallResult.NOT_REACHED:
                self.day.set_usual(UsualDay.TOMORROW)
            case CallResult.CALL_BACK:
                now = QDateTime.currentDateTime()
                hour = now.time().hour() + 1
                today = hour <= _LAST_HOUR
                self.day.set_day(from_day(now.date() if today else now.date().addDays(1)))
                at = dt.time(hour if today else 10)
        self.time.set_time(at)

    def _show_time(self) -> None:
        """Show the time where a day is chosen, and who was spoken to also how."""
        day = self.day.day is not None
        self.time.setVisible(day)
        self._way_row.setVisible(day and self.result is CallResult.SPOKEN)

    def _review(self, step: int, result: StepResult) -> None:
        self._went[step] = result
        self._ask_on()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the next moment with the Return that ends the line; to keep the call there would leave that out."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.line.hasFocus():
            event.accept()
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    # ── texts ───────────────────────────────────────────────────────────────────────────────────

    def _fill_reviews(self) -> None:
        clear(self._review_column)
        self.reviews = {}
        for step in self._steps:
            review = StepReview(self._says, step, self._went.get(step.id), partial(self._review, step.id))
            self.reviews[step.id] = review
            self._review_column.addWidget(review)
        show_all(self._review_column)

    def _ask(self, place: int, question: str) -> None:
        self._questions[place].setText(f"{place + 1}.  {question}")

    def _ask_on(self) -> None:
        """Set the second question: where every step worked out, it asks what helped."""
        all_well = bool(self._steps) and all(self._went.get(step.id) is StepResult.SUCCEEDED for step in self._steps)
        self._ask(1, self.tr("“What helped?”") if all_well else self.tr("“What got in the way?”"))

    def _said_why(self) -> str:
        """Return the follow-up that asks for the call, and the attempts since the client was last spoken to."""
        parts = [] if self._asked is None else [self._says.when(self._asked)]
        for each in self._before:
            done = self._says.day(each.done or each.due)
            parts.append(f"{CALL_RESULTS[each.result or CallResult.NOT_REACHED].say(self._services.language)} {done}")
        return " · ".join(parts)

    def retranslate(self) -> None:
        """Set the texts in the current language, and show what the result asks for."""
        super().retranslate()
        spoken = self.result is CallResult.SPOKEN
        kind = self._says.moment(self._asked.kind) if self._asked is not None else ""
        self.heading.setText(self.tr("Call · {moment}").format(moment=kind) if kind else self.tr("Call"))
        why = self._said_why()
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self._result.setText(self.tr("What came of it"))
        for result, each in self.results.items():
            each.setText(as_title(CALL_RESULTS[result]))
            each.setAccessibleName(f"{self._result.text()}: {each.text()}")
        went = self.tr("“We agreed some steps. How did they go?”")
        self._ask(0, went if self._steps else self.tr("“How have things been since we last spoke?”"))
        self._ask_on()
        self._ask(2, self.tr("“What do you need now?”"))
        self._ask(3, self.tr("“When shall we speak again?”"))
        self._line_name.setText(self.tr("What was said, in one line") if spoken else self.tr("Remark, if you like"))
        self._without.setText(self.tr("Nothing about health, debts or the law: there is no consent for that."))
        self._without.setVisible(not self._consented)
        later = self.result is CallResult.CALL_BACK
        self._next.setText(self.tr("Call back on") if later else self.tr("Next attempt"))
        self.line.setAccessibleName(self._line_name.text())
        self.day.setAccessibleName(self._questions[3].text() if spoken else self._next.text())
        for means, each in self.ways.items():
            each.setText(WAYS[means].say(self._services.language))
        for part in (self._left, *self._questions[1:]):
            part.setVisible(spoken)
        self._next.setVisible(not spoken)
        already = "; ".join(self._says.planned(each) for each in self._planned)
        self._already.setText(self.tr("Planned already: {when}").format(when=already))
        self._already.setVisible(spoken and bool(already))
        self.keep.setText(self.tr("Keep"))
        self._fill_reviews()
        self._show_time()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._services.theme.px(_TWO_COLUMNS)
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
