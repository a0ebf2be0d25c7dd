"""A conversation in progress, in memory: answers, verdicts on signals, and the undo history."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from guidance_kb.conversation.answers import GAP, Answer, By, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.signals import Signal, signals
from guidance_kb.conversation.verdicts import Judged, Verdict, VerdictReason, dismissed, evidence_of
from guidance_kb.knowledge.library import Library

# Drives that may carry someone over a barrier.


def may_carry(library: Library, barrier: str) -> tuple[str, ...]:
    """Return the ids of the drives and needs that the content links to a barrier by `may_carry`, in the order of the content."""
    linked = {link.id for link in library.links(barrier) if link.outward and link.type == "may_carry"}
    return tuple(drive for drive in library.drives if drive in linked)


def carrying(
    library: Library, barrier: str, signals: Iterable[Signal], verdicts: Mapping[str, Judged] | None = None
) -> tuple[str, ...]:
    """Return those of `may_carry` that have a signal which was not dismissed, in the order of the content."""
    raised = tuple(signals)
    found = {signal.target for signal in raised} - dismissed(verdicts or {}, raised)
    return tuple(drive for drive in may_carry(library, barrier) if drive in found)


class Doing(StrEnum):
    """The effect of a change on the undo history."""

    DONE = "done"  # one entry more
    TYPED_ON = "typed_on"  # merged into the last entry: continuous typing is undone at once
    TYPED_AWAY = "typed_away"  # the last entry was removed: everything typed was erased again
    UNDONE = "undone"  # the last entry was undone


class Done(NamedTuple):
    """An undo entry for an answer: the item, and its answer before."""

    item: str
    before: Answer


class DoneWith(NamedTuple):
    """An undo entry for a verdict: the target of the signal, and the verdict before."""

    target: str
    before: Judged | None


@dataclass(frozen=True, slots=True)
class SessionChange:
    """A change of one answer: the item, the signals after the change, and its effect on the undo history."""

    item: str
    before: Answer
    after: Answer
    signals: tuple[Signal, ...]
    doing: Doing = Doing.DONE


@dataclass(frozen=True, slots=True)
class Judgement:
    """A change of one verdict: its target, the verdict before and after (None: no verdict), and its effect on the undo history."""

    target: str
    before: Judged | None
    after: Judged | None
    doing: Doing = Doing.DONE


class Session:
    """A conversation by one version of the checklist, with one undo history for answers and verdicts.

    Each change of an answer or a verdict is passed to `on_change`, in order, after it was made. The session itself writes nothing; the
    casebook, when there is one, saves the changes. `restored` makes the same session from `answers`, `verdicts` and `done`.
    """

    def __init__(
        self,
        checklist: Checklist,
        on_change: Callable[[SessionChange | Judgement], None] | None = None,
    ) -> None:
        self.checklist = checklist
        self._on_change = on_change
        self._answers: dict[str, Answer] = {}
        self._verdicts: dict[str, Judged] = {}
        self._done: list[Done | DoneWith] = []
        self._noting: str | None = None

    @classmethod
    def restored(
        cls,
        checklist: Checklist,
        answers: Mapping[str, Answer],
        done: Iterable[Done | DoneWith] = (),
        on_change: Callable[[SessionChange | Judgement], None] | None = None,
        *,
        verdicts: Mapping[str, Judged] | None = None,
    ) -> "Session":
        """Return a session with stored answers, verdicts and undo history (oldest first). `on_change` is not called."""
        session = cls(checklist, on_change)
        session._answers.update(answers)
        session._verdicts.update(verdicts or {})
        session._done.extend(done)
        return session

    @property
    def answers(self) -> Mapping[str, Answer]:
        """Every answer given, by item; items not in it are gaps."""
        return MappingProxyType(self._answers)

    @property
    def verdicts(self) -> Mapping[str, Judged]:
        """Every verdict given, by target, including ones that new evidence has outdated (`verdicts.applies`)."""
        return MappingProxyType(self._verdicts)

    @property
    def signals(self) -> tuple[Signal, ...]:
        """The signals that the answers raise now."""
        return signals(self.checklist, self._answers)

    @property
    def done(self) -> tuple[Done | DoneWith, ...]:
        """The undo history, oldest first."""
        return tuple(self._done)

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to undo."""
        return bool(self._done)

    def answer(self, item: str) -> Answer:
        """Return the current answer to an item."""
        return self._answers.get(item, GAP)

    def set_state(self, item: str, state: State) -> SessionChange:
        """Set the state of an item. The state that it already has makes it a gap again, so that pressing a key twice undoes it."""
        now = self.answer(item)
        return self._set(item, replace(now, state=State.NOT_DISCUSSED if now.state is state else state))

    def give(self, item: str, answer: Answer) -> SessionChange:
        """Give a whole answer: state, who gave it, and note."""
        return self._set(item, answer)

    def set_by(self, item: str, by: By) -> SessionChange:
        """Set who gave the answer."""
        return self._set(item, replace(self.answer(item), by=by))

    def set_note(self, item: str, note: str) -> SessionChange:
        """Set the counselor's note of an item; continuous typing is undone at once."""
        return self._type(item, replace(self.answer(item), note=note))

    def set_words(self, item: str, words: str) -> SessionChange:
        """Set the client's own words as the note of an item that they answer; continuous typing is undone at once.

        Words in a gap make it “named” by the client. Without words the item has the state from before they were typed, or is a gap.
        """
        now = self.answer(item)
        if words and now.state is State.NOT_DISCUSSED:
            return self._type(item, Answer(State.NAMED, By.CLIENT, words))
        if not words and now.note and now.state is State.NAMED:
            before = self._done[-1].before if self._noting == item else GAP
            state = before.state if isinstance(before, Answer) and not before.note else State.NOT_DISCUSSED
            return self._type(item, replace(now, state=state, note=""))
        return self._type(item, replace(now, note=words))

    def _type(self, item: str, after: Answer) -> SessionChange:
        if self._noting != item:
            change = self._set(item, after)
            self._noting = item if change.before != after else None
            return change
        if Done(item, after) == self._done[-1]:  # back to the text before typing began: nothing to undo
            self._done.pop()
            self._noting = None
            return self._put(item, after, Doing.TYPED_AWAY)
        return self._put(item, after, Doing.TYPED_ON)

    def judge(self, target: str, verdict: Verdict | None, reason: VerdictReason = VerdictReason.UNSAID) -> Judgement:
        """Accept or dismiss a signal on its current evidence; None removes the verdict."""
        before, after = self._verdicts.get(target), None
        if verdict is not None:
            signal = next((each for each in self.signals if each.target == target), None)
            after = Judged(verdict, reason, evidence_of(signal))
        if after == before:
            return Judgement(target, before, after)
        self._noting = None
        self._done.append(DoneWith(target, before))
        return self._put_verdict(target, after, Doing.DONE)

    def undo(self) -> SessionChange | Judgement | None:
        """Undo the last change, of an answer or of a verdict. Return None if there is none."""
        if not self._done:
            return None
        self._noting = None
        match self._done.pop():
            case Done(item, before):
                return self._put(item, before, Doing.UNDONE)
            case DoneWith(target, judged):
                return self._put_verdict(target, judged, Doing.UNDONE)

    def _set(self, item: str, answer: Answer) -> SessionChange:
        before = self.answer(item)
        if answer == before:  # nothing to undo or save
            return SessionChange(item, before, answer, self.signals)
        self._noting = None
        self._done.append(Done(item, before))
        return self._put(item, answer, Doing.DONE)

    def _put(self, item: str, answer: Answer, doing: Doing) -> SessionChange:
        before = self.answer(item)
        if answer == GAP:
            self._answers.pop(item, None)
        else:
            self._answers[item] = answer
        change = SessionChange(item, before, answer, self.signals, doing)
        if self._on_change is not None:
            self._on_change(change)
        return change

    def _put_verdict(self, target: str, judged: Judged | None, doing: Doing) -> Judgement:
        before = self._verdicts.get(target)
        if judged is None:
            self._verdicts.pop(target, None)
        else:
            self._verdicts[target] = judged
        judgement = Judgement(target, before, judged, doing)
        if self._on_change is not None:
            self._on_change(judgement)
        return judgement
