"""The states of a widget, and how to set them without user input."""

from enum import Enum

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget


class GalleryState(Enum):
    """States of a widget; the value is the name in the gallery."""

    NORMAL = "normal"
    HOVER = "hover"
    PRESSED = "pressed"
    FOCUS = "focus"
    ON = "on"
    ON_FOCUS = "on, focus"
    DISABLED = "disabled"
    ON_DISABLED = "on, disabled"


BOX_STATES = tuple(each for each in GalleryState if each is not GalleryState.PRESSED)
"""States of a check box or switch."""

_ON = (GalleryState.ON, GalleryState.ON_FOCUS, GalleryState.ON_DISABLED)
_FOCUSED = (GalleryState.FOCUS, GalleryState.ON_FOCUS)
_DISABLED = (GalleryState.DISABLED, GalleryState.ON_DISABLED)


def put(widget: QWidget, state: GalleryState, keyboard: QWidget) -> QWidget:
    """Put a widget into a state, and return it; for a hovered one call `point_at` once it is visible.

    Args:
        widget: The widget.
        state: The state.
        keyboard: The widget with the focus. It serves as focus proxy, so that any number of widgets look focused.
    """
    if isinstance(widget, QAbstractButton):
        if state in _ON:
            widget.setCheckable(True)
            widget.setChecked(True)
        widget.setDown(state is GalleryState.PRESSED)
    if state in _FOCUSED:
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        widget.setFocusProxy(keyboard)
    widget.setEnabled(state not in _DISABLED)
    return widget


def point_at(widget: QWidget) -> None:
    """Send a visible widget the events of a mouse over it; push buttons react to the movement only."""
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    inside, nothing = QPointF(widget.rect().center()), Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, inside, inside, nothing, nothing, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, moved)
