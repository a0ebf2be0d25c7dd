"""The states of a widget, and how to put one into a state in which nobody put it by hand."""

from enum import Enum

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget


class GalleryState(Enum):
    """How a widget can stand; the value is what the gallery calls it."""

    NORMAL = "normal"
    HOVER = "hover"
    PRESSED = "pressed"
    FOCUS = "focus"
    ON = "on"
    ON_FOCUS = "on, focus"
    DISABLED = "disabled"
    ON_DISABLED = "on, disabled"


BOX_STATES = tuple(each for each in GalleryState if each is not GalleryState.PRESSED)
"""How a box or switch can stand."""

_ON = (GalleryState.ON, GalleryState.ON_FOCUS, GalleryState.ON_DISABLED)
_FOCUSED = (GalleryState.FOCUS, GalleryState.ON_FOCUS)
_DISABLED = (GalleryState.DISABLED, GalleryState.ON_DISABLED)


def put(widget: QWidget, state: GalleryState, keyboard: QWidget) -> QWidget:
    """Puts a widget into a state, and returns it; the mouse can be put on it with `point_at` when it is seen.

    Args:
        widget: What is shown.
        state: How it is to stand.
        keyboard: What has the keyboard: as many widgets as want to can stand as if they had it, by letting this one have it for them.
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
    """Tells a widget that is seen what it is told when the mouse comes; push buttons believe the movement only."""
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    inside, nothing = QPointF(widget.rect().center()), Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, inside, inside, nothing, nothing, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, moved)
