"""A chip: a value that the user added or chose, with a cross to remove it."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from guidance_kb.ui.look.icons import pixmap
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import EDGE, SIZE, SPACE

# The pool reuses widgets, because creating them at every keystroke is too slow.


_Widget = TypeVar("_Widget", bound=QWidget)


class Pool(Generic[_Widget]):
    """Pool of widgets of one kind, handed out in order; unused ones are hidden."""

    def __init__(self, make: Callable[[int], _Widget]) -> None:
        self._make = make
        self._made: list[_Widget] = []
        self._used = 0

    @property
    def used(self) -> list[_Widget]:
        """The widgets in use, in order."""
        return self._made[: self._used]

    @property
    def made(self) -> list[_Widget]:
        """All widgets, also the unused ones, in order."""
        return list(self._made)

    def begin(self) -> None:
        """Start a new round: the next `take` returns the first widget."""
        self._used = 0

    def take(self) -> _Widget:
        """Return the next widget, created by `make(number)` if the pool has no more."""
        if self._used == len(self._made):
            self._made.append(self._make(self._used))
        self._used += 1
        return self._made[self._used - 1]

    def finish(self) -> None:
        """Show the widgets taken in this round and hide the others."""
        for number, widget in enumerate(self._made):
            if widget.isHidden() == (number < self._used):
                widget.setVisible(number < self._used)


_SHORTEST = "WWWW"
"""The minimum width of a chip shows this much text."""


class Chip(QPushButton):
    """A text with a cross. A click, Delete, Backspace, Space or Enter removes it.

    Signals:
        taken_away: Emitted when the user removes the chip.
    """

    taken_away = Signal()

    def __init__(self, theme: Theme, role: str = "chip") -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("role", role)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _checked=False: self.taken_away.emit())

    def say(self, text: str, name: str) -> None:
        """Show `text`; `name` is the accessible name and tool tip that describe the action."""
        if text != self.text():
            self.setText(text)
        if name != self.accessibleName():
            self.setAccessibleName(name)
            self.setToolTip(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken_away.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the width of the text plus the cross."""
        return super().sizeHint() + QSize(self._theme.px(SIZE.cross + SPACE.sm), 0)

    def minimumSizeHint(self) -> QSize:
        """Return a small width, so that a long text is elided and does not widen the window."""
        around = self._theme.px(2 * SPACE.lg + SPACE.sm + SIZE.cross)
        width = self.fontMetrics().horizontalAdvance(_SHORTEST) + around
        return QSize(width, self.sizeHint().height()).boundedTo(self.sizeHint())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the button by the style sheet, with the text at the left and the cross at the right."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        px, tokens = self._theme.px, self._theme.tokens
        pointed = self.underMouse() or self.hasFocus()
        side = px(SPACE.lg) + EDGE
        inside = self.rect().adjusted(side, 0, -side, 0)
        on, usable = self.isChecked() or self.property("role") == "filter", self.isEnabled()
        painter.setPen(QColor((tokens.accent if on else tokens.ink) if usable else tokens.faint))
        room = inside.adjusted(0, 0, -px(SIZE.cross + SPACE.sm), 0)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        self._paint_cross(painter, inside, (tokens.accent if pointed else tokens.soft_ink) if usable else tokens.faint)

    def _paint_cross(self, painter: QPainter, inside: QRect, colour: str) -> None:
        size = self._theme.px(SIZE.cross)
        drawing = pixmap("x", colour, size)
        painter.drawPixmap(inside.right() + 1 - size, inside.center().y() - size // 2 + 1, drawing)
