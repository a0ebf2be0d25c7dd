"""Buttons of which one is on: a screen reader calls each of them a radio button, and not a tick that stands by itself.

They are one stop of the Tab key, at the one that is on. An arrow key turns on the next one, as in the radio group of ARIA: to move there
without choosing would leave the keyboard on one and the choice on another.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup

_STEPS: Final = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_ENDS: Final = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_KEYS: Final = frozenset((*_STEPS, *_ENDS))


class OneOf(QButtonGroup):
    """A group of buttons of which one is on. The keys go through them in the order in which they were added, round and round."""

    def addButton(self, button: QAbstractButton, number: int = -1) -> None:  # noqa: N802 - Qt's name
        """Take a button in the group; by its number it is known to who listens."""
        button.setAutoExclusive(True)
        super().addButton(button, number)
        button.toggled.connect(self._set_stop)
        button.installEventFilter(self)
        self._set_stop()

    def _reached(self) -> list[QAbstractButton]:
        return [button for button in self.buttons() if button.isEnabled() and not button.isHidden()]

    def _set_stop(self) -> None:
        """Let Tab stop at the one that is on; while none is, at the first. Qt does so only once one of them has had the keyboard."""
        on = self.checkedButton() or next(iter(self.buttons()), None)
        for button in self.buttons():
            policy, tab = button.focusPolicy(), Qt.FocusPolicy.TabFocus
            wanted = Qt.FocusPolicy(policy.value | tab.value if button is on else policy.value & ~tab.value)
            if wanted != policy:
                button.setFocusPolicy(wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the arrow keys, Home and End; with another key held they mean something else, and are left to the window."""
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
            if not to.hasFocus():  # a click may lead into what was chosen; the next arrow key goes on from here
                to.setFocus(Qt.FocusReason.OtherFocusReason)
