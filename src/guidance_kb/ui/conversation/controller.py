"""What happens in a conversation: the session, which item is in hand, and how much of the checklist is shown."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from guidance_kb.conversation.answers import By, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Change, Session
from guidance_kb.conversation.signals import Signal as Raised


class Controller(QObject):
    """The behaviour of the conversation view. Everything stays in memory.

    Attributes:
        session: The conversation now in hand.
        signals: What its answers raise, drives and needs first.
        current: The id of the item in hand, or None.
        core_only: Whether only the ten-minute list is shown.

    Signals:
        changed (Change): One answer changed.
        selected (str, str): The item in hand is another one; the first is the id of the one before, or empty.
        scope_changed: More or fewer items are shown.
        restarted: Another session is in hand; everything shown is of it.
    """

    changed = Signal(object)
    selected = Signal(str, str)
    scope_changed = Signal()
    restarted = Signal()

    def __init__(self, checklist: Checklist, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.checklist = checklist
        self.core_only = True
        self.current: str | None = None
        self.signals: tuple[Raised, ...] = ()
        self.session = self._new_session()
        self._previous: Session | None = None

    def _new_session(self) -> Session:
        return Session(self.checklist, self._tell)

    def _tell(self, change: Change) -> None:
        self.signals = change.signals
        self._previous = None  # the first word of a new conversation lets the one before it go: clients never mix
        self.changed.emit(change)

    # ── answers ─────────────────────────────────────────────────────────────────────────────────

    def set_state(self, item: str, state: State) -> None:
        """Answers an item; the state it already has makes it a gap again."""
        if state is not State.NOT_DISCUSSED or self.session.answer(item).state is not state:
            self.session.set_state(item, state)

    def set_by(self, item: str, by: By) -> None:
        """Says who said it."""
        if self.session.answer(item).by is not by:
            self.session.set_by(item, by)

    def toggle_by(self, item: str) -> None:
        """Changes said by the client into observed, and back."""
        self.set_by(item, By.OBSERVED if self.session.answer(item).by is By.CLIENT else By.CLIENT)

    def set_note(self, item: str, note: str) -> None:
        """Keeps the counselor's words with an item."""
        if self.session.answer(item).note != note:
            self.session.set_note(item, note)

    # ── going back, and beginning again ─────────────────────────────────────────────────────────

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back: an answer, or the beginning of a new conversation."""
        return self.session.can_undo or self._previous is not None

    @property
    def just_restarted(self) -> bool:
        """Whether a new conversation was begun in which nothing was said yet, so that the one before can still come back."""
        return self._previous is not None

    def undo(self) -> None:
        """Takes back the last answer and shows its item, or brings back the conversation before this one."""
        change = self.session.undo()
        if change is not None:
            self.select(change.item)
        elif self._previous is not None:
            self._restart(self._previous, None)

    def restart(self) -> None:
        """Begins a new conversation; the one in hand can be brought back until the first answer of the new one."""
        if self.session.answers:
            self._restart(self._new_session(), self.session)

    def _restart(self, session: Session, previous: Session | None) -> None:
        self.session, self._previous = session, previous
        self.signals = session.signals
        self._take(None)
        self.restarted.emit()

    # ── the item in hand ────────────────────────────────────────────────────────────────────────

    def shown(self, item: str) -> bool:
        """Whether an item is in the list: an item that was answered always is."""
        return not self.core_only or self.checklist.items[item].core or item in self.session.answers

    def shown_items(self) -> Sequence[str]:
        """The ids of the items in the list, in its order."""
        return [item for item in self.checklist.items if self.shown(item)]

    def show_core_only(self, core_only: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Shows the ten-minute list, or everything."""
        if core_only != self.core_only:
            self.core_only = core_only
            if self.current is not None and not self.shown(self.current):
                self._take(None)
            self.scope_changed.emit()

    def select(self, item: str) -> None:
        """Takes an item in hand; when the list does not hold it, the list shows everything from now on."""
        if not self.shown(item):
            self.show_core_only(core_only=False)
        self._take(item)

    def move(self, steps: int) -> None:
        """Takes the next item in hand, or the one before."""
        items = self.shown_items()
        if self.current is None:
            self._take(items[0])
            return
        place = items.index(self.current) + steps if self.current in items else 0
        self._take(items[max(0, min(place, len(items) - 1))])

    def _take(self, item: str | None) -> None:
        if item != self.current:
            before, self.current = self.current, item
            self.selected.emit(before or "", item or "")
