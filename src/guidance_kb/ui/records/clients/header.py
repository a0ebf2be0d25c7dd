"""The header of a record: the client code, the state, and the actions."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from guidance_kb.casebook.privacy.retention import months_after
from guidance_kb.casebook.storage import timestamps
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.records.clients.controller import RecordController
from guidance_kb.ui.records.clients.days import DayField
from guidance_kb.ui.records.clients.record import Record
from guidance_kb.ui.records.clients.record_format import RecordFormatter, from_day
from guidance_kb.ui.records.clients.small_form import CodeForm, SmallForm
from guidance_kb.ui.widgets.announcement import announce, in_a_row
from guidance_kb.ui.widgets.basics import button, column, icon_only, label, row, text_and_icon
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget


class CloseForm(SmallForm):
    """Asks for the day on which the guidance ended, and shows the retention period that follows. Nothing is erased."""

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
        self.retranslate()

    def open_form(self, months: int) -> None:
        """Open the form; `months` is the retention period."""
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
        """The last day of the retention period."""
        return months_after(self.ended, self._months)

    def _say_term(self) -> None:
        self._kept.setText(
            self.tr(
                "The record is kept until {day}. After that the list “Past retention” asks what to do; nothing is erased "
                "automatically."
            ).format(day=self._says.whole_day(self.keep_until))
        )

    def retranslate(self) -> None:
        """Set the texts and the date format in the current language."""
        super().retranslate()
        self.heading.setText(self.tr("Close the guidance"))
        self._ended.setText(self.tr("It ended on"))
        self.day.setAccessibleName(self.tr("Day on which the guidance ended"))
        self.day.setLocale(QLocale())
        self.keep.setText(self.tr("Close the guidance"))
        self._say_term()


Fill = Callable[[QMenu, int], None]
"""Adds actions for a client, given by id, to a menu; called each time the menu opens."""


class RecordHeader(TranslatedWidget, QWidget):
    """The header with code, state and buttons.

    Signals:
        session_wanted (int): The user wants to continue the conversation with this id; 0: to start a new one.
        call_wanted: The user calls the client.
        calendar_wanted: The user wants to export the planned days to a calendar file.
        back_wanted: The user wants to return to the list, in a window too narrow for both.
    """

    session_wanted = Signal(int)
    call_wanted = Signal()
    calendar_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, controller: RecordController, services: Services) -> None:
        super().__init__()
        self._controller, self._services, self._says = controller, services, RecordFormatter(services, self)
        self.fill: Fill | None = None
        self.back = button("", "quiet", self.back_wanted.emit)
        self.code, self.state = label(role="title", wrap=False), label(role="soft")
        self.talk, self.call = button("", "primary", self._talk), button("", "", self.call_wanted.emit)
        self.calendar = button("", "", self.calendar_wanted.emit)
        self.more, self.undo = button(), button("", "quiet", self.take_back)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.more.setMenu(self.menu)
        self.close_form, self.code_form = CloseForm(services), CodeForm(services)
        self.close_form.kept.connect(self._close)
        for form in (self.close_form, self.code_form):
            form.closed.connect(lambda: self.more.setFocus(Qt.FocusReason.OtherFocusReason))
        self._lay_out()
        controller.shown.connect(self.refresh)
        controller.changed.connect(self.refresh)
        controller.leaving.connect(self._put_away)
        services.theme.changed.connect(self.refresh)

    def _lay_out(self) -> None:
        across = row(spacing=12)
        across.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self.code, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self.state, 1, Qt.AlignmentFlag.AlignBottom)
        flow = FlowLayout(spacing=8)
        for each in (self.talk, self.call, self.calendar, self.more, self.undo):
            flow.addWidget(each)
        whole = column(self, spacing=8)
        add_layout(whole, across)
        add_layout(whole, flow)
        whole.addWidget(self.close_form)
        whole.addWidget(self.code_form)

    # ── actions ─────────────────────────────────────────────────────────────────────────────────

    def _talk(self) -> None:
        record = self._controller.record
        if record is not None:
            self.session_wanted.emit(record.drafts[0].id if record.drafts else 0)

    def take_back(self) -> None:
        """Undo the last action on this client."""
        if not self.undo.isHidden():
            self._controller.do(lambda store, client: store.undo.take_back(client))

    def _close(self) -> None:
        day, until = self.close_form.ended, self.close_form.keep_until
        self._controller.do(lambda store, client: store.clients.close(client, day, until))

    def _put_away(self) -> None:
        self.close_form.close_form()
        self.code_form.close_form()

    def _fill_menu(self) -> None:
        self.menu.clear()
        record = self._controller.record
        if record is None:
            return
        client, do = record.timeline.client, self._controller.do
        if client.closed is None:
            self.menu.addAction(self.tr("Close the guidance…"), lambda: self.close_form.open_form(record.keep_months))
        else:
            self.menu.addAction(
                self.tr("Take the guidance up again"), lambda: do(lambda store, one: store.clients.reopen(one))
            )
        if client.archived:
            self.menu.addAction(
                self.tr("Take out of the archive"), lambda: do(lambda store, one: store.clients.unarchive(one))
            )
        else:
            self.menu.addAction(
                self.tr("Put in the archive"), lambda: do(lambda store, one: store.clients.archive(one))
            )
        self.menu.addAction(self.tr("Change the code…"), lambda: self.code_form.open_form(client.id, client.code))
        if self.fill is not None:
            self.menu.addSeparator()
            self.fill(self.menu, client.id)

    # ── texts ───────────────────────────────────────────────────────────────────────────────────

    def refresh(self, _: object = None) -> None:
        """Show the state of the record in the current language."""
        record, theme = self._controller.record, self._services.theme
        size, accent = theme.px(16), theme.tokens.accent
        icon_only(self.back, icon("arrow-left", accent, size), size, self.tr("Back to the list of clients"))
        drafts = record.drafts if record else ()
        talk = self.tr("Continue the conversation") if drafts else self.tr("Start a conversation")
        text_and_icon(self.talk, icon("messages-square", theme.tokens.on_accent, size), size, talk)
        text_and_icon(self.call, icon("phone", accent, size), size, self.tr("Call"))
        self.call.setToolTip(self.tr("What came of a call, with four questions to ask (Ctrl+T)"))
        text_and_icon(self.calendar, icon("calendar-plus", accent, size), size, self.tr("To a calendar"))
        self.calendar.setToolTip(self.tr("A file (.ics) with the planned days. It holds the code and nothing else."))
        text_and_icon(self.more, icon("ellipsis", accent, size), size, self.tr("More"))
        before = self.code.text()
        self.code.setText(record.timeline.client.code if record else "")
        self.state.setText(self._stand(record) if record else "")
        if self.code.text() != before:  # the focused widget does not tell whose record it is
            announce(self, in_a_row((self.code.text(), self.state.text())))
        self.calendar.setEnabled(record is not None and _days(record))
        last = record.undo if record else None
        self.undo.setVisible(last is not None)
        if last is not None:
            said = self.tr("Undo: {what}").format(what=self._services.say(last.words))
            text_and_icon(self.undo, icon("undo-2", accent, size), size, said)
            self.undo.setToolTip(self.tr("Undo (Ctrl+Z)"))

    def _stand(self, record: Record) -> str:
        client = record.timeline.client
        since = self.tr("since {day}").format(day=self._says.day(timestamps.day_of(client.opened)))
        count = record.sessions
        conversations = (
            self.tr("1 conversation") if count == 1 else self.tr("{count} conversations").format(count=count)
        )
        parts = [since, conversations if count else self.tr("no conversation yet")]
        if client.closed is not None:
            parts.append(self.tr("closed on {day}").format(day=self._says.day(client.closed)))
        if client.keep_until is not None:
            parts.append(self.tr("kept until {day}").format(day=self._says.whole_day(client.keep_until)))
        if client.archived:
            parts.append(self.tr("in the archive"))
        return " · ".join(parts)

    def retranslate(self) -> None:
        self.refresh()


def _days(record: Record) -> bool:
    """Return whether anything is planned on a day."""
    line = record.timeline
    return bool(line.planned) or any(step.terms.due for step in line.open_steps)
