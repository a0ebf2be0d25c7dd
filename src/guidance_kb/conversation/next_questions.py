"""Open questions: the gaps, the answers that would raise a signal, and the items whose answers would change signals most."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, islice
from typing import Final

from guidance_kb.conversation.answers import GAP, Answer, By, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.signals import Signal, SignalLevel, signal_about, signals
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Evidence, Item
from guidance_kb.language import Language

# A deeper item is opened by an answer “named” to an item that it follows. Users can open any item regardless.


def opened(checklist: Checklist, answers: Mapping[str, Answer]) -> frozenset[str]:
    """Return the deeper items that follow an item answered “named”, by the client or as observed."""
    return frozenset(
        item.id
        for item in checklist.items.values()
        if any(answers.get(before, GAP).state is State.NAMED for before in item.opens_after)
    )


@dataclass(frozen=True, slots=True)
class Missing:
    """An answer that would raise a target but was not given: the item, the evidence it would give, and its current state."""

    item: str
    evidence: Evidence
    now: State


def gaps(checklist: Checklist, answers: Mapping[str, Answer], *, core_only: bool = False) -> tuple[str, ...]:
    """Return the ids of the items that were not discussed, in the order of the conversation."""
    return tuple(
        item.id
        for item in checklist.items.values()
        if answers.get(item.id, GAP).state is State.NOT_DISCUSSED and (item.core or not core_only)
    )


def why_not(checklist: Checklist, answers: Mapping[str, Answer], target: str) -> tuple[Missing, ...]:
    """Return the answers that would raise `target`, or raise its level, and were not given."""
    return tuple(
        Missing(item.id, evidence, now)
        for item, evidence in checklist.evidence[target]
        if (now := answers.get(item.id, GAP).state) != evidence.state
    )


@dataclass(frozen=True, slots=True)
class Would:
    """The effect of an answer on a signal: the level now (None: no signal) and the level after it."""

    target: str
    now: SignalLevel | None
    then: SignalLevel


class Wording(StrEnum):
    """Which sentence of an item to say."""

    OPEN = "open"
    FOLLOW_UP = "follow_up"


@dataclass(frozen=True, slots=True)
class Proposal:
    """An item worth asking about, with the sentence to say and the effects of its answers on signals."""

    item: str
    would: tuple[Would, ...]
    wording: Wording = Wording.OPEN


FIRST_STEP_ITEM: Final = "vraag-kleine-stappen"
"""The item whose follow-up asks for a good first step."""

_WELL: Final = 2
"""So many answers in a row that something is not an issue: time to ask for the next step instead of for more deficits."""


def proposals(
    checklist: Checklist,
    answers: Mapping[str, Answer],
    count: int = 3,
    set_aside: Collection[str] = (),
    *,
    recent: Sequence[str] = (),
) -> tuple[Proposal, ...]:
    """Return what to ask next, at most `count`, as a conversation goes. The result depends on the arguments only.

    First comes the follow-up of what the client just named; or, where all is well, the question for a first step. After it come the open
    items of the ten-minute list and the deeper ones that an answer opened, in this order:

    - as long as no drive or need was named, items that may show one;
    - of the deeper items of the same theme opened by the last answer, the one with the greatest expected change of signals: the
    conversation follows the client, and does not dig;
    - items of the theme of the last answer;
    - items of the ten-minute list, before other deeper ones;
    - those with the greatest expected change of signals. These numbers serve the order and nothing else.

    What would change nothing comes last. A sensitive item waits until an easier one of its theme was discussed, is never followed up, and
    is never the first, unless nothing else is open. Ties keep the order of the conversation.

    Args:
        checklist: The items and the rules.
        answers: The current answers.
        count: The maximum number of proposals.
        set_aside: The targets of dismissed signals: they attract no questions.
        recent: The items that were answered, the last one first, each once.
    """
    told = _Telling(checklist, answers, set_aside)
    just = checklist.items.get(recent[0]) if recent else None
    drive_found = any(target in checklist.drives for target in told.now)
    worthwhile = _worthwhile(checklist, answers, told.opened)
    named_just = just is not None and answers.get(just.id, GAP).state is State.NAMED
    opened_just = [
        item
        for item in worthwhile
        if just is not None and named_just and just.id in item.opens_after and item.theme == just.theme
    ]
    deeper = max(opened_just, key=lambda item: (not item.sensitive, told.weight(item)), default=None)

    def first(item: Item) -> tuple[bool, bool, bool, bool, bool, int]:
        """Return the sort key of an item; the smallest is first."""
        weight = told.weight(item)
        drives_first = not drive_found and not told.shows_drive(item)
        elsewhere = just is None or item.theme != just.theme
        return weight == 0, drives_first, item is not deeper, elsewhere, not item.core, -weight

    leading = {each.item: each for each in _leading(checklist, answers, told, recent)}
    ordered = (item for item in _easy_first(sorted(worthwhile, key=first)) if item.id not in leading)
    found = chain(leading.values(), (Proposal(item.id, told.would(item)) for item in ordered))
    return tuple(islice(found, count))


def _leading(
    checklist: Checklist, answers: Mapping[str, Answer], told: "_Telling", recent: Sequence[str]
) -> Iterator[Proposal]:
    """Yield the question that comes before all open items, if there is one; never about a sensitive item."""
    just = checklist.items.get(recent[0]) if recent else None
    if just is not None and _was_named(just, answers):
        yield from () if just.sensitive else (Proposal(just.id, (), Wording.FOLLOW_UP),)
    elif _all_is_well(answers, told, recent):
        named = (
            item for target in told.drives_now for item, _ in checklist.evidence[target] if _was_named(item, answers)
        )
        step = checklist.items.get(FIRST_STEP_ITEM)
        asked = step if step is not None and step.id not in answers else next(named, None)
        if asked is not None and not asked.sensitive:
            yield Proposal(asked.id, (), Wording.FOLLOW_UP)


def _was_named(item: Item, answers: Mapping[str, Answer]) -> bool:
    """Return whether the client named it; what was only observed was not said, and has no follow-up."""
    answer = answers.get(item.id, GAP)
    return answer.state is State.NAMED and answer.by is By.CLIENT


def _all_is_well(answers: Mapping[str, Answer], told: "_Telling", recent: Sequence[str]) -> bool:
    """Return whether there is a drive, nothing to discuss now, and the last answers said that something is not an issue."""
    last = [answers.get(item, GAP).state for item in recent[:_WELL]]
    calm = len(last) == _WELL and all(state is State.NOT_AN_ISSUE for state in last)
    return calm and bool(told.drives_now) and not told.discusses_barrier


def ask_next(
    checklist: Checklist, answers: Mapping[str, Answer], count: int = 3, set_aside: Collection[str] = ()
) -> tuple[str, ...]:
    """Return the ids of the items of `proposals`."""
    return tuple(proposal.item for proposal in proposals(checklist, answers, count, set_aside))


def question_about(library: Library, signal: Signal, language: Language) -> str:
    """Return the sentence to ask about a signal.

    About a drive, it is the follow-up of the item that raised it: the drive's own question would ask what was just said.
    """
    barrier = library.barriers.get(signal.target)
    if barrier is not None:
        return barrier.text(language).ask
    raising = (library.items.get(each.item) for each in signal.reasons if each.state is State.NAMED)
    item = next((each for each in raising if each is not None), None)
    return library.drives[signal.target].text(language).ask if item is None else item.text(language).follow_up


def _worthwhile(checklist: Checklist, answers: Mapping[str, Answer], opened: Collection[str]) -> list[Item]:
    """Return the open items that may be asked now, in conversation order; sensitive ones only after an easier one of their theme."""
    easy = {item.theme for item in checklist.items.values() if not item.sensitive and _talked_about(item, answers)}
    waiting = [
        item
        for item in checklist.items.values()
        if answers.get(item.id, GAP).state is State.NOT_DISCUSSED and (item.core or item.id in opened)
    ]
    fitting = [item for item in waiting if not item.sensitive or item.theme in easy]
    return fitting if any(not item.sensitive for item in waiting) else waiting


def _talked_about(item: Item, answers: Mapping[str, Answer]) -> bool:
    """Return whether the client gave an answer; an observed or declined answer does not count."""
    answer = answers.get(item.id, GAP)
    return answer.by is By.CLIENT and answer.state in (State.NAMED, State.NOT_AN_ISSUE)


def _easy_first(items: list[Item]) -> list[Item]:
    """Return the same items with the first one that is not sensitive in front, if there is any."""
    easy = next((item for item in items if not item.sensitive), None)
    return items if easy is None else [easy, *(item for item in items if item is not easy)]


class _Telling:
    """Expected effects of answers to open items, and the current signals."""

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

    @property
    def drives_now(self) -> tuple[str, ...]:
        """The drives and needs with a signal that was not dismissed."""
        return tuple(each for each in self._checklist.drives if each in self.now and each not in self._set_aside)

    @property
    def discusses_barrier(self) -> bool:
        """Whether a barrier is to be discussed now, and its signal was not dismissed."""
        found = (each for each in self._checklist.barriers if each not in self._set_aside)
        return any(self.now.get(each) is SignalLevel.DISCUSS_NOW for each in found)

    def _counts(self, item: Item) -> bool:
        return any(evidence.target not in self._set_aside for evidence in item.evidence)

    def shows_drive(self, item: Item) -> bool:
        """Return whether an answer to the item may show a drive or need."""
        return any(e.target in self._drives and e.target not in self._set_aside for e in item.evidence)

    def would(self, item: Item) -> tuple[Would, ...]:
        """Return the greatest effect that an answer to the item can have on each signal."""
        found: dict[str, Would] = {}
        for each in self._each(item):
            if each.target not in found or _RANK[each.then] > _RANK[found[each.target].then]:
                found[each.target] = each
        return tuple(found.values())

    def _each(self, item: Item) -> Iterator[Would]:
        """Yield the effect of each possible answer of the client on each signal."""
        touched = dict.fromkeys(e.target for e in item.evidence if e.target not in self._set_aside)
        for state in (State.NAMED, State.NOT_AN_ISSUE, State.DECLINED):
            answers = {**self._answers, item.id: Answer(state)}
            for target in touched:
                now, then = self.now.get(target), signal_about(self._checklist, answers, target)
                if then is not None and then.level is not now:
                    yield Would(target, now, then.level)

    def weight(self, item: Item) -> int:
        """Return the total level change over the three possible answers, taken as equally likely. It orders items and scores nobody."""
        changed = sum(abs(_RANK[each.then] - _RANK[each.now]) for each in self._each(item))
        return _LEVEL * changed + self._opens[item.id]


_RANK: Final[Mapping[SignalLevel | None, int]] = {None: 0, SignalLevel.FOR_INFORMATION: 1, SignalLevel.DISCUSS_NOW: 2}
_LEVEL: Final = 10
"""Weight of one level of one signal, relative to one deeper item that would open."""
