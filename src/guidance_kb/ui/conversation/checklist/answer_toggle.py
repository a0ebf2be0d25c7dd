"""A small round mark that says how an item stands, and can be clicked."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from guidance_kb.conversation.answers import State
from guidance_kb.ui.look.icons import pixmap
from guidance_kb.ui.look.theme import Theme

_ROOM, _RING = 28, 18
"""Pixels at 100 %: what can be clicked, and the ring in it."""


class AnswerToggle(QAbstractButton):
    """A ring: empty for a gap, full with a tick for "named", with a bar for "not an issue", with dots for "rather not say".

    What it means is never in the colour alone. It is no stop of the Tab key: keys answer on the row.
    """

    def __init__(self, theme: Theme, on_click: Callable[[], object]) -> None:
        super().__init__()
        self._theme = theme
        self._state = State.NOT_DISCUSSED
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(lambda _checked=False: on_click())
        self.fit()

    def show_state(self, state: State, *, checked: bool) -> None:
        """Shows a state; `checked` says whether a click takes it away again."""
        self.setChecked(checked)
        if state is not self._state:
            self._state = state
            self.update()

    def fit(self) -> None:
        """Fits the text size now in force."""
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:  # noqa: D102 - Qt's name
        return QSize(self._theme.px(_ROOM), self._theme.px(_ROOM))

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: D102 - Qt's name
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the ring and what stands in it."""
        tokens, px = self._theme.tokens, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = px(_RING)
        ring = QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)
        named, gap = self._state is State.NAMED, self._state is State.NOT_DISCUSSED
        lit = self.isEnabled() and self.underMouse()
        edge = tokens.accent if named or lit else tokens.strong_line if gap else tokens.soft_ink
        width = 1.5 * self._theme.scale
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(tokens.accent if named else tokens.surface))
        inset = width / 2
        painter.drawEllipse(ring.adjusted(inset, inset, -inset, -inset))
        if named or (gap and lit):
            inner = round(size * 0.62)
            colour = tokens.on_accent if named else tokens.accent
            place = ring.center() - QPointF(inner, inner) / 2
            painter.drawPixmap(QRectF(place, QSize(inner, inner)).toRect(), pixmap("check", colour, inner))
        elif not gap:
            self._draw_sign(painter, ring, edge)

    def _draw_sign(self, painter: QPainter, ring: QRectF, colour: str) -> None:
        middle, width = ring.center(), ring.width()
        if self._state is State.NOT_AN_ISSUE:
            painter.setPen(QPen(QColor(colour), self._theme.px(2), c=Qt.PenCapStyle.RoundCap))
            half = QPointF(width * 0.22, 0)
            painter.drawLine(middle - half, middle + half)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        for step in (-1, 0, 1):
            painter.drawEllipse(middle + QPointF(step * width * 0.22, 0), width * 0.07, width * 0.07)
