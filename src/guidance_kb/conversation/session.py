"""One conversation in progress, in memory: what was answered, what that raises, and what was done with the signals."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from guidance_kb.conversation.answers import GAP, Answer, By, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.signals import Signal, signals
from guidance_kb.conversation.verdicts import Judged, Verdict, VerdictReason, evidence_of


class Doing(StrEnum):
    """How a change came about: what it does to the list of what can be taken back."""

    DONE = "done"  # one more to take back
    TYPED_ON = "typed_on"  # the last one goes on: words typed in one go are taken back in one go
    TYPED_AWAY = "typed_away"  # the last one is gone: everything typed was erased again
    UNDONE = "undone"  # the last one was taken back


class Done(NamedTuple):
    """An answer that can be taken back: the item, and its answer before."""

    item: str
    before: Answer


class DoneWith(NamedTuple):
    """A verdict that can be taken back: the target of the signal, and the verdict before."""

    target: str
    before: Judged | None


@dataclass(frozen=True, slots=True)
class SessionChange:
    """What one answer changed: the item, the signals as they stand after it, and how it came about."""

    item: str
    before: Answer
    after: Answer
    signals: tuple[Signal, ...]
    doing: Doing = Doing.DONE


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was done with one signal: its target, the verdict before and after (None: left alone), and how it came about."""

    target: str
    before: Judged | None
    after: Judged | None
    doing: Doing = Doing.DONE


class Session:
    """A conversation by one version of the checklist. Answers and verdicts are taken back in the order in which they were given.

    Every change, of an answer or of a verdict, is told to `on_change`, in order, once it is made. Nothing of it is written anywhere: the
    casebook, when there is one, saves what it is told. From the answers, the verdicts and what can be taken back (`answers`, `verdicts`,
    `done`) the same session is made again: `restored`.
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
        """Return a session as it was left: answers, verdicts, and what can be taken back, the first first. Nothing is told."""
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
        """Every verdict given, by target, also one that does not stand any more (`verdicts.stands`)."""
        return MappingProxyType(self._verdicts)

    @property
    def signals(self) -> tuple[Signal, ...]:
        """The signals that the answers raise now."""
        return signals(self.checklist, self._answers)

    @property
    def done(self) -> tuple[Done | DoneWith, ...]:
        """What can be taken back, the first first."""
        return tuple(self._done)

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._done)

    def answer(self, item: str) -> Answer:
        """The answer to an item as it stands."""
        return self._answers.get(item, GAP)

    def set_state(self, item: str, state: State) -> SessionChange:
        """Answer an item; the state it already has makes it a gap again, as pressing a key twice does."""
        now = self.answer(item)
        return self._set(item, replace(now, state=State.NOT_DISCUSSED if now.state is state else state))

    def set_by(self, item: str, by: By) -> SessionChange:
        """Say who said it."""
        return self._set(item, replace(self.answer(item), by=by))

    def set_note(self, item: str, note: str) -> SessionChange:
        """Keep the counselor's words with an item; words typed in one go are taken back in one go."""
        after = replace(self.answer(item), note=note)
        if self._noting != item:
            change = self._set(item, after)
            self._noting = item if change.before != after else None
            return change
        if Done(item, after) == self._done[-1]:  # erased to where the typing began: nothing is left to take back
            self._done.pop()
            self._noting = None
            return self._put(item, after, Doing.TYPED_AWAY)
        return self._put(item, after, Doing.TYPED_ON)

    def judge(self, target: str, verdict: Verdict | None, reason: VerdictReason = VerdictReason.UNSAID) -> Judgement:
        """Take a signal up or set it aside, on the evidence of this moment; None leaves it alone again."""
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
        """Take the last change back, of an answer or of a verdict, or return None when there is none."""
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
        if answer == before:  # nothing to take back later, nothing to save
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
