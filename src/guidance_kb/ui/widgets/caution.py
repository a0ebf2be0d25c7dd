"""A line that warns: the sign of a warning with the words beside it, so that it is never said by a colour alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from guidance_kb.ui.look.icons import pixmap
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import SIZE, SPACE
from guidance_kb.ui.widgets.basics import label, row


class Caution(QFrame):
    """The sign and the words.

    Attributes:
        words: What it says, in full ink.

    Args:
        theme: Of the window.
        text: What it says.
        framed: Whether it stands in a frame, as every error does; a heading does not.
    """

    def __init__(self, theme: Theme, text: str = "", *, framed: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self.sign, self.words = label(), label(text, "strong")
        if framed:
            self.setProperty("role", "note")
        margins = (SPACE.lg, SPACE.md, SPACE.lg, SPACE.md) if framed else (0, 0, 0, 0)
        across = row(self, spacing=SPACE.md, margins=margins)
        across.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self.words, 1)
        theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        self.sign.setPixmap(pixmap("triangle-alert", self._theme.tokens.accent, self._theme.px(SIZE.icon)))
