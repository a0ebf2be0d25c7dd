"""The coach above the practice conversation, with the client's words, what to do, and what that teaches."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from guidance_kb.help.key_table import BY_NAME
from guidance_kb.language import Text
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.window_shortcuts import spoken
from guidance_kb.ui.practice.script import SCRIPT, LessonStep, Seen
from guidance_kb.ui.widgets.announcement import announce
from guidance_kb.ui.widgets.basics import button, column, label, restyle, row
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget


class Lesson:
    """The progress in the script. It does not use Qt; the view passes the state of the conversation.

    Attributes:
        at: The index of the current step; the number of steps at the end.
        done: Whether the current step is done, so that its explanation is shown.
        possible: Whether the current step can be done, as its card exists.
    """

    def __init__(self) -> None:
        self.at = 0
        self.done = False
        self.possible = True

    @property
    def step(self) -> LessonStep | None:
        """The current step; None at the end."""
        return SCRIPT[self.at] if self.at < len(SCRIPT) else None

    @property
    def words(self) -> Text:
        """The instruction of the current step, or its explanation once it is done; empty at the end."""
        if self.step is None:
            return Text("", "")
        if self.done:
            return self.step.learnt
        return self.step.do if self.possible else self.step.do_first

    def look(self, now: Seen) -> bool:
        """Update the state of the step and return whether it changed. A step that is done stays done if the user undoes it."""
        if self.done or self.step is None:
            return False
        before = self.possible
        self.done, self.possible = self.step.is_done(now), self.step.can_do(now)
        return self.done or self.possible is not before

    def go_on(self) -> None:
        """Go to the next step, whether or not this one is done."""
        self.at = min(self.at + 1, len(SCRIPT))
        self.done, self.possible = False, True

    def begin_again(self) -> None:
        """Go to the first step."""
        self.at, self.done, self.possible = 0, False, True


_ONE_LINE = 900
"""The width in pixels at 100 % from which the buttons are next to the text, not below it."""


class Coach(TranslatedWidget, QFrame):
    """A banner that guides the user through the script. It never takes the focus.

    Signals:
        skipped (LessonStep): The user skipped this step.
        moved: The coach went to the next step.
        again_wanted: The user asks to restart the practice conversation.
        left: The user ended the practice.
    """

    skipped = Signal(object)
    moved = Signal()
    again_wanted = Signal()
    left = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._services = services
        self.lesson = Lesson()
        self.place, self.says = label(role="caption"), label(role="heading")
        self.words = label()
        self.next = button("", "primary", self.go_on)
        self.again = button("", "quiet", self.begin_again)
        self.leave = button("", "quiet", self.left.emit)
        self._content = row(self, spacing=10, margins=(16, 10, 12, 10))
        texts = column(spacing=3)
        for each in (self.place, self.says, self.words):
            texts.addWidget(each)
        add_layout(self._content, texts, 1)
        choices = QWidget()
        flow = FlowLayout(choices, spacing=8)
        for choice in (self.next, self.again, self.leave):
            flow.addWidget(choice)
        self._content.addWidget(choices)
        self.retranslate()

    def look(self, now: Seen) -> None:
        """Update the coach with the state of the conversation."""
        if self.lesson.look(now):
            self.retranslate()
            announce(self, self.words.text())

    def go_on(self) -> None:
        """Go to the next step; after the last one, end the practice."""
        if self.lesson.step is None:
            self.left.emit()
            return
        skipped = None if self.lesson.done else self.lesson.step
        self.lesson.go_on()
        if skipped is not None:
            self.skipped.emit(skipped)
        self.moved.emit()
        self.retranslate()
        announce(self, f"{self.says.text()} {self.words.text()}".strip())

    def begin_again(self) -> None:
        """Restart at the first step, with an empty conversation."""
        self.lesson.begin_again()
        self.again_wanted.emit()
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        below = self.width() < self._services.theme.px(_ONE_LINE)
        self._content.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Practice conversation"))
        self.again.setText(self.tr("Start again"))
        self.leave.setText(self.tr("Stop practising"))
        step, say = self.lesson.step, self._services.say
        if step is None:
            self.place.setText(self.tr("Practice conversation · done"))
            self.says.setText(self.tr("That was it. None of it was kept."))
            self.words.setText(
                self.tr(
                    "What to ask next is below the list. F1 lists the keys. A real conversation begins at First contact, and "
                    "ends with a page for the client."
                )
            )
            self._name_next(self.tr("To the start"))
            self._stress_next(stressed=True)
            self.leave.hide()
            return
        self.leave.show()
        place = self.tr(
            "Practice conversation, three minutes · the client does not exist, nothing is kept · {step} of {steps}"
        )
        self.place.setText(place.format(step=self.lesson.at + 1, steps=len(SCRIPT)))
        says = say(step.says)
        self.says.setVisible(bool(says))
        self.says.setText(says if step.seen or not says else f"“{says}”")
        self.words.setText(say(self.lesson.words))
        self._name_next(self.tr("Next") if self.lesson.done else self.tr("Skip"))
        self._stress_next(stressed=self.lesson.done)

    def _name_next(self, name: str) -> None:
        """Name the button, with the shortcut that works from the list, because the button is far from it in the tab order."""
        self.next.setText(f"{name} ({spoken(BY_NAME['practice-next'].keys[0])})")

    def _stress_next(self, *, stressed: bool) -> None:
        """Emphasise the button only when there is nothing else to do, because skipping is not recommended."""
        role = "primary" if stressed else "quiet"
        if self.next.property("role") != role:
            self.next.setProperty("role", role)
            restyle(self.next)
