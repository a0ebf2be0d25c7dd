"""The conversation that is running, for the views beside it: whose it is, its answers, and the way to tick in it.

While a conversation runs, what is typed in the search may be a client's words. The window then keeps nothing of it, and this says when.
"""

from typing import TYPE_CHECKING, Protocol
from weakref import ReferenceType, ref

from PySide6.QtCore import QObject, Signal

from guidance_kb.ui.core.navigation import ViewId

if TYPE_CHECKING:  # the first paint needs no answers
    from guidance_kb.conversation.answers import Answer, State


class ConversationAccess(Protocol):
    """What other views may know of a conversation, and do in it. The conversation view implements it."""

    @property
    def room(self) -> ViewId:
        """The view that shows it."""

    @property
    def is_running(self) -> bool:
        """Whether it has a client or an answer, and can be changed."""

    @property
    def number(self) -> int:
        """A number that changes with every conversation that takes the place of the one before."""

    @property
    def code(self) -> str:
        """The code of its client; empty while none was chosen."""

    def answer(self, item: str) -> "Answer | None":
        """Return the answer to an item; None if its checklist has no such item."""

    def withholds(self, item: str) -> bool:
        """Return whether the answer to an item is not kept, because the client did not consent to it."""

    def set_state(self, item: str, state: "State") -> None:
        """Set the state of an item; the state that it already has makes it a gap again."""

    def name_in_words(self, item: str, words: str) -> None:
        """Set an item to named, and add these words to its note."""


class RunningConversation(QObject):
    """The conversations of a window: that of the counselor, and that of a practice. The one that was shown last is the current one.

    Signals:
        changed: The current conversation is another one, has another client, or none is running any more.
        answered (str): The answer to this item of the current conversation changed.
        ended: A conversation that was running is not any more: finished, closed, locked or replaced.
    """

    changed = Signal()
    answered = Signal(str)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: list[ReferenceType[ConversationAccess]] = []  # the one that was shown last at the end
        self._told: tuple[int, int, str] | None = None
        self._running: frozenset[tuple[int, int]] = frozenset()

    @property
    def access(self) -> ConversationAccess | None:
        """The access to the current conversation; None if it is not running."""
        living = self._living()
        return living[-1] if living and living[-1].is_running else None

    @property
    def name(self) -> str:
        """What the current conversation is called; empty if none is running."""
        access = self.access
        if access is None:
            return ""
        if access.room is ViewId.PRACTICE:
            return self.tr("Practice conversation")
        return (
            self.tr("Conversation with %1").replace("%1", access.code) if access.code else self.tr("This conversation")
        )

    @property
    def is_any_running(self) -> bool:
        """Whether any conversation is running, also one that is not the current one."""
        return any(each.is_running for each in self._living())

    def attend(self, access: ConversationAccess) -> None:
        """Make a conversation the current one, because its view is shown."""
        self._known = [ref(each) for each in self._living() if each is not access]
        self._known.append(ref(access))
        self.look()

    def look(self) -> None:
        """Emit what has changed; the conversations call it after every change of their own."""
        before, self._running = self._running, frozenset(_key(each) for each in self._living() if each.is_running)
        access = self.access
        told, self._told = self._told, None if access is None else (*_key(access), access.code)
        if told != self._told:
            self.changed.emit()
        if before - self._running:
            self.ended.emit()

    def tell_answer(self, access: ConversationAccess, item: str) -> None:
        """Emit that an answer of a conversation changed, if it is the current one."""
        self.look()
        if access is self.access:
            self.answered.emit(item)

    def _living(self) -> list[ConversationAccess]:
        return [access for each in self._known if (access := each()) is not None]


def _key(access: ConversationAccess) -> tuple[int, int]:
    return id(access), access.number
