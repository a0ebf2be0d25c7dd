"""Fields of the summary: a text that grows with what is typed, and a tick beside one."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QPlainTextEdit, QSizePolicy, QWidget

from guidance_kb.ui.widgets.basics import row

_MOST_LINES = 8
"""From here on it scrolls."""


class WordsField(QPlainTextEdit):
    """A text of some lines, as high as it needs to be. Tab goes on to the next field."""

    def __init__(
        self, written: Callable[[str], object], left: Callable[[], object] | None = None, *, least: int = 1
    ) -> None:
        """Makes an empty field.

        Args:
            written: Gets what is typed.
            left: Is told that the keyboard went elsewhere.
            least: How many lines high it is at least.
        """
        super().__init__()
        self._written, self._left, self._least = written, left, least
        self._showing = False
        self._edge = 0
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._typed)

    def show_text(self, text: str) -> None:
        """Shows a text as if nobody had typed it; the same text leaves the cursor where it is."""
        if text != self.toPlainText():
            self._showing = True
            self.setPlainText(text)
            self._showing = False

    def _typed(self) -> None:
        self._fit()
        if not self._showing:
            self._written(self.toPlainText())

    def _fit(self) -> None:
        """As high as its lines need."""
        lines = max(round(self.document().documentLayout().documentSize().height()), self._least)
        fits = lines <= _MOST_LINES
        inside = min(lines, _MOST_LINES) * self.fontMetrics().lineSpacing() + 2 * self.document().documentMargin()
        height = round(inside) + self._edge
        if height != self.height():
            self.setFixedHeight(height)
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(off if fits else needed)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._edge = max(self.height() - self.viewport().height(), 0)  # the style's; known from the first layout on
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._left is not None:
            self._left()


class Ticked(QWidget):
    """A tick, and beside it words or a field of which it says whether they go on the page."""

    def __init__(self, beside: QWidget, ticked: Callable[[bool], object]) -> None:
        super().__init__()
        self.tick = QCheckBox()
        self.tick.clicked.connect(lambda: ticked(self.tick.isChecked()))
        self.beside = beside
        across = row(self, spacing=6)
        across.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(beside, 1)
        across.setAlignment(self.tick, Qt.AlignmentFlag.AlignTop if isinstance(beside, QLabel) else Qt.AlignmentFlag(0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self.tick.isEnabled() and isinstance(self.beside, QLabel):
            self.tick.click()
