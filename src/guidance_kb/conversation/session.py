"""One conversation in progress, in memory: what was answered, what that raises, and what was done with the signals."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from guidance_kb.conversation.answers import GAP, Answer, By, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.signals import Signal, signals


class Doing(StrEnum):
    """How a change came about: what it does to the list of what can be taken back."""

    DONE = "done"  # one more to take back
    TYPED_ON = "typed_on"  # the last one goes on: words typed in one go are taken back in one go
    TYPED_AWAY = "typed_away"  # the last one is gone: everything typed was erased again
    UNDONE = "undone"  # the last one was taken back


class Done(NamedTuple):
    """Something that can be taken back: the item, and its answer before."""

    item: str
    before: Answer


@dataclass(frozen=True, slots=True)
class Change:
    """What one answer changed: the item, the signals as they stand after it, and how it came about."""

    item: str
    before: Answer
    after: Answer
    signals: tuple[Signal, ...]
    doing: Doing = Doing.DONE


class Session:
    """A conversation by one version of the checklist; every change is told to `on_change`, in order, once it is made.

    Nothing of it is written anywhere: the casebook, when there is one, saves what it is told. From the answers and what can be taken
    back (`answers`, `done`) the same session is made again: `restored`.
    """

    def __init__(self, checklist: Checklist, on_change: Callable[[Change], None] | None = None) -> None:
        self.checklist = checklist
        self._on_change = on_change
        self._answers: dict[str, Answer] = {}
        self._done: list[Done] = []
        self._noting: str | None = None

    @classmethod
    def restored(
        cls,
        checklist: Checklist,
        answers: Mapping[str, Answer],
        done: Iterable[Done] = (),
        on_change: Callable[[Change], None] | None = None,
    ) -> "Session":
        """Returns a session as it was left: with its answers, and what can be taken back, the first first. Nothing is told."""
        session = cls(checklist, on_change)
        session._answers.update(answers)
        session._done.extend(done)
        return session

    @property
    def answers(self) -> Mapping[str, Answer]:
        """Every answer given, by item; items not in it are gaps."""
        return MappingProxyType(self._answers)

    @property
    def signals(self) -> tuple[Signal, ...]:
        """The signals that the answers raise now."""
        return signals(self.checklist, self._answers)

    @property
    def done(self) -> tuple[Done, ...]:
        """What can be taken back, the first first."""
        return tuple(self._done)

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._done)

    def answer(self, item: str) -> Answer:
        """The answer to an item as it stands."""
        return self._answers.get(item, GAP)

    def set_state(self, item: str, state: State) -> Change:
        """Answers an item; the state it already has makes it a gap again, as pressing a key twice does."""
        now = self.answer(item)
        return self._set(item, replace(now, state=State.NOT_DISCUSSED if now.state is state else state))

    def set_by(self, item: str, by: By) -> Change:
        """Says who said it."""
        return self._set(item, replace(self.answer(item), by=by))

    def set_note(self, item: str, note: str) -> Change:
        """Keeps the counselor's words with an item; words typed in one go are taken back in one go."""
        after = replace(self.answer(item), note=note)
        if self._noting != item:
            change = self._set(item, after)
            self._noting = item if change.before != after else None
            return change
        if after == self._done[-1].before:  # erased to where the typing began: nothing is left to take back
            self._done.pop()
            self._noting = None
            return self._put(item, after, Doing.TYPED_AWAY)
        return self._put(item, after, Doing.TYPED_ON)

    def undo(self) -> Change | None:
        """Takes the last change back, or returns None when there is none."""
        if not self._done:
            return None
        self._noting = None
        item, before = self._done.pop()
        return self._put(item, before, Doing.UNDONE)

    def _set(self, item: str, answer: Answer) -> Change:
        before = self.answer(item)
        if answer == before:  # nothing to take back later, nothing to save
            return Change(item, before, answer, self.signals)
        self._noting = None
        self._done.append(Done(item, before))
        return self._put(item, answer, Doing.DONE)

    def _put(self, item: str, answer: Answer, doing: Doing) -> Change:
        before = self.answer(item)
        if answer == GAP:
            self._answers.pop(item, None)
        else:
            self._answers[item] = answer
        change = Change(item, before, answer, self.signals, doing)
        if self._on_change is not None:
            self._on_change(change)
        return change
