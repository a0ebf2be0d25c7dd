"""An on/off switch with a word for its state beside it, so that colour alone never carries the meaning."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from guidance_kb.ui.look.icons import pixmap
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import EDGE, RADIUS, RING, SIZE, SPACE

# --- Check boxes that paint themselves share their click area and focus ring


class PaintedBox(QCheckBox):
    """A check box that paints itself: subclasses implement `paintEvent` and `sizeHint`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def minimumSizeHint(self) -> QSize:  # noqa: D102 - Qt's name
        return self.sizeHint()

    def hitButton(self, place: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Return whether `place` is within the widget: all of it can be clicked."""
        return self.rect().contains(place)

    def _paint_ring(self, painter: QPainter, radius: float) -> None:
        """Paint the focus ring around the widget if it has the focus; `radius` in pixels."""
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.tokens.focus), RING))
            ring = QRectF(self.rect()).adjusted(RING / 2, RING / 2, -RING / 2, -RING / 2)
            painter.drawRoundedRect(ring, radius, radius)


class Switch(PaintedBox):
    """A check box that looks like a switch."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._words = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, off: str, on: str) -> None:
        """Set the words shown beside the switch."""
        self._words = (off, on)
        self.updateGeometry()
        self.update()

    @property
    def _track(self) -> QSize:
        return QSize(self._theme.px(2 * SIZE.box + SPACE.xs), self._theme.px(SIZE.box + SPACE.xs))

    def sizeHint(self) -> QSize:
        """Return the width of the longer of the two words, so that nothing moves when it is switched."""
        metrics, track = self.fontMetrics(), self._track
        longest = max(metrics.horizontalAdvance(word) for word in self._words)
        around = 2 * (RING + SPACE.xs)
        height = max(track.height(), metrics.height(), SIZE.chip) + around
        return QSize(track.width() + self._theme.px(SPACE.md) + longest + around, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the word, the track with its knob, and the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, around = self._theme.tokens, RING + SPACE.xs
        track = QRectF(self.rect())
        track.setSize(self._track)
        track.moveTop((self.height() - track.height()) / 2)
        track.moveRight(self.width() - around)
        words = QRectF(self.rect()).adjusted(around, 0, -track.width() - around - self._theme.px(SPACE.md), 0)
        painter.setPen(QColor(tokens.soft_ink if self.isEnabled() else tokens.faint))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(words, right, self._words[self.isChecked()])
        self._paint_track(painter, track)
        self._paint_ring(painter, RADIUS.control)

    def _paint_track(self, painter: QPainter, track: QRectF) -> None:
        tokens, on = self._theme.tokens, self.isChecked()
        full = tokens.accent if self.isEnabled() else tokens.faint
        resting = tokens.strong_line if self.isEnabled() else tokens.line
        painter.setPen(QPen(QColor(full if on or self.underMouse() else resting), EDGE))
        painter.setBrush(QColor(full if on else tokens.raised))
        half, round_ = EDGE / 2, track.height() / 2
        painter.drawRoundedRect(track.adjusted(half, half, -half, -half), round_, round_)
        inset = self._theme.px(SPACE.xxs) + EDGE
        side = track.height() - 2 * inset
        knob = QRectF(track.left() + inset, track.top() + inset, side, side)
        if on:
            knob.moveRight(track.right() - inset)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.on_accent if on else resting))
        painter.drawEllipse(knob)
        if on:
            size = round(side) - 2 * EDGE
            drawing = pixmap("check", full, size)
            painter.drawPixmap(round(knob.center().x() - size / 2), round(knob.center().y() - size / 2), drawing)
