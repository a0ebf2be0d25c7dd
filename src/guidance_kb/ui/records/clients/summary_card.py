"""What to know now, in half a minute: what is not finished, what was agreed, what is planned, and what the last conversation brought."""

from functools import partial

from PySide6.QtCore import Signal

from guidance_kb.casebook.records.timeline import Conversation
from guidance_kb.casebook.storage import timestamps
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.clients.controller import RecordController
from guidance_kb.ui.records.clients.followups import done_with
from guidance_kb.ui.records.clients.record import Record
from guidance_kb.ui.records.clients.section import RecordSection, SectionEntry, What
from guidance_kb.ui.records.clients.steps import ended
from guidance_kb.ui.widgets.basics import button, card, column, label
from guidance_kb.ui.widgets.flow import FlowLayout
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.pressable import LinkRow

_STEPS, _PLANNED = 3, 2
"""Steps and follow-ups shown here, so that half a minute is enough; the others are on their own page."""


class SummaryCard(RecordSection):
    """The summary of a record.

    Signals:
        session_wanted (int): A draft is to be gone on with.
        page_chosen (str): A barrier, drive or need is to be read.
        steps_wanted: All steps are.
        follow_up_wanted: All follow-ups are, or one is to be planned.
    """

    session_wanted = Signal(int)
    page_chosen = Signal(str)
    steps_wanted = Signal()
    follow_up_wanted = Signal()

    def __init__(self, controller: RecordController, services: Services) -> None:
        super().__init__(controller, services)
        self._box = card()
        inside = column(self._box, spacing=0, margins=(14, 12, 14, 14))
        add_layout(inside, self.content)
        column(self).addWidget(self._box)

    def facts(self, record: Record) -> object:  # noqa: D102 - of Section
        line = record.timeline
        return line.last, line.open_steps, line.planned, record.drafts, record.verdicts, self.controller.today

    def build(self, record: Record) -> None:
        """Shows drafts, open steps, what is planned, and what the last conversation brought."""
        self.content.addWidget(label(self.tr("What to know now"), "heading"))
        for draft in record.drafts:
            line = LinkRow(self.services.theme, partial(self.session_wanted.emit, draft.id), "pencil-line")
            day = self.says.day(timestamps.day_of(draft.started))
            line.say(self.tr("Continue the conversation that is not finished"), self.tr("begun {day}").format(day=day))
            line.setObjectName(f"draft-{draft.id}")
            self.content.addWidget(line)
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
            below = " · ".join(part for part in (self.says.on(each.due), each.remark) if part)
            actions = [(self.tr("Done"), partial(self.controller.do, done_with(each.id)))]
            what = What("calendar", self.says.moment(each.kind), below)
            self.content.addWidget(SectionEntry(self.services, what, actions, f"follow-up-{each.id}"))
        if not planned:
            self.content.addWidget(label(self.tr("Nothing is planned."), "soft"))
            self.content.addWidget(button(self.tr("Plan the first three weeks"), "more", self.follow_up_wanted.emit))
        elif len(planned) > _PLANNED:
            more = self.tr("{count} more").format(count=len(planned) - _PLANNED)
            self.content.addWidget(button(more, "more", self.follow_up_wanted.emit))

    def _build_last(self, record: Record, last: Conversation) -> None:
        day = self.says.day(timestamps.day_of(last.spoken.held.started))
        self._head(self.tr("Last conversation, {day}").format(day=day))
        for heading, targets in self.says.groups(last.spoken.signals, record.verdicts):
            flow = FlowLayout(spacing=6)
            flow.addWidget(label(heading, "caption", wrap=False))
            for target in targets:
                chip = button(self.says.target(target), "chip", partial(self.page_chosen.emit, target))
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
