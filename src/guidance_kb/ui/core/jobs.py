"""Background work on one worker thread, one job at a time and in order; results are delivered on the GUI thread.

`run` is for reads: only the latest job of a kind delivers its result, and earlier ones that have not started are dropped, so that fast
typing never builds a queue. `do` is for work that must happen: in order, never dropped. Errors go to the `failed` signal, unless the
caller of `do` handles them.

No result is delivered while a mouse button is down: it could move the pressed widget away from under the mouse.
"""

from collections import deque
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QDeadlineTimer, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from guidance_kb.errors import KnownError
from guidance_kb.ui.core.error_reports import as_known

if TYPE_CHECKING:  # the first paint starts no job
    from concurrent.futures import ThreadPoolExecutor

_Result = TypeVar("_Result")

_LOOK_AGAIN = 10
"""Interval in milliseconds of the check whether the mouse was released."""

_LONGEST_PRESS = 3_000
"""Milliseconds after which waiting results are delivered anyway: a release in another window is never reported."""


class Jobs(QObject):
    """A worker thread.

    Signals:
        failed (KnownError): A job failed and its caller does not handle the error.
    """

    failed = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest: dict[str, int] = {}
        self._held: deque[Callable[[], None]] = deque()
        self._until = QDeadlineTimer()
        self._look_again = QTimer(self, interval=_LOOK_AGAIN)
        self._look_again.timeout.connect(self._deliver_held)
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @cached_property
    def _worker(self) -> "ThreadPoolExecutor":
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - imported with the first job

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="guidance-kb-worker")

    def run(self, kind: str, work: Callable[[], _Result], done: Callable[[_Result], object]) -> None:
        """Run `work` on the worker and `done` with its result on the GUI thread, unless a newer job of `kind` was submitted."""
        self.drop(kind)
        number = self._newest[kind]

        def is_newest() -> bool:
            return self._newest[kind] == number

        def call() -> None:
            """Run on the worker, unless there is a newer job of its kind; drop a result that is late."""
            if not is_newest():
                return
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - the worker's last line of defence
                known = as_known(error)
                self._arrived.emit(lambda: self.failed.emit(known))
            else:
                self._arrived.emit(lambda: done(result) if is_newest() else None)

        self._worker.submit(call)

    def do(
        self,
        work: Callable[[], _Result],
        done: Callable[[_Result], object] | None = None,
        failed: Callable[[KnownError], object] | None = None,
    ) -> None:
        """Run `work` on the worker, and `done` or `failed` on the GUI thread; newer jobs do not replace it."""

        def call() -> None:
            """Run on the worker; send the result or the error to the GUI thread."""
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - the worker's last line of defence
                known = as_known(error)
                self._arrived.emit(lambda: (failed or self.failed.emit)(known))
            else:
                if done is not None:
                    self._arrived.emit(lambda: done(result))

        self._worker.submit(call)

    def drop_all(self) -> None:
        """Drop the results of all jobs that were submitted with `run` so far."""
        for kind in self._newest:
            self.drop(kind)

    def drop(self, kind: str) -> None:
        """Drop the results of all jobs of `kind` that were submitted so far."""
        self._newest[kind] = self._newest.get(kind, 0) + 1

    def _deliver(self, call: Callable[[], None]) -> None:
        """Call at once, or in order after the mouse is released."""
        if not self._held and not _is_pressed():
            call()
            return
        if not self._held:
            self._until.setRemainingTime(_LONGEST_PRESS)
            self._look_again.start()
        self._held.append(call)

    def _deliver_held(self) -> None:
        if _is_pressed() and not self._until.hasExpired():
            return
        call = self._held.popleft()
        if not self._held:
            self._look_again.stop()
        call()

    def close(self) -> None:
        """Wait for the running job and drop all others, and all results not yet delivered."""
        self._worker.shutdown(wait=True, cancel_futures=True)
        self.drop_all()
        self._look_again.stop()
        self._held.clear()

    def wait(self) -> None:
        """Wait for all submitted jobs."""
        self._worker.submit(lambda: None).result()

    def finish(self) -> None:
        """Wait for all submitted jobs, and accept no more; results that wait for the mouse are dropped."""
        self._worker.shutdown(wait=True)
        self.drop_all()
        self._look_again.stop()
        self._held.clear()


def _is_pressed() -> bool:
    """Return whether a mouse button is down."""
    return QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
