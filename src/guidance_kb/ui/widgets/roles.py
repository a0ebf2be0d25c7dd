"""Accessible roles and actions of custom widgets and checkable buttons.

Qt's own action "Toggle" of a checkable button changes its look without emitting `clicked`: the screen would show an answer that was
never recorded. So every such button gets an accessible interface whose actions are clicks.
"""

from functools import cache
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QCheckBox, QRadioButton, QWidget

_PROPERTY: Final = "spoken_role"

_PRESS: Final = QAccessibleActionInterface.pressAction()
_TOGGLE: Final = QAccessibleActionInterface.toggleAction()


def speak_as(widget: QWidget, role: QAccessible.Role) -> None:
    """Set the accessible role of `widget`. Call this before anything asks for its accessible interface."""
    widget.setProperty(_PROPERTY, role.value)
    install()


@cache
def install() -> None:
    """Install the factory of accessible interfaces. Call this before anything asks for an accessible interface."""
    QAccessible.installFactory(_interface)


def _interface(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    """Return the interface of a widget with a role of its own or of a checkable button; None leaves it to Qt."""
    if not isinstance(thing, QWidget):
        return None
    value = thing.property(_PROPERTY)
    role = None if value is None else QAccessible.Role(value)
    if isinstance(thing, QAbstractButton) and (role is not None or thing.isCheckable()):
        return _Button(thing, role)
    return None if role is None else QAccessibleWidget(thing, role)


class _Button(QAccessibleWidget):
    """The accessible interface of a button: it reports text and checked state, and every action is a click."""

    def __init__(self, button: QAbstractButton, role: QAccessible.Role | None) -> None:
        super().__init__(button, role or QAccessible.Role.CheckBox)
        self._button, self._role = button, role

    def role(self) -> QAccessible.Role:
        """Return the role that was set, or the one that Qt gives such a button."""
        if self._role is not None:
            return self._role
        if isinstance(self._button, QRadioButton) or self._button.autoExclusive():
            return QAccessible.Role.RadioButton
        on_or_off = self._button.isCheckable() or isinstance(self._button, QCheckBox)
        return QAccessible.Role.CheckBox if on_or_off else QAccessible.Role.Button

    def text(self, kind: QAccessible.Text) -> str:
        """Return the accessible name, or the text of the button without the mnemonic marker."""
        said = super().text(kind)
        if said or kind is not QAccessible.Text.Name:
            return said
        return self._button.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def state(self) -> QAccessible.State:
        """Return Qt's state plus the checked state, which Qt omits for such a role."""
        state = super().state()
        state.checkable = self._button.isCheckable()
        state.checked = self._button.isChecked()
        state.pressed = self._button.isDown()
        return state

    def actionNames(self) -> list[str]:  # noqa: N802 - Qt's name
        if not self._button.isEnabled():
            return []
        ticks = self.role() is QAccessible.Role.CheckBox
        return [*((_TOGGLE, _PRESS) if ticks else (_PRESS, _TOGGLE)), *super().actionNames()]

    def doAction(self, name: str) -> None:  # noqa: N802 - Qt's name
        if name not in (_PRESS, _TOGGLE):
            super().doAction(name)
        elif self._button.isEnabled():
            self._button.click()
