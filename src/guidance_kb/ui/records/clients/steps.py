"""The steps page of a record: open steps first, then those that are done or given up."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit

from guidance_kb.casebook.records.steps import Step, Terms, Who
from guidance_kb.casebook.storage.store import Store
from guidance_kb.conversation.answers import Answer
from guidance_kb.conversation.steps import step_for
from guidance_kb.dates import UsualDay
from guidance_kb.knowledge.target_links import TargetLinks
from guidance_kb.ui.core.personal_data import Warned
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.records.clients.controller import RecordController
from guidance_kb.ui.records.clients.days import DayChoice
from guidance_kb.ui.records.clients.record import Record
from guidance_kb.ui.records.clients.record_format import RecordFormatter
from guidance_kb.ui.records.clients.section import Action, RecordSection, SectionEntry, What
from guidance_kb.ui.records.clients.small_form import SmallForm
from guidance_kb.ui.widgets.basics import button, column, label, text_and_icon
from guidance_kb.ui.widgets.drop_down import DropDown
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout
from guidance_kb.ui.widgets.radio_group import OneOf


class StepForm(SmallForm):
    """Asks for the terms of a new step or of one to change. It writes nothing itself.

    Attributes:
        hint: A line below the text, where others read it; hidden unless it is used.

    Signals:
        kept (Terms): The user accepted these terms.
    """

    kept = Signal(object)

    def __init__(self, services: Services, answers: Callable[[], Mapping[str, Answer]] = dict) -> None:
        """Create the form; `answers` returns those of the conversation that is going on, by which the proposed step is chosen."""
        super().__init__()
        self._services, self._says, self._answers = services, RecordFormatter(services, self), answers
        self._material = TargetLinks(services.library)
        self._names = {name: label(role="caption") for name in ("what", "who", "due", "target", "recommendation")}
        self.what, self.hint = QLineEdit(), label(role="caption")
        self.hint.hide()
        self.proposal = button("", "more", self._take_proposal)
        self.who = {who: button(role="state", checkable=True) for who in Who}
        self.due = DayChoice(services.theme)
        self.target, self.recommendation = DropDown(services.theme), DropDown(services.theme)
        self.handover, self._meaning = QCheckBox(), label(role="caption")
        self._targets: tuple[str, ...] = ()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        inside = self.fields
        who = FlowLayout(spacing=6)
        group = OneOf(self)
        for each in self.who.values():
            group.addButton(each)
            who.addWidget(each)
        inside.addWidget(self._names["what"])
        inside.addWidget(Warned(self.what, self._services))
        inside.addWidget(self.hint)
        inside.addWidget(self.proposal)
        inside.addWidget(self._names["who"])
        add_layout(inside, who)
        inside.addWidget(self._names["due"])
        inside.addWidget(self.due)
        for name, combo in (("target", self.target), ("recommendation", self.recommendation)):
            inside.addWidget(self._names[name])
            inside.addWidget(combo)
        inside.addWidget(self.handover)
        inside.addWidget(self._meaning)

    def _connect(self) -> None:
        self.what.returnPressed.connect(self.accept)
        self.target.currentIndexChanged.connect(self._about)
        for each in self.who.values():
            each.toggled.connect(self._propose)
        self.what.textChanged.connect(self._propose)

    # ── terms ───────────────────────────────────────────────────────────────────────────────────

    def open_form(self, targets: Sequence[str] = (), terms: Terms | None = None) -> None:
        """Open the form for a new step about one of `targets`, or with the terms of a step."""
        given = terms or Terms("", Who.CLIENT)
        self._targets = tuple(dict.fromkeys([*([given.target] if given.target else []), *targets]))
        self.what.setText(given.what)
        self.who[given.who].setChecked(True)
        if terms is None:
            self.due.set_usual(UsualDay.IN_A_WEEK)
        else:
            self.due.set_day(terms.due)
        self.handover.setChecked(given.handover)
        self.retranslate()
        self.target.setCurrentIndex(max(self.target.findData(given.target), 0))
        self._about()
        self.recommendation.setCurrentIndex(max(self.recommendation.findData(given.recommendation), 0))
        self.show()
        self.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def empty(self) -> None:
        self.what.setText("")  # `clear()` could be undone with Ctrl+Z
        self._targets = ()
        self.retranslate()

    @property
    def terms(self) -> Terms | None:
        """The terms in the form; None while the text is empty."""
        what = self.what.text().strip()
        if not what:
            return None
        who = next(who for who, each in self.who.items() if each.isChecked())
        target, recommendation = self.target.currentData(), self.recommendation.currentData()
        return Terms(what, who, self.due.day, target, recommendation, self.handover.isChecked())

    def accept(self) -> None:
        """Emit `kept` and close the form, unless the text is empty."""
        if (terms := self.terms) is not None:
            self.kept.emit(terms)
            self.close_form()

    # ── target ──────────────────────────────────────────────────────────────────────────────────

    def _about(self) -> None:
        """Update the fields that depend on the target: who does the step, the recommendations, and the proposed sentence."""
        target = self.target.currentData()
        barrier = self._services.library.barriers.get(target) if target else None
        if barrier is not None and barrier.category == "institutional" and not self.what.text():
            self.who[Who.SERVICE].setChecked(True)
        self._fill_recommendations(target)
        self._propose()

    def _fill_recommendations(self, target: str | None) -> None:
        chosen = self.recommendation.currentData()
        self.recommendation.clear()
        self.recommendation.addItem(self.tr("none"), None)
        known = target in self._services.library.barriers or target in self._services.library.drives
        for entry in self._material.linked(target).recommendations if target and known else ():
            self.recommendation.addItem(f"{entry.number}  {entry.text(self._services.language).title}", entry.id)
        self.recommendation.setCurrentIndex(max(self.recommendation.findData(chosen), 0))
        for each in (self.recommendation, self._names["recommendation"]):
            each.setVisible(self.recommendation.count() > 1)

    @property
    def _sentence(self) -> str:
        """The step that the knowledge proposes for the target, worded for the person who does it; empty if there is none."""
        library, name = self._services.library, self.target.currentData() or ""
        target = library.barriers.get(name) or library.drives.get(name)
        if target is None:
            return ""
        who = next((who for who, each in self.who.items() if each.isChecked()), Who.CLIENT)
        return step_for(target, who, self._answers()).say(self._services.language)

    def _propose(self) -> None:
        sentence = "" if self.what.text().strip() else self._sentence
        self.proposal.setVisible(bool(sentence))
        self.proposal.setText(self.tr("Begin with a proposal"))
        self.proposal.setToolTip(sentence)
        self.proposal.setAccessibleDescription(sentence)

    def _take_proposal(self) -> None:
        self.what.setText(self._sentence)
        self.what.setFocus(Qt.FocusReason.OtherFocusReason)

    # ── texts ───────────────────────────────────────────────────────────────────────────────────

    def retranslate(self) -> None:
        """Set the texts in the current language, and keep the choices."""
        super().retranslate()
        self.heading.setText(self.tr("A step"))
        names = {
            "what": self.tr("What is agreed"),
            "who": self.tr("Who does it"),
            "due": self.tr("By when"),
            "target": self.tr("What it is about"),
            "recommendation": self.tr("The recommendation it follows"),
        }
        for name, text in names.items():
            self._names[name].setText(text)
        for widget, name in (
            (self.what, "what"), (self.due, "due"), (self.target, "target"), (self.recommendation, "recommendation")
        ):  # fmt: skip
            widget.setAccessibleName(names[name])
        for who, each in self.who.items():
            each.setText(self._says.who(who))
            each.setAccessibleName(f"{names['who']}: {self._says.who(who)}")
        chosen = self.target.currentData()
        with QSignalBlocker(self.target):  # the target does not change, only its name
            self.target.clear()
            self.target.addItem(self.tr("no signal"), None)
            for target in self._targets:
                self.target.addItem(self._says.target(target), target)
            self.target.setCurrentIndex(max(self.target.findData(chosen), 0))
        self._about()
        for part in (self.target, self._names["target"]):
            part.setVisible(bool(self._targets))
        self.handover.setText(self.tr("Warm hand-over to someone else"))
        self._meaning.setText(self.tr("A hand-over stays open until you know that the client has arrived there."))
        self.keep.setText(self.tr("Agree"))


_FIRST = 15
"""The number of ended steps shown at first."""

Write = Callable[[Store, int], object]


def ended(step: Step) -> Write:
    """Return the write that marks a step as done; for a warm hand-over, that the client has arrived."""
    if step.terms.handover:
        return lambda store, _: store.steps.arrived(step.id)
    return lambda store, _: store.steps.done(step.id)


def _dropped(step: int) -> Write:
    return lambda store, _: store.steps.drop(step)


def _reopened(step: int) -> Write:
    return lambda store, _: store.steps.reopen(step)


class StepsTab(RecordSection):
    """The page with the form and the list of steps."""

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
        services.theme.changed.connect(self.set_texts)
        self.set_texts()

    def _begin(self, record: Record | None) -> None:
        self._all = False
        if record is None:
            self.form.close_form()

    def set_texts(self) -> None:
        size = self.services.theme.px(16)
        text_and_icon(self.agree, icon("plus", self.services.theme.tokens.accent, size), size, self.tr("Agree a step"))

    # ── writing ─────────────────────────────────────────────────────────────────────────────────

    def open_form(self) -> None:
        """Open the form for a new step."""
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
        """Save unfinished input and close the form: undo can remove a step, but lost input cannot be restored."""
        if not self.form.isHidden():
            terms = self.form.terms
            self.form.close_form()
            if terms is not None:
                self._keep(terms)

    # ── contents ────────────────────────────────────────────────────────────────────────────────

    def facts(self, record: Record) -> object:
        return record.steps, self.controller.today

    def build(self, record: Record) -> None:
        """Show the open steps, then those that are done or given up, latest first."""
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

    def show_all(self) -> None:
        self._all = True
        self.rebuild()
