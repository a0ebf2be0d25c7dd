"""Ctrl and the wheel change the text size, one step a notch."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QWheelEvent, QWindow
from PySide6.QtWidgets import QApplication

_NOTCH = 120
"""The angle of one notch of a mouse wheel; a touchpad sends smaller ones."""

ZOOMS = "zooms"
"""The property of a widget that zooms by itself, such as the map."""


class WheelZoom(QObject):
    """Watches the wheel over a window before its widgets get it: scroll areas would take it, with Ctrl or without.

    Args:
        window: The window on the screen.
        change: Changes the text size by a number of steps.
    """

    def __init__(self, window: QWindow, change: Callable[[int], object]) -> None:
        super().__init__(window)
        self._change, self._turned = change, 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the wheel while Ctrl is held."""
        if event.type() != QEvent.Type.Wheel or not isinstance(event, QWheelEvent):
            return False
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier or _zooms_itself(event):
            return super().eventFilter(watched, event)
        self._turned += event.angleDelta().y()
        steps = int(self._turned / _NOTCH)
        if steps:
            self._turned -= steps * _NOTCH
            self._change(1 if steps > 0 else -1)
        return True


def _zooms_itself(event: QWheelEvent) -> bool:
    widget = QApplication.widgetAt(event.globalPosition().toPoint())
    while widget is not None:
        if widget.property(ZOOMS):
            return True
        widget = widget.parentWidget()
    return False
