"""The form for a step: what, who, by when; what it is about; and whether the client is handed over warmly."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit

from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.knowledge.model import Barrier
from guidance_kb.ui.conversation.signals.target_links import TargetLinks
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.clients.days import DayChoice
from guidance_kb.ui.records.clients.personal import Warned
from guidance_kb.ui.records.clients.record_format import RecordFormatter
from guidance_kb.ui.records.clients.small_form import SmallForm
from guidance_kb.ui.widgets.basics import button, label
from guidance_kb.ui.widgets.drop_down import DropDown
from guidance_kb.ui.widgets.flow import FlowLayout
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.radio_group import OneOf


class StepForm(SmallForm):
    """Agrees a step, or changes one. It writes nothing itself.

    Signals:
        kept (Terms): This is agreed.
    """

    kept = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services, self._says = services, RecordFormatter(services, self)
        self._material = TargetLinks(services.library)
        self._names = {name: label(role="caption") for name in ("what", "who", "due", "target", "recommendation")}
        self.what = QLineEdit()
        self.proposal = button("", "more", self._take_proposal)
        self.who = {who: button(role="state", checkable=True) for who in Who}
        self.due = DayChoice(services.theme)
        self.target, self.recommendation = DropDown(services.theme), DropDown(services.theme)
        self.handover, self._meaning = QCheckBox(), label(role="caption")
        self._targets: tuple[str, ...] = ()
        self._lay_out()
        self._connect()
        self.speak()

    def _lay_out(self) -> None:
        inside = self.fields
        who = FlowLayout(spacing=6)
        group = OneOf(self)
        for each in self.who.values():
            group.addButton(each)
            who.addWidget(each)
        inside.addWidget(self._names["what"])
        inside.addWidget(Warned(self.what, self._services))
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

    # ── what is agreed ──────────────────────────────────────────────────────────────────────────

    def open_form(self, targets: Sequence[str] = (), terms: Terms | None = None) -> None:
        """Opens for a new step about one of `targets`, or with the terms that were agreed."""
        given = terms or Terms("", Who.CLIENT)
        self._targets = tuple(dict.fromkeys([*([given.target] if given.target else []), *targets]))
        self.what.setText(given.what)
        self.who[given.who].setChecked(True)
        if terms is None:
            self.due.set_weeks(2)
        else:
            self.due.set_day(terms.due)
        self.handover.setChecked(given.handover)
        self.speak()
        self.target.setCurrentIndex(max(self.target.findData(given.target), 0))
        self._about()
        self.recommendation.setCurrentIndex(max(self.recommendation.findData(given.recommendation), 0))
        self.show()
        self.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def empty(self) -> None:  # noqa: D102 - of SmallForm
        self.what.clear()
        self._targets = ()
        self.speak()

    @property
    def terms(self) -> Terms | None:
        """What is agreed as it stands; None while it says nothing."""
        what = self.what.text().strip()
        if not what:
            return None
        who = next(who for who, each in self.who.items() if each.isChecked())
        target, recommendation = self.target.currentData(), self.recommendation.currentData()
        return Terms(what, who, self.due.day, target, recommendation, self.handover.isChecked())

    def accept(self) -> None:
        """Agrees what stands in it, unless that is nothing."""
        if (terms := self.terms) is not None:
            self.kept.emit(terms)
            self.close_form()

    # ── what it is about ────────────────────────────────────────────────────────────────────────

    def _about(self) -> None:
        """What follows from the signal it is about: whose task it is, the recommendations that go with it, a sentence to begin with."""
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
        """What the knowledge proposes to do, in the words of who does it."""
        target = self._services.library.barriers.get(self.target.currentData() or "")
        return self._step_of(target) if target is not None else ""

    def _step_of(self, barrier: Barrier) -> str:
        text = barrier.text(self._services.language)
        if self.who[Who.CLIENT].isChecked():
            return text.step_client
        return text.step_counselor if self.who[Who.COUNSELOR].isChecked() else text.step_service

    def _propose(self) -> None:
        sentence = "" if self.what.text().strip() else self._sentence
        self.proposal.setVisible(bool(sentence))
        self.proposal.setText(self.tr("Begin with a proposal"))
        self.proposal.setToolTip(sentence)
        self.proposal.setAccessibleDescription(sentence)

    def _take_proposal(self) -> None:
        self.what.setText(self._sentence)
        self.what.setFocus(Qt.FocusReason.OtherFocusReason)

    # ── words ───────────────────────────────────────────────────────────────────────────────────

    def speak(self) -> None:
        """Says everything in the language now in force; what was chosen stays chosen."""
        super().speak()
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
        with QSignalBlocker(self.target):  # the same signal, in another language
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
