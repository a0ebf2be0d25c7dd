"""Widgets that are made once and used again: what changes at every key must not be made at every key."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

_Widget = TypeVar("_Widget", bound=QWidget)


class Pool(Generic[_Widget]):
    """Gives the widgets of one sort in turn, and hides those that were not asked for."""

    def __init__(self, make: Callable[[int], _Widget]) -> None:
        self._make = make
        self._made: list[_Widget] = []
        self._used = 0

    @property
    def used(self) -> list[_Widget]:
        """Those that are in use, in order."""
        return self._made[: self._used]

    def begin(self) -> None:
        """Begins again with the first."""
        self._used = 0

    def take(self) -> _Widget:
        """The next one, made with its number when there was none yet."""
        if self._used == len(self._made):
            self._made.append(self._make(self._used))
        self._used += 1
        return self._made[self._used - 1]

    def finish(self) -> None:
        """Shows those that were taken, and hides the others."""
        for number, widget in enumerate(self._made):
            if widget.isHidden() == (number < self._used):
                widget.setVisible(number < self._used)
