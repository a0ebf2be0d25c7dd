"""What happened with a client, the last first: a line each, a day at a time. One stop of the Tab key; the arrows go through it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from guidance_kb.casebook.records.followups import FollowUp
from guidance_kb.casebook.records.notes import Note
from guidance_kb.casebook.records.session_records import SessionState
from guidance_kb.casebook.records.steps import Step
from guidance_kb.casebook.records.timeline import Conversation, Event, Happened
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.clients.controller import RecordController
from guidance_kb.ui.records.clients.record import Record
from guidance_kb.ui.records.clients.section import RecordSection
from guidance_kb.ui.widgets.basics import button, column, label
from guidance_kb.ui.widgets.layouts import add_layout, show_all
from guidance_kb.ui.widgets.pressable import LinkRow
from guidance_kb.ui.widgets.roving import Roving

_FIRST = 20
"""Events shown at first, and with every “earlier”."""

_LONGEST = 160
"""Characters shown of a note."""

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
    """The events of a record.

    Signals:
        session_wanted (int): A conversation is to be looked at.
        steps_wanted, follow_up_wanted, notes_wanted: The page where more is said of an event.
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

    def facts(self, record: Record) -> object:  # noqa: D102 - of Section
        return record.timeline.events, self.controller.today

    def build(self, record: Record) -> None:
        """Shows the events under their days, as many as are wanted so far."""
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
        show_all(self.content)  # what is hidden is no stop
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

    # ── words ───────────────────────────────────────────────────────────────────────────────────

    def _said(self, event: Event) -> tuple[str, str]:
        """What happened, and the softer line below it."""
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
    """The beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0].rstrip(',;:.')}…"
