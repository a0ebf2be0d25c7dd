"""Watches over a restore that is being looked at while the casebook is closed: nobody there, or the computer asleep, and it goes."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from guidance_kb.ui.casebook.locking import ALIVE, SystemSignals

_MINUTE = 60 * 1000


class Guard(QObject):
    """On from `start` to `stop`.

    Signals:
        alarmed: Nobody touched a key or the mouse for so long, or the screen is being locked.
    """

    alarmed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._system: SystemSignals | None = None
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self.alarmed)

    def start(self, minutes: int) -> None:
        """Watches, and waits for so many minutes without anybody."""
        if self._system is None:
            self._system = SystemSignals(self)
            self._system.locked.connect(self._lock)
        self.timer.start(minutes * _MINUTE)
        if (application := QCoreApplication.instance()) is not None:
            application.installEventFilter(self)

    def stop(self) -> None:
        """Watches no longer."""
        self.timer.stop()
        if (application := QCoreApplication.instance()) is not None:
            application.removeEventFilter(self)

    def _lock(self) -> None:
        if self.timer.isActive():
            self.alarmed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102 - Qt's name
        if event.type() in ALIVE and self.timer.isActive():
            self.timer.start()
        return super().eventFilter(watched, event)
