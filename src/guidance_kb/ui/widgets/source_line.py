"""Where a statement comes from: the report, or ourselves. Every statement has one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from guidance_kb.ui.look.icons import pixmap
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import SIZE, SPACE
from guidance_kb.ui.widgets.basics import label, row


class SourceLine(QWidget):
    """A small line below a statement: an open book and the section for the report's, a pencil and words for ours."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._ours = theme, False
        self._icon, self._text = label(), label(role="caption")
        across = row(self, spacing=SPACE.sm)
        across.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._text, 1)
        theme.changed.connect(self._draw)
        self._draw()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def say(self, text: str, *, ours: bool = False) -> None:
        """Names the source; `ours` is what the program adds to the report."""
        self._text.setText(text)
        self._ours = ours
        self._draw()

    def _draw(self) -> None:
        theme = self._theme
        name = "pencil-line" if self._ours else "book-open"
        self._icon.setPixmap(pixmap(name, theme.tokens.soft_ink, theme.px(SIZE.icon_small)))
        self._icon.setFixedHeight(theme.px(SIZE.icon))
