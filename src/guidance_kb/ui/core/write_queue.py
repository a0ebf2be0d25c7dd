"""Queue of writes that have not reached a database yet: sent to its worker in order, and kept and repeated while they are refused.

The conversation, the records and the bookmarks write through a queue of this kind. A full disk refuses a write; the queue keeps it in
memory, reports the error once, and sends the write again when another write succeeds or when `try_again` is called.
"""

from collections import deque
from collections.abc import Callable, Hashable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from guidance_kb.errors import BugError, KnownError
from guidance_kb.ui.core.casebook_service import CasebookService, CasebookState, Changes

if TYPE_CHECKING:  # the first paint needs none of it
    from guidance_kb.casebook.storage.store import Store


class PendingWrites:
    """The writes to one thing, in order. A refused write stays first, so that no later one overtakes it.

    The GUI thread appends and clears; the worker writes.

    Attributes:
        key: What is written, for instance the remark of a client: later writes with an equal key replace these. None is never replaced.
        refused: Whether the last attempt failed, or could not be made because the casebook was closed.
    """

    def __init__(self, key: Hashable = None) -> None:
        self.key = key
        self.refused = False
        self._writes: deque[Callable[[Any], object]] = deque()

    def __len__(self) -> int:
        return len(self._writes)

    def append(self, write: Callable[[Any], object]) -> None:
        """Append a write; it receives the open database, on the worker."""
        self._writes.append(write)

    def clear(self) -> None:
        """Drop every write."""
        self._writes.clear()

    def write(self, database: Any) -> None:  # noqa: ANN401 - the casebook and the bookmarks have different ones
        """Write everything, in order; on the worker.

        Raises:
            KnownError: A write was refused. It and those after it are still pending.
        """
        try:
            while self._writes:
                write = self._writes[0]
                write(database)
                with suppress(ValueError):  # cleared meanwhile on the GUI thread
                    self._writes.remove(write)
        except BaseException:
            self.refused = True
            raise
        self.refused = False


class ClientWrites(PendingWrites):
    """Writes to the record of one client.

    They may outlive a lock. After it the casebook may be another one, or an older one that was restored, in which the same ids belong to
    others: the writes are dropped there.

    Attributes:
        client: The client's id; None while it is not known.
        changes: What the writes may change.
    """

    changes = Changes.RECORDS

    def __init__(self, client: int | None = None, key: Hashable = None) -> None:
        super().__init__(key)
        self.client = client
        self._written_to: tuple[str, ...] | None = None

    def write(self, database: "Store") -> None:
        """Write everything, unless the client is not in this casebook."""
        targets = self.targets_in(database)
        self._written_to = self._written_to or targets
        if targets is None or targets != self._written_to:
            self.clear()
        super().write(database)

    def targets_in(self, store: "Store") -> tuple[str, ...] | None:
        """Return the permanent names of what is written to, or None if some of it is gone; an unknown one is empty."""
        try:
            return ("" if self.client is None else store.clients.get(self.client).uid,)
        except BugError:
            return None


Execute = Callable[[PendingWrites, Callable[[object], object], Callable[[KnownError], object]], bool]
"""Calls `write` of pending writes on the worker and then one of two functions; returns False if the database is closed."""


class WriteQueue(QObject):
    """The pending writes of one database. All of it is called on the GUI thread.

    Signals:
        changed: A write was refused or written, or `unsaved` has changed otherwise.
        written (PendingWrites): Everything in it is written.
        refused (PendingWrites, KnownError): A write in it was refused.
        failed (KnownError): The first refusal of some writes; repeated attempts are not reported again until one succeeds.
    """

    changed = Signal()
    written = Signal(object)
    refused = Signal(object, object)
    failed = Signal(object)

    def __init__(self, execute: Execute, parent: QObject) -> None:
        super().__init__(parent)
        self._execute = execute
        self._pending: list[PendingWrites] = []
        self._reported: list[PendingWrites] = []
        self._next: PendingWrites | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.send_now)

    @property
    def pending(self) -> tuple[PendingWrites, ...]:
        """What is not known to be written, in the order of sending."""
        return tuple(self._pending)

    @property
    def unsaved(self) -> tuple[PendingWrites, ...]:
        """What was refused and is still wanted."""
        return tuple(each for each in self._pending if each.refused and len(each))

    @property
    def waiting(self) -> int:
        """The number of writes that were refused and are still wanted."""
        return sum(len(each) for each in self.unsaved)

    def send(
        self,
        writes: PendingWrites,
        done: Callable[[], object] = lambda: None,
        take_back: Callable[[], bool] = lambda: False,
    ) -> None:
        """Send writes to the worker, in place of earlier ones with the same key.

        Args:
            writes: The writes. If the database is closed they are kept until it opens.
            done: Called when this attempt succeeded.
            take_back: Called when this attempt was refused: puts the text back where it was typed, and returns whether it did. Then
                the writes are dropped; the text will be sent again from there.
        """
        if writes.key is not None:
            self.drop(lambda each: each is not writes and each.key == writes.key)
        if writes not in self._pending:
            self._pending.append(writes)

        def arrived(_: object) -> None:
            done()
            if not len(writes):
                self._forget(writes)
                self.written.emit(writes)
            self.changed.emit()

        def failed(error: KnownError) -> None:
            if len(writes) and writes not in self._reported:
                self._reported.append(writes)
                if take_back():
                    writes.clear()
                    self._forget(writes)
                self.failed.emit(error)
            if len(writes):
                self.refused.emit(writes, error)
            self.changed.emit()

        if not self._execute(writes, arrived, failed):
            writes.refused = True

    def send_soon(self, writes: PendingWrites) -> None:
        """Send writes after the next paint, which would otherwise share the processor with them."""
        self._next = writes
        self._soon.start()

    def send_now(self) -> None:
        """Send what waits for the next paint."""
        writes, self._next = self._next, None
        self._soon.stop()
        if writes is not None:
            self.send(writes)

    def try_again(self) -> None:
        """Send everything again that was refused."""
        for each in self.unsaved:
            self.send(each)

    def drop(self, unwanted: Callable[[PendingWrites], bool]) -> None:
        """Drop the writes for which `unwanted` returns True."""
        for each in [each for each in self._pending if unwanted(each)]:
            each.clear()
            self._forget(each)

    def _forget(self, writes: PendingWrites) -> None:
        self._pending = [each for each in self._pending if each is not writes]
        self._reported = [each for each in self._reported if each is not writes]


class CasebookWriteQueue(WriteQueue):
    """The pending writes of the casebook: conversations, and texts typed into records. `casebook_writes` returns the one of a service.

    Refused writes are sent again when the casebook opens and when anything else was written to it; those of an erased client are dropped.
    """

    def __init__(self, casebook: CasebookService) -> None:
        super().__init__(self._send_to_casebook, casebook)
        self._casebook = casebook
        self.failed.connect(casebook.failed)
        casebook.changed.connect(self._send_unsaved)
        casebook.erased.connect(self._drop_client)

    def _send_to_casebook(
        self, writes: PendingWrites, done: Callable[[object], object], failed: Callable[[KnownError], object]
    ) -> bool:
        if self._casebook.state is not CasebookState.OPEN:
            return False
        changes = writes.changes if isinstance(writes, ClientWrites) else Changes.RECORDS
        self._casebook.execute(self, writes.write, done, failed, changes=changes)
        return True

    def _send_unsaved(self, what: Changes) -> None:
        if Changes.STATE in what:  # the answers to what was sent before it locked do not arrive
            self.drop(lambda each: not len(each))
            self.changed.emit()
        if self._casebook.state is CasebookState.OPEN:
            self.try_again()

    def _drop_client(self, client: int) -> None:
        self.drop(lambda each: _is_of(each, client))
        self.changed.emit()

    def unsaved_texts(self, client: int | None) -> int:
        """Return how many texts in the record of a client were refused."""
        return sum(_is_text_of(each, client) for each in self.unsaved)

    def drop_texts(self, client: int) -> None:
        """Drop the texts in the record of a client that are not written yet."""
        self.drop(lambda each: _is_text_of(each, client))
        self.changed.emit()


def casebook_writes(casebook: CasebookService) -> CasebookWriteQueue:
    """Return the write queue of a casebook; the first call makes it."""
    return casebook.findChild(CasebookWriteQueue) or CasebookWriteQueue(casebook)


def _is_of(writes: PendingWrites, client: int | None) -> bool:
    return isinstance(writes, ClientWrites) and writes.client == client


def _is_text_of(writes: PendingWrites, client: int | None) -> bool:
    return writes.key is not None and _is_of(writes, client)
