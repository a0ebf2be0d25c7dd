"""A verdict: what it rests on, and when it stands no more."""

import pytest

from guidance_kb.conversation.answers import By, State
from guidance_kb.conversation.signals import Signal, SignalLevel
from guidance_kb.conversation.signals import SignalReason as Piece
from guidance_kb.conversation.verdicts import (
    Judged,
    Verdict,
    applies,
    current_verdicts,
    dismissed,
    evidence_of,
    returned,
)


def signal(*pieces: str, target: str = "money") -> Signal:
    """A signal whose reasons are these items, firm where they end in `!`."""
    reasons = tuple(Piece(piece.rstrip("!"), State.NAMED, By.CLIENT, firm=piece.endswith("!")) for piece in pieces)
    return Signal(target, SignalLevel.DISCUSS_NOW, reasons)


def judged(verdict: Verdict, *pieces: str) -> Judged:
    return Judged(verdict, evidence=frozenset(pieces))


def test_evidence_is_the_items_and_whether_they_are_firm() -> None:
    assert evidence_of(signal("a", "b!")) == {"a", "b!"}
    assert evidence_of(None) == frozenset()


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        (["a"], ["a"], True),
        (["a", "b!"], ["a", "b!"], True),
        (["a", "b"], ["b"], True),  # less than there was
        (["a!"], ["a"], True),  # what was said firmly is only hinted at now
        (["a!"], ["a!"], True),
        (["a"], ["a!"], False),  # firmer
        (["a"], ["b"], False),  # another item instead
        (["a"], ["a", "b"], False),  # one more
        (["a!"], ["a!", "b"], False),
        (["a", "b!"], ["a!", "b!"], False),
        ([], ["a"], False),
    ],
)
def test_a_dismissal_stands_until_there_is_new_evidence(then: list[str], now: list[str], expected: bool) -> None:
    found = signal(*now)
    assert applies(judged(Verdict.DISMISSED, *then), found) is expected
    assert applies(judged(Verdict.ACCEPTED, *then), found)
    assert applies(judged(Verdict.DISMISSED, *then), None)


def test_verdicts_beside_the_signals_as_they_are() -> None:
    verdicts = {
        "money": judged(Verdict.DISMISSED, "a"),
        "debts": judged(Verdict.DISMISSED, "a"),
        "care": judged(Verdict.ACCEPTED, "a"),
        "off": judged(Verdict.DISMISSED, "a"),
    }
    now = [signal("a", "b"), signal("a", target="debts"), signal("b", target="care")]
    assert list(current_verdicts(verdicts, now)) == ["debts", "care", "off"]
    assert dismissed(verdicts, now) == {"debts", "off"}
    assert returned(verdicts, now) == {"money"}
