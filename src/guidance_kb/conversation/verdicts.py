"""What the counselor does with a signal: takes it up, or sets it aside until there is new evidence (product.md, C9). Pure functions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from guidance_kb.conversation.signals import Signal


class Verdict(StrEnum):
    """What the counselor did with a signal; one that was left alone has none."""

    ACCEPTED = "accepted"
    DISMISSED = "dismissed"


class VerdictReason(StrEnum):
    """Why a signal was dismissed; need not be said."""

    UNSAID = ""
    ALREADY_DISCUSSED = "already_discussed"
    DOES_NOT_FIT = "does_not_fit"
    CLIENT_DOES_NOT_WANT = "client_does_not_want"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict with its reason.

    Attributes:
        evidence: What pointed to the target when it was given: `item`, or `item!` where that was firm.
    """

    verdict: Verdict
    reason: VerdictReason = VerdictReason.UNSAID
    evidence: frozenset[str] = frozenset()


def evidence_of(signal: Signal | None) -> frozenset[str]:
    """What points to the target of a signal, as a verdict keeps it; nothing when the signal is off."""
    return frozenset() if signal is None else frozenset(r.item + "!" * r.firm for r in signal.reasons)


def stands(judged: Judged, signal: Signal | None) -> bool:
    """Whether a verdict still holds for the signal as it is now, or None when it is off.

    A dismissal stands until another item points to the target, or one says it firmly that only hinted at it. What was taken up stays so.
    """
    if judged.verdict is Verdict.ACCEPTED:
        return True
    firm = {piece for piece in judged.evidence if piece.endswith("!")}
    known = judged.evidence | {piece.removesuffix("!") for piece in firm}
    return evidence_of(signal) <= known


def standing(verdicts: Mapping[str, Judged], signals: Iterable[Signal]) -> dict[str, Judged]:
    """The verdicts that still hold, by target."""
    now = {signal.target: signal for signal in signals}
    return {target: judged for target, judged in verdicts.items() if stands(judged, now.get(target))}


def dismissed(verdicts: Mapping[str, Judged], signals: Iterable[Signal]) -> frozenset[str]:
    """The targets that are set aside, and stay so."""
    held = standing(verdicts, signals)
    return frozenset(target for target, judged in held.items() if judged.verdict is Verdict.DISMISSED)


def returned(verdicts: Mapping[str, Judged], signals: Iterable[Signal]) -> frozenset[str]:
    """The targets that were set aside and are back, because there is new evidence."""
    return frozenset(verdicts) - frozenset(standing(verdicts, signals))
