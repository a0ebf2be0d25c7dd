"""What is still open: the gaps, what would raise a signal that is off, and which items would tell most."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from guidance_kb.conversation.answers import GAP, Answer, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.signals import Level, Signal, signal_about, signals
from guidance_kb.knowledge.model import Evidence


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


def ask_next(checklist: Checklist, answers: Mapping[str, Answer], count: int = 3) -> tuple[str, ...]:
    """The ids of the open items that would tell most, at most `count`.

    An item tells more the more signals one answer to it would raise or lift to "discuss now". As long as no drive or need was
    named, the items that may show one come first (product.md, C7); core items come before deeper ones, and what is still
    equal keeps the order of the conversation.
    """
    now = {signal.target: signal.level for signal in signals(checklist, answers)}
    drive_found = any(target in checklist.drives for target in now)

    def told(name: str) -> tuple[bool, bool, int]:
        """The sort key of an item: what tells most comes first."""
        item, answer = checklist.items[name], answers.get(name, GAP)
        shows_drive = any(evidence.target in checklist.drives for evidence in item.evidence)
        states = {State(evidence.state) for evidence in item.evidence}
        targets = {evidence.target for evidence in item.evidence}  # an answer changes no other signal
        news = (
            sum(_news(now, signal_about(checklist, then, target)) for target in targets)
            for state in states
            for then in [{**answers, name: replace(answer, state=state)}]
        )
        return drive_found or not shows_drive, not item.core, -max(news, default=0)

    return tuple(sorted(gaps(checklist, answers), key=told)[:count])


def _news(now: Mapping[str, Level], then: Signal | None) -> int:
    """What a signal would tell: nothing when it is off or stands as it does now; "discuss now" counts twice."""
    if then is None or now.get(then.target) is then.level:
        return 0
    return 2 if then.level is Level.DISCUSS_NOW else 1
