"""Automatic saving of a conversation: ticks and verdicts go into its pending writes at once, typed text at a pause."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from guidance_kb.casebook.records.session_records import Rules
from guidance_kb.conversation.consent import kept_change, kept_place, kept_session
from guidance_kb.conversation.session import Judgement, Session, SessionChange
from guidance_kb.documents.checklist import checklist_as_data
from guidance_kb.ui.conversation.controller import SessionController
from guidance_kb.ui.conversation.session.conversation_writes import ConversationWrites, goes_on, is_typing, together
from guidance_kb.ui.conversation.session.stopwatch import Stopwatch
from guidance_kb.ui.core.pause import Pause

if TYPE_CHECKING:  # a conversation needs no casebook, and is shown before one is opened
    from guidance_kb.casebook.storage.store import Store

PAUSE_MS = 700
"""Milliseconds without typing after which typed text is saved."""


@dataclass(frozen=True, slots=True)
class ClientRef:
    """A client: the id in the store, and the code."""

    id: int
    code: str


class Autosave(QObject):
    """Collects the changes of the current conversation for its pending writes.

    Attributes:
        pending: The pending writes of the current conversation.
        client: Its client; None if none was chosen, and then nothing is saved.
        stopwatch: The time during which it was open.

    Signals:
        filled: There is something to write.
        typed: Typed text began to wait for the pending writes, or its changes cancelled out.
    """

    filled = Signal()
    typed = Signal()

    def __init__(
        self, controller: SessionController, place: Callable[[], Mapping[str, object]], parent: QObject
    ) -> None:
        """Connect to the controller.

        Args:
            controller: The controller of the conversation.
            place: Returns the place of the conversation as JSON values.
            parent: The Qt parent.
        """
        super().__init__(parent)
        self._controller, self._place = controller, place
        self.pending = ConversationWrites()
        self.client: ClientRef | None = None
        self.stopwatch = Stopwatch(self)
        self._typing: SessionChange | None = None
        self._placed: Mapping[str, object] = {}
        self._consented = self._withheld = False
        self._pause = Pause(PAUSE_MS, self)
        self._pause.ended.connect(self.pause)
        controller.said.connect(self._said)
        controller.selected.connect(lambda *_: self.moved())

    @cached_property
    def rules(self) -> Rules:
        """The checklist with its rules as stored with a conversation; computed once, on the worker."""
        checklist = self._controller.checklist
        return Rules(checklist.version, json.dumps(checklist_as_data(checklist), ensure_ascii=False, indent=2))

    @property
    def waiting(self) -> int:
        """The number of changes that are not written yet, with text that is being typed."""
        return len(self.pending) + (self._typing is not None)

    def take(self, pending: ConversationWrites, client: ClientRef | None) -> None:
        """Switch to another conversation. Call `pause` before, so that typed text of the one before is saved."""
        self._typing, self.pending, self.client = None, pending, client
        self._consented = self._withheld = False
        pending.client = None if client is None else client.id
        self._pause.stop()
        self._placed = self._kept_place()

    # ── changes ─────────────────────────────────────────────────────────────────────────────────

    def _said(self, change: SessionChange | Judgement) -> None:
        self.stopwatch.start()
        if self.client is None:
            return
        if not self.pending.begun:
            self.begin()
        elif isinstance(change, Judgement):
            self.pause()
            self._put(change)
        elif self._typing is not None and goes_on(change):
            self._typing = together(self._typing, change)
            self._pause.start()
            if self._typing is None:
                self.typed.emit()
        else:
            self.pause()
            if is_typing(change):
                self._typing = change
                self._pause.start()
                self.typed.emit()
            else:
                self._put(change)

    def begin(self, *, instead_of: ConversationWrites | None = None) -> None:
        """Put the start of the conversation into the pending writes, with everything so far.

        Args:
            instead_of: The pending writes of the same conversation under a client chosen by mistake; that one is deleted.
        """
        if self.client is None:
            return
        client, place, so_far = self.client.id, self._kept_place(), self._so_far()
        self.stopwatch.take()
        seconds = self.stopwatch.seconds

        def write(store: "Store") -> int:
            """Store the conversation, delete the one it replaces, and return the new id."""
            with store.rows.writing():
                session = store.sessions.begin(client, self.rules, so_far)
                _put_place(store, session, place, seconds)
                if instead_of is not None:
                    _remove(store, instead_of)
            return session

        self.pending.begin(write)
        self._placed = place
        self.filled.emit()

    def set_consent(self, *, given: bool) -> None:
        """Keep everything of the conversation, or only what is kept without the client's consent.

        What was withheld is written when consent is given. It cannot be once the conversation is finished.
        """
        if given is self._consented:
            return
        self.pause()
        self._consented = given
        if given and self._withheld and self.pending.begun and not self._controller.read_only:
            self._withheld = False
            so_far = self._so_far()
            self.pending.put(lambda store, session: store.sessions.put_again(session, so_far))
            self._put()

    def _so_far(self) -> Session:
        """Return a copy of the conversation, as far as it is kept."""
        held = self._controller.session
        whole = Session.restored(self._controller.checklist, held.answers, held.done, verdicts=held.verdicts)
        if self._consented:
            return whole
        kept = kept_session(whole)
        self._withheld = self._withheld or (kept.answers, kept.done) != (whole.answers, whole.done)
        return kept

    def _kept_place(self) -> Mapping[str, object]:
        place = self._place()
        return place if self._consented else kept_place(place)

    # ── pauses ──────────────────────────────────────────────────────────────────────────────────

    def moved(self) -> None:
        """Save the place at the next pause. A conversation that so far has only an agreement is put into the pending writes at once."""
        if self.pending.begun and not self._controller.read_only:
            self._pause.start()
        elif self.client is not None and self._controller.agreed and not self._controller.read_only:
            self.begin()

    def pause(self) -> None:
        """Put typed text into the pending writes, or else the place if it changed."""
        self._pause.stop()
        typing, self._typing = self._typing, None
        if typing is not None:
            self._put(typing)
        elif self.pending.begun and not self._controller.read_only and self._kept_place() != self._placed:
            self._put()

    def put_last(self) -> None:
        """Put everything that is left into the pending writes: typed text, the place and the time."""
        self.pause()
        self.stopwatch.stop()
        if self.pending.begun and not self._controller.read_only:
            self._put()

    def put_down(self) -> None:
        """Put everything that is left into the pending writes, and that the conversation was closed."""
        self.put_last()
        if self.pending.begun and not self._controller.read_only:
            self.pending.put(lambda store, session: store.sessions.put_down(session))
            self.filled.emit()

    def _put(self, change: SessionChange | Judgement | None = None) -> None:
        place, seconds = self._kept_place(), self.stopwatch.take()
        self._placed = place
        if change is not None and not self._consented:
            kept = kept_change(change)
            self._withheld = self._withheld or kept != change
            change = kept

        def write(store: "Store", session: int) -> None:
            """Write the change and the place in one transaction."""
            with store.rows.writing():
                if change is not None:
                    store.sessions.save(session, change)
                _put_place(store, session, place, seconds)

        self.pending.put(write)
        self.filled.emit()


def _put_place(store: "Store", session: int, place: Mapping[str, object], seconds: int) -> None:
    store.sessions.put_place(session, place)
    if seconds:
        store.sessions.add_seconds(session, seconds)


def _remove(store: "Store", pending: ConversationWrites) -> None:
    """Delete a conversation from the record of a wrong client. It cannot be undone there, because it was moved, not lost."""
    if pending.session is not None:
        store.rows.delete("session", pending.session)
    pending.clear()
