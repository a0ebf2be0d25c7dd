"""The steps that a card proposes: of the client and the counselor, and of the service where a barrier is in the way."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from guidance_kb.casebook.records.steps import TAKERS, Terms, Who
from guidance_kb.conversation.steps import known_step, step_for
from guidance_kb.dates import UsualDay
from guidance_kb.documents.summary import AgreedStep
from guidance_kb.knowledge.model import Barrier, Drive
from guidance_kb.ui.conversation.agreements.due_menu import DueMenu, day_said
from guidance_kb.ui.conversation.one_line import OneLine
from guidance_kb.ui.conversation.signals.card_context import CardContext
from guidance_kb.ui.core.translation import as_title
from guidance_kb.ui.look.icons import icon, pixmap
from guidance_kb.ui.widgets.basics import button, card, column, label, row
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.roles import speak_as
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

_TARGET = 24
"""Minimum height in pixels of a touch target."""

_ICONS = {Who.CLIENT: "user-round", Who.COUNSELOR: "messages-square", Who.SERVICE: "building-2"}


_NATURAL_DAY = {Who.CLIENT: UsualDay.IN_A_WEEK, Who.COUNSELOR: UsualDay.THIS_WEEK, Who.SERVICE: UsualDay.IN_A_WEEK}
"""The day in hand when the menu opens: the counselor soon, the others by the next conversation."""


def is_for_service(target: Barrier | Drive) -> bool:
    """Return whether the service should act: the barrier is institutional."""
    return isinstance(target, Barrier) and target.category == "institutional"


# --- Agreeing a step


class AgreeButtons(QWidget):
    """A button that agrees a step by a day of its menu; once agreed, the day and a button that undoes it."""

    def __init__(self, target: Barrier | Drive, who: Who, context: CardContext, *, short: bool) -> None:
        super().__init__()
        self._target, self._who, self._context, self._short = target, who, context, short
        self.agree = button("", "link", self._open_menu)
        self.agree.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # which puts the icon after the text
        self.undo = button("", "link", self._take_back)
        for each in (self.agree, self.undo):
            each.setMinimumHeight(_TARGET)
        speak_as(self.agree, QAccessible.Role.ButtonMenu)
        self.menu: DueMenu | None = None
        self._agreed = label(role="caption", wrap=False)
        done = row(self, spacing=8)
        done.addWidget(self.agree)
        done.addWidget(self._agreed)
        done.addWidget(self.undo)
        if not short:
            done.addStretch(1)

    @property
    def text(self) -> str:
        """The step in the current language: the agreed one as long as it is agreed, else the one that fits what was named."""
        language, agreed = self._context.services.language, self.step
        if agreed is not None:
            known = known_step(self._target, self._who, agreed.what)
            return agreed.what if known is None else known.say(language)
        return step_for(self._target, self._who, self._context.controller.session.answers).say(language)

    @property
    def step(self) -> AgreedStep | None:
        """The agreed step, or None."""
        agreed = self._context.agreed.steps
        return next((each for each in agreed if each.target == self._target.id and each.who is self._who), None)

    def retranslate(self) -> None:
        """Update all texts to the current language."""
        whole = self.tr("Agree this step")
        if self._who is Who.SERVICE and is_for_service(self._target):
            whole = self.tr("Agree as a task for the service")
        self.agree.setText(self.tr("Agree") if self._short else whole)
        self.agree.setAccessibleName(
            f"{whole}: {as_title(TAKERS[self._who])}, {self.text}" if self._short else f"{whole}: {self.text}"
        )
        self.undo.setText(self.tr("Undo"))
        self.undo.setAccessibleName(f"{self.undo.text()}: {self.text}")
        self.refresh()

    def refresh(self) -> None:
        """Show whether the step is agreed, and by when."""
        step, fixed = self.step, self._context.controller.read_only
        if step is not None:
            due = step.terms.due
            self._agreed.setText(
                self.tr("Agreed") if due is None else self.tr("Agreed: {day}").format(day=day_said(due))
            )
        for shown, when in (
            (self._agreed, step is not None),
            (self.undo, step is not None and not fixed),
            (self.agree, step is None and not fixed),
        ):
            if shown.isHidden() is when:
                shown.setVisible(when)

    def draw(self) -> None:
        """Update the icon to the theme."""
        theme = self._context.services.theme
        self.agree.setIcon(icon("chevron-down", theme.tokens.accent, theme.px(14)))

    def _open_menu(self) -> None:
        if self.menu is None:
            self.menu = DueMenu(self._agree, self, _NATURAL_DAY[self._who])
        self.menu.open_below(self.agree)

    def _agree(self, due: date) -> None:
        recommended = self._context.material.linked(self._target.id).recommendations
        follows = recommended[0].id if recommended else None
        had_focus = QApplication.focusWidget() in (self.agree, None) or self.agree.hasFocus()
        self._context.agreed.agree(Terms(self.text, self._who, due=due, target=self._target.id, recommendation=follows))
        if had_focus:
            self.undo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_back(self) -> None:
        step, had_focus = self.step, QApplication.focusWidget() is self.undo
        if step is not None:
            self._context.agreed.take_back(step)
        if had_focus:
            self.agree.setFocus(Qt.FocusReason.OtherFocusReason)


# --- The first step on a folded card


class FirstStep(TranslatedWidget, QWidget):
    """The first step of the client, or of the counselor where the service should act, in one line with its button."""

    def __init__(self, target: Barrier | Drive, context: CardContext) -> None:
        super().__init__()
        self._context = context
        self._who = Who.COUNSELOR if is_for_service(target) else Who.CLIENT
        self._icon, self.what = label(), OneLine("small")
        self.buttons = AgreeButtons(target, self._who, context, short=True)
        across = row(self, spacing=6, margins=(12, 0, 10, 0))
        across.addWidget(self._icon)
        across.addWidget(self.what, 1)
        across.addWidget(self.buttons)
        self.retranslate()
        self.draw()
        context.services.theme.changed.connect(self.draw)
        for happened in (context.agreed.changed, context.controller.mode_changed):
            happened.connect(self.refresh)

    def refresh(self) -> None:
        """Show the step that fits what was named, and whether it is agreed."""
        if self.what.text() == self.buttons.text:
            self.buttons.refresh()
        else:
            self.retranslate()

    def retranslate(self) -> None:
        self.what.say(self.buttons.text)
        self._icon.setToolTip(as_title(TAKERS[self._who]))
        self._icon.setAccessibleName(as_title(TAKERS[self._who]))
        self.buttons.retranslate()

    def draw(self) -> None:
        """Update the icons to the theme."""
        theme = self._context.services.theme
        self._icon.setPixmap(pixmap(_ICONS[self._who], theme.tokens.soft_ink, theme.px(14)))
        self.buttons.draw()


# --- All steps on an unfolded card


class StepLine(QWidget):
    """One step: who takes it, its text, and a button that agrees it or undoes that."""

    def __init__(self, target: Barrier | Drive, who: Who, context: CardContext) -> None:
        super().__init__()
        self._who, self._context = who, context
        self._icon, self._name, self._what = label(), label(role="caption"), label()
        self.buttons = AgreeButtons(target, who, context, short=False)
        words = column(spacing=1)
        words.addWidget(self._name)
        words.addWidget(self._what)
        words.addWidget(self.buttons)
        across = row(self, spacing=8)
        across.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        add_layout(across, words, 1)
        self._icon.setContentsMargins(2, 1, 0, 0)

    def refresh(self) -> None:
        """Show the step that fits what was named, and whether it is agreed."""
        if self._what.text() == self.buttons.text:
            self.buttons.refresh()
        else:
            self.retranslate()

    def retranslate(self) -> None:
        """Update all texts to the current language."""
        self._name.setText(as_title(TAKERS[self._who]))
        self._what.setText(self.buttons.text)
        self.buttons.retranslate()

    def draw(self) -> None:
        """Update the icon to the theme."""
        theme = self._context.services.theme
        self._icon.setPixmap(pixmap(_ICONS[self._who], theme.tokens.soft_ink, theme.px(16)))
        self.buttons.draw()


class CardSteps(TranslatedWidget, QWidget):
    """The steps of a barrier or drive, one per line. If a barrier is institutional, that of the service is highlighted.

    Attributes:
        for_service: Whether the service should act.
    """

    def __init__(self, target: Barrier | Drive, context: CardContext) -> None:
        super().__init__()
        self.for_service = is_for_service(target)
        order = (Who.CLIENT, Who.COUNSELOR, Who.SERVICE)[:: -1 if self.for_service else 1]
        takers = order if isinstance(target, Barrier) else (Who.CLIENT, Who.COUNSELOR)
        self.lines = {who: StepLine(target, who, context) for who in takers}
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
            happened.connect(self.refresh)

    @property
    def order(self) -> tuple[Who, ...]:
        """The takers of the steps, in the order shown."""
        return tuple(self.lines)

    def retranslate(self) -> None:
        self.task.setText(self.tr("This is something for the service"))
        for each in self.lines.values():
            each.retranslate()

    def refresh(self) -> None:
        """Show the steps that fit what was named, and which of them are agreed."""
        for each in self.lines.values():
            each.refresh()

    def draw(self) -> None:
        """Update the icons to the theme."""
        for each in self.lines.values():
            each.draw()
