"""The steps of a client: agreed, done, arrived, given up; what is open stands first."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt

from guidance_kb.casebook.records.steps import Step, Terms
from guidance_kb.casebook.storage.store import Store
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.records.clients.controller import RecordController
from guidance_kb.ui.records.clients.record import Record
from guidance_kb.ui.records.clients.section import Action, RecordSection, SectionEntry, What
from guidance_kb.ui.records.clients.step_form import StepForm
from guidance_kb.ui.widgets.basics import button, column, label, text_and_icon
from guidance_kb.ui.widgets.layouts import add_layout

_FIRST = 15
"""Steps that are not open any more shown at first."""

Write = Callable[[Store, int], object]


def ended(step: Step) -> Write:
    """What ticks a step off; a hand-over by the client's arriving."""
    if step.terms.handover:
        return lambda store, _: store.steps.arrived(step.id)
    return lambda store, _: store.steps.done(step.id)


def _dropped(step: int) -> Write:
    return lambda store, _: store.steps.drop(step)


def _reopened(step: int) -> Write:
    return lambda store, _: store.steps.reopen(step)


class StepsTab(RecordSection):
    """The page of the steps."""

    def __init__(self, controller: RecordController, services: Services) -> None:
        super().__init__(controller, services)
        self.form = StepForm(services)
        self.agree = button("", "", self._open)
        self._changing: int | None = None
        self._all = False
        whole = column(self, spacing=10)
        whole.addWidget(self.agree)
        whole.addWidget(self.form)
        add_layout(whole, self.content)
        self.form.kept.connect(self._keep)
        self.form.closed.connect(lambda: self.agree.setFocus(Qt.FocusReason.OtherFocusReason))
        controller.leaving.connect(self._leave)
        controller.shown.connect(self._begin)
        services.theme.changed.connect(self.speak)
        self.speak()

    def _begin(self, record: Record | None) -> None:
        self._all = False
        if record is None:
            self.form.close_form()

    def speak(self) -> None:  # noqa: D102 - of Section
        size = self.services.theme.px(16)
        text_and_icon(self.agree, icon("plus", self.services.theme.tokens.accent, size), size, self.tr("Agree a step"))

    # ── writing ─────────────────────────────────────────────────────────────────────────────────

    def open_form(self) -> None:
        """Opens the form for a new step."""
        self._open()

    def _open(self, step: Step | None = None) -> None:
        record = self.controller.record
        if record is not None:
            self._leave()
            self._changing = step.id if step else None
            self.form.open_form(record.targets, step.terms if step else None)

    def _keep(self, terms: Terms) -> None:
        changing, self._changing = self._changing, None
        if changing is None:
            self.controller.do_typed(object(), lambda store, client: store.steps.agree(client, terms))
        else:
            self.controller.do_typed(("step", changing), lambda store, _: store.steps.change(changing, terms))

    def _leave(self) -> None:
        """What is half typed is kept as it stands: undo takes it back, nothing brings back what was lost."""
        if not self.form.isHidden():
            terms = self.form.terms
            self.form.close_form()
            if terms is not None:
                self._keep(terms)

    # ── what is shown ───────────────────────────────────────────────────────────────────────────

    def facts(self, record: Record) -> object:  # noqa: D102
        return record.steps, self.controller.today

    def build(self, record: Record) -> None:
        """Shows the open steps, and below them what is done or given up, the last first."""
        open_steps = record.timeline.open_steps
        self.content.addWidget(label(self.tr("Open"), "overline"))
        for step in open_steps:
            self._add(step, self.says.asked(step), self._actions(step))
        if not open_steps:
            self.content.addWidget(label(self.tr("No step is open."), "soft"))
        ended_steps = sorted(
            (step for step in record.steps if not step.open),
            key=lambda step: (step.done or step.dropped or self.controller.today, step.id),
            reverse=True,
        )
        if ended_steps:
            self.content.addSpacing(8)
            self.content.addWidget(label(self.tr("Done and given up"), "overline"))
        for step in ended_steps if self._all else ended_steps[:_FIRST]:
            again: Action = (self.tr("Reopen"), partial(self.controller.do, _reopened(step.id)))
            self._add(step, self.says.step(step), [again])
        if len(ended_steps) > _FIRST and not self._all:
            self.content.addWidget(button(self.tr("Earlier"), "more", self.show_all))

    def _add(self, step: Step, below: str, actions: list[Action]) -> None:
        drawing = (
            "x" if step.dropped else "check" if step.done else "handshake" if step.terms.handover else "footprints"
        )
        self.content.addWidget(
            SectionEntry(self.services, What(drawing, step.terms.what, below), actions, f"step-{step.id}")
        )

    def _actions(self, step: Step) -> list[Action]:
        return [
            (self.tr("Arrived") if step.terms.handover else self.tr("Done"), partial(self.controller.do, ended(step))),
            (self.tr("Change"), partial(self._open, step)),
            (self.tr("Give up"), partial(self.controller.do, _dropped(step.id))),
        ]

    def show_all(self) -> None:  # noqa: D102
        self._all = True
        self.rebuild()
