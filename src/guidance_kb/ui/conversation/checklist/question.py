"""A question in the window, not over it: some words, perhaps a line to fill in, a yes and a no."""

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
    """What is asked."""

    FINISH_UNSAVED = auto()
    REOPEN = auto()
    LEAVE_UNSAVED = auto()
    CLOSE_UNSAVED = auto()


_ABOUT_LOSS: Final = (AskedQuestion.LEAVE_UNSAVED, AskedQuestion.CLOSE_UNSAVED)


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What a conversation holds that is in memory only.

    Attributes:
        items: How many items have an answer or a note.
        agreed: Whether something was agreed or chosen for the summary.
        standing: Why it is in memory only.
    """

    items: int
    agreed: bool
    standing: SaveStatus


class QuestionBar(TranslatedWidget, QFrame):
    """One question at a time; Escape is a no.

    Attributes:
        yes: Does what is asked about.
        instead: Saves what would be lost, or leads to where it can be; only in a question about that.
        no: Leaves everything as it is.

    Signals:
        closed: It was answered.
    """

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self._asked: AskedQuestion | None = None
        self._unsaved = Unsaved(0, agreed=False, standing=SaveStatus.NOBODY)
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
        """What is asked now; None while it is not shown."""
        return self._asked

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def ask(self, asked: AskedQuestion, answer: Callable[[str], object]) -> None:
        """Asks; `answer` gets what was filled in, at a yes."""
        self._answer = answer
        self._show(asked, self.field if asked is AskedQuestion.REOPEN else self.yes)

    def ask_before_loss(
        self, asked: AskedQuestion, unsaved: Unsaved, go_on: Callable[[], object], save: Callable[[], object]
    ) -> None:
        """Asks before a conversation that is in memory only would be lost; Return, at first, does not lose it.

        Args:
            asked: What would lose it.
            unsaved: What it holds.
            go_on: Does what loses it.
            save: Saves it, or leads to where that becomes possible.
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
        """Asks no more, and keeps nothing of what was filled in."""
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
        }.get(held.standing, ("", self.tr("Save with a client…")))
        self._words.setText(f"{words.format(what=what)} {way}".strip())
        self.instead.setText(name)
        self.yes.setText(self.tr("Close without saving") if closes else self.tr("Throw away"))
        self.no.setText(self.tr("Back"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_question()
        else:
            super().keyPressEvent(event)
