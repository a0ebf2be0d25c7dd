"""The strip above the page of a question: its answers, to be ticked in the conversation that is running."""

from typing import Final

from PySide6.QtGui import QAccessible, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QWidget

from guidance_kb.conversation.answers import State
from guidance_kb.documents.names import ANSWER_LABELS
from guidance_kb.ui.core.answers import ANSWER_KEYS, answer_of, answer_words
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.translation import as_title
from guidance_kb.ui.look.tokens import SPACE
from guidance_kb.ui.widgets.announcement import announce
from guidance_kb.ui.widgets.basics import button, column, label, row
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout
from guidance_kb.ui.widgets.roles import speak_as
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

_SIGNS: Final = {State.NAMED: "✓", State.NOT_AN_ISSUE: "\N{EN DASH}", State.DECLINED: "…"}
"""The signs of the marks in the list, where the words have no room."""


class AnswerStrip(TranslatedWidget, QFrame):
    """The answers to a question in the running conversation; hidden for any other page, and without a conversation.

    Attributes:
        states: The button of each answer. A click sets the answer, another click removes it.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "findbar")
        self._services = services
        self._item: str | None = None
        self._name = label(role="strong", wrap=False)
        self._withheld = label(role="caption")
        self.states: dict[State, QPushButton] = {state: self._choice(state) for state in ANSWER_KEYS}
        whole = column(self, spacing=SPACE.xs, margins=(SPACE.xl, SPACE.sm, SPACE.xl, SPACE.sm))
        self._across, self._answers = row(spacing=SPACE.md), FlowLayout(spacing=SPACE.sm)
        self._across.addWidget(self._name)
        for choice in self.states.values():
            self._answers.addWidget(choice)
        add_layout(self._across, self._answers, 1)
        add_layout(whole, self._across)
        whole.addWidget(self._withheld)
        services.conversation.changed.connect(self.retranslate)
        services.conversation.answered.connect(self._answered)
        self.retranslate()

    def _choice(self, state: State) -> QPushButton:
        made = button("", "state", lambda: self.choose(state), checkable=True)
        speak_as(made, QAccessible.Role.RadioButton)  # at most one is checked, and a click on that unchecks it
        return made

    def show_item(self, identifier: str | None) -> None:
        """Show the answers to this item, if it is one."""
        self._item = identifier
        self.retranslate()

    def choose(self, state: State) -> None:
        """Set the answer, or remove it if it is this one already."""
        access = self._services.conversation.access
        if access is None or self._item is None:
            return
        access.set_state(self._item, state)
        self._refresh()  # Qt has toggled the button at the click
        if (answer := access.answer(self._item)) is not None:
            announce(self, answer_words(answer))

    def takes(self, event: QKeyEvent) -> bool:
        """Answer by a key, if it is one of the answers; return whether it was."""
        state = answer_of(event)
        if self.isHidden() or state is None:
            return False
        self.choose(state)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Show the answers beside the name, or below it; where three words do not fit in a row, with the signs of the list."""
        room = self.width() - 2 * SPACE.xl
        needed = self._say_answers(short=False)
        if needed > room:
            needed = self._say_answers(short=True)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        fits = needed + self._across.spacing() + self._name.sizeHint().width() <= room
        self._across.setDirection(beside if fits else below)

    def _say_answers(self, *, short: bool) -> int:
        """Show the answers in words or in signs, and return the width that they need."""
        for state, choice in self.states.items():
            words = _SIGNS[state] if short else choice.accessibleName()
            choice.setText(f"{ANSWER_KEYS[state]}\N{EN SPACE}{words}")
        gaps = self._answers.spacing() * (len(self.states) - 1)
        return sum(choice.sizeHint().width() for choice in self.states.values()) + gaps

    def _answered(self, item: str) -> None:
        if item == self._item:
            self._refresh()

    def _refresh(self) -> None:
        access, item = self._services.conversation.access, self._item
        answer = None if access is None or item is None else access.answer(item)
        self.setVisible(answer is not None)
        if access is None or item is None or answer is None:
            return
        for state, choice in self.states.items():
            choice.setChecked(state is answer.state)
        self._withheld.setVisible(access.withholds(item))

    def retranslate(self) -> None:
        self._name.setText(self._services.conversation.name)
        self._withheld.setText(self.tr("Not kept: the client did not consent to this."))
        for state, choice in self.states.items():
            words = as_title(ANSWER_LABELS[state])
            choice.setAccessibleName(words)
            choice.setToolTip(words)
        self._share_room()
        self._refresh()
