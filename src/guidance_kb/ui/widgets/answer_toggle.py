"""The mark of an answer: a ring to tick, as a button, and as a painting in the rows of a list."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from guidance_kb.conversation.answers import State
from guidance_kb.ui.look.icons import pixmap
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import SPACE

MARK_ROOM, _RING = 28, 18
"""Pixels at 100 %: the size of the clickable area, and of the ring in it."""

LEAST_ROW = 24
"""Minimum height (pixels at 100 %) of a row of one line, and of the clickable area in it."""


class AnswerToggle(QAbstractButton):
    """A ring: empty for a gap, full with a tick for "named", with a bar for "not an issue", with dots for "rather not say".

    Colour is never the only sign of a state. It is no stop of the Tab key: the row handles the keys.
    """

    def __init__(self, theme: Theme, on_click: Callable[[], object]) -> None:
        super().__init__()
        self._theme, self._room = theme, MARK_ROOM
        self._state = State.NOT_DISCUSSED
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(lambda _checked=False: on_click())
        self.fit()

    def show_state(self, state: State, *, checked: bool) -> None:
        """Show a state; `checked` is whether a click removes it."""
        self.setChecked(checked)
        if state is not self._state:
            self._state = state
            self.update()

    def fit(self, *, dense: bool = False) -> None:
        """Adapt to the current text size; smaller in a row of one line."""
        self._room = LEAST_ROW if dense else MARK_ROOM
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(self._room), self._theme.px(self._room))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring and the sign in it."""
        lit = self.isEnabled() and self.underMouse()
        paint_answer(QPainter(self), QRectF(self.rect()), self._state, self._theme, lit=lit)


def paint_answer(painter: QPainter, room: QRectF, state: State, theme: Theme, *, lit: bool) -> None:
    """Paint the ring of a state in the middle of `room`; `lit` if the mouse is over it."""
    tokens = theme.tokens
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    size = theme.px(_RING)
    ring = QRectF(room.x() + (room.width() - size) / 2, room.y() + (room.height() - size) / 2, size, size)
    named, gap = state is State.NAMED, state is State.NOT_DISCUSSED
    edge = tokens.accent if named or lit else tokens.strong_line if gap else tokens.soft_ink
    width = 1.5 * theme.scale
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
        _paint_sign(painter, ring, state, QColor(edge), theme)


def _paint_sign(painter: QPainter, ring: QRectF, state: State, colour: QColor, theme: Theme) -> None:
    middle, width = ring.center(), ring.width()
    if state is State.NOT_AN_ISSUE:
        painter.setPen(QPen(colour, theme.px(SPACE.xxs), c=Qt.PenCapStyle.RoundCap))
        half = QPointF(width * 0.22, 0)
        painter.drawLine(middle - half, middle + half)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for step in (-1, 0, 1):
        painter.drawEllipse(middle + QPointF(step * width * 0.22, 0), width * 0.07, width * 0.07)
