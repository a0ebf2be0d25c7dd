"""A label of one line that ends in an ellipsis where its text does not fit."""

from html import escape

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class OneLine(QLabel):
    """The label: its text is whole, only the painted line is shortened; then a tool tip shows the text.

    Where there is room below it, it can be wrapped instead.
    """

    def __init__(self, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if role:
            self.setProperty("role", role)

    def say(self, text: str) -> None:
        """Show a text in one line: line breaks become spaces."""
        whole = " ".join(text.split())
        if whole != self.text():
            self.setText(whole)
            self.setToolTip(f"<p>{escape(whole)}</p>")  # escaped: a client's words may look like markup

    def set_wrapped(self, *, wrapped: bool) -> None:
        """Wrap the text, or show it in one line."""
        self.setWordWrap(wrapped)
        if wrapped:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        else:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def cut(self) -> bool:
        """Whether the text does not fit."""
        return not self.wordWrap() and self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()

    def event(self, event: QEvent) -> bool:
        """Show no tool tip that repeats what can be read."""
        if event.type() is QEvent.Type.ToolTip and not self.cut:
            event.ignore()  # the tool tip of the widget around it
            return False
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return least if self.wordWrap() else QSize(0, least.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much of the text as fits."""
        if self.wordWrap():
            super().paintEvent(event)
            return
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter = QPainter(self)
        flags = int(Qt.AlignmentFlag.AlignLeft | (self.alignment() & Qt.AlignmentFlag.AlignVertical_Mask))
        self.style().drawItemText(painter, room, flags, self.palette(), self.isEnabled(), shown, self.foregroundRole())
        painter.end()
