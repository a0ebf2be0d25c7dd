"""The delay before typed text is saved: a while without a keystroke, but at most some seconds."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

LONGEST_MS: Final = 5000
"""Maximum delay while typing continues, and so the most that a power failure loses."""


class Pause(QObject):
    """A timer for a pause in typing.

    Signals:
        ended: There was no keystroke for a while, or `LONGEST_MS` passed since the first one.
    """

    ended = Signal()

    def __init__(self, quiet: int, parent: QObject) -> None:
        """Create a stopped timer.

        Args:
            quiet: Milliseconds without a keystroke.
            parent: The Qt parent.
        """
        super().__init__(parent)
        self._milliseconds = quiet
        self._quiet, self._longest = self._timer(), self._timer()

    def _timer(self) -> QTimer:
        made = QTimer(self, singleShot=True)
        made.timeout.connect(self._end)
        return made

    def start(self) -> None:
        """Restart the pause after a keystroke; the maximum delay continues."""
        self._quiet.start(self._milliseconds)
        if not self._longest.isActive():
            self._longest.start(LONGEST_MS)

    def stop(self) -> None:
        """Stop both timers."""
        self._quiet.stop()
        self._longest.stop()

    def _end(self) -> None:
        self.stop()
        self.ended.emit()
