"""The pause at which what was typed is written: a while without a key, and after some seconds of typing all the same."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

LONGEST_MS: Final = 5000
"""How long somebody may type on until it is written all the same: what is lost at worst when the computer goes off."""


class Pause(QObject):
    """Waits for a pause of who types.

    Signals:
        ended: Nothing was typed for a while, or somebody has typed on for as long as may be.
    """

    ended = Signal()

    def __init__(self, quiet: int, parent: QObject) -> None:
        """Waits for nothing yet.

        Args:
            quiet: Milliseconds without a key.
            parent: As Qt has it.
        """
        super().__init__(parent)
        self._milliseconds = quiet
        self._quiet, self._longest = self._timer(), self._timer()

    def _timer(self) -> QTimer:
        made = QTimer(self, singleShot=True)
        made.timeout.connect(self._end)
        return made

    def start(self) -> None:
        """Something was typed: the pause begins anew, but not the time after which it is written all the same."""
        self._quiet.start(self._milliseconds)
        if not self._longest.isActive():
            self._longest.start(LONGEST_MS)

    def stop(self) -> None:
        """There is nothing to wait for any more."""
        self._quiet.stop()
        self._longest.stop()

    def _end(self) -> None:
        self.stop()
        self.ended.emit()
