"""A question in the window, not over it: some words, perhaps a line to fill in, a yes and a no."""

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from guidance_kb.ui.widgets.basics import button, column, label, row
from guidance_kb.ui.widgets.laying import add_layout


class Asked(Enum):
    """What is asked."""

    FINISH_UNSAVED = auto()
    REOPEN = auto()


class Question(QFrame):
    """One question at a time; Escape is a no.

    Signals:
        closed: It was answered.
    """

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self._asked: Asked | None = None
        self._answer: Callable[[str], object] = lambda _: None
        self._words = label()
        self.field = QLineEdit()
        self.field.setMaxLength(300)
        self.field.returnPressed.connect(self._agreed)
        self.yes = button("", "", self._agreed)
        self.no = button("", "quiet", self.close_question)
        across = row(spacing=8)
        across.addWidget(self.field, 1)
        across.addWidget(self.yes)
        across.addWidget(self.no)
        across.addStretch(0)
        content = column(self, spacing=8, margins=(14, 10, 10, 10))
        content.addWidget(self._words)
        add_layout(content, across)
        self._speak()
        self.hide()

    def ask(self, asked: Asked, answer: Callable[[str], object]) -> None:
        """Asks; `answer` gets what was filled in, at a yes."""
        self._asked, self._answer = asked, answer
        self._speak()
        self.field.setVisible(asked is Asked.REOPEN)
        self.show()
        (self.field if asked is Asked.REOPEN else self.yes).setFocus(Qt.FocusReason.OtherFocusReason)

    def _agreed(self) -> None:
        answer, said = self._answer, self.field.text().strip()
        self.close_question()
        answer(said)

    def close_question(self) -> None:
        """Asks no more, and keeps nothing of what was filled in."""
        if self._asked is not None:
            self._asked = None
            self.field.clear()
            self.hide()
            self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._speak()

    def _speak(self) -> None:
        if self._asked is Asked.REOPEN:
            self._words.setText(
                self.tr(
                    "Once reopened, the conversation can be changed. When and why is kept with it. Why are you reopening it?"
                )
            )
            self.field.setAccessibleName(self._words.text())
            self.field.setPlaceholderText(self.tr("Reason (may be left empty)"))
            self.yes.setText(self.tr("Reopen"))
        else:
            self._words.setText(
                self.tr(
                    "The latest part of the conversation is not saved yet. Saving is tried once more now; if that fails, the "
                    "conversation stays a draft."
                )
            )
            self.yes.setText(self.tr("Save and finish"))
        self.no.setText(self.tr("Cancel"))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.close_question()
        else:
            super().keyPressEvent(event)
