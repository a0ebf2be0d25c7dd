"""Buttons of which one is on: a screen reader calls each of them a radio button, and not a tick that stands by itself."""

from PySide6.QtWidgets import QAbstractButton, QButtonGroup


class OneOf(QButtonGroup):
    """A group of buttons of which one is on."""

    def addButton(self, button: QAbstractButton, number: int = -1) -> None:  # noqa: N802 - Qt's name
        """Takes a button in the group; by its number it is known to who listens."""
        button.setAutoExclusive(True)
        super().addButton(button, number)
