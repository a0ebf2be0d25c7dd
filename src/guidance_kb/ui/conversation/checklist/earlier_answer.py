"""What the client answered to the current item in an earlier conversation, with one click for how it is now."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton

from guidance_kb.conversation.answers import Answer, State
from guidance_kb.conversation.last_time import EarlierAnswer
from guidance_kb.documents.answers import quotation
from guidance_kb.documents.names import STATES
from guidance_kb.ui.conversation.controller import SessionController
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.translation import in_sentence
from guidance_kb.ui.records.clients.record_format import RecordFormatter
from guidance_kb.ui.widgets.basics import button, column, label
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget


class EarlierAnswerLine(TranslatedWidget, QFrame):
    """The earlier answer as text, and buttons that give it again, change it, or deny it. It is hidden where there is none.

    What the client would rather not speak of has no buttons: it is the client who may come back to it.

    Attributes:
        said: The text.
        again: The button "still so".
        changed: The button "changed", which asks for a new note.
        over: The button "no longer an issue", after *named* only.

    Signals:
        note_wanted: The answer changed, and the note should say what is different.
    """

    note_wanted = Signal()

    def __init__(self, controller: SessionController, services: Services) -> None:
        super().__init__()
        self._controller = controller
        self._format = RecordFormatter(services, self)
        self._item: str | None = None
        self.said = label(role="caption")
        self.again = button("", "toggle", self._give_again)
        self.changed = button("", "toggle", self._change)
        self.over = button("", "toggle", self._deny)
        self._choices = FlowLayout(spacing=6)
        content = column(self, spacing=4)
        content.addWidget(self.said)
        add_layout(content, self._choices)
        for each in self.buttons:
            self._choices.addWidget(each)
        self.hide()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons, in their order."""
        return self.again, self.changed, self.over

    @property
    def _earlier(self) -> EarlierAnswer | None:
        return None if self._item is None else self._controller.last_time.answers.get(self._item)

    @property
    def _answer(self) -> Answer | None:
        return None if self._item is None else self._controller.session.answer(self._item)

    def show_item(self, item: str | None) -> None:
        """Show the earlier answer to an item; with None, remove the text."""
        self._item = item
        self.retranslate()

    def retranslate(self) -> None:
        earlier = self._earlier
        self.said.setText("" if earlier is None else self._words(earlier))
        self.setVisible(earlier is not None)
        self.again.setText(self.tr("Still so"))
        self.changed.setText(self.tr("Changed"))
        self.over.setText(self.tr("No longer"))
        self.refresh()

    def _words(self, earlier: EarlierAnswer) -> str:
        state = in_sentence(STATES[earlier.answer.state])
        said = self.tr("{day}: {answer}").format(day=self._format.whole_day(earlier.day), answer=state)
        return f"{said} {quotation(earlier.answer.note)}".strip()

    def refresh(self) -> None:
        """Show the buttons that can still change something; the text stays."""
        earlier, answer = self._earlier, self._answer
        can = earlier is not None and not self._controller.read_only and earlier.answer.state is not State.DECLINED
        named = earlier is not None and earlier.answer.state is State.NAMED
        for each, wanted in ((self.again, can), (self.changed, can), (self.over, can and named)):
            each.setVisible(wanted)
        if earlier is not None and answer is not None:
            self.again.setEnabled(answer != earlier.answer)
            self.over.setEnabled(answer.state is not State.NOT_AN_ISSUE)

    def _give_again(self) -> None:
        if self._item is not None:
            self._controller.say_again(self._item)

    def _change(self) -> None:
        if self._item is not None:
            if self._controller.session.answer(self._item).state is not State.NAMED:
                self._controller.set_state(self._item, State.NAMED)
            self.note_wanted.emit()

    def _deny(self) -> None:
        if self._item is not None and self._controller.session.answer(self._item).state is not State.NOT_AN_ISSUE:
            self._controller.set_state(self._item, State.NOT_AN_ISSUE)
