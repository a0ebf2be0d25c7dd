"""The state of the conversation view: the session, its signals and verdicts, the current item, and the items shown."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from itertools import chain

from PySide6.QtCore import QObject, Signal

from guidance_kb.conversation.answers import GOAL_ITEM, OTHER_ITEM, Answer, By, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.consent import PRIVATE_ITEMS
from guidance_kb.conversation.last_time import NOTHING_EARLIER, LastTime
from guidance_kb.conversation.next_questions import Proposal, Wording, opened, proposals
from guidance_kb.conversation.session import Done, DoneWith, Judgement, Session, SessionChange
from guidance_kb.conversation.signals import Signal as Raised
from guidance_kb.conversation.verdicts import Judged, Verdict, VerdictReason, current_verdicts, dismissed, returned
from guidance_kb.knowledge.model import Item


class VisibleItems:
    """The items that are shown, and their order. A shown item is hidden only by the user, or with the conversation.

    Attributes:
        core_only: Whether the ten-minute list is shown instead of all items.
        opened: The deeper items that are shown one by one: because they were answered, proposed or found, or follow on from an answer.
        unfolded: The themes whose deeper items the user unfolded.
        by_theme: The items of each theme in the order shown, the core ones first, what closes the conversation last.
    """

    def __init__(self, checklist: Checklist) -> None:
        self._items = checklist.items
        self.by_theme = {
            theme: tuple(item.id for item in sorted(checklist.of_theme(theme), key=_place))
            for theme in checklist.themes
        }
        self.core_only = True
        self.begin_again()

    def begin_again(self) -> None:
        """Reset the opened and unfolded items for another conversation; `core_only` is kept."""
        self.opened: frozenset[str] = frozenset()
        self.unfolded: frozenset[str] = frozenset()

    def shows(self, item: str, answered: Container[str]) -> bool:
        """Return whether an item is shown; an answered item always is."""
        known = self._items[item]
        return (
            not self.core_only or known.core or item in answered or item in self.opened or known.theme in self.unfolded
        )

    def shown(self, answered: Container[str]) -> list[str]:
        """Return the items that are shown, in order."""
        return [item for item in chain.from_iterable(self.by_theme.values()) if self.shows(item, answered)]

    def folded(self, theme: str, answered: Container[str]) -> int:
        """Return the number of items of a theme that are not shown."""
        return sum(not self.shows(item, answered) for item in self.by_theme[theme])

    def show_core_only(self, core_only: bool) -> bool:  # noqa: FBT001 - as the slot that calls it
        """Show the ten-minute list and what was answered, or all items; return whether this changes what is shown."""
        changes = core_only != self.core_only or (core_only and bool(self.unfolded or self.opened))
        self.core_only, self.unfolded = core_only, frozenset()
        if core_only:
            self.opened = frozenset()
        return changes

    def unfold(self, theme: str, *, unfolded: bool) -> bool:
        """Show or hide the deeper items of a theme; return whether this changes what is shown."""
        before = self.unfolded
        self.unfolded = before | {theme} if unfolded else before - {theme}
        return self.unfolded != before

    def open(self, items: Iterable[str]) -> bool:
        """Show these deeper items too; return whether this changes what is shown."""
        before = self.opened
        self.opened = before | frozenset(items)
        return self.opened != before


class SessionController(QObject):
    """The behaviour of the conversation view. It keeps everything in memory; saving is left to listeners.

    Attributes:
        session: The current conversation.
        signals: The signals of its answers, drives and needs first; for a finished conversation, by the rules it was held by.
        verdicts: The verdicts that still apply, by target; a dismissal outdated by new evidence is not among them.
        set_aside: The targets whose signals are dismissed.
        returned: The targets whose signals were dismissed and are back because of new evidence.
        current: The id of the current item, or None.
        scope: The items that are shown.
        read_only: Whether the conversation can only be read.
        kept: Whether answers and notes are saved.
        consented: Whether the client consented to keep everything; only then are answers about health, debts and the law kept.
        agreed: Whether something was agreed or chosen for the summary.
        last_time: What the client said in earlier conversations.

    Signals:
        changed (SessionChange): An answer changed.
        judged (str): The verdict on the signal of this target changed.
        said (SessionChange | Judgement): An answer or verdict changed. Emitted after `changed` or `judged`, for saving.
        mode_changed: `read_only`, `kept` or `consented` changed.
        selected (str, str): The current item changed, from the first id to the second; an empty id means none.
        scope_changed: The items shown changed.
        restarted: Another session is shown.
        last_time_changed: `last_time` changed.
    """

    changed = Signal(object)
    judged = Signal(str)
    said = Signal(object)
    mode_changed = Signal()
    selected = Signal(str, str)
    scope_changed = Signal()
    restarted = Signal()
    last_time_changed = Signal()

    def __init__(self, checklist: Checklist, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.checklist = checklist
        self.scope = VisibleItems(checklist)
        self.current: str | None = None
        self.read_only = self.kept = self.agreed = self.consented = False
        self.last_time = NOTHING_EARLIER
        self.signals: tuple[Raised, ...] = ()
        self.verdicts: Mapping[str, Judged] = {}
        self.set_aside: frozenset[str] = frozenset()
        self.returned: frozenset[str] = frozenset()
        self.session = Session(checklist, self._tell)
        self._back: Callable[[], object] | None = None
        self._found: dict[int, tuple[Proposal, ...]] = {}

    def _tell(self, change: SessionChange | Judgement) -> None:
        self._back = None  # the first change ends the way back to the conversation before: clients never mix
        if isinstance(change, Judgement):
            self._follow()
            self.judged.emit(change.target)
        else:
            self.signals = change.signals
            self._follow()
            self.changed.emit(change)
        self.said.emit(change)

    def _follow(self) -> None:
        """Work out anew what follows from the answers and the verdicts."""
        self._found.clear()
        given = self.session.verdicts
        self.verdicts = current_verdicts(given, self.signals)
        self.set_aside = dismissed(given, self.signals)
        self.returned = returned(given, self.signals)

    def set_mode(self, *, read_only: bool, kept: bool) -> None:
        """Set whether the conversation can only be read, and whether it is saved."""
        if (read_only, kept) != (self.read_only, self.kept):
            self.read_only, self.kept = read_only, kept
            self.mode_changed.emit()

    @property
    def begun(self) -> bool:
        """Whether the conversation has an answer or an agreement."""
        return self.agreed or bool(self.session.answers)

    def set_consent(self, *, given: bool) -> None:
        """Set whether the client consented to keep everything of the conversation."""
        if given is not self.consented:
            self.consented = given
            self.mode_changed.emit()

    def withholds(self, item: str) -> bool:
        """Return whether the answer to an item is not kept, because the client did not consent to it."""
        return self.kept and not self.consented and item in PRIVATE_ITEMS

    def set_agreed(self, *, agreed: bool) -> None:
        """Set whether something was agreed or chosen; if so, the conversation before cannot be brought back any more."""
        self.agreed = agreed
        if agreed:
            self._back = None

    # ── answers and verdicts ────────────────────────────────────────────────────────────────────

    def set_state(self, item: str, state: State) -> None:
        """Set the state of an item; the state that it already has makes it a gap again."""
        if self.read_only:
            return
        if state is not State.NOT_DISCUSSED or self.session.answer(item).state is not state:
            self.session.set_state(item, state)

    def set_by(self, item: str, by: By) -> None:
        """Set who gave the answer."""
        if not self.read_only and self.session.answer(item).by is not by:
            self.session.set_by(item, by)

    def toggle_by(self, item: str) -> None:
        """Switch between said by the client and observed."""
        self.set_by(item, By.OBSERVED if self.session.answer(item).by is By.CLIENT else By.CLIENT)

    def set_note(self, item: str, note: str) -> None:
        """Set the note of an item. That of the client's goal is the client's own words, which answer the item."""
        if self.read_only or self.session.answer(item).note == note:
            return
        if item == GOAL_ITEM:
            self.session.set_words(item, note)
        else:
            self.session.set_note(item, note)

    def name_in_words(self, item: str, words: str) -> None:
        """Set an item to named, and add the client's words to its note; one that is named stays so."""
        if self.read_only:
            return
        self.name(item)
        note = self.session.answer(item).note
        self.set_note(item, f"{note}\n{words}" if note else words)

    def name(self, item: str) -> None:
        """Set an item to named; one that is named stays so."""
        if self.session.answer(item).state is not State.NAMED:
            self.set_state(item, State.NAMED)

    def set_last_time(self, last_time: LastTime) -> None:
        """Set what the client said in earlier conversations."""
        if last_time != self.last_time:
            self.last_time = last_time
            self.last_time_changed.emit()

    def say_again(self, item: str) -> None:
        """Give the answer of last time again: the client says that it is still so."""
        said = self.last_time.answers.get(item)
        if said is not None and not self.read_only:
            self.session.give(item, said.answer)

    def judge(self, target: str, verdict: Verdict | None, reason: VerdictReason = VerdictReason.UNSAID) -> None:
        """Accept or dismiss a signal; None removes the verdict."""
        if not self.read_only:
            self.session.judge(target, verdict, reason)

    def proposals(self, count: int = 3) -> tuple[Proposal, ...]:
        """Return what to ask next, with the effects of the answers; the open question of the current item is in its details already."""
        if count not in self._found:  # it is asked again with every item that is taken in hand
            done = (each.item for each in reversed(self.session.done) if isinstance(each, Done))
            recent, answers = tuple(dict.fromkeys(done)), self.session.answers
            self._found[count] = proposals(self.checklist, answers, count + 1, self.set_aside, recent=recent)
        asked = (each for each in self._found[count] if each.item != self.current or each.wording is Wording.FOLLOW_UP)
        return tuple(asked)[:count]

    @property
    def follow_ons(self) -> frozenset[str]:
        """The deeper items that follow on from the answers, and are not shown yet."""
        return frozenset(item for item in opened(self.checklist, self.session.answers) if not self.shown(item))

    # ── undo, and another conversation ──────────────────────────────────────────────────────────

    @property
    def can_undo(self) -> bool:
        """Whether an answer, a verdict or the start of a new conversation can be undone."""
        return self.just_restarted or (not self.read_only and self.session.can_undo)

    @property
    def back(self) -> Callable[[], object] | None:
        """The function that brings back the conversation before this one, or None if that is not possible."""
        return self._back

    @property
    def just_restarted(self) -> bool:
        """Whether the conversation has no change yet, so that the one before can still be brought back."""
        return self._back is not None

    def undo(self) -> None:
        """Undo the last change, or bring back the conversation before this one."""
        if self._back is not None:
            back, self._back = self._back, None
            back()
        elif not self.read_only:
            change = self.session.undo()
            known = self.checklist.items  # the answer may be to an item of an older checklist
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
        """Replace the conversation by a new one, or by a stored one. Nothing of the one before is kept.

        Args:
            answers: The answers, by item.
            done: The undo history, oldest first.
            verdicts: The verdicts, by target.
            signals: The signals to show instead of those that today's rules raise.
            back: A function that brings back the conversation before; it is dropped at the first change.
        """
        self.session = Session.restored(self.checklist, answers or {}, done, self._tell, verdicts=verdicts)
        known = self.checklist.evidence
        raised = self.session.signals if signals is None else signals
        self.signals = tuple(signal for signal in raised if signal.target in known)
        self._follow()
        self._back = back
        self.scope.begin_again()
        self._take(None)
        self.restarted.emit()

    # ── the current item ────────────────────────────────────────────────────────────────────────

    @property
    def core_only(self) -> bool:
        """Whether the ten-minute list is shown instead of all items."""
        return self.scope.core_only

    def shown(self, item: str) -> bool:
        """Return whether an item is shown."""
        return self.scope.shows(item, self.session.answers)

    def shown_items(self) -> Sequence[str]:
        """Return the ids of the items that are shown, in order."""
        return self.scope.shown(self.session.answers)

    def show_core_only(self, core_only: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Show the ten-minute list, or all items."""
        self._rescope(changed=self.scope.show_core_only(core_only))

    def unfold(self, theme: str, *, unfolded: bool = True) -> None:
        """Show or hide the deeper items of a theme."""
        self._rescope(changed=self.scope.unfold(theme, unfolded=unfolded))

    def open_deeper(self, items: Iterable[str]) -> None:
        """Show these deeper items too."""
        self._rescope(changed=self.scope.open(items))

    def _rescope(self, *, changed: bool) -> None:
        if changed:
            if self.current is not None and not self.shown(self.current):
                self._take(None)
            self.scope_changed.emit()

    def select(self, item: str) -> None:
        """Make an item the current one, and show it if it is not shown."""
        if not self.shown(item):
            self.open_deeper([item])
        self._take(item)

    def move(self, steps: int) -> None:
        """Move the current item forward by `steps`, or backward if negative; without a current item, select the first."""
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


def _place(item: Item) -> tuple[bool, bool]:
    """Return the sort key of an item under its heading."""
    return item.id == OTHER_ITEM, not item.core
