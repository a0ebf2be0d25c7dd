"""The rules that turn answers into signals: pure functions, without clock or database.

A signal is raised by pieces of evidence, each the answer to one item. A piece is *firm* where the item states exactly the target and
the client said it; everything else is *weak*, and an observation always is. One firm or two weak pieces mean "discuss now", one weak
piece "for information". Observations alone never exceed "for information": they are a reason to ask, not a finding.
Two weak pieces do not suffice against the client's own word: hints do not overrule a client who said that something is not an issue, or
who declined to talk about it (decision 18). There is no total per person, and an item that was not discussed, or that the client
declined to discuss, raises nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from guidance_kb.conversation.answers import GAP, Answer, By, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.knowledge.model import Evidence


class SignalLevel(StrEnum):
    """The urgency of a signal; there are two levels and no third."""

    DISCUSS_NOW = "discuss_now"
    FOR_INFORMATION = "for_information"


@dataclass(frozen=True, slots=True)
class SignalReason:
    """One piece of evidence: the item, its answer, who gave it, and whether it is firm."""

    item: str
    state: State
    by: By
    firm: bool


@dataclass(frozen=True, slots=True)
class Signal:
    """A barrier, drive or need that the answers point to, with its reasons in the order of the items."""

    target: str
    level: SignalLevel
    reasons: tuple[SignalReason, ...]


def signals(checklist: Checklist, answers: Mapping[str, Answer]) -> tuple[Signal, ...]:
    """Return every signal that the answers raise: drives and needs first, then barriers, "discuss now" first within each.

    The order of the answers does not matter; answers to items outside the checklist raise nothing.
    """
    raised = [found for target in checklist.evidence if (found := signal_about(checklist, answers, target)) is not None]
    barriers = set(checklist.barriers)
    return tuple(sorted(raised, key=lambda s: (s.target in barriers, s.level is SignalLevel.FOR_INFORMATION)))


def signal_about(checklist: Checklist, answers: Mapping[str, Answer], target: str) -> Signal | None:
    """Return the signal that the answers raise about one barrier, drive or need, or None."""
    reasons = tuple(
        SignalReason(item.id, answer.state, answer.by, firm=evidence.strength == "firm" and answer.by is By.CLIENT)
        for item, evidence in checklist.evidence[target]
        if (answer := answers.get(item.id)) is not None and answer.state == evidence.state
    )
    if not reasons:
        return None
    return Signal(target, level(reasons, against=bool(denied(checklist, answers, target))), reasons)


def denied(checklist: Checklist, answers: Mapping[str, Answer], target: str) -> tuple[str, ...]:
    """Return the items with firm evidence for the target to which the client said that it is not an issue, or declined to answer."""
    return tuple(
        item.id for item, evidence in checklist.evidence[target] if _denies(evidence, answers.get(item.id, GAP))
    )


def _denies(evidence: Evidence, answer: Answer) -> bool:
    """Return whether the client's answer is the opposite of firm evidence; an observation by the counselor is not the client's word."""
    denying = answer.state is State.NOT_AN_ISSUE or answer.state is State.DECLINED
    return denying and answer.by is By.CLIENT and evidence.strength == "firm" and answer.state != evidence.state


def level(reasons: Sequence[SignalReason], *, against: bool) -> SignalLevel:
    """Return the level of a signal.

    Args:
        reasons: At least one.
        against: Whether the client denied it elsewhere: then weak pieces alone, however many, are for information.
    """
    by_client = any(reason.by is By.CLIENT for reason in reasons)
    enough = any(reason.firm for reason in reasons) or (len(reasons) > 1 and not against)
    return SignalLevel.DISCUSS_NOW if by_client and enough else SignalLevel.FOR_INFORMATION
