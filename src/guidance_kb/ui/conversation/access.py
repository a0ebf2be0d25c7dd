"""The access of other views to the conversation of a conversation view, beside which the search is used."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from guidance_kb.conversation.answers import Answer, State
from guidance_kb.conversation.session import SessionChange
from guidance_kb.ui.conversation.controller import SessionController
from guidance_kb.ui.conversation.session.session_persistence import SessionPersistence
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.running_conversation import RunningConversation


class SessionAccess(QObject):
    """Tells the window that a conversation runs, and ticks in it for the search. It keeps the item in hand as it is.

    Args:
        room: Returns the view that shows the conversation.
        running: Where it is told.
        parent: The conversation view.
    """

    def __init__(
        self,
        controller: SessionController,
        persistence: SessionPersistence,
        room: Callable[[], ViewId],
        running: RunningConversation,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller, self._persistence, self._room, self._told = controller, persistence, room, running
        self._number = 0
        controller.restarted.connect(self._count)
        for happened in (controller.mode_changed, persistence.status_changed):
            happened.connect(running.look)
        controller.changed.connect(self._tell)

    def _count(self) -> None:
        self._number += 1
        self._told.look()

    def _tell(self, change: SessionChange) -> None:
        self._told.tell_answer(self, change.item)

    @property
    def room(self) -> ViewId:
        """The view that shows the conversation."""
        return self._room()

    @property
    def is_running(self) -> bool:
        """Whether the conversation has a client or an answer, and can be changed."""
        begun = self._controller.begun or self._persistence.client is not None
        return begun and not self._controller.read_only

    @property
    def number(self) -> int:
        """The number of this conversation in its view."""
        return self._number

    @property
    def code(self) -> str:
        """The code of the client; empty while none was chosen."""
        client = self._persistence.client
        return "" if client is None else client.code

    def answer(self, item: str) -> Answer | None:
        """Return the answer to an item; None if the checklist has no such item."""
        return self._controller.session.answer(item) if item in self._controller.checklist.items else None

    def withholds(self, item: str) -> bool:
        """Return whether the answer to an item is not kept, because the client did not consent to it."""
        return self._controller.withholds(item)

    def set_state(self, item: str, state: State) -> None:
        """Set the state of an item; the state that it already has makes it a gap again."""
        self._controller.set_state(item, state)

    def name_in_words(self, item: str, words: str) -> None:
        """Set an item to named, and add these words to its note."""
        self._controller.name_in_words(item, words)
