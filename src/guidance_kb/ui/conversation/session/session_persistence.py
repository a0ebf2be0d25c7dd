"""The current conversation in the casebook: its client, what is saved of it, and the change from one conversation to another."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from guidance_kb.conversation.consent import kept_verdicts
from guidance_kb.conversation.last_time import NOTHING_EARLIER
from guidance_kb.errors import BugError, KnownError
from guidance_kb.ui.conversation.controller import SessionController
from guidance_kb.ui.conversation.session.autosave import Autosave, ClientRef
from guidance_kb.ui.conversation.session.conversation_writes import ConversationWrites
from guidance_kb.ui.conversation.session.stopwatch import Stopwatch
from guidance_kb.ui.conversation.signals.knowledge_query import KnowledgeFound, earlier_of, find, look, take_finish_back
from guidance_kb.ui.core.casebook_service import CasebookService, CasebookState, Changes
from guidance_kb.ui.core.clear_on_lock import ClientData
from guidance_kb.ui.core.write_queue import PendingWrites, casebook_writes

if TYPE_CHECKING:  # a conversation needs no casebook, and is shown before one is opened
    from guidance_kb.casebook.records.consents import Reply
    from guidance_kb.casebook.records.earlier import Earlier
    from guidance_kb.casebook.storage.store import Store


_OF_EARLIER = Changes.CLIENTS | Changes.STEPS | Changes.FOLLOW_UPS
"""The changes of the casebook after which `earlier` is read again; every answer of the conversation itself is one of the sessions."""


class SaveStatus(Enum):
    """Whether and where the current conversation is saved."""

    NO_CASEBOOK = auto()  # there is no casebook: in memory only
    LOCKED = auto()  # the casebook is locked: in memory only
    NOBODY = auto()  # no client was chosen: in memory only
    OPENING = auto()  # being read from the casebook
    NOTHING_SAID = auto()  # a client was chosen, but there is nothing to save yet
    KEPT = auto()  # a draft, saved with every answer
    REFUSED = auto()  # a draft whose last changes could not be saved
    FINISHED = auto()  # read-only


class SessionPersistence(QObject):
    """Starts, resumes, saves, finishes and closes the current conversation. All of it is called on the GUI thread.

    Attributes:
        finished: The time of finishing, as stored; None for a draft.
        checklist: The version of the checklist with which it began, if that is not the current one; otherwise empty.
        left: The pending writes of the draft that was open when the casebook locked, to be offered again.
        earlier: What there is of the client before this conversation; None while that is not known.
        just_finished: Whether the last action here was to finish it.

    Signals:
        status_changed: The client, the status or another attribute has changed.
        earlier_changed: `earlier` has changed.
        waits: The number of unsaved changes has changed: `saved_at` is None while there are any.
        taken_up (Mapping): A conversation was read from the casebook; carries the position at which it stopped.
    """

    status_changed = Signal()
    earlier_changed = Signal()
    waits = Signal()
    taken_up = Signal(object)

    def __init__(
        self,
        controller: SessionController,
        service: CasebookService,
        place: Callable[[], Mapping[str, object]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller, self._service, self._place = controller, service, place
        self._autosave = Autosave(controller, place, self)
        self._writes = casebook_writes(service)
        self._writes.written.connect(self._written)
        self._writes.refused.connect(self._could_not)
        self._autosave.filled.connect(lambda: self._writes.send_soon(self._autosave.pending))
        for said in (self._autosave.filled, self._autosave.typed):
            said.connect(self.waits)
        self._opening = self._finishing = False
        self._refused: KnownError | None = None
        self._begun_here = False
        self.finished: str | None = None
        self.checklist = ""
        self._saved_at: datetime | None = None
        self.left: ConversationWrites | None = None
        self.just_finished = False
        self.earlier: Earlier | None = None
        service.clear_on_lock(ClientData.CONVERSATION, self._clear_when_locked)
        service.changed.connect(self._show_when_opened)
        service.about_to_lock.connect(self._about_to_lock)
        service.erased.connect(self._erased)

    # ── status ──────────────────────────────────────────────────────────────────────────────────

    @property
    def client(self) -> ClientRef | None:
        """The client; None while none was chosen."""
        return self._autosave.client

    @property
    def stopwatch(self) -> Stopwatch:
        """The stopwatch of the conversation."""
        return self._autosave.stopwatch

    @property
    def session(self) -> int | None:
        """The id in the casebook, once it has one."""
        return self._autosave.pending.session

    @property
    def saved_at(self) -> datetime | None:
        """The time of the last save; None while something is unsaved."""
        return None if self._autosave.waiting else self._saved_at

    @property
    def status(self) -> SaveStatus:
        """The current status."""
        if self._opening:
            return SaveStatus.OPENING
        if self.client is None:
            nowhere = {
                CasebookState.NONE: SaveStatus.NO_CASEBOOK,
                CasebookState.LOCKED: SaveStatus.LOCKED,
                CasebookState.OPEN: SaveStatus.NOBODY,
            }
            return nowhere[self._service.state]
        if self.finished is not None:
            return SaveStatus.FINISHED
        if self._refused is not None:
            return SaveStatus.REFUSED
        return SaveStatus.KEPT if self._autosave.pending.begun else SaveStatus.NOTHING_SAID

    @property
    def number(self) -> int:
        """The number of this conversation among those of its client by day, from 1; 1 while no client was chosen."""
        return 1 if self.earlier is None else self.earlier.number

    @property
    def day(self) -> date | None:
        """The day on which this conversation was held; None while nothing of it is stored, or it is not known."""
        held = None if self.earlier is None else self.earlier.held
        return None if held is None else held.day

    @property
    def begun(self) -> date | None:
        """The day on which this conversation was begun here; None as with `day`."""
        held = None if self.earlier is None else self.earlier.held
        return None if held is None else datetime.fromisoformat(held.started).astimezone().date()

    def put_day(self, day: date) -> None:
        """Store the day on which this conversation was held; of a paper form that is entered later, it is an earlier one."""
        session = self.session
        if session is not None:
            self._service.execute(
                self,
                lambda store: store.sessions.set_day(session, day),
                lambda _: self._read_earlier(),
                changes=Changes.SESSIONS,
            )

    @property
    def consented(self) -> bool:
        """Whether the client's consent to keep everything is known, and holds."""
        consent = None if self.earlier is None else self.earlier.consent
        return consent is not None and consent.holds

    def put_consent(self, reply: "Reply") -> None:
        """Store what the client said when asked for consent."""
        client = self.client
        if client is not None:
            self._service.execute(self, lambda store: store.consents.put(client.id, reply), changes=Changes.CLIENTS)

    def moved(self) -> None:
        """Save the new position in the conversation at the next pause: another question, or something was unfolded."""
        self._autosave.moved()

    @property
    def is_busy(self) -> bool:
        """Whether an unfinished conversation with answers is open, or something could not be saved yet."""
        said = self.finished is None and self._controller.begun
        return said or self._refused is not None or self._writes.waiting > 0

    @property
    def is_in_memory_only(self) -> bool:
        """Whether there are answers or agreements that are not saved, because no client was chosen."""
        return self.client is None and not self._opening and self._controller.begun

    @property
    def can_change_client(self) -> bool:
        """Whether another client may be chosen: the conversation was begun in this session of the program and is a draft."""
        return self.client is not None and self._begun_here and self.finished is None and not self._opening

    # ── start ───────────────────────────────────────────────────────────────────────────────────

    def restart(self) -> None:
        """Start a new conversation without a client. One that was in memory only can be restored until the first answer."""
        if self._controller.begun or self.client is not None:
            self._leave()

    def start_for(self, client: int) -> None:
        """Start a new conversation of a client; the first answer creates it in the casebook.

        Raises:
            BugError: The casebook is not open.
        """
        self._refuse_if_not_open()
        self._leave()
        pending = self._open_soon()

        def arrived(code: str) -> None:
            if pending is self._autosave.pending:
                self._opening = False
                self.choose(ClientRef(client, code))

        self._service.execute(
            self, lambda store: store.clients.get(client).code, arrived, partial(self._not_opened, pending)
        )

    def choose(self, client: ClientRef) -> None:
        """Set the client of the current conversation: everything said so far and later is saved with that client.

        While `can_change_client` holds, another client may be chosen; the whole conversation then moves to that client.
        """
        before = self.client
        if before is not None and (before.id == client.id or not self.can_change_client):
            return
        self._begun_here, self._refused = True, None
        self._writes.send_now()
        moved = self._autosave.pending if before is not None and self._autosave.pending.begun else None
        self._autosave.take(ConversationWrites(), client)
        if moved is not None or self._controller.begun or self._controller.session.verdicts:
            self._autosave.begin(instead_of=moved)
        self._set_earlier(None)
        self._read_earlier()
        self._tell()

    def _read_earlier(self) -> None:
        """Read what there is of the client before this conversation."""
        client, pending = self.client, self._autosave.pending
        if client is not None:
            self._service.query(
                self,
                "before the conversation",
                lambda store: earlier_of(store, client.id, pending.session),
                partial(self._earlier_read, pending),
            )

    def _earlier_read(self, pending: ConversationWrites, found: "Earlier") -> None:
        if pending is self._autosave.pending:
            self._set_earlier(found)
            self.status_changed.emit()

    def _set_earlier(self, earlier: "Earlier | None") -> None:
        if earlier != self.earlier:
            self.earlier = earlier
            self._autosave.set_consent(given=self.consented)
            self._controller.set_consent(given=self.consented)
            self._controller.set_last_time(NOTHING_EARLIER if earlier is None else earlier.last_time)
            self.earlier_changed.emit()

    # ── resume and reopen ───────────────────────────────────────────────────────────────────────

    def resume(self, session: int) -> None:
        """Resume a draft where it stopped, or show a finished conversation. The current one is saved and closed first.

        Raises:
            BugError: The casebook is not open.
        """
        self._refuse_if_not_open()
        if session != self.session or self.finished is not None:
            self._leave()
            self._open(session)

    def _refuse_if_not_open(self) -> None:
        if self._service.state is not CasebookState.OPEN:
            raise BugError("a conversation of a casebook that is not open")

    def reopen(self, reason: str) -> None:
        """Make the finished conversation a draft again; the casebook records this with the reason."""
        self._open_again(lambda store, session: store.sessions.reopen(session, reason))

    def take_finish_back(self) -> None:
        """Undo the finishing that was just done here; the casebook records nothing."""
        client = self.client
        if self.just_finished and client is not None:
            self._open_again(lambda store, _: take_finish_back(store, client.id))

    def _open_again(self, first: "Callable[[Store, int], object]") -> None:
        session = self.session
        if session is not None and self.finished is not None:
            self._clear(None)
            self._open(session, lambda store: first(store, session))

    def _open(self, session: int, first: "Callable[[Store], object] | None" = None) -> None:
        """Read a conversation from the casebook; `first` is carried out before."""
        pending, checklist = self._open_soon(session), self._controller.checklist

        def work(store: "Store") -> KnowledgeFound:
            if first is not None:
                first(store)
            return find(store, session, checklist, self._autosave.rules)

        def failed(error: KnownError) -> None:
            wanted = pending is self._autosave.pending
            self._not_opened(pending, error)
            if wanted and first is not None:
                self._open(session)  # unchanged

        self._service.execute(self, work, partial(self._opened, pending), failed)

    def _open_soon(self, session: int | None = None) -> ConversationWrites:
        """Clear the conversation and make it read-only until the next one has been read."""
        pending = ConversationWrites(session)
        self._autosave.take(pending, None)
        self._opening = True
        self._tell()
        return pending

    def _opened(self, pending: ConversationWrites, found: KnowledgeFound) -> None:
        if pending is not self._autosave.pending:  # another one was opened meanwhile
            if found.signals is None:
                pending.put(lambda store, session: store.sessions.put_down(session))
                self._writes.send(pending)
            return
        resumed, now = found.resumed, self._controller.checklist.version
        self._opening = self._begun_here = self.just_finished = False
        self.finished = resumed.held.finished
        self.checklist = "" if resumed.held.checklist == now else resumed.held.checklist
        self._saved_at = None if self.finished else datetime.fromisoformat(resumed.held.changed)
        self._controller.take(
            resumed.answers, resumed.done, resumed.verdicts, signals=found.signals, back=self._controller.back
        )
        self.taken_up.emit(resumed.place)
        self._autosave.take(pending, ClientRef(resumed.held.client, found.code))
        self._set_earlier(found.earlier)
        self.stopwatch.set(resumed.held.seconds)
        self._tell()
        if self.finished is None:
            self.stopwatch.start()

    def _not_opened(self, pending: ConversationWrites, error: KnownError) -> None:
        self._service.failed.emit(error)
        if pending is self._autosave.pending:
            self._clear(self._controller.back)

    # ── finish and close ────────────────────────────────────────────────────────────────────────

    def finish(
        self, write: "Callable[[Store, int], object]" = lambda store, session: store.sessions.finish(session)
    ) -> None:
        """Save everything and finish the draft by `write`, in one job; if that fails, it stays a draft."""
        if self.status not in (SaveStatus.KEPT, SaveStatus.REFUSED):
            return
        self._autosave.put_last()
        pending, self._finishing = self._autosave.pending, True
        self._tell()

        def work(store: "Store") -> str | None:
            """Write and finish; return the time of finishing, or None if nothing was begun."""
            pending.write(store)
            if pending.session is None:
                return None
            write(store, pending.session)
            return store.sessions.get(pending.session).finished

        def done(finished: str | None) -> None:
            if pending is self._autosave.pending:
                self._finishing, self._refused = False, None
                self.finished, self.just_finished = finished, True
                self._tell()

        self._service.execute(self, work, done, partial(self._not_finished, pending))

    def put_down(self) -> None:
        """Save and close the conversation; afterwards there is an empty one without a client."""
        self._leave()

    def _leave(self) -> None:
        """Close the conversation; one that was in memory only can be restored until the first answer of the next."""
        back = self._way_back() if self.is_in_memory_only else self._controller.back
        self._put_down()
        self._clear(back)

    def _way_back(self) -> Callable[[], None]:
        session, seconds, place = self._controller.session, self.stopwatch.seconds, self._place()

        def bring_back() -> None:
            """Restore the conversation with its time."""
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
        """Remove the conversation from memory and from the screen."""
        self._opening = self._finishing = self._begun_here = self.just_finished = False
        self._refused = self.finished = self._saved_at = None
        self.checklist = ""
        self._set_earlier(None)
        self._controller.take(back=back)
        self._autosave.take(ConversationWrites(), None)
        self.stopwatch.set(0)
        self._tell()

    def _tell(self) -> None:
        read_only = self._opening or self._finishing or self.finished is not None
        self._controller.set_mode(read_only=read_only, kept=self.client is not None)
        self.status_changed.emit()

    # ── write ───────────────────────────────────────────────────────────────────────────────────

    def try_again(self) -> None:
        """Send everything again that was refused."""
        self._writes.try_again()

    def _written(self, pending: PendingWrites) -> None:
        if pending is self._autosave.pending:
            self._saved_at = datetime.now().astimezone()
            self._refused = None
        if isinstance(pending, ConversationWrites):
            self.status_changed.emit()

    def _could_not(self, pending: PendingWrites, error: KnownError) -> None:
        """Show that a change of the current conversation was refused; it stays in the queue."""
        if pending is self._autosave.pending:
            self._refused, self._finishing = error if len(pending) else None, False
            self._tell()

    def _not_finished(self, pending: ConversationWrites, error: KnownError) -> None:
        self._service.failed.emit(error)
        self._could_not(pending, error)

    # ── lock and unlock ─────────────────────────────────────────────────────────────────────────

    def _about_to_lock(self) -> None:
        in_hand = self.client is not None and self.finished is None and self._autosave.pending.begun
        self.left = self._autosave.pending if in_hand else None
        self._put_down()

    def _clear_when_locked(self) -> None:
        """Clear a conversation that is in the casebook. One that is not stays: it exists nowhere else."""
        if self.client is not None or self._opening:
            self._clear(self._controller.back)
        self.status_changed.emit()

    def _show_when_opened(self, what: Changes) -> None:
        if Changes.STATE in what and self._service.state is CasebookState.OPEN:
            self.status_changed.emit()
        if what & _OF_EARLIER and not self._opening:
            self._read_earlier()

    def _erased(self, client: int) -> None:
        """Clear everything of an erased client."""
        if self.left is not None and self.left.client == client:
            self.left = None
        if self.client is not None and self.client.id == client:
            self._autosave.pending.clear()
            self._clear(self._controller.back)

    def look_again(self) -> None:
        """Compare with the casebook: another view may have changed, removed or finished the conversation, or renamed the client."""
        client, session = self.client, self.session
        if client is None or session is None or self._opening or self._service.state is not CasebookState.OPEN:
            return
        if self._finishing or self._refused is not None:  # unsaved changes exist on the screen only
            return
        self._writes.send_now()
        verdicts, finished = dict(self._controller.session.verdicts), self.finished
        if not self.consented:
            verdicts = kept_verdicts(verdicts)
        self._service.query(
            self,
            "conversation in hand",
            lambda store: look(store, session, client.id, finished, verdicts),
            partial(self._looked, session),
        )

    def _looked(self, session: int, found: "tuple[str, Earlier, bool] | None") -> None:
        if session != self.session or self.client is None or self._refused is not None:
            return
        if found is None:
            self._autosave.pending.clear()
            self._clear(self._controller.back)
            return
        code, earlier, same = found
        self._set_earlier(earlier)
        self._autosave.client = ClientRef(self.client.id, code)
        if same:
            self.status_changed.emit()
        else:
            self._autosave.pause()
            self._writes.send_now()
            self._controller.take()
            self._open(session)
