"""What is still to be written of one conversation: put in on the GUI thread, written in order on the casebook's worker.

What cannot be written (a full disk) stays at the head and is tried again with the next: nothing overtakes it and nothing is lost while
the program runs. It may outlive a lock; after it the casebook may be another, or an older one that was put back, in which the same
ids are those of others: then it is not written.
"""

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING
from weakref import ReferenceType, ref

from guidance_kb.conversation.session import Doing, SessionChange
from guidance_kb.errors import BugError

if TYPE_CHECKING:  # a conversation can be held without a casebook, and is shown before one is opened
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
