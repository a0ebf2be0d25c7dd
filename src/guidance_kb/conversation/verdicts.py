"""Verdicts of the counselor on signals: accepted, or dismissed until there is new evidence. Pure functions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from guidance_kb.conversation.signals import Signal


class Verdict(StrEnum):
    """The counselor's decision about a signal; a signal without a decision has none."""

    ACCEPTED = "accepted"
    DISMISSED = "dismissed"


class VerdictReason(StrEnum):
    """The reason for dismissing a signal; optional."""

    UNSAID = ""
    ALREADY_DISCUSSED = "already_discussed"
    DOES_NOT_FIT = "does_not_fit"
    CLIENT_DOES_NOT_WANT = "client_does_not_want"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict with its reason.

    Attributes:
        evidence: The evidence for the target at the time of the verdict: `item`, or `item!` where it was firm.
    """

    verdict: Verdict
    reason: VerdictReason = VerdictReason.UNSAID
    evidence: frozenset[str] = frozenset()


def evidence_of(signal: Signal | None) -> frozenset[str]:
    """Return the evidence of a signal in the form that a verdict stores; empty if there is no signal."""
    return frozenset() if signal is None else frozenset(r.item + "!" * r.firm for r in signal.reasons)


def applies(judged: Judged, signal: Signal | None) -> bool:
    """Return whether a verdict still applies to the current signal (None: no signal).

    A dismissal applies until a further item points to the target, or weak evidence has become firm. An acceptance always applies.
    """
    if judged.verdict is Verdict.ACCEPTED:
        return True
    firm = {piece for piece in judged.evidence if piece.endswith("!")}
    known = judged.evidence | {piece.removesuffix("!") for piece in firm}
    return evidence_of(signal) <= known


def current_verdicts(verdicts: Mapping[str, Judged], signals: Iterable[Signal]) -> dict[str, Judged]:
    """Return the verdicts that still apply, by target."""
    now = {signal.target: signal for signal in signals}
    return {target: judged for target, judged in verdicts.items() if applies(judged, now.get(target))}


def dismissed(verdicts: Mapping[str, Judged], signals: Iterable[Signal]) -> frozenset[str]:
    """Return the targets whose dismissal still applies."""
    held = current_verdicts(verdicts, signals)
    return frozenset(target for target, judged in held.items() if judged.verdict is Verdict.DISMISSED)


def returned(verdicts: Mapping[str, Judged], signals: Iterable[Signal]) -> frozenset[str]:
    """Return the targets whose signal is shown again after a dismissal, because there is new evidence."""
    return frozenset(verdicts) - frozenset(current_verdicts(verdicts, signals))
