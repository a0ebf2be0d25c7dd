"""Garbage collection of reference cycles by a timer on the GUI thread, and nowhere else.

Python's automatic collection runs on any thread that allocates memory, also on the worker and while Qt iterates over its widgets.
Deleting a widget at such a moment crashes the program.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1000
"""Milliseconds between two checks."""


class GarbageCollector(QObject):
    """Collects garbage on its own thread from `begin` on, instead of Python's automatic collection."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(collect_due)

    def begin(self) -> None:
        """Disable automatic collection, exempt all current objects and start the timer."""
        gc.disable()
        keep_all()
        self._timer.start()


def keep_all() -> None:
    """Exempt all current objects from collection."""
    gc.freeze()


def collect_due() -> None:
    """Collect the oldest generation over its threshold and all younger ones, as automatic collection would have done."""
    due = [
        age for age, (count, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if count > limit
    ]
    if due:
        gc.collect(due[-1])
