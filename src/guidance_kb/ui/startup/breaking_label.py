"""A label in which a long path goes on in the next line, instead of making the window scroll sideways."""

import re
from typing import Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

BREAK: Final = "\u200b"
"""A zero-width space: nobody sees it, and a line may end there."""

_PARAGRAPH: Final = "\u2029"
"""What Qt has for the end of a line in what was selected."""

_PLACES: Final = re.compile(r"[\\/](?=\S)|[^\s\\/]{30}(?=\w)")
"""A line may end after these: a separator, and 30 characters that have none. A character keeps what is combined with it."""


class BreakingLabel(QLabel):
    """A label that wraps, whatever is in it; what is copied of it is as it was said.

    Attributes:
        said: The text, without the places where it may break.
    """

    def __init__(self) -> None:
        super().__init__(wordWrap=True)
        self.said = ""
        QGuiApplication.clipboard().dataChanged.connect(self._mend_copied)

    def say(self, text: str) -> None:
        """Shows a plain text."""
        self.said = text
        self.setText(_PLACES.sub(rf"\g<0>{BREAK}", text))

    def _mend_copied(self) -> None:
        """A path with invisible characters in it would be no path."""
        clipboard, chosen = QGuiApplication.clipboard(), self.selectedText().replace(_PARAGRAPH, "\n")
        if BREAK in chosen and clipboard.text() == chosen:
            clipboard.setText(chosen.replace(BREAK, ""))
