"""The real window, offscreen, and a clock on what it paints."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, Self

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from guidance_kb.app import make_window
from guidance_kb.ui.core.settings import SettingsFile
from guidance_kb.ui.shell.window import MainWindow

_SIZE = (1366, 768)
_PATIENCE_MS = 5000


@contextmanager
def bench_window(application: QApplication, knowledge: Path) -> Iterator[MainWindow]:
    """The main window as it is first shown, with settings of its own."""
    application.setCursorFlashTime(0)  # a blinking cursor is painted too, and is nobody's answer
    with TemporaryDirectory() as folder:
        window = make_window(application, knowledge, SettingsFile(Path(folder) / "settings.ini"))
        window.resize(*_SIZE)
        window.show()
        pause(300)
        yield window
        window.close()
        window.deleteLater()
        pause(0)


class Moment(NamedTuple):
    """A point in time.

    Attributes:
        clock: Of `time.perf_counter`, in seconds.
        processor: What this process has used of the processor, all its threads, in seconds; it tells more than the clock on a
            machine that others use too.
    """

    clock: float
    processor: float

    @classmethod
    def now(cls) -> Self:
        """This moment."""
        return cls(time.perf_counter(), time.process_time())

    def since(self, start: "Moment") -> "Moment":
        """The time that passed since `start`."""
        return Moment(self.clock - start.clock, self.processor - start.processor)


class PaintClock(QObject):
    """Knows when a window last finished painting, and whether one of its widgets was painted then.

    Qt paints all that is dirty in a window in answer to one `UpdateRequest`; the clock lets it do so and reads the time after it.

    Attributes:
        painted_at: When the last painting was finished.
        paintings: How many there were.
        watched_paintings: How many of them painted the watched widget.
    """

    def __init__(self, window: QWidget, watched: QWidget) -> None:
        super().__init__(window)
        self._window, self._watched = window, watched
        self._touched = False
        self._until: Callable[[], bool] | None = None
        self._loop = QEventLoop()
        self.painted_at = Moment.now()
        self.paintings = self.watched_paintings = 0
        window.installEventFilter(self)
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paints the window itself, so that it knows when that is done."""
        kind = event.type()
        if kind is QEvent.Type.Paint and watched is self._watched:
            self._touched = True
        elif kind is QEvent.Type.UpdateRequest and watched is self._window:
            self._touched = False
            watched.event(event)
            self.painted_at = Moment.now()
            self.paintings += 1
            self.watched_paintings += self._touched
            if self._until is not None and self._until():
                self._loop.quit()
            return True
        return False

    def wait(self, until: Callable[[], bool]) -> Moment:
        """Lets the program work until it has painted and `until` holds after that; returns when the painting was finished.

        Raises:
            TimeoutError: It did not come to that.
        """
        self._until = until
        late = QTimer()
        late.setSingleShot(True)
        late.timeout.connect(lambda: self._loop.exit(1))
        late.start(_PATIENCE_MS)
        failed = self._loop.exec()
        self._until = None
        if failed:
            raise TimeoutError
        return self.painted_at

    def settled(self, quiet_ms: int = 40) -> Moment:
        """Lets the program work until nothing was painted for `quiet_ms`; returns when the last painting was finished."""
        before = -1
        while before != self.paintings:
            before = self.paintings
            pause(quiet_ms)
        return self.painted_at


def pause(milliseconds: int) -> None:
    """Lets the program work for a while, its worker too."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
