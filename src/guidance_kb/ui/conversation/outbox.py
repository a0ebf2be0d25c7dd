"""What is still to be written of one conversation: put in on the GUI thread, written in order on the casebook's worker.

What cannot be written (a full disk) stays at the head and is tried again with the next: nothing overtakes it and nothing is lost while
the program runs.
"""

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from guidance_kb.conversation.session import Change, Doing

if TYPE_CHECKING:  # a conversation can be held without a casebook, and is shown before one is opened
    from guidance_kb.casebook.store import Store


class Outbox:
    """The writes of one conversation.

    Attributes:
        session: The conversation's id in the store; None until its beginning was written.
    """

    def __init__(self, session: int | None = None) -> None:
        self.session = session
        self._writes: deque[Callable[[Store, int], object]] = deque()
        self._begin: Callable[[Store], int] | None = None

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
        """Writes all that is in it, on the worker.

        Raises:
            KnownError: Something could not be written; it and what comes after it is still in it.
        """
        if self._begin is not None:
            self.session = self._begin(store)
            self._begin = None
        while self._writes and self.session is not None:
            self._writes[0](store, self.session)
            self._writes.popleft()

    def empty(self) -> None:
        """Lets go of all that is in it, on the worker."""
        self._begin = None
        self._writes.clear()


def is_typing(change: Change) -> bool:
    """Whether a change is words being typed: it may wait for a pause."""
    return change.doing is not Doing.UNDONE and change.before.note != change.after.note


def together(first: Change, then: Change) -> Change | None:
    """Two changes of typing in one go as one; None when they come to nothing. `then` must go on with `first`."""
    if then.doing is Doing.TYPED_AWAY and first.doing is Doing.DONE:
        return None
    doing = then.doing if then.doing is Doing.TYPED_AWAY else first.doing
    return Change(then.item, first.before, then.after, then.signals, doing)


def goes_on(change: Change) -> bool:
    """Whether a change goes on with the typing before it."""
    return change.doing in (Doing.TYPED_ON, Doing.TYPED_AWAY)
