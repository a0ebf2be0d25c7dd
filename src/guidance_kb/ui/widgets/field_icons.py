"""Icons and placeholder texts of text fields, scaled with the text size."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QToolButton

from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import SIZE

_BESIDE: Final = 4
"""Pixels at 100 % between the edge of the field and the icon, as in Qt."""

_WIDER: Final = 6
"""Pixels at 100 % by which the button of an icon is wider than the icon."""

_PLACED: Final = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show)


class FieldIcons(QObject):
    """Scales the icons of a field to its text size and keeps the text clear of them.

    Args:
        field: The field, with its actions and its clear button; at most one icon on each side.
        theme: The theme of the window.
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
        """Correct the position of an icon after Qt placed it for a small icon, and paint it."""
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
        painter.setOpacity(made.property("opacity"))  # the clear button of an empty field exists with opacity 0
        mode = QIcon.Mode.Normal if made.isEnabled() else QIcon.Mode.Disabled
        made.icon().paint(painter, place, mode=mode)
        painter.end()


_BESIDE_TEXT: Final = 2
"""Pixels that Qt keeps free on each side of the text."""


class FieldHint(QObject):
    """Chooses the placeholder of a field: the longest of several hints that fits, or else the shortest, elided.

    Args:
        field: The field, with its icons already added.
    """

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        self._icons = len(field.findChildren(QToolButton))
        self._hints: Sequence[str] = ("",)
        field.installEventFilter(self)

    def say(self, *hints: str) -> None:
        """Set the hints, longest first."""
        self._hints = hints
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose again when the size of the field or of its font changes."""
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
        icons = self._icons * (_BESIDE + SIZE.icon + _WIDER)  # the extra width of larger icons is in the margins
        return inside.width() - margins.left() - margins.right() - icons - 2 * _BESIDE_TEXT
