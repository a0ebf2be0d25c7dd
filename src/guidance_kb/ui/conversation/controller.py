"""What happens in a conversation: the session, what was done with its signals, which item is in hand, and how much is shown."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from guidance_kb.casebook.held import Judged, Reason, Verdict
from guidance_kb.conversation.answers import Answer, By, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Change, Done, Session
from guidance_kb.conversation.signals import Signal as Raised


class Controller(QObject):
    """The behaviour of the conversation view. Everything stays in memory; who saves it listens.

    Attributes:
        session: The conversation now in hand.
        signals: What its answers raise, drives and needs first; of a finished one, what they raised by the rules of its day.
        verdicts: What was done with signals, by target; a signal that was left alone is not in it.
        current: The id of the item in hand, or None.
        core_only: Whether only the ten-minute list is shown.
        read_only: Whether it can only be read.
        kept: Whether what is said is saved.

    Signals:
        changed (Change): One answer changed.
        judged (str): Something else was done with the signal about this target.
        mode_changed: `read_only` or `kept` is other than it was.
        selected (str, str): The item in hand is another one; the first is the id of the one before, or empty.
        scope_changed: More or fewer items are shown.
        restarted: Another session is in hand; everything shown is of it.
    """

    changed = Signal(object)
    judged = Signal(str)
    mode_changed = Signal()
    selected = Signal(str, str)
    scope_changed = Signal()
    restarted = Signal()

    def __init__(self, checklist: Checklist, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.checklist = checklist
        self.core_only = True
        self.current: str | None = None
        self.read_only = self.kept = False
        self.signals: tuple[Raised, ...] = ()
        self.verdicts: dict[str, Judged] = {}
        self.session = Session(checklist, self._tell)
        self._judgements: list[tuple[int, str, Judged | None]] = []
        self._back: Callable[[], object] | None = None

    def _tell(self, change: Change) -> None:
        self.signals = change.signals
        self._back = None  # the first word of a conversation lets the one before it go: clients never mix
        self.changed.emit(change)

    def set_mode(self, *, read_only: bool, kept: bool) -> None:
        """Says whether it can only be read, and whether it is saved."""
        if (read_only, kept) != (self.read_only, self.kept):
            self.read_only, self.kept = read_only, kept
            self.mode_changed.emit()

    # ── answers, and what is done with signals ──────────────────────────────────────────────────

    def set_state(self, item: str, state: State) -> None:
        """Answers an item; the state it already has makes it a gap again."""
        if self.read_only:
            return
        if state is not State.NOT_DISCUSSED or self.session.answer(item).state is not state:
            self.session.set_state(item, state)

    def set_by(self, item: str, by: By) -> None:
        """Says who said it."""
        if not self.read_only and self.session.answer(item).by is not by:
            self.session.set_by(item, by)

    def toggle_by(self, item: str) -> None:
        """Changes said by the client into observed, and back."""
        self.set_by(item, By.OBSERVED if self.session.answer(item).by is By.CLIENT else By.CLIENT)

    def set_note(self, item: str, note: str) -> None:
        """Keeps the counselor's words with an item."""
        if not self.read_only and self.session.answer(item).note != note:
            self.session.set_note(item, note)

    def judge(self, target: str, verdict: Verdict | None, reason: Reason = Reason.UNSAID) -> None:
        """Takes a signal up or sets it aside; None leaves it alone again."""
        before, now = self.verdicts.get(target), None if verdict is None else Judged(verdict, reason)
        if not self.read_only and now != before:
            self._judgements.append((len(self.session.done), target, before))
            self._judge(target, now)

    def _judge(self, target: str, judged: Judged | None) -> None:
        self._back = None
        if judged is None:
            self.verdicts.pop(target, None)
        else:
            self.verdicts[target] = judged
        self.judged.emit(target)

    # ── going back, and another conversation ────────────────────────────────────────────────────

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back: an answer, a verdict, or the beginning of a new conversation."""
        return self.just_restarted or (not self.read_only and (self.session.can_undo or bool(self._judgements)))

    @property
    def back(self) -> Callable[[], object] | None:
        """Brings back the conversation before this one, while that is possible."""
        return self._back

    @property
    def just_restarted(self) -> bool:
        """Whether another conversation is in hand in which nothing was said yet, so that the one before can still come back."""
        return self._back is not None

    def undo(self) -> None:
        """Takes back what was done last, or brings back the conversation before this one."""
        if self._back is not None:
            back, self._back = self._back, None
            back()
        elif not self.read_only:
            self._undo()

    def _undo(self) -> None:
        if self._judgements and self._judgements[-1][0] >= len(self.session.done):  # it came after the last answer
            _, target, before = self._judgements.pop()
            self._judge(target, before)
            return
        change = self.session.undo()
        if change is not None and change.item in self.checklist.items:  # an older checklist may have had others
            self.select(change.item)

    def take(
        self,
        answers: Mapping[str, Answer] | None = None,
        done: Iterable[Done] = (),
        verdicts: Mapping[str, Judged] | None = None,
        *,
        signals: tuple[Raised, ...] | None = None,
        back: Callable[[], object] | None = None,
    ) -> None:
        """Takes another conversation in hand: a new one, or one as it was left. Nothing of the one before is kept.

        Args:
            answers: What was said in it.
            done: What can be taken back, the first first.
            verdicts: What was done with signals.
            signals: What its answers raised by the rules of its day, if those of today do not count.
            back: Brings the conversation before it back; possible until something is said.
        """
        self.session = Session.restored(self.checklist, answers or {}, done, self._tell)
        known = self.checklist.evidence
        raised = self.session.signals if signals is None else signals
        self.signals = tuple(signal for signal in raised if signal.target in known)
        self.verdicts = dict(verdicts or {})
        self._judgements = []
        self._back = back
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
