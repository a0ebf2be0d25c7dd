"""A check box with a count behind its words, in the colours of the program."""

from PySide6.QtCore import QLocale, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen

from guidance_kb.ui.look.icons import pixmap
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import EDGE, RADIUS, RING, SIZE, SPACE
from guidance_kb.ui.widgets.painted_button import PaintedBox

_FEWEST = 2
"""Digits: as much room is kept for any count, so that nothing moves while one types."""


class CountCheckBox(PaintedBox):
    """A check box: words and a count; without a count to give it cannot be chosen, but it can be put off."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._count = 0

    def say(self, text: str, count: int, name: str) -> None:
        """Shows `text` with its count; `name` says both to screen readers."""
        if text != self.text():
            self.setText(text)
        if count != self._count:
            longer = len(str(count)) != len(str(self._count))
            self._count = count
            self.update()
            if longer:
                self.updateGeometry()
        if name != self.accessibleName():
            self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """As wide as the box, the words and the count."""
        px, metrics = self._theme.px, self.fontMetrics()
        words = f"{self.text()}{_figure(self._count):0>{_FEWEST}}"
        width = SPACE.xs + px(SIZE.box + 2 * SPACE.sm) + metrics.horizontalAdvance(words) + SPACE.xs
        return QSize(width, max(px(SIZE.box), metrics.height()) + px(SPACE.md))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the box, the words and the count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        self._paint_words(painter)
        self._paint_ring(painter, RADIUS.inner)

    def _paint_box(self, painter: QPainter) -> None:
        tokens, size = self._theme.tokens, self._theme.px(SIZE.box)
        box = QRect(SPACE.xs, (self.height() - size) // 2, size, size)
        on, usable = self.isChecked(), self.isEnabled()
        edge = tokens.accent if on or self.underMouse() else tokens.strong_line
        fill = tokens.accent if on else tokens.surface
        if not usable:
            edge, fill = (tokens.faint, tokens.faint) if on else (tokens.line, tokens.raised)
        painter.setPen(QPen(QColor(edge), EDGE))
        painter.setBrush(QColor(fill))
        half = EDGE / 2
        painter.drawRoundedRect(QRectF(box).adjusted(half, half, -half, -half), RADIUS.small, RADIUS.small)
        if on:
            inside = box.adjusted(RING, RING, -RING, -RING)
            painter.drawPixmap(inside, pixmap("check", tokens.on_accent, inside.width()))

    def _paint_words(self, painter: QPainter) -> None:
        tokens, px, across = self._theme.tokens, self._theme.px, self.fontMetrics().horizontalAdvance
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        words = self.rect().adjusted(SPACE.xs + px(SIZE.box + SPACE.sm), 0, 0, 0)
        painter.setPen(QColor(tokens.ink if self.isEnabled() else tokens.faint))
        painter.drawText(words, middle, self.text())
        words.setLeft(words.left() + across(self.text()) + px(SPACE.sm))
        painter.setPen(QColor(tokens.soft_ink if self.isEnabled() else tokens.faint))
        painter.drawText(words, middle, _figure(self._count))


def _figure(count: int) -> str:
    """The count as it is written in the language now in force: `1.200`, `1,200`."""
    return QLocale().toString(count)
