"""The pending writes of one conversation, and how typed words are combined into one write."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from guidance_kb.conversation.session import Doing, SessionChange
from guidance_kb.errors import BugError
from guidance_kb.ui.core.casebook_service import Changes
from guidance_kb.ui.core.write_queue import ClientWrites

if TYPE_CHECKING:
    from guidance_kb.casebook.storage.store import Store


class ConversationWrites(ClientWrites):
    """The writes of one conversation.

    Attributes:
        session: The conversation's id in the casebook; None until its beginning is written.
    """

    changes = Changes.SESSIONS

    def __init__(self, session: int | None = None) -> None:
        super().__init__()
        self.session = session

    @property
    def begun(self) -> bool:
        """Whether the conversation is in the casebook, or will be with the next write."""
        return self.session is not None or len(self) > 0

    def begin(self, write: "Callable[[Store], int]") -> None:
        """Append the beginning of the conversation, which returns its id."""

        def write_beginning(store: "Store") -> None:
            """Write the beginning; from now on the id belongs to what is written to."""
            self.session = write(store)
            self._written_to = self.targets_in(store)

        self.append(write_beginning)

    def put(self, write: "Callable[[Store, int], object]") -> None:
        """Append a write that needs the conversation's id."""

        def write_change(store: "Store") -> None:
            if self.session is None:
                raise BugError("a change of a conversation that was not begun")
            write(store, self.session)

        self.append(write_change)

    def targets_in(self, store: "Store") -> tuple[str, ...] | None:
        """Return the permanent names of client and conversation, or None if one is gone; unknown ones are empty."""
        client = super().targets_in(store)
        try:
            session = "" if self.session is None else store.sessions.get(self.session).uid
        except BugError:
            return None
        return None if client is None else (*client, session)


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
