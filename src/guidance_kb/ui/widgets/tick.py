"""A check box with a count behind its words, in the colours of the program."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from guidance_kb.ui.icons import pixmap
from guidance_kb.ui.theme import Theme

_BOX, _GAP, _COUNT = 16, 8, 28
"""Pixels at 100 %: of the box, between it and the words, and kept for the count."""


class Tick(QCheckBox):
    """A check box: words and a count; without a count to give it cannot be chosen, but it can be put off."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._count = 0
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, text: str, count: int, name: str) -> None:
        """Shows `text` with its count; `name` says both to screen readers."""
        if text != self.text():
            self.setText(text)
        if count != self._count:
            self._count = count
            self.update()
        if name != self.accessibleName():
            self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """As wide as the box, the words and the count."""
        px, metrics = self._theme.px, self.fontMetrics()
        width = px(_BOX + _GAP + _COUNT) + metrics.horizontalAdvance(self.text())
        return QSize(width, max(px(_BOX), metrics.height()) + px(8))

    def minimumSizeHint(self) -> QSize:  # noqa: D102 - Qt's name
        return self.sizeHint()

    def hitButton(self, place: QPoint) -> bool:  # noqa: N802 - Qt's name
        """All of it can be clicked."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the box, the words and the count."""
        px, tokens = self._theme.px, self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = px(_BOX)
        box = QRect(1, (self.height() - size) // 2, size, size)
        on = self.isChecked()
        edge = tokens.accent if on or self.underMouse() else tokens.strong_line
        if not self.isEnabled():
            edge = tokens.line
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(tokens.accent if on else tokens.surface))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if on:
            painter.drawPixmap(box.adjusted(2, 2, -2, -2), pixmap("check", tokens.on_accent, size - 4))
        words = self.rect().adjusted(size + px(_GAP), 0, 0, 0)
        painter.setPen(QColor(tokens.ink if self.isEnabled() else tokens.strong_line))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        words.setLeft(words.left() + self.fontMetrics().horizontalAdvance(self.text()) + px(_GAP))
        painter.setPen(QColor(tokens.soft_ink if self.isEnabled() else tokens.strong_line))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(self._count))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
