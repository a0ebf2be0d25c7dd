"""The first page of a record: the remark, the summary and the timeline; the last two are side by side if there is room."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from guidance_kb.casebook.records.consents import Consent
from guidance_kb.casebook.records.followups import FollowUp
from guidance_kb.casebook.records.notes import Note
from guidance_kb.casebook.records.session_records import SessionState
from guidance_kb.casebook.records.steps import Step
from guidance_kb.casebook.records.timeline import Conversation, Event, Happened
from guidance_kb.documents.answers import quotation
from guidance_kb.ui.core.pause import Pause
from guidance_kb.ui.core.personal_data import Warned
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.clients.controller import FieldSync, RecordController
from guidance_kb.ui.records.clients.followups import done_with
from guidance_kb.ui.records.clients.record import Record
from guidance_kb.ui.records.clients.section import RecordSection, SectionEntry, What
from guidance_kb.ui.records.clients.steps import ended
from guidance_kb.ui.widgets.basics import button, card, column, label, row
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout, show_all
from guidance_kb.ui.widgets.pressable import LinkRow
from guidance_kb.ui.widgets.roving import Roving
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

# --- Summary

_STEPS, _PLANNED = 3, 2
"""The number of steps and follow-ups shown; few, so that half a minute is enough. All are on their own pages."""


class SummaryCard(RecordSection):
    """The summary of a record.

    Signals:
        session_wanted (int): The user wants to continue this unfinished conversation.
        steps_wanted: The user wants to see all steps.
        follow_up_wanted: The user wants to see all follow-ups, or to plan some.
    """

    session_wanted = Signal(int)
    steps_wanted = Signal()
    follow_up_wanted = Signal()

    def __init__(self, controller: RecordController, services: Services) -> None:
        super().__init__(controller, services)
        self._box = card()
        inside = column(self._box, spacing=0, margins=(14, 12, 14, 14))
        add_layout(inside, self.content)
        column(self).addWidget(self._box)

    def facts(self, record: Record) -> object:
        line = record.timeline
        return (
            record.goal,
            record.consent,
            line.last,
            line.open_steps,
            line.planned,
            record.drafts,
            record.verdicts,
            self.controller.today,
        )

    def build(self, record: Record) -> None:
        """Show the drafts, the open steps, the planned follow-ups, and the signals of the last conversation."""
        self.content.addWidget(label(self.tr("What to know now"), "heading"))
        if record.goal:
            self._head(self.tr("What the client wants"))
            self.content.addWidget(label(quotation(record.goal), "say"))
        for draft in record.drafts:
            line = LinkRow(self.services.theme, partial(self.session_wanted.emit, draft.id), "pencil-line")
            day = self.says.day(draft.day)
            line.say(self.tr("Continue the conversation that is not finished"), self.tr("begun {day}").format(day=day))
            line.setObjectName(f"draft-{draft.id}")
            self.content.addWidget(line)
        self._build_consent(record.consent)
        self._build_steps(record)
        self._build_planned(record)
        if record.timeline.last is not None:
            self._build_last(record, record.timeline.last)
        else:
            self._head(self.tr("Last conversation"))
            self.content.addWidget(label(self.tr("There has been no conversation yet."), "soft"))

    def _head(self, text: str) -> None:
        self.content.addSpacing(4)
        self.content.addWidget(label(text, "overline"))

    def _build_consent(self, consent: Consent | None) -> None:
        """Show what the client said about the record, and the button that withdraws a yes."""
        self._head(self.tr("Consent"))
        what = What("check" if consent is not None and consent.holds else "info", *self.says.consent(consent))
        actions = [(self.tr("Withdraw"), self._withdraw)] if consent is not None and consent.holds else []
        self.content.addWidget(SectionEntry(self.services, what, actions, "consent"))

    def _withdraw(self) -> None:
        self.controller.do(lambda store, client: store.consents.withdraw(client))

    def _build_steps(self, record: Record) -> None:
        steps = record.timeline.open_steps
        self._head(self.tr("Open steps"))
        for step in steps[:_STEPS]:
            said = self.tr("Arrived") if step.terms.handover else self.tr("Done")
            below = self.says.asked(step)
            what = What("handshake" if step.terms.handover else "footprints", step.terms.what, below)
            actions = [(said, partial(self.controller.do, ended(step)))]
            self.content.addWidget(SectionEntry(self.services, what, actions, f"step-{step.id}"))
        if not steps:
            self.content.addWidget(label(self.tr("No step is open."), "soft"))
        if len(steps) > _STEPS:
            more = self.tr("{count} more").format(count=len(steps) - _STEPS)
            self.content.addWidget(button(more, "more", self.steps_wanted.emit))

    def _build_planned(self, record: Record) -> None:
        planned = record.timeline.planned
        self._head(self.tr("Follow-up"))
        for each in planned[:_PLANNED]:
            actions = [(self.tr("Done"), partial(self.controller.do, done_with(each.id)))]
            what = What("calendar", self.says.moment(each.kind), self.says.when(each))
            self.content.addWidget(SectionEntry(self.services, what, actions, f"follow-up-{each.id}"))
        if not planned:
            self.content.addWidget(label(self.tr("Nothing is planned."), "soft"))
            self.content.addWidget(button(self.tr("Plan the first three weeks"), "more", self.follow_up_wanted.emit))
        elif len(planned) > _PLANNED:
            more = self.tr("{count} more").format(count=len(planned) - _PLANNED)
            self.content.addWidget(button(more, "more", self.follow_up_wanted.emit))

    def _build_last(self, record: Record, last: Conversation) -> None:
        day = self.says.day(last.spoken.held.day)
        self._head(self.tr("Last conversation, {day}").format(day=day))
        for heading, targets in self.says.groups(last.spoken.signals, record.verdicts):
            flow = FlowLayout(spacing=6)
            flow.addWidget(label(heading, "caption", wrap=False))
            for target in targets:
                chip = button(self.says.target(target), "chip", partial(self.services.navigator.open_page, target))
                chip.setObjectName(f"target-{target}")
                flow.addWidget(chip)
            add_layout(self.content, flow)
        if not last.spoken.signals:
            self.content.addWidget(label(self.tr("Nothing that was said points anywhere yet."), "soft"))
        if last.comparison is not None:
            self._head(self.tr("Compared with the conversation before"))
            for heading, names in self.says.compared(last.comparison):
                self.content.addWidget(label(f"{heading}: {names}"))
            if last.comparison.not_spoken_of:
                self.content.addWidget(label(self.tr("What was not discussed may still be there."), "caption"))


# --- Timeline

_FIRST = 20
"""The number of events shown at first, and added by each press of “earlier”."""

_LONGEST = 160
"""The maximum length of a displayed text, in characters."""

_ICONS = {
    Happened.OPENED: "plus",
    Happened.CONVERSATION: "messages-square",
    Happened.STEP_AGREED: "footprints",
    Happened.NOTE: "notebook-pen",
    Happened.STEP_DONE: "check",
    Happened.ARRIVED: "handshake",
    Happened.STEP_DROPPED: "x",
    Happened.FOLLOWED_UP: "calendar",
    Happened.CLOSED: "flag",
}


class TimelineList(RecordSection):
    """The events of a record by day, latest first. The list is one tab stop; the arrow keys move within it.

    Signals:
        session_wanted (int): The user wants to see this conversation.
        steps_wanted, follow_up_wanted, notes_wanted: The user wants to see the page with the details of an event.
    """

    session_wanted = Signal(int)
    steps_wanted = Signal()
    follow_up_wanted = Signal()
    notes_wanted = Signal()

    def __init__(self, controller: RecordController, services: Services) -> None:
        super().__init__(controller, services)
        self._shown = _FIRST
        self._roving = Roving(self)
        self.lines: list[LinkRow] = []
        self.content.setSpacing(0)
        add_layout(column(self), self.content)
        controller.shown.connect(self._begin)

    def _begin(self, _: object) -> None:
        self._shown = _FIRST

    def facts(self, record: Record) -> object:
        return record.timeline.events, self.controller.today

    def build(self, record: Record) -> None:
        """Show the events under their days, up to the number requested so far."""
        self.content.addWidget(label(self.tr("Timeline"), "heading"))
        self.lines = []
        events = record.timeline.events
        day = None
        for event in events[: self._shown]:
            if event.day != day:
                day = event.day
                self.content.addSpacing(8)
                self.content.addWidget(label(self.says.day(day), "overline"))
            line = LinkRow(self.services.theme, partial(self._go, event), _ICONS[event.what], role="")
            line.say(*self._said(event))
            self.lines.append(line)
            self.content.addWidget(line)
        stops: list[QWidget] = list(self.lines)
        if len(events) > self._shown:
            more = button(self.tr("Earlier"), "more", self._show_more)
            more.setObjectName("earlier")
            self.content.addWidget(more)
            stops.append(more)
        show_all(self.content)  # hidden widgets are no stops
        self._roving.set_widgets(stops)

    def _show_more(self) -> None:
        self._shown += _FIRST
        self.rebuild()

    def _go(self, event: Event) -> None:
        match event.about:
            case Conversation(spoken):
                self.session_wanted.emit(spoken.held.id)
            case Step():
                self.steps_wanted.emit()
            case FollowUp():
                self.follow_up_wanted.emit()
            case Note():
                self.notes_wanted.emit()

    # ── texts ───────────────────────────────────────────────────────────────────────────────────

    def _said(self, event: Event) -> tuple[str, str]:
        """Return the title of an event and the text below it."""
        match event.about:
            case Conversation() as conversation:
                return self._conversation(conversation)
            case Step() as step:
                return self._step(event.what, step)
            case Note(text=text):
                return self.tr("Note"), _short(text)
            case FollowUp() as follow_up:
                return self.says.moment(follow_up.kind), _short(follow_up.outcome or follow_up.remark)
        return (self.tr("Record created") if event.what is Happened.OPENED else self.tr("Guidance ended")), ""

    def _conversation(self, conversation: Conversation) -> tuple[str, str]:
        held = conversation.spoken.held
        title = self.tr("Conversation, not finished") if held.state is SessionState.DRAFT else self.tr("Conversation")
        if conversation.comparison is None:
            return title, self.says.targets(conversation.spoken.signals)
        changes = self.says.compared(conversation.comparison)
        return title, "\n".join(f"{heading}: {names}" for heading, names in changes)

    def _step(self, what: Happened, step: Step) -> tuple[str, str]:
        titles = {
            Happened.STEP_AGREED: self.tr("Agreed: {what}"),
            Happened.STEP_DONE: self.tr("Done: {what}"),
            Happened.ARRIVED: self.tr("The client arrived: {what}"),
            Happened.STEP_DROPPED: self.tr("Given up: {what}"),
        }
        return titles[what].format(what=step.terms.what), self.says.step(step) if what is Happened.STEP_AGREED else ""


def _short(text: str) -> str:
    """Return the beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0].rstrip(',;:.')}…"


_TWO_COLUMNS = 760
"""The width in pixels at 100 % from which the timeline is beside the summary."""

_PAUSE = 1500
"""The delay in milliseconds between the last keystroke and saving the remark."""


class Remark(TranslatedWidget, QWidget):
    """One line about the client, saved automatically, with a warning about text that looks like personal data."""

    def __init__(self, controller: RecordController, services: Services) -> None:
        super().__init__()
        self._controller = controller
        self._name, self.line = label(role="caption"), QLineEdit()
        self.warned = Warned(self.line, services)
        self._written = FieldSync()
        self._pause = Pause(_PAUSE, self)
        self._pause.ended.connect(self.keep)
        inside = column(self, spacing=3)
        inside.addWidget(self._name)
        inside.addWidget(self.warned)
        self.line.textEdited.connect(lambda _: self._pause.start())
        self.line.editingFinished.connect(self.keep)
        controller.leaving.connect(self.keep)
        controller.shown.connect(self._begin)
        controller.changed.connect(self._follow)
        self.retranslate()

    def keep(self) -> None:
        """Save the remark if it changed."""
        self._pause.stop()
        text, written = self.line.text().strip(), self._written
        if text != written.text:
            written.begin()
            self._controller.do_typed(
                "remark",
                lambda store, client: store.clients.change(client, remark=text),
                lambda: written.done(text),
                lambda: written is self._written,  # the text is still in the field, and the next write includes it
            )

    def _begin(self, record: Record | None) -> None:
        self._written = FieldSync(record.timeline.client.remark if record else "")
        self.line.setText(self._written.text)

    def _follow(self, record: Record) -> None:
        """Show the stored remark if it changed by undo, unless the field has unsaved changes."""
        remark = record.timeline.client.remark
        if remark != self._written.text and self._written.follows(self.line.text().strip()):
            self._begin(record)

    def retranslate(self) -> None:
        self._name.setText(self.tr("Remark"))
        self.line.setAccessibleName(self.tr("Remark"))
        self.line.setPlaceholderText(self.tr("What helps to recognise the record, without a name"))


class Overview(QWidget):
    """The overview page.

    Signals:
        session_wanted, steps_wanted, follow_up_wanted, notes_wanted: As in `SummaryCard` and `TimelineList`.
    """

    session_wanted = Signal(int)
    steps_wanted = Signal()
    follow_up_wanted = Signal()
    notes_wanted = Signal()

    def __init__(self, controller: RecordController, services: Services) -> None:
        super().__init__()
        self._services = services
        self.remark = Remark(controller, services)
        self.now, self.timeline = SummaryCard(controller, services), TimelineList(controller, services)
        self._columns = row(spacing=20)
        for part in (self.now, self.timeline):
            one = column()
            one.addWidget(part)
            one.addStretch(1)
            add_layout(self._columns, one, 1)
        whole = column(self, spacing=12)
        whole.addWidget(self.remark)
        add_layout(whole, self._columns)
        self.timeline.notes_wanted.connect(self.notes_wanted)
        for part in (self.now, self.timeline):
            part.session_wanted.connect(self.session_wanted)
            part.steps_wanted.connect(self.steps_wanted)
            part.follow_up_wanted.connect(self.follow_up_wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._services.theme.px(_TWO_COLUMNS)
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
