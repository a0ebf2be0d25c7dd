"""The steps that client, counselor and service could take about a barrier; for an institutional one, the service comes first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from guidance_kb.casebook.records.steps import TAKERS, Terms, Who
from guidance_kb.documents.summary import AgreedStep
from guidance_kb.knowledge.model import Barrier
from guidance_kb.ui.conversation.signals.card_context import CardContext
from guidance_kb.ui.core.translation import as_title
from guidance_kb.ui.look.icons import pixmap
from guidance_kb.ui.widgets.basics import button, card, column, label, row
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

_TARGET = 24
"""Minimum height in pixels of a touch target."""

_ICONS = {Who.CLIENT: "user-round", Who.COUNSELOR: "messages-square", Who.SERVICE: "building-2"}


class StepLine(QWidget):
    """One step: who takes it, its text, and a button that agrees it or undoes that."""

    def __init__(self, barrier: Barrier, who: Who, context: CardContext) -> None:
        super().__init__()
        self._barrier, self._who, self._context = barrier, who, context
        self._icon, self._name, self._what = label(), label(role="caption"), label()
        self.agree = button("", "link", self._agree)
        self.undo = button("", "link", self._take_back)
        for each in (self.agree, self.undo):
            each.setMinimumHeight(_TARGET)
        self._agreed = label(role="caption", wrap=False)
        done = row(spacing=8)
        done.addWidget(self.agree)
        done.addWidget(self._agreed)
        done.addWidget(self.undo)
        done.addStretch(1)
        words = column(spacing=1)
        words.addWidget(self._name)
        words.addWidget(self._what)
        add_layout(words, done)
        across = row(self, spacing=8)
        across.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        add_layout(across, words, 1)
        self._icon.setContentsMargins(2, 1, 0, 0)

    @property
    def step(self) -> AgreedStep | None:
        """The agreed step, or None."""
        agreed = self._context.agreed.steps
        return next((each for each in agreed if each.target == self._barrier.id and each.who is self._who), None)

    def retranslate(self) -> None:
        """Update all texts to the current language."""
        for_service = self._who is Who.SERVICE and self._barrier.category == "institutional"
        self._name.setText(as_title(TAKERS[self._who]))
        self._what.setText(self._text())
        self.agree.setText(self.tr("Agree as a task for the service") if for_service else self.tr("Agree this step"))
        self.agree.setAccessibleName(f"{self.agree.text()}: {self._text()}")
        self._agreed.setText(self.tr("Agreed"))
        self.undo.setText(self.tr("Undo"))
        self.undo.setAccessibleName(f"{self.undo.text()}: {self._text()}")
        self.refresh()

    def _text(self) -> str:
        text = self._barrier.text(self._context.services.language)
        said = {Who.CLIENT: text.step_client, Who.COUNSELOR: text.step_counselor, Who.SERVICE: text.step_service}
        return said[self._who]

    def refresh(self) -> None:
        """Show whether the step is agreed."""
        agreed, fixed = self.step is not None, self._context.controller.read_only
        for shown, when in (
            (self._agreed, agreed),
            (self.undo, agreed and not fixed),
            (self.agree, not agreed and not fixed),
        ):
            if shown.isHidden() is when:
                shown.setVisible(when)

    def draw(self) -> None:
        """Update the icon to the theme."""
        theme = self._context.services.theme
        self._icon.setPixmap(pixmap(_ICONS[self._who], theme.tokens.soft_ink, theme.px(16)))

    def _agree(self) -> None:
        recommended = self._context.material.linked(self._barrier.id).recommendations
        follows = recommended[0].id if recommended else None
        had_focus = QApplication.focusWidget() is self.agree
        self._context.agreed.agree(Terms(self._text(), self._who, target=self._barrier.id, recommendation=follows))
        if had_focus:
            self.undo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_back(self) -> None:
        step, had_focus = self.step, QApplication.focusWidget() is self.undo
        if step is not None:
            self._context.agreed.take_back(step)
        if had_focus:
            self.agree.setFocus(Qt.FocusReason.OtherFocusReason)


class CardSteps(TranslatedWidget, QWidget):
    """Three steps, one per line. If the barrier is institutional, that of the service is highlighted.

    Attributes:
        for_service: Whether the barrier is institutional, so that the service should act.
    """

    def __init__(self, barrier: Barrier, context: CardContext) -> None:
        super().__init__()
        self.for_service = barrier.category == "institutional"
        order = (Who.CLIENT, Who.COUNSELOR, Who.SERVICE)[:: -1 if self.for_service else 1]
        self.lines = {who: StepLine(barrier, who, context) for who in order}
        self.task = label(role="strong")
        content = column(self, spacing=9)
        lines = list(self.lines.values())
        if self.for_service:
            banner = card("banner")
            inside = column(banner, spacing=6, margins=(10, 8, 10, 8))
            inside.addWidget(self.task)
            inside.addWidget(lines.pop(0))
            content.addWidget(banner)
        else:
            self.task.setParent(self)
            self.task.hide()
        for each in lines:
            content.addWidget(each)
        self.retranslate()
        self.draw()
        context.services.theme.changed.connect(self.draw)
        for happened in (context.agreed.changed, context.controller.mode_changed):
            happened.connect(self._refresh)

    @property
    def order(self) -> tuple[Who, ...]:
        """The takers of the steps, in the order shown."""
        return tuple(self.lines)

    def retranslate(self) -> None:
        self.task.setText(self.tr("This is something for the service"))
        for each in self.lines.values():
            each.retranslate()

    def _refresh(self) -> None:
        for each in self.lines.values():
            each.refresh()

    def draw(self) -> None:
        """Update the icons to the theme."""
        for each in self.lines.values():
            each.draw()
