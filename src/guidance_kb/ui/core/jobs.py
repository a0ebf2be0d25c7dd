"""Background work: one worker, one thing at a time, in the order asked; results come back on the GUI thread.

Only the newest question of a kind gets its answer: what was asked before it and is not yet done is dropped, so that fast
typing never queues up. What must happen is done with `do`: in order, and never dropped. An error is shown in one place, the `failed`
signal, unless the asker wants to say it.

No result arrives while a button of the mouse is down: what it changes on the screen could move what is pressed from under the mouse.
"""

from collections import deque
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QDeadlineTimer, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from guidance_kb.errors import KnownError
from guidance_kb.ui.core.error_reports import as_known

if TYPE_CHECKING:  # the first paint asks for nothing
    from concurrent.futures import ThreadPoolExecutor

_Result = TypeVar("_Result")

_LOOK_AGAIN = 10
"""Milliseconds until it is looked again whether the mouse was let go."""

_LONGEST_PRESS = 3_000
"""Milliseconds that results wait for the mouse at most: a release that another window got is never heard of."""


class Jobs(QObject):
    """The worker.

    Signals:
        failed (KnownError): Something went wrong that the user should know of.
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
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - when something is asked

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="guidance-kb-worker")

    def run(self, kind: str, work: Callable[[], _Result], done: Callable[[_Result], object]) -> None:
        """Runs `work` on the worker and `done` with its result on the GUI thread, unless a newer job of `kind` was asked."""
        self.drop(kind)
        number = self._newest[kind]

        def is_newest() -> bool:
            return self._newest[kind] == number

        def call() -> None:
            """Works on the worker, unless a newer job of its kind came; what arrives too late is dropped."""
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
        """Runs `work` on the worker, whatever comes after it, and `done` or `failed` on the GUI thread."""

        def call() -> None:
            """Works on the worker; what it gives, or what went wrong, arrives on the thread of the window."""
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
        """Lets nothing arrive that was asked with `run` so far."""
        for kind in self._newest:
            self.drop(kind)

    def drop(self, kind: str) -> None:
        """Lets no job of `kind` that was asked so far arrive: its answer is not wanted any more."""
        self._newest[kind] = self._newest.get(kind, 0) + 1

    def _deliver(self, call: Callable[[], None]) -> None:
        """Calls at once, or in its turn once the mouse is let go."""
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
        """Waits for what is running and drops the rest, also what was done and has not arrived yet."""
        self._worker.shutdown(wait=True, cancel_futures=True)
        self.drop_all()
        self._look_again.stop()
        self._held.clear()

    def wait(self) -> None:
        """Waits for all that is under way."""
        self._worker.submit(lambda: None).result()

    def finish(self) -> None:
        """Waits for all that is under way, and takes nothing on any more."""
        self._worker.shutdown(wait=True)
        self.drop_all()


def _is_pressed() -> bool:
    """Whether a button of the mouse is down."""
    return QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
