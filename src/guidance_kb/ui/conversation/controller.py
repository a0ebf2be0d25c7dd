"""What happens in a conversation: the session, what was done with its signals, which item is in hand, and how much is shown."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from itertools import chain

from PySide6.QtCore import QObject, Signal

from guidance_kb.conversation.answers import Answer, By, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.next_questions import Proposal, opened, proposals
from guidance_kb.conversation.session import Done, DoneWith, Judgement, Session, SessionChange
from guidance_kb.conversation.signals import Signal as Raised
from guidance_kb.conversation.verdicts import Judged, Verdict, VerdictReason, dismissed, returned, standing

# Which items the list holds: the ten-minute list, what an answer opened, and what was unfolded by hand.


class VisibleItems:
    """Which items are shown, and in which order. What is shown goes away only by hand, or with the conversation.

    Attributes:
        core_only: Whether the ten-minute list is shown, and not everything.
        opened: The deeper items that an answer made worthwhile.
        unfolded: The headings whose deeper items were unfolded by hand.
        by_theme: The items under each heading in the order shown: the deeper ones below the core ones.
    """

    def __init__(self, checklist: Checklist) -> None:
        self._items = checklist.items
        self.by_theme = {
            theme: tuple(item.id for item in sorted(checklist.of_theme(theme), key=lambda item: not item.core))
            for theme in checklist.themes
        }
        self.core_only = True
        self.begin_again()

    def begin_again(self) -> None:
        """Another conversation: nothing is opened yet. How much is shown at least stays as it is."""
        self.opened: frozenset[str] = frozenset()
        self.unfolded: frozenset[str] = frozenset()

    def shows(self, item: str, answered: Container[str]) -> bool:
        """Whether an item is in the list: an item that was answered always is."""
        known = self._items[item]
        return (
            not self.core_only or known.core or item in answered or item in self.opened or known.theme in self.unfolded
        )

    def shown(self, answered: Container[str]) -> list[str]:
        """The items in the list, in its order."""
        return [item for item in chain.from_iterable(self.by_theme.values()) if self.shows(item, answered)]

    def folded(self, theme: str, answered: Container[str]) -> int:
        """How many items under a heading are not shown."""
        return sum(not self.shows(item, answered) for item in self.by_theme[theme])

    def show_core_only(self, core_only: bool) -> bool:  # noqa: FBT001 - as the slot that calls it
        """Shows the ten-minute list, with nothing unfolded by hand, or everything; returns whether that changes anything."""
        changes = core_only != self.core_only or (core_only and bool(self.unfolded))
        self.core_only, self.unfolded = core_only, frozenset()
        return changes

    def unfold(self, theme: str, *, unfolded: bool) -> bool:
        """Shows the deeper items under a heading, or no longer; returns whether that changes anything."""
        before = self.unfolded
        self.unfolded = before | {theme} if unfolded else before - {theme}
        return self.unfolded != before

    def open(self, items: Iterable[str]) -> bool:
        """Shows these deeper items too; returns whether that changes anything."""
        before = self.opened
        self.opened = before | frozenset(items)
        return self.opened != before


class SessionController(QObject):
    """The behaviour of the conversation view. Everything stays in memory; who saves it listens.

    Attributes:
        session: The conversation now in hand.
        signals: What its answers raise, drives and needs first; of a finished one, what they raised by the rules of its day.
        current: The id of the item in hand, or None.
        scope: Which items are shown.
        read_only: Whether it can only be read.
        kept: Whether what is said is saved.
        agreed: Whether something was agreed or chosen for the summary.

    Signals:
        changed (Change): One answer changed.
        judged (str): Something else was done with the signal about this target.
        said (Change | Judgement): One of the two, after everybody has heard of it: what is to be saved.
        mode_changed: `read_only` or `kept` is other than it was.
        selected (str, str): The item in hand is another one; the first is the id of the one before, or empty.
        scope_changed: More or fewer items are shown.
        restarted: Another session is in hand; everything shown is of it.
    """

    changed = Signal(object)
    judged = Signal(str)
    said = Signal(object)
    mode_changed = Signal()
    selected = Signal(str, str)
    scope_changed = Signal()
    restarted = Signal()

    def __init__(self, checklist: Checklist, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.checklist = checklist
        self.scope = VisibleItems(checklist)
        self.current: str | None = None
        self.read_only = self.kept = self.agreed = False
        self.signals: tuple[Raised, ...] = ()
        self.session = Session(checklist, self._tell)
        self._back: Callable[[], object] | None = None

    def _tell(self, change: SessionChange | Judgement) -> None:
        self._back = None  # the first word of a conversation lets the one before it go: clients never mix
        if isinstance(change, Judgement):
            self.judged.emit(change.target)
        else:
            self.signals = change.signals
            self.changed.emit(change)
        self.said.emit(change)

    def set_mode(self, *, read_only: bool, kept: bool) -> None:
        """Says whether it can only be read, and whether it is saved."""
        if (read_only, kept) != (self.read_only, self.kept):
            self.read_only, self.kept = read_only, kept
            self.mode_changed.emit()

    @property
    def begun(self) -> bool:
        """Whether something was said in it, or agreed."""
        return self.agreed or bool(self.session.answers)

    def set_agreed(self, *, agreed: bool) -> None:
        """Says whether something was agreed or chosen; that too lets the conversation before it go."""
        self.agreed = agreed
        if agreed:
            self._back = None

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

    def judge(self, target: str, verdict: Verdict | None, reason: VerdictReason = VerdictReason.UNSAID) -> None:
        """Takes a signal up or sets it aside; None leaves it alone again."""
        if not self.read_only:
            self.session.judge(target, verdict, reason)

    @property
    def verdicts(self) -> Mapping[str, Judged]:
        """What was done with signals, by target, as far as it stands; a signal that was left alone, or is back, is not in it."""
        return standing(self.session.verdicts, self.signals)

    @property
    def set_aside(self) -> frozenset[str]:
        """The targets whose signals were set aside, and stay so."""
        return dismissed(self.session.verdicts, self.signals)

    @property
    def returned(self) -> frozenset[str]:
        """The targets whose signals were set aside and are back, because there is new evidence."""
        return returned(self.session.verdicts, self.signals)

    def proposals(self, count: int = 3) -> tuple[Proposal, ...]:
        """The open items that would tell most now but for the one in hand, which is being asked, and what answers to them would do."""
        last = next((each.item for each in reversed(self.session.done) if isinstance(each, Done)), None)
        found = proposals(self.checklist, self.session.answers, count + 1, self.set_aside, just=last)
        return tuple(each for each in found if each.item != self.current)[:count]

    @property
    def opened(self) -> frozenset[str]:
        """The deeper items that an answer made worthwhile."""
        return opened(self.checklist, self.session.answers)

    # ── going back, and another conversation ────────────────────────────────────────────────────

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back: an answer, a verdict, or the beginning of a new conversation."""
        return self.just_restarted or (not self.read_only and self.session.can_undo)

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
            change = self.session.undo()
            known = self.checklist.items  # an older checklist may have had others
            if isinstance(change, SessionChange) and change.item in known:
                self.select(change.item)

    def take(
        self,
        answers: Mapping[str, Answer] | None = None,
        done: Iterable[Done | DoneWith] = (),
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
        self.session = Session.restored(self.checklist, answers or {}, done, self._tell, verdicts=verdicts)
        known = self.checklist.evidence
        raised = self.session.signals if signals is None else signals
        self.signals = tuple(signal for signal in raised if signal.target in known)
        self._back = back
        self.scope.begin_again()
        self._take(None)
        self.restarted.emit()

    # ── the item in hand ────────────────────────────────────────────────────────────────────────

    @property
    def core_only(self) -> bool:
        """Whether the ten-minute list is shown, and not everything."""
        return self.scope.core_only

    def shown(self, item: str) -> bool:
        """Whether an item is in the list."""
        return self.scope.shows(item, self.session.answers)

    def shown_items(self) -> Sequence[str]:
        """The ids of the items in the list, in its order."""
        return self.scope.shown(self.session.answers)

    def show_core_only(self, core_only: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Shows the ten-minute list, or everything."""
        self._rescope(changed=self.scope.show_core_only(core_only))

    def unfold(self, theme: str, *, unfolded: bool = True) -> None:
        """Shows the deeper items under a heading too, or no longer."""
        self._rescope(changed=self.scope.unfold(theme, unfolded=unfolded))

    def open_deeper(self, items: Iterable[str]) -> None:
        """Shows these deeper items too: an answer made them worthwhile."""
        self._rescope(changed=self.scope.open(items))

    def _rescope(self, *, changed: bool) -> None:
        if changed:
            if self.current is not None and not self.shown(self.current):
                self._take(None)
            self.scope_changed.emit()

    def select(self, item: str) -> None:
        """Takes an item in hand; when the list does not hold it, the deeper items under its heading are shown from now on."""
        if not self.shown(item):
            self.unfold(self.checklist.items[item].theme)
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
