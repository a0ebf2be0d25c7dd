"""Objects that hold on to each other and to which nobody holds on any more: let go on the GUI thread, and nowhere else.

Python would look for them on whatever thread happens to need memory, also on the worker and in the midst of Qt going through all its
widgets; a widget that went away there would take the program with it. So it looks by a timer instead.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1000
"""Milliseconds between two looks."""


class GarbageCollector(QObject):
    """Collects on the thread that it is made on, from `begin` on; Python itself does not any more."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(collect_due)

    def begin(self) -> None:
        """Begins with what comes from now on."""
        gc.disable()
        keep_all()
        self._timer.start()


def keep_all() -> None:
    """What there is by now, stays as long as the program, and is not looked through again."""
    gc.freeze()


def collect_due() -> None:
    """Collects what Python would have collected by now, the oldest generation that is due and those younger than it."""
    due = [
        age for age, (count, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if count > limit
    ]
    if due:
        gc.collect(due[-1])
