"""What was done, in a line at the place where it was asked for, with the way back."""

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame

from guidance_kb.ui.widgets.basics import button, label, row


class Notice(QFrame):
    """A line of text, with a button that takes back what was done, if that can be."""

    def __init__(self, undo: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self._text = label()
        self.undo = button("", "", undo)
        self.close_button = button("✕", "quiet", self.hide)
        across = row(self, margins=(16, 8, 8, 8))
        across.addWidget(self._text, 1)
        across.addWidget(self.undo)
        across.addWidget(self.close_button)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def say(self, text: str, undo: str, close: str) -> None:
        """Shows `text` in the words of the language now in force; without `undo` there is nothing to take back."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self.undo.setText(undo)
        self.undo.setVisible(bool(undo))
        self.close_button.setAccessibleName(close)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))  # read out as it comes
