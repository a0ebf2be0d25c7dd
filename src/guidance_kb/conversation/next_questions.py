"""What is still open: the gaps, what would raise a signal that is off, and which items would tell most."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from guidance_kb.conversation.answers import GAP, Answer, By, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.signals import SignalLevel, signal_about, signals
from guidance_kb.knowledge.model import Evidence, Item

# Which deeper items are worthwhile now: those that follow on something that was named. Any item can be opened by hand all the same.


def opened(checklist: Checklist, answers: Mapping[str, Answer]) -> frozenset[str]:
    """The deeper items of which one that they come after was named, by the client or as observed."""
    return frozenset(
        item.id
        for item in checklist.items.values()
        if any(answers.get(before, GAP).state is State.NAMED for before in item.opens_after)
    )


@dataclass(frozen=True, slots=True)
class Missing:
    """An answer that would point to a target but is not there: the item, what it would take, and how it stands now."""

    item: str
    evidence: Evidence
    now: State


def gaps(checklist: Checklist, answers: Mapping[str, Answer], *, core_only: bool = False) -> tuple[str, ...]:
    """The ids of the items that were not discussed, in the order of the conversation."""
    return tuple(
        item.id
        for item in checklist.items.values()
        if answers.get(item.id, GAP).state is State.NOT_DISCUSSED and (item.core or not core_only)
    )


def why_not(checklist: Checklist, answers: Mapping[str, Answer], target: str) -> tuple[Missing, ...]:
    """Which answers would raise `target` (or raise it further) and are not given, with how each item stands now."""
    return tuple(
        Missing(item.id, evidence, now)
        for item, evidence in checklist.evidence[target]
        if (now := answers.get(item.id, GAP).state).value != evidence.state
    )


@dataclass(frozen=True, slots=True)
class Would:
    """What an answer would do to a signal: how it stands now (None: off), and how it would stand then."""

    target: str
    now: SignalLevel | None
    then: SignalLevel


@dataclass(frozen=True, slots=True)
class Proposal:
    """An open item that is worth asking, and what answers to it would do."""

    item: str
    would: tuple[Would, ...]


def proposals(
    checklist: Checklist,
    answers: Mapping[str, Answer],
    count: int = 3,
    set_aside: Collection[str] = (),
    *,
    just: str | None = None,
) -> tuple[Proposal, ...]:
    """The open items that would tell most, at most `count`; the same for the same answers, always.

    Asked are the items of the ten-minute list and the deeper ones that an answer opened. An item tells more, the more it is expected to
    change signals; the numbers serve the order and nothing else. Before that count, in this order:

    - as long as no drive or need was named, items that may show one (product.md, C7);
    - the deeper item that tells most of those that the last answer opened: the conversation follows the client, and does not dig;
    - items of the ten-minute list, before other deeper ones.

    A sensitive item waits until an easier one of its theme was talked about, and is never the first, unless nothing else is open.
    What is still equal keeps the order of the conversation.

    Args:
        checklist: The items and the rules.
        answers: As they stand.
        count: How many to propose at most.
        set_aside: The targets whose signals were set aside: they attract no questions.
        just: The item that was answered last, if any.
    """
    told = _Telling(checklist, answers, set_aside)
    drive_found = any(target in checklist.drives for target in told.now)
    worthwhile = _worthwhile(checklist, answers, told.opened)
    named_just = just is not None and answers.get(just, GAP).state is State.NAMED
    opened_just = [item for item in worthwhile if named_just and just in item.opens_after]
    follow_up = max(opened_just, key=lambda item: (not item.sensitive, told.weight(item)), default=None)

    def first(item: Item) -> tuple[bool, bool, bool, bool, int]:
        """The sort key of an item: what comes first is least."""
        weight = told.weight(item)
        drives_first = not drive_found and not told.shows_drive(item)
        return weight == 0, drives_first, item is not follow_up, not item.core, -weight

    ordered = _easy_first(sorted(worthwhile, key=first))
    return tuple(Proposal(item.id, told.would(item)) for item in ordered[:count])


def ask_next(
    checklist: Checklist, answers: Mapping[str, Answer], count: int = 3, set_aside: Collection[str] = ()
) -> tuple[str, ...]:
    """The ids of `proposals`."""
    return tuple(proposal.item for proposal in proposals(checklist, answers, count, set_aside))


def _worthwhile(checklist: Checklist, answers: Mapping[str, Answer], opened: Collection[str]) -> list[Item]:
    """The open items that may be asked now, in the order of the conversation; sensitive ones only where the way was made easy."""
    easy = {item.theme for item in checklist.items.values() if not item.sensitive and _talked_about(item, answers)}
    waiting = [
        item
        for item in checklist.items.values()
        if answers.get(item.id, GAP).state is State.NOT_DISCUSSED and (item.core or item.id in opened)
    ]
    fitting = [item for item in waiting if not item.sensitive or item.theme in easy]
    return fitting if any(not item.sensitive for item in waiting) else waiting


def _talked_about(item: Item, answers: Mapping[str, Answer]) -> bool:
    """Whether the client said something to it; what was only observed, or declined, makes nothing easier."""
    answer = answers.get(item.id, GAP)
    return answer.by is By.CLIENT and answer.state in (State.NAMED, State.NOT_AN_ISSUE)


def _easy_first(items: list[Item]) -> list[Item]:
    """The same items, with one that is not sensitive in front, if there is any."""
    easy = next((item for item in items if not item.sensitive), None)
    return items if easy is None else [easy, *(item for item in items if item is not easy)]


class _Telling:
    """What answers to open items would tell, beside how everything stands now."""

    def __init__(self, checklist: Checklist, answers: Mapping[str, Answer], set_aside: Collection[str]) -> None:
        self._checklist, self._answers = checklist, answers
        self._drives, self._set_aside = frozenset(checklist.drives), set_aside
        self.now = {signal.target: signal.level for signal in signals(checklist, answers)}
        self.opened = opened(checklist, answers)
        self._opens = Counter(
            before
            for item in checklist.items.values()
            if item.id not in self.opened
            and answers.get(item.id, GAP).state is State.NOT_DISCUSSED
            and self._counts(item)
            for before in item.opens_after
        )

    def _counts(self, item: Item) -> bool:
        return any(evidence.target not in self._set_aside for evidence in item.evidence)

    def shows_drive(self, item: Item) -> bool:
        """Whether an answer to it may show a drive or need."""
        return any(e.target in self._drives and e.target not in self._set_aside for e in item.evidence)

    def would(self, item: Item) -> tuple[Would, ...]:
        """What answers to it would do to each signal that they touch, at most."""
        found: dict[str, Would] = {}
        for each in self._each(item):
            if each.target not in found or _RANK[each.then] > _RANK[found[each.target].then]:
                found[each.target] = each
        return tuple(found.values())

    def _each(self, item: Item) -> Iterator[Would]:
        """What each answer that the client may give would do to each signal."""
        touched = dict.fromkeys(e.target for e in item.evidence if e.target not in self._set_aside)
        for state in (State.NAMED, State.NOT_AN_ISSUE, State.DECLINED):
            answers = {**self._answers, item.id: Answer(state)}
            for target in touched:
                now, then = self.now.get(target), signal_about(self._checklist, answers, target)
                if then is not None and then.level is not now:
                    yield Would(target, now, then.level)

    def weight(self, item: Item) -> int:
        """How much is expected to change, named, not an issue and declined being as likely; a third of it, and no number of anybody."""
        changed = sum(abs(_RANK[each.then] - _RANK[each.now]) for each in self._each(item))
        return _LEVEL * changed + self._opens[item.id]


_RANK: Final[Mapping[SignalLevel | None, int]] = {None: 0, SignalLevel.FOR_INFORMATION: 1, SignalLevel.DISCUSS_NOW: 2}
_LEVEL: Final = 10
"""What one level of one signal weighs beside one deeper item that would open."""
