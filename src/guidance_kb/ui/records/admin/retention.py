"""The panel of the records past their retention period. The user keeps each longer or erases it; nothing happens automatically."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from guidance_kb.casebook.privacy.clock_guard import ClockJumped
from guidance_kb.casebook.privacy.retention import InactiveClient, PastTerm, Retention, months_after
from guidance_kb.casebook.storage.store import Store
from guidance_kb.errors import KnownError
from guidance_kb.preferences.options import KEEP_MONTHS
from guidance_kb.ui.core.personal_data import Warned
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.admin.auto_backup import now
from guidance_kb.ui.records.admin.page import NoticeFrame, Panel
from guidance_kb.ui.records.clients.days import DayField
from guidance_kb.ui.records.clients.record_format import as_day, from_day
from guidance_kb.ui.records.clients.small_form import SmallForm
from guidance_kb.ui.widgets.basics import button, card, column, label, row
from guidance_kb.ui.widgets.drop_down import DropDown
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout, clear, show_all

# --- Extension of the retention period

_PROPOSED = 6
"""The proposed extension, in months from today."""


class ExtendForm(SmallForm):
    """Asks until when and why to keep a record longer.

    Attributes:
        client: The client's id.
        day: The field for the new end of the period.
        reason: The field for the reason.
        told: The message with the error if the extension was refused.

    Signals:
        kept (int, date, str): The user wants to keep the record of this client until this day, for this reason.
    """

    kept = Signal(int, object, str)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.setProperty("active", "true")  # style sheet selectors compare strings
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
        self.retranslate()

    def open_form(self, record: PastTerm) -> None:
        """Open the form for a record."""
        self.client, self._code = record.client, record.code
        today = from_day(QDate.currentDate())
        self.day.setMinimumDate(as_day(max(today, record.keep_until)).addDays(1))
        self.day.setDate(as_day(months_after(today, _PROPOSED)))
        self.reason.setText("")  # `clear()` could be undone with Ctrl+Z
        self.tell(None)
        self.retranslate()
        self.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def empty(self) -> None:
        self.reason.setText("")  # `clear()` could be undone with Ctrl+Z

    @property
    def until(self) -> date:
        """The chosen day."""
        return from_day(self.day.date())

    def tell(self, error: KnownError | None) -> None:
        """Show why the extension was refused; None clears the message."""
        self._error = error
        self.told.tell(error)

    def _look(self) -> None:
        self.keep.setEnabled(bool(self.reason.text().strip()))

    def accept(self) -> None:
        """Request the extension; the form stays open until it succeeds, because it may be refused."""
        if self.keep.isEnabled():
            self.kept.emit(self.client, self.until, self.reason.text().strip())

    def retranslate(self) -> None:
        """Set the texts in the current language; the heading contains the client code."""
        super().retranslate()
        self.heading.setText(self.tr("Keep {code} longer").format(code=self._code))
        self._until.setText(self.tr("Until"))
        self.day.setAccessibleName(self.tr("Until"))
        self.day.setLocale(QLocale())
        self._why.setText(self.tr("Why is it still needed? The client may read this."))
        self.reason.setAccessibleName(self._why.text())
        self.keep.setText(self.tr("Keep longer"))
        self.tell(self._error)
        self._look()


@dataclass(frozen=True, slots=True)
class RetentionTerms:
    """The retention period, and the records about which the user has to decide.

    Attributes:
        months: The retention period after the end of the guidance, in months.
        jumped: The reason why the date of this computer is not trusted, or None; if set, the lists are empty.
        past: The records past their retention period.
        resting: The open records without activity for a whole retention period.
    """

    months: int
    jumped: ClockJumped | None
    past: Sequence[PastTerm] = ()
    resting: Sequence[InactiveClient] = ()


def terms(store: Store) -> RetentionTerms:
    """Read the retention terms; runs on the worker."""
    retention, months = Retention(store, now), store.settings.keep_months
    try:
        return RetentionTerms(months, None, retention.past_term(), retention.resting())
    except ClockJumped as jumped:
        return RetentionTerms(months, jumped)


class RetentionPanel(Panel):
    """The retention period, the records past it, and open records that could be closed.

    Signals:
        record_requested (int): The user wants to see the record of this client.
        erase_requested (int): The user wants to erase this client.
    """

    record_requested = Signal(int)
    erase_requested = Signal(int)

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.terms: RetentionTerms | None = None
        self._name = label(wrap=False)
        self.months = DropDown(services.theme)
        self._jumped = card("note")
        self._why, self.confirm = label(), button("", "", self._confirm_date)
        self._past_heading, self.none, self._past = label(role="heading"), label(role="soft"), column(spacing=10)
        self._rest_heading, self._rest_lead = label(role="heading"), label(role="soft")
        self._resting = column(spacing=4)
        self.form = ExtendForm(services)
        self.form.kept.connect(self._extend)
        self.form.closed.connect(self._to_first)
        self.months.activated.connect(self._keep_months)
        self._lay_out()
        self.first = self.months
        self.retranslate()

    def _lay_out(self) -> None:
        across = row(spacing=10)
        across.addWidget(self._name)
        across.addWidget(self.months)
        across.addStretch(1)
        add_layout(self.content, across)
        self.add_signs()
        jumped = column(self._jumped, spacing=8, margins=(14, 10, 14, 12))
        jumped.addWidget(self._why)
        jumped.addWidget(self.confirm)
        self.content.addWidget(self._jumped)
        self.content.addWidget(self._past_heading)
        self.content.addWidget(self.none)
        self.content.addWidget(self.form)
        add_layout(self.content, self._past)
        self.content.addWidget(self._rest_heading)
        self.content.addWidget(self._rest_lead)
        add_layout(self.content, self._resting)

    # ── lists ───────────────────────────────────────────────────────────────────────────────────

    def ask(self) -> None:
        """Read the retention terms again."""
        self.service.query(self, "retention", terms, self._show)

    def _show(self, found: RetentionTerms) -> None:
        self.terms = found
        self.retranslate()

    def _fill(self, found: RetentionTerms) -> None:
        focused = QApplication.focusWidget()
        name = focused.objectName() if focused is not None and self.isAncestorOf(focused) else ""
        clear(self._past)
        clear(self._resting)
        for record in found.past:
            self._past.addWidget(self._card(record))
        for resting in found.resting:
            self._resting.addWidget(self._line(resting))
        for layout in (self._past, self._resting):
            show_all(layout)
        if name.startswith("retention-"):
            same = self.findChild(QPushButton, name)
            (same or self.months).setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, record: PastTerm) -> QWidget:
        made = card()
        inside = column(made, spacing=4, margins=(16, 12, 16, 12))
        inside.addWidget(label(record.code, "strong"))
        inside.addWidget(label("\n".join(self._facts(record)), "soft"))
        inside.addSpacing(4)
        flow = FlowLayout(spacing=8)
        for number, (said, act) in enumerate(
            (
                (self.tr("Keep longer…"), lambda: self._open_form(record)),
                (self.tr("Erase for good…"), lambda: self.erase_requested.emit(record.client)),
                (self.tr("View the record"), lambda: self.record_requested.emit(record.client)),
            )
        ):
            each = button(said, "toggle", act)
            each.setAccessibleName(f"{said} {record.code}")
            each.setObjectName(f"retention-{record.client}-{number}")
            flow.addWidget(each)
        add_layout(inside, flow)
        return made

    def _facts(self, record: PastTerm) -> list[str]:
        until = self.tr("To be kept until {day}").format(day=self.words.day(record.keep_until))
        ended = self.tr("guidance ended on {day}").format(day=self.words.day(record.closed)) if record.closed else ""
        facts = [" · ".join(part for part in (until, ended) if part)]
        if record.keep_reason:
            facts.append(self.tr("Kept longer before: {reason}").format(reason=record.keep_reason))
        if record.open_steps == 1:
            facts.append(self.tr("1 step is still open"))
        elif record.open_steps:
            facts.append(self.tr("{count} steps are still open").format(count=record.open_steps))
        return facts

    def _line(self, record: InactiveClient) -> QWidget:
        made = QWidget()
        across = row(made, spacing=10)
        last = self.tr("{code} · last on {day}").format(code=record.code, day=self.words.day(record.last))
        look = button(self.tr("View the record"), "toggle", lambda: self.record_requested.emit(record.client))
        look.setAccessibleName(f"{look.text()} {record.code}")
        look.setObjectName(f"retention-{record.client}-rest")
        across.addWidget(label(last), 1)
        across.addWidget(look)
        return made

    def forget(self) -> None:
        """Clear the lists and the form."""
        self.form.close_form()
        if self.terms is not None:
            self._show(RetentionTerms(self.terms.months, None))
        self.terms = None

    # ── decisions ───────────────────────────────────────────────────────────────────────────────

    def _open_form(self, record: PastTerm) -> None:
        self.form.open_form(record)
        self.see(self.form)

    def _extend(self, client: int, until: date, reason: str) -> None:
        self.service.execute(
            self,
            lambda store: Retention(store, now).extend(client, until, reason),
            lambda _: self._extended(),
            self._failed,
        )

    def _extended(self) -> None:
        self.form.close_form()
        self.tell(None)
        self.ask()

    def _failed(self, error: KnownError) -> None:
        if self.form.isVisible():
            self.form.tell(error)
        else:
            self.tell(error)

    def _keep_months(self, place: int) -> None:
        self.service.choose(self, KEEP_MONTHS, int(self.months.itemData(place)), self.ask, self.tell)

    def _confirm_date(self) -> None:
        self.service.execute(self, lambda store: Retention(store, now).confirm_date(), lambda _: self.ask(), self.tell)

    def _to_first(self) -> None:
        first = self.findChild(QPushButton, f"retention-{self.form.client}-0")
        (first or self.months).setFocus(Qt.FocusReason.OtherFocusReason)

    # ── texts ───────────────────────────────────────────────────────────────────────────────────

    def retranslate(self) -> None:
        """Set the texts in the current language, and rebuild the lists."""
        self.title.setText(self.tr("How long records are kept"))
        self.lead.setText(
            self.tr(
                "A record is kept for some time after the guidance has ended. When that period is over it is listed here, "
                "and you decide: keep it longer with a reason, or erase it. The program never erases anything by itself."
            )
        )
        self._name.setText(self.tr("Keep records after the guidance ended:"))
        self.months.setAccessibleName(self._name.text())
        self.confirm.setText(self.tr("Today’s date is right"))
        self._past_heading.setText(self.tr("Past their retention period"))
        self.none.setText(self.tr("No record is past its retention period."))
        self._rest_heading.setText(self.tr("Nothing happens any more"))
        self._rest_lead.setText(
            self.tr(
                "These records are open, but nothing has happened for a whole retention period. Can the guidance be "
                "closed?"
            )
        )
        found = self.terms
        if found is not None:
            self._retranslate_months(found.months)
            self._why.setText(found.jumped.say(self.services.language) if found.jumped else "")
            self._fill(found)
        self.months.setVisible(found is not None)
        self._jumped.setVisible(found is not None and found.jumped is not None)
        self.none.setVisible(found is not None and not found.past and found.jumped is None)
        for widget in (self._rest_heading, self._rest_lead):
            widget.setVisible(found is not None and bool(found.resting))
        super().retranslate()

    def _retranslate_months(self, now_in_force: int) -> None:
        self.months.clear()
        for months in sorted({*KEEP_MONTHS.numbers, now_in_force}):
            self.months.addItem(self.services.say(KEEP_MONTHS.name_of(months)), months)
        self.months.setCurrentIndex(self.months.findData(now_in_force))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ask()
