"""Puts what is said into the outbox of its conversation: every answer at once, typed words at a pause."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from guidance_kb.casebook.records.session_records import Rules
from guidance_kb.conversation.session import Judgement, Session, SessionChange
from guidance_kb.documents.checklist import checklist_as_data
from guidance_kb.ui.conversation.controller import SessionController
from guidance_kb.ui.conversation.session.outbox import Outbox, goes_on, is_typing, together
from guidance_kb.ui.conversation.session.stopwatch import Stopwatch
from guidance_kb.ui.core.pause import Pause

if TYPE_CHECKING:  # a conversation can be held without a casebook, and is shown before one is opened
    from guidance_kb.casebook.storage.store import Store

PAUSE_MS = 700
"""How long nothing is typed until the words are saved."""


@dataclass(frozen=True, slots=True)
class ClientRef:
    """A client as the conversation needs it: the id in the store, and the code."""

    id: int
    code: str


class Autosave(QObject):
    """The conversation in hand on its way into the outbox.

    Attributes:
        box: The outbox of the conversation in hand.
        client: Whose it is; None while nobody was chosen, and then nothing is put in.
        stopwatch: Its time in hand.

    Signals:
        filled: There is something in the outbox to be written.
        typed: Something was typed that is not in the outbox yet, or that was typed away again.
    """

    filled = Signal()
    typed = Signal()

    def __init__(
        self, controller: SessionController, place: Callable[[], Mapping[str, object]], parent: QObject
    ) -> None:
        """Listens to the controller.

        Args:
            controller: Of the conversation.
            place: Tells where the conversation is: the item in hand, what is shown; as JSON values.
            parent: As Qt has it.
        """
        super().__init__(parent)
        self._controller, self._place = controller, place
        self.box = Outbox()
        self.client: ClientRef | None = None
        self.stopwatch = Stopwatch(self)
        self._typing: SessionChange | None = None
        self._placed: Mapping[str, object] = {}
        self._pause = Pause(PAUSE_MS, self)
        self._pause.ended.connect(self.pause)
        controller.said.connect(self._said)
        controller.selected.connect(lambda *_: self.moved())

    @cached_property
    def rules(self) -> Rules:
        """The checklist with its rules, as they are stored with a conversation; made on the worker, once."""
        checklist = self._controller.checklist
        return Rules(checklist.version, json.dumps(checklist_as_data(checklist), ensure_ascii=False, indent=2))

    @property
    def waiting(self) -> int:
        """How much of this conversation is not written yet, words that are being typed included."""
        return len(self.box) + (self._typing is not None)

    def take(self, box: Outbox, client: ClientRef | None) -> None:
        """From now on it is another conversation; what was typed of the one before was put in already (`pause`)."""
        self._typing, self.box, self.client = None, box, client
        box.client = None if client is None else client.id
        self._pause.stop()
        self._placed = self._place()

    # ── what is said ────────────────────────────────────────────────────────────────────────────

    def _said(self, change: SessionChange | Judgement) -> None:
        self.stopwatch.start()
        if self.client is None:
            return
        if not self.box.begun:
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

    def begin(self, *, instead_of: Outbox | None = None) -> None:
        """Puts the beginning in, with all that was said so far.

        Args:
            instead_of: The conversation as it was begun under a client who was chosen by mistake: it goes.
        """
        if self.client is None:
            return
        controller, client, place = self._controller, self.client.id, self._place()
        held = controller.session
        so_far = Session.restored(controller.checklist, held.answers, held.done, verdicts=held.verdicts)
        self.stopwatch.take()
        seconds = self.stopwatch.seconds

        def write(store: "Store") -> int:
            """Begins the conversation in the casebook, instead of the one it replaces, and returns its id."""
            with store.rows.writing():
                session = store.sessions.begin(client, self.rules, so_far)
                _put_place(store, session, place, seconds)
                if instead_of is not None:
                    _remove(store, instead_of)
            return session

        self.box.begin(write)
        self._placed = place
        self.filled.emit()

    # ── pauses ──────────────────────────────────────────────────────────────────────────────────

    def moved(self) -> None:
        """Somebody went elsewhere in the conversation: that too is saved at a pause."""
        if self.box.begun and not self._controller.read_only:
            self._pause.start()
        elif self.client is not None and self._controller.agreed and not self._controller.read_only:
            self.begin()

    def pause(self) -> None:
        """Puts in what was typed, and where the conversation is."""
        self._pause.stop()
        typing, self._typing = self._typing, None
        if typing is not None:
            self._put(typing)
        elif self.box.begun and not self._controller.read_only and self._place() != self._placed:
            self._put()

    def put_last(self) -> None:
        """Puts in the last of it: what was typed, where it is, and how long it took."""
        self.pause()
        self.stopwatch.stop()
        if self.box.begun and not self._controller.read_only:
            self._put()

    def put_down(self) -> None:
        """Puts in the last of it, and that it was put down."""
        self.put_last()
        if self.box.begun and not self._controller.read_only:
            self.box.put(lambda store, session: store.sessions.put_down(session))
            self.filled.emit()

    def _put(self, change: SessionChange | Judgement | None = None) -> None:
        place, seconds = self._place(), self.stopwatch.take()
        self._placed = place

        def write(store: "Store", session: int) -> None:
            """Writes the change and the place together."""
            with store.rows.writing():
                if change is not None:
                    store.sessions.save(session, change)
                _put_place(store, session, place, seconds)

        self.box.put(write)
        self.filled.emit()


def _put_place(store: "Store", session: int, place: Mapping[str, object], seconds: int) -> None:
    store.sessions.put_place(session, place)
    if seconds:
        store.sessions.add_seconds(session, seconds)


def _remove(store: "Store", box: Outbox) -> None:
    """Takes a conversation out of a record in which it never belonged: not to be undone there, it is not lost but moved."""
    if box.session is not None:
        store.rows.delete("session", box.session)
    box.clear()
