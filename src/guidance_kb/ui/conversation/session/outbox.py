"""What is still to be written of one conversation: put in on the GUI thread, written in order on the casebook's worker.

What cannot be written (a full disk) stays at the head and is tried again with the next: nothing overtakes it and nothing is lost while
the program runs. It may outlive a lock; after it the casebook may be another, or an older one that was put back, in which the same
ids are those of others: then it is not written.
"""

from collections import deque
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from weakref import ReferenceType, ref

from PySide6.QtCore import QObject, QTimer, Signal

from guidance_kb.conversation.session import Doing, SessionChange
from guidance_kb.errors import BugError, KnownError
from guidance_kb.ui.core.casebook_service import CasebookService, CasebookState, Changes

if TYPE_CHECKING:
    from guidance_kb.casebook.storage.store import Store


class Outbox:
    """The writes of one conversation.

    Attributes:
        session: The conversation's id in the store; None until its beginning was written.
        client: Whose it is; None while that is not known.
    """

    def __init__(self, session: int | None = None) -> None:
        self.session = session
        self.client: int | None = None
        self._writes: deque[Callable[[Store, int], object]] = deque()
        self._begin: Callable[[Store], int] | None = None
        self._store: ReferenceType[Store] | None = None
        self._names: tuple[str, str] | None = None

    def __len__(self) -> int:
        return len(self._writes) + (self._begin is not None)

    @property
    def begun(self) -> bool:
        """Whether the conversation is in the store, or will be with the next writing."""
        return self.session is not None or self._begin is not None

    def begin(self, write: "Callable[[Store], int]") -> None:
        """Puts the beginning in, which returns the id."""
        self._begin = write

    def put(self, write: "Callable[[Store, int], object]") -> None:
        """Puts something in, to be written with the id."""
        self._writes.append(write)

    def write(self, store: "Store") -> None:
        """Writes all that is in it, on the worker; lets go of it if this is no longer the casebook that it is for.

        Raises:
            KnownError: Something could not be written; it and what comes after it is still in it.
        """
        if not self._is_for(store):
            self.empty()
            return
        if self._begin is not None:
            self.session = self._begin(store)
            self._begin = None
            self._names = self._names_in(store)
        while self._writes and self.session is not None:
            self._writes[0](store, self.session)
            self._writes.popleft()

    def _is_for(self, store: "Store") -> bool:
        """Whether client and conversation are here what they were when it was first written."""
        opened = None if self._store is None else self._store()
        if opened is store:
            return True
        first, self._store = self._store is None, ref(store)
        names = self._names_in(store)
        if first:
            self._names = names
        return names == self._names

    def _names_in(self, store: "Store") -> tuple[str, str] | None:
        """The names, given once and for all, of client and conversation; empty for what is not known yet, None if something is gone."""
        try:
            client = "" if self.client is None else store.clients.get(self.client).uid
            return client, "" if self.session is None else store.sessions.get(self.session).uid
        except BugError:
            return None

    def empty(self) -> None:
        """Lets go of all that is in it."""
        self._begin = None
        self._writes.clear()


def is_typing(change: SessionChange) -> bool:
    """Whether a change is words being typed: it may wait for a pause."""
    return change.doing is not Doing.UNDONE and change.before.note != change.after.note


def together(first: SessionChange, then: SessionChange) -> SessionChange | None:
    """Two changes of typing in one go as one; None when they come to nothing. `then` must go on with `first`."""
    if then.doing is Doing.TYPED_AWAY and first.doing is Doing.DONE:
        return None
    doing = then.doing if then.doing is Doing.TYPED_AWAY else first.doing
    return SessionChange(then.item, first.before, then.after, then.signals, doing)


def goes_on(change: SessionChange) -> bool:
    """Whether a change goes on with the typing before it."""
    return change.doing in (Doing.TYPED_ON, Doing.TYPED_AWAY)


# Sends outboxes to the casebook's worker, and keeps those that could not be written.


class Sender(QObject):
    """What has to be written of the conversation in hand, and of those before it.

    Signals:
        written (Outbox): All that is in this outbox was written.
        refused (Outbox, KnownError): Something in it could not be written, and stays in it.
    """

    written = Signal(object)
    refused = Signal(object, object)

    def __init__(self, desk: CasebookService, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kept: list[Outbox] = []
        self._next: Outbox | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.send_now)

    @property
    def waiting(self) -> int:
        """How much could not be written of the conversations that were left."""
        return sum(len(box) for box in self._kept)

    def send_soon(self, box: Outbox) -> None:
        """Has it written after the painting that is to come, which would have to share the processor with it."""
        self._next = box
        self._soon.start()

    def send_now(self) -> None:
        """Has written what waits for the painting."""
        box, self._next = self._next, None
        self._soon.stop()
        if box is not None:
            self.send(box)

    def send(self, box: Outbox) -> None:
        """Has it written; if nothing can be written now, at the next opening."""
        if self._desk.state is not CasebookState.OPEN:
            self.keep(box)
            return
        self._desk.execute(
            self, box.write, lambda _: self._arrived(box), partial(self._could_not, box), changes=Changes.SESSIONS
        )

    def _arrived(self, box: Outbox) -> None:
        self._kept = [each for each in self._kept if len(each)]
        if not len(box):
            self.written.emit(box)

    def _could_not(self, box: Outbox, error: KnownError) -> None:
        """Says so, unless there is nothing left to write: its client was erased meanwhile."""
        if len(box):
            self.refused.emit(box, error)

    def keep(self, box: Outbox) -> None:
        """Keeps the outbox of a conversation that is left, while something is in it."""
        if len(box) and box not in self._kept:
            self._kept.append(box)

    def try_again(self) -> None:
        """Tries what is kept once more."""
        for box in self._kept:
            if len(box):
                self.send(box)

    def forget(self, client: int) -> None:
        """Lets go of all that is kept of a client who was erased."""
        gone = [box for box in self._kept if box.client == client]
        self._kept = [box for box in self._kept if box not in gone]
        for box in gone:
            box.empty()
