"""A question inside the window, without a dialog: a text, an optional field, yes and no."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from guidance_kb.ui.conversation.session.session_persistence import SaveStatus
from guidance_kb.ui.widgets.announcement import announce
from guidance_kb.ui.widgets.basics import button, column, label
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget


class AskedQuestion(Enum):
    """The kind of question."""

    FINISH_UNSAVED = auto()
    REOPEN = auto()
    LEAVE_UNSAVED = auto()
    CLOSE_UNSAVED = auto()


_ABOUT_LOSS: Final = (AskedQuestion.LEAVE_UNSAVED, AskedQuestion.CLOSE_UNSAVED)


@dataclass(frozen=True, slots=True)
class Unsaved:
    """The part of a conversation that is in memory only.

    Attributes:
        items: The number of items with an answer or a note.
        agreed: Whether something was agreed or chosen for the summary.
        status: The reason why it is not saved.
    """

    items: int
    agreed: bool
    status: SaveStatus


class QuestionBar(TranslatedWidget, QFrame):
    """One question at a time; Escape cancels.

    Attributes:
        yes: The button that confirms.
        instead: The button that saves first, or leads to where that is possible; only in questions about loss.
        no: The button that cancels.

    Signals:
        closed: The question was answered or cancelled.
    """

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self._asked: AskedQuestion | None = None
        self._unsaved = Unsaved(0, agreed=False, status=SaveStatus.NOBODY)
        self._answer: Callable[[str], object] = lambda _: None
        self._save: Callable[[], object] = lambda: None
        self._words = label()
        self.field = QLineEdit()
        self.field.setMaxLength(300)
        self.field.returnPressed.connect(self._agreed)
        self.instead = button("", "primary", self._agreed_to_save)
        self.yes = button("", "", self._agreed)
        self.no = button("", "quiet", self.close_question)
        answers = FlowLayout(spacing=8)
        for each in (self.instead, self.yes, self.no):
            answers.addWidget(each)
        content = column(self, spacing=8, margins=(14, 10, 10, 10))
        content.addWidget(self._words)
        content.addWidget(self.field)
        add_layout(content, answers)
        self.retranslate()
        self.hide()

    @property
    def asked(self) -> AskedQuestion | None:
        """The question that is shown, or None."""
        return self._asked

    @property
    def words(self) -> str:
        """The text of the question."""
        return self._words.text()

    def ask(self, asked: AskedQuestion, answer: Callable[[str], object]) -> None:
        """Show a question; `answer` is called with the text of the field if the user confirms."""
        self._answer = answer
        self._show(asked, self.field if asked is AskedQuestion.REOPEN else self.yes)

    def ask_before_loss(
        self, asked: AskedQuestion, unsaved: Unsaved, go_on: Callable[[], object], save: Callable[[], object]
    ) -> None:
        """Ask before losing a conversation that is in memory only; `instead` has the focus, so that Return loses nothing.

        Args:
            asked: The action that would lose it.
            unsaved: What would be lost.
            go_on: Performs that action.
            save: Saves the conversation, or leads to where that is possible.
        """
        self._unsaved, self._save = unsaved, save
        self._answer = lambda _: go_on()
        self._show(asked, self.instead)
        announce(self, self._words.text(), urgent=True)

    def _show(self, asked: AskedQuestion, first: QWidget) -> None:
        self._asked = asked
        self.retranslate()
        self.field.setVisible(asked is AskedQuestion.REOPEN)
        self.instead.setVisible(asked in _ABOUT_LOSS)
        self.show()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _agreed_to_save(self) -> None:
        save = self._save
        self.close_question()
        save()

    def _agreed(self) -> None:
        answer, said = self._answer, self.field.text().strip()
        self.close_question()
        answer(said)

    def close_question(self) -> None:
        """Hide the question, and remove the text of the field."""
        if self._asked is not None:
            self._asked = None
            self._answer, self._save = lambda _: None, lambda: None
            self.field.setText("")  # `clear` could be undone
            self.hide()
            self.closed.emit()

    def retranslate(self) -> None:
        if self._asked is AskedQuestion.REOPEN:
            self._words.setText(
                self.tr(
                    "Once reopened, the conversation can be changed. When and why is kept with it. Why are you reopening it?"
                )
            )
            self.field.setAccessibleName(self._words.text())
            self.field.setPlaceholderText(self.tr("Reason (may be left empty)"))
            self.yes.setText(self.tr("Reopen"))
        elif self._asked in _ABOUT_LOSS:
            self._say_loss()
            return
        else:
            self._words.setText(
                self.tr(
                    "The latest part of the conversation is not saved yet. Saving is tried once more now; if that fails, the "
                    "conversation stays a draft."
                )
            )
            self.yes.setText(self.tr("Save and finish"))
        self.no.setText(self.tr("Cancel"))

    def _say_loss(self) -> None:
        closes, held = self._asked is AskedQuestion.CLOSE_UNSAVED, self._unsaved
        lost = []
        if held.items:
            lost.append(
                self.tr("what you noted at 1 question")
                if held.items == 1
                else self.tr("what you noted at {count} questions").format(count=held.items)
            )
        if held.agreed:
            lost.append(self.tr("what was agreed"))
        what = self.tr("{one} and {other}").format(one=lost[0], other=lost[1]) if len(lost) > 1 else "".join(lost)
        words = self.tr("This conversation is not saved. If you close the program, you lose {what}.")
        if not closes:
            words = self.tr("This conversation is not saved. If you go on, you lose {what}.")
        way, name = {
            SaveStatus.LOCKED: (
                self.tr("The records are locked: once they are open, you can save it with a client."),
                self.tr("Open the records…"),
            ),
            SaveStatus.NO_CASEBOOK: (
                self.tr("To save it you need records. You can also print it first, or save it as PDF."),
                self.tr("Make records…"),
            ),
        }.get(held.status, ("", self.tr("Save with a client…")))
        self._words.setText(f"{words.format(what=what)} {way}".strip())
        self.instead.setText(name)
        self.yes.setText(self.tr("Close without saving") if closes else self.tr("Throw away"))
        self.no.setText(self.tr("Back"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_question()
        else:
            super().keyPressEvent(event)
