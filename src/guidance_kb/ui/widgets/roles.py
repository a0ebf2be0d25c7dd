"""What a screen reader calls a widget of ours, where Qt can only say that it is a part of the window, or a tick."""

from functools import cache
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

_PROPERTY: Final = "spoken_role"


def speak_as(widget: QWidget, role: QAccessible.Role) -> None:
    """Has screen readers call `widget` by this role. To be said before anything asks what the widget is."""
    widget.setProperty(_PROPERTY, role.value)
    _install()


@cache
def _install() -> None:
    QAccessible.installFactory(_interface)


def _interface(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    """The interface of a widget that has such a role; None leaves it to Qt."""
    if not isinstance(thing, QWidget) or (value := thing.property(_PROPERTY)) is None:
        return None
    role = QAccessible.Role(value)
    return _Button(thing, role) if isinstance(thing, QAbstractButton) else QAccessibleWidget(thing, role)


class _Button(QAccessibleWidget):
    """A button by another role: it says its words, whether it is on, and can be pressed."""

    def __init__(self, button: QAbstractButton, role: QAccessible.Role) -> None:
        super().__init__(button, role)
        self._button = button

    def text(self, kind: QAccessible.Text) -> str:
        said = super().text(kind)
        return said or (self._button.text() if kind is QAccessible.Text.Name else said)

    def state(self) -> QAccessible.State:
        """As Qt has it, and whether it is on, which Qt leaves out for such a role."""
        state = super().state()
        state.checkable = self._button.isCheckable()
        state.checked = self._button.isChecked()
        return state

    def actionNames(self) -> list[str]:  # noqa: N802 - Qt's name
        return [self.pressAction(), self.setFocusAction()] if self._button.isEnabled() else []

    def doAction(self, name: str) -> None:  # noqa: N802 - Qt's name
        if name == self.pressAction():
            self._button.click()
        else:
            super().doAction(name)
