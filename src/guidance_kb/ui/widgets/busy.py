"""A progress indicator: a text, and a moving bar unless motion is off."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget

from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import SIZE, SPACE
from guidance_kb.ui.widgets.basics import label, row


class Busy(QWidget):
    """Indicator of work in progress, hidden while idle. It accepts the focus, so that focus is not lost when a button is disabled."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(focusPolicy=Qt.FocusPolicy.TabFocus)
        self._theme = theme
        self._bar = QProgressBar(maximum=0, textVisible=False)
        self._text = label(role="soft")
        across = row(self, spacing=SPACE.xl)
        across.addWidget(self._bar)
        across.addWidget(self._text, 1)
        theme.changed.connect(self._draw)
        theme.motion.changed.connect(self._draw)
        self._draw()
        self.hide()

    @property
    def text(self) -> str:
        """The text that describes the work in progress."""
        return self._text.text()

    def say(self, text: str) -> None:
        """Show `text`; an empty text hides the indicator."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def _draw(self) -> None:
        self._bar.setFixedSize(self._theme.px(SIZE.bar_length), self._theme.px(SIZE.bar))
        self._bar.setVisible(self._theme.motion.allowed)
