"""Exclusive buttons that a screen reader calls radio buttons, not check boxes.

The group is one tab stop, at the checked button. An arrow key checks the next one, as in ARIA's radio group: moving without checking
would leave the focus on one button and the choice on another.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup

_STEPS: Final = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_ENDS: Final = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_KEYS: Final = frozenset((*_STEPS, *_ENDS))


class OneOf(QButtonGroup):
    """A group of buttons of which one is checked. Arrow keys cycle through them in the order in which they were added."""

    def addButton(self, button: QAbstractButton, number: int = -1) -> None:  # noqa: N802 - Qt's name
        """Add a button to the group; `number` is its id in the group's signals."""
        button.setAutoExclusive(True)
        super().addButton(button, number)
        button.toggled.connect(self._set_stop)
        button.installEventFilter(self)
        self._set_stop()

    def _reached(self) -> list[QAbstractButton]:
        return [button for button in self.buttons() if button.isEnabled() and not button.isHidden()]

    def _set_stop(self) -> None:
        """Make the checked button the tab stop, or the first one if none is checked. Qt does so only after one of them had the focus."""
        on = self.checkedButton() or next(iter(self.buttons()), None)
        for button in self.buttons():
            policy, tab = button.focusPolicy(), Qt.FocusPolicy.TabFocus
            wanted = Qt.FocusPolicy(policy.value | tab.value if button is on else policy.value & ~tab.value)
            if wanted != policy:
                button.setFocusPolicy(wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle the arrow keys, Home and End. With a modifier they are left to the window."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QAbstractButton) or event.key() not in _KEYS:
            return False
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        else:
            self._go(watched, Qt.Key(event.key()))
        return True

    def _go(self, watched: QAbstractButton, key: Qt.Key) -> None:
        reached = self._reached()
        place = _ENDS[key] if key in _ENDS else (reached.index(watched) + _STEPS[key]) % len(reached)
        to = reached[place]
        to.setFocus(Qt.FocusReason.TabFocusReason)
        if not to.isChecked():
            to.click()
            if not to.hasFocus():  # a click may move the focus into what was chosen; the next arrow key continues here
                to.setFocus(Qt.FocusReason.OtherFocusReason)
