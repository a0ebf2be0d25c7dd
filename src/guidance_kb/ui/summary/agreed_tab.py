"""The agreements: the steps, the next appointment, and follow-ups of a course in its first three weeks, when most people stop.

Above them is the day on which the conversation was held, which is an earlier one where a paper form is entered afterwards.

Nothing is planned until it is agreed; the three weeks are counted from the day on which a course begins, and are not offered without it.
"""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from guidance_kb.casebook.records.followups import FIRST_WEEKS, FollowUpKind
from guidance_kb.casebook.records.steps import Step, Terms
from guidance_kb.documents.appointment import appointment_in_words
from guidance_kb.documents.summary import AgreedStep
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.records.clients.days import DayField
from guidance_kb.ui.records.clients.record_format import RecordFormatter, as_day, from_day
from guidance_kb.ui.records.clients.section import SectionEntry, What
from guidance_kb.ui.records.clients.steps import StepForm
from guidance_kb.ui.summary.appointment_form import AppointmentForm
from guidance_kb.ui.summary.pages import Pages
from guidance_kb.ui.widgets.basics import button, card, column, label, text_and_icon
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout, clear, show_all
from guidance_kb.ui.widgets.pressable import LinkRow
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

if TYPE_CHECKING:  # a conversation needs no casebook
    from guidance_kb.casebook.storage.store import Store

SOURCE = "eerste-weken-meeste-uitval"
"""The id of the entry that most people drop out in the first weeks."""


class AgreedTab(TranslatedWidget, QWidget):
    """The steps and the follow-ups of the current conversation."""

    def __init__(self, conversation: ConversationView, pages: Pages, services: Services) -> None:
        super().__init__()
        self._conversation, self._agreed = conversation, conversation.agreed
        self._pages, self._services, self._says = pages, services, RecordFormatter(services, self)
        self._held_name, self._entered = label(role="caption", wrap=False), label(role="caption", wrap=False)
        self.held = DayField(services.theme)
        self._held_row = QWidget()
        self._heading = label(role="heading")
        self._where = label(role="caption")
        self.steps = column(spacing=8)
        self.form = StepForm(services, lambda: conversation.controller.session.answers)
        self.agree = button("", "", self.open_form)
        self._changing: int | None = None
        self._next_heading = label(role="heading")
        self.next = column(spacing=8)
        self.appointment = AppointmentForm(services)
        self.appoint = button("", "", self.open_appointment)
        self._built: object = None
        self._next_built: object = None
        self._before: tuple[date, ...] = ()
        self._weeks_heading = label(role="heading")
        self._source = next(iter(services.library.entries([SOURCE])), None)
        self.why = LinkRow(services.theme, partial(services.navigator.open_page, SOURCE), "book-open")
        self._planned = label(role="soft")
        self.course = QCheckBox()
        self.begins = DayField(services.theme)
        self.weeks = {kind: QCheckBox() for kind in FIRST_WEEKS}
        self._lay_out()
        self.form.kept.connect(self._keep)
        self.form.closed.connect(lambda: self.agree.setFocus(Qt.FocusReason.OtherFocusReason))
        self.appointment.kept.connect(self._agreed.appoint)
        self.appointment.closed.connect(lambda: self.appoint.setFocus(Qt.FocusReason.OtherFocusReason))
        self.held.userDateChanged.connect(lambda day: conversation.persistence.put_day(from_day(day)))
        conversation.persistence.status_changed.connect(self._show_held)
        self.course.clicked.connect(self._begin_course)
        self.begins.userDateChanged.connect(lambda day: self._agreed.begin_on(from_day(day)))
        for kind, tick in self.weeks.items():
            tick.clicked.connect(partial(self._want, kind))
        conversation.controller.restarted.connect(self._put_away)
        pages.made.connect(self.refresh)
        services.theme.changed.connect(self.retranslate)
        self.retranslate()

    def _lay_out(self) -> None:
        whole = column(self, spacing=8)
        held = FlowLayout(self._held_row, 8)
        for each in (self._held_name, self.held, self._entered):
            held.addWidget(each)
        whole.addWidget(self._held_row)
        whole.addWidget(self._heading)
        whole.addWidget(self._where)
        add_layout(whole, self.steps)
        whole.addWidget(self.form)
        whole.addWidget(self.agree)
        whole.addSpacing(10)
        whole.addWidget(self._next_heading)
        add_layout(whole, self.next)
        whole.addWidget(self.appointment)
        whole.addWidget(self.appoint)
        whole.addSpacing(10)
        whole.addWidget(self._weeks_heading)
        box = card()
        inside = column(box, spacing=6, margins=(14, 10, 14, 12))
        inside.addWidget(self.why)
        begins = FlowLayout(spacing=8)
        begins.addWidget(self.course)
        begins.addWidget(self.begins)
        add_layout(inside, begins)
        for tick in self.weeks.values():
            inside.addWidget(tick)
        inside.addWidget(self._planned)
        whole.addWidget(box)

    # ── the day of the conversation ─────────────────────────────────────────────────────────────

    def _show_held(self) -> None:
        """Show the day of a conversation that is stored: at most today, and not longer ago than records are kept."""
        persistence, today = self._conversation.persistence, from_day(QDate.currentDate())
        day = persistence.day or today
        oldest = QDate.currentDate().addMonths(-self._services.casebook.settings.keep_months)
        self.held.blockSignals(True)  # noqa: FBT003 - Qt's
        self.held.setDateRange(min(oldest, as_day(day)), as_day(today))
        self.held.setDate(as_day(day))
        self.held.blockSignals(False)  # noqa: FBT003 - Qt's
        self._held_row.setVisible(persistence.session is not None)
        begun = persistence.begun or day
        self._entered.setText(self.tr("entered {day}").format(day=self._says.day(begun)))
        self._entered.setVisible(begun != day)

    # ── steps ───────────────────────────────────────────────────────────────────────────────────

    def open_form(self, place: int | None = None) -> None:
        """Open the form for a new step, or for the step at a position."""
        if self._conversation.controller.read_only:
            return
        self.leave()
        self._changing = place
        talk = self._pages.talk
        targets = [signal.target for signal in talk.signals if signal.target not in talk.aside]
        self.form.open_form(targets, None if place is None else self._agreed.steps[place].terms)

    def _keep(self, terms: Terms) -> None:
        place, self._changing = self._changing, None
        if place is None:
            self._agreed.agree(terms)
        else:
            self._agreed.change(place, terms)

    def leave(self) -> None:
        """Close the forms and keep a half-typed step and appointment: undo can remove them, but nothing could bring them back."""
        if not self.form.isHidden():
            terms = self.form.terms
            self.form.close_form()
            if terms is not None:
                self._keep(terms)
        if not self.appointment.isHidden():
            self.appointment.leave()

    def _put_away(self) -> None:
        """Discard a half-typed step, because it belongs to the conversation before."""
        self._before = ()
        self._changing = None
        self.form.close_form()
        self.appointment.close_form()

    def _show_steps(self) -> None:
        built = (self._agreed.steps, self._conversation.controller.read_only, self._services.language)
        if built == self._built:
            return
        self._built = built
        clear(self.steps)
        for place, step in enumerate(self._agreed.steps):
            self.steps.addWidget(self._entry(place, step))
        if not self._agreed.steps:
            self.steps.addWidget(label(self.tr("No step yet. One or two small ones are enough."), "soft"))
        show_all(self.steps)

    def _entry(self, place: int, step: AgreedStep) -> SectionEntry:
        terms = step.terms
        below = self._says.step(Step(0, 0, None, terms, "", None, None))
        actions: list[tuple[str, Callable[[], object]]] = []
        if step.kept is not None:
            below = " · ".join((below, self.tr("in the record")))
        elif not self._conversation.controller.read_only:
            actions = [
                (self.tr("Change"), partial(self.open_form, place)),
                (self.tr("Remove"), partial(self._take_away, step)),
            ]
        drawing = "handshake" if terms.handover else "footprints"
        return SectionEntry(self._services, What(drawing, terms.what, below), actions, f"agreed-{place}")

    def _take_away(self, step: AgreedStep) -> None:
        self.agree.setFocus(Qt.FocusReason.OtherFocusReason)  # the pressed button is deleted with its step
        self._agreed.take_back(step)

    # ── the next appointment ────────────────────────────────────────────────────────────────────

    def open_appointment(self) -> None:
        """Open the form for the next appointment, or for the one that was made."""
        if not self._conversation.controller.read_only:
            self.leave()
            self.appointment.open_form(self._pages.contact, self._agreed.summary.next_appointment(self._pages.talk))

    def _show_next(self) -> None:
        talk, summary, fixed = self._pages.talk, self._agreed.summary, self._conversation.controller.read_only
        moment, language = summary.next_appointment(talk), self._services.language
        built = (moment, summary.appointment, summary.appointed, fixed, language)
        if built == self._next_built:
            return
        self._next_built = built
        clear(self.next)
        if moment is None:
            self.next.addWidget(label(self.tr("No appointment yet."), "soft"))
        else:
            text, kept = (
                appointment_in_words(moment, language, talk.day),
                summary.appointed or summary.appointment is None,
            )
            actions: list[tuple[str, Callable[[], object]]] = []
            if not fixed:
                actions.append((self.tr("Change"), self.open_appointment))
            if not fixed and not kept:
                actions.append((self.tr("Remove"), self._take_appointment_away))
            below = self.tr("in the record") if kept else self.tr("goes into the record when you finish")
            what = What("calendar", f"{text[:1].upper()}{text[1:]}", below)
            self.next.addWidget(SectionEntry(self._services, what, actions, "appointment"))
        self.appoint.setVisible(moment is None and not fixed)
        show_all(self.next)

    def _take_appointment_away(self) -> None:
        self.agree.setFocus(Qt.FocusReason.OtherFocusReason)  # the pressed button is deleted with its appointment
        self._agreed.appoint(None)

    # ── the first three weeks ───────────────────────────────────────────────────────────────────

    def _begin_course(self) -> None:
        """Set the day on which a course begins to that of the field, or remove it."""
        self._agreed.begin_on(from_day(self.begins.date()) if self.course.isChecked() else None)
        if self.course.isChecked():
            self.begins.setFocus(Qt.FocusReason.OtherFocusReason)

    def _want(self, kind: FollowUpKind) -> None:
        self._agreed.want(kind, wanted=self.weeks[kind].isChecked())

    def _show_weeks(self) -> None:
        summary = self._agreed.summary
        can = not self._conversation.controller.read_only and not summary.planned
        due = {moment.kind: moment.due for moment in summary.all_moments()}
        for kind, tick in self.weeks.items():
            tick.setVisible(kind in due)
            if kind in due:
                tick.setText(f"{self._says.moment(kind)}: {self._says.day(due[kind])}")
            tick.setChecked(kind in due and summary.wanted(kind))
            tick.setEnabled(can)
        self.course.setChecked(summary.begins is not None)
        self.course.setEnabled(can)
        self.begins.setVisible(summary.begins is not None)
        if summary.begins is not None:
            self.begins.blockSignals(True)  # noqa: FBT003 - Qt's
            self.begins.setDate(as_day(summary.begins))
            self.begins.blockSignals(False)  # noqa: FBT003 - Qt's
        self.begins.setEnabled(can)
        self._planned.setVisible(bool(summary.planned and summary.weeks) or bool(self._before))
        self._planned.setText(self._said_planned())

    def _said_planned(self) -> str:
        if self._agreed.summary.planned:
            return self.tr("They are planned in the record.")
        days = ", ".join(self._says.day(day) for day in self._before)
        return self.tr("Planned before, in the record: {days}").format(days=days)

    def _look_in_the_record(self) -> None:
        """Query the pending follow-ups of earlier first weeks, so that the counselor does not plan them twice."""
        client, today = self._conversation.persistence.client, from_day(QDate.currentDate())
        if client is None or self._conversation.controller.read_only or self._agreed.summary.planned:
            return

        def found(days: tuple[date, ...]) -> None:
            """Show the days, if the client is still the same."""
            if self._conversation.persistence.client == client and days != self._before:
                self._before = days
                self.refresh()

        self._services.casebook.query(
            self, "weeks planned before", partial(_planned_weeks, client=client.id, since=today), found
        )

    # ── contents ────────────────────────────────────────────────────────────────────────────────

    def refresh(self) -> None:
        """Show the current agreements."""
        controller = self._conversation.controller
        self._where.setText(self.tr("Steps and appointments go into the record when you finish the conversation."))
        self._where.setVisible(controller.kept and not controller.read_only)  # without saving, the header says so
        self.agree.setVisible(not self._conversation.controller.read_only)
        self._show_held()
        self._show_steps()
        self._show_next()
        self._show_weeks()

    def retranslate(self) -> None:
        self._held_name.setText(self.tr("Held on"))
        self.held.setAccessibleName(self.tr("Day on which the conversation was held"))
        self.held.setLocale(QLocale())
        self.held.setMinimumWidth(self._services.theme.px(190))  # with less, its arrow covers the year
        self._heading.setText(self.tr("What was agreed"))
        theme = self._services.theme
        size = theme.px(16)
        text_and_icon(self.agree, icon("plus", theme.tokens.accent, size), size, self.tr("Agree a step"))
        self.form.hint.setText(self.tr("The client reads this on their page. Write to the client: “You …”."))
        self.form.hint.show()
        self._weeks_heading.setText(self.tr("The first three weeks of a course"))
        self.why.setVisible(self._source is not None)
        if self._source is not None:
            self.why.say(
                self._source.text(self._services.language).title,
                self._services.library.sections[self._source.section].named(self._services.language),
            )
        self._next_heading.setText(self.tr("Next appointment"))
        text_and_icon(self.appoint, icon("plus", theme.tokens.accent, size), size, self.tr("Make an appointment"))
        self.course.setText(self.tr("A course begins on a day that is known"))
        self.begins.setAccessibleName(self.tr("Day on which the course begins"))
        self.begins.setLocale(QLocale())
        self.begins.setMinimumWidth(theme.px(190))  # with less, its arrow covers the year
        self._built = self._next_built = None
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self._look_in_the_record()


def _planned_weeks(store: "Store", client: int, since: date) -> tuple[date, ...]:
    """Return the days from `since` on for which follow-ups of the first weeks are pending."""
    planned = store.follow_ups.of_client(client)
    return tuple(each.due for each in planned if each.kind in FIRST_WEEKS and each.done is None and each.due >= since)
