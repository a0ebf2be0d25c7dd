"""The conversation in hand and the casebook: whose it is, what is saved of it, and going from one conversation to another."""

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from guidance_kb.errors import BugError, KnownError
from guidance_kb.ui.conversation.controller import SessionController
from guidance_kb.ui.conversation.session.autosave import Autosave, ClientRef
from guidance_kb.ui.conversation.session.outbox import Outbox
from guidance_kb.ui.conversation.session.stopwatch import Stopwatch
from guidance_kb.ui.conversation.signals.knowledge_query import KnowledgeFound, find, look, number_of, take_finish_back
from guidance_kb.ui.core.casebook_service import CasebookService, CasebookState, Changes
from guidance_kb.ui.core.clear_on_lock import ClientData
from guidance_kb.ui.core.write_queue import PendingWrites, casebook_writes

if TYPE_CHECKING:  # a conversation can be held without a casebook, and is shown before one is opened
    from guidance_kb.casebook.storage.store import Store


class SaveStatus(Enum):
    """How the conversation in hand stands with the casebook."""

    NO_CASEBOOK = auto()  # there is none: only in memory
    LOCKED = auto()  # it is closed: only in memory
    NOBODY = auto()  # no client was chosen: only in memory
    OPENING = auto()  # on its way from the casebook
    NOTHING_SAID = auto()  # a client was chosen, and there is nothing to save yet
    KEPT = auto()  # a draft, saved with every answer
    REFUSED = auto()  # a draft, and the last of it could not be saved
    FINISHED = auto()  # to be read


class SessionPersistence(QObject):
    """Says whose the conversation is and where it stands; starts, resumes, finishes and puts down. All on the GUI thread.

    Attributes:
        finished: When it was finished, as stored; None for a draft.
        checklist: The version of the checklist by which it was begun, if not today's; else empty.
        left: The outbox of the draft that was in hand when the casebook was locked, to be offered again.
        number: Which conversation of its client it is, from 1; 1 while nobody was chosen.
        just_finished: Whether finishing is the last thing that was done here.

    Signals:
        stood: Something of this is other than it was.
        waits: What waits to be saved is other than it was: `saved_at` is None while something does.
        taken_up (Mapping): A conversation came from the casebook: the place at which it stopped.
    """

    stood = Signal()
    waits = Signal()
    taken_up = Signal(object)

    def __init__(
        self,
        controller: SessionController,
        desk: CasebookService,
        place: Callable[[], Mapping[str, object]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller, self._desk, self._place = controller, desk, place
        self._autosave = Autosave(controller, place, self)
        self._writes = casebook_writes(desk)
        self._writes.written.connect(self._written)
        self._writes.refused.connect(self._could_not)
        self._autosave.filled.connect(lambda: self._writes.send_soon(self._autosave.box))
        for said in (self._autosave.filled, self._autosave.typed):
            said.connect(self.waits)
        self._opening = self._finishing = False
        self._refused: KnownError | None = None
        self._begun_here = False
        self.finished: str | None = None
        self.checklist = ""
        self._saved_at: datetime | None = None
        self.left: Outbox | None = None
        self.just_finished = False
        self.number = 1
        desk.clear_on_lock(ClientData.CONVERSATION, self._clear_when_locked)
        desk.changed.connect(self._show_when_opened)
        desk.about_to_lock.connect(self._about_to_lock)
        desk.erased.connect(self._erased)

    # ── how it stands ───────────────────────────────────────────────────────────────────────────

    @property
    def client(self) -> ClientRef | None:
        """Whose it is; None while nobody was chosen."""
        return self._autosave.client

    @property
    def stopwatch(self) -> Stopwatch:
        """Its time in hand."""
        return self._autosave.stopwatch

    @property
    def session(self) -> int | None:
        """Its id in the casebook, once it has one."""
        return self._autosave.box.session

    @property
    def saved_at(self) -> datetime | None:
        """When all of it was saved; None while something of it is not."""
        return None if self._autosave.waiting else self._saved_at

    @property
    def standing(self) -> SaveStatus:
        """How it stands."""
        if self._opening:
            return SaveStatus.OPENING
        if self.client is None:
            nowhere = {
                CasebookState.NONE: SaveStatus.NO_CASEBOOK,
                CasebookState.LOCKED: SaveStatus.LOCKED,
                CasebookState.OPEN: SaveStatus.NOBODY,
            }
            return nowhere[self._desk.state]
        if self.finished is not None:
            return SaveStatus.FINISHED
        if self._refused is not None:
            return SaveStatus.REFUSED
        return SaveStatus.KEPT if self._autosave.box.begun else SaveStatus.NOTHING_SAID

    def moved(self) -> None:
        """Somebody went elsewhere in the conversation, or unfolded something: that too is saved at a pause."""
        self._autosave.moved()

    @property
    def is_busy(self) -> bool:
        """Whether something was said in the conversation in hand and it is not finished, or something is still to be saved."""
        said = self.finished is None and self._controller.begun
        return said or self._refused is not None or self._writes.waiting > 0

    @property
    def is_in_memory_only(self) -> bool:
        """Whether something was said or agreed of which nothing is on its way to the casebook: nobody said whose it is."""
        return self.client is None and not self._opening and self._controller.begun

    @property
    def can_change_client(self) -> bool:
        """Whether it may still be put under another client: it was begun here, and is not of other days."""
        return self.client is not None and self._begun_here and self.finished is None and not self._opening

    # ── beginning ───────────────────────────────────────────────────────────────────────────────

    def restart(self) -> None:
        """Begins a new conversation, of nobody yet. One that is in no casebook can be brought back until something is said."""
        if self._controller.begun or self.client is not None:
            self._leave()

    def start_for(self, client: int) -> None:
        """Begins a new conversation of a client; it comes into the casebook with the first answer.

        Raises:
            BugError: The casebook is not open.
        """
        self._refuse_if_not_open()
        self._leave()
        box = self._open_soon()

        def arrived(code: str) -> None:
            if box is self._autosave.box:
                self._opening = False
                self.choose(ClientRef(client, code))

        self._desk.execute(self, lambda store: store.clients.get(client).code, arrived, partial(self._not_opened, box))

    def choose(self, client: ClientRef) -> None:
        """Says whose the conversation in hand is: what was said so far is saved under that client, and what comes too.

        Another client may be chosen while it is not of other days: then all of it goes from the one to the other.
        """
        before = self.client
        if before is not None and (before.id == client.id or not self.can_change_client):
            return
        self._begun_here, self._refused = True, None
        self._writes.send_now()
        moved = self._autosave.box if before is not None and self._autosave.box.begun else None
        self._autosave.take(Outbox(), client)
        if moved is not None or self._controller.begun or self._controller.session.verdicts:
            self._autosave.begin(instead_of=moved)
        box = self._autosave.box
        self._desk.query(
            self,
            "number of the conversation",
            lambda store: number_of(store, client.id, box.session),
            partial(self._numbered, box),
        )
        self._tell()

    def _numbered(self, box: Outbox, number: int) -> None:
        if box is self._autosave.box:
            self.number = number
            self.stood.emit()

    # ── taking up again ─────────────────────────────────────────────────────────────────────────

    def resume(self, session: int) -> None:
        """Takes a draft up where it stopped, or shows a finished conversation. The one in hand is saved and put down before.

        Raises:
            BugError: The casebook is not open.
        """
        self._refuse_if_not_open()
        if session != self.session or self.finished is not None:
            self._leave()
            self._open(session)

    def _refuse_if_not_open(self) -> None:
        if self._desk.state is not CasebookState.OPEN:
            raise BugError("a conversation of a casebook that is not open")

    def reopen(self, reason: str) -> None:
        """Makes a draft of the finished conversation in hand again; the casebook keeps that and why."""
        self._open_again(lambda store, session: store.sessions.reopen(session, reason))

    def take_finish_back(self) -> None:
        """Takes the finishing back that was done here just now, without a trace."""
        client = self.client
        if self.just_finished and client is not None:
            self._open_again(lambda store, _: take_finish_back(store, client.id))

    def _open_again(self, first: "Callable[[Store, int], object]") -> None:
        session = self.session
        if session is not None and self.finished is not None:
            self._clear(None)
            self._open(session, lambda store: first(store, session))

    def _open(self, session: int, first: "Callable[[Store], object] | None" = None) -> None:
        """Gets a conversation from the casebook, after something else was done to it there."""
        box, checklist = self._open_soon(session), self._controller.checklist

        def work(store: "Store") -> KnowledgeFound:
            if first is not None:
                first(store)
            return find(store, session, checklist, self._autosave.rules)

        def failed(error: KnownError) -> None:
            wanted = box is self._autosave.box
            self._not_opened(box, error)
            if wanted and first is not None:
                self._open(session)  # as it was

        self._desk.execute(self, work, partial(self._opened, box), failed)

    def _open_soon(self, session: int | None = None) -> Outbox:
        """Nothing can be said until it is there."""
        box = Outbox(session)
        self._autosave.take(box, None)
        self._opening = True
        self._tell()
        return box

    def _opened(self, box: Outbox, found: KnowledgeFound) -> None:
        if box is not self._autosave.box:  # something else was wanted meanwhile
            if found.signals is None:
                box.put(lambda store, session: store.sessions.put_down(session))
                self._writes.send(box)
            return
        resumed, now = found.resumed, self._controller.checklist.version
        self._opening = self._begun_here = self.just_finished = False
        self.finished = resumed.held.finished
        self.number = found.number
        self.checklist = "" if resumed.held.checklist == now else resumed.held.checklist
        self._saved_at = None if self.finished else datetime.fromisoformat(resumed.held.changed)
        self._controller.take(
            resumed.answers, resumed.done, resumed.verdicts, signals=found.signals, back=self._controller.back
        )
        self.taken_up.emit(resumed.place)
        self._autosave.take(box, ClientRef(resumed.held.client, found.code))
        self.stopwatch.set(resumed.held.seconds)
        self._tell()
        if self.finished is None:
            self.stopwatch.start()

    def _not_opened(self, box: Outbox, error: KnownError) -> None:
        self._desk.failed.emit(error)
        if box is self._autosave.box:
            self._clear(self._controller.back)

    # ── finishing, and putting down ─────────────────────────────────────────────────────────────

    def finish(
        self, write: "Callable[[Store, int], object]" = lambda store, session: store.sessions.finish(session)
    ) -> None:
        """Finishes the draft in hand (`write` does it), with all that is still to be saved; when that fails, it stays a draft."""
        if self.standing not in (SaveStatus.KEPT, SaveStatus.REFUSED):
            return
        self._autosave.put_last()
        box, self._finishing = self._autosave.box, True
        self._tell()

        def work(store: "Store") -> str | None:
            """Writes what waits and finishes; returns when it was finished, or None if nothing was begun."""
            box.write(store)
            if box.session is None:
                return None
            write(store, box.session)
            return store.sessions.get(box.session).finished

        def done(finished: str | None) -> None:
            if box is self._autosave.box:
                self._finishing, self._refused = False, None
                self.finished, self.just_finished = finished, True
                self._tell()

        self._desk.execute(self, work, done, partial(self._not_finished, box))

    def put_down(self) -> None:
        """Saves the conversation in hand, lets go of it and clears: nobody is in hand afterwards."""
        self._leave()

    def _leave(self) -> None:
        """Puts the conversation in hand down; one that is in no casebook can be brought back until something is said."""
        back = self._way_back() if self.is_in_memory_only else self._controller.back
        self._put_down()
        self._clear(back)

    def _way_back(self) -> Callable[[], None]:
        session, seconds, place = self._controller.session, self.stopwatch.seconds, self._place()

        def bring_back() -> None:
            """Puts the conversation back as it was, with its time."""
            self._put_down()
            self._clear(None)
            self._controller.take(session.answers, session.done, session.verdicts)
            self.taken_up.emit(place)
            self.stopwatch.set(seconds, written=False)

        return bring_back

    def _put_down(self) -> None:
        self._autosave.put_down()
        self._writes.send_now()

    def _clear(self, back: Callable[[], object] | None) -> None:
        """Nothing of the conversation in hand stays, neither in memory nor on the screen."""
        self._opening = self._finishing = self._begun_here = self.just_finished = False
        self._refused = self.finished = self._saved_at = None
        self.checklist, self.number = "", 1
        self._controller.take(back=back)
        self._autosave.take(Outbox(), None)
        self.stopwatch.set(0)
        self._tell()

    def _tell(self) -> None:
        read_only = self._opening or self._finishing or self.finished is not None
        self._controller.set_mode(read_only=read_only, kept=self.client is not None)
        self.stood.emit()

    # ── writing ─────────────────────────────────────────────────────────────────────────────────

    def try_again(self) -> None:
        """Tries to write what could not be written."""
        self._writes.try_again()

    def _written(self, box: PendingWrites) -> None:
        if box is self._autosave.box:
            self._saved_at = datetime.now().astimezone()
            self._refused = None
        if isinstance(box, Outbox):
            self.stood.emit()

    def _could_not(self, box: PendingWrites, error: KnownError) -> None:
        """Show that something of the conversation in hand was refused; it stays in the queue."""
        if box is self._autosave.box:
            self._refused, self._finishing = error if len(box) else None, False
            self._tell()

    def _not_finished(self, box: Outbox, error: KnownError) -> None:
        self._desk.failed.emit(error)
        self._could_not(box, error)

    # ── the casebook opens and locks ────────────────────────────────────────────────────────────

    def _about_to_lock(self) -> None:
        in_hand = self.client is not None and self.finished is None and self._autosave.box.begun
        self.left = self._autosave.box if in_hand else None
        self._put_down()

    def _clear_when_locked(self) -> None:
        """Clears a conversation that is in the casebook; one that is not stays in hand, for nothing else keeps it."""
        if self.client is not None or self._opening:
            self._clear(self._controller.back)
        self.stood.emit()

    def _show_when_opened(self, what: Changes) -> None:
        if Changes.STATE in what and self._desk.state is CasebookState.OPEN:
            self.stood.emit()

    def _erased(self, client: int) -> None:
        """Nothing of a client who was erased stays in hand, and nothing of it is written any more."""
        if self.left is not None and self.left.client == client:
            self.left = None
        if self.client is not None and self.client.id == client:
            self._autosave.box.clear()
            self._clear(self._controller.back)

    def look_again(self) -> None:
        """Another view may have changed, removed or finished what is in hand, or given the client another code."""
        client, session = self.client, self.session
        if client is None or session is None or self._opening or self._desk.state is not CasebookState.OPEN:
            return
        if self._finishing or self._refused is not None:  # what could not be saved is on the screen, and only there
            return
        self._writes.send_now()
        verdicts, finished = dict(self._controller.session.verdicts), self.finished
        self._desk.query(
            self,
            "conversation in hand",
            lambda store: look(store, session, client.id, finished, verdicts),
            partial(self._looked, session),
        )

    def _looked(self, session: int, found: tuple[str, int, bool] | None) -> None:
        if session != self.session or self.client is None or self._refused is not None:
            return
        if found is None:
            self._autosave.box.clear()
            self._clear(self._controller.back)
            return
        code, self.number, same = found
        self._autosave.client = ClientRef(self.client.id, code)
        if same:
            self.stood.emit()
        else:
            self._autosave.pause()
            self._writes.send_now()
            self._controller.take()
            self._open(session)
