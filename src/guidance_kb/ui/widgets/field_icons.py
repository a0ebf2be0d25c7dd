"""What stands within a field of text beside what is typed: icons as large as its letters, and a hint that it has room for.

Qt draws the icons in 16 pixels, whatever the text size is, and ends a hint in dots.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QToolButton

from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import SIZE

_BESIDE: Final = 4
"""Pixels at 100 % from the edge of the field to the icon, as Qt has it."""

_WIDER: Final = 6
"""Pixels at 100 % by which the button of an icon is wider than the icon."""

_PLACED: Final = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show)


class FieldIcons(QObject):
    """Keeps the icons that stand in a field by now as large as its letters, and what is typed clear of them.

    Args:
        field: With its actions and its cross; there is at most one icon on either side.
        theme: Of the window.
    """

    def __init__(self, field: QLineEdit, theme: Theme) -> None:
        super().__init__(field)
        self._field, self._theme = field, theme
        self._buttons = field.findChildren(QToolButton)
        for each in self._buttons:
            each.installEventFilter(self)
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        for each in self._buttons:
            self._place(each)
            each.update()
        more = self._theme.px(_BESIDE + SIZE.icon + _WIDER) - (_BESIDE + SIZE.icon + _WIDER)
        sides = [self._leads(each) for each in self._buttons]
        self._field.setTextMargins(more if True in sides else 0, 0, more if False in sides else 0, 0)

    def _leads(self, made: QToolButton) -> bool:
        return made.geometry().center().x() < self._field.width() / 2

    def _place(self, made: QToolButton) -> None:
        px, field = self._theme.px, self._field
        wide, high = px(SIZE.icon + _WIDER), px(SIZE.icon + 2)
        left = px(_BESIDE) if self._leads(made) else field.width() - px(_BESIDE) - wide
        made.setGeometry(QRect(left, (field.height() - high) // 2, wide, high))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Puts an icon in its place after Qt put it where a small one would stand, and paints it."""
        if isinstance(watched, QToolButton):
            if event.type() == QEvent.Type.Paint:
                self._paint(watched)
                return True
            if event.type() in _PLACED:
                self._place(watched)
        return super().eventFilter(watched, event)

    def _paint(self, made: QToolButton) -> None:
        size = self._theme.px(SIZE.icon)
        place = QRect(0, 0, size, size)
        place.moveCenter(made.rect().center())
        painter = QPainter(made)
        painter.setOpacity(made.property("opacity"))  # the cross of an empty field is there, and not seen
        mode = QIcon.Mode.Normal if made.isEnabled() else QIcon.Mode.Disabled
        made.icon().paint(painter, place, mode=mode)
        painter.end()


_BESIDE_TEXT: Final = 2
"""Pixels that Qt keeps free on either side of a text."""


class FieldHint(QObject):
    """What an empty field says of itself: the longest of some hints that it has room for, or else the shortest, with dots.

    Args:
        field: With its icons by now.
    """

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        self._icons = len(field.findChildren(QToolButton))
        self._hints: Sequence[str] = ("",)
        field.installEventFilter(self)

    def say(self, *hints: str) -> None:
        """Says one of these from now on; the longest comes first."""
        self._hints = hints
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks again when the field, or its letters, are of another size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        metrics, room = self._field.fontMetrics(), self._room
        fitting = (hint for hint in self._hints if metrics.horizontalAdvance(hint) <= room)
        self._field.setPlaceholderText(next(fitting, self._hints[-1]))

    @property
    def _room(self) -> int:
        option = QStyleOptionFrame()
        self._field.initStyleOption(option)
        inside = self._field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self._field)
        margins = self._field.textMargins()
        icons = self._icons * (_BESIDE + SIZE.icon + _WIDER)  # the rest of larger ones is in the margins
        return inside.width() - margins.left() - margins.right() - icons - 2 * _BESIDE_TEXT
