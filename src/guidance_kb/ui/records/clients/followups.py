"""The follow-up page of a record: it plans the critical moments together, and records calls and the outcome of each moment."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QLineEdit

from guidance_kb.casebook.records.calls import record_call
from guidance_kb.casebook.records.followups import FollowUp, FollowUpKind
from guidance_kb.casebook.storage.store import Store
from guidance_kb.ui.core.personal_data import Warned
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.records.clients.call_form import CallForm
from guidance_kb.ui.records.clients.controller import RecordController
from guidance_kb.ui.records.clients.days import DayField
from guidance_kb.ui.records.clients.record import Record
from guidance_kb.ui.records.clients.record_format import RecordFormatter, as_day, from_day
from guidance_kb.ui.records.clients.section import Action, RecordSection, SectionEntry, What
from guidance_kb.ui.records.clients.small_form import SmallForm
from guidance_kb.ui.widgets.basics import button, card, column, label, row, text_and_icon
from guidance_kb.ui.widgets.drop_down import DropDown
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout
from guidance_kb.ui.widgets.pressable import LinkRow

# --- Forms

_OFFERED = (FollowUpKind.PLACEMENT, FollowUpKind.OTHER)


class MomentForm(SmallForm):
    """Asks for a new follow-up (a placement or another moment), or for the new day and remark of a planned one."""

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
        self.retranslate()

    def open_form(self, moved: FollowUp | None = None) -> None:
        """Open the form for a new follow-up, or for a planned one."""
        self.moved = moved.id if moved else None
        self.day.setDate(as_day(moved.due) if moved else QDate.currentDate().addDays(7))
        self.remark.setText(moved.remark if moved else "")
        self.kind.setVisible(moved is None)
        self.retranslate()
        if moved is not None:
            self.heading.setText(self._says.moment(moved.kind))
        self.show()
        (self.kind if moved is None else self.day).setFocus(Qt.FocusReason.OtherFocusReason)

    def empty(self) -> None:
        self.moved = None
        self.remark.setText("")  # `clear()` could be undone with Ctrl+Z

    @property
    def planned(self) -> tuple[FollowUpKind, date, str]:
        """The kind, day and remark in the form."""
        return FollowUpKind(self.kind.currentData()), from_day(self.day.date()), self.remark.text().strip()

    def retranslate(self) -> None:
        super().retranslate()
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
    """Asks for the outcome of a follow-up."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._says = RecordFormatter(services, self)
        self.about: FollowUp | None = None
        self.outcome = QLineEdit()
        self.outcome.returnPressed.connect(self.accept)
        self.fields.addWidget(Warned(self.outcome, services))
        self.retranslate()

    def open_form(self, about: FollowUp) -> None:
        """Open the form for a follow-up."""
        self.about = about
        self.outcome.setText(about.outcome)
        self.retranslate()
        self.show()
        self.outcome.setFocus(Qt.FocusReason.OtherFocusReason)

    def empty(self) -> None:
        self.about = None
        self.outcome.setText("")  # `clear()` could be undone with Ctrl+Z

    def retranslate(self) -> None:
        """Set the texts in the current language; the heading names the follow-up."""
        super().retranslate()
        what = self._says.moment(self.about.kind) if self.about else ""
        self.heading.setText(self.tr("{moment}: what came of it?").format(moment=what))
        self.outcome.setAccessibleName(self.tr("What came of it"))
        self.keep.setText(self.tr("Keep"))


_SOURCE = "steun-in-kritische-periodes"
"""The finding of the report that names the critical moments."""


def drawing_of(planned: FollowUp) -> str:
    """Return the name of the icon of a planned follow-up."""
    return "phone" if planned.meeting is not None and planned.by_phone else "calendar"


def done_with(follow_up: int) -> Callable[[Store, int], object]:
    """Return the write that marks a follow-up as done today."""
    return lambda store, _: store.follow_ups.done(follow_up)


class FollowUpPage(RecordSection):
    """The page of the follow-ups."""

    def __init__(self, controller: RecordController, services: Services) -> None:
        super().__init__(controller, services)
        self._source = next(iter(services.library.entries([_SOURCE])), None)
        self._why = LinkRow(services.theme, partial(services.navigator.open_page, _SOURCE), "book-open")
        self._heading, self._begins = label(role="strong"), label(role="caption", wrap=False)
        self.start = DayField(services.theme)
        self.plan_weeks, self.other = button("", "primary", self._plan_weeks), button("", "", self._open_moment)
        self.call, self.moment, self.outcome = CallForm(services), MomentForm(services), OutcomeForm(services)
        box = card()
        inside = column(box, spacing=8, margins=(14, 12, 14, 14))
        flow = FlowLayout(spacing=8)
        for each in (self._begins, self.start, self.plan_weeks):
            flow.addWidget(each)
        inside.addWidget(self._heading)
        inside.addWidget(self._why)
        add_layout(inside, flow)
        whole = column(self, spacing=10)
        for part in (self.call, box, self.other, self.moment, self.outcome):
            whole.addWidget(part)
        add_layout(whole, self.content)
        self.call.kept.connect(self._keep_call)
        self.moment.kept.connect(self._keep_moment)
        self.outcome.kept.connect(self._keep_outcome)
        for form in (self.call, self.moment, self.outcome):
            form.closed.connect(lambda: self.other.setFocus(Qt.FocusReason.OtherFocusReason))
        controller.leaving.connect(self._leave)
        controller.shown.connect(self._begin)
        services.theme.changed.connect(self.set_texts)
        self.set_texts()

    def set_texts(self) -> None:
        """Set the texts of the plan for the first three weeks, with the finding behind it."""
        self._why.setVisible(self._source is not None)
        if self._source is not None:
            self._why.say(
                self._source.text(self.services.language).title,
                self.services.library.sections[self._source.section].named(self.services.language),
            )
        self._heading.setText(self.tr("The first three weeks"))
        self._begins.setText(self.tr("Begins on"))
        self.start.setAccessibleName(self.tr("Day on which it begins"))
        self.start.setLocale(QLocale())
        self.plan_weeks.setText(self.tr("Plan three moments"))
        size = self.services.theme.px(16)
        text_and_icon(
            self.other, icon("plus", self.services.theme.tokens.accent, size), size, self.tr("Another moment")
        )

    def _begin(self, record: Record | None) -> None:
        if record is None:
            self.call.close_form()
            self.moment.close_form()
            self.outcome.close_form()

    # ── writing ─────────────────────────────────────────────────────────────────────────────────

    def _plan_weeks(self) -> None:
        start = from_day(self.start.date())
        self.controller.do(lambda store, client: store.follow_ups.plan_first_weeks(client, start))

    def open_call(self, asked: FollowUp | None = None) -> None:
        """Open the form of a call, for the follow-up that asks for it or for none."""
        record = self.controller.record
        if record is not None:
            self._leave()
            self.call.open_form(record, asked)

    def _keep_call(self) -> None:
        about, call = self.call.about, self.call.call
        self.controller.do_typed(object(), lambda store, client: record_call(store, client, about, call))

    def _open_moment(self, moved: FollowUp | None = None) -> None:
        self._leave()
        self.moment.open_form(moved)

    def _keep_moment(self) -> None:
        kind, day, remark = self.moment.planned
        moved = self.moment.moved
        if moved is None:
            self.controller.do_typed(object(), lambda store, client: store.follow_ups.plan(client, kind, day, remark))
        else:
            self.controller.do_typed(
                ("moment", moved), lambda store, _: store.follow_ups.change(moved, due=day, remark=remark)
            )

    def _finish(self, follow_up: FollowUp) -> None:
        """Mark a follow-up as done, then ask for its outcome."""
        self._leave()
        self.controller.do(done_with(follow_up.id))
        self.outcome.open_form(follow_up)

    def _tell(self, follow_up: FollowUp) -> None:
        self._leave()
        self.outcome.open_form(follow_up)

    def _keep_outcome(self) -> None:
        about, said = self.outcome.about, self.outcome.outcome.text().strip()
        if about is not None and said != about.outcome:
            self.controller.do_typed(
                ("outcome", about.id), lambda store, _: store.follow_ups.done(about.id, said, about.done)
            )

    def _remove(self, follow_up: int) -> None:
        self.controller.do(lambda store, _: store.follow_ups.remove(follow_up))

    def _leave(self) -> None:
        """Save unfinished input and close the forms."""
        if self.moment.remark.text().strip() or self.moment.moved is not None:
            self.moment.accept()
        self.moment.close_form()
        self.outcome.accept()
        self.call.leave()

    # ── contents ────────────────────────────────────────────────────────────────────────────────

    def facts(self, record: Record) -> object:
        return record.follow_ups, self.controller.today

    def build(self, record: Record) -> None:
        """Show the planned follow-ups, then those that are done, latest first."""
        self.content.addWidget(label(self.tr("Planned"), "overline"))
        for each in record.timeline.planned:
            actions: list[Action] = [(self.tr("Call"), partial(self.open_call, each))] if each.by_phone else []
            actions += [
                (self.tr("Done"), partial(self._finish, each)),
                (self.tr("Change"), partial(self._open_moment, each)),
                (self.tr("Remove"), partial(self._remove, each.id)),
            ]
            what = What(drawing_of(each), self.says.moment(each.kind), self.says.when(each))
            self.content.addWidget(SectionEntry(self.services, what, actions, f"follow-up-{each.id}"))
        if not record.timeline.planned:
            self.content.addWidget(label(self.tr("Nothing is planned."), "soft"))
        done = sorted(
            (each for each in record.follow_ups if each.done), key=lambda each: each.done or each.due, reverse=True
        )
        if done:
            self.content.addSpacing(8)
            self.content.addWidget(label(self.tr("Done"), "overline"))
        for each in done:
            said = self.tr("Change what came of it") if each.outcome else self.tr("What came of it")
            what = What("check" if each.result is None else "phone", *self.says.ended(each))
            self.content.addWidget(
                SectionEntry(self.services, what, [(said, partial(self._tell, each))], f"follow-up-{each.id}")
            )
