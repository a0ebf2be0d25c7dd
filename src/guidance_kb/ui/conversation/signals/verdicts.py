"""What the counselor does with a signal: take it up, or set it aside with a reason if wanted; both can be taken back (product.md, C9)."""

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from guidance_kb.conversation.verdicts import Verdict, VerdictReason
from guidance_kb.ui.conversation.signals.card_context import CardContext
from guidance_kb.ui.conversation.words import StateWords
from guidance_kb.ui.widgets.basics import button, label, row
from guidance_kb.ui.widgets.flow import FlowLayout


class VerdictLine(QWidget):
    """The last line of a card: two quiet buttons, or what was done and the way back."""

    def __init__(self, target: str, desk: CardContext, head: QWidget) -> None:
        """Stands below `head`, which gets the keyboard when nothing is left to press here."""
        super().__init__()
        self._target, self._desk, self._head, self._words = target, desk, head, StateWords(self)
        self._said = label(role="caption")
        self.undo = button("", "link", lambda: self._judge(None))
        self.accept = button("", "quiet", lambda: self._judge(Verdict.ACCEPTED))
        self.dismiss = button("", "quiet")
        self._menu = QMenu(self)
        self.reasons = {reason: self._menu.addAction("") for reason in VerdictReason}
        for reason, action in self.reasons.items():
            action.triggered.connect(partial(self._dismiss, reason))
        self.dismiss.setMenu(self._menu)
        self._choices = QWidget()
        choices = FlowLayout(self._choices, spacing=4)
        choices.addWidget(self.accept)
        choices.addWidget(self.dismiss)
        across = row(self, spacing=8, margins=(12, 0, 8, 8))
        across.addWidget(self._choices, 1)
        across.addWidget(self._said, 1)
        across.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignTop)
        self.speak()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.speak()

    def speak(self) -> None:
        """Says everything in the language now in force."""
        self.accept.setText(self.tr("Take up"))
        self.accept.setToolTip(self.tr("You go into this, now or later"))
        self.dismiss.setText(self.tr("Set aside"))
        self.undo.setText(self.tr("Undo"))
        for reason, action in self.reasons.items():
            action.setText(self._words.reason(reason) or self.tr("Without a reason"))
        self.refresh()

    def refresh(self) -> None:
        """Shows what was done, or what can be done."""
        judged = self._desk.controller.verdicts.get(self._target)
        self._choices.setVisible(judged is None)
        self._said.setVisible(judged is not None)
        self.undo.setVisible(judged is not None and not self._desk.controller.read_only)
        if judged is not None:
            done = self.tr("Taken up") if judged.verdict is Verdict.ACCEPTED else self.tr("Set aside", "done")
            why = self._words.reason(judged.reason)
            self._said.setText(f"{done}: {why.lower()}" if why else done)
            self.undo.setAccessibleName(f"{self.undo.text()}: {self._said.text()}")

    def _dismiss(self, reason: VerdictReason) -> None:
        self._judge(Verdict.DISMISSED, reason)

    def _judge(self, verdict: Verdict | None, reason: VerdictReason = VerdictReason.UNSAID) -> None:
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self._desk.controller.judge(self._target, verdict, reason)
        if had_focus:
            to = self.accept if verdict is None else self.undo
            (to if to.isVisible() else self._head).setFocus(Qt.FocusReason.OtherFocusReason)
